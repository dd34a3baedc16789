"""What people do by hand in Otus, and what Otus support does; all of it at once, without a sync."""

from __future__ import annotations

from simulator.language.registry import act
from simulator.language.slots import AClass, AStudent, ATeacher
from simulator.language.stage import Stage


@act(
    '"{by}" adds "{student}" to "{of}" in Otus',
    attempt='"{by}" tries to add "{student}" to "{of}" in Otus',
)
def add_student(stage: Stage, by: ATeacher, student: AStudent, of: AClass) -> None:
    """Somebody adds a student to a class by hand; it lasts until the next successful sync (S10, S11)."""
    stage.district.otus.add_student(by, of, student)
