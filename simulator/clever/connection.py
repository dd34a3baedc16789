"""The connection between a district and Otus in Clever: without it Otus's token opens nothing.

Source: clever_api.md, section 1.5: a token may rotate, and stops working when the district disconnects.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.errors import Refused


@dataclass(frozen=True, slots=True)
class Connection:
    """Whether Otus is connected, and how many tokens it has had, this one included."""

    generation: int = 1
    connected: bool = True

    def cut(self) -> Connection:
        """Disconnect. Raises Refused where that is so already."""
        if not self.connected:
            raise _refused("disconnects Otus", "Otus is disconnected already", "Nothing is left to do")
        return Connection(self.generation, connected=False)

    def made_again(self) -> Connection:
        """Connect, with a new token (assumed). Raises Refused where that is so already."""
        if self.connected:
            raise _refused("connects Otus", "Otus is connected already", "Nothing is left to do")
        return Connection(self.generation + 1)

    def renewed(self) -> Connection:
        """Give Otus a new token; the old one opens nothing any more. Raises Refused while disconnected."""
        if not self.connected:
            raise _refused("has Otus's token renewed", "Otus is disconnected and has none", "Connect Otus first")
        return Connection(self.generation + 1)


AT_FIRST = Connection()
"""Every district begins connected."""


def _refused(doing: str, known: str, remedy: str) -> Refused:
    return Refused(f"the district {doing} in Clever", known, remedy)
