"""Terms and courses: records that Clever makes of what the rows of sections say.

A course is told by its number, or by its name where it has none; a term by its name and its days. What the last
section lets go is gone at once, and made again it is another record. Source: clever_api.md, section 5.6.
"""

from __future__ import annotations

from simulator.clever.ids import Ids
from simulator.clever.records import CleverCourse, CleverSection, CleverTerm
from simulator.clever.roster import CleverRoster
from simulator.clock import Instant
from simulator.roster import CleverId, Course, SectionFacts, Term


def name_course(
    ids: Ids, roster: CleverRoster, facts: SectionFacts, before: CleverSection | None, at: Instant
) -> CleverId | None:
    """Find or make the course that a section's row names; None where it names none.

    The course shows the name that a row gave it last (assumed; no page says which of two rows wins). A row that
    arrives again with the same course says nothing new.
    """
    course = facts.course
    if course is None or not (course.number.strip() or course.name.strip()):
        return None
    found = ids.of("course", _course_key(course), at)
    said_before = before is not None and before.facts.course == course
    if found not in roster.courses or (course.name.strip() and not said_before):
        roster.put(CleverCourse(found, course))
    return found


def name_term(ids: Ids, roster: CleverRoster, facts: SectionFacts, at: Instant) -> CleverId | None:
    """Find or make the term that a section's row names; None where it names none."""
    term = facts.term
    if term is None or not (term.name.strip() or term.start or term.end):
        return None
    found = ids.of("term", _term_key(term), at)
    if found not in roster.terms:
        roster.put(CleverTerm(found, term))
    return found


def forget_unnamed(ids: Ids, roster: CleverRoster) -> None:
    """Take out the terms and courses that no section names any more, at the end of a batch."""
    for record in roster.take_unnamed():
        match record:
            case CleverCourse(course=course):
                ids.forget("course", _course_key(course))
            case CleverTerm(term=term):
                ids.forget("term", _term_key(term))


def _course_key(course: Course) -> str:
    return course.number.strip() or f"named {course.name.strip()}"


def _term_key(term: Term) -> str:
    days = (day.isoformat() if day else "" for day in (term.start, term.end))
    return "\x1f".join((term.name.strip(), *days))
