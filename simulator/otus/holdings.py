"""What Otus holds for one district, with the look-ups that people and rules need.

It keeps records and indexes in step. Who may do what is in by_hand.py; what a night changes is applied by
applying.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field, replace

from simulator.accounts import Account, AccountId, Class, ClassId, Detail, Origin, Place, Seat
from simulator.roster import CleverId, same_email, without
from simulator.rulebook import Rule

Listed = tuple[ClassId, CleverId]
"""A user whom Clever lists in the section of a class."""


@dataclass
class Holdings:
    """Accounts, classes, seats and work; and what the next night has to look at again."""

    manual_rostering: bool = False
    accounts: dict[AccountId, Account] = field(default_factory=dict)
    classes: dict[ClassId, Class] = field(default_factory=dict)
    by_hand: dict[Seat, None] = field(default_factory=dict)
    """The seats that people filled in Otus; those from Clever stand in the class."""
    work: dict[Seat, tuple[str, ...]] = field(default_factory=dict)
    reported_missing: dict[str, tuple[Detail, ...]] = field(default_factory=dict)
    """What support was told about students who are missing."""
    google_sign_ins: dict[AccountId, None] = field(default_factory=dict)
    edited: dict[CleverId, None] = field(default_factory=dict)
    """Clever ids whose accounts people changed since the last good night."""
    retied: dict[Seat, None] = field(default_factory=dict)
    """Seats from Clever of accounts that support tied to another Clever id since the last good night."""
    taken_out: dict[Seat, None] = field(default_factory=dict)
    """Seats from Clever that people emptied since the last good night."""
    skipped_users: dict[CleverId, Rule] = field(default_factory=dict)
    skipped_seats: dict[Listed, Rule] = field(default_factory=dict)
    _of_clever_id: dict[CleverId, AccountId] = field(default_factory=dict)
    _of_email: dict[str, tuple[AccountId, ...]] = field(default_factory=dict)

    def account_of(self, user: CleverId) -> Account | None:
        """Find the account that is tied to a Clever id."""
        account = self._of_clever_id.get(user)
        return None if account is None else self.accounts[account]

    def accounts_with(self, email: str) -> tuple[Account, ...]:
        """Find the accounts that have an email (trimmed, case-insensitive)."""
        return tuple(self.accounts[one] for one in self._of_email.get(same_email(email), ()))

    def set_account(self, account: Account) -> None:
        """Add or change an account."""
        before = self.accounts.get(account.id)
        if before is not None:
            self._unlist(before)
        self.accounts[account.id] = account
        if account.clever_id is not None:
            self._of_clever_id[account.clever_id] = account.id
        key = same_email(account.email)
        if key:
            self._of_email[key] = (*self._of_email.get(key, ()), account.id)

    def origin_of(self, seat: Seat) -> Origin | None:
        """Tell whether a student or co-teacher is in a class, and how they came there."""
        if seat in self.by_hand:
            return Origin.BY_HAND
        of = self.classes.get(seat.of)
        if of is None:
            return None
        members = of.students if seat.place is Place.STUDENT else of.co_teachers
        return Origin.CLEVER if seat.account in members else None

    def members(self, of: ClassId, place: Place) -> Iterator[tuple[Account, Origin]]:
        """List the students or the co-teachers of a class, each with their origin."""
        found = self.classes[of]
        for account in found.students if place is Place.STUDENT else found.co_teachers:
            yield self.accounts[account], Origin.CLEVER
        for seat in self.by_hand:
            if seat.of == of and seat.place is place:
                yield self.accounts[seat.account], Origin.BY_HAND

    def seats_from_clever(self, account: AccountId) -> Iterator[Seat]:
        """List what somebody is from Clever: the class, and as what."""
        for of in self.classes.values():
            if account == of.main_teacher:
                yield Seat(of.id, account, Place.MAIN_TEACHER)
            if account in of.co_teachers:
                yield Seat(of.id, account, Place.CO_TEACHER)
            if account in of.students:
                yield Seat(of.id, account, Place.STUDENT)

    def empty(self, seat: Seat) -> None:
        """Take somebody out of a class, however they came there. Their account and their work stay (O44)."""
        found = self.classes[seat.of]
        self.by_hand.pop(seat, None)
        if seat.place is Place.STUDENT:
            students = without(found.students, seat.account)
            self.classes[seat.of] = replace(found, students=students)
        else:
            co_teachers = without(found.co_teachers, seat.account)
            self.classes[seat.of] = replace(found, co_teachers=co_teachers)

    def copy(self) -> Holdings:
        """Make holdings that go their own way from here; the records are shared, for they never change."""
        own = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, dict):
                setattr(own, name, dict(value))
        return own

    def _unlist(self, account: Account) -> None:
        if account.clever_id is not None:
            del self._of_clever_id[account.clever_id]
        key = same_email(account.email)
        if not key:
            return
        rest = without(self._of_email[key], account.id)
        if rest:
            self._of_email[key] = rest
        else:
            del self._of_email[key]
