"""Under which names this server answers: a web page whose own name leads here reads nothing (DNS rebinding)."""

from __future__ import annotations

import re

_PORT = "(?::(?:[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?"
"""Up to 65535: an address with another port cannot be read."""

OUR_NAMES = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])" + _PORT, re.IGNORECASE)
"""All of the server answers to these."""
CLEVERS_NAMES = re.compile(r"(?:api\.)?clever\.com" + _PORT, re.IGNORECASE)
"""Clever's own paths answer to these too, where the server stands in for Clever over TLS."""

OURS_AND_CLEVERS = re.compile(f"{OUR_NAMES.pattern}|{CLEVERS_NAMES.pattern}", re.IGNORECASE)
