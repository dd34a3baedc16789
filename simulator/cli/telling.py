"""Played stories as text for people: what was said when, what the nights changed, and where it went wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from simulator.cli.wording import changes_told, clock_shown, wrapped
from simulator.language.telling import Night
from simulator.stories.playing import Played, Spoken
from simulator.stories.story import Line, Story

NOTHING_SAID = "✘ No sentence stands in this scenario. Each begins with Given, When, Then, And or But, spelt so."
MARGIN = 25
"""Where what belongs to a sentence begins."""


def headings(story: Story, before: Story | None) -> str:
    """Name the feature and the rule of a story, where the story before it has others."""
    parts = []
    if before is None or before.file != story.file:
        parts.append(f"Feature: {story.feature}  ({story.file})\n")
    if story.rule and (before is None or before.rule != story.rule):
        tags = "".join(f"  @{tag}" for tag in story.rule.tags)
        parts.append(f"\n  Rule: {story.rule.name}{tags}\n")
    return "".join(parts)


def told_as_story(played: Played) -> str:
    """Tell a played story, a line for each sentence, under its name."""
    lines = [text for spoken in played.spoken for text in _spoken(spoken, played.story)]
    lines += [_said(line, None, "·") for line in played.unspoken]
    if not played.story.lines:
        lines.append(wrapped(NOTHING_SAID, 6))
    return "\n".join((f"\n    Scenario: {played.story.name}", *lines))


def summary(played: Sequence[Played]) -> str:
    """Sum up how many stories passed, and list where the others failed."""
    failed = [one for one in played if not one.passed]
    places = [f"  {_failed_at(one)}  {one.story.name}" for one in failed]
    count = f"{len(played)} scenario{'' if len(played) == 1 else 's'}"
    return "\n".join((f"\n{count}: {len(played) - len(failed)} passed, {len(failed)} failed", *places))


def _spoken(spoken: Spoken, story: Story) -> Iterator[str]:
    yield _said(spoken.line, spoken.at, "✘" if spoken.problem else "✔")
    for night in spoken.nights:
        yield from _night(night)
    if spoken.problem:
        yield " " * MARGIN + _place(story, spoken.line)
        yield wrapped(spoken.problem, MARGIN)


def _said(line: Line, at: datetime | None, mark: str) -> str:
    return f"      {clock_shown(at)} {mark} {line.keyword} {line.sentence}"


def _night(night: Night) -> Iterator[str]:
    nothing = "" if night.told else " and changed nothing" if night.succeeded else " and so changed nothing"
    sync = f"the nightly sync {'ran' if night.succeeded else 'failed'}{nothing}"
    yield " " * MARGIN + f"{clock_shown(night.at)} {sync}"
    yield from changes_told([(one.what, one.rule, one.because) for one in night.told], MARGIN + 2)


def _failed_at(played: Played) -> str:
    number = played.spoken[-1].line.number if played.spoken else played.story.number
    return f"{played.story.file}:{number}"


def _place(story: Story, line: Line) -> str:
    return f"{story.file}:{line.number}"
