"""Serving a page of 100 users and one record, beside a Flask route of as many constant bytes and public mocks.

In process there is neither socket nor peer; over HTTP every server is a process of its own. All of it in one run,
because figures drift on a busy machine and ratios hardly.
"""

from __future__ import annotations

import argparse
import json
import sys

from benchmarks.servers.in_process import rows_in_process
from benchmarks.servers.over_http import OverHttp, Row, measured_over_http

GOALS = {"page": 1.25, "page_read_once": 2.0, "record": 1.2}
"""The most that an answer may cost in process, in floors."""
STUDENTS = 10_000
"""Enough pages that nobody remembers them all."""


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--students", type=int, default=STUDENTS)
    arguments.add_argument("--in-process", action="store_true", help="neither socket nor peers")
    arguments.add_argument("--json", action="store_true", help="print one line of JSON")
    asked = arguments.parse_args()
    if asked.in_process:
        rows = rows_in_process(asked.students)
        _print_json(rows) if asked.json else _print_rows(rows)
        return
    measured = measured_over_http(asked.students, lambda told: print(told, file=sys.stderr))
    _print_json(measured.rows()) if asked.json else _print_servers(measured)


def _print_json(rows: dict[str, Row]) -> None:
    print(json.dumps({name: {key: round(value, 3) for key, value in row.items()} for name, row in rows.items()}))


def _print_rows(rows: dict[str, Row]) -> None:
    print("in process, microseconds a request            ours      floor    ratio    goal")
    for name, row in rows.items():
        times = f"{row['ours']:10.1f} {row['floor']:10.1f} {row['ratio_to_floor']:8.2f}"
        print(f"  {name.replace('_', ' '):36}{times}  ≤ {GOALS[name]}")


def _print_servers(measured: OverHttp) -> None:
    print("over HTTP                        page req/s   record req/s    memory MB")
    for name, one in measured.servers.items():
        print(f"  {name:30}{one.page:12,.0f} {one.record:14,.0f} {one.memory:12.0f}")
    for name, row in measured.rows().items():
        print(f"{name.replace('_', ' ')}: ours {row['ratio_to_floor']:.2f} x the floor", end="")
        print(*(f", {value:.2f} {of}" for of, value in row.items() if of.startswith("times")), sep="")


if __name__ == "__main__":
    main()
