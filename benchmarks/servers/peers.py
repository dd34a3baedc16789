"""Public mock servers, each set up as its documentation says, with the users of the same district."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.servers import npm
from benchmarks.servers.load import Recipe

Json = dict[str, Any]

USERS = "users"


def peers(folder: Path, users: list[Json], page: bytes, record: bytes) -> Iterator[Recipe]:
    """Write what each peer needs into a folder, and say how it is started.

    users: all of the district, for the peers that cut pages themselves. page, record: our bodies, for the others.
    """
    one = users[0]["id"]
    yield _json_server(folder, users, one)
    yield _mockoon(folder, users, one)
    yield _prism(folder, page, record)
    if shutil.which("java"):
        yield _wiremock(folder, page, record)


def _json_server(folder: Path, users: list[Json], one: str) -> Recipe:
    file = _written(folder / "json-server.json", {USERS: users})
    command = [*npm.command("json-server"), "--host", "127.0.0.1", "--port", "{port}", "--quiet", str(file)]
    return Recipe("json-server", command, f"/{USERS}?_page=1&_limit=100", f"/{USERS}/{one}")


def _mockoon(folder: Path, users: list[Json], one: str) -> Recipe:
    answer = {
        "uuid": "answer",
        "statusCode": 200,
        "bodyType": "DATABUCKET",
        "databucketID": USERS,
        "default": True,
        "crudKey": "id",
    }
    route = {"uuid": "route", "type": "crud", "endpoint": USERS, "responses": [answer]}
    environment = {
        "uuid": "district",
        "lastMigration": 33,
        "name": "District",
        "port": 3000,
        "routes": [route],
        "rootChildren": [{"type": "route", "uuid": "route"}],
        "data": [{"uuid": "bucket", "id": USERS, "name": "Users", "value": json.dumps(users)}],
    }
    file = _written(folder / "mockoon.json", environment)
    quiet = ["--repair", "--disable-log-to-file", "--max-transaction-logs", "0"]
    command = [*npm.command("mockoon-cli"), "start", "--data", str(file), "--port", "{port}", *quiet]
    return Recipe("Mockoon CRUD", command, f"/{USERS}?page=1&limit=100", f"/{USERS}/{one}")


def _prism(folder: Path, page: bytes, record: bytes) -> Recipe:
    description = {
        "openapi": "3.0.0",
        "info": {"title": "A page and a record", "version": "1"},
        "paths": {"/page": _example(page), "/record": _example(record)},
    }
    file = _written(folder / "prism.json", description)
    command = [*npm.command("prism"), "mock", "--port", "{port}", "--verboseLevel", "silent", str(file)]
    return Recipe("Prism, our page", command, "/page", "/record")


def _example(body: bytes) -> Json:
    content = {"application/json": {"schema": {"type": "object"}, "example": json.loads(body)}}
    return {"get": {"responses": {"200": {"description": "", "content": content}}}}


def _wiremock(folder: Path, page: bytes, record: bytes) -> Recipe:
    root = folder / "wiremock"
    for name, body in (("page", page), ("record", record)):
        (root / "__files").mkdir(parents=True, exist_ok=True)
        (root / "__files" / name).write_bytes(body)
        (root / "mappings").mkdir(exist_ok=True)
        answer = {"status": 200, "bodyFileName": name, "headers": {"content-type": "application/json"}}
        _written(root / "mappings" / f"{name}.json", {"request": {"urlPath": f"/{name}"}, "response": answer})
    jar = npm.file_of("wiremock", "build/*.jar")
    quiet = ["--no-request-journal", "--disable-banner"]
    command = ["java", "-jar", str(jar), "--port", "{port}", "--root-dir", str(root), *quiet]
    return Recipe("WireMock, our page", command, "/page", "/record")


def _written(file: Path, content: Json) -> Path:
    file.write_text(json.dumps(content), encoding="utf-8")
    return file
