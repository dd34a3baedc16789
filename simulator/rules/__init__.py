"""The rules by which one night's Clever changes Otus: pure functions, one a rule, and the night that asks them."""
