"""Readers see whole states while commands run, and commands wait for one another."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from simulator.http.host import Host
from simulator.session import Session
from tests.http.caller import Caller

MOVE = (
    'the registrar drops "Leo Park" from "Biology"',
    'the registrar enrolls "Leo Park" in "Chemistry"',
    "15 minutes pass",
)
PATIENCE_SECONDS = 30


def test_a_reader_sees_all_of_a_command_or_nothing_and_waits_for_none(host: Host, lincoln: Caller) -> None:
    under_way, go_on = Event(), Event()

    def half_done(session: Session) -> None:
        session.say_all("15 minutes pass")
        under_way.set()
        assert go_on.wait(PATIENCE_SECONDS)
        session.say_all("15 minutes pass")

    with ThreadPoolExecutor() as threads:
        command = threads.submit(host.find("ours").change, half_done)
        assert under_way.wait(PATIENCE_SECONDS)
        seen = (lincoln.get("/clock").get_json()["now"], lincoln.clever("/v3.0/users").headers["Date"])
        go_on.set()
        command.result(PATIENCE_SECONDS)

    assert seen == ("2026-11-16T12:00:00Z", "Mon, 16 Nov 2026 12:00:00 GMT")
    assert lincoln.get("/clock").get_json()["now"] == "2026-11-16T12:30:00Z"


def test_commands_wait_for_one_another(host: Host, lincoln: Caller) -> None:
    under_way, go_on = Event(), Event()

    def slow(session: Session) -> None:
        under_way.set()
        assert go_on.wait(PATIENCE_SECONDS)
        session.say_all("15 minutes pass")

    with ThreadPoolExecutor() as threads:
        first = threads.submit(host.find("ours").change, slow)
        assert under_way.wait(PATIENCE_SECONDS)
        second = threads.submit(lincoln.say, "1 hours pass")
        assert not second.done()
        go_on.set()
        first.result(PATIENCE_SECONDS)

    assert second.result().get_json()["now"] == "2026-11-16T13:15:00Z"


def test_many_readers_and_writers_lose_nothing(host: Host, lincoln: Caller) -> None:
    """Each command moves the clock by a minute twice; no reader may see an odd minute."""
    app, token = lincoln.client.application, {"Authorization": f"Bearer {lincoln.token}"}

    def write(_: int) -> int:
        return Caller(app.test_client(), "ours").say("1 minutes pass", "1 minutes pass").status_code

    def read(_: int) -> int:
        clever = app.test_client().get("/v3.0/districts", headers=token)
        return int(clever.headers["Date"].split(":")[1])

    with ThreadPoolExecutor(8) as threads:
        written, seen = threads.map(write, range(25)), threads.map(read, range(100))
        assert set(written) == {200}
        assert {minute % 2 for minute in seen} == {0}

    assert lincoln.get("/clock").get_json()["now"] == "2026-11-16T12:50:00Z"
    assert len(lincoln.lines()) == 2 + 50
