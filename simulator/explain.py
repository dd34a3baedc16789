"""Why a student is missing from a class in Otus: the help article's four checks, in its order.

The first "no" names the cause and its remedy; later checks are moot (S22, Q24). It only looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from simulator.clever.records import CleverSection, Source, User
from simulator.clock import Instant
from simulator.roster import SectionId
from simulator.simulation.district import District
from simulator.simulation.driver import SomeClass, Someone


class Cause(Enum):
    """The outcome of the checks: the rule, what is the case, and what to do about it."""

    NOT_IN_SIS = ("S23", "the student is not in the SIS", "add the student to the SIS")
    NOT_IN_CLASS = ("S24", "the student is not in the class in the SIS", "enroll the student in the SIS")
    NOT_IN_CLEVER = (
        "S25",
        "the student is not in the class in Clever yet",
        "wait for the sync between SIS and Clever, or run it",
    )
    NOT_SHARED = (
        "Q24",
        "Clever has the student in the class and does not share it with Otus",
        "share the class and the student with Otus in Clever",
    )
    NOT_SYNCED = ("S26", "no successful sync has run since", "wait for the nightly sync")
    ID = (
        "S27",
        "the student's ID probably needs adjusting by Otus",
        "ask in the Otus chat, with the student's name and email",
    )

    @property
    def rule(self) -> str:
        """The sentence of the article that the check comes from."""
        return self.value[0]

    @property
    def because(self) -> str:
        """What is the case."""
        return self.value[1]

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return self.value[2]


@dataclass(frozen=True)
class MissingStudent:
    """A student, a class from Clever, and the district in which to look."""

    district: District
    student: Someone
    section: SectionId

    def cause(self) -> Cause | None:
        """Go through the checks; None when the class shows the student."""
        checks = (
            (Cause.NOT_IN_SIS, self._is_known),
            (Cause.NOT_IN_CLASS, self._is_enrolled),
            (Cause.NOT_IN_CLEVER, self._is_in_clever),
            (Cause.NOT_SHARED, self._is_shared),
            (Cause.NOT_SYNCED, self._is_synced),
        )
        if self._is_shown():
            return None
        return next((cause for cause, holds in checks if not holds()), Cause.ID)

    def _is_shown(self) -> bool:
        section = self.district.clever.fold.section_of.get(self.section)
        page = self.district.otus.class_page(SomeClass("", section)) if section else None
        profile = self.district.otus.profile(self.student)
        return bool(page and profile and profile.account in {member.account for member in page.students})

    def _is_known(self) -> bool:
        """Check 1: the SIS has the student; a custom student counts as if it had (S49)."""
        is_custom = self._user is not None and self._user.source is Source.CUSTOM
        return is_custom or self.student.key in self.district.sis.roster.people

    def _is_enrolled(self) -> bool:
        """Check 2: the SIS has the student in the class; a custom section is not the SIS's to list."""
        section = self.district.sis.roster.sections.get(self.section)
        return self.section in self.district.clever.custom_sections or bool(
            section and self.student.key in section.students
        )

    def _is_in_clever(self) -> bool:
        """Check 3: Clever has the student in the class (S25)."""
        return self._lists(self.district.clever.section(self.section))

    def _is_shared(self) -> bool:
        """Check 3 goes on: what Clever has there, Otus may read (Q24)."""
        return bool(self._section() and self._user and self.district.clever.otus.user(self._user.id))

    def _is_synced(self) -> bool:
        """Check 4: a successful sync has run since the enrollment reached Clever (Q25)."""
        last = self.district.last_good_sync
        return last is not None and self._reached_clever() <= last

    def _reached_clever(self) -> Instant:
        """Find when Clever last put the student, or their present record, on the section."""
        section = self._section()
        for event in reversed(self.district.clever.otus.feed):
            after, before = event.after, event.before
            is_of_section = isinstance(after, CleverSection) and section is not None and after.id == section.id
            if is_of_section and self._lists(after) and not self._lists(before):
                return event.at
        return self.district.in_clever_since

    def _lists(self, record: object) -> bool:
        return isinstance(record, CleverSection) and self._user is not None and self._user.id in record.students

    def _section(self) -> CleverSection | None:
        section = self.district.clever.section(self.section)
        return section and self.district.clever.otus.section(section.id)

    @property
    def _user(self) -> User | None:
        return self.district.clever.user(self.student.key)
