"""People read from their files: one record a person and role, however many rows it takes.

Several schools, and a student's several contacts, come as repeated rows; all else must agree between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from simulator.files.layout import Layout, PeopleLayout, numbered
from simulator.files.problems import nearest_id, shortened
from simulator.files.table import Pair, Row, Table
from simulator.roster import Facts, Person, PersonId, SchoolId, person_id

Schools = Mapping[str, tuple[SchoolId, ...]]
"""The schools of a person by the SIS id of one school: a tuple of one, shared by all who are there."""


def read_people(table: Table, people_of: PeopleLayout, schools: Schools) -> dict[str, Person]:
    """Read a file of people, by SIS id."""
    people: dict[str, Person] = {}
    make, with_second_contact = _maker(table, people_of, schools), _second_contact_adder(table)
    place, before = table.place_of(people_of.sis_id), None
    for row in table.rows():
        known = people.get(row[place])
        if known is None:
            people[row[place]] = make(row)
        else:
            quick = with_second_contact(known, row, before) if before else None
            people[row[place]] = quick or _joined(known, make(row), table, people_of)
        before = row
    if any(table.layout.contact_column(column)[0] > 1 for column in table.columns):
        return {sis_id: _numbered_anew(person, table.layout) for sis_id, person in people.items()}
    return people


def _second_contact_adder(table: Table) -> Callable[[Person, Row, Row], Person | None]:
    """Make a quick way to join a row to the one before it if it only has a second contact; None for other rows."""
    layout = table.layout
    number_of = {column: layout.contact_column(column)[0] for column in table.columns}
    one_a_row = max(number_of.values()) == 1
    own = [column for column, number in number_of.items() if not number]
    pick, first, second = table.picker(*own), table.facts(own), table.facts(own, contact=2)

    def add(person: Person, row: Row, before: Row) -> Person | None:
        has_one = one_a_row and person.more and layout.contact_column(person.more[-1][0])[0] == 1
        if not has_one or pick(row) != pick(before) or table.problems.found:
            return None
        said = first(row)
        if not said or [dict(said)] == contacts(person, layout):
            return person
        return replace(person, more=person.more + second(row))

    return add


def _numbered_anew(person: Person, layout: Layout) -> Person:
    """Number the contacts of a person 1, 2, 3, each once, whatever the columns are that a file has for them."""
    facts = {column: value for column, value in person.more if not layout.contact_column(column)[0]}
    facts |= dict(_numbered(contacts(person, layout)))
    return replace(person, more=_in_order(facts, layout))


def _in_order(facts: Mapping[str, str], layout: Layout) -> Facts:
    return tuple((column, facts[column]) for column in layout.in_order(facts))


def _maker(table: Table, people_of: PeopleLayout, schools: Schools) -> Callable[[Row], Person]:
    """Make the function that turns a row into a person; what all rows share is worked out here, once."""
    pick = table.picker(*people_of.read)
    facts = table.facts(people_of.read)
    prefix = person_id(people_of.role, "")
    role = people_of.role
    email_required = people_of.email in people_of.layout.required
    share: dict[str, str] = {}
    shared = share.setdefault

    def make(row: Row) -> Person:
        sis_id, first, last, middle, email, grade, school = pick(row)
        at = schools.get(school)
        filled = sis_id.strip() and first.strip() and last.strip() and (email.strip() or not email_required)
        if at is None or not filled:
            at = at or ()
            _note(table, row, school, schools)
        key = PersonId(prefix + sis_id)
        first, last, grade = shared(first, first), shared(last, last), shared(grade, grade)
        return Person(key, sis_id, role, first, last, middle, email, at, grade, facts(row))

    return make


def _note(table: Table, row: Row, school: str, schools: Schools) -> None:
    table.check_filled(row)
    if school.strip() and school not in schools:
        unknown_school(table, school, schools)


def unknown_school(table: Table, school: str, schools: Iterable[str]) -> None:
    """Note that a row names a school which schools.csv does not have."""
    remedy = nearest_id(school, [known for known in schools if known], "schools.csv")
    table.problem("school_id", school, "schools.csv has no school with this id", remedy)


def _joined(first: Person, again: Person, table: Table, people_of: PeopleLayout) -> Person:
    """Join two rows of one person: the schools and the contacts of both, and the facts on which they agree."""
    said, says = dict(_says(first, people_of)), dict(_says(again, people_of))
    for column, value in says.items():
        if said.setdefault(column, value) != value:
            line = table.first_line_with(people_of.sis_id, first.sis_id)
            wrong = f"line {line} says {shortened(said[column])!r} of the same {table.spelled(people_of.sis_id)}"
            table.problem(column, value, wrong, "Make both rows agree, or give one an id of its own.")
    facts = {column: value for column, value in said.items() if column not in people_of.read}
    layout = people_of.layout
    facts |= dict(_numbered([*contacts(first, layout), *contacts(again, layout)]))
    return replace(
        first,
        middle=said.get("middle_name", ""),
        email=said.get(people_of.email, ""),
        grade=said.get(people_of.grade, ""),
        schools=tuple(dict.fromkeys(first.schools + again.schools)),
        more=_in_order(facts, layout),
    )


def _says(person: Person, people_of: PeopleLayout) -> Iterator[Pair]:
    """List what a row says of a person, apart from schools and contacts."""
    values = ("", person.first, person.last, person.middle, person.email, person.grade, "")
    yield from ((column, value) for column, value in zip(people_of.read, values, strict=True) if value)
    yield from (pair for pair in person.more if not people_of.layout.contact_column(pair[0])[0])


def _numbered(groups: Sequence[Mapping[str, str]]) -> Iterator[Pair]:
    different = [group for place, group in enumerate(groups) if group not in groups[:place]]
    for number, group in enumerate(different, 1):
        yield from ((numbered(column, number), value) for column, value in group.items())


def contacts(person: Person, layout: Layout) -> list[dict[str, str]]:
    """List a student's contacts, each as the columns and values of a row."""
    groups: dict[int, dict[str, str]] = {}
    for column, value in reversed(person.more):
        number, base = layout.contact_column(column)
        if not number:
            break  # Whatever is read stands in order: contacts come last.
        groups.setdefault(number, {})[base] = value
    return [groups[number] for number in sorted(groups)]
