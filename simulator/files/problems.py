"""What is wrong with a district folder: every problem names its place, the value and the remedy.

A folder is refused whole. The first few problems are told together, so that one correction can meet them all.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from simulator.errors import BadInput, suggestion

TOLD_AT_MOST = 10
QUOTED_AT_MOST = 80
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
"""Characters that stand for no text, tabs and the ends of lines among them."""
LOOKED_THROUGH_AT_MOST = 2000


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is wrong: a file and, as far as they are known, its line, column and value."""

    file: str
    line: int | None = None
    column: str = ""
    value: str | None = None

    def __str__(self) -> str:
        """Name the place as a person would look for it."""
        words = [self.file]
        words += [f"line {self.line}"] if self.line else []
        words += [f"column {shortened(self.column)}"] if self.column else []
        words += [f"value {shortened(self.value)!r}"] if self.value is not None else []
        return ", ".join(words)


@dataclass
class Problems:
    """The problems found so far in one folder."""

    folder: Path
    _told: list[str] = field(default_factory=list)

    @property
    def found(self) -> bool:
        """Whether anything is wrong so far."""
        return bool(self._told)

    def add(self, place: Place, wrong: str, remedy: str) -> None:
        """Note a problem. Raises BadInput once there are enough of them to work on."""
        self._told.append(f"{place}: {wrong}. {remedy}")
        if len(self._told) == TOLD_AT_MOST:
            self.stop_if_any()

    def stop_if_any(self) -> None:
        """Raise BadInput with all that was found, if anything was."""
        if not self._told:
            return
        count = len(self._told)
        many = "1 problem" if count == 1 else f"{count} problems"
        if count == TOLD_AT_MOST:
            many = f"{count} problems, and perhaps more"
        raise BadInput(
            f"the district folder {str(self.folder)!r}",
            "\n  ".join([f"it has {many}", *self._told]) + "\nNothing of it was loaded",
            "Correct this and load the folder again.",
        )


def shortened(text: str, at_most: int = QUOTED_AT_MOST) -> str:
    """Cut a text that is too long to be quoted whole."""
    return text if len(text) <= at_most else f"{text[: at_most - 1]}…"


def nearest_id(asked: str, known: Collection[str], file: str) -> str:
    """Suggest the ids that look most like one that is missing.

    Comparing with each of a million ids would take minutes, so the look-alikes share a beginning or an end.
    """
    if len(asked) > QUOTED_AT_MOST:
        return f"Add a row for it to {file}, or correct the id."
    like = [one for one in known if _may_be_meant(asked.strip(), one)][:LOOKED_THROUGH_AT_MOST]
    return suggestion(asked, like, f"Add a row for it to {file}, or correct the id.")


def _may_be_meant(asked: str, known: str) -> bool:
    near = abs(len(asked) - len(known)) <= 2
    return near and (asked[:2].lower() == known[:2].lower() or asked[-2:].lower() == known[-2:].lower())
