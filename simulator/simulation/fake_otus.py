"""Our fake of Otus as a driver: it finds the accounts that are meant, and lets the rules decide a night."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from simulator.accounts import Account, AccountId, ClassId, Detail, Kind, Origin, Place, SignIn
from simulator.changes import (
    Decision,
    mentioned,
)
from simulator.clock import Instant
from simulator.errors import Refused
from simulator.otus import by_hand
from simulator.otus.applying import apply
from simulator.otus.holdings import Holdings
from simulator.roster import CleverId
from simulator.rules.identity import KINDS
from simulator.rules.night import decide
from simulator.rules.reading import Reading
from simulator.simulation.driver import ClassPage, Labels, Member, Profile, SomeClass, Someone, SyncReport


@dataclass
class FakeOtus:
    """An Otus in this process."""

    holdings: Holdings = field(default_factory=Holdings)
    read_up_to: int | None = None
    """How far into Clever's feed the last good night read."""

    def add_student(self, by: Someone, of: SomeClass, student: Someone) -> None:
        """Add a student to a class by hand."""
        actor, to = self._account(by), self._class(of)
        by_hand.add_student(self.holdings, actor, to, self._account_or_new(student, Kind.STUDENT))

    def remove_student(self, by: Someone, of: SomeClass, student: Someone) -> None:
        """Take a student out of a class by hand."""
        by_hand.remove_student(self.holdings, self._account(by), self._class(of), self._account(student))

    def add_co_teacher(self, by: Someone, of: SomeClass, teacher: Someone) -> None:
        """Add a co-teacher to a class by hand; an email that Otus does not know makes an account."""
        actor, to = self._account(by), self._class(of)
        by_hand.add_co_teacher(self.holdings, actor, to, self._account_or_new(teacher, Kind.TEACHER))

    def remove_co_teacher(self, by: Someone, of: SomeClass, teacher: Someone) -> None:
        """Take a co-teacher out of a class by hand."""
        by_hand.remove_co_teacher(self.holdings, self._account(by), self._class(of), self._account(teacher))

    def make_class(self, by: Someone, name: str) -> str:
        """Make a class by hand."""
        return by_hand.make_class(self.holdings, self._account(by), name)

    def make_admin(self, person: Someone) -> None:
        """Make an admin account."""
        by_hand.make_admin(self.holdings, person.name, person.email, self._find(person))

    def sign_in(self, person: Someone, way: SignIn, email: str | None = None) -> None:
        """Sign somebody in, with the email that they type where one is given."""
        account = self._find(person)
        if email is not None:
            account = next((one for one in self.holdings.accounts_with(email) if one == account), None)
        by_hand.sign_in(self.holdings, account, person.name, way)

    def change_email(self, person: Someone, email: str) -> None:
        """Change an email in Otus at once."""
        by_hand.change_email(self.holdings, self._account(person), email)

    def adjust_id(self, person: Someone) -> None:
        """Tie somebody's account to the record that Clever has of them now."""
        if not person.clever_ids:
            raise Refused(f"Otus adjusts the ID of {person.name}", "Clever does not know them", "Let the lag pass")
        holders = self._with_email(person)
        account = self._find(person) or (holders[0] if holders else self._account(person))
        by_hand.adjust_id(self.holdings, account, person.clever_ids[0])

    def report_missing(self, by: Someone, student: Someone, details: Sequence[Detail]) -> None:
        """Tell support in the chat that a student is missing; details of several messages add up (S28, S29)."""
        given = self.holdings.reported_missing.get(student.key, ())
        self.holdings.reported_missing[student.key] = tuple(dict.fromkeys((*given, *details)))

    def hand_in(self, student: Someone, of: SomeClass, work: str) -> None:
        """Hand in a piece of work."""
        by_hand.hand_in(self.holdings, self._class(of), self._account(student), work)

    def set_manual_rostering(self, *, on: bool) -> None:
        """Turn the manual rostering feature on or off."""
        self.holdings.manual_rostering = on

    def sync(self, at: Instant, clever: Reading) -> SyncReport:
        """Run the nightly sync: read Clever as it is now, decide, apply."""
        news = None if self.read_up_to is None else clever.feed[self.read_up_to :]
        decision = decide(self.holdings, clever, news)
        apply(self.holdings, decision)
        self.read_up_to = len(clever.feed)
        labels = self._labels(decision, clever)
        return SyncReport(at, succeeded=True, changes=decision.changes, skipped=decision.skipped, names=labels)

    def profile(self, person: Someone) -> Profile | None:
        """Show somebody's account."""
        account = self._find(person)
        if account is None:
            return None
        return Profile(account.id, account.kind, account.name, account.email, account.origin)

    def class_page(self, of: SomeClass) -> ClassPage | None:
        """Show a class that is on the active list."""
        found = self.holdings.classes.get(ClassId(of.key))
        if found is None or not found.active:
            return None
        main = self.holdings.accounts[found.main_teacher] if found.main_teacher else None
        origin = Origin.BY_HAND if found.section is None else Origin.CLEVER
        return ClassPage(
            found.name,
            Member(main.id, main.name, origin) if main else None,
            self._members(found.id, Place.CO_TEACHER),
            self._members(found.id, Place.STUDENT),
        )

    def classes_named(self, name: str) -> int:
        """Count the classes of a name on the active list."""
        return sum(of.active and of.name == name for of in self.holdings.classes.values())

    def work_shown(self, student: Someone, of: SomeClass) -> Sequence[str]:
        """List the work that Otus shows."""
        return by_hand.work_shown(self.holdings, self._class(of), self._account(student))

    def support_asks_for(self, student: Someone) -> Sequence[Detail] | None:
        """List what support still asks for about a missing student (S29)."""
        given = self.holdings.reported_missing.get(student.key)
        return None if given is None else [detail for detail in Detail if detail not in given]

    def has_google_features(self, teacher: Someone, of: SomeClass) -> bool:
        """Tell whether the Google features of a class work for a teacher of it."""
        return by_hand.has_google_features(self.holdings, self._class(of), self._account(teacher))

    def copy(self) -> FakeOtus:
        """Make an Otus that goes its own way from here."""
        return replace(self, holdings=self.holdings.copy())

    def _members(self, of: ClassId, place: Place) -> tuple[Member, ...]:
        members = (Member(account.id, account.name, origin) for account, origin in self.holdings.members(of, place))
        return tuple(sorted(members, key=lambda member: (member.name, member.account)))

    def _labels(self, decision: Decision, clever: Reading) -> Labels:
        accounts: set[AccountId] = set()
        classes: set[ClassId] = set()
        users: set[CleverId] = set()
        for entry in map(mentioned, (*decision.changes, *decision.skipped)):
            accounts.update(entry.accounts)
            classes.update(entry.classes)
            users.update(entry.users)
        return Labels(
            {one: self.holdings.accounts[one].name for one in sorted(accounts)},
            {one: self.holdings.classes[one].name for one in sorted(classes)},
            {one: _name_in_clever(one, clever) for one in sorted(users)},
        )

    def _find(self, person: Someone) -> Account | None:
        """Find somebody's account: tied to one of their records in Clever, else by email if it is nobody else's."""
        tied = (self.holdings.account_of(clever_id) for clever_id in person.clever_ids)
        by_email = (one for one in self._with_email(person) if person.kind is None or one.clever_id is None)
        return next((one for one in (*tied, *by_email) if one), None)

    def _with_email(self, person: Someone) -> list[Account]:
        """List the accounts that have somebody's email and can be of their kind, whosever they are."""
        holders = self.holdings.accounts_with(person.email) if person.email else ()
        return [one for one in holders if one.kind in _kinds_of(person)]

    def _account(self, person: Someone) -> Account:
        account = self._find(person)
        if account is None:
            raise Refused(
                f"{person.name} in Otus",
                "they have no account there",
                "Accounts from Clever show after a successful sync; others are made by hand",
            )
        return account

    def _account_or_new(self, person: Someone, kind: Kind) -> Account:
        return self._find(person) or by_hand.new_account(self.holdings, kind, person.name, person.email)

    def _class(self, of: SomeClass) -> ClassId:
        found = ClassId(of.key)
        if found in self.holdings.classes:
            return found
        raise Refused(
            f"the class {of.name!r} in Otus",
            "Otus does not have it",
            "A class from Clever shows after a successful sync",
        )


def _kinds_of(person: Someone) -> tuple[Kind, ...]:
    """List the kinds of account that can be somebody's: any for whom a sync gives none."""
    return next((kinds for kinds in KINDS.values() if person.kind in kinds), tuple(Kind))


def _name_in_clever(user: CleverId, clever: Reading) -> str:
    found = clever.user(user)
    return found.person.name if found else "somebody whom Clever does not share"
