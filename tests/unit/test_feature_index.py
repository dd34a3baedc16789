"""The index of the features is up to date, and no sentence of the article is without a rule that runs."""

from __future__ import annotations

import pytest

from simulator.resources import resources
from simulator.stories.index import NO_SCENARIO, STANDINGS, Entry, decisions_page, entries, index_page

FEATURES = resources("features")
FOUND = entries(FEATURES)
RULES = [one for one in FOUND if one.is_rule]
REMEDY = "run `python -m simulator.stories.index`"

ARTICLE = {f"S{number:02}" for number in range(1, 54)}
KNOWN = (
    ARTICLE
    | {f"A{number:02}" for number in range(1, 18)}
    | {f"O{number:02}" for number in range(1, 73)}
    | {f"C{number:02}" for number in range(1, 42)}
    | {f"Q{number:02}" for number in range(1, 46)}
    | {f"E{number:02}" for number in range(1, 24)}
    | {f"K{number}" for number in range(1, 11)}
    | {f"T{number}" for number in range(1, 8)}
)


def titled(one: Entry) -> str:
    return f"{one.file.stem}: {one.name}"


def test_the_index_is_what_the_features_say() -> None:
    assert (FEATURES / "README.md").read_text(encoding="utf-8") == index_page(FOUND), REMEDY


def test_the_decisions_are_what_the_features_say() -> None:
    assert (FEATURES / "decisions.md").read_text(encoding="utf-8") == decisions_page(FOUND), REMEDY


def test_every_sentence_of_the_article_that_can_be_checked_has_a_rule() -> None:
    with_a_rule = {tag for one in RULES for tag in one.ids}

    assert sorted(ARTICLE - NO_SCENARIO.keys() - with_a_rule) == []


def test_a_sentence_that_only_says_where_to_click_has_none() -> None:
    assert [titled(one) for one in RULES if NO_SCENARIO.keys() & set(one.ids)] == []


@pytest.mark.parametrize("one", FOUND, ids=titled)
def test_every_id_is_one_of_the_behaviours(one: Entry) -> None:
    assert one.ids
    assert set(one.ids) <= KNOWN


@pytest.mark.parametrize("one", RULES, ids=titled)
def test_every_rule_says_how_well_it_is_known(one: Entry) -> None:
    assert one.standing in STANDINGS


@pytest.mark.parametrize("one", [one for one in RULES if one.standing != "documented"], ids=titled)
def test_every_decision_has_its_reason(one: Entry) -> None:
    assert one.reason, "write a sentence or two below the rule: it is what features/decisions.md says"


@pytest.mark.parametrize("one", RULES, ids=titled)
def test_no_two_rules_of_a_file_have_one_name(one: Entry) -> None:
    assert [other for other in RULES if (other.file, other.name) == (one.file, one.name)] == [one]
