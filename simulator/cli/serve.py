"""`clever-otus serve`: starts the server with one district, and prints where it is and what to try."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.options import beginning_options, json_option, start_of
from simulator.errors import BadInput, suggestion

if TYPE_CHECKING:
    from simulator.http.host import Host, Hosted, Wanted

EXAMPLE = """
\b
Examples:
  clever-otus serve
  clever-otus serve --port 0 --district my_district --ready-file ready.json
  clever-otus serve --server granian --rate-limit 1200
  clever-otus serve --tls --ca-file clever-ca.pem
"""


@click.command("serve", short_help="Start the server with a sample district.", epilog=EXAMPLE)
@click.option("--port", default=8080, show_default=True, type=click.IntRange(0, 65535), help="0 for any free one.")
@click.option("--district", default="Lincoln", show_default=True, metavar="NAME-OR-DIR", help="The district.")
@click.option(
    "--ready-file", type=click.Path(path_type=Path), help="Write the simulation's JSON here when it answers."
)
@click.option(
    "--server",
    type=click.Choice(["waitress", "granian"]),
    help="What serves: waitress, which is always there, or granian, which is faster and needs the extra [fast].",
)
@click.option(
    "--rate-limit",
    type=click.IntRange(1, 10**9),
    metavar="N",
    help="Let a token make N requests a minute, as Clever's 1200.  [default: any number]",
)
@click.option(
    "--tls",
    is_flag=True,
    help="Speak TLS, and answer as api.clever.com and clever.com too; with granian, so it needs the extra [fast].",
)
@click.option(
    "--ca-file",
    type=click.Path(path_type=Path),
    help="Write the certificate of the authority that clients are to trust here; goes with --tls.",
)
@beginning_options
@json_option("Print the simulation as one line of JSON.")
def command(
    *,
    port: int,
    ready_file: Path | None,
    server: str | None,
    tls: bool,
    ca_file: Path | None,
    as_json: bool,
    **beginning: Any,
) -> None:
    """Start the server on 127.0.0.1 with one simulation, `default`, and serve until it is stopped."""
    from simulator.http.host import Host
    from simulator.library import sample_districts

    _check_tls(server, ca_file, tls=tls)
    host = Host(sample_districts())
    hosted = host.create(_wanted(host, **beginning))
    if ready_file:
        _clear(ready_file)
    greeting = _Greeting(hosted, ready_file, ca_file, as_json)
    try:
        _serve(host, port, server, ca_file, greeting.ready)
    finally:
        if ready_file:
            ready_file.unlink(missing_ok=True)


def _check_tls(server: str | None, ca_file: Path | None, *, tls: bool) -> None:
    if tls and server == "waitress":
        raise BadInput("--tls with --server waitress", "waitress does not speak TLS", "Leave --server out")
    if tls and ca_file is None:
        known = "no client can check the server without the certificate of its authority"
        raise BadInput("--tls", known, "Say where that is to be written: --ca-file clever-ca.pem")
    if ca_file is not None and not tls:
        raise BadInput("--ca-file", "the server does not speak TLS", "Add --tls, or leave --ca-file out")


def _serve(host: Host, port: int, server: str | None, ca_file: Path | None, ready: Callable[[int], None]) -> None:
    """Serve with what is asked for; with granian and TLS where there is a file for the authority."""
    from simulator.http.app import create_app
    from simulator.http.granian_serving import serve_with_granian
    from simulator.http.serving import serve
    from simulator.http.tls import local_certificate

    if ca_file is not None:
        with local_certificate(ca_file) as certificate:
            app = create_app(host, stands_in_for_clever=True)
            serve_with_granian(app, port=port, certificate=certificate, ready=ready)
    elif server == "granian":
        serve_with_granian(create_app(host), port=port, ready=ready)
    else:
        serve(create_app(host), port=port, ready=ready)


@dataclass(frozen=True)
class _Greeting:
    """What is told once requests are answered."""

    hosted: Hosted
    ready_file: Path | None
    ca_file: Path | None
    as_json: bool

    def ready(self, port: int) -> None:
        """Write the ready file, and print where the server is."""
        from simulator.http.shaped import simulation_json

        url = f"{'https' if self.ca_file else 'http'}://127.0.0.1:{port}"
        described = simulation_json(self.hosted, url)
        told = json.dumps(described, ensure_ascii=False)
        if self.ready_file:
            _write_whole(self.ready_file, told)
        click.echo(told if self.as_json else self._welcome(described, url, port))

    def _welcome(self, described: dict[str, Any], url: str, port: int) -> str:
        from simulator.cli.tries import as_clever, welcome

        (district,) = self.hosted.simulation.districts.values()
        synced = self.hosted.beginning.commands[0].kind == "start_in_step"
        said = welcome(described, url, district, synced=synced, ca_file=self.ca_file)
        more = as_clever(port, self.ca_file, described["districts"][0]["token"]) if self.ca_file else ""
        return f"{said}\n\n{more}Stop with Ctrl-C."


def _wanted(
    host: Host, *, district: str, start: str | None, token: str | None, rate_limit: int | None, **beginning: Any
) -> Wanted:
    """Read what the simulation is to begin with: a district of the library by name, or a folder."""
    from simulator.files import read_district
    from simulator.http.asked import name as checked
    from simulator.http.host import Wanted
    from simulator.http.settings import CleverSettings

    token = token if token is None else checked("--token", token)
    folder = Path(district)
    if district not in host.library and not folder.is_dir():
        raise BadInput(
            f"the district {district!r}",
            f"there is no such folder, and the sample districts are {', '.join(host.library)}",
            suggestion(district, host.library, "Name one of them, or a folder in Clever's CSV layout"),
        )
    upload = None if district in host.library else read_district(folder)
    settings = CleverSettings(rate_limit=rate_limit)
    name = upload.name if upload else district
    return Wanted(
        name, "default", start=start_of(start), token=token, upload=upload, settings=settings, **beginning
    )


def _clear(file: Path) -> None:
    """Make room for the ready file; one of an earlier server says nothing about this one. Raises BadInput."""
    asked = f"the ready file {str(file)!r}"
    try:
        if not file.absolute().parent.is_dir():
            raise BadInput(asked, "its folder does not exist", "Name a file in one that does")
        if file.is_dir():
            raise BadInput(asked, "it is a folder", "Name a file")
        file.unlink(missing_ok=True)
        _part(file).touch()
        _part(file).unlink()
    except OSError as error:
        raise BadInput(
            asked, f"it cannot be written: {error.strerror}", "Name a file that you may write"
        ) from error


def _part(file: Path) -> Path:
    return file.with_name(f"{file.name}.part")


def _write_whole(file: Path, text: str) -> None:
    """Let a file appear with all that is in it, for somebody waits for it."""
    try:
        _part(file).write_text(text, encoding="utf-8")
        _part(file).replace(file)
    finally:
        _part(file).unlink(missing_ok=True)
