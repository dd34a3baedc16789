"""`clever-otus run` and pytest play the same features with the same outcomes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from simulator.resources import resources

ROOT = Path(__file__).parents[2]
MIXED = '''
Feature: Some of it is wrong

  Background:
    Given the district "Lincoln", with its SIS, Clever and Otus in step

  Scenario: Outside the rule
    Then "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus in the district "Lincoln"

  @S10 @documented
  Rule: What a teacher adds shows at once

    Background:
      Given "Hana Ito" adds "Leo Park" to "Algebra 1 (Ito, period 3)" in Otus

    Scenario: A true claim
      Then "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: A false claim
      When the night passes
      Then "Leo Park" is in "Algebra 1 (Ito, period 3)" in Otus

    Scenario: A refused act
      When the registrar enrolls "Leo Park" in "Biology"

    Scenario: A sentence that means nothing
      When the knight passes

    Scenario: A name that nobody has
      When the registrar enrolls "Leo Mark" in "Biology"

    Scenario: A table that no sentence takes
      When the night passes
        | night |

    Scenario: A text that no sentence takes
      When the night passes
        """
        slowly
        """

    @Q07
    Scenario Outline: <student> is enrolled
      When the registrar enrolls "<student>" in "<section>"

      Examples:
        | student  | section |
        | Leo Park | Biology |
        | Leo Park | Art     |
'''

NOTES = """
import json
from pathlib import Path


def pytest_bdd_before_scenario(request, feature, scenario):
    request.node.user_properties += [Path(feature.filename).name, scenario.name]


def pytest_runtest_logreport(report):
    if report.when == "call":
        with Path("noted").open("a", encoding="utf-8") as noted:
            print(json.dumps([*report.user_properties, report.passed]), file=noted)
"""
"""A pytest plugin that notes how each scenario went."""

Outcomes = Counter[tuple[str, str, bool]]
"""How often a scenario of a file, by name, passed or failed."""


def by_run(features: Path) -> Outcomes:
    command = [sys.executable, "-m", "simulator.cli.main", "run", str(features), "--json"]
    printed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    played = [json.loads(line) for line in printed.splitlines()]
    return Counter((Path(one["file"]).name, one["scenario"], one["passed"]) for one in played)


def by_pytest(features: Path, place: Path) -> Outcomes:
    shutil.copytree(features, place / "features", dirs_exist_ok=True)
    for name in ("conftest.py", "pyproject.toml", "tests/test_features.py", "steps"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, place / Path(name).name)
    (place / "notes.py").write_text(NOTES, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "notes", "test_features.py"]
    subprocess.run(command, cwd=place, capture_output=True, check=False)
    noted = (place / "noted").read_text(encoding="utf-8").splitlines()
    return Counter((file, scenario, passed) for file, scenario, passed in map(json.loads, noted))


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    (tmp_path / "mixed" / "deeper").mkdir(parents=True)
    (tmp_path / "mixed" / "deeper" / "mixed.feature").write_text(MIXED, encoding="utf-8")
    return tmp_path / "mixed"


def test_what_fails_with_one_fails_with_the_other(mixed: Path, tmp_path: Path) -> None:
    outcomes = by_run(mixed)

    assert Counter(passed for _, _, passed in outcomes.elements()) == {True: 3, False: 7}
    assert by_pytest(mixed, tmp_path) == outcomes


def test_the_features_of_the_article_have_the_same_outcomes_with_both(tmp_path: Path) -> None:
    outcomes = by_run(resources("features"))

    assert outcomes
    assert by_pytest(resources("features"), tmp_path) == outcomes
