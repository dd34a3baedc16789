"""What the host says when a simulation is not there, or a token is another's."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.errors import NotUnderstood, Refused, suggestion

ID_LONGEST = 64


class NotHere(NotUnderstood):
    """The address names a simulation, or a part of one, that there is not."""


def not_here(simulation: str, known: Sequence[str]) -> NotHere:
    """Say that there is no such simulation, and which there are."""
    return NotHere(
        f"the simulation {simulation!r}",
        f"this server has {_few(known)}",
        suggestion(simulation[:ID_LONGEST], known, "POST /simulations makes one."),
    )


def token_taken() -> Refused:
    """Say that another simulation has the token."""
    return Refused("the token", "a simulation of this server has it already", "Choose another, or leave it out")


def _few(ids: Sequence[str]) -> str:
    shown = ", ".join(ids[:10]) or "none"
    return f"{shown} and {len(ids) - 10} more" if len(ids) > 10 else shown
