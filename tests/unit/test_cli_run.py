"""`clever-otus run`: what it prints, what it answers with, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli.main import main

FEATURE = """
Feature: Rosters

  @S11 @documented
  Rule: A student whom Clever does not have leaves

    Scenario: By hand for a day
      Given the district "Lincoln", with its SIS, Clever and Otus in step
      When on Tuesday at 09:00, "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus
      And the night passes
      Then "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus

  @S10
  Rule: Until then

    Scenario: Too late
      Given the district "Lincoln", with its SIS, Clever and Otus in step
      When tonight's sync fails
      And the night passes
      Then "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus
      And the night passes
"""


@pytest.fixture
def rosters(tmp_path: Path) -> Path:
    file = tmp_path / "rosters.feature"
    file.write_text(FEATURE, encoding="utf-8")
    return file


def clever_otus(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_a_story_tells_the_time_of_each_sentence_and_what_the_night_changed_and_why(rosters: Path) -> None:
    told = clever_otus("run", rosters).output

    assert "Rule: A student whom Clever does not have leaves  @S11  @documented" in told
    assert 'Tue 17 Nov 09:00 ✔ When on Tuesday at 09:00, "Hana Ito" adds' in told
    assert "Wed 18 Nov 04:00 the nightly sync ran" in told
    assert "took Leo Park out of 'Algebra 1'  [S11: Clever's roster does not have the student]" in told


def test_a_false_claim_fails_with_its_line_and_with_what_is_the_case(rosters: Path) -> None:
    result = clever_otus("run", rosters)

    assert result.exit_code == 1
    assert f"{rosters}:20" in result.output
    assert "This is false: Leo Park is not in 'Algebra 1'" in result.output
    assert "· And the night passes" in result.output
    assert "2 scenarios: 1 passed, 1 failed" in result.output


def test_a_night_whose_sync_failed_is_told_as_such(rosters: Path) -> None:
    assert "Tue 17 Nov 04:00 the nightly sync failed and so changed nothing" in clever_otus("run", rosters).output


@pytest.mark.parametrize("tag", ["S11", "@S11", "documented"])
def test_a_rule_id_chooses_its_scenarios(rosters: Path, tag: str) -> None:
    result = clever_otus("run", rosters, "--rule", tag)

    assert result.exit_code == 0
    assert "1 scenario: 1 passed, 0 failed" in result.output


def test_json_is_one_line_a_scenario(rosters: Path) -> None:
    good, bad = (json.loads(line) for line in clever_otus("run", rosters, "--json").output.splitlines())

    assert good["passed"]
    assert good["tags"] == ["S11", "documented"]
    assert good["said"][2]["nights"] == [
        {
            "at": "2026-11-18T04:00:00-06:00",
            "succeeded": True,
            "changes": [
                {
                    "what": "took Leo Park out of 'Algebra 1'",
                    "rule": "S11",
                    "because": "Clever's roster does not have the student",
                }
            ],
        }
    ]
    assert bad["not_said"] == ["the night passes"]


def test_a_folder_stands_for_every_feature_in_it(rosters: Path) -> None:
    assert clever_otus("run", rosters.parent, "--rule", "S11").exit_code == 0


WRONG = [
    ("nowhere.feature", None, "there is no such file or folder"),
    ("empty", None, "no feature file is in it"),
    ("bad.feature", "Feature: A\n  Scenario: B\n    Given x\n    Giving y", "bad.feature:4: this is not Gherkin"),
    ("latin.feature", b"Feature: Zo\xeb", "byte 12 is not UTF-8"),
    ("tags.feature", "@S12\nFeature: A\n  Scenario: B\n    Given the night passes", "Their tags are: S12"),
    ("none.feature", "", "these features have none"),
]


@pytest.mark.parametrize(("name", "content", "message"), WRONG)
def test_what_cannot_be_read_is_wrong_use(
    tmp_path: Path, name: str, content: str | bytes | None, message: str
) -> None:
    (tmp_path / "empty").mkdir()
    if content is not None:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    result = clever_otus("run", tmp_path / name, "--rule", "S99")

    assert result.exit_code == 2
    assert message in result.output


@pytest.mark.parametrize("rule", ["s11", "@S11", "Documented"])
def test_a_tag_is_found_in_any_case(rosters: Path, rule: str) -> None:
    assert clever_otus("run", rosters, "--rule", rule).output == clever_otus("run", rosters, "--rule", "S11").output


def test_a_folder_that_is_named_like_a_feature_is_none(rosters: Path) -> None:
    (rosters.parent / "x.feature").mkdir()

    assert clever_otus("run", rosters.parent).output == clever_otus("run", rosters).output


def test_a_feature_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone.feature").symlink_to("nowhere")

    result = clever_otus("run", tmp_path)

    assert result.exit_code == 2
    assert "gone.feature: it cannot be read: No such file" in result.output
