"""Speaking to a simulation: sentences, commands, the clock, the journal, and what the systems show."""

from __future__ import annotations

from flask.testing import FlaskClient

from simulator import journal
from simulator.http.host import Host
from simulator.library import sample_districts
from tests.http.caller import ADD_LEO, ALGEBRA, LEO_IS_IN, LEO_IS_NOT_IN, Caller


def test_a_student_added_by_hand_is_there_until_the_next_sync_and_the_answer_says_why(lincoln: Caller) -> None:
    said = lincoln.say(f"When {ADD_LEO}", f"Then {LEO_IS_IN}", "When the night passes", f"Then {LEO_IS_NOT_IN}")

    added, before, night, after = said.get_json()["said"]
    assert (added["kind"], added["changes"]) == ("act", [])
    assert (before["kind"], before["holds"], after["holds"]) == ("claim", True, True)
    because = {"rule": "S11", "because": "Clever's roster does not have the student"}
    assert night["changes"] == [{"what": "took Leo Park out of 'Algebra 1'", **because}]
    assert said.get_json()["now"] == "2026-11-17T14:00:00Z"


def test_a_false_claim_is_an_answer_that_says_what_is_the_case(lincoln: Caller) -> None:
    reply = lincoln.say(LEO_IS_IN)

    assert reply.status_code == 200
    assert not reply.get_json()["said"][0]["holds"]
    assert "Ana Ruiz" in reply.get_json()["said"][0]["otherwise"]


def test_a_line_that_is_not_understood_undoes_the_lines_before_it(lincoln: Caller) -> None:
    before = lincoln.lines()

    reply = lincoln.say(ADD_LEO, "the night pases")

    assert reply.status_code == 422
    assert "the night passes" in reply.get_json()["error"]["next"]
    assert reply.get_json()["error"]["place"] == "the night pases"
    assert lincoln.lines() == before


def test_an_act_that_is_refused_undoes_the_lines_before_it(lincoln: Caller) -> None:
    reply = lincoln.say("the night passes", f'the registrar drops "Leo Park" from "{ALGEBRA}"')

    assert reply.status_code == 409
    assert reply.get_json()["error"]["next"]
    assert lincoln.get("/clock").get_json()["now"] == "2026-11-16T12:00:00Z"


def test_an_act_that_is_only_tried_tells_its_refusal_and_the_rest_goes_on(lincoln: Caller) -> None:
    tries = f'the registrar tries to make "Hana Ito" co-teacher of "{ALGEBRA}"'

    said = lincoln.say(tries, "the night passes").get_json()["said"]

    assert said[0]["refused"]["known"]
    assert said[1]["at"] == "2026-11-17T14:00:00Z"


def test_commands_answer_with_the_keys_of_what_they_made(lincoln: Caller) -> None:
    student = {"name": "Zoe Novak", "email": "zoe@lincoln.example", "school": "school:20"}

    said = lincoln.post("/commands", [{"kind": "add_student_record", "args": student}]).get_json()["said"]

    (key,) = said[0]["made"]
    enroll = {"kind": "enroll", "args": {"students": [key], "section": "section:2001"}}
    assert lincoln.post("/commands", [enroll]).get_json()["said"][0]["made"] == []


def test_commands_are_done_all_or_none(lincoln: Caller) -> None:
    before = lincoln.lines()

    reply = lincoln.post("/commands", [{"kind": "night_passes"}, {"kind": "night_pases"}])

    assert (reply.status_code, reply.get_json()["error"]["place"]) == (422, "command 2")
    assert lincoln.lines() == before


def test_the_clock_moves_to_a_moment_by_a_length_and_until_the_morning(lincoln: Caller) -> None:
    for body, now in (
        ({"advance": {"minutes": 5}}, "2026-11-16T12:05:00Z"),
        ({"advance_to": "2026-11-16T09:00:00-06:00"}, "2026-11-16T15:00:00Z"),
        ({"until": "morning"}, "2026-11-17T14:00:00Z"),
        ({"until": "nightly sync"}, "2026-11-18T10:00:00Z"),
    ):
        reply = lincoln.post("/clock", body)
        assert (reply.status_code, reply.get_json()["now"]) == (200, now), body


