"""The one vocabulary: acts that change a simulation, claims that check it, each declared with its sentence."""
