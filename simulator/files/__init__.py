"""District folders in Clever's CSV layout: read into the plan of a district, and written from one."""

from simulator.files.reading import read_district
from simulator.files.writing import write_district

__all__ = ["read_district", "write_district"]
