"""The entry point of `clever-otus`: its commands by name, each imported when it is used, and its exit statuses.

0: done. 1: the answer is "no", an act was refused, or a check failed. 2: wrong use, or something cannot be read.
"""

from __future__ import annotations

import json
from importlib import import_module

import click

from simulator.cli.options import AS_JSON

COMMANDS = {
    "serve": "Start the server with a sample district.",
    "say": "Say sentences to a running simulation.",
    "show": "Show a class or a person in the three systems.",
    "run": "Play feature files as stories, without pytest.",
    "load": "Begin a simulation with your own district.",
    "generate": "Make up a district of any size.",
}
"""The commands and what each is for; a command stands in the module of its name."""


class Commands(click.Group):
    """A group that imports a command when it is used, so that help costs nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order in which somebody new would try them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"simulator.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command, and turn the errors that teach into a message and an exit status."""
        from simulator.errors import Refused, SimulatorError

        try:
            return super().invoke(ctx)
        except SimulatorError as error:
            if ctx.meta.get(AS_JSON):
                click.echo(_printable(json.dumps({"error": error.parts()}, ensure_ascii=False)))
            else:
                click.echo(_printable(str(error)), err=True)
            ctx.exit(1 if isinstance(error, Refused) else 2)


def _printable(text: str) -> str:
    """Spell out bytes of an argument that are not UTF-8."""
    return text.encode(errors="backslashreplace").decode()


@click.command(cls=Commands)
@click.version_option(package_name="clever-otus-simulator")
def main() -> None:
    """A staging world for school rostering: a SIS, a fake Clever and a fake Otus on one clock."""


if __name__ == "__main__":
    main()
