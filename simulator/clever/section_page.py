"""A section's page in Clever: find a section, add or remove a co-teacher there.

At once in Clever, the district's own, and lasting (S18, S19, Q41).
"""

from __future__ import annotations

from simulator.clever.clever import Clever
from simulator.clever.fold import SectionPage
from simulator.clever.records import CleverSection, Source
from simulator.clock import Instant
from simulator.errors import Refused
from simulator.roster import CleverId, PersonId, Role, SectionId


def search(clever: Clever, words: str) -> tuple[CleverSection, ...]:
    """Find the sections whose name, course, period, teacher or SIS id holds every word (S19)."""
    wanted = words.lower().split()
    return tuple(
        section
        for section in clever.fold.roster.sections.values()
        if all(word in _searched(clever, section) for word in wanted)
    )


def _searched(clever: Clever, section: CleverSection) -> str:
    teachers = [clever.fold.roster.users[teacher].person.name for teacher in section.teachers]
    course = section.facts.course.name if section.facts.course else ""
    words = (section.facts.name, course, section.facts.period, section.facts.sis_id, *teachers)
    return " ".join(words).lower()


def add_co_teacher(clever: Clever, section: SectionId, teacher: PersonId, now: Instant) -> None:
    """Add a co-teacher on the section's page. Raises Refused when they are on it, or not a teacher in Clever."""
    page_of, user = _section(clever, section), _teacher(clever, teacher)
    if user in page_of.teachers:
        place = "primary teacher" if page_of.primary == user else "co-teacher"
        raise Refused(
            f"the district adds {_name(clever, user)} as co-teacher of {page_of.facts.name!r} in Clever",
            f"they are its {place} already",
            "One person has one place in a section",
        )
    page = clever.fold.page_of(page_of)
    clever.fold.set_page(page_of, SectionPage(page.sent, (*page.added, user)))
    clever.publish(now)


def remove_co_teacher(clever: Clever, section: SectionId, teacher: PersonId, now: Instant) -> None:
    """Remove a co-teacher on the section's page. Raises Refused for one whom the SIS sends (Q41)."""
    page_of, user = _section(clever, section), _teacher(clever, teacher)
    asked = f"the district removes {_name(clever, user)} as co-teacher of {page_of.facts.name!r} in Clever"
    if user not in page_of.co_teachers:
        raise Refused(asked, "they are not its co-teacher in Clever", "Name one of its co-teachers")
    page = clever.fold.page_of(page_of)
    if user in page.sent and page_of.source is Source.SIS:
        raise Refused(asked, "the SIS sends them", "Remove them from the section in the SIS")
    clever.fold.set_page(page_of, page.without(user))
    clever.publish(now)


def _section(clever: Clever, section: SectionId) -> CleverSection:
    found = clever.section(section)
    if found:
        return found
    raise Refused(
        f"the district opens the page of the section {section!r} in Clever",
        "Clever does not have it yet, or no longer",
        "Let the SIS-to-Clever lag pass, then try again",
    )


def _teacher(clever: Clever, teacher: PersonId) -> CleverId:
    user = clever.user(teacher)
    if user and user.person.role is Role.TEACHER:
        return user.id
    raise Refused(
        f"the district chooses {teacher!r} as a teacher in Clever",
        "Clever has no teacher record of them",
        "Add the teacher in the SIS and let the lag pass, or make a custom teacher",
    )


def _name(clever: Clever, user: CleverId) -> str:
    return clever.fold.roster.users[user].person.name
