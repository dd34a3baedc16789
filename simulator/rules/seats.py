"""What a night does to one person's place in one class, and why.

The two outcome tables (K1 to K10, T1 to T7) are this module. Nothing here reads a clock, a file or the
network, and nothing here changes Otus.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.accounts import Origin, Place
from simulator.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Stays:
    """Nothing changes: whoever is there stays there, whoever is not stays out."""


@dataclass(frozen=True, slots=True)
class Comes:
    """The person comes into the class, from Clever."""

    because: Rule


@dataclass(frozen=True, slots=True)
class PassesToClever:
    """The person stays, and is from now on there because Clever has them there."""

    because: Rule


@dataclass(frozen=True, slots=True)
class Goes:
    """The person leaves the class."""

    because: Rule


Verdict = Stays | Comes | PassesToClever | Goes


def student_after_sync(held: Origin | None, *, rostered: bool, taken_out: bool) -> Verdict:
    """Decide what the night does to one student of a class that comes from Clever.

    A class has exactly the students whom Clever's roster of it has. held: how the student came to be there, or
    None. rostered: Clever's roster has them. taken_out: someone took them out by hand since the last good night.

    Source: article 5112064, Student Accounts and Missing Students; S09, S11, S30, S31, O41; table T1 to T5.
    """
    if rostered:
        return _from_clever(held, Rule.Q07, Rule.O41 if taken_out else Rule.S09)
    if held is None:
        return Stays()
    return Goes(Rule.S11 if held is Origin.BY_HAND else Rule.S31)


@dataclass(frozen=True, slots=True)
class CoTeacherTonight:
    """What the night sees of one person and one class from Clever."""

    place: Place | None
    """What the person is on the section in Clever."""
    known: bool
    """Otus can read a teacher record of the person in Clever (Q10)."""
    others: bool
    """The section has another co-teacher in Clever tonight."""
    others_before: bool
    """The class had a co-teacher from Clever before tonight."""
    taken_out: bool
    """Someone took the person out by hand since the last good night."""


def co_teacher_after_sync(held: Origin | None, tonight: CoTeacherTonight) -> Verdict:
    """Decide what the night does to one co-teacher of a class that comes from Clever.

    Someone added by hand stays only while Clever neither knows them nor rosters a co-teacher of its own.

    Source: article 5112064, Co-Teachers; S13, S14, S16, S17, O24, Q09, Q13, Q45; table K1 to K10.
    """
    if tonight.place is Place.CO_TEACHER:
        return _from_clever(held, Rule.S16, Rule.Q13 if tonight.taken_out else Rule.S16)
    if held is None:
        return Stays()
    if tonight.place is Place.MAIN_TEACHER:
        return Goes(Rule.Q45)
    return Goes(Rule.O24) if held is Origin.CLEVER else _added_by_hand(tonight)


def _added_by_hand(tonight: CoTeacherTonight) -> Verdict:
    """Decide on a co-teacher whom somebody added in Otus and who is not on the section in Clever (K3 to K7)."""
    if tonight.known:
        return Goes(Rule.S17)
    if tonight.others:
        return Goes(Rule.S14 if tonight.others_before else Rule.Q09)
    return Stays()


def _from_clever(held: Origin | None, handed_over: Rule, filled: Rule) -> Verdict:
    """Give somebody whom Clever has in the class their place there, whatever they had before."""
    if held is None:
        return Comes(filled)
    return PassesToClever(handed_over) if held is Origin.BY_HAND else Stays()
