"""The grown-ups of a generated district: teachers, staff and district admins, made as schools ask for them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from simulator.chance import Stream
from simulator.generate.names import Emails, Pools
from simulator.roster import Facts, Person, PersonId, Role, SchoolId, person_id

Schools = tuple[SchoolId, ...]

STAFF_TITLES = (
    ("School Counselor", "Counseling", "Counselor"),
    ("Registrar", "Office", "Office Staff"),
    ("Librarian", "Media Center", "Librarian"),
    ("Classroom Aide", "Special Education", "Aide"),
    ("Classroom Aide", "Special Education", "Aide"),
    ("Nurse", "Health", "Nurse"),
)
ADMIN_TITLES = ("Superintendent", "Technology Director", "Data Manager")
LETTER = {Role.TEACHER: "T", Role.STAFF: "S", Role.DISTRICT_ADMIN: "A"}


@dataclass
class Adults:
    """A maker of grown-ups, who numbers them as it goes and keeps them in the order of their making."""

    chance: Stream
    names: Pools
    emails: Emails
    made: dict[PersonId, Person] = field(default_factory=dict)
    _count: dict[Role, int] = field(default_factory=dict)

    def teacher(self, schools: Schools, title: str) -> Person:
        """Make a teacher."""
        sis_id = self._next_sis_id(Role.TEACHER)
        more = (("teacher_number", f"2{sis_id[1:]}"), ("title", title))
        return self._somebody(Role.TEACHER, sis_id, schools, more)

    def staff(self, schools: Schools, title: str, department: str, role: str) -> Person:
        """Make a member of staff."""
        more = (("department", department), ("title", title), ("role", role))
        return self._somebody(Role.STAFF, self._next_sis_id(Role.STAFF), schools, more)

    def also_staff(self, teacher: Person) -> Person:
        """Make the second record of a teacher who also leads a school: the same name and email, in staff.csv."""
        sis_id = self._next_sis_id(Role.STAFF)
        more = (("department", "Administration"), ("title", "Assistant Principal"), ("role", "School Admin"))
        key = person_id(Role.STAFF, sis_id)
        return self._kept(replace(teacher, id=key, sis_id=sis_id, role=Role.STAFF, more=more))

    def district_admin(self, title: str) -> Person:
        """Make a district admin, who belongs to no school."""
        sis_id = self._next_sis_id(Role.DISTRICT_ADMIN)
        return self._somebody(Role.DISTRICT_ADMIN, sis_id, (), (("title", title),))

    def _next_sis_id(self, role: Role) -> str:
        self._count[role] = self._count.get(role, 0) + 1
        return f"{LETTER[role]}{self._count[role]:05}"

    def _somebody(self, role: Role, sis_id: str, schools: Schools, more: Facts) -> Person:
        first = self.chance.pick(self.names.female if self.chance.happens(70) else self.names.male)
        last = self.chance.pick(self.names.last)
        email = self.emails.of(first, last)
        key = person_id(role, sis_id)
        return self._kept(Person(key, sis_id, role, first[0], last[0], "", email, schools, "", more))

    def _kept(self, person: Person) -> Person:
        self.made[person.id] = person
        return person
