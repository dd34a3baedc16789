"""How a night's decision is applied to what Otus holds: all of it, in order, once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from simulator.accounts import AccountId, Class, ClassId, Place
from simulator.changes import (
    AccountChanged,
    AccountMade,
    AccountTied,
    Change,
    ClassLeft,
    ClassOpened,
    ClassRenamed,
    Decision,
    MainTeacherSet,
    SeatFilled,
    SeatHandedOver,
    SeatLost,
    SeatSkipped,
    UserSkipped,
)
from simulator.otus.holdings import Holdings


def apply(otus: Holdings, decision: Decision) -> None:
    """Apply a night's decision. What people did by hand and what was skipped before is thereby settled."""
    open_classes: dict[ClassId, _OpenClass] = {}
    for change in decision.changes:
        _apply_one(otus, change, open_classes)
    for open_class in open_classes.values():
        otus.classes[open_class.base.id] = open_class.closed()
    otus.edited.clear()
    otus.retied.clear()
    otus.taken_out.clear()
    otus.skipped_users = {one.user: one.rule for one in decision.skipped if isinstance(one, UserSkipped)}
    otus.skipped_seats = {(one.of, one.user): one.rule for one in decision.skipped if isinstance(one, SeatSkipped)}


@dataclass
class _OpenClass:
    """A class while the night changes it: its seats from Clever as dicts, so that each change costs the same."""

    base: Class
    students: dict[AccountId, None] = field(default_factory=dict)
    co_teachers: dict[AccountId, None] = field(default_factory=dict)

    @classmethod
    def of(cls, base: Class) -> _OpenClass:
        return cls(base, dict.fromkeys(base.students), dict.fromkeys(base.co_teachers))

    def seats(self, place: Place) -> dict[AccountId, None]:
        return self.students if place is Place.STUDENT else self.co_teachers

    def closed(self) -> Class:
        return replace(
            self.base, students=tuple(sorted(self.students)), co_teachers=tuple(sorted(self.co_teachers))
        )


def _apply_one(otus: Holdings, change: Change, classes: dict[ClassId, _OpenClass]) -> None:
    match change:
        case AccountMade(account):
            otus.set_account(account)
        case AccountTied(account, clever_id):
            otus.set_account(replace(otus.accounts[account], clever_id=clever_id))
        case AccountChanged(account, name, email):
            otus.set_account(replace(otus.accounts[account], name=name, email=email))
        case SeatFilled(seat) | SeatHandedOver(seat):
            otus.by_hand.pop(seat, None)
            _opened(otus, seat.of, classes).seats(seat.place)[seat.account] = None
        case SeatLost(seat):
            otus.by_hand.pop(seat, None)
            _opened(otus, seat.of, classes).seats(seat.place).pop(seat.account, None)
        case _:
            _apply_to_class(otus, change, classes)


def _apply_to_class(
    otus: Holdings,
    change: ClassOpened | ClassRenamed | ClassLeft | MainTeacherSet,
    classes: dict[ClassId, _OpenClass],
) -> None:
    match change:
        case ClassOpened(made):
            classes[made.id] = _OpenClass(made)
        case ClassRenamed(of, name):
            opened = _opened(otus, of, classes)
            opened.base = replace(opened.base, name=name)
        case MainTeacherSet(of, account):
            opened = _opened(otus, of, classes)
            opened.base = replace(opened.base, main_teacher=account)
        case ClassLeft(of):
            left = otus.classes[of]
            otus.classes[of] = replace(left, main_teacher=None, co_teachers=(), students=(), active=False)
            for seat in [seat for seat in otus.by_hand if seat.of == of]:
                del otus.by_hand[seat]


def _opened(otus: Holdings, of: ClassId, classes: dict[ClassId, _OpenClass]) -> _OpenClass:
    if of not in classes:
        classes[of] = _OpenClass.of(otus.classes[of])
    return classes[of]
