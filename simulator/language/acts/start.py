"""How a simulation starts (Q42)."""

from __future__ import annotations

from simulator.errors import NotUnderstood, Refused, suggestion
from simulator.language.registry import act
from simulator.language.slots import ADistrict
from simulator.language.stage import Stage
from simulator.simulation.district import State


@act('the district "{name}", with its SIS, Clever and Otus in step')
def start_in_step(stage: Stage, name: ADistrict) -> str:
    """SIS, Clever and Otus agree, after a good sync last night."""
    return _start(stage, name, State.IN_STEP)


@act('the district "{name}", never synced to Otus')
def start_never_synced(stage: Stage, name: ADistrict) -> str:
    """SIS and Clever agree, and Otus is empty."""
    return _start(stage, name, State.NEVER_SYNCED)


def _start(stage: Stage, name: str, state: State) -> str:
    if any(name == district.plan.name for district in stage.simulation.districts.values()):
        raise Refused(f"the district {name!r} starts", "this simulation has it already", "Start a new simulation")
    if name not in stage.library:
        raise NotUnderstood(
            f"the district {name!r}",
            f"known are {', '.join(stage.library)}",
            suggestion(name, stage.library, "Load its CSV folder first: clever-otus load DIR"),
        )
    return stage.simulation.open_district(stage.library[name](), state).id
