"""The application: which address is which page, and how an answer is sent."""

import hashlib
import secrets
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from annals import __version__
from annals.errors import AnnalsError
from annals.ledger import Ledger
from annals.web import pages
from annals.web.asking import Parameters
from annals.web.entering import enter
from annals.web.export import FORMS, OF_ONE, export, export_one
from annals.web.faults import Faults
from annals.web.links import ServedLinks
from annals.web.openapi import openapi
from annals.web.page import Ask, Moved, Page, Site
from annals.web.problems import Problem, problem, problem_of
from annals.web.rendering import html, json_text
from annals.web.security import Guard, csrf_token
from annals.web.session import session
from annals.web.settings import WebSettings
from annals.web.writing import decide

Handler = Callable[[Ask], Page | Moved]

_FRESH = {"cache-control": "no-cache", "vary": "HX-Request, HX-Target, Cookie"}
STATIC = files("annals.web").joinpath("static")


def create_app(ledger: str | Path, settings: WebSettings | None = None) -> Starlette:
    """Return the application that shows the ledger at `ledger`.

    Raises:
        UsageError: settings that would open the ledger to a network without a lock.
        NotFoundError, LedgerError: the ledger cannot be opened.
    """
    settings = settings or WebSettings()
    settings.check()
    site = Site(ledger=Ledger.open(ledger, create=False), settings=settings, secret=secrets.token_bytes(32))
    links = ServedLinks(_asset_version())

    def answered(handler: Handler, form: str, request: Request) -> Response:
        return _answer(site, links, handler, form, request)

    routes: list[BaseRoute] = [
        Mount("/static", StaticFiles(packages=[("annals.web", "static")])),
        Route("/enter", partial(enter, site, links), methods=["GET", "POST"]),
        Route("/openapi.json", _described),
        Route("/session.json", partial(session, site)),
        Route("/judgements", partial(decide, site, links), methods=["POST"]),
        Route("/judgements.json", partial(decide, site, links), methods=["POST"]),
    ]
    routes += [Route(f"/incidents.{form}", partial(_exported, site, form)) for form in FORMS]
    routes += [Route(f"/incidents/{{id}}.{form}", partial(_exported, site, form)) for form in OF_ONE]
    for path, handler in pages.PAGES:
        if path:
            routes.append(Route(f"/{path}.json", partial(answered, handler, "json")))
        routes.append(Route(f"/{path}", partial(answered, handler, "html")))
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(Guard, settings=settings, secret=site.secret),
            Middleware(Faults, answer=partial(_failed, site, links)),
            Middleware(GZipMiddleware, minimum_size=2000, compresslevel=4),
        ],
        exception_handlers={
            AnnalsError: partial(_refused, site, links),
            HTTPException: partial(_refused, site, links),
        },
    )


def ask_of(site: Site, links: ServedLinks, request: Request, form: str = "html") -> Ask:
    """Return what a request asks for."""
    return Ask(
        site=site,
        links=links,
        path=request.url.path.lstrip("/").removesuffix(".json" if form == "json" else ""),
        names=dict(request.path_params),
        parameters=Parameters(request.query_params.multi_items()),
        user=request.scope.get("annals.user"),
        by=request.cookies.get("annals_by", "")[:200],
        token=csrf_token(site.secret, request.scope["annals.session"]),
        part=request.headers.get("hx-target") if request.headers.get("hx-request") else None,
    )


def _answer(site: Site, links: ServedLinks, handler: Handler, form: str, request: Request) -> Response:
    ask = ask_of(site, links, request, form)
    tag = _tag(site, request, ask)
    if tag in {part.strip() for part in request.headers.get("if-none-match", "").split(",")}:
        return Response(status_code=304, headers={"etag": tag, **_FRESH})
    found = handler(ask)
    if isinstance(found, Moved):
        to = links.data(found.to) if form == "json" else links.to(found.to)
        return RedirectResponse(to, 308 if found.permanent else 302)
    json = form == "json"
    body = json_text(found.data) if json else html(found, ask).encode("utf-8", "replace")
    media = "application/json" if json else "text/html"
    return Response(body, found.status, {"etag": tag, **_FRESH}, media_type=media)


def _tag(site: Site, request: Request, ask: Ask) -> str:
    """Return the ETag of an answer: the ledger's state, the question, and who asks. It is known before any work."""
    parts = (
        site.ledger.browse.generation(),
        __version__,
        str(request.url.path),
        request.url.query,
        ask.part or "",
        ask.token if not request.url.path.endswith(".json") else "",
        f"{ask.user}\n{ask.by}",
    )
    return f'W/"{hashlib.blake2b(repr(parts).encode("utf-8", "replace"), digest_size=12).hexdigest()}"'


def _exported(site: Site, form: str, request: Request) -> Response:
    one = request.path_params.get("id")
    if one is not None:
        made = export_one(site.ledger, site.ledger.incident(one).incident_id, form)
    else:
        made = export(site.ledger, Parameters(request.query_params.multi_items()), form)
    headers = {"content-disposition": f'attachment; filename="{made.name}"', "cache-control": "no-cache"}
    return StreamingResponse(made.chunks, media_type=made.media_type, headers=headers)


def _refused(site: Site, links: ServedLinks, request: Request, error: Exception) -> Response:
    """Answer with a problem document where JSON was asked for, else with a page."""
    if isinstance(error, HTTPException):
        detail = "There is no such page." if error.status_code == 404 else error.detail  # noqa: PLR2004 - the HTTP status
        found = problem(error.status_code, detail)
        headers = dict(error.headers or {})
    else:
        found = problem_of(error) if isinstance(error, AnnalsError) else problem(500, str(error))
        headers = {}
    return problem_response(site, links, request, found, headers)


def problem_response(
    site: Site, links: ServedLinks, request: Request, found: Problem, headers: dict[str, str] | None = None
) -> Response:
    """Return a problem in the form that the request asks for."""
    headers = {"cache-control": "no-store", **(headers or {})}
    wants_html = "text/html" in request.headers.get("accept", "") and not request.url.path.endswith(".json")
    if not wants_html:
        return Response(msgspec.json.encode(found), found.status, headers, media_type="application/problem+json")
    page = Page(
        template="problem.html",
        title=found.title,
        data=found,
        status=found.status,
        view={"changing": request.method != "GET"},
    )
    return Response(html(page, ask_of(site, links, request)), found.status, headers, media_type="text/html")


def _failed(site: Site, links: ServedLinks, request: Request, error: Exception) -> Response:
    """Answer where annals itself is at fault."""
    detail = f"This is a fault of annals, not of yours ({type(error).__name__}); nothing was changed."
    return problem_response(site, links, request, problem(500, detail))


def _described(request: Request) -> Response:
    """Answer with the OpenAPI document."""
    del request
    return Response(openapi(), media_type="application/json")


def _asset_version() -> str:
    """Return a name that changes with the style sheet and the scripts."""
    found = hashlib.blake2b(__version__.encode(), digest_size=5)
    for name in ("annals.css", "annals.js", "map.js"):
        found.update(STATIC.joinpath(name).read_bytes())
    return found.hexdigest()
