"""A server as people start it, and the commands that speak to it."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner

from simulator.cli.main import main
from simulator.resources import resources
from tests.end_to_end.conftest import CLEVER_OTUS, Lincoln, Running, run


@pytest.mark.skipif(shutil.which("curl") is None, reason="two of the three things to try are curl commands")
def test_the_three_things_to_try_work_when_pasted(server: Running) -> None:
    story, look, page = (shlex.split(line) for line in server.printed if line.startswith("    "))

    told = json.loads(run(*story).stdout)
    shown = run(*look).stdout
    sections = json.loads(run(*page).stdout)

    assert [one.get("holds", True) for one in told["said"]] == [True] * 4
    assert told["said"][2]["changes"] == [
        {
            "what": "took Leo Park out of 'Algebra 1'",
            "rule": "S11",
            "because": "Clever's roster does not have the student",
        }
    ]
    assert "Algebra 1 (2001) in Lincoln, Wednesday 18 November 2026, 08:00" in shown
    assert len(sections["data"]) == 3


def test_the_ready_file_tells_what_the_server_tells(server: Running) -> None:
    district = server.ready["districts"][0]

    assert server.ready["id"] == "default"
    assert district["name"] == "Lincoln"
    assert f"The token for Clever's API is {district['token']}\n" in server.printed


def test_say_tells_each_outcome_and_answers_no_to_a_false_claim(lincoln: Lincoln) -> None:
    said = lincoln.clever_otus("say", "the night passes", '"Ana Ruiz" is not in "Biology" in Otus')

    assert said.exit_code == 1
    assert "Tue 17 Nov 08:00 ✔ the night passes" in said.stdout
    assert '✘ "Ana Ruiz" is not in "Biology" in Otus' in said.stdout
    assert "This is false: Ana Ruiz is in 'Biology'" in said.stdout


def test_say_answers_no_to_a_refused_act_and_does_nothing_then(lincoln: Lincoln) -> None:
    said = lincoln.clever_otus("say", "the night passes", 'the registrar enrolls "Ana Ruiz" in "Biology"')
    clock = lincoln.clever_otus("say", '"Ana Ruiz" is in "Biology" in the SIS')

    assert said.exit_code == 1
    assert "the SIS has that enrollment already" in said.stderr
    assert clock.stdout.startswith("Mon 16 Nov 06:00")


def test_say_teaches_what_is_not_understood(lincoln: Lincoln) -> None:
    said = lincoln.clever_otus("say", "the knight passes")

    assert said.exit_code == 2
    assert "The nearest are: the night passes" in said.stderr


def test_say_reads_sentences_from_standard_input(lincoln: Lincoln) -> None:
    said = lincoln.clever_otus(
        "say", "-", "--json", typed="# a comment\nWhen the night passes\n\nAnd 3 nights pass\n"
    )

    assert [one["sentence"] for one in json.loads(said.stdout)["said"]] == ["the night passes", "3 nights pass"]


def test_show_sets_the_systems_side_by_side_now_and_at_an_earlier_moment(lincoln: Lincoln) -> None:
    lincoln.clever_otus(
        "say", 'on Tuesday at 09:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (2001)" in Otus', "the night passes"
    )
    now = lincoln.clever_otus("show", "Leo Park")
    then = lincoln.clever_otus("show", "Leo Park", "--at", "2026-11-17T10:00:00-06:00")

    assert "Algebra 1" not in now.stdout
    assert "student, by hand" in then.stdout


def test_show_shows_what_is_on_the_way_to_clever(lincoln: Lincoln) -> None:
    lincoln.clever_otus("say", 'the registrar enrolls "Leo Park" in "Algebra 1 (2001)"')
    shown = lincoln.clever_otus("show", "Algebra 1 (2001)", "--class")

    assert "Leo Park enrolled in Algebra 1, arrives Monday 16 November 2026, 06:15" in shown.stdout


def test_show_tells_what_it_cannot_find(lincoln: Lincoln) -> None:
    shown = lincoln.clever_otus("show", "Leo Bark")

    assert shown.exit_code == 2
    assert "Did you mean 'Leo Park'" in shown.stderr


def test_a_loaded_district_is_a_simulation_of_its_own(server: Running) -> None:
    folder = str(resources("fixtures") / "lincoln")

    loaded = server.clever_otus("load", folder, "--id", "mine", "--begin", "never synced").stdout
    story = shlex.split(next(line for line in loaded.splitlines() if line.startswith("    curl")))
    said = server.clever_otus("say", "--simulation", "mine", "-", typed=json.loads(story[-1])["text"])

    assert "The district Lincoln is the simulation 'mine'" in loaded
    assert said.exit_code == 0
    assert "… and" in said.stdout


def test_a_generated_district_can_be_loaded(server: Running, tmp_path: Path) -> None:
    CliRunner().invoke(main, ["generate", "--students", "40", "--seed", "3", "--out", str(tmp_path / "made")])

    loaded = server.clever_otus("load", str(tmp_path / "made"), "--json")

    assert json.loads(loaded.stdout)["districts"][0]["name"] == "Riverbend"


def test_a_second_server_is_refused_the_port(server: Running) -> None:
    second = run(CLEVER_OTUS, "serve", "--port", server.url.rpartition(":")[2])

    assert second.returncode == 1
    assert "another program listens there" in second.stderr


def test_a_district_of_one_s_own_is_served_from_the_day_that_one_names() -> None:
    command = [CLEVER_OTUS, "serve", "--port", "0", "--district", str(resources("fixtures") / "lincoln"), "--json"]
    begins = ["--start", "2027-01-11T06:00:00-06:00", "--token", "mine", "--seed", "5", "--begin", "never synced"]
    with subprocess.Popen([*command, *begins], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            told = json.loads(process.stdout.readline())
        finally:
            process.terminate()

    assert told["now"] == "2027-01-11T12:00:00Z"
    assert told["seed"] == 5
    assert told["districts"][0]["token"] == "mine"


@pytest.mark.parametrize("server", ["waitress", "granian"])
def test_a_rate_limit_and_a_server_may_be_asked_for(server: str, tmp_path: Path) -> None:
    pytest.importorskip(server)
    ready = tmp_path / "ready.json"
    asked = ["--server", server, "--rate-limit", "2", "--ready-file", str(ready), "--port", "0", "--json"]
    with subprocess.Popen([CLEVER_OTUS, "serve", *asked], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            told = json.loads(process.stdout.readline())
            assert json.loads(ready.read_text(encoding="utf-8")) == told
            url, token = told["clever"]["base_url"], told["districts"][0]["token"]
            ask = {"Authorization": f"Bearer {token}"}
            statuses = [requests.get(f"{url}/v3.0/terms", headers=ask, timeout=30).status_code for _ in range(3)]
        finally:
            process.terminate()
            process.wait(timeout=30)

    assert statuses == [200, 200, 429]
    assert (process.returncode, ready.exists()) == (0, False)


def test_the_heading_of_a_person_has_the_present_sis_id(lincoln: Lincoln) -> None:
    lincoln.clever_otus("say", 'the registrar corrects the SIS id of "Ana Ruiz" to "9031"')

    assert lincoln.clever_otus("show", "Ana Ruiz").output.startswith("Ana Ruiz (9031) in Lincoln")
