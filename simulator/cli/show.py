"""`clever-otus show`: a class or a person as the SIS, Clever and Otus have them, side by side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.options import json_option, server_options
from simulator.errors import NotUnderstood

if TYPE_CHECKING:
    from simulator.cli.server import Server

EXAMPLE = """
\b
Examples:
  clever-otus show "Algebra 1 (Ito, period 3)"
  clever-otus show "Leo Park" --at 2026-11-17T10:00:00-06:00
"""


@click.command("show", short_help="Show a class or a person in the three systems.", epilog=EXAMPLE)
@click.argument("name", metavar="CLASS-OR-PERSON")
@click.option("--class", "kind", flag_value="class", help="The name is a class's.")
@click.option("--person", "kind", flag_value="person", help="The name is a person's.")
@click.option("--at", metavar="INSTANT", help="As it was then, e.g. 2026-11-17T09:00:00-06:00.")
@click.option("--district", help="In which district, where the simulation has several.")
@server_options
@json_option("Print the server's answer as JSON.")
def command(  # noqa: PLR0913 (one parameter an option)
    name: str, kind: str | None, at: str | None, district: str | None, url: str, simulation: str, *, as_json: bool
) -> None:
    """Show a class or a person as the SIS, Clever and Otus have them, side by side."""
    from simulator.cli.server import Server
    from simulator.cli.side_by_side import class_shown, person_shown
    from simulator.cli.wording import wall_of

    server, more = Server(url, simulation), {"at": at, "district": district}
    asked = {key: value for key, value in more.items() if value is not None}
    shown = server.show(**{kind: name}, **asked) if kind else _either(server, name, asked)
    if as_json:
        click.echo(json.dumps(shown, ensure_ascii=False))
    else:
        wall = wall_of(server.describe(), shown["district"])
        click.echo(class_shown(shown, wall) if "class" in shown else person_shown(shown, wall))


def _either(server: Server, name: str, asked: dict[str, str]) -> dict[str, Any]:
    """Show what has a name, be it a class or a person. Raises NotUnderstood where both or neither have it."""
    found, missed = list[dict[str, Any]](), dict[str, NotUnderstood]()
    for kind in ("class", "person"):
        try:
            found.append(server.show(**{kind: name}, **asked))
        except NotUnderstood as error:
            missed[kind] = error
            if name not in error.asked:
                raise  # it is not the name that is unknown
    if len(found) == 1:
        return found[0]
    if found:
        raise NotUnderstood(f"the name {name!r}", "a class and a person have it", "Add --class or --person")
    known = "; ".join(f"as a {kind}, {error.known}" for kind, error in missed.items())
    raise NotUnderstood(
        f"the name {name!r}", known, " ".join(error.then for error in missed.values() if error.then)
    )
