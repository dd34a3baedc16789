"""What last night's sync did, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated

from simulator.accounts import Place
from simulator.changes import (
    AccountChanged,
    AccountMade,
    AccountTied,
    Change,
    ClassLeft,
    ClassOpened,
    ClassRenamed,
    MainTeacherSet,
    SeatFilled,
    SeatHandedOver,
    SeatLost,
    SeatSkipped,
    Skipped,
    UserSkipped,
)
from simulator.language.registry import Seen, claim
from simulator.language.slots import AClass, ACoTeacher, APerson, AStudent, ATeacher, because
from simulator.language.stage import Stage
from simulator.language.telling import tell
from simulator.rulebook import BECAUSE, Rule
from simulator.simulation.driver import SomeClass, Someone, SyncReport

NO_SYNC = "no sync has run yet"

BecauseO29 = Annotated[str, because(Rule.O29)]
BecauseQ07 = Annotated[str, because(Rule.Q07)]
BecauseQ32 = Annotated[str, because(Rule.Q32)]
BecauseS04 = Annotated[str, because(Rule.S04)]
BecauseS09 = Annotated[str, because(Rule.S09)]
BecauseS11 = Annotated[str, because(Rule.S11)]
BecauseS16 = Annotated[str, because(Rule.S16)]
BecauseS17 = Annotated[str, because(Rule.S17)]
BecauseS27 = Annotated[str, because(Rule.S27)]
BecauseS52 = Annotated[str, because(Rule.S52)]


@claim("last night's sync succeeded")
def sync_succeeded(stage: Stage) -> Seen:
    """The last sync went well."""
    report = _report(stage)
    return Seen(report is not None and report.succeeded, "it failed" if report else NO_SYNC)


@claim("last night's sync failed")
def sync_failed(stage: Stage) -> Seen:
    """The last sync failed."""
    report = _report(stage)
    return Seen(report is not None and not report.succeeded, "it went well" if report else NO_SYNC)


@claim("last night's sync changed nothing")
def sync_changed_nothing(stage: Stage) -> Seen:
    """The last sync, good or not, left Otus as it was (Q04, Q36)."""
    report = _report(stage)
    return Seen(report is not None and not report.changes, _told(report))


@claim('last night\'s sync took "{student}" out of "{of}", because "{reason}"')
def sync_took_out(stage: Stage, student: AStudent, of: AClass, reason: BecauseS11) -> Seen:
    """The last sync took the student out of the class, for that reason."""
    return _seat(stage, SeatLost, student, of, Place.STUDENT, reason)


@claim('last night\'s sync brought "{student}" into "{of}", because "{reason}"')
def sync_brought_in(stage: Stage, student: AStudent, of: AClass, reason: BecauseS09) -> Seen:
    """The last sync brought the student into the class, for that reason."""
    return _seat(stage, SeatFilled, student, of, Place.STUDENT, reason)


@claim('last night\'s sync kept "{student}" in "{of}", because "{reason}"')
def sync_kept(stage: Stage, student: AStudent, of: AClass, reason: BecauseQ07) -> Seen:
    """The student had been added by hand, and is in the class from Clever since the last sync."""
    return _seat(stage, SeatHandedOver, student, of, Place.STUDENT, reason)


@claim('last night\'s sync removed "{teacher}" as co-teacher of "{of}", because "{reason}"')
def sync_removed_co_teacher(stage: Stage, teacher: ATeacher, of: AClass, reason: BecauseS17) -> Seen:
    """The last sync took the co-teacher out of the class, for that reason."""
    return _seat(stage, SeatLost, teacher, of, Place.CO_TEACHER, reason)


@claim('last night\'s sync added "{teacher}" as co-teacher of "{of}", because "{reason}"')
def sync_added_co_teacher(stage: Stage, teacher: ACoTeacher, of: AClass, reason: BecauseS16) -> Seen:
    """The last sync brought the co-teacher into the class, for that reason."""
    return _seat(stage, SeatFilled, teacher, of, Place.CO_TEACHER, reason)


@claim('last night\'s sync kept "{teacher}" as co-teacher of "{of}", because "{reason}"')
def sync_kept_co_teacher(stage: Stage, teacher: ATeacher, of: AClass, reason: BecauseS16) -> Seen:
    """The co-teacher had been added by hand, and is there from Clever since the last sync."""
    return _seat(stage, SeatHandedOver, teacher, of, Place.CO_TEACHER, reason)


@claim('last night\'s sync made "{teacher}" main teacher of "{of}", because "{reason}"')
def sync_set_main_teacher(stage: Stage, teacher: ATeacher, of: AClass, reason: BecauseO29) -> Seen:
    """The last sync gave the class this main teacher, for that reason."""
    account, found = stage.account_of(teacher), of.key
    return _did(
        stage,
        reason,
        lambda one: isinstance(one, MainTeacherSet) and one.of == found and one.account == account,
    )


@claim('last night\'s sync changed the account of "{person}", because "{reason}"')
def sync_changed_account(stage: Stage, person: APerson, reason: BecauseS52) -> Seen:
    """The last sync let the account show another name or email, or tied it to a record, for that reason."""
    account = stage.account_of(person)
    return _did(stage, reason, lambda one: isinstance(one, AccountChanged | AccountTied) and one.account == account)


@claim('last night\'s sync made an account for "{person}", because "{reason}"')
def sync_made_account(stage: Stage, person: APerson, reason: BecauseS04) -> Seen:
    """The last sync made the account, for that reason."""
    account = stage.account_of(person)
    return _did(stage, reason, lambda one: isinstance(one, AccountMade) and one.account.id == account)


@claim('last night\'s sync skipped "{person}", because "{reason}"')
def sync_skipped(stage: Stage, person: APerson, reason: BecauseS27) -> Seen:
    """The last sync could not use the person's record, neither for an account nor in a class, for that reason."""
    return _did(
        stage,
        reason,
        lambda one: isinstance(one, UserSkipped | SeatSkipped) and one.user in person.clever_ids,
        holds=all,
    )


