"""What a client of Clever's API finds, whatever happens meanwhile: each record once, and the events add up."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.clever_client import Client, Follower, Json, as_in_events
from tests.properties.deeds import VERBS
from tests.properties.histories import OF_RECORD, ROAD, run
from tests.properties.world import Deed, begin, happens

VERSIONS = pytest.mark.parametrize("version", ["v3.0", "v3.1"])
LISTS = ("users", "sections", "users?role=student", "schools", "events")


@VERSIONS
@given(history=ROAD)
def test_who_reads_everything_once_and_then_follows_the_events_holds_what_a_new_read_gives(
    version: str, history: list[Deed]
) -> None:
    world = begin()
    follower = Follower(Client(world, version))
    told: list[str] = []

    def follow(deed: Deed, refused: object) -> None:
        if deed.verb in ("wait", "share") or deed.a % 3 == 0:
            told.extend(follower.follow())

    run(world, history, follow)
    told.extend(follower.follow())

    anew = {uri: as_in_events(body) for uri, body in Client(world, version).everything().items()}
    assert follower.held == anew, _first_difference(follower.held, anew)
    assert told == sorted(set(told))


@VERSIONS
@given(history=st.lists(OF_RECORD, min_size=90, max_size=90))
def test_thirty_days_of_edits_are_followed_day_by_day(version: str, history: list[Deed]) -> None:
    world = begin()
    follower = Follower(Client(world, version))

    for day in range(30):
        run(world, history[3 * day : 3 * day + 3])
        world.wait(timedelta(days=1))
        follower.follow()

    anew = {uri: as_in_events(body) for uri, body in Client(world, version).everything().items()}
    assert follower.held == anew, _first_difference(follower.held, anew)


@given(history=ROAD)
def test_who_asks_again_and_again_gets_what_a_newcomer_gets(history: list[Deed]) -> None:
    world = begin()
    regular = Client(world, "v3.1")

    def ask(deed: Deed, refused: object) -> None:
        if deed.a % 4 == 0:
            regular.everything()

    run(world, history, ask)

    assert regular.everything() == Client(world, "v3.1").everything()
    for school in regular.get("/v3.1/schools")["data"]:
        for related in ("users", "users?role=teacher", "users?primary=true", "sections"):
            uri = f"{school['uri']}/{related}"
            assert regular.get(uri) == Client(world, "v3.1").get(uri)


@given(ROAD, st.integers(1, 9), st.sampled_from(LISTS), st.sampled_from(("next", "prev")))
def test_a_walk_meets_each_record_once_while_others_come_and_go(
    history: list[Deed], limit: int, listed: str, rel: str
) -> None:
    world = begin()
    client = Client(world, "v3.0")
    always, met = set(_ids(client, listed)), []

    start = f"/v3.0/{listed}{_mark(listed)}limit={limit}" + ("&ending_before=last" if rel == "prev" else "")
    for page, deed in zip(client.walk(start, rel), history * 3, strict=False):
        met += [one["data"]["id"] for one in page["data"]][:: 1 if rel == "next" else -1]
        happens(world, deed, VERBS)
        always.intersection_update(_ids(client, listed))

    assert met == sorted(set(met), reverse=rel == "prev")
    assert {one for one in always if _reached(one, met, rel)} <= set(met)


def _first_difference(held: dict[str, Json], anew: dict[str, Json]) -> str:
    uri = next(one for one in (*held, *anew) if held.get(one) != anew.get(one))
    return f"{uri}: held {held.get(uri)}, new {anew.get(uri)}"


def _reached(one: str, met: list[str], rel: str) -> bool:
    """Tell whether a walk has come by the place of an id."""
    return bool(met) and (one <= met[-1] if rel == "next" else one >= met[-1])


def _ids(client: Client, listed: str) -> list[str]:
    return [one["data"]["id"] for one in client.get(f"/v3.0/{listed}{_mark(listed)}limit=10000")["data"]]


def _mark(listed: str) -> str:
    return "&" if "?" in listed else "?"
