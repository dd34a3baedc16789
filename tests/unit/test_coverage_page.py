"""The page that says how well our Clever is known: it is as the tables are, and every sentence has its test."""

from __future__ import annotations

import re
from pathlib import Path

from simulator.clever_api.behaviours import behaviours
from simulator.clever_api.coverage import page

ROOT = Path(__file__).parents[2]


def test_the_page_is_up_to_date() -> None:
    written = (ROOT / "docs" / "clever_api.md").read_text(encoding="utf-8")

    assert page() == written, "python -m simulator.clever_api.coverage > docs/clever_api.md"


def test_every_sentence_names_a_test_that_there_is() -> None:
    for rows in behaviours().values():
        for one in rows:
            file, _, name = one.test.partition("::")
            tests = (ROOT / "tests" / file).read_text(encoding="utf-8")
            assert re.search(rf"^def {name}\(", tests, re.MULTILINE), one


def test_a_guess_is_marked_as_one() -> None:
    lines = page().splitlines()

    assert any("not shared are 404" in line and "| **assumed** |" in line for line in lines)
    assert any("exactly when the page is full" in line and "| recorded (v1.1) |" in line for line in lines)
