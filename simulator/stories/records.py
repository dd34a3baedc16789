"""A played story as a record for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from simulator.language.telling import Night
from simulator.stories.playing import Played, Spoken


def played_json(played: Played) -> dict[str, Any]:
    """Write a played story with everything that was said and everything that the nights changed."""
    story = played.story
    return {
        "file": str(story.file),
        "line": story.number,
        "feature": story.feature,
        "rule": story.rule.name if story.rule else None,
        "scenario": story.name,
        "tags": list(story.tags),
        "passed": played.passed,
        "said": [_spoken_json(spoken) for spoken in played.spoken],
        "not_said": [line.sentence for line in played.unspoken],
    }


def _spoken_json(spoken: Spoken) -> dict[str, Any]:
    return {
        "line": spoken.line.number,
        "sentence": spoken.line.sentence,
        "at": spoken.at.isoformat() if spoken.at else None,
        "problem": spoken.problem or None,
        "nights": [_night_json(night) for night in spoken.nights],
    }


def _night_json(night: Night) -> dict[str, Any]:
    changes = [asdict(told) for told in night.told]
    return {"at": night.at.isoformat(), "succeeded": night.succeeded, "changes": changes}
