"""`clever-otus say`: says sentences to a running simulation and prints what comes of each."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from simulator.cli.options import json_option, server_options

EXAMPLE = """
\b
Examples:
  clever-otus say 'the night passes' '"Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus'
  clever-otus say - < sentences.txt
  clever-otus say --list
"""


@click.command("say", short_help="Say sentences to a running simulation.", epilog=EXAMPLE)
@click.argument("text", nargs=-1)
@click.option("--list", "list_them", is_flag=True, help="List every sentence with its meaning.")
@server_options
@json_option("Print the server's answer as JSON.")
@click.pass_context
def command(
    ctx: click.Context, text: tuple[str, ...], url: str, simulation: str, *, list_them: bool, as_json: bool
) -> None:
    """Do and check what sentences say, each argument a line; - reads them from standard input.

    All are done or none. Exit status: 0 done and true, 1 a claim is false or an act is refused, 2 not understood or
    no server.
    """
    if list_them:
        _list(as_json=as_json)
        return
    if not text:
        raise click.UsageError("Say at least one sentence; `clever-otus say --list` shows them all.")
    from simulator.cli.server import Server
    from simulator.cli.spoken import told_as_lines

    server = Server(url, simulation)
    answer = server.say("\n".join(sys.stdin.read() if line == "-" else line for line in text))
    click.echo(_json(answer) if as_json else told_as_lines(answer, server.describe()))
    ctx.exit(0 if all(said.get("holds", True) for said in answer["said"]) else 1)


def _list(*, as_json: bool) -> None:
    from simulator.cli.spoken import sentences_as_json, sentences_as_text

    click.echo(_json(sentences_as_json()) if as_json else sentences_as_text())


def _json(answer: Any) -> str:
    return json.dumps(answer, ensure_ascii=False)
