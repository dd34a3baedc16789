"""Students' contacts: records that Clever makes of what the rows of the students say.

Who is the same contact follows from what a row gives: the contact's own SIS id, else name and email, else name and
phone, else name, type, relationship and kind of phone. Names count as they are written (assumed). Source:
clever_api.md, section 2, merging rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from simulator.clever.ids import Ids
from simulator.clever.records import Contact, Relationship
from simulator.clever.roster import CleverRoster
from simulator.clock import Instant
from simulator.roster import CleverId, Facts, Person, same_email

_COLUMN = re.compile("contact_(?:([0-9]+)_)?(name|relationship|type|phone|phone_type|email|sis_id)")
_NEEDS_ONE_OF = ("name", "email", "phone", "sis_id")

Row = Mapping[str, str]
"""What a student's row says of one contact, by the columns' names without what marks them as a contact's."""


def contacts_in(facts: Facts) -> list[Row]:
    """List what a student's facts say of each contact; a second one is `contact_2_name` and so on."""
    of_contacts = [fact for fact in facts if fact[0].startswith("contact_")]
    rows: dict[int, dict[str, str]] = {}
    for column, value in of_contacts:
        place = _place_of(column)
        if place and value.strip():
            number, says = place
            rows.setdefault(number, {})[says] = value
    return [row for _, row in sorted(rows.items()) if any(one in row for one in _NEEDS_ONE_OF)]


@lru_cache(maxsize=1024)
def _place_of(column: str) -> tuple[int, str] | None:
    """Say of which contact, and what of them, a column tells; None for one that tells nothing that Clever knows."""
    found = _COLUMN.fullmatch(column)
    return (int(found[1] or 1), found[2]) if found else None


@dataclass
class _OpenContact:
    """A contact while a batch changes it: what the latest row says, and whose contact they are."""

    said: Row
    students: dict[CleverId, Relationship]


@dataclass
class Contacts:
    """The contacts that the batch under way changes; between batches there are none."""

    ids: Ids
    roster: CleverRoster
    _open: dict[CleverId, _OpenContact] = field(default_factory=dict)

    def set(self, student: CleverId, person: Person, before: Person | None, at: Instant) -> None:
        """Let a student have the contacts that their row names; one that is named twice counts as named first.

        A contact shows what a row said last (assumed); a row that arrives again as it was says nothing new.
        """
        if before and before.more == person.more:
            return
        rows = contacts_in(person.more)
        if rows == (contacts_in(before.more) if before else []):
            return
        named: dict[CleverId, Row] = {}
        for row in rows:
            named.setdefault(self.ids.of("contact", _key(row), at), row)
        for former in self.roster.contacts_of.get(student, ()):
            if former not in named:
                del self._opened(former).students[student]
        for contact, row in named.items():
            self._name(contact, row, student)
        self._list(student, tuple(named))

    def drop(self, student: CleverId) -> None:
        """Let a student who leaves have no contacts."""
        for contact in self.roster.contacts_of.get(student, ()):
            del self._opened(contact).students[student]
        self._list(student, ())

    def settle(self, at: Instant) -> None:
        """Write the contacts that have changed into the roster; one without a student is gone."""
        for contact, opened in self._open.items():
            if opened.students:
                self.roster.put(_record(contact, opened))
            else:
                self.ids.gone("contact", _key(opened.said), at)
                self.roster.remove_contact(contact)
        self._open.clear()

    def _name(self, contact: CleverId, row: Row, student: CleverId) -> None:
        opened = self._opened(contact, row)
        opened.said = row
        opened.students[student] = Relationship(student, row.get("relationship", ""), row.get("type", ""))

    def _opened(self, contact: CleverId, row: Row | None = None) -> _OpenContact:
        if contact not in self._open:
            held = self.roster.contacts.get(contact)
            said = dict(_says(held)) if held else row or {}
            students = {one.student: one for one in held.relationships} if held else {}
            self._open[contact] = _OpenContact(said, students)
        return self._open[contact]

    def _list(self, student: CleverId, contacts: tuple[CleverId, ...]) -> None:
        if contacts:
            self.roster.contacts_of[student] = contacts
        else:
            self.roster.contacts_of.pop(student, None)


def _record(contact: CleverId, opened: _OpenContact) -> Contact:
    said = opened.said
    return Contact(
        contact,
        name=said.get("name", ""),
        email=said.get("email", ""),
        phone=said.get("phone", ""),
        phone_type=said.get("phone_type", ""),
        sis_id=said.get("sis_id", ""),
        relationships=tuple(opened.students[one] for one in sorted(opened.students)),
    )


def _says(contact: Contact) -> Iterator[tuple[str, str]]:
    """Write down what a row would say of a contact."""
    first = contact.relationships[0]
    yield from (("name", contact.name), ("email", contact.email), ("phone", contact.phone))
    yield from (("phone_type", contact.phone_type), ("sis_id", contact.sis_id))
    yield from (("relationship", first.relationship), ("type", first.type))


def _key(row: Row) -> str:
    """Tell one contact from another."""

    def said(column: str) -> str:
        return row.get(column, "").strip()

    if said("sis_id"):
        return f"sis_id\x1f{said('sis_id')}"
    if said("email"):
        return f"email\x1f{said('name')}\x1f{same_email(said('email'))}"
    if said("phone"):
        return f"phone\x1f{said('name')}\x1f{said('phone')}"
    return "\x1f".join(("type", *map(said, ("name", "type", "relationship", "phone_type"))))
