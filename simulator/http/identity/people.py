"""Who of a district may log in: everybody whom the application may read and who is no contact (assumed).

A directory belongs to one point of the view's feed. It holds the records themselves, which never change, so that a
district of a hundred thousand people is put in order once and not for each log-in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from simulator.clever.records import Event, User
from simulator.clever_api.kinds import roles_of
from simulator.clever_api.latest import Latest
from simulator.clever_api.legacy import user_of
from simulator.clever_api.roles import ROLES
from simulator.clever_api.wire import Wire
from simulator.roster import CleverId, same_email
from simulator.simulation.district import District
from simulator.simulation.simulation import Simulation

PAGE = 100
"""So many people are listed on a page."""


def connected(simulation: Simulation) -> Sequence[District]:
    """List the districts that have connected the application."""
    return [district for district in simulation.districts.values() if district.clever.connection.connected]


def scopes_of(district: District) -> Sequence[str]:
    """Name what the application may read of a district, in the order of the alphabet, as recorded."""
    return sorted(district.clever.otus.scopes)


def body_of(district: District, user: User) -> Mapping[str, Any]:
    """Write a user as v3 does."""
    return Wire.of(district).body(user, "v3.0")


def with_id(district: District, known_as: str) -> User | None:
    """Find whom the application may read by an id: Clever's own, or the one that they had in a role before v3."""
    view, asked = district.clever.otus, known_as.lower()
    for role in ROLES.values():
        before_v3 = user_of(asked, role)
        found = view.user(before_v3) if before_v3 else None
        if found and role in roles_of(found):
            return found
    return view.user(CleverId(asked))


@dataclass
class Directory:
    """Everybody of one district who may log in, in the order of their names."""

    users: Sequence[User]
    length: int
    newest: Event | None

    @classmethod
    def of(cls, district: District) -> Directory:
        """Put a district's people in order."""
        view = district.clever.otus
        return cls(sorted(view.users(), key=_by_name), len(view.feed), view.feed[-1] if view.feed else None)

    def is_of(self, district: District) -> bool:
        """Tell whether a district's view is at the same point."""
        feed = district.clever.otus.feed
        return len(feed) == self.length and (feed[-1] if feed else None) is self.newest

    def matching(self, words: str) -> Sequence[User]:
        """Find those whose name, email or SIS id has each of some words in it."""
        wanted = words.lower().split()
        if not wanted:
            return self.users
        found = zip(self.users, self._lines, strict=True)
        return [user for user, line in found if all(word in line for word in wanted)]

    def with_email(self, email: str) -> Iterator[User]:
        """Find those who have an email in one of their roles."""
        return (self.users[place] for place in self._by_email.get(same_email(email), ()))

    @cached_property
    def _lines(self) -> Sequence[str]:
        return [" ".join(_words_of(user)).lower() for user in self.users]

    @cached_property
    def _by_email(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, user in enumerate(self.users):
            for email in {same_email(person.email) for person in user.people} - {""}:
                found.setdefault(email, []).append(place)
        return found


class Directories(Latest[Directory]):
    """The latest directory of each district of each simulation."""

    def _made(self, before: Directory | None, district: District) -> Directory:
        return Directory.of(district)


def _by_name(user: User) -> tuple[str, str, CleverId]:
    return user.person.last.lower(), user.person.first.lower(), user.id


def _words_of(user: User) -> Iterator[str]:
    yield from (user.person.first, user.person.middle, user.person.last)
    for person in user.people:
        yield from (person.email, person.sis_id)
