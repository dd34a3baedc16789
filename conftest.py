"""Loads the sentences for pytest-bdd, and makes each tag that a feature wears a marker: pytest -m S14."""

from __future__ import annotations

import pytest

from steps.tags import known_tags_in, marker

pytest_plugins = ["steps.vocabulary"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a team run the features against an Otus of its own."""
    parser.addoption("--otus", default="fake", metavar="MODULE:FUNCTION", help="the Otus under test")


def pytest_configure(config: pytest.Config) -> None:
    """Register the tags in use; an unknown one stays unregistered, and --strict-markers refuses it."""
    base = config.rootpath / str(config.getini("bdd_features_base_dir") or "features")
    for tag in sorted(known_tags_in(base.rglob("*.feature"))):
        config.addinivalue_line("markers", marker(tag))
