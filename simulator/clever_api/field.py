"""What is known of one field of Clever's records: its name, its type, when it is sent, and the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.clever_api.values import Enumeration

OLDEST = "v3.0"


class Evidence(StrEnum):
    """What a row rests on, the best first."""

    R3 = "a recorded exchange with v3.0"
    R1 = "a recorded exchange with v1.1"
    S = "the published description of the API"
    D = "the documentation"
    C = "what a client relies on that works with Clever"
    ASSUMED = "assumed"


class Sent(StrEnum):
    """When a field is in a body."""

    ALWAYS = "always"
    SOMETIMES = "may be absent"
    IN_READS = "always, but not in the object of an event"
    IN_EVENTS = "in the object of an event only"
    NEVER = "published, never seen, not sent"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of one kind of object."""

    name: str
    type: str
    """string, day, instant, boolean, texts (an object of strings), any (an object), or a kind; | stands between
    several, and [] behind it makes a list."""
    evidence: Evidence
    sent: Sent = Sent.ALWAYS
    values: Enumeration | None = None
    since: str = OLDEST
    note: str = ""

    def is_in(self, version: str, *, event: bool) -> bool:
        """Say whether a body of a version has the field, in an answer or as the object of an event."""
        elsewhere = Sent.IN_READS if event else Sent.IN_EVENTS
        return version >= self.since and self.sent not in (Sent.NEVER, elsewhere)


def left_out(kinds: Mapping[str, tuple[Field, ...]], version: str, *, event: bool) -> Mapping[str, tuple[str, ...]]:
    """List, by kind, the fields that are sent somewhere but not in the bodies of a version."""
    sent = {kind: [one for one in fields if one.sent is not Sent.NEVER] for kind, fields in kinds.items()}
    return {
        kind: tuple(one.name for one in fields if not one.is_in(version, event=event))
        for kind, fields in sent.items()
    }
