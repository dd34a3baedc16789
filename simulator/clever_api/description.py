"""Our own description of Clever's API as it is served here, in OpenAPI, made of the tables that answer it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.clever_api.editions import EDITIONS
from simulator.clever_api.operations import NO_RESOURCES, Operation, operations
from simulator.clever_api.paging import LIMIT_MOST, LIMIT_USUAL
from simulator.clever_api.schemas import schema_name, schemas

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_LINK: Json = {
    "type": "object",
    "properties": {"rel": _TEXT, "uri": _TEXT},
    "required": ["rel", "uri"],
    "additionalProperties": False,
}
_MESSAGE: Json = {
    "type": "object",
    "properties": {"message": _TEXT},
    "required": ["message"],
    "additionalProperties": False,
}
_PARAMETERS: Mapping[str, tuple[str, Json]] = {
    "limit": (
        f"How many records a page has at most; {LIMIT_USUAL} if nothing is said.",
        {"type": "integer", "minimum": 1, "maximum": LIMIT_MOST},
    ),
    "starting_after": ("The page after this id, which need not exist.", _TEXT),
    "ending_before": ("The page before this id, which need not exist, or `last` for the last page.", _TEXT),
    "count": ("`true` for the number of records instead of the records.", {"type": "string"}),
    "primary": ("`true` for those only whose first school it is.", {"type": "string"}),
    "school": ("Events of this school, and those that belong to no school.", _TEXT),
}


def description() -> Json:
    """Describe every path of every version."""
    found = list(operations())
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "A fake of Clever's Data and Events API",
            "version": "1",
            "description": "As clever-otus-simulator serves it. The districts in it are invented.",
        },
        "security": [{"token": []}],
        "paths": {one.path: {"get": _operation(one)} for one in found},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {
                "Link": _LINK,
                "Message": _MESSAGE,
                **{name: schema for version in EDITIONS for name, schema in schemas(version).items()},
            },
        },
    }


def _operation(one: Operation) -> Json:
    said = {"200": _answered("The records, or the record.", _body(one))}
    refused = {"401": "The bearer token opens nothing.", "429": "Too many requests in this minute."}
    if one.by_id:
        refused["404"] = "There is no such record, or it is not shared."
    if "limit" in one.parameters and one.kind != NO_RESOURCES:
        refused |= {"400": "A parameter says what it cannot.", "413": f"The limit is above {LIMIT_MOST}."}
    return {
        "operationId": one.path.strip("/").replace("/", "_").replace("{id}", "one").replace(".", "_"),
        "parameters": _parameters(one),
        "responses": said | {status: _answered(why, _ref("Message")) for status, why in sorted(refused.items())},
    }


def _parameters(one: Operation) -> list[Json]:
    in_path = {"name": "id", "in": "path", "required": True, "schema": _TEXT}
    return [*([in_path] if one.by_id else []), *(_parameter(one, name) for name in one.parameters)]


def _parameter(one: Operation, name: str) -> Json:
    said: Json = {"name": name, "in": "query", "required": False}
    if name == "role":
        return said | {"description": "Those in this role.", "schema": {"type": "string", "enum": list(one.roles)}}
    if name == "record_type":
        kinds = {"type": "string", "enum": list(EDITIONS[one.version].event_kinds)}
        return said | {
            "description": "Events of these kinds of record.",
            "schema": {"type": "array", "items": kinds},
            "explode": True,
        }
    why, schema = _PARAMETERS[name]
    return said | {"description": why, "schema": schema}


def _body(one: Operation) -> Json:
    if one.kind == NO_RESOURCES:
        return _object({"resources": {"type": "array", "maxItems": 0}})
    record = _ref(schema_name(one.version, one.kind))
    links = {"type": "array", "items": _ref("Link")}
    if not one.many:
        return _object({"data": record, "links": links})
    items = {"type": "array", "items": _object({"data": record, "uri": _TEXT})}
    listed = _object({"data": items, "links": links})
    if "count" not in one.parameters:
        return listed
    return {"oneOf": [listed, _object({"count": {"type": "integer", "minimum": 0}, "links": links})]}


def _object(properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _answered(why: str, schema: Json) -> Json:
    return {"description": why, "content": {"application/json": {"schema": schema}}}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
