"""Logging in at the fake Clever: the page, the redirect with the code, and where nobody is sent."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from simulator.generate import generate_district
from simulator.http.app import create_app
from simulator.http.host import Host
from simulator.library import sample_districts
from tests.http.caller import Caller
from tests.http.logging_in import CALLBACK, HANA, LEO, Application, came_back
from tests.http.test_identity_settings import UNSOUND


class Page(HTMLParser):
    """The links of a page by what they are called, its text, and the elements that it is made of."""

    def __init__(self, reply: TestResponse) -> None:
        super().__init__()
        self.links: dict[str, str] = {}
        self.words: list[str] = []
        self.elements: list[str] = []
        self._unnamed = ""
        self.feed(reply.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append(tag)
        if tag == "a":
            label, href = found.get("aria-label"), found.get("href") or ""
            self._unnamed = "" if label else href
            self.links |= {label: href} if label else {}

    def handle_data(self, text: str) -> None:
        self.words.append(text)
        if self._unnamed:
            self.links[text] = self._unnamed
            self._unnamed = ""

    @property
    def people(self) -> list[str]:
        return [label for label in self.links if label.startswith("log in as")]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture
def app(lincoln: Caller) -> Application:
    return Application.of(lincoln)


def test_login_as_answers_with_the_redirect_at_once(app: Application) -> None:
    reply = app.authorize(login_as=LEO, state="a b&c")

    address, _, query = reply.headers["Location"].partition("?")
    assert (reply.status_code, address) == (302, CALLBACK)
    assert [*parse_qs(query)] == ["code", "scope", "state"]
    assert came_back(reply)["state"] == "a b&c"
    assert "read:students" in came_back(reply)["scope"].split(" ")


def test_without_a_state_none_comes_back(app: Application) -> None:
    assert came_back(app.authorize(login_as=LEO)).keys() == {"code", "scope"}


def test_the_code_comes_after_what_the_address_has_already(app: Application) -> None:
    reply = app.authorize(login_as=LEO, redirect_uri="http://127.0.0.1:5000/in?from=clever")

    assert reply.headers["Location"].startswith("http://127.0.0.1:5000/in?from=clever&code=")


def test_a_person_is_found_by_id_by_older_id_and_by_email_in_any_case(app: Application) -> None:
    hana = app.person("Hana")

    for called in (hana["id"], hana["roles"]["teacher"]["legacy_id"], HANA.upper(), f" {HANA} "):
        told = app.get("/userinfo", app.token(called)).get_json()
        assert told["sub"] == hana["id"]


@pytest.mark.parametrize("nobody", ["", "nobody@lincoln.example", "000000000000000000000000", "Leo Park", "\x00"])
def test_who_is_not_there_is_told_to_the_application(app: Application, nobody: str) -> None:
    reply = app.authorize(login_as=nobody, state="s")

    assert reply.headers["Location"] == f"{CALLBACK}?error=unauthorized-user&state=s"


def test_who_is_not_shared_is_told_like_nobody(app: Application) -> None:
    app.caller.say('the district shares the schools "Lincoln Middle School" with Otus')

    assert came_back(app.authorize(login_as=HANA)) == {"error": "unauthorized-user"}


def test_a_role_that_somebody_has_not_lets_nobody_in(app: Application) -> None:
    assert came_back(app.authorize(login_as=LEO, role="student")).keys() == {"code", "scope"}
    assert came_back(app.authorize(login_as=LEO, role="teacher")) == {"error": "unauthorized-user"}


def test_the_page_lists_people_with_links_that_sign_them_in(app: Application) -> None:
    reply = app.authorize(state="s", q="park")
    page = Page(reply)

    assert (reply.status_code, reply.content_type) == (200, "text/html; charset=utf-8")
    assert "Who logs in at Lincoln?" in page.text
    assert "script" not in page.elements
    followed = app.caller.client.get(f"/oauth/authorize{page.links['log in as student: Leo Park']}")
    assert came_back(followed)["state"] == "s"
    told = app.get("/userinfo", app.exchange(came_back(followed)["code"]).get_json()["access_token"])
    assert told.get_json()["email"] == LEO


def test_the_page_is_of_no_cache_no_script_and_no_frame(app: Application) -> None:
    headers = app.authorize().headers

    assert headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Date"] == "Mon, 16 Nov 2026 12:00:00 GMT"


def test_walking_the_pages_meets_everybody_once_in_order_of_their_names() -> None:
    host = Host({"Big": lambda: generate_district(250, 7, "Big")})
    client = create_app(host).test_client()
    client.post("/simulations", json={"id": "big"})
    big = Application.of(Caller(client, "big"))
    people = [one for one in big.caller.records("/v3.0/users?limit=10000") if "contact" not in one["roles"]]

    pages = [Page(big.authorize(state="s"))]
    while "next page" in pages[-1].links:
        pages.append(Page(client.get(f"/oauth/authorize{pages[-1].links['next page']}")))

    assert f"{len(people)} people, page 1 of {len(pages)}" in pages[0].text
    names = [label.partition(": ")[2] for page in pages for label in page.people]
    people.sort(key=lambda one: (one["name"]["last"].lower(), one["name"]["first"].lower()))
    in_order = [f"{one['name']['first']} {one['name']['last']}" for one in people]
    assert [*dict.fromkeys(names)] == [*dict.fromkeys(in_order)]
    assert "previous page" not in pages[0].links
    assert Page(client.get(f"/oauth/authorize{pages[1].links['previous page']}")).people == pages[0].people


def test_a_search_takes_any_words_in_any_case_and_says_how_many_it_found(app: Application) -> None:
    assert "1 person" in Page(app.authorize(q="PARK leo")).text
    assert "0 people" in Page(app.authorize(q="nobody at all")).text


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 50, "\u0661", ""])
def test_a_page_that_there_is_not_is_the_nearest(app: Application, page: str) -> None:
    assert app.authorize(page=page).status_code == 200


def test_what_is_typed_comes_back_as_text_only(app: Application) -> None:
    evil = '"><script>alert(1)</script>'

    reply = app.authorize(q=evil, state=evil)

    assert "<script" not in reply.text
    assert "&lt;script&gt;" in reply.text


def test_a_name_is_text_only(app: Application) -> None:
    app.caller.say(
        'the registrar adds the teacher "<b>Eve Evil" with the email "e@e.example" at "Lincoln High School"'
    )
    app.caller.say("15 minutes pass")

    reply = app.authorize(q="evil")

    assert "&lt;b&gt;Eve Evil" in reply.text
    assert "<b>" not in reply.text


@pytest.mark.parametrize("address", [*UNSOUND, "https://app.example/callback", "http://localhost.evil.example/"])
def test_nobody_is_sent_to_an_address_that_is_not_the_applications(app: Application, address: str) -> None:
    reply = app.authorize(redirect_uri=address, login_as=LEO)

    assert (reply.status_code, reply.content_type) == (400, "text/html; charset=utf-8")
    assert "Location" not in reply.headers


def test_a_registered_address_is_allowed_letter_by_letter(app: Application) -> None:
    app.caller.client.patch("/simulations/ours/clever", json={"redirect_uris": ["https://app.example/in"]})

    assert app.authorize(redirect_uri="https://app.example/in", login_as=LEO).status_code == 302
    for other in ("https://app.example/in/", "https://app.example/in?x=1", "https://APP.example/in"):
        assert app.authorize(redirect_uri=other, login_as=LEO).status_code == 400


def test_this_machine_may_be_refused_too(app: Application) -> None:
    app.caller.client.patch("/simulations/ours/clever", json={"any_loopback": False})

    assert app.authorize(login_as=LEO).status_code == 400


@pytest.mark.parametrize("client_id", ["LEAVE OUT", "", "nobody", "\ud7ff"])
def test_an_application_that_there_is_not_sends_nobody_anywhere(app: Application, client_id: str) -> None:
    reply = app.authorize(client_id=client_id, login_as=LEO)

    assert (reply.status_code, "Location" in reply.headers) == (400, False)


@pytest.mark.parametrize(
    ("response_type", "error"),
    [("LEAVE OUT", "invalid_request"), ("", "invalid_request"), ("token", "unsupported_response_type")],
)
def test_another_kind_of_answer_is_refused_as_oauth_does(app: Application, response_type: str, error: str) -> None:
    """[RFC 6749, 4.1.2.1]; Clever's own word was never recorded."""
    assert came_back(app.authorize(response_type=response_type, state="s")) == {"error": error, "state": "s"}


