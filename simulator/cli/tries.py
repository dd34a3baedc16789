"""What to try with a simulation that has just begun: commands about its own people, which work when pasted."""

from __future__ import annotations

import json
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from simulator.cli.options import DEFAULT_URL
from simulator.cli.wording import day_shown, wall_of
from simulator.errors import NotUnderstood
from simulator.language.cast import Cast
from simulator.roster import Person, PersonId, Role, Section
from simulator.simulation.district import District

Key = TypeVar("Key")
NAMES_MAX = 50
"""How many classes are looked at before giving up; the first almost always does."""


@dataclass(frozen=True, slots=True)
class Trio:
    """A class, its teacher and a student who is not in it, as sentences name them."""

    section: str
    teacher: str
    student: str


def welcome(
    described: Mapping[str, Any], url: str, district: District, *, synced: bool, ca_file: Path | None = None
) -> str:
    """Say where a simulation that has just begun is, its token, and three things to try.

    ca_file: the authority that curl and we are to trust, where the server speaks TLS.
    """
    simulation, token = described["id"], described["districts"][0]["token"]
    whats = ("A student added by hand is gone after the night:", "A class in the SIS, in Clever and in Otus:")
    commands = things_to_try(url, simulation, token, district, synced=synced)
    if ca_file is not None:
        commands = [trusting(command, ca_file) for command in commands]
    tries = zip((*whats, "The sections that Clever shows to Otus:"), commands, strict=True)
    return "\n".join(
        (
            f"The district {district.plan.name} is the simulation {simulation!r} at {url}",
            f"Its clock shows {day_shown(described['now'], wall_of(described))}",
            f"The token for Clever's API is {token}",
            "\nThree things to try:",
            *(f"\n  {what}\n\n    {command}" for what, command in tries),
        )
    )


def things_to_try(url: str, simulation: str, token: str, district: District, *, synced: bool) -> list[str]:
    """Write three commands: a story said with curl, a look with clever-otus, a page of Clever's API."""
    trio = find_trio(district)
    body = json.dumps({"text": "\n".join(story(trio, synced=synced))}, ensure_ascii=False)
    say = f"{url}/simulations/{simulation}/say"
    look = ["show", trio.section, *_where(url, simulation)] if trio else ["say", "--list"]
    return [
        shlex.join(["curl", "-s", say, "-H", "Content-Type: application/json", "-d", body]),
        shlex.join([*own_command(), *look]),
        shlex.join(["curl", "-s", f"{url}/v3.0/sections?limit=3", "-H", f"Authorization: Bearer {token}"]),
    ]


def trusting(command: str, ca_file: Path) -> str:
    """Let a command trust an authority: curl by its option, ours by the variable that requests knows."""
    program, rest = command.split(" ", 1)
    file = shlex.quote(str(ca_file))
    return f"curl --cacert {file} {rest}" if program == "curl" else f"REQUESTS_CA_BUNDLE={file} {command}"


def _where(url: str, simulation: str) -> list[str]:
    at = [] if url == DEFAULT_URL else ["--url", url]
    return at if simulation == "default" else [*at, "--simulation", simulation]


def story(trio: Trio | None, *, synced: bool) -> list[str]:
    """Tell the most frequent ticket: the student who was added by hand and vanished overnight."""
    first = [] if synced else ["the night passes"]
    if trio is None:
        return [*first, "the night passes"]
    return [
        *first,
        f'on Tuesday at 09:00, "{trio.teacher}" adds "{trio.student}" to "{trio.section}" in Otus',
        f'"{trio.student}" is in "{trio.section}" in Otus',
        "the night passes",
        f'"{trio.student}" is not in "{trio.section}" in Otus',
    ]


def find_trio(district: District) -> Trio | None:
    """Find a class and, of the grade that it is for, a student who is not in it; None in a district without any."""
    names = Namer(Cast(district))
    for section in list(district.plan.roster.sections.values())[:NAMES_MAX]:
        outsider = _outsider(district, section)
        if section.teachers and outsider is not None:
            said = names.section(section), names.person(section.teachers[0]), names.person(outsider)
            if all(said):
                return Trio(*said)
    return None


def own_command() -> list[str]:
    """Say how this program is called from the folder in which it was started."""
    called = Path(sys.argv[0])
    if called.name != "clever-otus":
        return [sys.executable, "-m", "simulator.cli.main"]
    if shutil.which("clever-otus") == str(called.absolute()):
        return ["clever-otus"]
    here = Path.cwd()
    return [str(called.absolute().relative_to(here)) if called.absolute().is_relative_to(here) else str(called)]


@dataclass(frozen=True)
class Namer:
    """Finds for a key the plainest name by which sentences find it again; empty where none does."""

    cast: Cast

    def section(self, section: Section) -> str:
        """Name a section."""
        facts = section.facts
        teacher = self.cast.person(section.teachers[0]).last
        forms = (facts.name, f"{facts.name} ({teacher}, period {facts.period})", f"{facts.name} ({facts.sis_id})")
        return _first(forms, section.id, self.cast.find_section)

    def person(self, key: PersonId) -> str:
        """Name a person."""
        person = self.cast.person(key)
        forms = (person.name, f"{person.name} (grade {person.grade})", f"{person.name} ({person.sis_id})")
        return _first(forms, key, lambda said: self.cast.find_person(said, (person.role,)))


def _first(forms: Sequence[str], key: Key, find: Callable[[str], Key]) -> str:
    return next(_that_find(forms, key, find), "")


def _that_find(forms: Sequence[str], key: Key, find: Callable[[str], Key]) -> Iterator[str]:
    for form in forms:
        try:
            if '"' not in form and find(form) == key:
                yield form
        except NotUnderstood:
            continue


def _outsider(district: District, section: Section) -> PersonId | None:
    """Find a student of the school and of the commonest grade of a class who is not in it."""
    people, inside = district.plan.roster.people, frozenset(section.students)
    grades = Counter(people[student].grade for student in section.students)
    usual = grades.most_common(1)[0][0] if grades else None

    def fits(person: Person) -> bool:
        return person.role is Role.STUDENT and section.facts.school in person.schools and person.id not in inside

    found = [person for person in people.values() if fits(person)]
    return next((person.id for person in found if person.grade == usual), found[0].id if found else None)


def as_clever(port: int, ca_file: Path, token: str) -> str:
    """Tell how a program that only knows Clever's own addresses is sent here."""
    file = ca_file.absolute()
    roads = [f"--connect-to {name}:443:127.0.0.1:{port}" for name in ("api.clever.com", "clever.com")]
    ask = shlex.join(["https://api.clever.com/v3.0/schools", "-H", f"Authorization: Bearer {token}"])
    return (
        "This server is api.clever.com and clever.com for whoever is sent here and trusts its authority:\n"
        f"\n  With curl:\n\n    curl -s --cacert {shlex.quote(str(file))} {' '.join(roads)} {ask}\n"
        "\n  With requests, in a Python program:\n"
        f"\n    from simulator.redirect import clever_at\n    with clever_at({port}, {str(file)!r}): …\n"
        "\n  With anything else: let both names lead to 127.0.0.1 in its hosts file, serve with --port 443,\n"
        "  and add the authority to those that it trusts (NODE_EXTRA_CA_CERTS, SSL_CERT_FILE, …).\n\n"
    )
