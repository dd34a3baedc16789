"""A slow reading of Q38 to Q40: whose account each record in Clever is after a night, and which are skipped.

Otus ties a person by Clever id, else adopts a hand-made account of that email without a Clever id; an email that
another Clever id holds means that the record is skipped and reported. It shares no code with the rules.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.accounts import Account, AccountId, Kind, Origin
from simulator.changes import AccountChanged, AccountMade, AccountTied, UserSkipped
from simulator.clever.records import User
from simulator.roster import CleverId, Role
from tests.properties.world import Night

FITS = {Role.STUDENT: (Kind.STUDENT,), Role.TEACHER: (Kind.TEACHER, Kind.ADMIN)}


class AccountsTonight:
    """The accounts before and after one night, and the students' and teachers' records that Otus could read."""

    def __init__(self, night: Night) -> None:
        self.night = night
        users = (user for user in night.clever.users() if user.person.role in FITS)
        self.readable: dict[CleverId, User] = {user.id: user for user in users}
        self._after = {one.clever_id: one.id for one in night.after.accounts.values() if one.clever_id}
        self._known_emails = {
            _plain(user.person.email)
            for user in self.readable.values()
            if user.person.role is Role.TEACHER and _plain(user.person.email)
        }

    def account_of(self, user: CleverId) -> AccountId | None:
        """Find the account that a readable record is tied to after the night."""
        return self._after.get(user) if user in self.readable else None

    def readable_id(self, account: Account) -> CleverId | None:
        """Give the Clever id of an account whose record Otus can read."""
        return account.clever_id if account.clever_id in self.readable else None

    def knows_teacher(self, account: Account) -> bool:
        """Q10: a teacher record that Otus can read, matched by Clever id or by email."""
        user = self.readable.get(account.clever_id) if account.clever_id else None
        return (user is not None and user.person.role is Role.TEACHER) or _plain(
            account.email
        ) in self._known_emails

    def check(self) -> None:
        """Check every record that Otus could read, and every account."""
        untied = [user for user in self.readable.values() if not self._mirrored(user)]
        by_email: dict[str, list[User]] = {}
        for user in untied:
            by_email.setdefault(_plain(user.person.email), []).append(user)
        skipped = {user.id for email, users in by_email.items() for user in self._check_email(email, users)}
        told = {one.user: one.rule for one in self.night.report.skipped if isinstance(one, UserSkipped)}
        assert told.keys() == skipped, "the report names exactly the records that Otus cannot tie"
        assert set(told.values()) <= {"S27"}
        self._check_nobody_lost()
        self._check_rules()

    def _mirrored(self, user: User) -> bool:
        """S07, S08, S52, Q19: a tied account shows the name and email that its record has."""
        tied = [one for one in self.night.before.accounts.values() if one.clever_id == user.id]
        if not tied:
            return False
        now = self.night.after.accounts[tied[0].id]
        assert (now.clever_id, now.name, now.email) == (user.id, user.person.name, user.person.email)
        assert now.kind is tied[0].kind
        return True

    def _check_email(self, email: str, users: list[User]) -> list[User]:
        """Check the records that have an email and no account yet; answer with those that Otus must skip."""
        holders = [
            one for one in self.night.before.accounts.values() if email and self._email_tonight(one) == email
        ]
        tied = [user for user in users if user.id in self._after]
        if not email:
            assert tied == users, "a record without an email always gets an account (Q39)"
        elif not holders:
            assert len(tied) == 1, "an email that nobody holds goes to exactly one of the records that have it"
        elif len(holders) == 1 and holders[0].clever_id is None:
            self._check_adopted(holders[0], users, tied)
        else:
            assert not tied, "an email that another Clever id holds means that the record is skipped (Q38)"
        return [user for user in users if user not in tied]

    def _check_adopted(self, holder: Account, users: list[User], tied: list[User]) -> None:
        fitting = [user for user in users if holder.kind in FITS[user.person.role]]
        assert len(tied) == (1 if fitting else 0)
        for user in tied:
            adopted = self.night.after.accounts[holder.id]
            assert (adopted.clever_id, adopted.name) == (user.id, user.person.name)
            assert (adopted.kind, adopted.origin) == (holder.kind, holder.origin)

    def _email_tonight(self, account: Account) -> str:
        """Give the email that an account has once the tied ones mirror their records."""
        user = self.readable.get(account.clever_id) if account.clever_id else None
        return _plain(user.person.email if user and user.person.role in FITS else account.email)

    def _check_nobody_lost(self) -> None:
        """Q37, S05: no account is deleted or changes its kind, and what Clever brings is never an admin's."""
        before, after = self.night.before.accounts, self.night.after.accounts
        for key, account in before.items():
            assert (after[key].kind, after[key].origin) == (account.kind, account.origin)
            assert account.clever_id in (None, after[key].clever_id)
        made = [one for key, one in after.items() if key not in before]
        assert all(one.origin is Origin.CLEVER and one.clever_id in self.readable for one in made)
        assert all(one.kind is not Kind.ADMIN for one in made)
        assert len(set(_ids(after.values()))) == len(_ids(after.values())), "a Clever id has one account"

    def _check_rules(self) -> None:
        before, after = self.night.before.accounts, self.night.after.accounts
        rules: dict[str, list[str]] = {}
        for one in self.night.report.changes:
            match one:
                case AccountMade(account, rule):
                    assert rule == "S04"
                    assert account.id not in before
                    rules.setdefault(account.id, []).append("made")
                case AccountTied(account_id, _, rule):
                    assert rule == "Q38"
                    rules.setdefault(account_id, []).append("tied")
                case AccountChanged(account_id, _, _, rule):
                    assert "tied" in rules.get(account_id, []) or rule == self._why_changed(account_id)
                    rules.setdefault(account_id, []).append("changed")
        changed = {key for key in after if before.get(key) != after[key]}
        assert rules.keys() == changed

    def _why_changed(self, account: AccountId) -> str:
        """Q19 when people changed the account in Otus, else S52, for the record is what changed."""
        return "Q19" if account in self.night.edited else "S52"


def _ids(accounts: Iterable[Account]) -> list[CleverId]:
    return [one.clever_id for one in accounts if one.clever_id]


def _plain(email: str) -> str:
    return email.strip().lower()
