"""Which declaration a whole sentence means, with the moment before it and the district after it set aside."""

from __future__ import annotations

import re

from simulator.language import vocabulary as _vocabulary
from simulator.language.registry import SENTENCES, Declaration, skeleton

_VOCABULARY = _vocabulary
_WHOLE = re.compile(r'(?:on \w+ at 0, )?(?P<bare>.*?)(?: in the district "")?')
"""The skeleton of a whole sentence."""


def meaning_of(sentence: str) -> Declaration | None:
    """Find the one act or claim that a sentence says; None where it says none."""
    whole = _WHOLE.fullmatch(skeleton(sentence))
    return SENTENCES.get(whole["bare"]) if whole else None
