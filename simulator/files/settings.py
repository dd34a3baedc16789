"""The settings of a district, which no CSV file of Clever's has: district.toml, read and written."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any

from simulator.clock import zone
from simulator.errors import BadInput, suggestion
from simulator.files.layout import SETTINGS
from simulator.files.problems import CONTROL, Place, Problems, shortened


@dataclass(frozen=True, slots=True)
class Settings:
    """What district.toml says."""

    name: str
    timezone: str
    sis: str = "a generic SIS"
    nightly_sync: time = time(4)
    lag_minutes: int = 15
    manual_rostering: bool = False
    lms: str = ""


LMS = ("canvas", "schoology", "google_classroom")
"""The learning management systems that Clever connects to. Source: clever_api.md, section 2, District.lms_type."""
LAG_BELOW = 100_000
REQUIRED = ("name", "timezone")
EXAMPLE = 'Write at least: name = "Lincoln" and timezone = "America/Chicago".'


class _WrongValueError(Exception):
    """A setting that cannot be what it says: what is wrong, and the remedy."""


def read_settings(path: Path, problems: Problems) -> Settings | None:
    """Read district.toml; None when there is a problem with it, which is noted."""
    says = _parsed(path, problems)
    if says is None:
        return None
    read: dict[str, Any] = {}
    for key, value in says.items():
        if key not in READERS:
            _unknown(key, problems)
            continue
        try:
            read[key] = READERS[key](value)
        except _WrongValueError as wrong:
            problems.add(Place(SETTINGS, column=key, value=_quoted(value)), wrong.args[0], wrong.args[1])
    for key in REQUIRED:
        if key not in says:
            problems.add(Place(SETTINGS, column=key), "the setting is missing", EXAMPLE)
    return Settings(**read) if set(REQUIRED) <= set(read) else None


def name_of_district(asked: str, name: str) -> str:
    """Check a name that somebody gives a district elsewhere. Raises BadInput."""
    try:
        name.encode()
        if '"' in name:
            raise _WrongValueError("sentences put names in double quotes", "Leave the double quote out.")
        return _text(name)
    except UnicodeEncodeError as wrong:
        raise BadInput(asked, "this is not UTF-8", "Write it in UTF-8.") from wrong
    except _WrongValueError as wrong:
        raise BadInput(asked, *wrong.args) from wrong


def _quoted(value: object) -> str:
    """Say a value in words, in so far as this can be done."""
    try:
        return str(value)
    except (ValueError, RecursionError):  # a number of thousands of digits, or a list within lists
        return "too long to be told"


def _parsed(path: Path, problems: Problems) -> Mapping[str, Any] | None:
    if path.exists() and not path.is_file():
        problems.add(Place(SETTINGS), "this is not a file", EXAMPLE)
        return None
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        problems.add(Place(SETTINGS), "the folder has no such file", EXAMPLE)
    except UnicodeDecodeError as wrong:
        problems.add(Place(SETTINGS), f"byte {wrong.start + 1} is not UTF-8", "Save the file as UTF-8.")
    except RecursionError:
        problems.add(Place(SETTINGS), "this is nested too deeply", EXAMPLE)
    except ValueError as wrong:  # of TOML that is none, and of numbers with thousands of digits
        problems.add(Place(SETTINGS), f"this is not TOML: {shortened(str(wrong), 200)}", EXAMPLE)
    return None


def _unknown(key: str, problems: Problems) -> None:
    known = ", ".join(READERS)
    problems.add(
        Place(SETTINGS, column=key),
        "there is no such setting",
        suggestion(key, READERS, f"The settings are {known}."),
    )


def _text(value: object) -> str:
    if not (isinstance(value, str) and value.strip()):
        raise _WrongValueError("this is not text", "Write some words in double quotes.")
    if CONTROL.search(value):
        raise _WrongValueError("this holds a control character, such as a tab", "Leave it out.")
    return value


def _zone(value: object) -> str:
    name = _text(value)
    try:
        zone(name)
    except BadInput as wrong:
        raise _WrongValueError(wrong.known, wrong.then) from wrong
    return name


def _time(value: object) -> time:
    try:
        wall = value if isinstance(value, time) else time.fromisoformat(_text(value))
    except ValueError as wrong:
        raise _WrongValueError("this is no time of day", 'Write it as "04:00".') from wrong
    if wall.tzinfo is not None:
        raise _WrongValueError("the time names a zone of its own", 'Write it as "04:00"; timezone says the zone.')
    if wall.microsecond:
        raise _WrongValueError("the time has a fraction of a second", 'Write it as "04:00" or "04:00:30".')
    return wall


def _minutes(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < LAG_BELOW:
        return value
    remedy = f"Write a whole number, zero or more and below {LAG_BELOW}."
    raise _WrongValueError("this is no number of minutes", remedy)


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise _WrongValueError("this is neither true nor false", "Write true or false, without quotes.")


def _lms(value: object) -> str:
    if isinstance(value, str) and value in ("", *LMS):
        return value
    known = ", ".join(f'"{one}"' for one in LMS)
    raise _WrongValueError("Clever connects to no such system", f'Write one of {known}, or "" for none.')


READERS: Mapping[str, Callable[[object], object]] = {
    "name": _text,
    "timezone": _zone,
    "sis": _text,
    "nightly_sync": _time,
    "lag_minutes": _minutes,
    "manual_rostering": _yes_or_no,
    "lms": _lms,
}


def settings_text(settings: Settings) -> str:
    """Write settings as TOML; every one of them, so that a reader sees what there is to set."""
    values = {
        "name": settings.name,
        "timezone": settings.timezone,
        "sis": settings.sis,
        "nightly_sync": settings.nightly_sync.isoformat("auto" if settings.nightly_sync.second else "minutes"),
        "lag_minutes": settings.lag_minutes,
        "manual_rostering": settings.manual_rostering,
        "lms": settings.lms,
    }
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
