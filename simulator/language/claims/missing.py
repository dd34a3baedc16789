"""The help article's checks for a missing student (S22 to S27)."""

from __future__ import annotations

from simulator.explain import Cause, MissingStudent
from simulator.language.registry import Seen, claim
from simulator.language.slots import ACause, ARemedy, ASection, AStudent
from simulator.language.stage import Stage
from simulator.roster import SectionId
from simulator.simulation.driver import Someone


@claim('"{student}" is missing from "{section}", because "{reason}"')
def is_missing(stage: Stage, student: AStudent, section: ASection, reason: ACause) -> Seen:
    """The first of the checks that fails gives this reason."""
    cause = _cause(stage, student, section)
    return Seen(cause is not None and cause.because == reason, _told(cause))


@claim('the remedy for "{student}" missing from "{section}" is "{remedy}"')
def remedy_is(stage: Stage, student: AStudent, section: ASection, remedy: ARemedy) -> Seen:
    """The first of the checks that fails has this remedy."""
    cause = _cause(stage, student, section)
    return Seen(cause is not None and cause.remedy == remedy, _told(cause))


def _cause(stage: Stage, student: Someone, section: SectionId) -> Cause | None:
    return MissingStudent(stage.district, student, section).cause()


def _told(cause: Cause | None) -> str:
    return f"{cause.because} ({cause.rule}): {cause.remedy}" if cause else "the class shows the student"
