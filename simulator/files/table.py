"""One CSV file as a table: its header understood, its rows in their shape, its problems given a place.

Which row means what is not known here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, islice
from operator import itemgetter, length_hint
from pathlib import Path
from typing import Any, Protocol

from simulator.errors import suggestion
from simulator.files.layout import CONTACT, Layout, is_own, numbered, numbers_no_contact
from simulator.files.problems import CONTROL, Place, Problems, shortened
from simulator.roster import Facts

Row = list[str]
Pair = tuple[str, str]
CHUNK = 1 << 20
BATCH = 200
ENDS_OF_LINES = re.compile("\r\n|\r|\n")
CONTROL_BYTES = bytes({*range(32), 127} - set(b"\r\n"))
AFTER_ASCII = re.compile(rb"\xc2[\x80-\x9f]")
"""Control characters that UTF-8 writes in two bytes."""


class Rows(Protocol):
    """A reader of rows that knows how many lines it has come."""

    line_num: int

    def __iter__(self) -> Iterator[Row]:
        """Go on with the row that is next."""

    def __next__(self) -> Row:
        """Read a row."""


def _is_clean(chunk: bytes) -> bool:
    """Say whether some bytes are free of control characters, but for the ends of lines."""
    return len(chunk.translate(None, CONTROL_BYTES)) == len(chunk) and not (
        b"\xc2" in chunk and AFTER_ASCII.search(chunk)
    )


class Pairs(dict[str, tuple[str, str]]):
    """The (column, value) pairs of one column, made once a value, so that records share them."""

    def __init__(self, column: str) -> None:
        super().__init__()
        self.column = column

    def __missing__(self, value: str) -> tuple[str, str]:
        """Make the pair of a value met for the first time."""
        pair = self[value] = (self.column, value)
        return pair


class Table:
    """A CSV file with a header."""

    _end = 0
    """The line at which the rows end that have been read."""
    _left: Iterator[Row] = iter(())
    """Those of them that have not been given yet, a line each."""

    def __init__(self, path: Path, layout: Layout, problems: Problems) -> None:
        self.path = path
        self.layout = layout
        self.problems = problems
        self._refuse_control_characters()
        with self._opened() as reader:
            self.header: Row = next(reader, [])
        self.columns = tuple(layout.column(column) for column in self.header)
        self.required = tuple((column, self.place_of(column)) for column in layout.required)
        self._check_header()

    @property
    def file(self) -> str:
        """The file's name."""
        return self.layout.file

    @property
    def line(self) -> int:
        """The line, in the file, of the row that was given last."""
        return self._end - length_hint(self._left)

    def rows(self) -> Iterator[Row]:
        """Give the rows below the header; blank lines are passed over, misshapen rows noted as problems.

        They are read many at a time, and looked at one by one only where something about them is odd: a step of
        Python for each of a million rows would take as long as reading them does.
        """
        return chain.from_iterable(self._batches())

    def _batches(self) -> Iterator[Iterator[Row]]:
        width = {len(self.header)}
        with self._opened() as reader:
            next(reader, None)
            batch: list[Row] = []
            end = reader.line_num
            while True:
                try:
                    batch.extend(islice(reader, BATCH))
                finally:  # The rows before one that is no CSV are told of too.
                    even = reader.line_num == end + len(batch) and set(map(len, batch)) <= width
                    self._left = iter(batch) if even else self._one_by_one(batch, end)
                    self._end = end = reader.line_num
                    yield self._left
                if not batch:
                    return
                batch = []

    def _one_by_one(self, batch: Iterable[Row], line: int) -> Iterator[Row]:
        """Give the rows of a batch that has odd ones among them. line: where the row before them ends."""
        for row in batch:
            start = line + 1
            line = start + sum(len(ENDS_OF_LINES.findall(value)) for value in row)
            self._end = line
            if line > start:
                self._over_several_lines(row, start)
            if len(row) == len(self.header):
                yield row
            elif row:
                self._misshapen(row, len(self.header))

    def again(self) -> Iterator[Row]:
        """Give the rows once more, to look something up; nothing is noted."""
        with self._opened() as reader:
            for row in reader:
                self._end = reader.line_num
                if len(row) == len(self.header):
                    yield row

    def place_of(self, column: str) -> int:
        """Say where in a row a column's value stands; past its end for a column that the file does not have."""
        return self.columns.index(column) if column in self.columns else len(self.columns)

    def picker(self, *columns: str) -> Callable[[Row], Any]:
        """Make a function that picks the values of some columns out of a row; a column not in the file is empty."""
        pick = itemgetter(*map(self.place_of, columns))
        return pick if set(columns) <= set(self.columns) else lambda row: pick([*row, ""])

    def facts(self, read: Sequence[str], contact: int = 1) -> Callable[[Row], Facts]:
        """Make a function that gives what a row says in the columns that are not read.

        contact: which of a student's contacts it is that the row has, if the file has one a row.
        """
        columns = self.layout.in_order(column for column in self.columns if column not in read)
        named = [(self.place_of(column), numbered(column, contact)) for column in columns]
        others = [(place, column, None if is_own(column) else Pairs(column)) for place, column in named]

        def more(row: Row) -> Facts:
            return tuple(
                [
                    (column, value) if pairs is None else pairs[value]
                    for place, column, pairs in others
                    if (value := row[place])
                ]
            )

        return more

    def spelled(self, column: str) -> str:
        """Spell a column as this file does."""
        return self.header[self.place_of(column)] if column in self.columns else self.layout.spell(column)

    def problem(self, column: str, value: str, wrong: str, remedy: str) -> None:
        """Note what is wrong with a value of the row that was given last."""
        place = Place(self.file, self.line, self.spelled(column), value)
        self.problems.add(place, wrong, remedy)

    def check_filled(self, row: Row) -> None:
        """Note every required column that a row leaves empty."""
        for column, place in self.required:
            if not row[place].strip():
                self.problem(column, row[place], "every row needs a value here", "Fill it in.")

    def first_line_with(self, column: str, value: str) -> int:
        """Find the first line that has a value in a column: by reading again, for it is rarely asked."""
        place, end, left = self.place_of(column), self._end, self._left
        self._left = iter(())
        line = next(self.line for row in self.again() if row[place] == value)
        self._end, self._left = end, left
        return line

    @contextmanager
    def _opened(self) -> Iterator[Rows]:
        with self.path.open(encoding="utf-8-sig", newline="") as lines:
            try:
                yield csv.reader(lines, strict=True)
            except UnicodeDecodeError:
                self._undecodable()
            except csv.Error as wrong:
                place = Place(self.file, self._last_good_line() + 1)
                remedy = "Look for a quote that is not closed."
                self.problems.add(place, f"this row is not CSV: {wrong}", remedy)
                self.problems.stop_if_any()

    def _refuse_control_characters(self) -> None:
        """Refuse control characters apart from the ends of lines. A whole file is looked through at once, fast."""
        with self.path.open("rb") as raw:
            clean = all(_is_clean(chunk) for chunk in iter(lambda: raw.read(CHUNK), b""))
        if clean:
            return
        self._undecodable()
        with self.path.open(encoding="utf-8-sig", newline="") as lines:
            for number, line in enumerate(lines, 1):
                if found := CONTROL.search(line.rstrip("\r\n")):
                    place = Place(self.file, number, value=line.rstrip("\r\n"))
                    wrong = f"the line holds the control character U+{ord(found[0]):04X}"
                    self.problems.add(place, wrong, "Remove it; a value is plain text on one line.")
        self.problems.stop_if_any()

    def _over_several_lines(self, row: Row, line: int) -> None:
        """Refuse a row whose quoted value holds the end of a line."""
        value = next((value for value in row if CONTROL.search(value)), "")
        wrong = "the value goes on in the next line"
        self.problems.add(
            Place(self.file, line, value=value), wrong, "Keep it on one line, or close the quote that is open."
        )

    def _last_good_line(self) -> int:
        """Find the end of the last row before one that is not CSV; that one may run on to the end of the file."""
        line = 0
        with self.path.open(encoding="utf-8-sig", newline="") as lines, suppress(csv.Error):
            reader = csv.reader(lines, strict=True)
            for _ in reader:
                line = reader.line_num
        return line

    def _undecodable(self) -> None:
        with self.path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    line.decode()
                except UnicodeDecodeError as wrong:
                    byte = line[wrong.start]
                    self.problems.add(
                        Place(self.file, number, value=line.decode("latin-1").strip()),
                        f"byte {wrong.start + 1} of the line is 0x{byte:02x}, which is not UTF-8",
                        "Save the file as UTF-8.",
                    )
                    break
        self.problems.stop_if_any()

    def _misshapen(self, row: Row, width: int) -> None:
        place = Place(self.file, self.line, value=",".join(row))
        remedy = "Put a value that holds a comma in double quotes."
        if len(row) < width:
            remedy = "Keep the commas of columns that are empty."
        self.problems.add(place, f"the row has {len(row)} fields, the header {width}", remedy)

    def _check_header(self) -> None:
        if not self.header:
            self.problems.add(Place(self.file, 1), "the file is empty", "Begin it with a row of column names.")
            return
        for column in dict.fromkeys(self.columns):
            if wrong := self._wrong_with(column):
                self.problems.add(Place(self.file, 1, self.spelled(column)), *wrong)
        for column in self.layout.required:
            if column not in self.columns:
                spelled = self.layout.spell(column)
                self.problems.add(
                    Place(self.file, 1, spelled),
                    f"the header has no such column, only {shortened(', '.join(self.header), 400)}",
                    suggestion(spelled, self.header, "Add it, with a value in every row."),
                )

    def _wrong_with(self, column: str) -> tuple[str, str] | None:
        """Say what is wrong with a column of the header, and the remedy."""
        if not column:
            return "the header has a column without a name", "Name it."
        if CONTROL.search(column):
            return "the name of the column goes on in the next line", "Keep it on one line."
        if self.layout.contacts and column.startswith(CONTACT) and numbers_no_contact(column):
            return "this is no number of a contact", "Number contacts from 1 to 999, as in Contact_2_name."
        if column == "school_id" and column not in self.layout.required:
            return "district admins belong to no school", "Remove the column."
        if self.columns.count(column) > 1:
            return "the header names this column twice", "Keep one of them."
        return None
