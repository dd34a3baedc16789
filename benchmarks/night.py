"""What a night costs: the first one, which has everything to do, beside one after some edits, and one after none.

The district is generated, written and loaded as `clever-otus load` does it. The floor is what no night can do
without: the same number of enrollments changed in a dict with an index each way. All of it in one run, because
figures drift on a busy machine and ratios hardly.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from simulator import registrar
from simulator.chance import Stream
from simulator.files import read_district, write_district
from simulator.generate import generate_district
from simulator.registrar import Edits
from simulator.roster import Role
from simulator.simulation.district import District, DistrictPlan, State
from simulator.simulation.simulation import Simulation

Index = dict[str, None]

NIGHTS = 5
SEED = 7


def seconds(work: Callable[[], object]) -> float:
    """Time some work."""
    start = perf_counter()
    work()
    return perf_counter() - start


def loaded(students: int) -> tuple[DistrictPlan, float]:
    """Generate a district, write it, and load it; tell how long loading took."""
    with tempfile.TemporaryDirectory() as folder:
        write_district(generate_district(students, SEED), Path(folder) / "district")
        start = perf_counter()
        plan = read_district(Path(folder) / "district")
        return plan, perf_counter() - start


def enrollment_edits(district: District, count: int, stream: Stream) -> Iterator[Edits]:
    """Enroll or drop a student picked by chance, as often as asked."""
    sections = list(district.sis.roster.sections)
    students = [one.id for one in district.sis.roster.people.values() if one.role is Role.STUDENT]
    for _ in range(count):
        section, student = stream.pick(sections), stream.pick(students)
        enrolled = student in district.sis.roster.sections[section].students
        yield (registrar.drop if enrolled else registrar.enroll)(district.sis, section, student)


def one_night(simulation: Simulation, district: District, edits: int, stream: Stream) -> tuple[float, int]:
    """Make some edits, let them reach Clever, and time the night; tell how many changes it made."""
    for edit in enrollment_edits(district, edits, stream):
        district.edit_sis(simulation.now, edit)
    simulation.advance(simulation.now + timedelta(minutes=15))
    took = seconds(lambda: district.run_nightly_sync(simulation.now))
    return took, len(district.reports[-1].changes)


def floor(district: District, edits: int) -> float:
    """Time as many enrollments changed in a dict with an index by section and one by student."""
    by_section = {str(key): _index(one.students) for key, one in district.sis.roster.sections.items()}
    by_student: dict[str, Index] = {}
    for section, enrolled in by_section.items():
        for student in enrolled:
            by_student.setdefault(student, {})[section] = None
    stream, sections, students = Stream(SEED, "floor"), list(by_section), list(by_student)
    pairs = [(stream.pick(sections), stream.pick(students)) for _ in range(edits)]

    def change() -> None:
        for section, student in pairs:
            by_section[section][student] = None
            by_student[student][section] = None

    return seconds(change)


def _index(ids: Iterable[str]) -> Index:
    return dict.fromkeys(ids)


def measured(students: int, edits: int) -> dict[str, dict[str, float]]:
    """Measure everything once for a district of a size."""
    plan, load = loaded(students)
    simulation, stream = Simulation("benchmark", SEED), Stream(SEED, "edits")
    district = simulation.open_district(plan, State.NEVER_SYNCED)
    first = seconds(lambda: district.run_nightly_sync(simulation.now))
    nights = [one_night(simulation, district, edits, stream) for _ in range(NIGHTS)]
    night, changes = median(took for took, _ in nights), median(made for _, made in nights)
    idle = seconds(lambda: district.run_nightly_sync(simulation.now))
    least = median(floor(district, edits) for _ in range(NIGHTS))
    return {
        "first": {"ours": first, "load": load, "students": students},
        "night": {
            "ours": night,
            "floor": least,
            "ratio_to_floor": night / least,
            "first_to_night": first / night,
            "edits": edits,
            "changes": changes,
        },
        "idle": {"ours": idle},
    }


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--students", type=int, default=20_000)
    arguments.add_argument("--edits", type=int, default=1_000)
    arguments.add_argument("--json", action="store_true", help="print one line of JSON")
    asked = arguments.parse_args()
    rows = measured(asked.students, asked.edits)
    if asked.json:
        print(
            json.dumps({name: {key: round(value, 5) for key, value in row.items()} for name, row in rows.items()})
        )
        return
    _print(asked.students, asked.edits, rows)


def _print(students: int, edits: int, rows: dict[str, dict[str, float]]) -> None:
    night = rows["night"]
    print(f"a district of {students:,} students, loaded in {rows['first']['load']:.2f} s")
    print(f"  the first night               {rows['first']['ours'] * 1000:10.1f} ms")
    print(f"  a night after {edits:,} edits      {night['ours'] * 1000:10.1f} ms, {night['changes']:.0f} changes")
    print(f"    of the first night          {1 / night['first_to_night']:10.2%}")
    print(f"    to the floor                {night['ratio_to_floor']:10.1f} x {night['floor'] * 1000:.2f} ms")
    print(f"  a night with nothing to do    {rows['idle']['ours'] * 1000:10.3f} ms")


if __name__ == "__main__":
    main()
