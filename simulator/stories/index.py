"""The index of the features: which rule each scenario belongs to, and which decisions wait for Otus to confirm.

`python -m simulator.stories.index` writes features/README.md and features/decisions.md from the feature files; a
test fails when either is out of date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from simulator.resources import resources
from simulator.stories.reading import find_features, read_stories
from simulator.stories.story import Story

STANDINGS = {
    "documented": "a page of Otus or Clever says so",
    "inferred": "follows from what a page says, though none says it",
    "convention": "no page settles it; decided here",
}
"""How well a rule is known."""
NO_SCENARIO = {
    "S01": "says for whom the article is",
    "S02": "points to the article for ATS/Stars districts, which has rules of its own (A01 to A17)",
    "S37": "the way through Clever's menus to the page for custom data",
    "S38": "the way from there to the form for sections",
    "S46": "the way to the page for custom data, once more",
    "S47": "the way from there to the form for students",
}
"""The article's sentences that only say where to click or what the article is about, with the reason."""

_ID = re.compile(r"(?P<kind>[A-Z])(?P<number>\d+)")
_KINDS = "SOACQKTE"
_ORIGIN = "Written by `python -m simulator.stories.index` from the feature files. Change those, not this page."


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule with its scenarios; a feature without rules, such as a ticket, is one entry as a whole."""

    file: Path
    feature: str
    name: str
    tags: tuple[str, ...]
    reason: str
    scenarios: tuple[str, ...]
    is_rule: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of what it stands on."""
        return tuple(tag for tag in self.tags if _ID.fullmatch(tag))

    @property
    def standing(self) -> str:
        """How well it is known; several where a feature without rules mixes."""
        return ", ".join(tag for tag in self.tags if tag in STANDINGS)


def entries(features: Path) -> list[Entry]:
    """List the rules of every feature in a folder, in the order of the files."""
    stories = [story for file in find_features([features]) for story in read_stories(file)]
    return [_entry(list(group), features) for _, group in groupby(stories, lambda one: (one.file, one.rule))]


def index_page(found: list[Entry]) -> str:
    """Write the page that leads from every id to its rules, and from every rule to its scenarios."""
    return "\n".join((*_opening(found), *_by_id(found), *_by_file(found)))


def decisions_page(found: list[Entry]) -> str:
    """Write the page of what no source says outright, each decision with its reason."""
    lines = [
        "# Decisions for Otus to confirm",
        "",
        _ORIGIN,
        "",
        "Where the pages of Otus and Clever leave a question open the simulator had to answer it, so that a test",
        "means the same in every run. Whoever knows better changes the rule and its scenarios, in one place.",
    ]
    headings = {
        "convention": "Decided here: no page settles it",
        "inferred": "Concluded: it follows from what a page says",
    }
    for standing, heading in headings.items():
        of_standing = [one for one in found if one.standing == standing]
        lines += ["", f"## {heading}"]
        for feature, group in groupby(of_standing, lambda one: one.feature):
            lines += ["", f"### {feature}", "", *(_decision(one) for one in group)]
    return "\n".join((*lines, ""))


def write(features: Path) -> None:
    """Write both pages anew."""
    found = entries(features)
    (features / "README.md").write_text(index_page(found), encoding="utf-8")
    (features / "decisions.md").write_text(decisions_page(found), encoding="utf-8")


def _entry(stories: list[Story], features: Path) -> Entry:
    first, rule = stories[0], stories[0].rule
    return Entry(
        file=first.file.relative_to(features),
        feature=first.feature,
        name=rule.name if rule else first.feature,
        tags=rule.tags if rule else first.tags,
        reason=rule.description if rule else "",
        scenarios=tuple(dict.fromkeys(story.name for story in stories)),
        is_rule=rule is not None,
    )


def _opening(found: list[Entry]) -> Iterator[str]:
    yield from ("# The features", "", _ORIGIN, "")
    yield "Every scenario runs: `clever-otus run features/co_teachers.feature`, `clever-otus run --rule S14`, or"
    yield "`pytest tests/test_features.py`. The tags of a rule say what it stands on and how well it is known:"
    yield ""
    for standing, meaning in STANDINGS.items():
        count = sum(one.is_rule and one.standing == standing for one in found)
        yield f"* `@{standing}`: {meaning}; {count} rules."
    yield "* `S01` to `S53`: the sentences of the Otus help article 5112064, in its order."
    yield "* `A`: its edition for ATS/Stars. `O`: other help pages of Otus. `C`: pages of Clever."
    yield "* `Q`: questions that the pages leave open, answered in [decisions.md](decisions.md)."
    yield "* `E`: contradictions between pages, and which of them is followed."
    yield "* `K1` to `K10`, `T1` to `T7`: the rows of the two tables in [outcomes](outcomes)."


def _by_id(found: list[Entry]) -> Iterator[str]:
    yield from ("", "## From each id to its rules", "", "| id | rule | how well known | scenarios |")
    yield "| --- | --- | --- | --- |"
    for tag in sorted({tag for one in found for tag in one.ids} | NO_SCENARIO.keys(), key=_order):
        for one in found:
            if tag in one.ids:
                yield f"| {tag} | [{one.name}]({one.file.as_posix()}) | {one.standing} | {len(one.scenarios)} |"
        if tag in NO_SCENARIO:
            yield f"| {tag} | *{NO_SCENARIO[tag]}* | no scenario | 0 |"


def _by_file(found: list[Entry]) -> Iterator[str]:
    yield from ("", "## From each rule to its scenarios")
    for file, group in groupby(found, lambda one: one.file):
        rules = list(group)
        yield from ("", f"### [{rules[0].feature}]({file.as_posix()})", "")
        for one in rules:
            yield f"* **{one.name}** {_tagged((*one.ids, *one.standing.split(', ')))}"
            yield from (f"  * {scenario}" for scenario in one.scenarios)
    yield ""


def _decision(one: Entry) -> str:
    return f"* **{one.name}.** {one.reason} {_tagged(one.ids)} [{one.file.name}]({one.file.as_posix()})"


def _tagged(tags: Iterable[str]) -> str:
    return " ".join(f"`{tag}`" for tag in tags if tag)


def _order(tag: str) -> tuple[int, int]:
    found = _ID.fullmatch(tag)
    assert found is not None, "only ids are put in order"
    return _KINDS.find(found["kind"]), int(found["number"])


if __name__ == "__main__":
    write(resources("features"))
