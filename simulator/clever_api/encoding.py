"""JSON as Clever writes it, compact and in UTF-8: items of lists, and single records cut out of items."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

Link = dict[str, str]

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def encode(body: object) -> bytes:
    """Write JSON as compactly as Clever does."""
    return _COMPACT.encode(body).encode()


def item(body: bytes, uri: str) -> bytes:
    """Write a record as an item of a list."""
    return b'{"data":' + body + b',"uri":"' + uri.encode() + b'"}'


def body_of(encoded: bytes, uri: str) -> bytes:
    """Cut the record out of an item."""
    return encoded[len(b'{"data":') : -len(b',"uri":""}') - len(uri)]


def listed(items: Iterable[bytes], links: Sequence[Link]) -> bytes:
    """Write a list of items with its links, in one copy: a page is long."""
    parts = [*items] or [b""]
    parts[0] = b'{"data":[' + parts[0]
    parts[-1] += b'],"links":' + encode(links) + b"}"
    return b",".join(parts)


def single(body: bytes, links: Sequence[Link] | None) -> bytes:
    """Write a single record, with links or without."""
    return b'{"data":' + body + (b"}" if links is None else b',"links":' + encode(links) + b"}")
