"""The bearer tokens of districts: whose each one is now, and whose it was before it was renewed or cut off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from simulator.clever_api.access import Grant
from simulator.http.not_here import token_taken
from simulator.roster import DistrictId

FORMER_MOST = 10_000
"""So many tokens that are good no longer are remembered; the oldest is forgotten first."""

Holder = TypeVar("Holder")


class HeldTokens(Generic[Holder]):
    """Tokens by whom they belong to. Whoever has one of these sees to it that nobody else is using it meanwhile."""

    def __init__(self) -> None:
        self._now: dict[str, tuple[Holder, Grant]] = {}
        self._former: dict[str, tuple[Holder, Grant]] = {}

    def __contains__(self, token: object) -> bool:
        """Tell whether somebody has a token now."""
        return token in self._now

    def holder(self, token: str) -> tuple[Holder, Grant] | None:
        """Find whose a token is, and what it opens."""
        return self._now.get(token)

    def former_holder(self, token: str) -> tuple[Holder, Grant] | None:
        """Find whose a token was that opens nothing any more."""
        return None if token in self._now else self._former.get(token)

    def refuse_held(self, holder: Holder, tokens: Iterable[str]) -> None:
        """Refuse tokens of which somebody else has one. Raises Refused."""
        others = (self._now.get(token) for token in tokens)
        if any(other and other[0] is not holder for other in others):
            raise token_taken()

    def hold(self, holder: Holder, tokens: Mapping[DistrictId, str]) -> None:
        """Let somebody have just these tokens; those that they had besides are former ones."""
        held = {token: (holder, Grant(district)) for district, token in tokens.items()}
        had = {token: entry for token, entry in self._now.items() if entry[0] is holder}
        if had == held:
            return
        gone = {token: entry for token, entry in had.items() if token not in held}
        self._now = {token: entry for token, entry in self._now.items() if token not in had} | held
        self._former |= gone
        for oldest in list(self._former)[: max(0, len(self._former) - FORMER_MOST)]:
            del self._former[oldest]

    def forget(self, holder: Holder) -> None:
        """Forget somebody with all their tokens."""
        self._now = {token: entry for token, entry in self._now.items() if entry[0] is not holder}
        self._former = {token: entry for token, entry in self._former.items() if entry[0] is not holder}
