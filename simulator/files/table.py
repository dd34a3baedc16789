"""One CSV file as a table: its header understood, its rows in their shape, its problems given a place.

Which row means what is not known here.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from operator import itemgetter
from pathlib import Path
from typing import Any, Protocol

from simulator.errors import suggestion
from simulator.files.layout import Layout, canonical, is_own
from simulator.files.problems import Place, Problems
from simulator.roster import Facts

Row = list[str]
Pair = tuple[str, str]


class Lines(Protocol):
    """A reader of lines that knows how far it has come."""

    line_num: int


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

    _reader: Lines

    def __init__(self, path: Path, layout: Layout, problems: Problems) -> None:
        self.path = path
        self.layout = layout
        self.problems = problems
        with self._opened() as reader:
            self.header: Row = next(reader, [])
        self.columns = tuple(canonical(column) for column in self.header)
        self.required = tuple((column, self.place_of(column)) for column in layout.required)
        self._check_header()

    @property
    def file(self) -> str:
        """The file's name."""
        return self.layout.file

    @property
    def line(self) -> int:
        """The line, in the file, of the row that was given last."""
        return self._reader.line_num

    def rows(self) -> Iterator[Row]:
        """Give the rows below the header; blank lines are passed over, misshapen rows noted as problems."""
        width = len(self.header)
        with self._opened() as reader:
            next(reader, None)
            for row in reader:
                if len(row) == width:
                    yield row
                elif row:
                    self._misshapen(row, width)

    def again(self) -> Iterator[Row]:
        """Give the rows once more, to look something up; nothing is noted."""
        with self._opened() as reader:
            yield from (row for row in reader if len(row) == len(self.header))

    def place_of(self, column: str) -> int:
        """Say where in a row a column's value stands; past its end for a column that the file does not have."""
        return self.columns.index(column) if column in self.columns else len(self.columns)

    def picker(self, *columns: str) -> Callable[[Row], Any]:
        """Make a function that picks the values of some columns out of a row; a column not in the file is empty."""
        pick = itemgetter(*map(self.place_of, columns))
        return pick if set(columns) <= set(self.columns) else lambda row: pick([*row, ""])

    def facts(self, read: Sequence[str]) -> Callable[[Row], Facts]:
        """Make a function that gives what a row says in the columns that are not read."""
        columns = self.layout.in_order(column for column in self.columns if column not in read)
        others = [(self.place_of(column), column, None if is_own(column) else Pairs(column)) for column in columns]

        def more(row: Row) -> Facts:
            return tuple(
                [
                    (column, row[place]) if pairs is None else pairs[row[place]]
                    for place, column, pairs in others
                    if row[place]
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
        place, reader = self.place_of(column), self._reader
        line = next(self.line for row in self.again() if row[place] == value)
        self._reader = reader
        return line

    @contextmanager
    def _opened(self) -> Iterator[Iterator[Row]]:
        with self.path.open(encoding="utf-8-sig", newline="") as lines:
            self._reader = reader = csv.reader(lines, strict=True)
            try:
                yield reader
            except UnicodeDecodeError:
                self._undecodable()
            except csv.Error as wrong:
                place = Place(self.file, self._last_good_line() + 1)
                remedy = "Look for a quote that is not closed."
                self.problems.add(place, f"this row is not CSV: {wrong}", remedy)
                self.problems.stop_if_any()

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
            if not column:
                self.problems.add(Place(self.file, 1), "the header has a column without a name", "Name it.")
            elif self.columns.count(column) > 1:
                place = Place(self.file, 1, self.spelled(column))
                self.problems.add(place, "the header names this column twice", "Keep one of them.")
        for column in self.layout.required:
            if column not in self.columns:
                spelled = self.layout.spell(column)
                self.problems.add(
                    Place(self.file, 1, spelled),
                    f"the header has no such column, only {', '.join(self.header)}",
                    suggestion(spelled, self.header, "Add it, with a value in every row."),
                )
