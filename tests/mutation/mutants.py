"""`make mutants`: breaks the rules and the lag, one place at a time, and asks for a scenario that fails.

Only the features run, so a mutant that nobody notices is something that the rules do and no scenario tells. One
that no scenario can notice is written down, with the reason, in equivalents.toml. Any other fails, and is printed.

How it is set up stands in pyproject.toml under [tool.mutmut]. What people are told is not broken there; the tests
of tests/unit pin it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

MUTMUT = Path(sys.executable).with_name("mutmut")
ROOM = Path("mutants")
"""Where mutmut works, below the folder that it is started in."""
WRITTEN_DOWN = Path(__file__).with_name("equivalents.toml")
LISTED = re.compile(r"^ *(\S+): ([a-z ]+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A broken place: the function, and what stands there instead of what."""

    function: str
    instead_of: str
    stands: str

    def __str__(self) -> str:
        return f"  {self.function}\n    instead of  {self.instead_of}\n    stands      {self.stands}"


def main() -> int:
    rmtree(ROOM, ignore_errors=True)
    subprocess.run([MUTMUT, "run"], check=True)
    states = dict(LISTED.findall(said_by("results", "--all", "true")))
    unnoticed = [shown(name) for name, state in states.items() if state != "killed"]
    known = written_down()
    print(f"\n{len(states)} mutants, of which a scenario notices {len(states) - len(unnoticed)}.")
    unexplained, outdated = set(unnoticed).difference(known), set(known).difference(unnoticed)
    tell("That no scenario notices these is not explained in equivalents.toml", unexplained)
    tell("These stand in equivalents.toml and are noticed, or not there", outdated)
    return 1 if unexplained or outdated else 0


def said_by(*words: str) -> str:
    return subprocess.run([MUTMUT, *words], check=True, capture_output=True, text=True).stdout


def shown(name: str) -> Mutant:
    """Ask mutmut what a mutant is."""
    _, _, changed = said_by("show", name).partition("@@\n")
    module, _, mangled = name.rpartition("__mutmut_")[0].partition(".x")
    function = f"{module}.{mangled.removeprefix('_').replace('ǁ', '.').strip('.')}"
    return Mutant(function, *(side(sign, changed.splitlines()) for sign in "-+"))


def side(sign: str, lines: Iterable[str]) -> str:
    """Put what a diff takes out, or puts in, on one line."""
    return " ".join(line[1:].strip() for line in lines if line.startswith(sign))


def written_down() -> dict[Mutant, str]:
    """Read which mutants no scenario can notice, and why."""
    read = tomllib.loads(WRITTEN_DOWN.read_text(encoding="utf-8"))
    return {Mutant(one["function"], one["instead_of"], one["stands"]): one["because"] for one in read["equivalent"]}


def tell(what: str, mutants: Iterable[Mutant]) -> None:
    found = sorted(map(str, mutants))
    if found:
        print("", f"{what}:", *found, sep="\n")


if __name__ == "__main__":
    sys.exit(main())
