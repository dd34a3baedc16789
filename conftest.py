"""Loads the sentences for pytest-bdd, and makes each tag that a feature wears a marker: pytest -m S14."""

from __future__ import annotations

import pytest

from simulator.errors import BadInput
from simulator.library import otus_named
from steps.tags import known_tags_in, marker

pytest_plugins = ["steps.vocabulary"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a team run the features against an Otus of its own."""
    parser.addoption("--otus", default="fake", metavar="MODULE:FUNCTION", help="the Otus under test")


def pytest_configure(config: pytest.Config) -> None:
    """Check which Otus is meant, and register the tags in use; --strict-markers refuses one that is unknown."""
    try:
        otus_named(config.getoption("--otus"))
    except BadInput as error:
        raise pytest.UsageError(str(error)) from error
    base = config.rootpath / str(config.getini("bdd_features_base_dir") or "features")
    for tag in sorted(known_tags_in(base.rglob("*.feature"))):
        config.addinivalue_line("markers", marker(tag))
