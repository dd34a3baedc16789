"""A server in a process of its own, and a load on it."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic, sleep

from benchmarks.servers import npm

CONNECTIONS = 8
SECONDS_TO_START = 120


@dataclass(frozen=True)
class Recipe:
    """How a server is started, and where it has the page and the record."""

    name: str
    command: Sequence[str]
    """`{port}` stands for the port."""
    page: str
    record: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Started:
    """A server that has answered once."""

    recipe: Recipe
    port: int
    process: int
    seconds: float
    """From its start to its first answer."""

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def length(self, path: str) -> int:
        """Tell how many bytes an answer has."""
        with urllib.request.urlopen(
            urllib.request.Request(self.url(path), headers=dict(self.recipe.headers))
        ) as answer:
            return len(answer.read())

    def megabytes(self) -> float:
        """Tell the resident memory of the process and of those that it started."""
        listed = _output(["ps", "-A", "-o", "pid=,ppid=,rss="])
        rows = [tuple(map(int, line.split())) for line in listed.splitlines()]
        family = {self.process}
        for pid, parent, _ in sorted(rows):
            if parent in family:
                family.add(pid)
        return sum(kilobytes for pid, _, kilobytes in rows if pid in family) / 1024

    def requests_per_second(self, path: str, seconds: int) -> float:
        """Put a load on one address. Raises AssertionError when an answer is not a good one."""
        tool = _with_wrk if shutil.which("wrk") else _with_autocannon
        return tool(self.url(path), self.recipe.headers, seconds)


@contextmanager
def running(recipe: Recipe) -> Iterator[Started]:
    """Start a server, wait for its first answer, and stop it at the end."""
    port = _free_port()
    command = [part.format(port=port) for part in recipe.command]
    began = monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            request = urllib.request.Request(f"http://127.0.0.1:{port}{recipe.page}", headers=dict(recipe.headers))
            while not _answers(request):
                assert process.poll() is None, f"{recipe.name} ended: {' '.join(command)}"
                assert monotonic() - began < SECONDS_TO_START, f"{recipe.name} does not answer"
                sleep(0.005)
            yield Started(recipe, port, process.pid, monotonic() - began)
        finally:
            process.terminate()


def _answers(request: urllib.request.Request) -> bool:
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _with_wrk(url: str, headers: Mapping[str, str], seconds: int) -> float:
    said = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    told = _output(["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}", *said, url])
    assert "Non-2xx" not in told, told
    return float(told.rpartition("Requests/sec:")[2].split()[0])


def _with_autocannon(url: str, headers: Mapping[str, str], seconds: int) -> float:
    said = [part for name, value in headers.items() for part in ("-H", f"{name}={value}")]
    told = json.loads(_output([*npm.command("autocannon"), "-j", f"-c{CONNECTIONS}", f"-d{seconds}", *said, url]))
    assert told["non2xx"] == told["errors"] == 0, told
    return float(told["requests"]["average"])


def _output(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
