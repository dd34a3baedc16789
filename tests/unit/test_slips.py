"""What people get wrong when they write: each slip is named, and none passes for something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from simulator.cli.main import main
from simulator.clock import instant_from
from simulator.errors import BadInput, NotUnderstood
from simulator.journal import lines, replay, state_of
from simulator.library import sample_districts
from simulator.session import Command, Session

START = 'the district "Lincoln", with its SIS, Clever and Otus in step'

MISSPELT = """Feature: Slips

  Scenario: Misspelt keywords
    Givn the district "Lincoln", with its SIS, Clever and Otus in step
    then "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
"""


@pytest.fixture
def session() -> Session:
    begun = Session.begin(sample_districts())
    begun.say(START)
    return begun


def test_a_scenario_in_which_no_sentence_stands_fails(tmp_path: Path) -> None:
    feature = tmp_path / "slips.feature"
    feature.write_text(MISSPELT, encoding="utf-8")

    result = CliRunner().invoke(main, ["run", str(feature)])

    assert result.exit_code == 1
    assert "No sentence stands in this scenario" in result.output
    assert "1 scenario: 0 passed, 1 failed" in result.output


@pytest.mark.parametrize(
    ("sentence", "lesson"),
    [
        ("on Wendesday at 09:00, the night passes", "a moment is a day of the week, in English, and a time of day"),
        ("at 9am, the night passes", "a moment is a day of the week, in English, and a time of day"),
        ("on Monday at 24:30, the night passes", "it is no time of day"),
        ("“Leo Park” is in “Biology” in Otus", "names stand in a pair of straight double quotes"),
        ('"Leo Park is in Biology in Otus', "names stand in a pair of straight double quotes"),
    ],
)
def test_a_common_slip_is_named(session: Session, sentence: str, lesson: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        session.say(sentence)

    assert refused.value.known == lesson


@pytest.mark.parametrize(
    ("said", "nearest"),
    [("student contact", "student contacts"), ("teacher", "teachers"), ("grades", "Known are: students; teachers")],
)
def test_a_kind_of_data_that_there_is_not_is_refused_with_the_nearest(
    session: Session, said: str, nearest: str
) -> None:
    with pytest.raises(NotUnderstood) as refused:
        session.say(f'the district shares no "{said}" with Otus')

    assert nearest in str(refused.value)


def test_a_sentence_before_any_district_is_told_how_to_begin() -> None:
    with pytest.raises(NotUnderstood, match='Begin with: the district "Lincoln"'):
        Session.begin(sample_districts()).say("the night passes")


def test_a_simulation_without_a_district_shows_the_start_that_it_was_given() -> None:
    start = instant_from("2027-03-01T06:00:00-06:00")

    assert Session.begin(sample_districts(), start=start).simulation.now == start


def test_a_night_that_failed_is_told_as_one(session: Session) -> None:
    failed, passed = session.say("tonight's sync fails\n2 nights pass")[1].nights

    assert (failed.succeeded, passed.succeeded) == (False, True)
    assert f"{failed.at:%a %d %b %H:%M}" == "Tue 17 Nov 04:00"


def test_a_class_made_by_hand_has_no_section_to_be_missing_from(session: Session) -> None:
    session.say('the district turns manual rostering on in Otus\n"Hana Ito" makes the class "Practice" in Otus')

    with pytest.raises(NotUnderstood, match="the class 'Practice': it is made by hand in Otus"):
        session.say('"Leo Park" is missing from "Practice", because "no successful sync has run since"')


@pytest.mark.parametrize(
    "sentence",
    [
        'the clock moves on to ""',
        'the registrar changes the email of "Leo Park" to ""',
        'the district "", never synced to Otus',
        "9" * 4900 + " minutes pass",
        "the next " + "9" * 4900 + " nightly syncs fail",
        '5 minutes pass in the district "Nope"',
        'the registrar renames "Biology" to "' + "x" * 600 + '"',
        'the registrar renames "Biology" to "Bio\ud800logy"',
        "x" * 6000,
    ],
)
def test_what_means_nothing_is_not_understood_and_changes_nothing(session: Session, sentence: str) -> None:
    before = state_of(session), lines(session)

    with pytest.raises(NotUnderstood):
        session.say(sentence)

    assert (state_of(session), lines(session)) == before


@pytest.mark.parametrize("students", [[], "student:1032", ["student:1032", 7]])
def test_a_command_without_a_list_of_students_is_not_understood(session: Session, students: object) -> None:
    with pytest.raises(NotUnderstood):
        session.do([Command("enroll", {"students": students, "section": "section:2001"})])


def test_the_journal_keeps_what_was_given_whatever_becomes_of_the_list(session: Session) -> None:
    students = ["student:1032"]
    session.do([Command("enroll", {"students": students, "section": "section:2001"})])
    before = lines(session)

    students.append("student:1031")

    assert lines(session) == before


@pytest.mark.parametrize(
    ("start", "last_sync"),
    [
        ("2027-11-07T03:30:00-06:00", "2027-11-06T04:00:00-05:00"),
        ("2027-03-14T04:30:00-05:00", "2027-03-14T04:00:00-05:00"),
        ("2026-11-16T04:00:00-06:00", "2026-11-15T04:00:00-06:00"),
    ],
)
def test_last_nights_sync_is_the_last_one_before_the_start(start: str, last_sync: str) -> None:
    begun = Session.begin(sample_districts(), start=instant_from(start))
    begun.say(START)

    assert begun.simulation.district().last_good_sync == instant_from(last_sync)


@pytest.mark.parametrize(
    "broken", [[], ['{"seed": 1, "simulation": "a", "start": 5}'], ['{"seed": "x", "simulation": "a"}'], ["[1]"]]
)
def test_a_damaged_journal_is_bad_input(broken: list[str]) -> None:
    with pytest.raises(BadInput):
        replay(broken, sample_districts())
