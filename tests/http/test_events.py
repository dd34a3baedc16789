"""Clever's events as a client reads them, written out by hand from the recordings (clever_api.md, section 1.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from simulator.clever.records import Event, User
from simulator.clever_api.editions import EDITIONS
from simulator.clever_api.events import previous_attributes
from simulator.clever_api.shelf import Shelf
from simulator.http.host import Host
from tests.http.caller import ALGEBRA, Caller, ids, link

VERSIONS = pytest.mark.parametrize("version", ["v3.0", "v3.1"])
ADD_NOA = 'the registrar adds the student "Noa Blum" with the email "noa@home.example" at "Lincoln High School"'
ENROLL = f'the registrar enrolls "Leo Park" in "{ALGEBRA}"'


def events(lincoln: Caller, query: str = "", version: str = "v3.0") -> list[dict[str, Any]]:
    return lincoln.records(f"/{version}/events{query}")


def types(found: list[dict[str, Any]]) -> list[str]:
    return [one["type"] for one in found]


def test_where_nothing_has_happened_the_list_links_to_itself_with_the_recorded_stray_mark(
    lincoln: Caller,
) -> None:
    assert lincoln.page("/v3.0/events") == {"data": [], "links": [{"rel": "self", "uri": "/v3.0/events?"}]}


@VERSIONS
def test_an_enrollment_is_a_change_of_the_section_with_the_old_list_whole(lincoln: Caller, version: str) -> None:
    before = next(one for one in lincoln.records(f"/{version}/sections") if one["sis_id"] == "2001")
    leo = next(one for one in lincoln.records(f"/{version}/users?role=student") if one["name"]["last"] == "Park")
    lincoln.say(ENROLL, "15 minutes pass")

    synced, changed = lincoln.page(f"/{version}/events")["data"]

    assert synced["data"]["type"] == "districts.updated"
    assert synced["data"]["data"]["previous_attributes"] == {"last_sync": "2026-08-18T12:00:00.000Z"}
    assert synced["data"]["data"]["object"]["last_sync"] == "2026-11-16T12:15:00.000Z"
    assert changed.keys() == {"data", "uri"}
    assert changed["uri"] == f"/{version}/events/{changed['data']['id']}"
    assert changed["data"].keys() == {"created", "data", "id", "type"}
    assert (changed["data"]["type"], changed["data"]["created"]) == ("sections.updated", "2026-11-16T12:15:00.000Z")
    now = next(one for one in lincoln.records(f"/{version}/sections") if one["sis_id"] == "2001")
    assert changed["data"]["data"] == {"object": now, "previous_attributes": {"students": before["students"]}}
    assert now["students"] == [*before["students"], leo["id"]]
    assert now["last_modified"] == "2026-11-16T12:15:00.000Z"


def test_an_id_tells_its_second_and_is_above_those_before(lincoln: Caller) -> None:
    lincoln.say(ENROLL, "15 minutes pass", f'the registrar drops "Leo Park" from "{ALGEBRA}"', "15 minutes pass")

    found = events(lincoln)

    assert [one["id"] for one in found] == sorted({one["id"] for one in found})
    for one in found:
        second = datetime.fromtimestamp(int(one["id"][:8], 16), UTC)
        assert one["created"] == f"{second:%Y-%m-%dT%H:%M:%S}.000Z"


def test_an_email_that_changes_is_told_once_for_the_user_and_not_in_the_students_role(lincoln: Caller) -> None:
    lincoln.say('the registrar changes the email of "Leo Park" to "leo@new.example"', "15 minutes pass")

    (changed,) = events(lincoln, "?record_type=users")

    assert changed["type"] == "users.updated"
    assert changed["data"]["previous_attributes"] == {"email": "leo.park@lincoln.example"}
    assert changed["data"]["object"]["email"] == "leo@new.example"
    assert "email" not in changed["data"]["object"]["roles"]["student"]


def test_who_comes_and_who_goes_is_told_whole_without_previous_attributes(lincoln: Caller) -> None:
    lincoln.say('the registrar removes "Leo Park" from the SIS', "15 minutes pass")
    *contacts, gone = events(lincoln, "?record_type=users")
    lincoln.say(ADD_NOA, "15 minutes pass")
    come = events(lincoln, "?record_type=users")[-1]

    assert (gone["type"], [*gone["data"]]) == ("users.deleted", ["object"])
    assert gone["data"]["object"]["name"] == {"first": "Leo", "last": "Park", "middle": ""}
    assert {(one["type"], *one["data"]["object"]["roles"]) for one in contacts} == {("users.deleted", "contact")}
    assert (come["type"], [*come["data"]]) == ("users.created", ["object"])


def test_sharing_less_deletes_and_sharing_more_creates_under_the_same_ids(lincoln: Caller) -> None:
    before = {one["id"]: one["last_modified"] for one in lincoln.records("/v3.0/users?limit=1000")}
    lincoln.say('the district shares the schools "Lincoln High School" with Otus')
    gone = {one["data"]["object"]["id"] for one in events(lincoln, "?record_type=users&limit=1000")}
    lincoln.say("60 minutes pass", "the district shares the whole district with Otus")
    back = [one for one in events(lincoln, "?record_type=users&limit=1000") if one["type"] == "users.created"]

    assert {one["data"]["object"]["id"] for one in back} == gone
    assert gone < before.keys()
    assert all(before[one["data"]["object"]["id"]] == one["data"]["object"]["last_modified"] for one in back)


def test_events_are_asked_for_by_kind_of_record_and_the_kinds_add_up(lincoln: Caller) -> None:
    lincoln.say(
        ADD_NOA,
        f'the registrar enrolls "Noa Blum" in "{ALGEBRA}"',
        "15 minutes pass",
    )

    assert types(events(lincoln)) == ["districts.updated", "users.created", "sections.updated"]
    assert types(events(lincoln, "?record_type=sections")) == ["sections.updated"]
    both = events(lincoln, "?record_type=users&record_type=sections")
    assert types(both) == ["users.created", "sections.updated"]
    assert lincoln.clever("/v3.0/events?record_type=students").status_code == 400


def test_events_of_a_school_leave_out_those_of_another_and_keep_those_of_none(lincoln: Caller) -> None:
    schools = {one["sis_id"]: one["id"] for one in lincoln.records("/v3.0/schools")}
    lincoln.say('the registrar changes the email of "Leo Park" to "leo@new.example"', "15 minutes pass")

    assert types(events(lincoln, f"?school={schools['20']}")) == ["districts.updated", "users.updated"]
    assert types(events(lincoln, f"?school={schools['10']}")) == ["districts.updated"]


def test_a_bookmark_is_the_newest_event_and_what_follows_it_comes_page_by_page(lincoln: Caller) -> None:
    lincoln.say(ENROLL, "15 minutes pass")
    (newest,) = lincoln.page("/v3.0/events?ending_before=last&limit=1")["data"]
    bookmark = newest["data"]["id"]
    lincoln.say(f'the registrar drops "Leo Park" from "{ALGEBRA}"', "15 minutes pass")

    first = lincoln.page(f"/v3.0/events?starting_after={bookmark}&limit=1")

    assert [one["rel"] for one in first["links"]] == ["self", "prev", "next"]
    second = lincoln.page(link(first, "next"))
    both = [one["data"] for one in (*first["data"], *second["data"])]
    assert types(both) == ["districts.updated", "sections.updated"]
    assert lincoln.page(link(second, "next"))["data"] == []
    assert ids(lincoln.page(link(second, "prev"))) == ids(first)


def test_an_event_alone_links_to_itself(lincoln: Caller) -> None:
    lincoln.say(ENROLL, "15 minutes pass")
    for listed in lincoln.page("/v3.0/events")["data"]:
        page = lincoln.page(listed["uri"])

        assert page == {"data": listed["data"], "links": [{"rel": "self", "uri": listed["uri"]}]}


def test_events_are_kept_for_thirty_days_and_an_older_bookmark_gives_the_oldest_page(lincoln: Caller) -> None:
    lincoln.say(ENROLL, "15 minutes pass")
    old = events(lincoln)
    assert lincoln.post("/clock", {"advance": {"days": 29}}).status_code == 200
    lincoln.say(f'the registrar drops "Leo Park" from "{ALGEBRA}"', "15 minutes pass")
    assert events(lincoln)[: len(old)] == old

    assert lincoln.post("/clock", {"advance": {"days": 1}}).status_code == 200

    left = events(lincoln)
    assert types(left) == ["districts.updated", "sections.updated"]
    assert events(lincoln, f"?starting_after={old[0]['id']}") == left
    assert lincoln.clever(f"/v3.0/events/{old[0]['id']}").status_code == 404


def test_what_only_a_later_version_has_is_no_event_of_an_earlier_one(host: Host, lincoln: Caller) -> None:
    (district,) = host.find("ours").simulation.districts.values()
    before = next(user for user in district.clever.otus.users() if user.person.last == "Park")
    facts = (*((column, value) for column, value in before.person.more if column != "gifted_status"),)
    after = replace(before, person=replace(before.person, more=(*facts, ("gifted_status", "Y"))))
    event = Event(host.find("ours").simulation.now, before, after, "6" * 24)
    shelf = Shelf.of(district)

    changed = {}
    for name, edition in EDITIONS.items():
        if name.startswith("v3"):
            (told,) = edition.told(event)
            bodies = [edition.event_body(shelf, told.kind, one) for one in (before, after)]
            changed[name] = previous_attributes(*bodies)

    assert isinstance(event.after, User)
    assert changed == {"v3.0": {}, "v3.1": {"roles": {"student": {"gifted_status": "N"}}}}


def test_what_was_not_set_before_was_empty_as_recorded() -> None:
    before = {"ext": {"room": "A1"}, "roles": {"teacher": {"title": "Art"}}, "students": ["1"]}
    after = {
        "ext": {"room": "A1", "charter_school": "N"},
        "roles": {"teacher": {"title": "Art"}, "staff": {"title": "Head", "roles": []}},
        "students": ["1", "2"],
    }

    assert previous_attributes(before, after) == {
        "ext": {"charter_school": ""},
        "roles": {"staff": {}},
        "students": ["1"],
    }
