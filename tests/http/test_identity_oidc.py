"""OpenID Connect at the fake Clever: where everything is, the key, and an identity token that its key signed."""

from __future__ import annotations

from typing import Any

import jwt
import pytest

from simulator.http.app import create_app
from simulator.http.host import Host
from simulator.http.identity.signing import KEY
from tests.http.caller import Caller
from tests.http.logging_in import CALLBACK, HANA, LEO, Application

MONDAY_NOON = 1794830400
"""2026-11-16T12:00:00Z, when Lincoln begins."""
BASE = "http://localhost"


@pytest.fixture
def app(lincoln: Caller) -> Application:
    return Application.of(lincoln)


def checked(app: Application, id_token: str) -> dict[str, Any]:
    """Check a signature with the published key, as a client does, and give the claims."""
    discovery = app.caller.client.get("/.well-known/openid-configuration").get_json()
    keys = jwt.PyJWKSet.from_dict(app.caller.client.get(discovery["jwks_uri"].removeprefix(BASE)).get_json())
    key = keys[jwt.get_unverified_header(id_token)["kid"]]
    claims: dict[str, Any] = jwt.decode(
        id_token,
        key,
        algorithms=["RS256"],
        audience=app.id,
        issuer=discovery["issuer"],
        options={"verify_exp": False, "verify_iat": False},
    )
    return claims


def test_a_log_in_that_asks_for_openid_yields_a_signed_identity_token(app: Application) -> None:
    """[D:oidc-implementation]: the claims, and that they hold for an hour."""
    code = app.code(HANA, scope="openid email", nonce="n 1")
    reply = app.exchange(code).get_json()
    hana = app.person("Hana")

    assert [*reply] == ["access_token", "token_type", "id_token"]
    assert checked(app, reply["id_token"]) == {
        "iss": BASE,
        "aud": app.id,
        "sub": hana["id"],
        "user_id": hana["roles"]["teacher"]["legacy_id"],
        "user_type": "teacher",
        "district": hana["district"],
        "multi_role_user_id": hana["id"],
        "email": "hana.ito@lincoln.example",
        "email_verified": False,
        "given_name": "Hana",
        "family_name": "Ito",
        "iat": MONDAY_NOON,
        "exp": MONDAY_NOON + 3600,
        "nonce": "n 1",
    }


def test_without_openid_there_is_none_unless_the_setting_says_so(app: Application) -> None:
    without = app.exchange(app.code()).get_json()
    app.caller.client.patch("/simulations/ours/clever", json={"oidc": True})
    with_setting = app.exchange(app.code(LEO)).get_json()

    assert "id_token" not in without
    claims = checked(app, with_setting["id_token"])
    assert claims["user_type"] == "student"
    assert "nonce" not in claims


def test_an_identity_token_that_somebody_changed_is_not_believed(app: Application) -> None:
    id_token = app.exchange(app.code(scope="openid")).get_json()["id_token"]
    head, claims, signature = id_token.split(".")

    with pytest.raises(jwt.InvalidSignatureError):
        checked(app, f"{head}.{claims}.{signature[:-8]}AAAAAAAA")


def test_discovery_names_addresses_of_the_server_that_was_asked(app: Application) -> None:
    """Assumed: the document was never recorded, but for its address, the issuer and that of the keys [C]."""
    told = app.caller.client.get("/.well-known/openid-configuration").get_json()

    assert told["issuer"] == BASE
    assert told["authorization_endpoint"] == f"{BASE}/oauth/authorize"
    assert told["token_endpoint"] == f"{BASE}/oauth/tokens"
    assert told["jwks_uri"] == f"{BASE}/oauth/certs"
    assert told["userinfo_endpoint"] == f"{BASE}/userinfo"
    assert told["id_token_signing_alg_values_supported"] == ["RS256"]


def test_whoever_calls_us_clever_is_told_clevers_own_addresses(host: Host) -> None:
    """[D:oidc-implementation]: the issuer is https://clever.com; [C]: where its keys are."""
    client = create_app(host, stands_in_for_clever=True).test_client()
    client.post("/simulations", json={"id": "ours", "district": "Lincoln"})
    app = Application.of(Caller(client, "ours"))
    grant = {"grant_type": "authorization_code", "redirect_uri": CALLBACK}

    discovery = client.get("/.well-known/openid-configuration", base_url="https://clever.com").get_json()
    reply = client.post(
        "/oauth/tokens",
        json={**grant, "code": app.code(scope="openid")},
        headers=app.basic,
        base_url="https://clever.com",
    ).get_json()

    assert discovery["issuer"] == "https://clever.com"
    assert discovery["token_endpoint"] == "https://clever.com/oauth/tokens"
    assert discovery["jwks_uri"] == "https://clever.com/oauth/certs"
    assert discovery["userinfo_endpoint"] == "https://api.clever.com/userinfo"
    claims = jwt.decode(reply["id_token"], options={"verify_signature": False})
    assert claims["iss"] == "https://clever.com"
    bearer = {"Authorization": f"Bearer {reply['access_token']}"}
    assert client.get("/userinfo", headers=bearer, base_url="https://api.clever.com").status_code == 200


def test_the_keys_are_public_and_nothing_of_the_private_one_is_among_them(app: Application) -> None:
    (key,) = app.caller.client.get("/oauth/certs").get_json()["keys"]

    assert key.keys() == {"kty", "n", "e", "use", "alg", "kid"}
    assert (key["kty"], key["alg"], key["use"]) == ("RSA", "RS256", "sig")


def test_the_key_says_first_that_it_is_public_and_worthless() -> None:
    assert KEY.read_text(encoding="ascii").startswith("This key is PUBLIC and WORTHLESS.")


@pytest.mark.parametrize("called", ["localhost:65536", "localhost:99999", "127.0.0.1:70000"])
def test_a_host_whose_port_is_none_is_refused_and_not_repeated_as_an_issuer(lincoln: Caller, called: str) -> None:
    reply = lincoln.client.get("/.well-known/openid-configuration", headers={"Host": called})

    assert reply.status_code == 400
    assert lincoln.client.get("/simulations", headers={"Host": called}).status_code == 400
    highest = lincoln.client.get("/.well-known/openid-configuration", headers={"Host": "localhost:65535"})
    assert highest.get_json()["issuer"] == "http://localhost:65535"
