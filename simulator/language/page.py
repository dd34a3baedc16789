"""The vocabulary as a page to read: docs/sentences.md, written from the declarations themselves.

`python -m simulator.language.page > docs/sentences.md` brings it up to date; a test fails when it is not.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from types import ModuleType

from simulator.language.registry import Declaration, Mood
from simulator.language.vocabulary import ROOMS, SENTENCES

INTRODUCTION = """# The sentences

Written by `python -m simulator.language.page` from `simulator/language`. Change the declarations, not this page.

One grammar. An **act** changes the world, a **claim** checks it, under any keyword. Names and texts stand in
double quotes and never hold one; where a blank takes several, they are `"A", "B" and "C"`; numbers stand bare. A
sentence is found by its skeleton, quoted words and numbers blanked, so it has one meaning or none.

Any sentence may begin `on Wednesday at 09:00, `, the next such moment in the district's zone, and end
` in the district "Lincoln"`. An act with "tries to" may be refused, and what was refused is then a matter for a
claim.

People have their full names; namesakes are told apart in parentheses, as in `"Noah Kim (grade 9)"` and
`"Algebra 1 (Ito, period 3)"`; an SIS id always works.
"""

TRIED = "As above; it may be refused, see `it is refused, because …`."


def page() -> str:
    """Write the page."""
    return "\n".join((INTRODUCTION, *(line for room in ROOMS for line in _of_room(room)))).rstrip() + "\n"


def _of_room(room: ModuleType) -> Iterator[str]:
    """List the sentences that a room declares, under the first line of what it says of itself."""
    yield f"## {(inspect.getdoc(room) or '').partition(chr(10))[0].rstrip('.')}"
    yield ""
    yield "| sentence | what it says |"
    yield "| --- | --- |"
    for declaration in SENTENCES.values():
        if declaration.run.__module__ == room.__name__:
            yield _row(declaration)
    yield ""


def _row(declaration: Declaration) -> str:
    meaning = TRIED if declaration.mood is Mood.ATTEMPT else declaration.meaning
    return f"| {declaration.example()} | {meaning} |"


if __name__ == "__main__":
    print(page(), end="")
