"""The road from the SIS to Clever, and what the district does in Clever itself, apart from custom data."""

from __future__ import annotations

from simulator.clever import section_page
from simulator.clever.records import CleverSection
from simulator.clever.sharing import Reach, Sharing
from simulator.edits import EditKind
from simulator.errors import Refused
from simulator.lag import fixed, lag_between
from simulator.language.registry import act
from simulator.language.slots import (
    ACoTeacher,
    AKindOfEdit,
    ASection,
    Hours,
    Minutes,
    MoreMinutes,
    Schools,
    Sections,
)
from simulator.language.stage import Stage


@act("SIS changes take {length} minutes to reach Clever")
def set_lag_minutes(stage: Stage, length: Minutes) -> None:
    """Every SIS edit made from now on takes that long (S51, Q01)."""
    stage.district.clever.set_lag(fixed(length))


@act("SIS changes take {length} hours to reach Clever")
def set_lag_hours(stage: Stage, length: Hours) -> None:
    """Every SIS edit made from now on takes that long (A03, Q01)."""
    stage.district.clever.set_lag(fixed(length))


@act("SIS changes take between {shortest} and {longest} minutes to reach Clever")
def set_lag_between(stage: Stage, shortest: Minutes, longest: MoreMinutes) -> None:
    """Every SIS edit made from now on takes some time in that range, drawn from the seed (S51)."""
    stage.district.clever.set_lag(lag_between(shortest, longest))


@act('SIS changes of "{kind}" take {length} minutes to reach Clever')
def set_lag_minutes_of(stage: Stage, kind: AKindOfEdit, length: Minutes) -> None:
    """Every SIS edit of one kind made from now on takes that long (S51)."""
    stage.district.clever.set_lag(fixed(length), kind)


@act('SIS changes of "{kind}" take {length} hours to reach Clever')
def set_lag_hours_of(stage: Stage, kind: AKindOfEdit, length: Hours) -> None:
    """Every SIS edit of one kind made from now on takes that long."""
    stage.district.clever.set_lag(fixed(length), kind)


@act("SIS changes are held")
def hold(stage: Stage) -> None:
    """SIS edits made from now on do not reach Clever until they are released (C08)."""
    stage.district.clever.hold(EditKind)


@act('SIS changes of "{kind}" are held')
def hold_kind(stage: Stage, kind: AKindOfEdit) -> None:
    """SIS edits of one kind made from now on do not reach Clever until they are released."""
    stage.district.clever.hold([kind])


@act("the held SIS changes are released")
def release(stage: Stage) -> None:
    """What was held goes on to Clever, and no more is held (C08)."""
    stage.district.clever.release(stage.now)


@act("custom data takes {length} minutes to be available in Clever")
def set_custom_lag(stage: Stage, length: Minutes) -> None:
    """Custom data made from now on is in Clever after that time (S44)."""
    stage.district.clever.custom_lag = fixed(length)


@act(
    'the district adds "{teacher}" as co-teacher on the section page of "{section}" in Clever',
    attempt='the district tries to add "{teacher}" as co-teacher on the section page of "{section}" in Clever',
)
def add_on_section_page(stage: Stage, teacher: ACoTeacher, section: ASection) -> None:
    """The district puts a co-teacher on a section in Clever, at once (S18, Q41)."""
    section_page.add_co_teacher(stage.district.clever, section, teacher.key, stage.now)


@act(
    'the district removes "{teacher}" as co-teacher on the section page of "{section}" in Clever',
    attempt='the district tries to remove "{teacher}" as co-teacher on the section page of "{section}" in Clever',
)
def remove_on_section_page(stage: Stage, teacher: ACoTeacher, section: ASection) -> None:
    """The district takes a co-teacher off a section in Clever, at once, unless the SIS sends them (Q41)."""
    section_page.remove_co_teacher(stage.district.clever, section, teacher.key, stage.now)


@act("the district shares the whole district with Otus")
def share_district(stage: Stage) -> None:
    """Otus may read everything in Clever (O02)."""
    stage.district.clever.share(Sharing(), stage.now)


@act("the district shares nothing with Otus")
def share_nothing(stage: Stage) -> None:
    """Otus may read nothing in Clever (O01, C15)."""
    stage.district.clever.share(Sharing(Reach.SCHOOLS), stage.now)


@act('the district shares the schools "{schools}" with Otus')
def share_schools(stage: Stage, schools: Schools) -> None:
    """Otus may read the sections and people of some schools (O02, C16)."""
    stage.district.clever.share(Sharing(Reach.SCHOOLS, schools=frozenset(schools)), stage.now)


@act('the district shares the sections "{sections}" with Otus')
def share_sections(stage: Stage, sections: Sections) -> None:
    """Otus may read some sections and the people in them (C16, C17)."""
    found = [_in_clever(stage, section).id for section in sections]
    stage.district.clever.share(Sharing(Reach.SECTIONS, sections=frozenset(found)), stage.now)


def _in_clever(stage: Stage, section: ASection) -> CleverSection:
    found = stage.district.clever.section(section)
    if found is None:
        raise Refused(f"the district shares {section!r}", "Clever does not have it", "Let the lag pass first")
    return found
