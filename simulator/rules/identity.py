"""Whose account a record in Clever is.

Otus ties by Clever id; else it adopts an account made by hand that has the email and no Clever id; an email
that another Clever id holds means that the record is skipped until support adjusts the ID.
Source: Q38, after S27 and C33; design 3.2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.accounts import Account, Kind
from simulator.roster import Role
from simulator.rulebook import Rule

KINDS = {Role.STUDENT: (Kind.STUDENT,), Role.TEACHER: (Kind.TEACHER, Kind.ADMIN)}
"""Which accounts can be a record's: a record of staff or of a district admin never has one (S05, Q17, Q18)."""


@dataclass(frozen=True, slots=True)
class Adopt:
    """The record's account is one that was made by hand."""

    account: Account
    because: Rule = Rule.Q38


@dataclass(frozen=True, slots=True)
class Make:
    """The record needs an account of its own."""

    because: Rule = Rule.S04


@dataclass(frozen=True, slots=True)
class Skip:
    """The record cannot be given an account tonight."""

    because: Rule = Rule.S27


def account_after_sync(role: Role, with_the_email: Iterable[Account]) -> Adopt | Make | Skip:
    """Decide on the account of a student's or teacher's record whose Clever id is tied to none.

    with_the_email: the accounts that have the record's email, none where it has no email (Q39).
    """
    holders = tuple(with_the_email)
    if not holders:
        return Make()
    free = [one for one in holders if one.clever_id is None and one.kind in KINDS[role]]
    return Adopt(free[0]) if len(holders) == len(free) == 1 else Skip()
