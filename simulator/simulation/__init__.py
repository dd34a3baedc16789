"""The wiring: SIS, Clever and Otus of each district on one clock."""
