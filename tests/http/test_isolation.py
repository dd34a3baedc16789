"""Simulations of one server never meet: a token opens one district of one of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from simulator.clever_api.access import Grant
from simulator.errors import Refused
from simulator.http.host import Host, Hosted, Wanted
from simulator.http.not_here import NotHere
from simulator.library import sample_districts
from simulator.session import Session
from simulator.simulation.district import DistrictPlan
from tests.http.caller import ADD_LEO, LEO_IS_IN, Caller


@pytest.fixture
def theirs(client: FlaskClient, lincoln: Caller) -> Caller:
    client.post("/simulations", json={"id": "theirs", "district": "Lincoln"})
    return Caller(client, "theirs")


def test_what_is_said_to_one_does_not_happen_in_the_other(lincoln: Caller, theirs: Caller) -> None:
    before = (theirs.lines(), theirs.get("").get_json())

    lincoln.say(ADD_LEO, "2 nights pass")

    assert (theirs.lines(), theirs.get("").get_json()) == before
    assert not theirs.say(LEO_IS_IN).get_json()["said"][0]["holds"]


def test_a_token_reads_its_own_simulation_and_no_record_of_another(lincoln: Caller, theirs: Caller) -> None:
    kinds = ("districts", "schools", "terms", "courses", "sections", "users")
    of_theirs = [item["uri"] for kind in kinds for item in theirs.page(f"/v3.0/{kind}")["data"]]

    assert lincoln.token != theirs.token
    assert {lincoln.clever(uri).status_code for uri in of_theirs} == {404}
    assert {theirs.clever(uri).status_code for uri in of_theirs} == {200}


def test_a_token_reads_its_own_district_of_a_simulation(client: FlaskClient, lincoln: Caller) -> None:
    files = {
        "district.toml": 'name = "Elm"\ntimezone = "America/New_York"\n',
        "schools.csv": "School_id,School_name,School_number\n1,Elm School,1\n",
        "students.csv": "School_id,Student_id,Last_name,First_name\n",
        "teachers.csv": "School_id,Teacher_id,First_name,Last_name\n",
        "sections.csv": "School_id,Section_id,Teacher_id\n",
        "enrollments.csv": "School_id,Section_id,Student_id\n",
    }
    client.post("/simulations", json={"id": "both", "files": files})
    both = Caller(client, "both")
    both.say('the district "Lincoln", with its SIS, Clever and Otus in step')

    elm, other = both.get("").get_json()["districts"]
    for district, schools in ((elm, 1), (other, 2)):
        reply = client.get("/v3.0/schools", headers={"Authorization": f"Bearer {district['token']}"}).get_json()
        assert {item["data"]["district"] for item in reply["data"]} == {district["id"]}
        assert len(reply["data"]) == schools


def test_tokens_and_secrets_are_derived_so_that_the_same_simulation_has_the_same(client: FlaskClient) -> None:
    once = client.post("/simulations", json={"id": "again", "seed": 7}).get_json()
    client.delete("/simulations/again")
    twice = client.post("/simulations", json={"id": "again", "seed": 7}).get_json()
    client.delete("/simulations/again")
    otherwise = client.post("/simulations", json={"id": "again", "seed": 8}).get_json()

    assert once == twice
    assert re.fullmatch("[0-9a-f]{40}", once["districts"][0]["token"])
    assert once["districts"][0]["token"] != otherwise["districts"][0]["token"]


def test_a_deleted_simulation_is_gone_with_its_token(client: FlaskClient, lincoln: Caller) -> None:
    token = lincoln.token

    assert client.delete("/simulations/ours").status_code == 204

    assert lincoln.get("").status_code == 404
    assert client.get("/v3.0/users", headers={"Authorization": f"Bearer {token}"}).status_code == 401


def _meanwhile(happens: Callable[[Host], object]) -> Host:
    """Make a host where something happens once, while a simulation of Lincoln is being made."""
    plans, waiting = sample_districts(), [happens]

    def lincoln_plan() -> DistrictPlan:
        if waiting:
            waiting.pop()(host)
        return plans["Lincoln"]()

    host = Host({**plans, "Lincoln": lincoln_plan})
    return host


def test_an_automatic_id_that_somebody_chooses_in_the_meantime_is_theirs() -> None:
    theirs: list[Hosted] = []
    host = _meanwhile(lambda host: theirs.append(host.create(Wanted("empty", id="simulation-1"))))

    ours = host.create(Wanted("Lincoln"))

    assert (ours.id, host.find("simulation-1"), host.find("simulation-2")) == ("simulation-2", theirs[0], ours)
    ((district, token),) = ours.tokens().items()
    assert host.holder_of(token) == (ours, Grant(district))


def test_an_id_that_two_choose_at_once_is_the_firsts() -> None:
    theirs: list[Hosted] = []
    host = _meanwhile(lambda host: theirs.append(host.create(Wanted("Lincoln", id="one", token="t"))))

    with pytest.raises(Refused):
        host.create(Wanted("Lincoln", id="one"))

    assert [*host.all()] == theirs
    assert (holder := host.holder_of("t")) is not None
    assert holder[0] is theirs[0]


def test_a_token_that_is_taken_in_the_meantime_leaves_nothing_behind(host: Host) -> None:
    derived = next(iter(host.create(Wanted("Lincoln", id="ours")).tokens().values()))
    host.delete("ours")
    other = host.create(Wanted("Lincoln", id="other", token=derived))

    with pytest.raises(Refused, match="another"):
        host.create(Wanted("Lincoln", id="ours"))

    assert [*host.all()] == [other]
    assert (holder := host.holder_of(derived)) is not None
    assert holder[0] is other


def test_a_district_that_is_named_empty_starts_when_it_is_uploaded(host: Host) -> None:
    plan = replace(sample_districts()["Lincoln"](), name="empty")

    of_it, of_none = host.create(Wanted(upload=plan)), host.create(Wanted("empty"))

    assert [one.plan.name for one in of_it.simulation.districts.values()] == ["empty"]
    assert not of_none.simulation.districts


def test_what_is_still_said_to_a_deleted_simulation_gives_it_no_token(host: Host) -> None:
    gone = host.create(Wanted("Lincoln", id="ours"))
    (token,) = gone.tokens().values()

    def delete_it(session: Session) -> None:
        host.delete("ours")
        again = host.create(Wanted("Lincoln", id="ours"))
        assert (held := host.holder_of(token)) is not None
        assert held[0] is again

    gone.change(delete_it)
    gone.reset()

    assert (held := host.holder_of(token)) is not None
    assert held[0] is host.find("ours")
    host.delete("ours")
    assert host.holder_of(token) is None
    with pytest.raises(NotHere):
        host.delete("ours")
