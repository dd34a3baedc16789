"""Serving a page of 100 users and one record, beside a Flask route with as many constant bytes.

All of it in one run, because figures drift on a busy machine and ratios hardly.
"""

from __future__ import annotations

import argparse
import json

from benchmarks.servers.in_process import Row, rows_in_process

GOALS = {"page": 1.25, "page_read_once": 2.0, "record": 1.2}
"""The most that an answer may cost, in floors."""


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--students", type=int, default=10_000)
    arguments.add_argument("--in-process", action="store_true", help="no socket, no peers")
    arguments.add_argument("--json", action="store_true", help="print one line of JSON")
    asked = arguments.parse_args()
    rows = rows_in_process(asked.students)
    if asked.json:
        print(
            json.dumps({name: {key: round(value, 3) for key, value in row.items()} for name, row in rows.items()})
        )
        return
    _print(rows)


def _print(rows: dict[str, Row]) -> None:
    print("in process, microseconds a request            ours      floor    ratio    goal")
    for name, row in rows.items():
        times = f"{row['ours']:10.1f} {row['floor']:10.1f} {row['ratio_to_floor']:8.2f}"
        print(f"  {name.replace('_', ' '):36}{times}  ≤ {GOALS[name]}")


if __name__ == "__main__":
    main()
