"""What a request says, checked key by key: its JSON body and its query, as values of the right types.

Every refusal names the key, the value and the remedy; nothing of a refused request is used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from simulator.clock import LAST_INSTANT, Instant, written
from simulator.errors import BadInput, suggestion
from simulator.simulation.simulation import BEFORE_ANY_START

Reader = Callable[[str, object], Any]
"""Turns the value under a key into what is needed. Raises BadInput."""
Shape = Mapping[str, Reader]

LATEST = LAST_INSTANT.year + 1
"""The year in which instants end here: nobody rosters beyond it, and time zones are not known that far."""
_SHOWN = 60
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
"""Half a character, which UTF-8 cannot write: in a body that is UTF-8 only an escape can name one."""
_LOST_PLUS = re.compile(r"(?<=\d) (\d\d:?\d\d)$")
"""A plus sign that somebody forgot to escape in a query arrives as a space."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def parsed(raw: bytes) -> Any:
    """Read a JSON body; an empty one is an empty object. Raises BadInput."""
    if not raw.strip():
        return {}
    try:
        value = json.loads(raw.decode("utf-8-sig"))
        if _SURROGATE.search(raw):
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise BadInput("the body of the request", f"it is no JSON: {_why(error)}", "Send a JSON object") from error
    return value


def read(value: object, shape: Shape, *required: str) -> dict[str, Any]:
    """Read an object key by key. Raises BadInput for anything that is not as the shape says."""
    if not isinstance(value, dict):
        raise BadInput("the body of the request", f"it is {_named(value)}", "Send a JSON object, as in {…}")
    for key in value:
        if key not in shape:
            raise BadInput(
                f"the key {_shown(key)}",
                f"known are {', '.join(shape) or 'none'}",
                suggestion(key, shape, "Leave it out."),
            )
    for key in required:
        if key not in value:
            raise BadInput(f"the key {key!r}", "it is missing", f"Send it; known are {', '.join(shape)}.")
    return {key: shape[key](key, one) for key, one in value.items()}


def read_query(query: Mapping[str, str], shape: Shape) -> dict[str, Any]:
    """Read the parameters behind the question mark. Raises BadInput."""
    return read(dict(query), shape)


def text(key: str, value: object) -> str:
    """Read a text that says something."""
    if isinstance(value, str) and value.strip():
        return value
    raise wrong(key, value, "a text is needed", "Send a JSON string that is not empty")


def any_text(key: str, value: object) -> str:
    """Read a text, which may be empty."""
    if isinstance(value, str):
        return value
    raise wrong(key, value, "a text is needed", "Send a JSON string")


def name(key: str, value: object) -> str:
    """Read an id or a token that somebody chooses."""
    if isinstance(value, str) and _NAME.fullmatch(value):
        return value
    remedy = "Use 1 to 64 letters, digits, dots, hyphens and underscores, a letter or digit first"
    raise wrong(key, value, "it cannot stand in an address", remedy)


def whole(key: str, value: object) -> int:
    """Read a whole number, zero or more, of at most 18 digits."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**18:
        return value
    raise wrong(key, value, "a whole number is needed", "Send zero or more, without quotes")


def yes_or_no(key: str, value: object) -> bool:
    """Read true or false."""
    if isinstance(value, bool):
        return value
    raise wrong(key, value, "true or false is needed", "Send one of them, without quotes")


def some_or_none(key: str, value: object) -> int | None:
    """Read how many there may be, one or more, or null for any number."""
    if value is None:
        return None
    return whole(key, value) or _none_wanted(key, value)


def number_in_words(key: str, value: object) -> int:
    """Read a whole number from a query."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 9:
        return int(value)
    raise wrong(key, value, "a whole number is needed", "Send zero or more, as digits")


def some_in_words(key: str, value: object) -> int:
    """Read how many are wanted, one or more, from a query."""
    return number_in_words(key, value) or _none_wanted(key, value)


def instant(key: str, value: object) -> Instant:
    """Read a moment with its offset."""
    try:
        moment = datetime.fromisoformat(_LOST_PLUS.sub(r"+\1", any_text(key, value)))
        if moment.tzinfo is None or not BEFORE_ANY_START <= moment <= LAST_INSTANT:
            raise ValueError
        return moment.astimezone(UTC)
    except ValueError:
        why = f"it is no moment with an offset from {written(BEFORE_ANY_START)} to {written(LAST_INSTANT)}"
        raise wrong(key, value, why, "Send one like 2026-11-17T09:00:00-06:00") from None


def one_of(*choices: str) -> Reader:
    """Make a reader of one of a few words."""

    def choose(key: str, value: object) -> str:
        if value in choices:
            return str(value)
        known = f"known are {', '.join(map(repr, choices))}"
        raise wrong(key, value, known, suggestion(str(value)[:_SHOWN], choices, "Send one of these."))

    return choose


def within(shape: Shape, *required: str) -> Reader:
    """Make a reader of an object inside another."""

    def go_in(key: str, value: object) -> dict[str, Any]:
        if isinstance(value, dict):
            return read(value, shape, *required)
        raise wrong(key, value, "a JSON object is needed", f"Send one with {', '.join(shape)}")

    return go_in


def an_object(key: str, value: object) -> dict[str, Any]:
    """Take an object as it is; somebody else looks into it."""
    if isinstance(value, dict):
        return value
    raise wrong(key, value, "a JSON object is needed", 'Send one, such as {"name": "Lincoln"}')


def wrong(key: str, value: object, why: str, remedy: str) -> BadInput:
    """Say that the value under a key cannot be used."""
    return BadInput(f"{key} = {_shown(value)}", why, remedy)


def _none_wanted(key: str, value: object) -> int:
    raise wrong(key, value, "a whole number is needed, and not zero", "Ask for one or more, or leave it out")


def _shown(value: object) -> str:
    said = repr(value)
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"


def _named(value: object) -> str:
    kinds = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")


def _why(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, UnicodeError):
        return "it is not UTF-8"
    return str(error)
