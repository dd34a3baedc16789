"""The floor: a Flask application whose answers are ready, served as ours is.

    python -m benchmarks.servers.constant waitress 8001 FOLDER

The folder holds the answers, `page` and `record`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from flask import Flask, Response

from simulator.http.serving import THREADS

FOLDER = "CONSTANT_ANSWERS"
"""Tells a worker of granian, which begins anew, where the answers are."""


def constant(answers: Mapping[str, bytes]) -> Flask:
    """Make an application that answers each address with the same bytes every time."""
    app = Flask("constant", static_folder=None)
    for name, body in answers.items():
        app.add_url_rule(f"/{name}", endpoint=name, view_func=_answering(body))
    return app


def _answering(body: bytes) -> Callable[[], Response]:
    return lambda: Response(body, content_type="application/json; charset=utf-8")


def from_folder() -> Flask:
    """Make the application from the answers in a folder that the environment names."""
    folder = Path(os.environ[FOLDER])
    return constant({name: (folder / name).read_bytes() for name in ("page", "record")})


def main(server: str, port: int, folder: str) -> None:
    """Serve until killed."""
    os.environ[FOLDER] = folder
    if server == "waitress":
        import waitress

        waitress.serve(from_folder(), host="127.0.0.1", port=port, threads=THREADS)
    else:
        from granian.constants import Interfaces
        from granian.server import Server

        Server(
            f"benchmarks.servers.constant:{from_folder.__name__}",
            factory=True,
            port=port,
            interface=Interfaces.WSGI,
            log_enabled=False,
        ).serve()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
