"""How many records a night, or the view of Otus, looks at follows what changed, not the size of the district."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from simulator import registrar
from simulator.accounts import Kind
from simulator.clever.records import CleverSection, Event, User
from simulator.clever.sharing import Reach, SharedView, Sharing
from simulator.generate import generate_district
from simulator.roster import CleverId
from simulator.rules.night import decide
from simulator.simulation.district import District, State
from simulator.simulation.fake_otus import FakeOtus
from simulator.simulation.simulation import Simulation

TABLES = ("schools", "users", "sections", "terms", "courses", "contacts")


@dataclass
class CountingView:
    """Clever as Otus reads it, with every record that is asked for counted."""

    view: SharedView
    asked: list[CleverId] = field(default_factory=list)

    @property
    def feed(self) -> list[Event]:
        return self.view.feed

    def user(self, user: CleverId) -> User | None:
        self.asked.append(user)
        return self.view.user(user)

    def section(self, section: CleverId) -> CleverSection | None:
        self.asked.append(section)
        return self.view.section(section)

    def sections_of(self, user: CleverId) -> tuple[CleverId, ...]:
        self.asked.append(user)
        return self.view.sections_of(user)

    def teachers_with(self, email: str) -> tuple[User, ...]:
        self.asked.append(CleverId(email))
        return self.view.teachers_with(email)

    def users(self) -> Iterator[User]:
        for user in self.view.users():
            self.asked.append(user.id)
            yield user

    def sections(self) -> Iterator[CleverSection]:
        for section in self.view.sections():
            self.asked.append(section.id)
            yield section


def looked_at(students: int, *, incrementally: bool) -> int:
    """Count the records that a night looks at after ten students were enrolled and one email was changed."""
    simulation = Simulation("cost", seed=1)
    district = simulation.open_district(generate_district(students, seed=3), State.IN_STEP)
    _ten_enrollments_and_an_email(simulation, district)
    otus = district.otus
    assert isinstance(otus, FakeOtus)
    view = CountingView(district.clever.otus)
    decide(otus.holdings, view, view.feed[otus.read_up_to :] if incrementally else None)
    return len(view.asked)


def _ten_enrollments_and_an_email(simulation: Simulation, district: District) -> None:
    section = next(iter(district.sis.roster.sections.values()))
    others = [one for one in district.sis.roster.people.values() if one.role.value == Kind.STUDENT]
    joining = [one for one in others if one.id not in section.students][:10]
    for student in joining:
        district.edit_sis(simulation.now, registrar.enroll(district.sis, section.id, student.id))
    district.edit_sis(simulation.now, registrar.change_email(district.sis, joining[0].id, "new@cost.example"))
    simulation.advance(simulation.now + timedelta(minutes=15))


def test_a_night_looks_at_as_many_records_in_a_district_ten_times_the_size() -> None:
    assert looked_at(3000, incrementally=True) == looked_at(300, incrementally=True) < 60


def test_a_night_that_looks_at_everything_does_not() -> None:
    assert looked_at(3000, incrementally=False) > 5 * looked_at(300, incrementally=False) > 300


class CountingTable(dict[CleverId, Any]):
    """A table of Clever's roster, with every record that is looked at counted."""

    looked_at = 0

    def __getitem__(self, record: CleverId) -> Any:
        self.looked_at += 1
        return super().__getitem__(record)

    def get(self, record: CleverId, default: Any = None) -> Any:
        self.looked_at += record in self
        return super().get(record, default)

    def values(self) -> Any:
        self.looked_at += len(self)
        return super().values()

    def __iter__(self) -> Iterator[CleverId]:
        self.looked_at += len(self)
        return super().__iter__()


def followed(students: int, sharing: Callable[[District], Sharing]) -> int:
    """Count the records that the arrival of ten enrollments and one email looks at, Otus's view included."""
    simulation = Simulation("cost", seed=1)
    district = simulation.open_district(generate_district(students, seed=3), State.NEVER_SYNCED)
    district.clever.share(sharing(district), simulation.now)
    roster = district.clever.fold.roster
    tables = [CountingTable(getattr(roster, name)) for name in TABLES]
    for name, table in zip(TABLES, tables, strict=True):
        setattr(roster, name, table)
    _ten_enrollments_and_an_email(simulation, district)
    assert len(district.clever.otus.feed) > 0
    return sum(table.looked_at for table in tables)


def everything(district: District) -> Sharing:
    return Sharing()


def a_school(district: District) -> Sharing:
    section = next(iter(district.sis.roster.sections.values()))
    return Sharing(Reach.SCHOOLS, schools=frozenset({section.facts.school}))


def a_section(district: District) -> Sharing:
    section = next(iter(district.clever.fold.roster.sections))
    return Sharing(Reach.SECTIONS, sections=frozenset({section}))


@pytest.mark.parametrize("sharing", [everything, a_school, a_section])
def test_following_a_batch_looks_at_few_records_however_large_the_district_is(
    sharing: Callable[[District], Sharing],
) -> None:
    assert followed(3000, sharing) < 200
    assert followed(300, sharing) < 200
