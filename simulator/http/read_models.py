"""What each of the three systems shows, as lists for programs: classes, accounts, sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from flask import Blueprint, Response, jsonify, request

from simulator.clock import written
from simulator.errors import suggestion
from simulator.http import asked
from simulator.http.host import Host
from simulator.http.not_here import NotHere
from simulator.roster import PersonId, SectionId
from simulator.show import Views

Rows = Callable[[Views], Iterator[dict[str, Any]]]

LIMIT_USUAL = 100
_QUERY: asked.Shape = {
    "limit": asked.some_in_words,
    "offset": asked.number_in_words,
    "district": asked.text,
}


def read_models(host: Host) -> Blueprint:
    """Make the part of the control API that lists what the systems show."""
    room = Blueprint("read_models", __name__, url_prefix="/simulations/<simulation>")

    @room.get("/<any(sis, clever, otus):system>/<kind>")
    def rows(simulation: str, system: str, kind: str) -> Response:
        """List what a system shows, from an offset on."""
        session = host.find(simulation).session
        says = asked.read_query(request.args, _QUERY)
        views = Views(session.simulation.district(says.get("district")))
        limit, offset = says.get("limit", LIMIT_USUAL), says.get("offset", 0)
        found = list(islice(_rows(system, kind)(views), offset, offset + limit + 1))
        after = offset + limit if len(found) > limit else None
        return jsonify({"now": written(session.simulation.now), kind: found[:limit], "next_offset": after})

    return room


def _rows(system: str, kind: str) -> Rows:
    kinds = _MODELS[system]
    if kind in kinds:
        return kinds[kind]
    known = f"{system} lists {', '.join(kinds)}"
    raise NotHere(f"the list {system}/{kind}", known, suggestion(kind, kinds, "Ask for one of these."))


def _sections(shown: Callable[[Views, SectionId], dict[str, Any] | None]) -> Rows:
    """Make the list of what a system shows of each section or class."""

    def rows(views: Views) -> Iterator[dict[str, Any]]:
        for key in views.sections():
            row = shown(views, key)
            if row is not None:
                yield {"key": key, **row}

    return rows


def _accounts(views: Views) -> Iterator[dict[str, Any]]:
    """List the accounts in Otus, each once: somebody in two roles has two records and one account."""
    seen: dict[str, PersonId] = {}
    for key in views.people():
        row = views.person_in_otus(key)
        if row is not None and seen.setdefault(row["account"], key) == key:
            yield {"key": key, **row}


_MODELS: Mapping[str, Mapping[str, Rows]] = {
    "sis": {"sections": _sections(Views.section_in_sis)},
    "clever": {"sections": _sections(Views.section_in_clever)},
    "otus": {"classes": _sections(Views.class_in_otus), "accounts": _accounts},
}
