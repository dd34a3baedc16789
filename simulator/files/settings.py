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
from simulator.files.problems import Place, Problems


@dataclass(frozen=True, slots=True)
class Settings:
    """What district.toml says."""

    name: str
    timezone: str
    sis: str = "a generic SIS"
    nightly_sync: time = time(4)
    lag_minutes: int = 15
    manual_rostering: bool = False


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
            problems.add(Place(SETTINGS, column=key, value=str(value)), wrong.args[0], wrong.args[1])
    for key in REQUIRED:
        if key not in says:
            problems.add(Place(SETTINGS, column=key), "the setting is missing", EXAMPLE)
    return Settings(**read) if set(REQUIRED) <= set(read) else None


def _parsed(path: Path, problems: Problems) -> Mapping[str, Any] | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        problems.add(Place(SETTINGS), "the folder has no such file", EXAMPLE)
    except UnicodeDecodeError as wrong:
        problems.add(Place(SETTINGS), f"byte {wrong.start + 1} is not UTF-8", "Save the file as UTF-8.")
    except tomllib.TOMLDecodeError as wrong:
        problems.add(Place(SETTINGS), f"this is not TOML: {wrong}", EXAMPLE)
    return None


def _unknown(key: str, problems: Problems) -> None:
    known = ", ".join(READERS)
    problems.add(
        Place(SETTINGS, column=key),
        "there is no such setting",
        suggestion(key, READERS, f"The settings are {known}."),
    )


def _text(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise _WrongValueError("this is not text", "Write some words in double quotes.")


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
    if wall.tzinfo is None:
        return wall
    raise _WrongValueError("the time names a zone of its own", 'Write it as "04:00"; timezone says the zone.')


def _minutes(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise _WrongValueError("this is no number of minutes", "Write a whole number, zero or more.")


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise _WrongValueError("this is neither true nor false", "Write true or false, without quotes.")


READERS: Mapping[str, Callable[[object], object]] = {
    "name": _text,
    "timezone": _zone,
    "sis": _text,
    "nightly_sync": _time,
    "lag_minutes": _minutes,
    "manual_rostering": _yes_or_no,
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
    }
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
