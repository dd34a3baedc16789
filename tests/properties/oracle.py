"""The two outcome tables of behaviours.md as literal rows, and a slow reading of a night against them.

It shares no code with the rules. For every class and every person it works out, from what Otus held before and
from what Clever showed, the words of the table's columns; exactly one row must have these words; and what Otus
holds afterwards must be the row's outcome, with one of the row's rules on the change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from simulator.accounts import Account, AccountId, ClassId, Origin, Place, Seat
from simulator.changes import ClassLeft, MainTeacherSet, SeatFilled, SeatHandedOver, SeatLost
from simulator.clever.records import CleverSection
from simulator.otus.holdings import Holdings
from simulator.roster import CleverId
from tests.properties.oracle_accounts import AccountsTonight
from tests.properties.world import Night

AFTER = "hand-added co-teacher, added after Clever's"
BEFORE = "hand-added co-teacher, there before Clever's came"


class Row(NamedTuple):
    """One row of a table, word for word; a column that the table does not have reads "any"."""

    id: str
    before: str
    in_clever: str
    known: str
    another: str
    outcome: str
    rules: str


CO_TEACHERS = (
    Row("K1", "hand-added co-teacher", "as primary", "yes", "any", "main teacher", "S04 Q33 Q45"),
    Row("K2", "hand-added co-teacher", "as co-teacher", "yes", "any", "from Clever", "S16 S20"),
    Row("K3", "hand-added co-teacher", "no", "yes", "no", "removed", "S17"),
    Row("K4", "hand-added co-teacher", "no", "yes", "yes", "removed", "S14 S17"),
    Row("K5", AFTER, "no", "no", "yes", "removed", "S14"),
    Row("K6", BEFORE, "no", "no", "yes", "removed", "Q09"),
    Row("K7", "hand-added co-teacher", "no", "no", "no", "stays", "S13"),
    Row("K8", "co-teacher from Clever", "no longer", "any", "any", "removed", "S04 O24"),
    Row("K9", "taken out by hand", "as co-teacher", "yes", "any", "from Clever", "Q13"),
    Row("K10", "not there", "as co-teacher", "yes", "any", "from Clever", "S16 S20"),
)
CO_TEACHERS_WHERE_THE_TABLE_IS_SILENT = (
    Row("promoted", "co-teacher from Clever", "as primary", "any", "any", "main teacher", "S04 Q45"),
    Row("nothing new", "co-teacher from Clever", "as co-teacher", "any", "any", "stays", ""),
    Row("stays out", "taken out by hand", "no", "any", "any", "stays", ""),
    Row("stays out as such", "taken out by hand", "as primary", "any", "any", "stays", ""),
    Row("is not there", "not there", "no", "any", "any", "stays", ""),
    Row("is not co-teacher", "not there", "as primary", "any", "any", "stays", ""),
)
STUDENTS = (
    Row("T1", "not there", "yes", "any", "any", "from Clever", "S04 S09"),
    Row("T2", "hand-added", "yes", "any", "any", "from Clever", "S11 Q07"),
    Row("T3", "taken out by hand", "yes", "any", "any", "from Clever", "O41"),
    Row("T4", "hand-added", "no", "any", "any", "removed", "S11 S30 S31"),
    Row("T5", "from Clever", "no longer", "any", "any", "removed", "S31"),
)
"""T6 is about a record without an account and T7 about classes made by hand; both are functions below."""
STUDENTS_WHERE_THE_TABLE_IS_SILENT = (
    Row("nothing new", "from Clever", "yes", "any", "any", "stays", ""),
    Row("stays out", "taken out by hand", "no", "any", "any", "stays", ""),
    Row("is not there", "not there", "no", "any", "any", "stays", ""),
)
T6_RULES = ("S27", "Q38")
WIDER = {AFTER: "hand-added co-teacher", BEFORE: "hand-added co-teacher"}


def follows_the_tables(night: Night) -> list[str]:
    """Compare every place in every class with the tables, and answer with the row ids that were used.

    Raises AssertionError at the first place where the night and the tables differ.
    """
    accounts = AccountsTonight(night)
    accounts.check()
    used: list[str] = []
    for of, held in night.after.classes.items():
        if held.section is None:
            _check_made_by_hand(night, of)
            used.append("T7")
        else:
            used += ClassTonight(night, accounts, of).check()
    return used + _check_skipped_seats(night, accounts)


class ClassTonight:
    """One class from Clever, before and after the night, and its section."""

    def __init__(self, night: Night, accounts: AccountsTonight, of: ClassId) -> None:
        self.night, self.accounts, self.of = night, accounts, of
        self.before, self.after = night.before.classes.get(of), night.after.classes[of]
        self.section = night.clever.section(CleverId(of))
        self.changes = [
            one
            for one in night.report.changes
            if isinstance(one, SeatFilled | SeatHandedOver | SeatLost) and one.seat.of == of
        ]

    def check(self) -> list[str]:
        """Check the class, and answer with the rows that were used."""
        if self.section is None:
            self._check_left()
            return []
        assert self.after.active, f"{self.of} is readable in Clever and not shown in Otus"
        assert self.after.name == self.section.facts.name
        self._check_main_teacher(self.section)
        used = []
        for account in self.night.after.accounts.values():
            used.append(self._check_student(self.section, account))
            used.append(self._check_co_teacher(self.section, account))
        return used

    def _check_student(self, section: CleverSection, account: Account) -> str:
        before = {None: "not there", Origin.CLEVER: "from Clever", Origin.BY_HAND: "hand-added"}[
            self._origin(self.night.before, account.id, Place.STUDENT)
        ]
        if before == "not there" and self._was_here(account, Place.STUDENT):
            before = "taken out by hand"
        rostered = self.accounts.readable_id(account) in section.students
        no = "no longer" if before == "from Clever" else "no"
        row = _only_row(
            (*STUDENTS, *STUDENTS_WHERE_THE_TABLE_IS_SILENT), [before], "yes" if rostered else no, "", ""
        )
        self._check_outcome(row, account.id, Place.STUDENT)
        return row.id

    def _check_co_teacher(self, section: CleverSection, account: Account) -> str:
        before = self._co_teacher_before(account)
        in_clever = self._in_clever(section, account)
        if before == "co-teacher from Clever" and in_clever == "no":
            in_clever = "no longer"
        known = "yes" if self.accounts.knows_teacher(account) else "no"
        another = "yes" if self._another(section, account) else "no"
        words = [before] if before not in WIDER else [before, WIDER[before]]
        rows = (*CO_TEACHERS, *CO_TEACHERS_WHERE_THE_TABLE_IS_SILENT)
        row = _only_row(rows, words, in_clever, known, another)
        self._check_outcome(row, account.id, Place.CO_TEACHER)
        return row.id

    def _co_teacher_before(self, account: Account) -> str:
        origin = self._origin(self.night.before, account.id, Place.CO_TEACHER)
        if origin is Origin.CLEVER:
            return "co-teacher from Clever"
        if origin is Origin.BY_HAND:
            return AFTER if self.before and self.before.co_teachers else BEFORE
        return "taken out by hand" if self._was_here(account, Place.CO_TEACHER) else "not there"

    def _was_here(self, account: Account, place: Place) -> bool:
        """Who was here from Clever after the last good night, and is not now, was taken out by hand."""
        return self._origin(self.night.last, account.id, place) is Origin.CLEVER

    def _in_clever(self, section: CleverSection, account: Account) -> str:
        user = self.accounts.readable_id(account)
        if user not in section.teachers:
            return "no"
        return "as primary" if section.primary == user else "as co-teacher"

    def _another(self, section: CleverSection, account: Account) -> bool:
        """A co-teacher whose record Otus has to skip is in no class, so that they count for nothing (Q38)."""
        others = (self.accounts.account_of(one) for one in section.co_teachers)
        return any(other is not None and other != account.id for other in others)

    def _origin(self, otus: Holdings, account: AccountId, place: Place) -> Origin | None:
        held = otus.classes.get(self.of)
        if Seat(self.of, account, place) in otus.by_hand:
            return Origin.BY_HAND
        if held is None:
            return None
        return Origin.CLEVER if account in (held.students if place is Place.STUDENT else held.co_teachers) else None

    def _check_outcome(self, row: Row, account: AccountId, place: Place) -> None:
        night = self.night
        was, is_now = self._origin(night.before, account, place), self._origin(night.after, account, place)
        wanted = {"removed": None, "main teacher": None, "from Clever": Origin.CLEVER, "stays": was}[row.outcome]
        where = f"{row.id}: {account} as {place} of {self.of}"
        assert is_now == wanted, f"{where} was {was}, should be {wanted} and is {is_now}"
        if row.outcome == "main teacher":
            assert self.after.main_teacher == account, where
        rules = [one.rule.value for one in self.changes if one.seat == Seat(self.of, account, place)]
        assert len(rules) == (was != is_now), f"{where} went from {was} to {is_now} by {rules}"
        assert all(rule in row.rules.split() for rule in rules), f"{where} is put down to {rules}"

    def _check_main_teacher(self, section: CleverSection) -> None:
        wanted = self.accounts.account_of(section.primary) if section.primary else None
        assert self.after.main_teacher == wanted, f"{self.of} has the main teacher {self.after.main_teacher}"
        was = self.before.main_teacher if self.before else None
        told = [one for one in self.night.report.changes if isinstance(one, MainTeacherSet) and one.of == self.of]
        assert len(told) == (was != wanted)

    def _check_left(self) -> None:
        """Q32: the class leaves the active list with everyone in it."""
        assert not self.after.active, f"{self.of} is shown in Otus and not readable in Clever"
        assert (self.after.main_teacher, self.after.co_teachers, self.after.students) == (None, (), ())
        assert not any(seat.of == self.of for seat in self.night.after.by_hand)
        told = [one.rule for one in self.night.report.changes if isinstance(one, ClassLeft) and one.of == self.of]
        assert told == (["Q32"] if self.before and self.before.active else [])


def _only_row(rows: Sequence[Row], before: Sequence[str], in_clever: str, known: str, another: str) -> Row:
    found = [
        row
        for row in rows
        if row.before in before
        and row.in_clever == in_clever
        and row.known in ("any", known)
        and row.another in ("any", another)
    ]
    assert len(found) == 1, f"{[row.id for row in found]} say what {(before, in_clever, known, another)} comes to"
    return found[0]


def _check_made_by_hand(night: Night, of: ClassId) -> None:
    """T7: a class made by hand is untouched, with everyone in it."""
    assert night.after.classes[of] == night.before.classes[of]
    assert _seats(night.after.by_hand, of) == _seats(night.before.by_hand, of)


def _seats(seats: Iterable[Seat], of: ClassId) -> set[Seat]:
    return {seat for seat in seats if seat.of == of}


def _check_skipped_seats(night: Night, accounts: AccountsTonight) -> list[str]:
    """T6 and Q40: who is on a section and has no account is not there, and the report names them."""
    wanted: dict[tuple[ClassId, CleverId], tuple[str, ...]] = {}
    for section in night.clever.sections():
        for user in (*section.teachers, *section.students):
            if user not in accounts.readable:
                wanted[ClassId(section.id), user] = ("Q40",)
            elif accounts.account_of(user) is None:
                wanted[ClassId(section.id), user] = T6_RULES
    told = {(one.of, one.user): one.rule for one in night.report.skipped if hasattr(one, "of")}
    assert told.keys() == wanted.keys()
    assert all(told[seat].value in rules for seat, rules in wanted.items())
    return ["T6" for rules in wanted.values() if rules == T6_RULES]
