"""Under which names this server answers: a web page whose own name leads here reads nothing (DNS rebinding)."""

from __future__ import annotations

import re

OUR_NAMES = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)
"""All of the server answers to these."""
CLEVERS_NAMES = re.compile(r"(?:api\.)?clever\.com(?::[0-9]{1,5})?", re.IGNORECASE)
"""Clever's own paths answer to these too, where the server stands in for Clever over TLS."""

OURS_AND_CLEVERS = re.compile(f"{OUR_NAMES.pattern}|{CLEVERS_NAMES.pattern}", re.IGNORECASE)
