"""What a program needs to decide: the token of its session."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from annals.web.page import Site
from annals.web.security import SESSION, csrf_token


class SessionData(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON of the session."""

    token: str
    """To be sent as X-Annals-Token, with the cookie that came along."""
    read_only: bool
    user: str | None
    """Who is asking, where a proxy says so."""


def session(site: Site, request: Request) -> Response:
    """Tell the token, and set the cookie that it goes with."""
    name = request.scope["annals.session"]
    data = SessionData(
        token=csrf_token(site.secret, name),
        read_only=site.settings.read_only or not site.ledger.writable,
        user=request.scope.get("annals.user"),
    )
    answer = Response(msgspec.json.encode(data), headers={"cache-control": "no-store"}, media_type="application/json")
    answer.set_cookie(SESSION, name, httponly=True, samesite="strict")
    return answer
