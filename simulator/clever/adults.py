"""Which records of adults are one user in Clever: teacher, staff and district admin of one email (C41).

The user has the id of the first of these roles. A second record of the same role and email is a user by itself,
and so is a record without an email. Sources: C34, C41; clever_api.md, section 2, merging rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.clever.records import Source, User
from simulator.clever.roster import CleverRoster
from simulator.roster import CleverId, Person, Role, same_email, without

LEADING = (Role.TEACHER, Role.STAFF, Role.DISTRICT_ADMIN)
"""The roles that make one user, and whose record gives it its id, the first one first."""


@dataclass(frozen=True, slots=True)
class AdultRecord:
    """The record of somebody who works in one role, under the Clever id that it would have by itself."""

    id: CleverId
    person: Person
    source: Source


@dataclass
class Adults:
    """The records of adults by id and by email, and whose user those are that are none by themselves."""

    records: dict[CleverId, AdultRecord] = field(default_factory=dict)
    led_by: dict[CleverId, CleverId] = field(default_factory=dict)
    _of_email: dict[str, tuple[CleverId, ...]] = field(default_factory=dict)
    """In the order in which they got the email, so that a newcomer takes nobody's place."""

    def set(self, roster: CleverRoster, record: AdultRecord) -> None:
        """Add or change a record, and let the users of its email be those that they are now."""
        before = self.records.get(record.id)
        self.records[record.id] = record
        email, email_before = same_email(record.person.email), same_email(before.person.email) if before else ""
        if email_before and email_before != email:
            self._leave(roster, record.id, email_before)
        if not email:
            _set_user(roster, (record,))
            return
        listed = self._of_email.get(email, ())
        if record.id not in listed:
            self._of_email[email] = (*listed, record.id)
        self._regroup(roster, email)

    def remove(self, roster: CleverRoster, record: CleverId) -> None:
        """Take a record out, and let the others of its email be the users that they are without it."""
        email = same_email(self.records[record].person.email)
        del self.records[record]
        roster.remove_user(record)
        if email:
            self._leave(roster, record, email)

    def user_of(self, record: CleverId) -> CleverId:
        """Give the id of the user that a record belongs to."""
        return self.led_by.get(record, record)

    def copy(self) -> Adults:
        """Make a register that goes its own way from here."""
        return Adults(dict(self.records), dict(self.led_by), dict(self._of_email))

    def _leave(self, roster: CleverRoster, record: CleverId, email: str) -> None:
        self.led_by.pop(record, None)
        rest = without(self._of_email[email], record)
        if rest:
            self._of_email[email] = rest
            self._regroup(roster, email)
        else:
            del self._of_email[email]

    def _regroup(self, roster: CleverRoster, email: str) -> None:
        """Make one user of the first record in each role, and one of every other record of an email."""
        first: dict[Role, AdultRecord] = {}
        for record in [self.records[one] for one in self._of_email[email]]:
            if first.setdefault(record.person.role, record) is not record:
                self.led_by.pop(record.id, None)
                _set_user(roster, (record,))
        joined = tuple(first[role] for role in LEADING if role in first)
        self.led_by.pop(joined[0].id, None)
        for record in joined[1:]:
            self.led_by[record.id] = joined[0].id
            roster.remove_user(record.id)
        _set_user(roster, joined)


def _set_user(roster: CleverRoster, records: tuple[AdultRecord, ...]) -> None:
    first, *others = records
    roster.set_user(User(first.id, first.person, first.source, tuple(one.person for one in others)))
