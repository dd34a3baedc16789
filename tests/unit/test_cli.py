"""The command line as a whole: help, exit statuses, and that nothing heavy is imported before it is used."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from simulator.cli.main import COMMANDS, Commands, main
from simulator.files import read_district
from simulator.language.registry import SENTENCES
from simulator.resources import resources

NOBODY = ("--url", "http://127.0.0.1:9")
"""Nothing listens there."""
HEAVY = ("flask", "faker", "requests", "waitress", "gherkin", "simulator.session", "zoneinfo")


def clever_otus(*arguments: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example_and_takes_json(name: str) -> None:
    told = clever_otus(name, "--help").output

    assert "Example" in told
    assert f"clever-otus {name}" in told
    assert "--json" in told


def test_the_list_of_commands_says_what_they_say_of_themselves() -> None:
    assert isinstance(main, Commands)
    with main.make_context("clever-otus", ["run"]) as context:
        commands = {name: main.get_command(context, name) for name in COMMANDS}

    assert {name: command and command.short_help for name, command in commands.items()} == COMMANDS


def test_help_imports_nothing_that_it_does_not_need() -> None:
    asked = f"import sys, simulator.cli.main; print([name for name in {HEAVY!r} if name in sys.modules])"

    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True).stdout == b"[]\n"


def test_an_unknown_command_is_wrong_use() -> None:
    assert clever_otus("sing").exit_code == 2


def test_the_vocabulary_is_listed_with_its_meanings() -> None:
    told = clever_otus("say", "--list").output
    as_json = json.loads(clever_otus("say", "--list", "--json").output)

    assert [entry["sentence"] for entry in as_json] == [one.pattern for one in SENTENCES.values()]
    assert all(f"  {one.example()}\n      {one.meaning}\n" in f"{told}\n" for one in SENTENCES.values())
    assert all(one.meaning for one in SENTENCES.values())


def test_without_a_sentence_say_is_wrong_use() -> None:
    assert clever_otus("say").exit_code == 2


@pytest.mark.parametrize("command", [("say", "the night passes"), ("show", "Leo Park")])
def test_without_a_server_one_is_told_how_to_start_one(command: tuple[str, ...]) -> None:
    result = clever_otus(*command, *NOBODY)

    assert result.exit_code == 2
    assert "no simulator answers there. Start one with `make run`" in result.output


def test_an_error_is_json_too() -> None:
    result = clever_otus("say", "the night passes", "--json", *NOBODY)

    assert json.loads(result.stdout)["error"]["known"] == "no simulator answers there"


@pytest.mark.parametrize(
    "url", ["localhost:8080", "127.0.0.1:8080", "http://", "ftp://127.0.0.1", f"http://{'a' * 70}.com"]
)
def test_an_address_that_is_none_is_told(url: str) -> None:
    result = clever_otus("say", "the night passes", "--url", url)

    assert result.exit_code == 2
    assert "it is none" in result.output


def test_a_mistake_in_a_district_is_told_before_a_server_is_asked(tmp_path: Path) -> None:
    (tmp_path / "district.toml").write_text('name = "Lincoln"\n', encoding="utf-8")
    result = clever_otus("load", tmp_path, *NOBODY)

    assert result.exit_code == 2
    assert "timezone" in result.output


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--district", "Lincon", "Did you mean 'Lincoln'"),
        ("--start", "tomorrow", "it is no moment"),
        ("--start", "2026-11-16T06:00:00", "it has no offset"),
        ("--start", "2000-01-01T00:00:00+00:00", "it has no offset, or is not of this century"),
        ("--start", "2000-01-01T00:00:00+14:00", "it has no offset, or is not of this century"),
        ("--start", "2099-12-31T23:00:00+00:00", "it has no offset, or is not of this century"),
        ("--token", "", "it cannot stand in an address"),
        ("--token", "a b", "it cannot stand in an address"),
        ("--ready-file", "", "it is a folder"),
        ("--ready-file", "/", "it is a folder"),
        ("--ready-file", "/proc/ready.json", "it cannot be written"),
        ("--ready-file", "r" * 300, "it cannot be written"),
        ("--port", "70000", "is not in the range"),
        ("--begin", "in pieces", "is not one of"),
        ("--ready-file", "nowhere/ready.json", "its folder does not exist"),
    ],
)
def test_a_server_does_not_start_with_what_it_cannot_use(option: str, value: str, message: str) -> None:
    result = clever_otus("serve", option, value)

    assert result.exit_code == 2
    assert message in result.output


def test_a_generated_district_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        made = clever_otus("generate", "--students", "30", "--seed", "4", "--out", tmp_path / folder, "--json")

    assert json.loads(made.stdout)["students"] == 30
    assert read_district(tmp_path / "one") == read_district(tmp_path / "two")


def test_generate_makes_as_many_contacts_as_are_asked_for(tmp_path: Path) -> None:
    clever_otus("generate", "--students", "30", "--contacts", "0", "--out", tmp_path / "none")
    clever_otus("generate", "--students", "30", "--contacts", "100", "--out", tmp_path / "all")

    rows = (tmp_path / "all" / "students.csv").read_text(encoding="utf-8").splitlines()
    assert "Contact_name" not in (tmp_path / "none" / "students.csv").read_text(encoding="utf-8")
    assert "Contact_name" in rows[0]
    assert len(rows) > 31


def test_generate_never_writes_over_anything(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("keep me", encoding="utf-8")

    for taken, message in ((tmp_path, "the folder is not empty"), (tmp_path / "notes.txt", "it is a file")):
        result = clever_otus("generate", "--students", "1", "--out", taken)

        assert result.exit_code == 2
        assert message in result.output
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_the_bundled_features_run_by_default() -> None:
    assert (
        clever_otus("run", "--rule", "S11").output
        == clever_otus("run", resources("features"), "--rule", "S11").output
    )


@pytest.mark.parametrize("name", ["", " ", 'A"B', "A\tB", "A\x7fB", "A\udcffB"])
def test_generate_makes_nothing_with_a_name_that_is_none(tmp_path: Path, name: str) -> None:
    result = clever_otus("generate", "--students", "1", "--name", name, "--out", tmp_path / "new")

    assert result.exit_code == 2
    assert "--name" in result.output
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("out", ["file/sub", "n" * 300])
def test_generate_tells_of_a_folder_that_cannot_be_made(tmp_path: Path, out: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    result = clever_otus("generate", "--students", "1", "--out", tmp_path / out)

    assert result.exit_code == 2
    assert "this cannot be done" in result.output


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_name_that_is_not_utf_8_is_told(more: tuple[str, ...]) -> None:
    result = clever_otus("show", "\udcff", *more, *NOBODY)

    assert result.exit_code == 2
    assert "it is not UTF-8" in result.output


def test_a_district_called_empty_is_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shutil.copytree(resources("fixtures") / "lincoln", tmp_path / "e")
    settings = folder / "district.toml"
    settings.write_text('name = "empty"\ntimezone = "Europe/Oslo"\n', encoding="utf-8")
    monkeypatch.setattr("simulator.http.serving.serve", lambda _, *, port, ready: ready(port))

    result = clever_otus("serve", "--district", folder)

    assert result.exit_code == 0
    assert "Stop with Ctrl-C." in result.output


class Stranger(BaseHTTPRequestHandler):
    """A program that answers everything with the same JSON, which is not ours."""

    answer = b""
    status = 200

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.status)
        self.end_headers()
        self.wfile.write(self.answer)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize("status", [200, 404])
@pytest.mark.parametrize("answer", ["[1]", "5", "null", "{}", '{"said": 1}', '{"error": {}}', "not JSON"])
def test_a_program_that_answers_as_no_simulator_does_is_told(answer: str, status: int) -> None:
    handler = type("Handler", (Stranger,), {"answer": answer.encode(), "status": status})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.handle_request).start()
        result = clever_otus("say", "the night passes", "--url", f"http://127.0.0.1:{server.server_port}")

    assert result.exit_code == 2
    assert "127.0.0.1" in result.output
