"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from simulator.errors import BadInput

if TYPE_CHECKING:
    from simulator.clock import Instant

DEFAULT_URL = "http://127.0.0.1:8080"
AS_JSON = "simulator.as_json"
"""Under this key a context remembers that the answer, or the error, is wanted as JSON."""

Command = TypeVar("Command", bound=Callable[..., Any])


def _remember(ctx: click.Context, option: click.Parameter, value: bool) -> bool:  # noqa: FBT001 (click's signature)
    ctx.meta[AS_JSON] = value
    return value


def json_option(says: str) -> Callable[[Command], Command]:
    """Add `--json`, which holds for errors as well."""
    return click.option("--json", "as_json", is_flag=True, is_eager=True, callback=_remember, help=says)


def server_options(command: Command) -> Command:
    """Add the options that say to which server and to which of its simulations a command speaks."""
    url = click.option("--url", default=DEFAULT_URL, show_default=True, help="Where the server is.")
    simulation = click.option("--simulation", default="default", show_default=True, help="The simulation's id.")
    return url(simulation(command))


def beginning_options(command: Command) -> Command:
    """Add the options that say how a simulation begins."""
    seed = click.option(
        "--seed", default=1, show_default=True, type=click.IntRange(0), help="What chance draws from."
    )
    start = click.option(
        "--start", metavar="INSTANT", help="When it begins, e.g. 2026-11-16T06:00:00-06:00, which is usual."
    )
    state = click.option(
        "--begin",
        "state",
        type=click.Choice(["in step", "never synced"]),
        default="in step",
        show_default=True,
        help="Whether Otus has had a good sync.",
    )
    token = click.option(
        "--token", help="The bearer token for Clever's API; without it, one follows from the seed."
    )
    return seed(start(state(token(command))))


def start_of(start: str | None) -> Instant | None:
    """Read the moment at which a simulation is to begin. Raises BadInput."""
    if start is None:
        return None
    from simulator.clock import LAST_INSTANT
    from simulator.simulation.simulation import BEFORE_ANY_START

    remedy = "Give one like 2026-11-16T06:00:00-06:00"
    try:
        moment = datetime.fromisoformat(start)
    except ValueError as error:
        raise BadInput(f"--start {start}", "it is no moment", remedy) from error
    if moment.tzinfo is None or not BEFORE_ANY_START < moment < LAST_INSTANT:
        raise BadInput(f"--start {start}", "it has no offset, or is not of this century", remedy)
    return moment.astimezone(UTC)
