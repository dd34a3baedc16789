"""`clever-otus generate`: makes up a district of any size and writes it as a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.options import json_option
from simulator.errors import BadInput

if TYPE_CHECKING:
    from simulator.simulation.district import DistrictPlan

EXAMPLE = """
\b
Example:
  clever-otus generate --students 500 --seed 7 --out riverbend
"""


@click.command("generate", short_help="Make up a district of any size.", epilog=EXAMPLE)
@click.option("--students", required=True, type=click.IntRange(1), help="How many students it has.")
@click.option(
    "--seed", default=1, show_default=True, type=click.IntRange(0), help="The same seed, the same district."
)
@click.option("--name", default="Riverbend", show_default=True, help="What the district is called.")
@click.option(
    "--contacts",
    "contacts_percent",
    default=60,
    show_default=True,
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help="How many students of a hundred have contacts.",
)
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="DIR", help="A new or empty folder.")
@json_option("Print what was written as JSON.")
def command(students: int, seed: int, name: str, out: Path, *, contacts_percent: int, as_json: bool) -> None:
    """Make up a district and write it in Clever's CSV layout; nobody in it is real."""
    from simulator.files import write_district
    from simulator.files.settings import name_of_district
    from simulator.generate import generate_district

    name_of_district(f"--name {name!r}", name)
    _refuse_unless_empty(out)
    plan = generate_district(students, seed, name, contacts_percent=contacts_percent)
    write_district(plan, out)
    counts = _counts(plan)
    if as_json:
        click.echo(json.dumps({"out": str(out), "name": name, "seed": seed, **counts}))
    else:
        click.echo(f"{name} is in {out}: " + ", ".join(f"{count} {what}" for what, count in counts.items()))
        click.echo(f"Load it into a running server: clever-otus load {out}")


def _refuse_unless_empty(out: Path) -> None:
    asked = f"writing a district to {str(out)!r}"
    try:
        is_folder, there = out.is_dir(), out.exists() and (not out.is_dir() or any(out.iterdir()))
    except OSError as error:
        raise BadInput(asked, f"this cannot be done: {error.strerror}", "Name a new folder") from error
    if there and not is_folder:
        raise BadInput(asked, "it is a file", "Name a new folder")
    if there:
        raise BadInput(asked, "the folder is not empty", "Name a new folder, or empty this one")


def _counts(plan: DistrictPlan) -> dict[str, int]:
    from simulator.roster import Role

    people, sections = plan.roster.people.values(), plan.roster.sections.values()
    return {
        "schools": len(plan.roster.schools),
        "students": sum(person.role is Role.STUDENT for person in people),
        "teachers": sum(person.role is Role.TEACHER for person in people),
        "sections": len(sections),
        "enrollments": sum(len(section.students) for section in sections),
    }
