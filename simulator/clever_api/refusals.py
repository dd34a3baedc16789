"""How Clever refuses: a status and `{"message"}`, or its web server's page for an address that there is not.

The bodies of 401, 404 by id, 413 and bad parameters were never recorded; the shape is that of its published schema.
"""

from __future__ import annotations

import json
from html import escape

NO_BEARER = 'unauthorized: send the header "Authorization: Bearer TOKEN"'
UNKNOWN_BEARER = "unauthorized: no district has this token; GET /simulations shows those of this server"
NOT_FOUND = "Resource not found: it does not exist, or the district does not share it with this application"

_ECHOED = 200
"""As many characters of an address does an error send back."""
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Error</title>
</head>
<body>
<pre>Cannot {method} {path}</pre>
</body>
</html>
"""


class CleverError(Exception):
    """A refusal with its HTTP status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message

    @property
    def body(self) -> bytes:
        """The body in the shape of Clever's schema."""
        return json.dumps({"message": self.message}, ensure_ascii=False).encode()

    @property
    def content_type(self) -> str:
        """What the body is."""
        return "application/json; charset=utf-8"


class NoSuchAddress(CleverError):
    """An address or a method that Clever does not have; its web server answers with a page."""

    def __init__(self, method: str, path: str) -> None:
        super().__init__(404, f"Cannot {method[:_ECHOED]} {path[:_ECHOED]}")
        self.page = _PAGE.format(method=escape(method[:_ECHOED]), path=escape(path[:_ECHOED]))

    @property
    def body(self) -> bytes:
        """The page that names the address."""
        return self.page.encode()

    @property
    def content_type(self) -> str:
        """What the body is."""
        return "text/html; charset=utf-8"
