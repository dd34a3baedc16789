"""Districts made up from word lists and a seed, of any size, in the shape that real ones have."""

from simulator.generate.district import generate_district

__all__ = ["generate_district"]
