"""Reads feature files with Gherkin's own parser, with outlines, backgrounds and inherited tags written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from gherkin.errors import CompositeParserException, ParserError, ParserException
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from simulator.errors import BadInput
from simulator.stories.story import Line, Rule, Story


def find_features(places: Iterable[Path]) -> list[Path]:
    """List the feature files at some places: files, and folders with all that is in them. Raises BadInput."""
    return [feature for place in places for feature in _features_at(place)]


def read_stories(file: Path) -> list[Story]:
    """Read the scenarios of a feature file, in order. Raises BadInput, naming the line that is wrong."""
    document = _parsed(file)
    nodes = {node["id"]: node for node in _with_id(document)}
    rules = _rules(document)
    feature = document["feature"]["name"] if document.get("feature") else ""
    return [
        Story(
            file=file,
            feature=feature,
            rule=rules.get(pickle["astNodeIds"][0]),
            name=pickle["name"],
            number=nodes[pickle["astNodeIds"][-1]]["location"]["line"],
            tags=_names(pickle["tags"]),
            lines=tuple(_line(step, nodes[step["astNodeIds"][0]]) for step in pickle["steps"]),
        )
        for pickle in Compiler().compile(document)
    ]


def _features_at(place: Path) -> list[Path]:
    if not place.exists():
        raise BadInput(f"the feature {str(place)!r}", "there is no such file or folder", "Name one that exists")
    inside = (file for file in place.rglob("*.feature") if not file.is_dir())
    found = sorted(inside) if place.is_dir() else [place]
    if not found:
        raise BadInput(f"the folder {str(place)!r}", "no feature file is in it", "Their names end in .feature")
    return found


def _parsed(file: Path) -> Any:
    try:
        return {**Parser().parse(file.read_text(encoding="utf-8")), "uri": str(file)}
    except OSError as wrong:
        raise BadInput(
            str(file), f"it cannot be read: {wrong.strerror}", "Name a file that you may read"
        ) from wrong
    except UnicodeDecodeError as wrong:
        raise BadInput(str(file), f"byte {wrong.start + 1} is not UTF-8", "Save the file as UTF-8") from wrong
    except ParserError as wrong:
        first = wrong.errors[0] if isinstance(wrong, CompositeParserException) else wrong
        line = f":{first.location['line']}" if isinstance(first, ParserException) else ""
        said = str(first).partition("): ")[2] or str(first)
        raise BadInput(f"{file}{line}", f"this is not Gherkin: {said}", "") from wrong


def _with_id(node: object) -> Iterator[Mapping[str, Any]]:
    """Walk through everything in a parsed feature that has an id."""
    if isinstance(node, list):
        for part in node:
            yield from _with_id(part)
    if isinstance(node, Mapping):
        if "id" in node:
            yield node
        yield from _with_id(list(node.values()))


def _rules(document: Mapping[str, Any]) -> dict[str, Rule]:
    """Say under which rule each scenario stands, by the scenario's id."""
    children = document["feature"]["children"] if document.get("feature") else []
    rules = [child["rule"] for child in children if "rule" in child]
    return {
        child["scenario"]["id"]: Rule(rule["name"], _names(rule["tags"]), " ".join(rule["description"].split()))
        for rule in rules
        for child in rule["children"]
        if "scenario" in child
    }


def _line(step: Mapping[str, Any], node: Mapping[str, Any]) -> Line:
    attachments = {"dataTable": "data table", "docString": "doc string"}
    attachment = next((words for key, words in attachments.items() if key in node), "")
    return Line(node["keyword"].strip(), step["text"], node["location"]["line"], attachment)


def _names(tags: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag["name"].removeprefix("@") for tag in tags))
