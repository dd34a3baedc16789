"""Feature files without pytest: read as stories and played, each in a simulation of its own."""
