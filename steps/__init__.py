"""Binds the vocabulary to pytest-bdd. What the sentences mean is declared in simulator/language."""
