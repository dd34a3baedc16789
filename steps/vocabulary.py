"""One pytest-bdd step for each sentence of the vocabulary, bound in a loop; no logic is here.

This module loads only through `pytest_plugins` in the conftest.py at the root.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest
from pytest_bdd import step
from pytest_bdd.parsers import StepParser

from simulator.language.registry import Declaration
from simulator.language.vocabulary import SENTENCES
from simulator.library import otus_named, sample_districts
from simulator.stories.beginnings import Beginnings
from simulator.stories.meaning import meaning_of
from simulator.stories.playing import Conversation
from simulator.stories.story import Line

meaning = lru_cache(maxsize=1)(meaning_of)
"""pytest-bdd asks every step about a sentence before it goes on to the next one."""


class Sentence(StepParser):
    """Match the sentences of one declaration, so that the registry and pytest-bdd never differ."""

    def __init__(self, declaration: Declaration) -> None:
        super().__init__(declaration.pattern)
        self.declaration = declaration

    def is_matching(self, name: str) -> bool:
        return meaning(name) is self.declaration

    def parse_arguments(self, name: str) -> dict[str, str]:
        return {"sentence": name}


@pytest.fixture(scope="session")
def beginnings(pytestconfig: pytest.Config) -> Beginnings:
    """The simulations that scenarios begin with; each gets a copy."""
    return Beginnings(sample_districts(), otus_named(pytestconfig.getoption("--otus")))


@pytest.fixture
def conversation(beginnings: Beginnings) -> Conversation:
    """A simulation that begins with the scenario."""
    return Conversation.begin(beginnings)


@pytest.fixture
def datatable() -> None:
    """No data table below a sentence, unless pytest-bdd finds one."""


@pytest.fixture
def docstring() -> None:
    """No doc string below a sentence, unless pytest-bdd finds one."""


def say(conversation: Conversation, sentence: str, datatable: object, docstring: object) -> None:
    """Say a sentence; what would fail a story in `clever-otus run` fails the test."""
    attachment = "data table" if datatable is not None else "doc string" if docstring is not None else ""
    problem = conversation.speak(Line("", sentence, 0, attachment)).problem
    if problem:
        raise AssertionError(problem)


for declaration in SENTENCES.values():
    step(Sentence(declaration))(say)


@pytest.hookimpl(trylast=True)
def pytest_bdd_step_func_lookup_error(request: pytest.FixtureRequest, feature: Any, step: Any) -> None:
    """Teach the nearest sentences where pytest-bdd would only say that it finds none."""
    __tracebackhide__ = True
    _fail(feature, step, request.getfixturevalue("conversation").speak(Line("", step.name, 0)).problem)


@pytest.hookimpl(trylast=True)
def pytest_bdd_step_error(feature: Any, step: Any, exception: BaseException) -> None:
    """Tell a failure in the words of the feature file, with its line, instead of a trace through pytest-bdd."""
    __tracebackhide__ = True
    if isinstance(exception, AssertionError):
        _fail(feature, step, str(exception))


def _fail(feature: Any, step: Any, problem: str) -> None:
    __tracebackhide__ = True
    place = f"{feature.rel_filename}:{step.line_number}"
    raise pytest.fail.Exception(f"{place}: {step.keyword} {step.name}\n{problem}", pytrace=False) from None
