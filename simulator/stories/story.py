"""A scenario as a story: where it stands, what it is called, and its sentences in order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a story, with the keyword before it and the line of the file on which it stands."""

    keyword: str
    sentence: str
    number: int
    attachment: str = ""
    """A data table or a doc string below the sentence; no sentence takes one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a feature, under which stories stand, with its own tags."""

    name: str
    tags: tuple[str, ...]
    description: str = ""
    """What is written below the rule's name, on one line."""


@dataclass(frozen=True, slots=True)
class Story:
    """One scenario, or one row of a scenario outline, with the sentences of its backgrounds first."""

    file: Path
    feature: str
    rule: Rule | None
    name: str
    number: int
    """The line of the file on which the scenario, or its row, stands."""
    tags: tuple[str, ...]
    """Its own and those that it inherits, without @."""
    lines: tuple[Line, ...]
