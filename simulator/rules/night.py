"""The night: what Otus holds and what it can read in Clever, turned into changes, each with its rule.

Pure: it changes neither Otus nor Clever. The rules about one person's place and account are in seats.py and
identity.py; those about a class as a whole (S04, O29, Q32) and about what is skipped (S27, Q40) are the methods
here that name them. What a night looks at is in agenda.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from simulator.accounts import Account, Class, ClassId, Place, Seat
from simulator.changes import (
    Change,
    ClassLeft,
    ClassOpened,
    ClassRenamed,
    Decision,
    MainTeacherSet,
    SeatFilled,
    SeatHandedOver,
    SeatLost,
    SeatSkipped,
)
from simulator.clever.records import CleverSection, Event
from simulator.otus.holdings import Holdings
from simulator.roster import CleverId
from simulator.rulebook import Rule
from simulator.rules.agenda import Agenda, People, at_first, since
from simulator.rules.people import PeopleTonight
from simulator.rules.reading import Reading
from simulator.rules.seats import (
    Comes,
    CoTeacherTonight,
    Goes,
    PassesToClever,
    Verdict,
    co_teacher_after_sync,
    student_after_sync,
)


def decide(otus: Holdings, clever: Reading, news: Iterable[Event] | None) -> Decision:
    """Decide what a night changes.

    news: what Clever's feed told since the last good night, or None if there was none.
    """
    return decide_on(at_first(clever) if news is None else since(news, otus, clever), otus, clever)


def decide_on(agenda: Agenda, otus: Holdings, clever: Reading) -> Decision:
    """Decide what a night changes in what it looks at."""
    people = PeopleTonight(otus, clever)
    people.judge(agenda.users)
    night = Night(otus, clever, people)
    for section in sorted(agenda.classes):
        night.judge_class(section, agenda.classes[section])
    return Decision((*people.changes, *night.changes), (*people.skipped.values(), *night.skipped))


@dataclass
class Night:
    """The part of a night that is about classes."""

    otus: Holdings
    clever: Reading
    people: PeopleTonight
    changes: list[Change] = field(default_factory=list)
    skipped: list[SeatSkipped] = field(default_factory=list)

    def judge_class(self, section_id: CleverId, people: People) -> None:
        """Decide on one class from Clever: whether it is there, its name, its main teacher, its seats."""
        section, held = self.clever.section(section_id), self._listed(ClassId(section_id))
        if section is None:
            if held is not None:
                self.changes.append(ClassLeft(held.id, Rule.Q32))
            return
        if held is None:
            held = Class(ClassId(section_id), section.facts.name, section_id)
            self.changes.append(ClassOpened(held, Rule.S04))
        elif held.name != section.facts.name:
            self.changes.append(ClassRenamed(held.id, section.facts.name, Rule.S04))
        ClassTonight(self, held, section).judge(people)

    def _listed(self, of: ClassId) -> Class | None:
        """Find a class on the active list."""
        held = self.otus.classes.get(of)
        return held if held and held.active else None


@dataclass
class ClassTonight:
    """One class from Clever, as it is and as its section has it tonight."""

    night: Night
    held: Class
    section: CleverSection

    def judge(self, people: People) -> None:
        """Decide on the main teacher and on every seat of the people to look at."""
        self._judge_main_teacher()
        accounts = list(people.accounts)
        for user in dict.fromkeys(people.users):
            account = self._seatable(user)
            if account is None:
                self._skip_if_listed(user)
                account = self.night.people.account_of(user)
            if account is not None:
                accounts.append(account.id)
        for account in map(self.night.people.account, dict.fromkeys(accounts)):
            place = self._place(account)
            self._judge_student(account, place)
            self._judge_co_teacher(account, place)

    def _judge_main_teacher(self) -> None:
        primary = self._seatable(self.section.primary)
        main = primary.id if primary else None
        if main != self.held.main_teacher:
            rule = Rule.O29 if self.held.main_teacher else Rule.S04
            self.night.changes.append(MainTeacherSet(self.held.id, main, rule))

    def _judge_student(self, account: Account, place: Place | None) -> None:
        seat = Seat(self.held.id, account.id, Place.STUDENT)
        held, taken_out = self.night.otus.origin_of(seat), seat in self.night.otus.taken_out
        rostered = place is Place.STUDENT
        self._add(seat, student_after_sync(held, rostered=rostered, taken_out=taken_out))

    def _judge_co_teacher(self, account: Account, place: Place | None) -> None:
        seat = Seat(self.held.id, account.id, Place.CO_TEACHER)
        held, taken_out = self.night.otus.origin_of(seat), seat in self.night.otus.taken_out
        if held is None and place is not Place.CO_TEACHER:
            return  # nobody asks what Clever knows of somebody's teaching who neither was nor is to be co-teacher
        tonight = CoTeacherTonight(
            place=place,
            known=self.night.people.knows_teacher(account),
            others=any(self._seatable(one) for one in self.section.co_teachers),
            others_before=bool(self.held.co_teachers),
            taken_out=taken_out,
        )
        self._add(seat, co_teacher_after_sync(held, tonight))

    def _place(self, account: Account) -> Place | None:
        """Say what somebody is in the section, as far as Otus can read."""
        user = account.clever_id
        if user is None or self.night.people.record_of(user) is None:
            return None
        if user in self.section.students:
            return Place.STUDENT
        if user == self.section.primary:
            return Place.MAIN_TEACHER
        return Place.CO_TEACHER if user in self.section.co_teachers else None

    def _seatable(self, user: CleverId | None) -> Account | None:
        """Find the account of a user whom Otus can read and has tied."""
        return self.night.people.account_of(user) if user and self.night.people.record_of(user) else None

    def _skip_if_listed(self, user: CleverId) -> None:
        if user in self.section.members:
            rule = Rule.S27 if self.night.people.record_of(user) else Rule.Q40
            self.night.skipped.append(SeatSkipped(self.held.id, user, rule))

    def _add(self, seat: Seat, verdict: Verdict) -> None:
        match verdict:
            case Comes(rule):
                self.night.changes.append(SeatFilled(seat, rule))
            case PassesToClever(rule):
                self.night.changes.append(SeatHandedOver(seat, rule))
            case Goes(rule):
                self.night.changes.append(SeatLost(seat, rule))
