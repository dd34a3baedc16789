"""Where acts and claims are declared, and where a sentence finds the one declaration that it matches.

The skeleton of a sentence is the sentence with its quoted words and numbers blanked. Each declaration has a
skeleton of its own, so a sentence has at most one meaning and finds it in one look-up; two declarations with one
skeleton are a defect that shows at import.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar, get_type_hints

from simulator.errors import NotUnderstood, nearest
from simulator.language.sentence import FILLED, QUOTED, skeleton
from simulator.language.slots import Argument, Slot
from simulator.language.stage import Stage

_BLANK = re.compile(r'"\{(\w+)\}"|\{(\w+)\}')


@dataclass(frozen=True, slots=True)
class Seen:
    """What a claim saw: whether it holds, and what is the case otherwise."""

    holds: bool
    otherwise: str = ""


class Mood(StrEnum):
    """What a sentence is for."""

    ACT = "act"
    ATTEMPT = "attempt"
    """An act that may be refused ("tries to"): a refusal is an outcome to look at, not a failure."""
    CLAIM = "claim"


@dataclass(frozen=True)
class Declaration:
    """An act or a claim: its kind, its sentence, its blanks in order, and the function that does it."""

    kind: str
    pattern: str
    slots: dict[str, Slot]
    run: Callable[..., Any]
    mood: Mood

    @property
    def meaning(self) -> str:
        """The first line of the function's docstring."""
        return (inspect.getdoc(self.run) or "").partition("\n")[0]

    def example(self) -> str:
        """The sentence with every blank filled in."""
        return _BLANK.sub(self._example_of, self.pattern)

    def read(self, sentence: str, stage: Stage) -> dict[str, Argument]:
        """Turn the words in the blanks of a matching sentence into arguments. Raises NotUnderstood."""
        words = FILLED.findall(sentence)
        return {
            name: _read_blank(slot, found, stage)
            for (name, slot), found in zip(self.slots.items(), words, strict=True)
        }

    def give(self, arguments: dict[str, Any], stage: Stage) -> dict[str, Any]:
        """Turn arguments into what the function takes. Raises NotUnderstood for a wrong set of arguments."""
        if arguments.keys() != self.slots.keys():
            raise NotUnderstood(
                f"{self.kind} with {', '.join(arguments) or 'no arguments'}",
                f"it takes {', '.join(self.slots) or 'none'}",
                "Give exactly those",
            )
        return {name: slot.give(arguments[name], stage) for name, slot in self.slots.items()}

    def _example_of(self, blank: re.Match[str]) -> str:
        slot = self.slots[blank[1] or blank[2]]
        return f'"{slot.example}"' if slot.quoted else slot.example


ACTS: dict[str, Declaration] = {}
"""The acts by kind, as journals name them."""
SENTENCES: dict[str, Declaration] = {}
"""Every declaration by the skeleton of its sentence; an act that can be attempted has two."""


ActFunction = TypeVar("ActFunction", bound=Callable[..., str | None])


def act(pattern: str, attempt: str | None = None) -> Callable[[ActFunction], ActFunction]:
    """Declare an act with its sentence, and with the sentence that tries it and may be refused.

    The function does the act; where it makes something, it answers with the key of that.
    """

    def declare(run: ActFunction) -> ActFunction:
        if run.__name__ in ACTS:
            raise TypeError(f"two acts are called {run.__name__}")
        ACTS[run.__name__] = _declare(run, pattern, Mood.ACT)
        if attempt is not None:
            _declare(run, attempt, Mood.ATTEMPT)
        return run

    return declare


def claim(pattern: str) -> Callable[[Callable[..., Seen]], Callable[..., Seen]]:
    """Declare a claim with its sentence."""

    def declare(run: Callable[..., Seen]) -> Callable[..., Seen]:
        _declare(run, pattern, Mood.CLAIM)
        return run

    return declare


def find(bare: str) -> Declaration:
    """Find the declaration that a bare sentence matches. Raises NotUnderstood with the nearest known sentences."""
    found = SENTENCES.get(skeleton(bare))
    if found is not None:
        return found
    _refuse_slips(bare)
    near = nearest(bare, [declaration.example() for declaration in SENTENCES.values()])
    raise NotUnderstood(
        f"the sentence {bare!r}",
        "no act or claim has this form",
        "The nearest are: " + "; ".join(near) if near else "`clever-otus say --list` shows every sentence",
    )


def _refuse_slips(bare: str) -> None:
    """Refuse what looks like a sentence with one common slip. Raises NotUnderstood that names it."""
    if re.search("[“”„‘]", bare) or bare.count('"') % 2:
        raise NotUnderstood(
            f"the quotes in {bare!r}", "names stand in a pair of straight double quotes", 'Write "Leo Park"'
        )
    moment = re.match(r"(?:on|at) [^,\"]+, ", bare)
    if moment:
        raise NotUnderstood(
            f"the moment {moment[0].rstrip(', ')!r}",
            "a moment is a day of the week, in English, and a time of day",
            "Write: on Wednesday at 09:00, …",
        )


def _read_blank(slot: Slot, words: str, stage: Stage) -> Argument:
    if not slot.quoted:
        return slot.read(words, stage)
    names = [quoted[1:-1] for quoted in re.findall(QUOTED, words)]
    if slot.many:
        return [slot.read(name, stage) for name in names]  # type: ignore[return-value]
    if len(names) == 1:
        return slot.read(names[0], stage)
    raise NotUnderstood(f"the names {words}", "one name belongs there", "Say the sentence once for each")


def _declare(run: Callable[..., Any], pattern: str, mood: Mood) -> Declaration:
    hints = get_type_hints(run, include_extras=True)
    names = [quoted or bare for quoted, bare in _BLANK.findall(pattern)]
    slots = {name: hints[name].__metadata__[0] for name in names}
    declaration = Declaration(run.__name__, pattern, slots, run, mood)
    _check(declaration, inspect.signature(run).parameters.keys() - {"stage"})
    SENTENCES[skeleton(declaration.example())] = declaration
    return declaration


def _check(declaration: Declaration, parameters: set[str]) -> None:
    """Refuse, at import, a declaration that could be mistaken for another or leaves an argument open."""
    literal = _BLANK.sub("", declaration.pattern)
    if parameters != declaration.slots.keys():
        raise TypeError(f"{declaration.kind}: the sentence fills {set(declaration.slots)}, not {parameters}")
    if re.search(r'["\d\n]', literal):
        raise TypeError(f"{declaration.kind}: quotes and digits belong into blanks: {declaration.pattern}")
    clash = SENTENCES.get(skeleton(declaration.example()))
    if clash is not None:
        raise TypeError(f"{declaration.kind} and {clash.kind} share the sentence {declaration.pattern}")
