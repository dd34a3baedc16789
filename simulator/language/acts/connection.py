"""Whether Otus is connected to Clever, and which kinds of data the district shares with it."""

from __future__ import annotations

from simulator.language.registry import act
from simulator.language.slots import AShareable
from simulator.language.stage import Stage


@act('the district shares no "{kind}" with Otus')
def unshare_kind(stage: Stage, kind: AShareable) -> None:
    """Otus may no longer read a kind of data, whatever else of the district it may read (C18, O04)."""
    stage.district.clever.otus.close(kind, stage.now)


@act('the district shares "{kind}" with Otus again')
def share_kind(stage: Stage, kind: AShareable) -> None:
    """Otus may read all of a kind of data, as far as the district's schools and sections are shared (C18, O04)."""
    stage.district.clever.otus.open(kind, stage.now)


@act(
    "the district disconnects Otus in Clever",
    attempt="the district tries to disconnect Otus in Clever",
)
def disconnect_otus(stage: Stage) -> None:
    """Otus's token opens nothing any more, so that no sync succeeds (O01, Q04)."""
    clever = stage.district.clever
    clever.connection = clever.connection.cut()


@act(
    "the district connects Otus in Clever",
    attempt="the district tries to connect Otus in Clever",
)
def connect_otus(stage: Stage) -> None:
    """Otus has a token again, and a new one (O01)."""
    clever = stage.district.clever
    clever.connection = clever.connection.made_again()


@act(
    "Clever renews the token of Otus",
    attempt="Clever tries to renew the token of Otus",
)
def renew_token(stage: Stage) -> None:
    """Otus has a new token, and the old one opens nothing; Otus asks for its token every night."""
    clever = stage.district.clever
    clever.connection = clever.connection.renewed()
