"""The floor: a Flask application whose answers are ready, served just as ours is.

    python -m benchmarks.servers.constant waitress 8001 FOLDER

The folder holds the answers, `page` and `record`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from flask import Flask, Response

from simulator.http.granian_serving import serve_with_granian
from simulator.http.serving import serve


def constant(answers: Mapping[str, bytes]) -> Flask:
    """Make an application that answers each address with the same bytes every time."""
    app = Flask("constant", static_folder=None)
    for name, body in answers.items():
        app.add_url_rule(f"/{name}", endpoint=name, view_func=_answering(body))
    return app


def _answering(body: bytes) -> Callable[[], Response]:
    return lambda: Response(body, content_type="application/json; charset=utf-8")


def main(server: str, port: int, folder: Path) -> None:
    """Serve until killed."""
    app = constant({name: (folder / name).read_bytes() for name in ("page", "record")})
    if server == "waitress":
        serve(app, port=port)
    else:
        serve_with_granian(app, port=port)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