@claim("last night's sync skipped nobody")
def sync_skipped_nobody(stage: Stage) -> Seen:
    """The last sync succeeded, and could use every record and seat that it looked at (S27, Q40)."""
    report = _report(stage)
    return Seen(report is not None and report.succeeded and not report.skipped, _told(report))


@claim('last night\'s sync opened the class "{of}", because "{reason}"')
def sync_opened_class(stage: Stage, of: AClass, reason: BecauseS04) -> Seen:
    """The last sync made the class, or brought it back, for that reason."""
    return _did(stage, reason, lambda one: isinstance(one, ClassOpened) and one.made.id == of.key)


@claim('last night\'s sync renamed the class "{of}", because "{reason}"')
def sync_renamed_class(stage: Stage, of: AClass, reason: BecauseS04) -> Seen:
    """The last sync gave the class another name, for that reason."""
    return _did(stage, reason, lambda one: isinstance(one, ClassRenamed) and one.of == of.key)


@claim('last night\'s sync closed the class "{of}", because "{reason}"')
def sync_closed_class(stage: Stage, of: AClass, reason: BecauseQ32) -> Seen:
    """The last sync took the class off the active list, for that reason."""
    return _did(stage, reason, lambda one: isinstance(one, ClassLeft) and one.of == of.key)


def _seat(
    stage: Stage,
    kind: type[SeatFilled | SeatHandedOver | SeatLost],
    person: Someone,
    of: SomeClass,
    place: Place,
    reason: str,
) -> Seen:
    wanted = (of.key, stage.account_of(person), place)
    return _did(stage, reason, lambda one: isinstance(one, kind) and tuple(one.seat) == wanted)


def _did(
    stage: Stage,
    reason: str,
    is_it: Callable[[Change | Skipped], bool],
    holds: Callable[[Iterable[bool]], bool] = any,
) -> Seen:
    """See whether the last sync did something for a reason.

    holds: whether one entry of those that are meant must have the reason, or every one.
    """
    report = _report(stage)
    if report is None:
        return Seen(holds=False, otherwise=NO_SYNC)
    found = [one for one in report.entries if is_it(one)]
    return Seen(bool(found) and holds(BECAUSE[one.rule] == reason for one in found), _told(report))


def _report(stage: Stage) -> SyncReport | None:
    return stage.district.reports[-1] if stage.district.reports else None


def _told(report: SyncReport | None) -> str:
    if report is None:
        return NO_SYNC
    told = [tell(one, report.names) for one in report.entries]
    return "it " + ("; ".join(f"{one.what}, because {one.because} ({one.rule})" for one in told) or "did nothing")