def test_the_journal_says_in_which_district_the_clock_moved(host: Host, lincoln: Caller) -> None:
    for body in ({"advance": {"minutes": 5}}, {"until": "morning"}):
        assert lincoln.post("/clock", body | {"district": "Lincoln"}).status_code == 200

        assert host.find("ours").session.journal[-1].command.district == "Lincoln"


def test_the_clock_shows_each_districts_wall(lincoln: Caller) -> None:
    (wall,) = lincoln.get("/clock").get_json()["districts"]

    assert wall == {
        "name": "Lincoln",
        "timezone": "America/Chicago",
        "local": "2026-11-16T06:00:00-06:00",
        "next_nightly_sync": "2026-11-17T10:00:00Z",
    }


def test_the_clock_does_not_go_back(lincoln: Caller) -> None:
    assert lincoln.post("/clock", {"advance_to": "2026-11-16T05:00:00-06:00"}).status_code == 409


def test_the_journal_replays_to_the_same_simulation(host: Host, lincoln: Caller) -> None:
    lincoln.say(ADD_LEO, f'the registrar enrolls "Leo Park" in "{ALGEBRA}"', "the night passes")

    again = journal.replay(lincoln.lines(), sample_districts())

    assert journal.state_of(again) == journal.state_of(host.find("ours").session)


def test_a_reset_goes_back_to_the_beginning_with_the_same_tokens(lincoln: Caller) -> None:
    before = (lincoln.get("").get_json(), lincoln.lines())
    lincoln.say(ADD_LEO, "the night passes")

    assert lincoln.post("/reset").get_json() == before[0]
    assert (lincoln.get("").get_json(), lincoln.lines()) == before


def test_a_class_is_shown_in_the_three_systems_with_what_is_under_way(lincoln: Caller) -> None:
    lincoln.say(f'the registrar enrolls "Leo Park" in "{ALGEBRA}"', ADD_LEO)

    shown = lincoln.get(f"/show?class={ALGEBRA}").get_json()

    assert "Leo Park" in shown["sis"]["students"]
    assert "Leo Park" not in shown["clever"]["students"]
    assert {"Leo Park": "by hand"}.items() <= {
        one["name"]: one["origin"] for one in shown["otus"]["students"]
    }.items()
    assert shown["under_way"] == [{"what": "Leo Park enrolled in Algebra 1", "arrives": "2026-11-16T12:15:00Z"}]


def test_a_person_is_shown_as_they_were_at_an_earlier_moment(lincoln: Caller) -> None:
    lincoln.say(ADD_LEO, "the night passes")

    then = lincoln.get("/show?person=Leo Park&at=2026-11-16T20:00:00Z").get_json()
    now = lincoln.get("/show?person=Leo Park").get_json()

    assert then["now"] == "2026-11-16T20:00:00Z"
    of_then = {one["key"]: one["otus"] for one in then["classes"]}
    assert of_then["section:2001"] == {"place": "student", "origin": "by hand"}
    assert "section:2001" not in {one["key"] for one in now["classes"]}


def test_the_lists_of_the_systems_come_in_pieces_that_make_a_whole(lincoln: Caller) -> None:
    for path, kind in (
        ("/sis/sections", "sections"),
        ("/clever/sections", "sections"),
        ("/otus/classes", "classes"),
        ("/otus/accounts", "accounts"),
    ):
        whole = lincoln.get(f"{path}?limit=1000").get_json()
        first = lincoln.get(f"{path}?limit=7").get_json()
        rest = lincoln.get(f"{path}?limit=1000&offset={first['next_offset']}").get_json()
        assert first[kind] + rest[kind] == whole[kind]
        assert whole["next_offset"] is None


def test_a_simulation_without_a_district_waits_for_one_to_start(client: FlaskClient) -> None:
    client.post("/simulations", json={"id": "bare", "district": "empty"})
    bare = Caller(client, "bare")

    assert bare.say("the night passes").status_code == 422
    assert bare.say('the district "Lincoln", never synced to Otus').status_code == 200
    assert bare.page("/v3.0/districts")["data"][0]["data"]["name"] == "Lincoln"
    assert bare.get("/otus/classes").get_json()["classes"] == []
