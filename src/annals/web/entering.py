"""The door: where a token is asked for, and the cookie that it earns."""

from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from annals.web.asking import Parameters
from annals.web.links import ServedLinks
from annals.web.page import Ask, Page, Site
from annals.web.rendering import html
from annals.web.security import ENTRY, csrf_token, entry_cookie, same


async def enter(site: Site, links: ServedLinks, request: Request) -> Response:
    """Ask for the token, or let in who shows it."""
    token = csrf_token(site.secret, request.scope["annals.session"])
    to = request.query_params.get("to", "/")
    if request.method == "POST":
        fields = dict(parse_qsl((await request.body()).decode("utf-8", "replace"), max_num_fields=20))
        to = fields.get("to", "/")
        if same(fields.get("csrf", ""), token) and same(fields.get("token", ""), site.settings.token or ""):
            answer = RedirectResponse(local(to), 303)
            if site.settings.token:
                answer.set_cookie(
                    ENTRY, entry_cookie(site.secret, site.settings.token), httponly=True, samesite="strict"
                )
            return answer
    ask = Ask(site=site, links=links, path="enter", names={}, parameters=Parameters(()), token=token)
    wrong = request.method == "POST"
    page = Page(template="enter.html", title="Show the token", data=None, view={"to": local(to), "wrong": wrong})
    return Response(html(page, ask), 403 if wrong else 200, {"cache-control": "no-store"}, media_type="text/html")


def local(path: str) -> str:
    """Return `path` where it is an address of this site, else "/": nobody is sent elsewhere.

    >>> local("/incidents"), local("//evil.example"), local("https://evil.example")
    ('/incidents', '/', '/')
    """
    odd = any(ord(char) < 33 or char == "\\" for char in path)  # noqa: PLR2004 - control characters and space
    return path if path.startswith("/") and not path.startswith("//") and not odd else "/"
