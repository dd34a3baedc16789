"""Stories without pytest: how feature files are read, and that stories which begin alike share nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.errors import BadInput
from simulator.journal import lines, state_of
from simulator.library import sample_districts
from simulator.session import Session
from simulator.stories.beginnings import Beginnings
from simulator.stories.meaning import meaning_of
from simulator.stories.playing import play
from simulator.stories.reading import find_features, read_stories

START = 'the district "Lincoln", with its SIS, Clever and Otus in step'
OUTLINE = f"""
@S10
Feature: Rosters
  Background:
    Given {START}

  Scenario: Before any rule
    When the night passes

  @S11
  Rule: One
    Background:
      Given tonight's sync fails

    @Q07
    Scenario Outline: <who> is added
      When "Hana Ito" adds "<who>" to "<class>" in Otus

      @Q08
      Examples:
        | who      | class            |
        | Leo Park | Algebra 1 (2001) |
      Examples:
        | who      | class    |
        | Ana Ruiz | Geometry |
"""


@pytest.fixture
def rosters(tmp_path: Path) -> Path:
    file = tmp_path / "rosters.feature"
    file.write_text(OUTLINE, encoding="utf-8")
    return file


def test_an_outline_is_a_story_a_row_with_the_backgrounds_first(rosters: Path) -> None:
    _, leo, ana = read_stories(rosters)

    assert [(line.keyword, line.sentence, line.number) for line in leo.lines] == [
        ("Given", START, 5),
        ("Given", "tonight's sync fails", 13),
        ("When", '"Hana Ito" adds "Leo Park" to "Algebra 1 (2001)" in Otus', 17),
    ]
    assert (leo.name, leo.number) == ("Leo Park is added", 22)
    assert (ana.name, ana.number) == ("Ana Ruiz is added", 25)


def test_tags_come_down_from_the_feature_the_rule_and_the_examples(rosters: Path) -> None:
    before, leo, ana = read_stories(rosters)

    assert before.rule is None
    assert before.tags == ("S10",)
    assert leo.tags == ("S10", "S11", "Q07", "Q08")
    assert ana.tags == ("S10", "S11", "Q07")


def test_a_folder_without_features_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no feature file is in it"):
        find_features([tmp_path])


def test_a_story_that_begins_like_another_does_not_meet_it(rosters: Path) -> None:
    beginnings = Beginnings(sample_districts())
    leo = read_stories(rosters)[1]

    first, second = play(leo, beginnings), play(leo, beginnings)

    assert first == second
    assert first.passed


def test_what_begins_with_others_is_what_begins_alone() -> None:
    beginnings, alone = Beginnings(sample_districts()), Session.begin(sample_districts())
    alone.say_all(START)
    beginnings.after(START)[0].say_all("the night passes")

    together, _ = beginnings.after(START)

    assert state_of(together) == state_of(alone)
    assert lines(together) == lines(alone)


@pytest.mark.parametrize(
    "sentence",
    ["the knight passes", "On Tuesday at 09:00, the night passes", "the night passes.", "The night passes", ""],
)
def test_nothing_is_meant_by_what_is_almost_a_sentence(sentence: str) -> None:
    assert meaning_of(sentence) is None
