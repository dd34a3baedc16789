"""What three systems say of a class or a person, as a table with a column for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import Any

from simulator.cli.wording import day_shown

Json = Mapping[str, Any]
Row = tuple[str, str, str, str]
"""What a line is about, and what the SIS, Clever and Otus say."""

HEAD: Row = ("", "SIS", "Clever", "Otus")
NOTHING = "-"


def class_shown(shown: Json, wall: tzinfo) -> str:
    """Show a class: its facts, its teachers, and a line for each student that a system has."""
    sis, clever, otus = (shown[system] or {} for system in ("sis", "clever", "otus"))
    rows = [
        HEAD,
        ("name", *_cells(sis.get("name"), clever.get("name"), otus.get("name"))),
        ("id", *_cells(sis.get("sis_id"), clever.get("id"), None)),
        ("shared", *_cells(None, _shared(clever), None)),
        ("teacher", *_cells(sis.get("primary_teacher"), clever.get("primary_teacher"), _one(otus))),
        *_people("co-teachers", sis, clever, otus, "co_teachers"),
        *_people("students", sis, clever, otus, "students"),
    ]
    return "\n".join((_heading(shown, shown["class"], wall), "", *_table(rows), *_under_way(shown, wall)))


def person_shown(shown: Json, wall: tzinfo) -> str:
    """Show a person: their record in each system, and their place in each of their classes."""
    sis, clever, otus = (shown[system] or {} for system in ("sis", "clever", "otus"))
    rows = [
        HEAD,
        ("role", *_cells(sis.get("role"), clever.get("role"), otus.get("kind"))),
        ("email", *_cells(sis.get("email"), clever.get("email"), otus.get("email"))),
        ("id", *_cells(sis.get("sis_id"), clever.get("id"), otus.get("account"))),
        ("shared", *_cells(None, _shared(clever), None)),
        ("origin", *_cells(None, clever.get("source"), otus.get("origin"))),
        *(_place(one) for one in shown["classes"]),
    ]
    return "\n".join((_heading(shown, shown["person"], wall), "", *_table(rows), *_under_way(shown, wall)))


def _heading(shown: Json, name: str, wall: tzinfo) -> str:
    sis_id = (shown["sis"] or {}).get("sis_id", shown["key"].partition(":")[2])
    return f"{name} ({sis_id}) in {shown['district']}, {day_shown(shown['now'], wall)}"


def _shared(clever: Json) -> str | None:
    return {True: "with Otus", False: "not with Otus"}.get(clever.get("shared_with_otus", ""))


def _one(otus: Json) -> str | None:
    return _member(otus["main_teacher"]) if otus.get("main_teacher") else None


def _member(member: Json) -> str:
    return f"{member['name']}, by hand" if member["origin"] == "by hand" else str(member["name"])


def _place(one: Json) -> Row:
    otus = one["otus"]
    by_hand = ", by hand" if otus and otus["origin"] == "by hand" else ""
    return (one["class"], *_cells(one["sis"], one["clever"], otus and f"{otus['place']}{by_hand}"))


def _people(what: str, sis: Json, clever: Json, otus: Json, key: str) -> Iterator[Row]:
    """Set people of one name on one line, whichever systems have them."""
    members = otus.get(key, [])
    columns = [_numbered(sis.get(key, []), str), _numbered(clever.get(key, []), str)]
    columns.append(_numbered(members, lambda member: member["name"], _member))
    everyone = sorted(set().union(*columns))
    counts = [str(len(column)) if column else NOTHING for column in columns]
    yield (what, counts[0], counts[1], counts[2])
    for one in everyone:
        yield ("", *_cells(*(column.get(one) for column in columns)))


def _numbered(
    people: Iterable[Any], name: Callable[[Any], str], shown: Callable[[Any], str] = str
) -> dict[tuple[str, int], str]:
    """Tell namesakes apart by counting them."""
    seen, numbered = Counter[str](), dict[tuple[str, int], str]()
    for one in people:
        numbered[(name(one), seen[name(one)])] = shown(one)
        seen[name(one)] += 1
    return numbered


def _cells(sis: object, clever: object, otus: object) -> tuple[str, str, str]:
    said = [NOTHING if one is None or one == "" else str(one) for one in (sis, clever, otus)]
    return said[0], said[1], said[2]


def _table(rows: Sequence[Row]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _under_way(shown: Json, wall: tzinfo) -> Iterator[str]:
    if shown["under_way"]:
        yield "\nOn the way from the SIS to Clever:"
    for one in shown["under_way"]:
        arrives = one["arrives"]
        yield f"  {one['what']}, arrives {day_shown(arrives, wall) if arrives[0].isdigit() else arrives}"
