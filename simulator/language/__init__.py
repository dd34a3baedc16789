"""The one vocabulary: acts that change a simulation and claims that check it, each declared once with its sentence."""
