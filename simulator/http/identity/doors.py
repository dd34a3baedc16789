"""Clever's identity over HTTP: /oauth, /.well-known and /userinfo, at the root as at clever.com.

A door reads, asks and shapes; who may log in and what a code is worth is said elsewhere. What comes after /oauth
is taken in any case and with a slash at the end, as Clever takes its other paths [R3]; a method or a path that
there is not gets the page of its web server (assumed).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl

from flask import Blueprint, Response, g, jsonify, render_template, request

from simulator.clever_api.access import Grant
from simulator.clever_api.me import userinfo
from simulator.clever_api.refusals import NO_BEARER, UNKNOWN_BEARER, CleverError, NoSuchAddress
from simulator.http.host import Host, Hosted
from simulator.http.identity import authorize, tokens
from simulator.http.identity.people import Directories, body_of
from simulator.http.identity.picking import choices
from simulator.http.identity.refusals import NoWayOn, OAuthError, invalid_request
from simulator.http.identity.signing import CLEVER, discovery, keys
from simulator.http.names import CLEVERS_NAMES

Door = Callable[[], Response]

_PATHS = ("/oauth", "/oauth/", "/oauth/<path:rest>", "/.well-known/<path:rest>", "/userinfo", "/userinfo/")
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
_PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def identity(host: Host) -> Blueprint:
    """Make the part of the application that logs people in."""
    room = Blueprint("identity", __name__, template_folder="templates")
    doors = _doors(host)

    def open_door(rest: str = "") -> Response:
        """Answer whatever is asked of Clever's identity."""
        method = "GET" if request.method == "HEAD" else request.method
        door = doors.get((method, request.path.lower().rstrip("/")))
        if door is None:
            raise NoSuchAddress(request.method, request.path)
        return door()

    for path in _PATHS:
        room.add_url_rule(path, view_func=open_door, methods=_METHODS, provide_automatic_options=False)
    _answer_errors(room)

    @room.after_request
    def date(response: Response) -> Response:
        """Let an answer be of the simulation's day, and of no cache."""
        response.headers["Cache-Control"] = "no-store"
        if "now" in g:
            response.date = g.now
        return response

    return room


def _answer_errors(room: Blueprint) -> None:
    """Let refusals be answered in their shapes."""

    @room.errorhandler(OAuthError)
    def oauth_error(error: OAuthError) -> Response:
        """Refuse a program as OAuth does; only who tried the Basic way is told of it (RFC 6749, 5.2)."""
        reply = jsonify(error.body)
        reply.status_code = error.status
        if error.status == 401 and "authorization" in request.headers:
            reply.headers["WWW-Authenticate"] = 'Basic realm="Clever"'
        return reply

    @room.errorhandler(NoWayOn)
    def no_way_on(error: NoWayOn) -> Response:
        """Refuse a person with a page."""
        return _page("identity/no_way_on.html", 400, wrong=error.wrong, remedy=error.remedy)

    @room.errorhandler(CleverError)
    def clever_error(error: CleverError) -> Response:
        """Refuse as Clever's Data API does."""
        return Response(error.body, error.status, content_type=error.content_type)


def _doors(host: Host) -> Mapping[tuple[str, str], Door]:
    """List the doors by method and path."""
    directories = Directories()

    def authorize_door() -> Response:
        return _log_in(authorize.from_application(host, _query()), directories)

    def instant_login_door() -> Response:
        return _log_in(authorize.from_clever(host, _query()), directories)

    def exchange_door() -> Response:
        said = tokens.posted(request.content_type or "", _body())
        return jsonify(tokens.exchange(_application(host, said), said, _base()))

    def district_tokens_door() -> Response:
        query = request.query_string.decode("utf-8", "replace")
        uri = f"{request.path}?{query}" if query else request.path
        return jsonify(tokens.district_tokens(_application(host, {}), _query(), uri))

    def tokeninfo_door() -> Response:
        return jsonify(tokens.tokeninfo(*_holder(host)))

    def userinfo_door() -> Response:
        return _userinfo(*_holder(host))

    return {
        ("GET", "/oauth/authorize"): authorize_door,
        ("GET", "/oauth/instant-login"): instant_login_door,
        ("POST", "/oauth/tokens"): exchange_door,
        ("GET", "/oauth/tokens"): district_tokens_door,
        ("GET", "/oauth/tokeninfo"): tokeninfo_door,
        ("GET", "/oauth/certs"): lambda: jsonify(keys()),
        ("GET", "/.well-known/openid-configuration"): lambda: jsonify(discovery(_base())),
        ("GET", "/userinfo"): userinfo_door,
        ("POST", "/userinfo"): userinfo_door,
    }


def _log_in(asks: authorize.Asks, directories: Directories) -> Response:
    g.now, g.hosted = asks.simulation.now, asks.application
    leads_to = authorize.answer(asks, directories)
    if leads_to is not None:
        return Response("", 302, {"Location": leads_to}, content_type="text/plain; charset=utf-8")
    template, shown = choices(asks, directories)
    return _page(template, 200, **shown)


def _userinfo(hosted: Hosted, grant: Grant) -> Response:
    if grant.user is None:
        raise NoSuchAddress(request.method, request.path)
    district = hosted.simulation.districts.get(grant.district)
    user = district.clever.otus.user(grant.user) if district else None
    if district is None or user is None:
        raise CleverError(401, UNKNOWN_BEARER)
    return jsonify(userinfo(grant, body_of(district, user)))


def _application(host: Host, said: Mapping[str, str]) -> Hosted:
    """Find the application that asks. Raises OAuthError, 401."""
    hosted = tokens.application_of(host, request.headers.get("authorization", ""), said)
    g.now, g.hosted = hosted.simulation.now, hosted
    return hosted


def _holder(host: Host) -> tuple[Hosted, Grant]:
    """Find what the bearer token of a request opens. Raises CleverError, 401."""
    scheme, _, token = request.headers.get("authorization", "").strip().partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise CleverError(401, NO_BEARER)
    holder = host.holder_of(token.strip())
    if holder is None:
        raise CleverError(401, UNKNOWN_BEARER)
    g.hosted, g.grant = holder
    g.now = g.hosted.simulation.now
    return holder


def _page(template: str, status: int, **shown: object) -> Response:
    return Response(
        render_template(template, **shown), status, _PAGE_HEADERS, content_type="text/html; charset=utf-8"
    )


def _query() -> Mapping[str, str]:
    return dict(parse_qsl(request.query_string.decode("utf-8", "replace"), keep_blank_values=True))


def _body() -> bytes:
    """Read the body, unless it is much too large. Raises OAuthError."""
    if (request.content_length or 0) > tokens.BODY_BYTES_MOST:
        raise invalid_request("The body is larger than any request for a token")
    return request.get_data()


def _base() -> str:
    """Say who we are: Clever for whoever calls us so, else the address by which we were called."""
    return CLEVER if CLEVERS_NAMES.fullmatch(request.host) else request.host_url.rstrip("/")
