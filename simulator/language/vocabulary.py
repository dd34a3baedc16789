"""The whole vocabulary: importing this room declares every act and every claim; look them up here."""

from simulator.language.acts import clever, connection, custom, otus, people, registrar, start, time
from simulator.language.claims import clever as clever_seen
from simulator.language.claims import missing as missing_seen
from simulator.language.claims import nights as nights_seen
from simulator.language.claims import otus as otus_seen
from simulator.language.registry import ACTS, SENTENCES, find

ROOMS = (
    *(start, people, time, registrar, clever, connection, custom, otus),
    *(clever_seen, otus_seen, nights_seen, missing_seen),
)
"""Where acts and claims are declared, in the order in which they are listed."""

__all__ = ["ACTS", "ROOMS", "SENTENCES", "find"]