def test_what_clever_knows_but_we_need_not_changes_nothing(app: Application) -> None:
    reply = app.authorize(login_as=LEO, confirmed="false", return_unshared="true", scope="read:anything")

    assert came_back(reply).keys() == {"code", "scope"}


def test_with_several_districts_one_is_chosen_first_unless_the_person_is_named() -> None:
    host = Host({**sample_districts(), "Big": lambda: generate_district(20, 7, "Big")})
    client = create_app(host).test_client()
    client.post("/simulations", json={"id": "two", "district": "Lincoln"})
    two = Application.of(Caller(client, "two"))
    two.caller.say('the district "Big", with its SIS, Clever and Otus in step')

    districts = Page(two.authorize(state="s"))
    people = Page(client.get(f"/oauth/authorize{districts.links['Lincoln']}"))

    assert "Choose a district" in districts.text
    assert [*districts.links] == ["Lincoln", "Big"]
    assert "Who logs in at Lincoln?" in people.text
    assert came_back(client.get(f"/oauth/authorize{people.links['log in as student: Leo Park']}"))["state"] == "s"
    assert came_back(two.authorize(login_as=LEO)).keys() == {"code", "scope"}


def test_a_district_that_has_not_connected_is_named_with_those_that_have(app: Application) -> None:
    reply = app.authorize(district_id="000000000000000000000000")

    assert reply.status_code == 400
    assert app.caller.get("").get_json()["districts"][0]["id"] in reply.text
    told = came_back(app.authorize(district_id="000000000000000000000000", login_as=LEO))
    assert told == {"error": "unauthorized-user"}


