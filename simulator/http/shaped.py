"""What the control API answers, as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from simulator.clock import local, written
from simulator.http.host import Hosted
from simulator.session import Said, Session
from simulator.simulation.district import District
from simulator.simulation.simulation import Simulation

Json = dict[str, Any]


def simulation_json(hosted: Hosted, base_url: str) -> Json:
    """Describe a simulation: its clock, how Otus reaches Clever in it, and its districts with their tokens."""
    session = hosted.session
    tokens = hosted.tokens_in(session)
    return {
        "id": hosted.id,
        "now": written(session.simulation.now),
        "seed": session.simulation.seed,
        "clever": {
            "base_url": base_url,
            "client_id": hosted.client_id,
            "client_secret": hosted.client_secret,
        },
        "districts": [
            {
                "id": district.id,
                "name": district.plan.name,
                "timezone": district.plan.timezone,
                "sis": district.plan.sis,
                "nightly_sync": district.plan.nightly_sync.isoformat("auto")[:5],
                "token": tokens.get(district.id),
            }
            for district in session.simulation.districts.values()
        ],
    }


def clock_json(simulation: Simulation) -> Json:
    """Show the clock, here and on each district's wall, and when the next nights begin."""
    return {
        "now": written(simulation.now),
        "districts": [_wall_json(simulation, district) for district in simulation.districts.values()],
    }


def _wall_json(simulation: Simulation, district: District) -> Json:
    return {
        "name": district.plan.name,
        "timezone": district.plan.timezone,
        "local": local(simulation.now, district.zone).isoformat(),
        "next_nightly_sync": written(simulation.next_night(district)),
    }


def outcome_json(session: Session, said: Iterable[Said]) -> Json:
    """Tell what came of sentences or commands."""
    return {"now": written(session.simulation.now), "said": [said_json(one) for one in said]}


def said_json(said: Said) -> Json:
    """Tell what came of one sentence: of a claim whether it holds, of an act what the nights on the way changed."""
    nights = [{"at": written(one.at), "succeeded": one.succeeded} for one in said.nights]
    told: Json = {"sentence": said.sentence, "kind": said.mood, "at": written(said.at), "nights": nights}
    changes = [asdict(one) for one in said.told]
    if said.seen is not None:
        seen: Json = {"holds": True} if said.seen.holds else {"holds": False, "otherwise": said.seen.otherwise}
        return told | seen | ({"changes": changes} if changes else {})
    if said.refusal is not None:
        return told | {"refused": said.refusal.parts(), "changes": changes}
    return told | {"changes": changes, "made": [said.made] if said.made else []}
