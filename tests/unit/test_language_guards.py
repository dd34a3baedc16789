"""Guards what pytest-bdd passes over in silence: double meanings, unused sentences, scenarios that hide others."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from pytest_bdd.steps import step_function_context_registry

from simulator.language.registry import SENTENCES, Declaration, find
from simulator.resources import resources
from simulator.stories.meaning import meaning_of
from simulator.stories.reading import read_stories
from simulator.stories.story import Story
from steps.tags import is_known

FEATURES = sorted(resources("features").rglob("*.feature"))
DECLARATIONS = list(SENTENCES.values())
BLANK = re.compile(r'"\{(\w+)\}"|\{(\w+)\}')
MOMENT, DISTRICT = r"(?:on \w+day at \d\d?:\d\d(?::\d\d)?, )?", r'(?: in the district "[^"]+")?'


def stories() -> list[Story]:
    return [story for feature in FEATURES for story in read_stories(feature)]


def sentences() -> set[str]:
    return {line.sentence for story in stories() for line in story.lines}


def in_full(declaration: Declaration) -> re.Pattern[str]:
    """Write a declaration's sentence as a regular expression, without the help of the registry's skeletons."""
    literals, blanks = BLANK.split(declaration.pattern)[::3], BLANK.finditer(declaration.pattern)
    parts = [re.escape(literals[0])]
    for literal, blank in zip(literals[1:], blanks, strict=True):
        slot = declaration.slots[blank[1] or blank[2]]
        more = '(?:(?:, and |, | and )"[^"]+")*' if slot.many else ""
        parts += [f'"[^"]+"{more}' if slot.quoted else r"\d+(?::\d\d)*", re.escape(literal)]
    return re.compile(MOMENT + "".join(parts) + DISTRICT)


IN_FULL = [(declaration, in_full(declaration)) for declaration in DECLARATIONS]


def meanings(sentence: str) -> list[Declaration]:
    return [declaration for declaration, pattern in IN_FULL if pattern.fullmatch(sentence)]


@pytest.mark.parametrize("declaration", DECLARATIONS, ids=lambda one: one.pattern)
def test_the_example_of_a_declaration_means_that_declaration_alone(declaration: Declaration) -> None:
    example = declaration.example()

    assert find(example) is declaration
    assert meanings(example) == [declaration]


@pytest.mark.parametrize("declaration", DECLARATIONS, ids=lambda one: one.pattern)
def test_a_moment_before_and_a_district_after_leave_the_meaning_alone(declaration: Declaration) -> None:
    whole = f'on Tuesday at 09:00, {declaration.example()} in the district "Lincoln"'

    assert meaning_of(whole) is declaration
    assert meanings(whole) == [declaration]


def test_every_sentence_of_the_features_has_exactly_one_meaning() -> None:
    unclear = {one: [m.pattern for m in meanings(one)] for one in sentences() if len(meanings(one)) != 1}

    assert not unclear


def test_every_sentence_of_the_features_has_exactly_one_step_in_pytest_bdd() -> None:
    parsers = [context.parser for context in step_function_context_registry.values()]
    found = {one: [parser.name for parser in parsers if parser.is_matching(one)] for one in sentences()}

    assert {one: names for one, names in found.items() if len(names) != 1} == {}


def test_the_features_say_every_sentence_there_is() -> None:
    said = {declaration.pattern for one in sentences() if (declaration := meaning_of(one))}

    assert sorted({declaration.pattern for declaration in DECLARATIONS} - said) == []


@pytest.mark.parametrize("feature", FEATURES, ids=lambda file: file.name)
def test_no_scenario_hides_another_of_its_name(feature: Path) -> None:
    # pytest-bdd keeps only the last of the scenarios that share a name; the rows of one outline are one scenario.
    headings = re.findall(
        r"^\s*(?:Scenario|Scenario Outline|Example|Scenario Template):\s*(.*?)\s*$", text(feature), re.M
    )

    assert [name for name, count in Counter(headings).items() if count > 1] == []


@pytest.mark.parametrize("feature", FEATURES, ids=lambda file: file.name)
def test_every_tag_is_the_id_of_a_rule_or_a_standing(feature: Path) -> None:
    unknown = {tag for story in read_stories(feature) for tag in story.tags if not is_known(tag)}

    assert unknown == set()


def text(feature: Path) -> str:
    return feature.read_text(encoding="utf-8")
