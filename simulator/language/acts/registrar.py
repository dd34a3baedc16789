"""What the registrar does in the SIS."""

from __future__ import annotations

from simulator import registrar
from simulator.language.registry import act
from simulator.language.slots import ASection, AStudent
from simulator.language.stage import Stage


@act('the registrar enrolls "{student}" in "{section}"')
def enroll(stage: Stage, student: AStudent, section: ASection) -> None:
    """A student is enrolled in a section (S09)."""
    district = stage.district
    district.edit_sis(stage.now, registrar.enroll(district.sis, section, student.key))
