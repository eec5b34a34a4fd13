"""What stands between the network and the pages: host names, tokens, forged writes, sizes, and the browser's own rules.

Plain ASGI middleware, so that nothing of a request is read before it is allowed.
"""

import hashlib
import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, urlsplit

import msgspec
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from annals.web.problems import problem
from annals.web.settings import WebSettings, is_loopback

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing inline, nothing from elsewhere. Leaflet needs data: for an empty image."""
HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # none at all would make the browser hide where a form comes from
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), camera=(), microphone=()",
    "x-frame-options": "DENY",
}
SESSION = "annals_session"
ENTRY = "annals_entry"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_LONGEST_URL = 8_000
_OPEN = ("/enter", "/static/")


class Guard:
    """Lets a request through to the app only where it may be answered."""

    def __init__(self, app: ASGIApp, settings: WebSettings, secret: bytes) -> None:
        """Guard `app`; `secret` is new with each start and signs sessions."""
        self._app = app
        self._settings = settings
        self._secret = secret
        local = {"localhost", "127.0.0.1", "[::1]"} if is_loopback(settings.host) else set()
        bound = f"[{settings.host}]" if ":" in settings.host else settings.host
        self._hosts = {name.lower() for name in (*local, bound, *settings.names)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        session = cookie(headers, SESSION)
        fresh = session is None or not self._is_own(session)
        if fresh:
            session = self._signed(secrets.token_urlsafe(16))
        scope["annals.session"] = session

        async def hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    out.setdefault(name, value)
                if fresh and "text/html" in out.get("content-type", ""):
                    out.append("set-cookie", f"{SESSION}={session}; Path=/; HttpOnly; SameSite=Strict")
            await send(message)

        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await refusal(scope, receive, hardened)
            return
        await self._app(scope, self._bounded(receive), hardened)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        """Return why the request is not answered, None where it is."""
        host = host_name(headers.get("host", ""))
        if host not in self._hosts:
            return _said(
                421,
                "This server does not answer to that host name; open it under its own address, or name the host "
                "with --allow-host.",
            )
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > _LONGEST_URL:
            return _said(414, "The address is too long; ask for less at once.")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._settings.max_body:
            return _said(413, f"The request is larger than {self._settings.max_body:,} bytes.")
        unknown = self._unknown_visitor(scope, headers)
        if unknown is not None:
            return unknown
        return self._forged(scope, headers) if scope["method"] not in _SAFE else None

    def _unknown_visitor(self, scope: Scope, headers: Headers) -> Response | None:
        """Ask for the token, or for the name that the proxy gives, where one is needed."""
        settings = self._settings
        if settings.user_header is not None:
            user = headers.get(settings.user_header)
            if not user:
                return _said(401, "The reverse proxy named no user; ask through it.")
            scope["annals.user"] = user[:200]
            return None
        if settings.token is None or scope["path"].startswith(_OPEN):
            return None
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and same(given, settings.token):
            return None
        if same(cookie(headers, ENTRY) or "", entry_cookie(self._secret, settings.token)):
            return None
        if "text/html" in headers.get("accept", "") and scope["method"] == "GET":
            return RedirectResponse(f"/enter?to={quote(scope['path'])}", 303)
        return _said(401, "Show the token that `annals serve` was started with.", {"www-authenticate": "Bearer"})

    def _forged(self, scope: Scope, headers: Headers) -> Response | None:
        """Refuse a write that another site made the browser send, and every write where none may be made."""
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site not in {None, "same-origin", "none"} or (
            origin is not None and urlsplit(origin).netloc != headers.get("host")
        ):
            return _said(403, "The request came from another site; make the decision on the page itself.")
        if self._settings.read_only and scope["path"] != "/enter":
            return _said(403, "This ledger is served read-only; nothing was changed.")
        return None

    def _bounded(self, receive: Receive) -> Receive:
        """Stop reading a body that is larger than it may be, whatever its header said."""
        read = 0

        async def limited() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._settings.max_body:
                return {"type": "http.disconnect"}
            return message

        return limited

    def _signed(self, name: str) -> str:
        return f"{name}.{_sign(self._secret, 'session', name)}"

    def _is_own(self, session: str) -> bool:
        name, _, sign = session.rpartition(".")
        return same(sign, _sign(self._secret, "session", name))


def csrf_token(secret: bytes, session: str) -> str:
    """Return what a form of this session must carry."""
    return _sign(secret, "form", session)


def entry_cookie(secret: bytes, token: str) -> str:
    """Return the cookie of a visitor who showed the token."""
    return _sign(secret, "entry", token)


def same(left: str, right: str) -> bool:
    """Compare two secrets in a time that does not tell where they differ."""
    return hmac.compare_digest(left.encode("utf-8", "replace"), right.encode())


def cookie(headers: Headers, name: str) -> str | None:
    """Return a cookie's value, None where it is missing or cannot be read."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return None
    return found.value if found else None


def host_name(host: str) -> str:
    """Return the name in a Host header, without the port.

    >>> host_name("127.0.0.1:8471"), host_name("[::1]:80"), host_name("LOCALHOST")
    ('127.0.0.1', '[::1]', 'localhost')
    """
    name = host.lower()
    end = name.find("]")
    return name[: end + 1] if end != -1 else name.partition(":")[0]


def _sign(secret: bytes, what: str, text: str) -> str:
    return hmac.new(secret, f"{what}\n{text}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:40]


def _said(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    body = msgspec.json.encode(problem(status, detail))
    return Response(body, status, headers, media_type="application/problem+json")
