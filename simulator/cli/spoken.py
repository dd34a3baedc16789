"""What a server answers to sentences, and the vocabulary itself, as text for people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any

from simulator.cli.wording import changes_told, clock_shown, wall_of, wrapped
from simulator.language.registry import Mood
from simulator.language.vocabulary import SENTENCES

Json = dict[str, Any]


def told_as_lines(answer: Json, simulation: Json) -> str:
    """Tell what came of each sentence, in the time of the simulation's district."""
    wall = wall_of(simulation)
    return "\n".join(line for said in answer["said"] for line in _said(said, wall))


def sentences_as_json() -> list[Json]:
    """List every sentence, with its meaning and an example."""
    return [
        {
            "kind": "act" if one.mood is not Mood.CLAIM else "claim",
            "name": one.kind,
            "sentence": one.pattern,
            "example": one.example(),
            "meaning": one.meaning,
        }
        for one in SENTENCES.values()
    ]


def sentences_as_text() -> str:
    """List every sentence as somebody would say it, acts before claims, each over its meaning."""
    acts = [one for one in SENTENCES.values() if one.mood is not Mood.CLAIM]
    claims = [one for one in SENTENCES.values() if one.mood is Mood.CLAIM]
    parts = [
        "Any sentence may begin with: on Wednesday at 09:00,",
        'With several districts, a sentence ends with: in the district "Lincoln"',
    ]
    for heading, declared in (("Acts change something.", acts), ("Claims check something.", claims)):
        parts.append(f"\n{heading}\n")
        parts += [f"  {one.example()}\n      {one.meaning}" for one in declared]
    return "\n".join(parts)


def _said(said: Json, wall: tzinfo) -> Iterator[str]:
    at = datetime.fromisoformat(said["at"]).astimezone(wall)
    holds = said.get("holds", True)
    yield f"{clock_shown(at)} {'✔' if holds else '✘'} {said['sentence']}"
    if not holds:
        yield wrapped(f"This is false: {said['otherwise']}.")
    if "refused" in said:
        yield wrapped(f"It was refused: {said['refused']['known']}.")
    for night in said.get("nights", ()):
        yield wrapped(_night(night, wall))
    changes = [(one["what"], one["rule"], one["because"]) for one in said.get("changes", ())]
    yield from changes_told(changes)


def _night(night: Json, wall: tzinfo) -> str:
    at = datetime.fromisoformat(night["at"]).astimezone(wall)
    return f"{clock_shown(at)} the nightly sync {'ran' if night['succeeded'] else 'failed and so changed nothing'}"
