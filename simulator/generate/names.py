"""Names drawn from Faker's word lists, and the emails made of them.

Faker is asked for its lists once; it never draws, for what it draws changes between its versions. The lists
change too, a little: a subset chosen by digest keeps nearly all of its names when they do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from simulator.chance import digest

FIRST_NAMES = 450
LAST_NAMES = 1200
HYPHENATED_PERCENT = 2

Name = tuple[str, str]
"""A name and the way an email spells it."""


@dataclass(frozen=True, slots=True)
class Pools:
    """The names there are to draw from."""

    female: tuple[Name, ...]
    male: tuple[Name, ...]
    last: tuple[Name, ...]


def pools() -> Pools:
    """Read the word lists: English ones with Spanish ones among them, as in many American districts."""
    # Imported here, because it takes as long as all the rest of a start.
    from faker.providers.person.en import Provider as English
    from faker.providers.person.en_US import Provider as American
    from faker.providers.person.es_MX import Provider as Mexican

    last = _chosen((*American.last_names, *English.last_names, *Mexican.last_names), LAST_NAMES)
    return Pools(
        female=_chosen((*American.first_names_female, *Mexican.first_names_female), FIRST_NAMES),
        male=_chosen((*American.first_names_male, *Mexican.first_names_male), FIRST_NAMES),
        last=(*last, *_hyphenated(last)),
    )


def _chosen(names: Iterable[str], count: int) -> tuple[Name, ...]:
    plain = {unicodedata.normalize("NFC", name) for name in names if name.replace("'", "").isalpha()}
    chosen = sorted(plain, key=lambda name: (digest("name", name), name))[:count]
    return tuple((name, _in_email(name)) for name in sorted(chosen))


def _hyphenated(names: tuple[Name, ...]) -> Iterator[Name]:
    """Join the names of some families with those of others."""
    count = len(names) * HYPHENATED_PERCENT // 100
    for one, other in zip(names[::7][:count], names[::-11][:count], strict=True):
        yield f"{one[0]}-{other[0]}", f"{one[1]}-{other[1]}"


def _in_email(name: str) -> str:
    return unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().replace("'", "").lower()


@dataclass
class Emails:
    """The addresses of a district's grown-ups; whoever has the same name as another gets a number."""

    domain: str
    _taken: dict[str, int] = field(default_factory=dict)

    def of(self, first: Name, last: Name) -> str:
        """Make an address that nobody has yet."""
        local = f"{first[1]}.{last[1]}"
        times = self._taken[local] = self._taken.get(local, 0) + 1
        return f"{local}{times if times > 1 else ''}@{self.domain}"


def domain(district: str) -> str:
    """Make the domain of a district's emails, under a top level that is reserved for examples."""
    words = "".join(one if one.isalnum() else " " for one in _in_email(district)).split()
    return f"{'-'.join(words) or 'district'}.example"
