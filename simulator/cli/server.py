"""Speaks to a running server, and turns its refusals back into the errors that they were."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

import requests
from urllib3.exceptions import HTTPError

from simulator.errors import BadInput, NotUnderstood, Refused, SimulatorError

SECONDS_TO_CONNECT = 5
SECONDS_TO_ANSWER = 600
ERRORS: dict[int, type[SimulatorError]] = {404: NotUnderstood, 409: Refused, 422: NotUnderstood}
"""What an HTTP status says about a request; any other is bad input."""

Json = dict[str, Any]


@dataclass(frozen=True)
class Server:
    """One simulation of a running server."""

    url: str
    simulation: str = "default"

    def say(self, text: str) -> Json:
        """Say sentences, one a line. Raises NotUnderstood or Refused; nothing is done then."""
        told = self._ask("POST", f"/simulations/{self.simulation}/say", json={"text": text})
        return self._ours(told, said=list)

    def show(self, **asked: str) -> Json:
        """Show a class or a person. Raises NotUnderstood."""
        for value in asked.values():
            _refuse_what_is_not_utf_8(value)
        told = self._ask("GET", f"/simulations/{self.simulation}/show", params=asked)
        return self._ours(told, key=str, district=str)

    def describe(self) -> Json:
        """Describe the simulation: its clock and its districts."""
        return self._ours(self._ask("GET", f"/simulations/{self.simulation}"), districts=list)

    def create(self, wanted: Json) -> Json:
        """Begin a simulation. Raises BadInput or Refused."""
        return self._ours(self._ask("POST", "/simulations", json=wanted), id=str, seed=int, districts=list)

    def _ask(self, method: str, path: str, **content: Any) -> Json:
        address = self.url.rstrip("/") + path
        with requests.Session() as session:
            session.trust_env = False  # A proxy has no business between a machine and itself.
            session.verify = os.environ.get("REQUESTS_CA_BUNDLE") or True
            try:
                timeout = (SECONDS_TO_CONNECT, SECONDS_TO_ANSWER)
                answer = session.request(method, address, timeout=timeout, **content)
            except (requests.RequestException, HTTPError, ValueError) as error:
                raise self._nobody(error) from error
        return self._read(answer)

    def _read(self, answer: requests.Response) -> Json:
        try:
            told = answer.json()
        except (requests.JSONDecodeError, RecursionError) as error:
            raise self._nobody(error) from error
        if answer.ok:
            return self._ours(told)
        said = told.get("error") if isinstance(told, dict) else None
        if not (isinstance(said, dict) and {"asked", "known", "next"} <= said.keys()):
            raise BadInput(self.url, f"it answers with status {answer.status_code}", "Look at the server's log")
        place, asked = str(said.get("place", "")), str(said["asked"])
        where = "" if place in asked else f"{place}: "
        raise ERRORS.get(answer.status_code, BadInput)(where + asked, said["known"], said["next"])

    def _ours(self, told: Any, **keys: type) -> Json:
        """Make sure that an answer is one of ours: an object with these keys, each of its type."""
        if isinstance(told, dict) and all(isinstance(told.get(key), kind) for key, kind in keys.items()):
            return told
        remedy = "Name the address of a simulator with --url"
        raise BadInput(f"the server at {self.url}", "it answers as no simulator does", remedy)

    def _nobody(self, error: Exception) -> BadInput:
        match error:
            case (
                requests.exceptions.InvalidURL()
                | requests.exceptions.InvalidSchema()
                | UnicodeError()
                | HTTPError()
            ):
                return BadInput(f"the address {self.url!r}", "it is none", "Give one like http://127.0.0.1:8080")
            case requests.exceptions.MissingSchema():
                return BadInput(f"the address {self.url!r}", "it is none", f"Did you mean http://{self.url}?")
            case _:
                start = "Start one with `make run` or `clever-otus serve`, or name its address with --url"
                return BadInput(f"the server at {self.url}", "no simulator answers there", start)


def _refuse_what_is_not_utf_8(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadInput(f"the text {text!r}", "it is not UTF-8", "Write it in UTF-8") from error
