"""One person or one class as each of the three systems has it, side by side.

It only looks, and answers in plain values: names, SIS ids and Clever ids, as a registrar, a district and a teacher
would see them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from simulator.clever.records import CleverSection
from simulator.clock import Instant, written
from simulator.edits import (
    Dropped,
    Edit,
    Enrolled,
    PersonRemoved,
    PersonSet,
    SectionRemoved,
    SectionSet,
    changes,
    refers_to,
)
from simulator.language.cast import Cast
from simulator.roster import CleverId, PersonId, Role, SectionId
from simulator.session import Session
from simulator.simulation.district import District
from simulator.simulation.driver import ClassPage, Member

Shown = dict[str, Any]


def show_class(session: Session, name: str, district: str | None = None) -> Shown:
    """Show a class as the SIS, Clever and Otus have it. Raises NotUnderstood for an unknown or shared name."""
    views = Views(session.simulation.district(district))
    return views.head(session) | views.of_class(views.cast.find_section(name))


def show_person(session: Session, name: str, district: str | None = None) -> Shown:
    """Show a person, and each of their classes, as the SIS, Clever and Otus have them. Raises NotUnderstood."""
    views = Views(session.simulation.district(district))
    return views.head(session) | views.of_person(views.cast.find_person(name, tuple(Role)))


@dataclass(frozen=True)
class Views:
    """A district as each of its three systems shows it."""

    district: District

    @property
    def cast(self) -> Cast:
        """Whom and what names and keys mean."""
        return Cast(self.district)

    def head(self, session: Session) -> Shown:
        """Say where and when this is seen."""
        return {"district": self.district.plan.name, "now": written(session.simulation.now)}

    def of_class(self, key: SectionId) -> Shown:
        """Show a class in the three systems, and the edits about it that are on their way to Clever."""
        return {
            "class": self.cast.some_class(key).name,
            "key": key,
            "sis": self.section_in_sis(key),
            "clever": self.section_in_clever(key),
            "otus": self.class_in_otus(key),
            "under_way": list(self._under_way(key)),
        }

    def of_person(self, key: PersonId) -> Shown:
        """Show a person in the three systems, and where they are in each."""
        classes = (self._places(key, section) for section in self.sections())
        return {
            "person": self.cast.person(key).name,
            "key": key,
            "sis": self.person_in_sis(key),
            "clever": self.person_in_clever(key),
            "otus": self.person_in_otus(key),
            "classes": [found for found in classes if any(found[system] for system in ("sis", "clever", "otus"))],
            "under_way": list(self._under_way(key)),
        }

    def sections(self) -> Iterator[SectionId]:
        """List every section and every class made by hand that there is or was."""
        for keys in self.district.names.sections.values():
            yield from keys

    def people(self) -> Iterator[PersonId]:
        """List everybody who is or was known here."""
        for keys in self.district.names.people.values():
            yield from keys

    def section_in_sis(self, key: SectionId) -> Shown | None:
        """Show a section of the SIS."""
        section = self.district.sis.roster.sections.get(key)
        if section is None:
            return None
        teachers = [self._name(teacher) for teacher in section.teachers]
        return {
            "sis_id": section.facts.sis_id,
            "name": section.facts.name,
            "school": self.cast.school(section.facts.school).name,
            "period": section.facts.period,
            "primary_teacher": teachers[0] if teachers else None,
            "co_teachers": teachers[1:],
            "students": sorted(self._name(student) for student in section.students),
            "teacher_keys": list(section.teachers),
            "student_keys": list(section.students),
        }

    def section_in_clever(self, key: SectionId) -> Shown | None:
        """Show a section in Clever, and whether Otus may read it."""
        section = self.district.clever.section(key)
        if section is None:
            return None
        return {
            "id": section.id,
            "sis_id": section.facts.sis_id,
            "name": section.facts.name,
            "source": str(section.source),
            "shared_with_otus": self.district.clever.otus.section(section.id) is not None,
            "primary_teacher": self._user(section.primary) if section.primary else None,
            "co_teachers": self._users(section.co_teachers),
            "students": sorted(self._users(section.students)),
            "teacher_ids": list(section.teachers),
            "student_ids": list(section.students),
        }

    def class_in_otus(self, key: SectionId) -> Shown | None:
        """Show a class as Otus does, each member with their origin."""
        page = self.page(key)
        if page is None:
            return None
        return {
            "name": page.name,
            "main_teacher": _member(page.main_teacher) if page.main_teacher else None,
            "co_teachers": [_member(one) for one in page.co_teachers],
            "students": [_member(one) for one in page.students],
        }

    def person_in_sis(self, key: PersonId) -> Shown | None:
        """Show a record of the SIS."""
        person = self.district.sis.roster.people.get(key)
        if person is None:
            return None
        return {
            "sis_id": person.sis_id,
            "role": str(person.role),
            "email": person.email,
            "grade": person.grade,
            "schools": [self.cast.school(school).name for school in person.schools],
        }

    def person_in_clever(self, key: PersonId) -> Shown | None:
        """Show a record in Clever, and whether Otus may read it."""
        user = self.district.clever.user(key)
        if user is None:
            return None
        return {
            "id": user.id,
            "role": " and ".join(one.role for one in user.people),
            "email": user.record_of(key).email,
            "source": str(user.source),
            "shared_with_otus": self.district.clever.otus.user(user.id) is not None,
        }

    def person_in_otus(self, key: PersonId) -> Shown | None:
        """Show an account in Otus."""
        profile = self.district.otus.profile(self.cast.someone(key))
        if profile is None:
            return None
        return {
            "account": profile.account,
            "kind": str(profile.kind),
            "name": profile.name,
            "email": profile.email,
            "origin": str(profile.origin),
        }

    def page(self, key: SectionId) -> ClassPage | None:
        """Find the page of a class in Otus."""
        return self.district.otus.class_page(self.cast.some_class(key))

    def _places(self, person: PersonId, key: SectionId) -> Shown:
        """Say what a person is in a class, system by system."""
        section = self.district.sis.roster.sections.get(key)
        in_clever = self.district.clever.section(key)
        return {
            "class": self.cast.some_class(key).name,
            "key": key,
            "sis": _place(person, section.teachers[0], section.teachers, section.students) if section else None,
            "clever": self._place_in_clever(person, in_clever) if in_clever else None,
            "otus": self._place_in_otus(person, key),
        }

    def _place_in_clever(self, person: PersonId, section: CleverSection) -> str | None:
        user = self.district.clever.user(person)
        return _place(user.id, section.primary, section.teachers, section.students) if user else None

    def _place_in_otus(self, person: PersonId, key: SectionId) -> Shown | None:
        page, account = self.page(key), self.district.otus.profile(self.cast.someone(person))
        if page is None or account is None:
            return None
        main = (page.main_teacher,) if page.main_teacher else ()
        for place, members in (
            ("main teacher", main),
            ("co-teacher", page.co_teachers),
            ("student", page.students),
        ):
            for member in members:
                if member.account == account.account:
                    return {"place": place, "origin": str(member.origin)}
        return None

    def _name(self, key: PersonId) -> str:
        return self.cast.person(key).name

    def _user(self, user: CleverId) -> str:
        return self.district.clever.fold.roster.users[user].person.name

    def _users(self, users: Iterable[CleverId]) -> list[str]:
        return [self._user(user) for user in users]

    def _under_way(self, key: PersonId | SectionId) -> Iterator[Shown]:
        for edit, at in self.district.clever.arrivals.under_way():
            if key in (*changes(edit), *refers_to(edit)):
                yield {"what": self._told(edit), "arrives": _arrival(at)}

    def _told(self, edit: Edit) -> str:
        match edit:
            case PersonSet(person):
                return f"the record of {person.name}"
            case PersonRemoved(person):
                return f"the removal of {person.name}"
            case SectionSet(section):
                return f"the section {self.cast.facts(section).name}"
            case SectionRemoved(section):
                return f"the removal of the section {self.cast.facts(section).name}"
            case Enrolled(place):
                return f"{self._name(place.student)} enrolled in {self.cast.facts(place.section).name}"
            case Dropped(place):
                return f"{self._name(place.student)} dropped from {self.cast.facts(place.section).name}"


def _arrival(at: Instant | None) -> str:
    return "when it is released" if at is None else written(at)


def _place(who: str, primary: str | None, teachers: tuple[str, ...], students: tuple[str, ...]) -> str | None:
    if who in students:
        return "student"
    if who not in teachers:
        return None
    return "primary teacher" if primary == who else "co-teacher"


def _member(member: Member) -> Shown:
    return {"name": member.name, "origin": str(member.origin), "account": member.account}
