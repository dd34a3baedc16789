"""Takes tokens, codes and secrets out of what a log keeps: out of addresses, and answers that repeat them."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote_plus

MASK = "…"
KEPT_MOST = 2000
"""So many characters of a path and of a query are kept."""
_SECRETS_MOST = 40
"""An address with more is kept without its query, and its answer not at all."""
_SECRETS = (
    "access_token",
    "assertion",
    "client_assertion",
    "client_secret",
    "code",
    "code_verifier",
    "id_token",
    "password",
    "refresh_token",
    "token",
)
_NAMES = "|".join(_SECRETS)
_PERHAPS = re.compile(r"token|code|secret|assertion|password|%", re.IGNORECASE)
"""A query that has none of these hides nothing; a percent sign may write a name in another way."""
_IN_JSON = re.compile(rf'("(?:{_NAMES})"\s*:\s*")(?:[^"\\]|\\.)*', re.IGNORECASE)
_IN_LINK = re.compile(rf"""([?&;](?:{_NAMES})=)[^&;"'<>\s]*""", re.IGNORECASE)


class Shown(NamedTuple):
    """What of a request and its answer may be kept."""

    path: str
    query: str
    body: bytes


def shown(path: str, query: str, body: bytes, *own: str) -> Shown:
    """Mask the values of secret parameters and what the caller showed for itself, wherever they stand."""
    secrets = _in_query(query) if _PERHAPS.search(query) else []
    secrets += [secret for secret in own if secret and (secret in path or secret in query)]
    if len(secrets) > _SECRETS_MOST:
        return Shown(path[:KEPT_MOST], MASK, MASK.encode())
    for secret in secrets:
        path, query = path.replace(secret, MASK), query.replace(secret, MASK)
        body = body.replace(secret.encode("utf-8", "replace"), MASK.encode())
    return Shown(path[:KEPT_MOST], query[:KEPT_MOST], body)


def without_secrets(body: bytes) -> bytes:
    """Mask what an answer of OAuth gives away: tokens in JSON, codes in links."""
    text = _IN_JSON.sub(rf"\1{MASK}", body.decode("utf-8", "replace"))
    return _IN_LINK.sub(rf"\1{MASK}", text).encode()


def _in_query(query: str) -> list[str]:
    """List the values of secret parameters, as they were sent and as they are meant, the longest first."""
    found: set[str] = set()
    for pair in re.split("[&;]", query):
        name, _, value = pair.partition("=")
        if unquote_plus(name).strip().lower() in _SECRETS and value:
            meant = unquote_plus(value)
            found |= {value, meant, quote(meant, safe=""), quote(meant)}
    return sorted(found, key=len, reverse=True)
