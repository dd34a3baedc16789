"""Who and what a name in a sentence means: people, sections and classes of one district.

A name that several share is refused with the forms that tell them apart; an unknown one with the nearest known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from simulator.accounts import Kind
from simulator.errors import NotUnderstood, suggestion
from simulator.roster import Person, PersonId, Role, School, SchoolId, SectionFacts, SectionId
from simulator.simulation.district import District
from simulator.simulation.driver import SomeClass, Someone

KIND_OF = {
    Role.STUDENT: Kind.STUDENT,
    Role.TEACHER: Kind.TEACHER,
    Role.STAFF: None,
    Role.DISTRICT_ADMIN: None,
}
_QUALIFIED = re.compile(r"(?P<name>.+?) \((?P<qualifiers>[^()]+)\)")
Id = TypeVar("Id", PersonId, SectionId)


@dataclass(frozen=True)
class Cast:
    """The people, sections and classes that sentences about one district may name."""

    district: District

    def find_person(self, said: str, roles: Sequence[Role]) -> PersonId:
        """Find whom a name means, in the first of the roles in which there is somebody of that name.

        Raises NotUnderstood when there is nobody, or more than one.
        """
        found = self._named(said, self.district.names.people, self._person_qualifiers)
        for role in roles:
            of_role = [one for one in found if self._role_of(one) is role]
            if of_role:
                return self._only(said, of_role, self._person_forms)
        outsiders = [one for one in found if one in self.district.outsiders]
        if outsiders:
            return self._only(said, outsiders, self._person_forms)
        raise self._unknown_person(said, found, roles)

    def find_section(self, said: str) -> SectionId:
        """Find which section, or which class made by hand, a name means. Raises NotUnderstood."""
        found = self._named(said, self.district.names.sections, self._section_qualifiers)
        if found:
            return self._only(said, found, self._section_forms)
        raise NotUnderstood(
            f"the class {said!r}",
            f"the district {self.district.plan.name!r} has none of that name",
            suggestion(said, self.district.names.sections, "Name a section of the SIS or of custom data."),
        )

    def find_school(self, said: str) -> SchoolId:
        """Find which school a name means. Raises NotUnderstood."""
        schools = self.district.sis.roster.schools.values()
        for school in schools:
            if said in (school.name, school.sis_id):
                return school.id
        names = [school.name for school in schools]
        raise NotUnderstood(
            f"the school {said!r}",
            f"the district {self.district.plan.name!r} has {', '.join(names)}",
            suggestion(said, names, ""),
        )

    def person(self, key: PersonId) -> Person:
        """Give the record of a person by key, as it is or last was. Raises NotUnderstood."""
        district = self.district
        found = district.sis.ever(key) or district.clever.custom_people.get(key) or district.outsiders.get(key)
        if found is None:
            raise NotUnderstood(f"the person {key!r}", "nobody has that key", 'Keys look like "student:1001"')
        return found

    def someone(self, key: PersonId) -> Someone:
        """Describe a person as an Otus can find them."""
        person, fold = self.person(key), self.district.clever.fold
        present = (fold.user_of[key],) if key in fold.user_of else ()
        kind = None if key in self.district.outsiders else KIND_OF[person.role]
        clever_ids = (*present, *reversed(fold.former_users.get(key, ())))
        return Someone(key, person.name, person.email, kind, clever_ids)

    def some_class(self, key: SectionId) -> SomeClass:
        """Describe a class as an Otus can find it."""
        hand_made = self.district.hand_made.get(key)
        if hand_made is not None:
            return SomeClass(hand_made.name, by_hand=hand_made.in_otus)
        return SomeClass(self.facts(key).name, section=self.district.clever.fold.section_of.get(key))

    def facts(self, key: SectionId) -> SectionFacts:
        """Give the facts of a section by key, as they are or last were. Raises NotUnderstood."""
        section = self.district.sis.section_ever(key)
        facts = section.facts if section else self.district.clever.custom_sections.get(key)
        if facts is None:
            raise NotUnderstood(
                f"the section {key!r}", "there is none of that key", 'Keys look like "section:2001"'
            )
        return facts

    def section(self, key: SectionId) -> SectionId:
        """Check that there is or was a section of a key, and give the key. Raises NotUnderstood."""
        self.facts(key)
        return key

    def school(self, key: SchoolId) -> School:
        """Give a school by key. Raises NotUnderstood."""
        found = self.district.sis.roster.schools.get(key)
        if found is None:
            raise NotUnderstood(f"the school {key!r}", "there is none of that key", 'Keys look like "school:1"')
        return found

    def _named(
        self, said: str, by_name: dict[str, tuple[Id, ...]], qualifiers: Callable[[Id], set[str]]
    ) -> list[Id]:
        if said in by_name:
            return list(by_name[said])
        split = _QUALIFIED.fullmatch(said)
        if split is None:
            return [key for keys in by_name.values() for key in keys if str(key).partition(":")[2] == said]
        wanted = {word.strip() for word in split["qualifiers"].split(",")}
        return [key for key in by_name.get(split["name"], ()) if wanted <= qualifiers(key)]

    def _only(self, said: str, found: Sequence[Id], forms: Callable[[Sequence[Id]], Iterable[str]]) -> Id:
        if len(found) == 1:
            return found[0]
        raise NotUnderstood(f"the name {said!r}", "several share it", f"Say {' or '.join(forms(found))}.")

    def _role_of(self, key: PersonId) -> Role | None:
        return None if key in self.district.outsiders else self.person(key).role

    def _person_qualifiers(self, key: PersonId) -> set[str]:
        person = self.person(key)
        schools = {self.school(school).name for school in person.schools}
        grade = {f"grade {person.grade}"} if person.grade else set()
        return {person.sis_id, person.email, str(person.role)} | schools | grade

    def _person_forms(self, keys: Sequence[PersonId]) -> list[str]:
        return [self._person_form(self.person(key)) for key in keys]

    def _person_form(self, person: Person) -> str:
        return f'"{person.name} (grade {person.grade})"' if person.grade else f'"{person.name} ({person.sis_id})"'

    def _section_qualifiers(self, key: SectionId) -> set[str]:
        if key in self.district.hand_made:
            return {"made by hand"}
        facts = self.facts(key)
        section = self.district.sis.section_ever(key)
        teacher = {self.person(section.teachers[0]).last} if section else set()
        period = {f"period {facts.period}"} if facts.period else set()
        return {facts.sis_id, self.school(facts.school).name} | teacher | period

    def _section_forms(self, keys: Sequence[SectionId]) -> list[str]:
        return [self._section_form(key) for key in keys]

    def _section_form(self, key: SectionId) -> str:
        if key in self.district.hand_made:
            return f'"{self.district.hand_made[key].name} (made by hand)"'
        facts = self.facts(key)
        section = self.district.sis.roster.sections.get(key)
        if section and facts.period:
            return f'"{facts.name} ({self.person(section.teachers[0]).last}, period {facts.period})"'
        return f'"{facts.name} ({facts.sis_id})"'

    def _unknown_person(self, said: str, found: Sequence[PersonId], roles: Sequence[Role]) -> NotUnderstood:
        if found:
            is_a = self.person(found[0]).role
            needed = " or ".join(str(role) for role in roles)
            return NotUnderstood(f"the name {said!r}", f"it is a {is_a}; the sentence needs a {needed}", "")
        introduce = f'Introduce them: "{said}" is known to neither the SIS nor Clever'
        return NotUnderstood(
            f"the name {said!r}",
            f"the district {self.district.plan.name!r} has nobody of that name",
            suggestion(said, self.district.names.people, introduce),
        )
