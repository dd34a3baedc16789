"""OpenID Connect: the identity token, the key that it is signed with, and the document that says where all is.

A library signs. The key is fixed and published (design 3.11). That the documents of discovery and of keys look like
this is assumed: neither was recorded; the claims are documented (clever_api.md, section 1.5).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.clever_api.access import Grant
from simulator.clever_api.me import userinfo
from simulator.clock import Instant

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

Json = dict[str, Any]

ID_TOKEN_LIVES = timedelta(hours=1)
CLEVER, CLEVERS_API = "https://clever.com", "https://api.clever.com"
KEY = Path(__file__).with_name("published_test_key.pem")
"""Where the key is; everybody has it."""
_KEY_ID = "published-test-key"
_CLAIMS = (
    "sub",
    "user_id",
    "user_type",
    "district",
    "multi_role_user_id",
    "email",
    "email_verified",
    "given_name",
    "family_name",
)
"""What an identity token says of the user."""


@dataclass(frozen=True, slots=True)
class Issued:
    """By whom, for which application and when an identity token is made."""

    issuer: str
    client_id: str
    at: Instant
    nonce: str = ""


def id_token(grant: Grant, body: Mapping[str, Any], issued: Issued) -> str:
    """Write and sign an identity token; body: the user's own, as v3 writes it."""
    import jwt

    who, at = userinfo(grant, body), int(issued.at.timestamp())
    claims: Json = {
        "iss": issued.issuer,
        "aud": issued.client_id,
        **{claim: who[claim] for claim in _CLAIMS},
        "iat": at,
        "exp": at + int(ID_TOKEN_LIVES.total_seconds()),
    }
    nonce = {"nonce": issued.nonce} if issued.nonce else {}
    return jwt.encode(claims | nonce, _key(), algorithm="RS256", headers={"kid": _KEY_ID})


@cache
def keys() -> Json:
    """Publish the key by which signatures are checked."""
    from jwt.algorithms import RSAAlgorithm

    public: Json = RSAAlgorithm.to_jwk(_key().public_key(), as_dict=True)
    numbers = {part: public[part] for part in ("kty", "n", "e")}
    return {"keys": [numbers | {"use": "sig", "alg": "RS256", "kid": _KEY_ID}]}


def discovery(base: str) -> Json:
    """Say where everything is, for a server that was called by a base address; it is the issuer too."""
    api = CLEVERS_API if base == CLEVER else base
    return {
        "issuer": base,
        "authorization_endpoint": f"{base}/oauth/authorize",
        "token_endpoint": f"{base}/oauth/tokens",
        "userinfo_endpoint": f"{api}/userinfo",
        "jwks_uri": f"{base}/oauth/certs",
        "response_types_supported": ["code"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "scopes_supported": ["openid", "email", "profile"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "claims_supported": ["iss", "aud", *_CLAIMS, "iat", "exp", "nonce"],
    }


@cache
def _key() -> RSAPrivateKey:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = load_pem_private_key(KEY.read_bytes(), password=None)
    assert isinstance(key, RSAPrivateKey), "RS256 needs a key of RSA"
    return key
