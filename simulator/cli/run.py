"""`clever-otus run`: plays feature files and prints each scenario as a story."""

from __future__ import annotations

import json
from pathlib import Path

import click

from simulator.cli.options import json_option
from simulator.cli.telling import headings, summary, told_as_story
from simulator.errors import BadInput
from simulator.library import otus_named, sample_districts
from simulator.resources import resources
from simulator.stories.beginnings import Beginnings
from simulator.stories.playing import Played, play
from simulator.stories.reading import find_features, read_stories
from simulator.stories.records import played_json
from simulator.stories.story import Story

EXAMPLE = """
\b
Examples:
  clever-otus run
  clever-otus run features/co_teachers.feature --rule S14
  clever-otus run my_features --json
"""


@click.command("run", short_help="Play feature files as stories, without pytest.", epilog=EXAMPLE)
@click.argument("features", nargs=-1, type=click.Path(path_type=Path), metavar="[FEATURE]...")
@click.option("--rule", "rules", multiple=True, metavar="TAG", help="Only scenarios of this rule or tag, e.g. S14.")
@click.option("--otus", default="fake", show_default=True, metavar="MODULE:FUNCTION", help="The Otus under test.")
@json_option("Print one line of JSON a scenario.")
@click.pass_context
def command(
    ctx: click.Context, features: tuple[Path, ...], rules: tuple[str, ...], otus: str, *, as_json: bool
) -> None:
    """Play feature files, or all in a folder; without any, the features that come with the simulator.

    Each scenario begins a simulation of its own. Exit status: 0 all passed, 1 some failed, 2 wrong use.
    """
    stories = chosen(features or (resources("features"),), rules)
    beginnings, played = Beginnings(sample_districts(), otus_named(otus)), list[Played]()
    for number, story in enumerate(stories):
        played.append(play(story, beginnings))
        if as_json:
            click.echo(json.dumps(played_json(played[-1]), ensure_ascii=False))
        else:
            click.echo(headings(story, stories[number - 1] if number else None) + told_as_story(played[-1]))
    if not as_json:
        click.echo(summary(played))
    ctx.exit(0 if all(one.passed for one in played) else 1)


def chosen(places: tuple[Path, ...], rules: tuple[str, ...]) -> list[Story]:
    """Read the stories at some places that wear one of the tags, or all without tags. Raises BadInput."""
    wanted = {rule.removeprefix("@").casefold() for rule in rules}
    stories = [story for file in find_features(places) for story in read_stories(file)]
    found = [story for story in stories if not wanted or wanted & {tag.casefold() for tag in story.tags}]
    if not found:
        tags = ", ".join(sorted({tag for story in stories for tag in story.tags}))
        asked = f"scenarios tagged {', '.join(sorted(rules))}" if rules else "scenarios"
        raise BadInput(asked, "these features have none", f"Their tags are: {tags}" if tags else "")
    return found