def test_without_any_district_nobody_logs_in(client: FlaskClient) -> None:
    client.post("/simulations", json={"id": "none", "district": "empty"})
    nobody = Application.of(Caller(client, "none"))

    assert "nobody can log in" in Page(nobody.authorize()).text
    assert came_back(nobody.authorize(login_as=LEO)) == {"error": "unauthorized-user"}


def test_instant_login_ends_at_the_first_registered_address_without_a_state(app: Application) -> None:
    """[D:oauth-implementation]: launches from Clever have no state."""
    app.caller.client.patch(
        "/simulations/ours/clever", json={"redirect_uris": ["https://app.example/first", "https://app.example/two"]}
    )
    district = app.caller.get("").get_json()["districts"][0]["id"]
    asked = {"client_id": app.id, "district_id": district, "login_as": LEO, "state": "s"}

    reply = app.caller.client.get("/oauth/instant-login", query_string=asked)

    assert urlsplit(reply.headers["Location"]).path == "/first"
    assert came_back(reply).keys() == {"code", "scope"}
    code = came_back(reply)["code"]
    assert app.exchange(code).get_json()["error"] == "invalid_grant"
    assert app.exchange(code, "https://app.example/first").status_code == 200


def test_instant_login_without_a_registered_address_teaches(app: Application) -> None:
    reply = app.caller.client.get("/oauth/instant-login", query_string={"client_id": app.id})

    assert reply.status_code == 400
    assert "PATCH /simulations/ours/clever" in reply.text


def test_without_an_address_a_log_in_leads_to_the_first_registered_one(app: Application) -> None:
    """[D:example-oauth-walkthrough]."""
    assert app.authorize(redirect_uri="LEAVE OUT", login_as=LEO).status_code == 400
    app.caller.client.patch("/simulations/ours/clever", json={"redirect_uris": ["https://app.example/in"]})

    reply = app.authorize(redirect_uri="LEAVE OUT", login_as=LEO, state="s")

    assert reply.headers["Location"].startswith("https://app.example/in?code=")
    assert came_back(reply)["state"] == "s"
    assert app.exchange(came_back(reply)["code"], None).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/oauth/authorize"),
        ("PUT", "/oauth/tokens"),
        ("OPTIONS", "/oauth/tokens"),
        ("GET", "/oauth"),
        ("GET", "/oauth/"),
        ("GET", "/oauth/token"),
        ("GET", "/.well-known/jwks.json"),
        ("DELETE", "/userinfo"),
    ],
)
def test_an_address_that_there_is_not_gets_the_page_of_a_web_server(
    app: Application, method: str, path: str
) -> None:
    """Assumed: what clever.com answers there was never recorded."""
    reply = app.caller.client.open(path, method=method)

    assert (reply.status_code, reply.content_type) == (404, "text/html; charset=utf-8")
    assert f"<pre>Cannot {method} {path}</pre>" in reply.text


def test_paths_are_taken_in_any_case_and_with_a_slash(app: Application) -> None:
    asked = {"response_type": "code", "client_id": app.id, "redirect_uri": CALLBACK, "login_as": LEO}

    for path in ("/oauth/Authorize", "/oauth/authorize/"):
        assert app.caller.client.get(path, query_string=asked).status_code == 302
