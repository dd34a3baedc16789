"""The kinds of blank in a sentence: how the words in it become an argument, and an argument what an act takes.

Two steps, because a journal keeps arguments and never names: `read` turns words into an argument (a key, a
number, a text) in the light of the stage; `give` turns the argument into what the act or claim takes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Any

from simulator.accounts import Detail, SignIn
from simulator.clever.scopes import Shareable
from simulator.edits import EditKind
from simulator.errors import NotUnderstood, suggestion
from simulator.explain import Cause
from simulator.language.stage import Stage
from simulator.roster import PersonId, Role, SchoolId, SectionId
from simulator.rulebook import BECAUSE, Rule
from simulator.simulation.driver import SomeClass, Someone

Argument = str | int | list[str] | list[int]
"""What a journal keeps of a blank."""


TEXT_MAX = 500
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Slot:
    """One kind of blank."""

    read: Callable[[str, Stage], str | int]
    give: Callable[[Any, Stage], Any]
    example: str
    quoted: bool = True
    many: bool = False


def _text(argument: object) -> str:
    if isinstance(argument, str) and len(argument) <= TEXT_MAX and not _UNPRINTABLE.search(argument):
        return argument
    raise NotUnderstood(
        f"the argument {str(argument)[:80]!a}",
        f"a text of at most {TEXT_MAX} characters, none of them a control character, is needed here",
        "Give a JSON string",
    )


def _number(argument: object) -> int:
    if isinstance(argument, int) and not isinstance(argument, bool) and 0 <= argument < 100_000:
        return argument
    raise NotUnderstood(
        f"the argument {argument!r}", "a whole number below 100,000 is needed here", "Give 0 or more"
    )


def _person(example: str, *roles: Role) -> Slot:
    return Slot(
        lambda words, stage: stage.cast.find_person(words, roles),
        lambda key, stage: stage.cast.someone(PersonId(_text(key))),
        example,
    )


def _section(give: Callable[[SectionId, Stage], Any]) -> Slot:
    return Slot(
        lambda words, stage: stage.cast.find_section(words),
        lambda key, stage: give(SectionId(_text(key)), stage),
        "Biology",
    )


def _words(choices: type[StrEnum]) -> Slot:
    known = [str(choice) for choice in choices]
    return _choice(known, choices, known[0])


def _choice(known: Sequence[str], give: Callable[[str], Any], example: str) -> Slot:
    """Make the blank for one of some known phrases; an unknown one is refused with the nearest."""

    def choose(words: object) -> str:
        said = _text(words)
        if said in known:
            return said
        otherwise = f"Known are: {'; '.join(known)}"
        raise NotUnderstood(f"the words {said!r}", "they are not known here", suggestion(said, known, otherwise))

    return Slot(lambda words, stage: choose(words), lambda words, stage: give(choose(words)), example)


def _amount(unit: Callable[[int], Any], example: str) -> Slot:
    def read(words: str, stage: Stage) -> int:
        return _number(int(words.lstrip("0")[:9] or "0"))  # nine digits are too many already

    return Slot(read, lambda number, stage: unit(_number(number)), example, quoted=False)


def _many(slot: Slot) -> Slot:
    """Make the blank that takes several of what another takes one of: "A", "B" and "C"."""

    def give(arguments: object, stage: Stage) -> tuple[Any, ...]:
        if not isinstance(arguments, list) or not arguments:
            raise NotUnderstood(
                f"the argument {str(arguments)[:80]!a}", "a list of one or more is needed here", "Give a JSON list"
            )
        return tuple(slot.give(one, stage) for one in arguments)

    return replace(slot, give=give, many=True)


def _free(example: str) -> Slot:
    """Make the blank for words that are taken as they stand."""
    return Slot(lambda words, stage: _text(words), lambda text, stage: _text(text), example)


_TEXT = _free("Practice")
_STUDENT = _person("Leo Park", Role.STUDENT)
_TEACHER = _person("Hana Ito", Role.TEACHER, Role.STAFF, Role.DISTRICT_ADMIN)
_PERSON = _person("Ana Ruiz", Role.TEACHER, Role.STUDENT, Role.STAFF, Role.DISTRICT_ADMIN)
_SECTION = _section(lambda key, stage: stage.cast.section(key))
_SCHOOL = Slot(
    lambda words, stage: stage.cast.find_school(words),
    lambda key, stage: stage.cast.school(SchoolId(_text(key))).id,
    "Lincoln High School",
)

AStudent = Annotated[Someone, _STUDENT]
Students = Annotated[tuple[Someone, ...], _many(_STUDENT)]
ATeacher = Annotated[Someone, _TEACHER]
APerson = Annotated[Someone, _PERSON]
ASection = Annotated[SectionId, _SECTION]
Sections = Annotated[tuple[SectionId, ...], _many(_SECTION)]
AClass = Annotated[SomeClass, _section(lambda key, stage: stage.cast.some_class(key))]
ASchool = Annotated[SchoolId, _SCHOOL]
Schools = Annotated[tuple[SchoolId, ...], _many(_SCHOOL)]
Text = Annotated[str, _TEXT]
AFullName = Annotated[str, _free("Pat Moss")]
AnEmail = Annotated[str, _free("pat.moss@home.example")]
ADistrict = Annotated[str, _free("Lincoln")]
AnInstant = Annotated[str, _free("2026-11-17T09:00:00-06:00")]
ARefusal = Annotated[str, _free("manual rostering is off")]
AWork = Annotated[str, _free("Essay")]
AnSisId = Annotated[str, _free("1999")]
SearchWords = Annotated[str, _free("biology")]
Minutes = Annotated[timedelta, _amount(lambda n: timedelta(minutes=n), "15")]
Hours = Annotated[timedelta, _amount(lambda n: timedelta(hours=n), "72")]
Days = Annotated[timedelta, _amount(lambda n: timedelta(days=n), "3")]
Count = Annotated[int, _amount(int, "3")]
ACoTeacher = Annotated[Someone, replace(_TEACHER, example="Idris Roy")]
CoTeachers = Annotated[tuple[Someone, ...], _many(replace(_TEACHER, example="Idris Roy"))]
MoreMinutes = Annotated[timedelta, _amount(lambda n: timedelta(minutes=n), "30")]
ACause = Annotated[str, _choice([cause.because for cause in Cause], str, Cause.NOT_IN_CLEVER.because)]
ARemedy = Annotated[str, _choice([cause.remedy for cause in Cause], str, Cause.NOT_IN_CLEVER.remedy)]
AKindOfEdit = Annotated[EditKind, _words(EditKind)]
AShareable = Annotated[Shareable, replace(_words(Shareable), example="student contacts")]
AWayIn = Annotated[SignIn, _words(SignIn)]
Details = Annotated[tuple[Detail, ...], _many(_words(Detail))]


def because(rule: Rule) -> Any:
    """Make the blank for a reason that nights give, with the reason of a rule as its example."""
    return _choice(list(BECAUSE.values()), str, BECAUSE[rule])
