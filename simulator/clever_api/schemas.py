"""The bodies of a version as component schemas of OpenAPI 3.1, made of the table of fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from simulator.clever_api import fields, flat_fields
from simulator.clever_api.field import Field, Sent
from simulator.clever_api.kinds import OBJECTS

Json = dict[str, Any]

KINDS: Mapping[str, Mapping[str, tuple[Field, ...]]] = {
    "v2.1": flat_fields.KINDS,
    "v3.0": fields.KINDS,
    "v3.1": fields.KINDS,
}
"""The fields of each kind of object, by version; a version lacks those that came later."""
_SIMPLE: Mapping[str, Json] = {
    "string": {"type": "string"},
    "day": {"type": "string", "pattern": r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"},
    "instant": {"type": "string", "format": "date-time"},
    "boolean": {"type": "boolean"},
    "texts": {"type": "object", "additionalProperties": {"type": "string"}},
    "any": {"type": "object"},
}


def schemas(version: str) -> dict[str, Json]:
    """Write the schemas of all kinds of objects in a version, by name; the versions have no name in common.

    An object in an event is of the same kind as in an answer; what is in one of them only is optional.
    """
    found = {kind: [one for one in rows if _is_in(one, version)] for kind, rows in KINDS[version].items()}
    return {_name(version, kind): _object(version, rows) for kind, rows in found.items() if rows}


def schema_name(version: str, kind: str) -> str:
    """Name the schema of what one of the lists of a version holds, such as users."""
    return _name(version, OBJECTS[kind])


def _name(version: str, kind: str) -> str:
    return f"{kind}_{version}"


def _is_in(row: Field, version: str) -> bool:
    return any(row.is_in(version, event=event) for event in (False, True))


def _object(version: str, rows: Iterable[Field]) -> Json:
    rows = list(rows)
    return {
        "type": "object",
        "properties": {row.name: _value(version, row) for row in rows},
        "required": [row.name for row in rows if row.sent is Sent.ALWAYS],
        "additionalProperties": False,
    }


def _value(version: str, row: Field) -> Json:
    kinds = row.type.removesuffix("[]").split("|")
    schemas: list[Json] = [_SIMPLE.get(kind) or _reference(version, kind) for kind in kinds]
    value: Json = dict(schemas[0]) if len(schemas) == 1 else {"anyOf": schemas}
    if row.values is not None:
        value["enum"] = list(row.values.values)
    return {"type": "array", "items": value} if row.type.endswith("[]") else value


def _reference(version: str, kind: str) -> Json:
    return {"$ref": f"#/components/schemas/{_name(version, kind)}"}
