"""A server that stands in for https://api.clever.com and https://clever.com, for programs that only know these."""

from __future__ import annotations

import json
import os
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import takewhile
from pathlib import Path

import pytest
import requests
import urllib3
from click.testing import CliRunner

from simulator.cli.main import main
from simulator.errors import BadInput, Refused
from simulator.redirect import clever_at
from tests.end_to_end.conftest import CLEVER_OTUS

pytest.importorskip("granian", reason="TLS comes with the extra [fast]")
trustme = pytest.importorskip("trustme", reason="TLS comes with the extra [fast]")

SECONDS = 30
USERS = "https://api.clever.com/v3.0/users"


@dataclass(frozen=True)
class Standing:
    """A server that stands in for Clever."""

    port: int
    ca_file: Path
    token: str
    printed: str
    private: Path
    """The folder in which it makes its temporary ones."""

    @property
    def ask(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def get(self, path: str, **headers: str) -> requests.Response:
        """Ask under the server's own address."""
        with requests.Session() as session:
            session.trust_env = False
            url = f"https://127.0.0.1:{self.port}{path}"
            return session.get(url, headers={**self.ask, **headers}, verify=str(self.ca_file), timeout=SECONDS)


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    folder = tmp_path_factory.mktemp("tls")
    private = tmp_path_factory.mktemp("private")
    ready, ca_file = folder / "ready.json", folder / "ca.pem"
    command = [CLEVER_OTUS, "serve", "--port", "0", "--tls", "--ca-file", str(ca_file), "--ready-file", str(ready)]
    environment = os.environ | {"TMPDIR": str(private)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            printed = "".join(takewhile(lambda line: line != "Stop with Ctrl-C.\n", process.stdout))
            told = json.loads(ready.read_text(encoding="utf-8"))
            port = int(told["clever"]["base_url"].rpartition(":")[2])
            yield Standing(port, ca_file, told["districts"][0]["token"], printed, private)
        finally:
            process.terminate()
            process.wait(timeout=SECONDS)
    assert process.returncode == 0
    assert not ready.exists()
    assert list(private.iterdir()) == []
    assert list(folder.iterdir()) == [ca_file]


def test_plain_requests_reach_the_simulation_under_clevers_own_address(standing: Standing) -> None:
    with clever_at(standing.port, standing.ca_file):
        reply = requests.get("https://api.clever.com/v3.0/users", headers=standing.ask, timeout=SECONDS)

    assert reply.status_code == 200
    assert len(reply.json()["data"]) > 70
    assert reply.headers["date"] == "Mon, 16 Nov 2026 12:00:00 GMT"
    assert reply.headers["server"] == "envoy"


def test_all_threads_and_urllib3_itself_reach_it_too(standing: Standing) -> None:
    statuses: list[int] = []

    def ask() -> None:
        with urllib3.PoolManager() as pool:
            statuses.append(pool.request("GET", USERS, headers=standing.ask, timeout=SECONDS).status)

    with clever_at(standing.port, standing.ca_file):
        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert statuses == [200] * 4


def test_log_ins_are_at_clevers_other_address(standing: Standing) -> None:
    with clever_at(standing.port, standing.ca_file):
        told = requests.get("https://clever.com/oauth/tokeninfo", headers=standing.ask, timeout=SECONDS)
        found = requests.get("https://clever.com/.well-known/openid-configuration", timeout=SECONDS)

    assert told.status_code == 200
    assert found.json()["issuer"] == "https://clever.com"


def test_a_session_that_is_kept_goes_through_a_proxy_before_and_after_but_not_inside(standing: Standing) -> None:
    nowhere = {"https": "http://127.0.0.1:9"}
    with requests.Session() as session:
        session.proxies.update(nowhere)
        for _ in range(2):
            with clever_at(standing.port, standing.ca_file):
                assert session.get(USERS, headers=standing.ask, timeout=SECONDS).status_code == 200
                assert session.get(USERS, headers=standing.ask, timeout=SECONDS).status_code == 200
            with pytest.raises(requests.exceptions.ProxyError):
                session.get(USERS, timeout=SECONDS)


class _Elsewhere(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "9")
        self.end_headers()
        self.wfile.write(b"elsewhere")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """Some other host of TLS, whose authority another file holds."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "other.pem")
    with HTTPServer(("127.0.0.1", 0), _Elsewhere) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"https://localhost:{server.server_port}"
        server.shutdown()
        thread.join()


def test_no_other_host_is_touched(standing: Standing, elsewhere: str, tmp_path: Path) -> None:
    with clever_at(standing.port, standing.ca_file), requests.Session() as session:
        session.trust_env = False
        reply = session.get(elsewhere, verify=str(tmp_path / "other.pem"), timeout=SECONDS)
        with pytest.raises(requests.exceptions.SSLError):
            session.get(elsewhere, verify=str(standing.ca_file), timeout=SECONDS)

    assert reply.text == "elsewhere"


def test_clever_itself_is_not_trusted_with_another_authority(standing: Standing, tmp_path: Path) -> None:
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(other)

    with clever_at(standing.port, other), pytest.raises(requests.exceptions.SSLError):
        requests.get(USERS, headers=standing.ask, timeout=SECONDS)


def test_everything_is_as_before_afterwards(standing: Standing) -> None:
    from urllib3.connection import HTTPSConnection
    from urllib3.util import connection

    def state() -> tuple[object, ...]:
        return dict(vars(HTTPSConnection)), dict(vars(connection))

    before = state()
    with suppress(ZeroDivisionError), clever_at(standing.port, standing.ca_file):
        within = state()
        raise ZeroDivisionError

    assert within != before
    assert state() == before


def test_a_second_redirect_inside_is_refused_with_a_lesson(standing: Standing) -> None:
    with clever_at(standing.port, standing.ca_file):
        with pytest.raises(Refused, match="sends it somewhere already"), clever_at(1, standing.ca_file):
            pass
        assert requests.get(USERS, headers=standing.ask, timeout=SECONDS).status_code == 200
    with clever_at(standing.port, standing.ca_file):
        assert requests.get(USERS, headers=standing.ask, timeout=SECONDS).status_code == 200


def test_a_redirect_needs_the_authority_s_certificate(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="--ca-file"), clever_at(1, tmp_path / "nothing.pem"):
        pass


@pytest.mark.parametrize("name", ["clever.com", "api.clever.com", "API.CLEVER.COM", "api.clever.com:443"])
def test_under_clevers_names_only_clevers_paths_are_answered(standing: Standing, name: str) -> None:
    assert standing.get("/v3.0/schools", Host=name).status_code == 200
    assert standing.get("/oauth/tokeninfo", Host=name).status_code == 200
    for path in ("/simulations", "/simulations/default/requests", "/healthz", "/"):
        reply = standing.get(path, Host=name)
        assert reply.status_code == 400
        assert standing.token not in reply.text


@pytest.mark.parametrize("name", ["rebound.example", "clever.com.rebound.example", "www.clever.com", "xclever.com"])
@pytest.mark.parametrize("path", ["/v3.0/schools", "/oauth/tokeninfo", "/simulations/default"])
def test_under_any_other_name_nothing_is_read(standing: Standing, name: str, path: str) -> None:
    reply = standing.get(path, Host=name)

    assert reply.status_code == 400
    assert "this server answers as 127.0.0.1" in reply.text


def test_our_own_names_read_everything(standing: Standing) -> None:
    assert standing.get("/simulations/default").json()["clever"]["base_url"] == f"https://127.0.0.1:{standing.port}"
    assert standing.get("/v3.0/schools").status_code == 200


def test_it_prints_how_to_send_programs_there(standing: Standing) -> None:
    assert f"curl -s --cacert {standing.ca_file} --connect-to api.clever.com:443:127.0.0.1:{standing.port}" in (
        standing.printed
    )
    assert f"with clever_at({standing.port}, '{standing.ca_file}')" in standing.printed


def test_our_own_commands_trust_the_authority_that_they_are_told(
    standing: Standing, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = ["--url", f"https://127.0.0.1:{standing.port}"]
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(standing.ca_file))
    trusted = CliRunner().invoke(main, ["show", "Leo Park", *url])
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    not_trusted = CliRunner().invoke(main, ["show", "Leo Park", *url])

    assert (trusted.exit_code, not_trusted.exit_code) == (0, 2)


def test_the_server_s_key_is_the_owner_s_alone(standing: Standing) -> None:
    (folder,) = standing.private.iterdir()

    assert folder.stat().st_mode & 0o077 == 0
    assert sorted(file.name for file in folder.iterdir()) == ["chain.pem", "key.pem"]
    assert b"PRIVATE KEY" not in standing.ca_file.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--tls"], "--ca-file clever-ca.pem"),
        (["--ca-file", "ca.pem"], "Add --tls"),
        (["--tls", "--ca-file", "ca.pem", "--server", "waitress"], "waitress does not speak TLS"),
        (["--tls", "--ca-file", "no/folder/ca.pem"], "its folder does not exist"),
        (["--tls", "--ca-file", "."], "Is a directory"),
        (["--tls", "--ca-file", "notes.txt"], "it holds something else than one certificate"),
        (["--tls", "--ca-file", "bundle.pem"], "it holds something else than one certificate"),
        (["--server", "apache"], "'waitress', 'granian'"),
        (["--rate-limit", "0"], "0 is not in the range"),
    ],
)
def test_what_does_not_go_together_is_refused_with_a_lesson(
    arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes.txt").write_text("mine", encoding="utf-8")
    Path("bundle.pem").write_text("-----BEGIN CERTIFICATE-----\n" * 2, encoding="utf-8")

    refused = CliRunner().invoke(main, ["serve", "--port", "0", *arguments])

    assert refused.exit_code == 2
    assert words in refused.output
    assert Path("notes.txt").read_text(encoding="utf-8") == "mine"
