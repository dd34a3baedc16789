"""The tags that features may wear: rule ids and how well a rule is known. Each in use becomes a pytest marker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

STANDINGS = {
    "documented": "a page of Otus or Clever says so",
    "inferred": "follows from what a page says",
    "convention": "decided here, for Otus to confirm",
    "ats-stars": "the edition for New York City's ATS and STARS",
    "http": "needs the doors of the server",
}
RULE_ID = re.compile(r"[SOCAQEKTG]\d\d?")


def is_known(tag: str) -> bool:
    """Tell whether a tag is a rule's id or a standing."""
    return tag in STANDINGS or RULE_ID.fullmatch(tag) is not None


def known_tags_in(features: Iterable[Path]) -> set[str]:
    """List the known tags that feature files wear."""
    lines = (line for file in features for line in file.read_text(encoding="utf-8").splitlines())
    words = {word.removeprefix("@") for line in lines if line.lstrip().startswith("@") for word in line.split()}
    return {tag for tag in words if is_known(tag)}


def marker(tag: str) -> str:
    """Describe a tag as pytest wants its markers described."""
    return f"{tag}: {STANDINGS.get(tag, 'a rule of features/README.md')}"
