"""Loading a district folder beside a bare csv.reader, and generating one beside a bare csv.writer.

Both sides handle the same files, in turns, in one run: figures drift on a busy machine, ratios hardly.
"""

from __future__ import annotations

import argparse
import csv
import json
import tempfile
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import perf_counter

from simulator.files import read_district, write_district
from simulator.generate import generate_district

ROUNDS = 5
SEED = 7

Rows = dict[str, list[list[str]]]


def seconds(work: Callable[[], object]) -> float:
    """Time some work, but not the throwing away of what it made."""
    start = perf_counter()
    made = work()
    took = perf_counter() - start
    del made
    return took


def in_turns(ours: Callable[[], object], floor: Callable[[], object]) -> dict[str, float]:
    """Time both sides in turns and answer with the medians."""
    rounds = [(seconds(ours), seconds(floor)) for _ in range(ROUNDS)]
    our_time, floor_time = (median(column) for column in zip(*rounds, strict=True))
    return {
        "ours": round(our_time, 4),
        "floor": round(floor_time, 4),
        "ratio_to_floor": round(our_time / floor_time, 2),
    }


def read_rows(folder: Path) -> Rows:
    return {path.name: list(rows_of(path)) for path in sorted(folder.glob("*.csv"))}


def rows_of(path: Path) -> Iterable[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines)


def only_read(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            for _ in csv.reader(lines):
                pass


def only_write(rows: Rows) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, of_file in rows.items():
            with (Path(folder) / name).open("w", encoding="utf-8", newline="") as lines:
                csv.writer(lines, lineterminator="\n").writerows(of_file)


def generate_and_write(students: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_district(generate_district(students, SEED), Path(folder))


def bytes_a_person(folder: Path) -> float:
    """Say how much memory a loaded roster takes, enrollments included, for each person in it."""
    tracemalloc.start()
    plan = read_district(folder)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return round(held / len(plan.roster.people))


def measure(students: int) -> dict[str, dict[str, float]]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_district(generate_district(students, SEED), folder)
        load = in_turns(lambda: read_district(folder), lambda: only_read(folder))
        load["bytes_a_person"] = bytes_a_person(folder)
        rows = read_rows(folder)
    load["rows"] = sum(map(len, rows.values()))
    generate = in_turns(lambda: generate_and_write(students), lambda: only_write(rows))
    return {"load": load, "generate": generate}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=20_000)
    parser.add_argument("--json", action="store_true", help="print one line of JSON instead of a table")
    arguments = parser.parse_args()
    figures = measure(arguments.students)
    if arguments.json:
        print(json.dumps(figures))
        return
    print(f"{arguments.students:,} students, {figures['load']['rows']:,} rows")
    print(f"{'':10}{'ours':>10}{'floor':>10}{'ratio':>8}")
    for row, of_row in figures.items():
        print(f"{row:10}{of_row['ours']:9.3f}s{of_row['floor']:9.3f}s{of_row['ratio_to_floor']:8.2f}")
    print(f"memory    {figures['load']['bytes_a_person']:,.0f} bytes a person, enrollments included")


if __name__ == "__main__":
    main()
