"""Which declaration a whole sentence means, with the moment before it and the district after it set aside."""

from __future__ import annotations

from simulator.errors import NotUnderstood
from simulator.language.registry import Declaration
from simulator.language.sentence import parsed, skeleton
from simulator.language.vocabulary import SENTENCES


def meaning_of(text: str) -> Declaration | None:
    """Find the one act or claim that a sentence says; None where it says none."""
    try:
        return SENTENCES.get(skeleton(parsed(text).bare))
    except NotUnderstood:
        return None
