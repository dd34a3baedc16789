"""Which declaration a whole sentence means, with the moment before it and the district after it set aside."""

from __future__ import annotations

from simulator.errors import NotUnderstood
from simulator.language import vocabulary as _vocabulary
from simulator.language.registry import SENTENCES, Declaration
from simulator.language.sentence import parsed, skeleton

_VOCABULARY = _vocabulary


def meaning_of(text: str) -> Declaration | None:
    """Find the one act or claim that a sentence says; None where it says none."""
    try:
        return SENTENCES.get(skeleton(parsed(text).bare))
    except NotUnderstood:
        return None
