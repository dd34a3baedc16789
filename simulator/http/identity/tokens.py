"""Tokens: what a code is turned into, which districts' tokens there are, and what a token is good for.

Sources: clever_api.md, section 1.5; the answers have exactly the keys that were recorded.
"""

from __future__ import annotations

import binascii
import json
from base64 import b64decode
from collections.abc import Mapping
from hmac import compare_digest
from typing import Any
from urllib.parse import parse_qsl

from simulator.chance import digest
from simulator.clever_api.access import Grant
from simulator.clever_api.user_tokens import still_opens
from simulator.clever_api.wire import stamp
from simulator.http.host import Host, Hosted
from simulator.http.identity.people import body_of, connected, scopes_of
from simulator.http.identity.refusals import OAuthError, invalid_client, invalid_grant, invalid_request
from simulator.http.identity.signing import Issued, id_token
from simulator.simulation.district import District

Json = dict[str, Any]
Said = Mapping[str, str]

BODY_BYTES_MOST = 64 * 1024


def posted(content_type: str, raw: bytes) -> Said:
    """Read a body of JSON or of a form. Raises OAuthError for one that is neither."""
    if len(raw) > BODY_BYTES_MOST:
        raise invalid_request("The body is larger than any request for a token")
    try:
        text = raw.decode("utf-8-sig")
        if "json" not in content_type.lower() and not text.lstrip().startswith("{"):
            return dict(parse_qsl(text, keep_blank_values=True, errors="strict"))
        said = json.loads(text)
    except (ValueError, RecursionError):
        raise invalid_request("The body is neither JSON nor a form, in UTF-8") from None
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        raise invalid_request("The body must be one JSON object whose values are texts")
    return said


def application_of(host: Host, authorization: str, said: Said) -> Hosted:
    """Find the application that asks, by the header or by the body. Raises OAuthError, 401."""
    client_id, secret = _basic(authorization) or (said.get("client_id", ""), said.get("client_secret", ""))
    hosted = host.application(client_id)
    if hosted is None or not compare_digest(secret.encode("utf-8", "replace"), hosted.client_secret.encode()):
        raise invalid_client()
    return hosted


def exchange(hosted: Hosted, said: Said, issuer: str) -> Json:
    """Turn a code into a user's token. Raises OAuthError."""
    _check_grant_type(said)
    logins, simulation = hosted.logins, hosted.simulation
    login, grant, token = logins.complete(said["code"], said.get("redirect_uri"), simulation.now)
    district = simulation.districts.get(grant.district)
    if district is None or not still_opens(grant, district, simulation.now):
        raise invalid_grant()
    told = {"access_token": token, "token_type": "bearer"}
    if not (login.openid or hosted.settings.oidc):
        return told
    issued = Issued(issuer, hosted.client_id, simulation.now, login.nonce)
    return told | {"id_token": id_token(grant, _own_body(district, grant), issued)}


def district_tokens(hosted: Hosted, said: Said, uri: str) -> Json:
    """List the tokens of the districts that have connected the application; uri: as it was asked, for the link."""
    if said.get("owner_type") != "district":
        raise invalid_request("owner_type must be district")
    session = hosted.session
    tokens, wanted = hosted.tokens_in(session), said.get("district")
    return {
        "data": [
            _connection(district, tokens[district.id])
            for district in connected(session.simulation)
            if wanted in (None, district.id)
        ],
        "links": [{"rel": "self", "uri": uri}],
    }


def tokeninfo(hosted: Hosted, grant: Grant) -> Json:
    """Tell whose a token is and what it may read; a user's reads in the scopes of the district (assumed)."""
    district = hosted.simulation.districts.get(grant.district)
    return {"client_id": hosted.client_id, "scopes": list(scopes_of(district)) if district else []}


def _check_grant_type(said: Said) -> None:
    if not said.get("grant_type"):
        raise invalid_request("grant_type is missing")
    if said["grant_type"] != "authorization_code":
        raise OAuthError(400, "unsupported_grant_type", "grant_type must be authorization_code")
    if not said.get("code"):
        raise invalid_request("code is missing")


def _basic(authorization: str) -> tuple[str, str] | None:
    """Read a Basic header; None where there is none. Raises OAuthError for one that cannot be read."""
    scheme, _, coded = authorization.strip().partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        client_id, _, secret = b64decode(coded.strip(), validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        raise invalid_client() from None
    return client_id, secret


def _connection(district: District, token: str) -> Json:
    """Write one district's token; that one which takes another's place has an id of its own is assumed."""
    since, generation = district.in_clever_since, str(district.clever.connection.generation)
    return {
        "id": f"{int(since.timestamp()):08x}{digest('connection', district.id, generation)}",
        "created": stamp(since),
        "owner": {"type": "district", "id": district.id},
        "access_token": token,
        "scopes": list(scopes_of(district)),
    }


def _own_body(district: District, grant: Grant) -> Mapping[str, Any]:
    user = district.clever.otus.user(grant.user) if grant.user else None
    assert user is not None, "a token that still opens something is of a user who is shown"
    return body_of(district, user)
