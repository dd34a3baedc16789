"""The two outcome tables at the level of one verdict: literal rows, each with the rule that it names."""

from __future__ import annotations

import pytest

from simulator.accounts import Origin, Place
from simulator.rulebook import Rule
from simulator.rules.seats import (
    Comes,
    CoTeacherTonight,
    Goes,
    PassesToClever,
    Stays,
    Verdict,
    co_teacher_after_sync,
    student_after_sync,
)

CLEVER, HAND = Origin.CLEVER, Origin.BY_HAND
CO, MAIN = Place.CO_TEACHER, Place.MAIN_TEACHER


@pytest.mark.parametrize(
    ("row", "held", "rostered", "taken_out", "verdict"),
    [
        ("T1", None, True, False, Comes(Rule.S09)),
        ("T2", HAND, True, False, PassesToClever(Rule.Q07)),
        ("T2, taken out before and added again", HAND, True, True, PassesToClever(Rule.Q07)),
        ("T3", None, True, True, Comes(Rule.O41)),
        ("T4", HAND, False, False, Goes(Rule.S11)),
        ("T4, taken out before and added again", HAND, False, True, Goes(Rule.S11)),
        ("T5", CLEVER, False, False, Goes(Rule.S31)),
        ("already there", CLEVER, True, False, Stays()),
        ("never there", None, False, False, Stays()),
        ("taken out, and dropped in the SIS too", None, False, True, Stays()),
    ],
)
def test_a_student_of_a_class_from_clever(
    *, row: str, held: Origin | None, rostered: bool, taken_out: bool, verdict: Verdict
) -> None:
    assert student_after_sync(held, rostered=rostered, taken_out=taken_out) == verdict, row


@pytest.mark.parametrize(
    ("row", "held", "place", "known", "others", "others_before", "verdict"),
    [
        ("K1", HAND, MAIN, True, False, False, Goes(Rule.Q45)),
        ("K1, beside another", HAND, MAIN, True, True, True, Goes(Rule.Q45)),
        ("K2", HAND, CO, True, False, False, PassesToClever(Rule.S16)),
        ("K2, beside another", HAND, CO, True, True, True, PassesToClever(Rule.S16)),
        ("K3", HAND, None, True, False, False, Goes(Rule.S17)),
        ("K3, where one was until tonight", HAND, None, True, False, True, Goes(Rule.S17)),
        ("K4", HAND, None, True, True, True, Goes(Rule.S17)),
        ("K5", HAND, None, False, True, True, Goes(Rule.S14)),
        ("K6", HAND, None, False, True, False, Goes(Rule.Q09)),
        ("K7", HAND, None, False, False, False, Stays()),
        ("K7, where one was until tonight", HAND, None, False, False, True, Stays()),
        ("K8", CLEVER, None, True, False, True, Goes(Rule.O24)),
        ("K8, unknown and beside another", CLEVER, None, False, True, True, Goes(Rule.O24)),
        ("K10", None, CO, True, False, False, Comes(Rule.S16)),
        ("K10, beside another", None, CO, True, True, True, Comes(Rule.S16)),
        ("already there", CLEVER, CO, True, False, True, Stays()),
        ("never there", None, None, True, True, True, Stays()),
        ("main teacher only", None, MAIN, True, False, False, Stays()),
    ],
)
def test_a_co_teacher_of_a_class_from_clever(
    *,
    row: str,
    held: Origin | None,
    place: Place | None,
    known: bool,
    others: bool,
    others_before: bool,
    verdict: Verdict,
) -> None:
    tonight = CoTeacherTonight(place, known, others, others_before, taken_out=False)

    assert co_teacher_after_sync(held, tonight) == verdict, row


@pytest.mark.parametrize(
    ("row", "place", "verdict"),
    [
        ("K9", CO, Comes(Rule.Q13)),
        ("taken out, and no longer on the section", None, Stays()),
        ("taken out, and primary teacher now", MAIN, Stays()),
    ],
)
def test_a_co_teacher_whom_somebody_has_taken_out_by_hand(row: str, place: Place | None, verdict: Verdict) -> None:
    tonight = CoTeacherTonight(place, known=True, others=False, others_before=False, taken_out=True)

    assert co_teacher_after_sync(None, tonight) == verdict, row
