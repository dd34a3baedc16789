"""Servers in processes of their own, all with the same users, all under the same load, in turns."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from subprocess import CalledProcessError

from benchmarks.servers import npm
from benchmarks.servers.load import Recipe, Started, running
from benchmarks.servers.ours import NEVER_REACHED, PAGE, SEED, TOKEN, Served, serve_district
from benchmarks.servers.peers import peers
from simulator.files import write_district
from simulator.generate import generate_district

ROUNDS = 3
SECONDS = 2
STARTS = 5

Row = dict[str, float]
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Measured:
    """What a server can do: requests a second, and megabytes."""

    page: float
    record: float
    memory: float


@dataclass(frozen=True)
class OverHttp:
    """All servers by name, and the seconds from a start to the first answer."""

    servers: dict[str, Measured]
    starts: dict[str, float]

    def rows(self) -> dict[str, Row]:
        """Set our side beside the floor and each peer: how often theirs goes into ours, and ours into the floor."""
        found: dict[str, Row] = {}
        for server in (name.partition(", ")[2] for name in self.servers if name.startswith("ours")):
            ours, floor = self.servers[f"ours, {server}"], self.servers[f"Flask constant, {server}"]
            others = {name: one for name, one in self.servers.items() if server not in name}
            for what in ("page", "record"):
                found[f"{what}_{server}"] = {
                    "ours": getattr(ours, what),
                    "floor": getattr(floor, what),
                    "ratio_to_floor": getattr(floor, what) / getattr(ours, what),
                    **{f"times {name}": getattr(ours, what) / getattr(one, what) for name, one in others.items()},
                }
            found[f"memory_{server}"] = _ratio(ours.memory, floor.memory)
        return found | {"cold_start": _ratio(self.starts["ours"], self.starts["floor"])}


def _ratio(ours: float, floor: float) -> Row:
    return {"ours": ours, "floor": floor, "ratio_to_floor": ours / floor}


def measured_over_http(students: int, tell: Tell) -> OverHttp:
    """Measure everybody in one run. tell: is told what is left out, and why."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        served = serve_district(students)
        write_district(generate_district(students, SEED), folder / "district")
        floors = list(_floors(folder, served, tell))
        with ExitStack() as stack:
            recipes = [*floors, *_ours(folder / "district", served), *_peers(folder, served, tell)]
            started = [stack.enter_context(running(recipe)) for recipe in recipes]
            assert all(one.length(one.recipe.page) > len(served.body(PAGE)) / 2 for one in started), (
                "a page is not whole"
            )
            servers = _in_turns(started)
        return OverHttp(servers, _cold_starts({"ours": _as_people_start_it(), "floor": floors[0]}))


def _in_turns(started: list[Started]) -> dict[str, Measured]:
    pages: dict[str, list[float]] = {one.recipe.name: [] for one in started}
    records: dict[str, list[float]] = {one.recipe.name: [] for one in started}
    for turn in range(1 + ROUNDS):
        for one in started:
            page = one.requests_per_second(one.recipe.page, SECONDS)
            record = one.requests_per_second(one.recipe.record, SECONDS)
            if turn:  # In the first turn compilers at run time still warm up.
                pages[one.recipe.name].append(page)
                records[one.recipe.name].append(record)
    return {
        name: Measured(median(pages[name]), median(records[name]), one.megabytes())
        for one in started
        for name in [one.recipe.name]
    }


def _cold_starts(recipes: dict[str, Recipe]) -> dict[str, float]:
    seconds: dict[str, list[float]] = {name: [] for name in recipes}
    for _ in range(STARTS):
        for name, recipe in recipes.items():
            with running(recipe) as started:
                seconds[name].append(started.seconds)
    return {name: median(taken) for name, taken in seconds.items()}


def _wsgi_servers() -> list[str]:
    return ["waitress", *(["granian"] if find_spec("granian") else [])]


def _floors(folder: Path, served: Served, tell: Tell) -> Iterator[Recipe]:
    (folder / "page").write_bytes(served.body(PAGE))
    (folder / "record").write_bytes(served.body(served.records[0]))
    if "granian" not in _wsgi_servers():
        tell("granian is left out: it is not installed (the extra `fast`)")
    for server in _wsgi_servers():
        command = [sys.executable, "-m", "benchmarks.servers.constant", server, "{port}", str(folder)]
        yield Recipe(f"Flask constant, {server}", command, "/page", "/record")


def _ours(district: Path, served: Served) -> Iterator[Recipe]:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    for server in _wsgi_servers():
        command = [*_serve(), "--district", str(district), "--server", server, "--rate-limit", str(NEVER_REACHED)]
        yield Recipe(f"ours, {server}", command, PAGE, served.records[0], headers)


def _as_people_start_it() -> Recipe:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    return Recipe("ours", _serve(), PAGE, "", headers)


def _serve() -> list[str]:
    return [str(Path(sys.executable).with_name("clever-otus")), "serve", "--port", "{port}", "--token", TOKEN]


def _peers(folder: Path, served: Served, tell: Tell) -> Iterator[Recipe]:
    missing = npm.absent()
    try:
        if not missing:
            npm.install()
    except CalledProcessError as error:
        missing = f"npm could not install them: {str(error.stderr)[-300:]}"
    if missing:
        tell(f"the peers are left out: {missing}")
        return
    users = [item["data"] for page in served.pages for item in json.loads(served.body(page))["data"]]
    yield from peers(folder, users, served.body(PAGE), served.body(served.records[0]))
