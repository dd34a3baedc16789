"""Clever's paging: which ids a page holds, and the links that it carries.

Sources: clever_api.md, section 3 (recorded links); both cursors at once were never recorded and are refused here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, quote_plus, unquote_plus

from simulator.clever_api.encoding import Link
from simulator.clever_api.refusals import CleverError

LIMIT_USUAL = 100
LIMIT_MOST = 10_000
LAST = "last"
_CURSORS = ("starting_after", "ending_before")


@dataclass(frozen=True, slots=True)
class Query:
    """What stands behind the question mark: as it was sent, and as it was meant."""

    raw: str
    meant: Mapping[str, list[str]]

    @classmethod
    def of(cls, raw: str) -> Query:
        """Read a query string."""
        return cls(raw, parse_qs(raw, keep_blank_values=True) if raw else {})

    def get(self, key: str) -> str | None:
        """Give the value under a key; the last one where it comes several times."""
        return self.meant[key][-1] if key in self.meant else None

    def all(self, key: str) -> Sequence[str]:
        """Give all values under a key."""
        return self.meant.get(key, ())

    def without_cursors(self) -> str:
        """Write the query of the same list without its place in it: the limit first, the rest as it was sent."""
        names = {part: unquote_plus(part.partition("=")[0]) for part in self.raw.split("&") if part}
        kept = [part for part, name in names.items() if name not in _CURSORS]
        return "&".join(sorted(kept, key=lambda part: names[part] != "limit"))


@dataclass(frozen=True, slots=True)
class PageAsked:
    """How many records a caller wants, and before or after which id."""

    limit: int = LIMIT_USUAL
    starting_after: str | None = None
    ending_before: str | None = None

    @classmethod
    def of(cls, query: Query) -> PageAsked:
        """Read limit and cursors. Raises CleverError for a limit that is none, or too high, and for two cursors."""
        after, before = map(query.get, _CURSORS)
        if after is not None and before is not None:
            raise CleverError(400, "starting_after and ending_before cannot be used together")
        return cls(_limit(query.get("limit")), after, before)

    def place(self, ids: Sequence[str]) -> tuple[int, int]:
        """Say from where to where the page reaches in a list of ids in ascending order."""
        if self.starting_after is not None:
            first = bisect_right(ids, self.starting_after)
        elif self.ending_before is not None:
            end = len(ids) if self.ending_before == LAST else bisect_left(ids, self.ending_before)
            return max(0, end - self.limit), end
        else:
            first = 0
        return first, min(len(ids), first + self.limit)


def _limit(said: str | None) -> int:
    if said is None:
        return LIMIT_USUAL
    if not (said.isascii() and said.isdigit() and said.strip("0")):
        raise CleverError(400, f"invalid limit {said[:40]!r}: it must be a whole number from 1 to {LIMIT_MOST}")
    digits = said.lstrip("0")
    if len(digits) > len(str(LIMIT_MOST)) or int(digits) > LIMIT_MOST:
        raise CleverError(413, f"limit {said[:40]} is too large: at most {LIMIT_MOST} records fit a page")
    return int(digits)


def links_of(path: str, query: Query, asked: PageAsked, page: Sequence[str]) -> list[Link]:
    """Write the links of a page: itself, the one before, the one after; Clever does not look ahead."""
    links, rest = [self_link(path, query)], query.without_cursors()
    full = len(page) == asked.limit
    if asked.starting_after is not None or (asked.ending_before is not None and full):
        before = page[0] if page else asked.starting_after or ""
        links.append({"rel": "prev", "uri": _at(path, rest, "ending_before", before)})
    if full and asked.ending_before != LAST:
        links.append({"rel": "next", "uri": _at(path, rest, "starting_after", page[-1])})
    return links


def _at(path: str, rest: str, cursor: str, record: str) -> str:
    """Write the address of another page: the cursor comes last."""
    return f"{path}?{rest}{'&' if rest else ''}{cursor}={quote_plus(record)}"


def self_link(path: str, query: Query) -> Link:
    """Write the link of a list to itself: the path and the query as they were sent."""
    return {"rel": "self", "uri": f"{path}?{query.raw}" if query.raw else path}
