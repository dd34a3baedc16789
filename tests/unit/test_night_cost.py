"""The number of records that a night looks at follows what changed, not the size of the district."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from simulator import registrar
from simulator.accounts import Kind
from simulator.clever.records import CleverSection, Event, User
from simulator.clever.sharing import SharedView
from simulator.generate import generate_district
from simulator.roster import CleverId
from simulator.rules.night import decide
from simulator.simulation.district import District, State
from simulator.simulation.fake_otus import FakeOtus
from simulator.simulation.simulation import Simulation


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
