"""How moments, changes and long remarks look on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from textwrap import fill
from typing import Any

from simulator.clock import zone

CHANGES_MAX = 12
"""How many changes are told at once; a first night has one for everybody."""
WIDTH = 120

Change = tuple[str, str, str]
"""What changed, by which rule, and why."""


def clock_shown(at: datetime | None) -> str:
    """Show a moment, such as Tue 17 Nov 09:00, or as much empty space."""
    return f"{at:%a %d %b %H:%M}" if at else " " * 16


def wall_of(described: Mapping[str, Any], district: str | None = None) -> tzinfo:
    """Give the zone of a district of a simulation, or of all; UTC where they differ or there is none."""
    districts = [one for one in described["districts"] if district in (None, one["name"])]
    zones = {one["timezone"] for one in districts}
    return zone(zones.pop()) if len(zones) == 1 else UTC


def day_shown(instant: str, wall: tzinfo) -> str:
    """Show an instant of the server's in full, such as Tuesday 17 November 2026, 09:00."""
    return f"{datetime.fromisoformat(instant).astimezone(wall):%A %d %B %Y, %H:%M}"


def changes_told(changes: Sequence[Change], margin: int = 21) -> Iterator[str]:
    """Tell changes, a line each, the first dozen of them."""
    edge = " " * margin
    for what, rule, because in changes[:CHANGES_MAX]:
        yield f"{edge}- {what}  [{rule}: {because}]"
    if len(changes) > CHANGES_MAX:
        yield f"{edge}… and {len(changes) - CHANGES_MAX} more"


def wrapped(remark: str, margin: int = 19) -> str:
    """Set a remark in a block of its own."""
    edge = " " * margin
    return fill(remark, WIDTH, initial_indent=edge, subsequent_indent=edge, break_on_hyphens=False)
