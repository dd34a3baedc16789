"""What an answer costs where no socket and no peer is in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from statistics import median
from time import thread_time
from typing import Any

from benchmarks.servers.constant import constant
from benchmarks.servers.ours import PAGE, Application, Served, environ, serve_district

ROUNDS = 201
REQUESTS = 20
"""How many each side answers in a round."""

Row = dict[str, float]
Side = tuple[Application, Iterator[dict[str, Any]]]


def rows_in_process(students: int) -> dict[str, Row]:
    """Time a page read again, pages read once each, and records, beside as many constant bytes.

    The records are encoded before, as they are for whoever reads a district a second time.
    """
    served = serve_district(students)
    page, record = served.body(PAGE), served.body(served.records[0])
    floor = constant({"page": page, "record": record})
    return {
        "page": _row(_ours(served, [PAGE]), (floor, _asking(["/page"]))),
        "page_read_once": _row(_ours(served, served.pages), (floor, _asking(["/page"]))),
        "record": _row(_ours(served, served.records), (floor, _asking(["/record"]))),
    }


def _ours(served: Served, paths: Sequence[str]) -> Side:
    return served.app, _asking(paths)


def _asking(paths: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Ask for one address after the other, for ever."""
    return cycle([environ(path) for path in paths])


def _row(ours: Side, floor: Side) -> Row:
    """Time both sides in turns, and answer with the medians in microseconds a request.

    Processor time of this thread: what else the machine does meanwhile is not counted.
    """
    _microseconds(ours), _microseconds(floor)
    rounds = [(_microseconds(ours), _microseconds(floor)) for _ in range(ROUNDS)]
    our_time, floor_time = (median(column) for column in zip(*rounds, strict=True))
    return {"ours": our_time, "floor": floor_time, "ratio_to_floor": our_time / floor_time}


def _microseconds(side: Side) -> float:
    app, asked = side
    requests = [dict(one) for one in islice(asked, REQUESTS)]
    start = thread_time()
    for request in requests:
        body = app(request, _start_response)
        for _ in body:
            pass
        close = getattr(body, "close", None)
        if close is not None:
            close()
    return (thread_time() - start) / REQUESTS * 1_000_000


def _start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
    """Take what a WSGI server would write first."""
