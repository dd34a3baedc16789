"""What a night does to accounts: mirror what Clever says of them, and give every new record its account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from simulator.accounts import Account, AccountId, Origin
from simulator.changes import AccountChanged, AccountMade, AccountTied, Change, UserSkipped
from simulator.clever.records import User
from simulator.otus.holdings import Holdings
from simulator.roster import CleverId, Role, same_email
from simulator.rulebook import Rule
from simulator.rules.identity import KINDS, Adopt, Make, Skip, account_after_sync
from simulator.rules.reading import Reading


@dataclass
class PeopleTonight:
    """The accounts as they will be after tonight, and the changes that make them so."""

    otus: Holdings
    clever: Reading
    changes: list[Change] = field(default_factory=list)
    skipped: dict[CleverId, UserSkipped] = field(default_factory=dict)
    _changed: dict[AccountId, Account] = field(default_factory=dict)
    _new_ties: dict[CleverId, AccountId] = field(default_factory=dict)
    _new_emails: dict[str, list[AccountId]] = field(default_factory=dict)

    def account(self, account: AccountId) -> Account:
        """Show an account as it will be."""
        return self._changed.get(account) or self.otus.accounts[account]

    def account_of(self, user: CleverId) -> Account | None:
        """Find the account that will be tied to a Clever id."""
        if user in self._new_ties:
            return self.account(self._new_ties[user])
        held = self.otus.account_of(user)
        return held and self.account(held.id)

    def record_of(self, user: CleverId) -> User | None:
        """Find the record of a student or teacher that Otus can read; nobody else has an account (S05)."""
        found = self.clever.user(user)
        return found if found and found.person.role in KINDS else None

    def knows_teacher(self, account: Account) -> bool:
        """Tell whether Otus can read a teacher record of somebody in Clever, by Clever id or by email (Q10)."""
        user = account.clever_id and self.clever.user(account.clever_id)
        if user and user.person.role is Role.TEACHER:
            return True
        return bool(self.clever.teachers_with(account.email))

    def judge(self, users: Iterable[CleverId]) -> None:
        """Decide on the accounts of users: first what those tied show, then the others in order of id.

        The order matters where two records have one email, and is the same however many users are looked at.
        """
        records = [user for user in map(self.record_of, sorted(set(users))) if user]
        untied = [user for user in records if not self._mirror(user)]
        for user in untied:
            self._settle(user)

    def _mirror(self, user: User) -> bool:
        """Let a tied account show what its record says (S07, S08, S52, Q19); tell whether there is one."""
        account = self.account_of(user.id)
        if account is None:
            return False
        mirrored = replace(account, name=user.person.name, email=user.person.email)
        if mirrored != account:
            rule = Rule.Q19 if user.id in self.otus.edited else Rule.S52
            self._become(mirrored)
            self.changes.append(AccountChanged(mirrored.id, mirrored.name, mirrored.email, rule))
        return True

    def _settle(self, user: User) -> None:
        person = user.person
        match account_after_sync(person.role, self._accounts_with(person.email)):
            case Adopt(account, rule):
                self._tie(user, account)
                self.changes.append(AccountTied(account.id, user.id, rule))
                self._mirror(user)
            case Make(rule):
                made = Account(
                    self._free_id(user),
                    KINDS[person.role][0],
                    person.name,
                    person.email,
                    Origin.CLEVER,
                    user.id,
                )
                self._tie(user, made)
                self.changes.append(AccountMade(made, rule))
            case Skip(rule):
                self.skipped[user.id] = UserSkipped(user.id, rule)

    def _free_id(self, user: User) -> AccountId:
        """Choose the id of a new account: the Clever id, marked where support tied its first account elsewhere."""
        key = str(user.id)
        while key in self.otus.accounts:
            key = f"{key}~"
        return AccountId(key)

    def _tie(self, user: User, account: Account) -> None:
        self._new_ties[user.id] = account.id
        self._become(replace(account, clever_id=user.id))

    def _become(self, account: Account) -> None:
        self._changed[account.id] = account
        key = same_email(account.email)
        if key:
            self._new_emails.setdefault(key, []).append(account.id)

    def _accounts_with(self, email: str) -> list[Account]:
        """List the accounts that will have an email, in the light of what tonight has changed so far."""
        key = same_email(email)
        ids = (*(one.id for one in self.otus.accounts_with(email)), *self._new_emails.get(key, ()))
        return [one for one in map(self.account, dict.fromkeys(ids)) if same_email(one.email) == key]
