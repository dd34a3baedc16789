"""A journal holds everything that a simulation is: what it replays to is the same, byte for byte."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from simulator import journal
from simulator.errors import BadInput, NotUnderstood
from simulator.language.registry import ACTS
from simulator.library import sample_districts
from simulator.resources import resources
from simulator.session import Session
from simulator.stories.beginnings import Beginnings
from simulator.stories.playing import Conversation
from simulator.stories.reading import find_features, read_stories

STORY = """
the district "Lincoln", with its SIS, Clever and Otus in step
"Pat Moss" is known to neither the SIS nor Clever
SIS changes take between 5 and 15 minutes to reach Clever
on Tuesday at 09:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
the registrar enrolls "Leo Park" in "Geometry"
"Wen Chen" adds "Pat Moss" as co-teacher of "Biology" in Otus
tonight's sync fails
2 nights pass
"""


@pytest.fixture
def told() -> Session:
    session = Session.begin(sample_districts(), seed=7, name="told")
    session.say(STORY)
    return session


def features() -> list[Path]:
    return find_features([resources("features")])


def ends_of(feature: Path) -> list[Session]:
    """Play the scenarios of a feature and give the sessions as they end."""
    beginnings, ends = Beginnings(sample_districts()), []
    for story in read_stories(feature):
        conversation = Conversation.begin(beginnings)
        problems = [problem for line in story.lines if (problem := conversation.speak(line).problem)]
        assert problems == []
        ends.append(conversation.session)
    return ends


@pytest.mark.parametrize("feature", features(), ids=lambda path: path.stem)
def test_every_scenario_replays_to_the_same_simulation_and_the_last_to_the_same_bytes(feature: Path) -> None:
    ends = ends_of(feature)
    replayed = [journal.replay(journal.lines(end), sample_districts()) for end in ends]

    assert [one.simulation for one in replayed] == [end.simulation for end in ends]
    assert [journal.lines(one) for one in replayed] == [journal.lines(end) for end in ends]
    assert journal.state_of(replayed[-1]) == journal.state_of(ends[-1])


def test_a_journal_is_its_head_and_one_line_a_command_with_keys_and_no_names(told: Session) -> None:
    head, *entries = (json.loads(line) for line in journal.lines(told))

    assert head == {"simulation": "told", "seed": 7, "start": None}
    assert entries[4] == {
        "at": "2026-11-17T15:00:00+00:00",
        "kind": "add_student",
        "args": {"by": "teacher:101", "students": ["student:1032"], "of": "section:2001"},
    }
    assert "Leo Park" not in "".join(journal.lines(told))


def test_another_seed_makes_another_simulation_of_the_same_commands(told: Session) -> None:
    head, *entries = journal.lines(told)

    other = journal.replay([head.replace('"seed":7', '"seed":8'), *entries], sample_districts())

    assert journal.state_of(other) != journal.state_of(told)


def test_two_processes_with_different_hash_seeds_come_to_the_same_bytes(told: Session) -> None:
    play = (
        "import sys; from simulator import journal; from simulator.library import sample_districts as known;"
        "sys.stdout.buffer.write(journal.state_of(journal.replay(sys.stdin.read().splitlines(), known())))"
    )

    states = [
        subprocess.run(
            [sys.executable, "-c", play],
            input="\n".join(journal.lines(told)).encode(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    wanted = hashlib.sha256(journal.state_of(told)).hexdigest()
    assert [hashlib.sha256(state).hexdigest() for state in states] == [wanted, wanted]


def test_what_is_refused_or_not_understood_leaves_no_trace(told: Session) -> None:
    before = journal.state_of(told), journal.lines(told)

    with pytest.raises(NotUnderstood):
        told.say('the registrar drops "Ana Ruiz" from "Biology"\n"Nobody Known" is in "Biology" in Otus')

    assert (journal.state_of(told), journal.lines(told)) == before


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        (["{"], "line 1 of the journal: it is no JSON"),
        (['{"seed": 1}'], "line 1 of the journal: it lacks seed, simulation"),
        (['{"seed": 1, "simulation": "a", "start": null}', "[]"], "line 2 of the journal: it lacks args, at, kind"),
        (
            [
                '{"seed": 1, "simulation": "a", "start": null}',
                '{"at": "2026-11-16T12:00:00+00:00", "kind": "night_passes", "args": {}}',
            ],
            "line 2 of the journal: it was given at 2026-11-16T12:00:00+00:00 and the clock shows 2000-01-01",
        ),
    ],
)
def test_a_broken_journal_is_refused_with_its_line(broken: list[str], complaint: str) -> None:
    with pytest.raises(BadInput, match=re.escape(complaint)):
        journal.replay(broken, sample_districts())


def test_the_kinds_of_command_are_those_that_saved_journals_know() -> None:
    assert sorted(ACTS) == sorted(KINDS.split())


KINDS = """
add_administrator_record add_co_teacher add_on_section_page add_section add_student
add_student_record add_teacher_record adjust_id change_email choose_co_teachers
choose_primary_teacher choose_students connect_otus correct_email correct_name correct_sis_id
create_custom_section create_custom_staff create_custom_student create_custom_teacher
delete_custom_record delete_custom_section disconnect_otus drop edit_email end_co_teacher enroll
expire_custom_record expire_custom_section fill_in_custom_section hand_in hold hold_kind hours_pass
introduce introduce_with_email make_admin make_class make_co_teacher minutes_pass night_passes
nightly_sync_runs nights_pass release remove_co_teacher remove_on_section_page remove_record
remove_section remove_student rename_section renew_token report_missing set_custom_lag
set_lag_between set_lag_hours set_lag_hours_of set_lag_minutes set_lag_minutes_of
set_primary_teacher share_district share_kind share_nothing share_schools share_sections sign_in
sign_in_with_email start_custom_section start_in_step start_never_synced sync_fails syncs_fail
take_back_record turn_manual_rostering_off turn_manual_rostering_on unshare_kind wait_until
"""
