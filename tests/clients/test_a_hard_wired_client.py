"""social-auth-core, which knows Clever only as https://clever.com and https://api.clever.com, signs people in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from social_core.exceptions import AuthException

from tests.clients.application import CALLBACK, Application, sign_in_at_clever
from tests.clients.conftest import Served

HANA = "hana.ito@lincoln.example"


@pytest.fixture
def lincoln(lincoln_at_clevers: Served) -> Served:
    return lincoln_at_clevers


@pytest.fixture
def application(lincoln: Served) -> Application:
    return Application(lincoln.client_id, lincoln.client_secret)


def test_it_sends_people_to_clever(application: Application) -> None:
    address = urlsplit(application.to_clever())

    assert (address.scheme, address.netloc, address.path) == ("https", "clever.com", "/oauth/authorize")
    assert parse_qs(address.query)["redirect_uri"] == [CALLBACK]


@pytest.mark.parametrize(
    ("email", "first", "last", "role"),
    [
        (HANA, "Hana", "Ito", "teacher"),
        ("ana.ruiz@lincoln.example", "Ana", "Ruiz", "student"),
        ("walt.greene@lincoln.example", "Walt", "Greene", "staff"),
        ("dana.whitfield@lincoln.example", "Dana", "Whitfield", "district_admin"),
    ],
)
def test_somebody_signs_in(
    application: Application, lincoln: Served, email: str, first: str, last: str, role: str
) -> None:
    person = application.back_from_clever(sign_in_at_clever(application.to_clever(), email))

    assert person.details["email"] == email
    assert (person.details["first_name"], person.details["last_name"]) == (first, last)
    assert person.details["user_type"] == role
    assert lincoln.read(f"/v3.0/users/{person.uid}")["data"]["email"] == email


def test_who_comes_back_twice_with_one_code_is_let_in_once(application: Application) -> None:
    address = sign_in_at_clever(application.to_clever(), HANA)
    again = Application(application.client_id, application.client_secret, dict(application.session))
    application.back_from_clever(address)

    with pytest.raises(AuthException):
        again.back_from_clever(address)


def test_a_code_that_is_a_minute_old_lets_nobody_in(application: Application, lincoln: Served) -> None:
    address = sign_in_at_clever(application.to_clever(), HANA)
    lincoln.say("2 minutes pass")

    with pytest.raises(AuthException):
        application.back_from_clever(address)


def test_whom_the_district_does_not_share_is_sent_back_with_an_error(
    application: Application, lincoln: Served
) -> None:
    lincoln.say('the district shares the sections "Biology" with Otus')
    address = sign_in_at_clever(application.to_clever(), HANA)

    assert parse_qs(urlsplit(address).query)["error"] == ["unauthorized-user"]
    with pytest.raises(AuthException):
        application.back_from_clever(address)
