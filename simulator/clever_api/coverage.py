"""The page of what is faked of Clever's API and how well it is known: paths, behaviours, fields.

`python -m simulator.clever_api.coverage > docs/clever_api.md` writes it; a test compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from simulator.clever_api import fields, flat_fields
from simulator.clever_api.behaviours import behaviours
from simulator.clever_api.field import Evidence, Field
from simulator.clever_api.operations import Operation, operations

MARKS = {
    Evidence.R3: "recorded",
    Evidence.R1: "recorded (v1.1)",
    Evidence.S: "described",
    Evidence.D: "documented",
    Evidence.C: "by clients",
    Evidence.ASSUMED: "**assumed**",
}
_INTRODUCTION = """# Clever's API as it is faked here

Made by `python -m simulator.clever_api.coverage` from the tables that answer requests; a test compares.

How well is it known? Recordings beat documents, documents beat guesses:

"""


def page() -> str:
    """Write the page."""
    return "\n".join(
        [
            _INTRODUCTION + _table(("mark", "rests on"), ([mark, str(one)] for one, mark in MARKS.items())),
            "## Behaviours\n",
            *_behaviours(),
            "## Paths of the Data and Events API\n",
            "Every path is read with GET; a district's token opens all of them.\n",
            _table(("path", "versions", "parameters", "rests on"), _paths()),
            "## Fields of v3.0 and v3.1\n",
            *_fields(fields.KINDS),
            "## Fields of v2.1, where they differ\n",
            *_fields(flat_fields.KINDS),
        ]
    )


def _behaviours() -> Iterator[str]:
    for area, rows in behaviours().items():
        yield f"### {area}\n"
        table = ([one.says, MARKS[one.evidence], f"`{one.test.rpartition('::')[2]}`"] for one in rows)
        yield _table(("behaviour", "rests on", "shown by"), table)


def _paths() -> Iterator[Sequence[str]]:
    by_path: dict[tuple[str, str, Evidence], list[str]] = {}
    for one in operations():
        path = one.path.removeprefix(f"/{one.version}")
        by_path.setdefault((path, _asked_for(one), one.evidence), []).append(one.version)
    for (path, asked_for, evidence), versions in by_path.items():
        yield f"`{path}`", ", ".join(versions), asked_for, MARKS[evidence]


def _asked_for(one: Operation) -> str:
    roles = f"role ({', '.join(one.roles)})"
    return ", ".join(roles if name == "role" else name for name in one.parameters)


def _fields(kinds: Mapping[str, tuple[Field, ...]]) -> Iterator[str]:
    for kind, rows in kinds.items():
        yield f"### {kind}\n"
        table = (
            [f"`{one.name}`", one.type, one.since, str(one.sent), MARKS[one.evidence], one.note] for one in rows
        )
        yield _table(("field", "type", "since", "sent", "rests on", "note"), table)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


if __name__ == "__main__":
    print(page(), end="")
