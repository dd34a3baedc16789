"""Who and what a name in a sentence means: people, sections and classes of one district.

A name that several share is refused with the forms that tell them apart; an unknown one with the nearest known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from simulator.errors import NotUnderstood, suggestion
from simulator.roster import Person, PersonId, Role, School, SchoolId, SectionFacts, SectionId, section_id
from simulator.rules.identity import KINDS
from simulator.simulation.district import District
from simulator.simulation.driver import SomeClass, Someone

_QUALIFIED = re.compile(r"(?P<name>.+?) \((?P<marks>[^()]+)\)")
Id = TypeVar("Id", PersonId, SectionId)


@dataclass(frozen=True)
class Cast:
    """The people, sections and classes that sentences about one district may name."""

    district: District

    def find_person(self, said: str, roles: Sequence[Role]) -> PersonId:
        """Find whom a name or an SIS id means, in the first of the roles in which there is somebody.

        Raises NotUnderstood when there is nobody, or more than one.
        """
        found = self._named(said, self.district.names.people, self._person_marks) or self._with_sis_id(said, roles)
        by_role = [[one for one in found if self._role_of(one) is role] for role in (*roles, None)]
        for candidates in by_role:
            if candidates:
                return _only(said, candidates, self.district.names.people, self._person_marks)
        raise self._unknown_person(said, found, roles)

    def find_section(self, said: str) -> SectionId:
        """Find which section, or which class made by hand, a name or an SIS id means. Raises NotUnderstood."""
        found = self._named(said, self.district.names.sections, self._section_marks)
        found = found or [key for key in (SectionId(said), section_id(said)) if self._has_section(key)]
        if found:
            return _only(said, found, self.district.names.sections, self._section_marks)
        raise NotUnderstood(
            f"the class {said!r}",
            f"the district {self.district.plan.name!r} has none of that name",
            suggestion(said, self.district.names.sections, "Name a section of the SIS or of custom data."),
        )

    def find_school(self, said: str) -> SchoolId:
        """Find which school a name means. Raises NotUnderstood."""
        schools = self.district.sis.roster.schools.values()
        found = [one for one in schools if said == one.name] or [one for one in schools if said == one.sis_id]
        if len(found) == 1:
            return found[0].id
        if found:
            ids = " or ".join(f'"{one.sis_id}"' for one in found)
            raise NotUnderstood(f"the school {said!r}", "several have that name", f"Say its SIS id: {ids}")
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
        person = self.person(key)
        kinds = () if key in self.district.outsiders else KINDS.get(person.role, ())
        return Someone(
            key, person.name, person.email, next(iter(kinds), None), self.district.clever.fold.ids_of(key)
        )

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
        if key in self.district.hand_made:
            name = self.district.hand_made[key].name
            raise NotUnderstood(
                f"the class {name!r}",
                "it is made by hand in Otus",
                "A section of the SIS or of Clever is needed",
            )
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

    def _has_section(self, key: SectionId) -> bool:
        district = self.district
        return bool(
            district.sis.section_ever(key) or key in district.clever.custom_sections or key in district.hand_made
        )

    def _with_sis_id(self, said: str, roles: Sequence[Role]) -> list[PersonId]:
        in_sis = [self.district.sis.person_with(role, said) for role in roles]
        custom = [person for person in self.district.clever.custom_people.values() if person.sis_id == said]
        return [person.id for person in (*in_sis, *custom) if person]

    def _named(
        self, said: str, by_name: Mapping[str, tuple[Id, ...]], marks: Callable[[Id], list[str]]
    ) -> list[Id]:
        if said in by_name:
            return list(by_name[said])
        split = _QUALIFIED.fullmatch(said)
        if split is None:
            return []
        wanted = set(split["marks"].split(", "))
        return [key for key in by_name.get(split["name"], ()) if wanted <= _words_of(marks(key))]

    def _role_of(self, key: PersonId) -> Role | None:
        return None if key in self.district.outsiders else self.person(key).role

    def _person_marks(self, key: PersonId) -> list[str]:
        """List what can tell a person from their namesakes, the plainest first, what nobody shares last."""
        person = self.person(key)
        if key in self.district.outsiders:
            return ["unknown to Clever", person.email]
        grade = [f"grade {person.grade}"] if person.grade else []
        schools = [self.school(school).name for school in person.schools]
        return [*grade, str(person.role), *schools, person.email, person.sis_id, key]

    def _section_marks(self, key: SectionId) -> list[str]:
        """List what can tell a section from those of the same name, the plainest first, what none shares last."""
        if key in self.district.hand_made:
            return ["made by hand", key]
        facts = self.facts(key)
        section = self.district.sis.section_ever(key)
        teacher = self.person(section.teachers[0]).last if section else "custom"
        period = f"period {facts.period}" if facts.period else teacher
        return [f"{teacher}, {period}", self.school(facts.school).name, facts.sis_id, key]

    def _unknown_person(self, said: str, found: Sequence[PersonId], roles: Sequence[Role]) -> NotUnderstood:
        if found:
            is_a = self.person(found[0]).role
            needed = " or ".join(str(role) for role in roles)
            return NotUnderstood(f"the name {said!r}", f"it is a {is_a}; the sentence needs a {needed}", "Name one")
        introduce = f'Introduce them: "{said}" is known to neither the SIS nor Clever'
        return NotUnderstood(
            f"the name {said!r}",
            f"the district {self.district.plan.name!r} has nobody of that name",
            suggestion(said, self.district.names.people, introduce),
        )


def _words_of(marks: Iterable[str]) -> set[str]:
    return {word for mark in marks for word in (mark, *mark.split(", "))}


def _only(
    said: str, found: Sequence[Id], by_name: Mapping[str, tuple[Id, ...]], marks: Callable[[Id], list[str]]
) -> Id:
    """Give the one that is meant. Raises NotUnderstood with a form for each when there are several."""
    if len(found) == 1:
        return found[0]
    name = next((name for name, keys in by_name.items() if found[0] in keys), said)
    forms = (f'"{name} ({_telling(key, found, marks)})"' for key in found)
    raise NotUnderstood(f"the name {said!r}", "several share it", f"Say {' or '.join(forms)}.")


def _telling(key: Id, found: Sequence[Id], marks: Callable[[Id], list[str]]) -> str:
    others = [mark for other in found if other != key for mark in marks(other)]
    return next(mark for mark in marks(key) if mark not in others)
