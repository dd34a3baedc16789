from __future__ import annotations

from pathlib import Path

from simulator.language.page import page
from simulator.language.registry import SENTENCES

PAGE = Path(__file__).parents[2] / "docs" / "sentences.md"


def test_the_page_of_sentences_is_what_the_declarations_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m simulator.language.page > docs/sentences.md`"


def test_every_declaration_stands_on_the_page_once() -> None:
    rows = [line.split(" | ")[0].removeprefix("| ") for line in page().splitlines() if line.startswith("| ")]

    examples = sorted(declaration.example() for declaration in SENTENCES.values())
    assert sorted(row for row in rows if row not in ("sentence", "---")) == examples
