"""How a log-in is refused: to programs as OAuth 2 has it, to people with a page, and never by sending anybody on.

The bodies of Clever's OAuth errors were never recorded; the text of a bad code is documented, all else is assumed
to be as RFC 6749, section 5.2, says.
"""

from __future__ import annotations

INVALID_CODE = "Invalid grant: invalid code"


class OAuthError(Exception):
    """A refusal that a program reads: a status, a word of OAuth's, and what was wrong."""

    def __init__(self, status: int, error: str, description: str) -> None:
        super().__init__(description)
        self.status = status
        self.body = {"error": error, "error_description": description}


class NoWayOn(Exception):
    """A refusal that a person reads: the application asked for something that cannot be answered by a redirect."""

    def __init__(self, wrong: str, remedy: str) -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.remedy = remedy


def invalid_request(description: str) -> OAuthError:
    """Refuse a request that lacks something, or says something that cannot be read."""
    return OAuthError(400, "invalid_request", description)


def invalid_client() -> OAuthError:
    """Refuse an application that does not say who it is, or cannot prove it."""
    return OAuthError(401, "invalid_client", "Invalid client: send the simulation's client_id and client_secret")


def invalid_grant(description: str = INVALID_CODE) -> OAuthError:
    """Refuse a code."""
    return OAuthError(400, "invalid_grant", description)
