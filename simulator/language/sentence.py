"""The grammar of a sentence: the moment before it, the district after it, and the bare sentence between them.

A bare sentence is told from others by its skeleton: its quoted words, its numbers and its times of day blanked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from simulator.clock import WEEKDAYS
from simulator.errors import NotUnderstood

QUOTED = r'"[^"]+"'
FILLED = re.compile(rf"{QUOTED}(?:(?:, and |, | and ){QUOTED})*|\b\d+(?::\d\d)*\b")
"""What stands in a blank: one or more quoted words, or a number."""
_WHOLE = re.compile(
    rf"(?:on (?P<day>{'|'.join(WEEKDAYS)}) at (?P<wall>\d\d?:\d\d(?::\d\d)?), )?"
    r'(?P<bare>.*?)(?: in the district "(?P<district>[^"]+)")?'
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of the week and a time on the district's wall clock."""

    weekday: int
    """0 for Monday."""
    wall: time


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in its parts."""

    bare: str
    moment: Moment | None = None
    district: str | None = None


def parsed(text: str) -> Sentence:
    """Take a sentence apart. Raises NotUnderstood for a time of day that there is not."""
    whole = _WHOLE.fullmatch(text)
    if whole is None:
        return Sentence(text)
    moment = Moment(WEEKDAYS.index(whole["day"]), _wall(whole["wall"])) if whole["day"] else None
    return Sentence(whole["bare"], moment, whole["district"])


def skeleton(bare: str) -> str:
    """Blank what is filled in; a list of quoted words counts as one."""
    return FILLED.sub(_blanked, bare)


def _blanked(filled: re.Match[str]) -> str:
    if filled[0].startswith('"'):
        return "\x00"  # what nobody can type stands for words, so that empty quotes are not taken for a blank
    return "\x01" if ":" in filled[0] else "\x02"


def _wall(words: str) -> time:
    try:
        return time.fromisoformat(words.zfill(len(words) + words.index(":") % 2))
    except ValueError:
        raise NotUnderstood(f"the time {words!r}", "it is no time of day", "Say 09:00 or 15:30:05") from None
