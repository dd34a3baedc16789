"""The floor: a Flask application whose answers are ready."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Flask, Response


def constant(answers: Mapping[str, bytes]) -> Flask:
    """Make an application that answers each address with the same bytes every time."""
    app = Flask("constant", static_folder=None)
    for name, body in answers.items():
        app.add_url_rule(f"/{name}", endpoint=name, view_func=_answering(body))
    return app


def _answering(body: bytes) -> Callable[[], Response]:
    return lambda: Response(body, content_type="application/json; charset=utf-8")
