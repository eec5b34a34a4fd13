"""The OpenAPI 3.1 document: every page at its path with .json, the exports, and the decisions."""

from functools import cache
from typing import Any, get_args

import msgspec

from annals import __version__
from annals.model.checked import VERDICTS, TallyPage
from annals.model.values import VALUE_TYPES
from annals.store.browse import Sort
from annals.store.browse.party_shapes import ActorPage
from annals.store.browse.review_shapes import Doubt, Log, Queue
from annals.store.browse.shapes import ChainPage, ChangePage
from annals.store.browse.source_shapes import ReportPage, ReportView, RunPage, RunView
from annals.tempo import GROUPINGS, Tempo
from annals.web.export import FORMS, OF_ONE
from annals.web.pages.actors import ActorData
from annals.web.pages.home import MethodData
from annals.web.pages.incident import IncidentData, WhyData
from annals.web.pages.incidents import IncidentsData
from annals.web.pages.map_page import MapData
from annals.web.pages.review import KINDS
from annals.web.pages.timeline import STEPS, TimelineData
from annals.web.problems import Problem
from annals.web.session import SessionData
from annals.web.writing import Decision, Recorded

_DAY = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
_NUMBER = r"-?[0-9]{1,3}(\.[0-9]{1,9})?"
_TEXT = {"type": "string", "minLength": 1, "maxLength": 300, "pattern": r"^[^\x00]*$"}
_LIST = {"type": "array", "items": _TEXT, "maxItems": 40}
_FIELDS = [*VALUE_TYPES]


def _parameter(name: str, schema: dict[str, Any], words: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": words, "schema": schema}


_CURSOR = _parameter("cursor", _TEXT, "Opaque: `next` or `previous` of an earlier answer to the same question.")
_SIZE = _parameter("size", {"type": "integer", "minimum": 1, "maximum": 500}, "Lines at most.")
_FILTER = [
    _parameter("type", _LIST, "ACLED event types, or none."),
    _parameter("sub_type", _LIST, "ACLED sub-event types, or none."),
    _parameter("country", _LIST, "ISO 3166-1 alpha-2 codes, or none."),
    _parameter("actor", _LIST, "Keys of the register of parties, or none."),
    _parameter("standing", _LIST, 'How the parties stand to it: "status" or "role/status". Only with actor.'),
    _parameter("weapon", _LIST, "Kinds of weapon, or none."),
    _parameter("period", _LIST, "Years, or none for the undated."),
    _parameter("grade", _LIST, "Grades of corroboration."),
    _parameter("disagreement", _LIST, "Fields on which the reports differ, any or none."),
    _parameter("review", _LIST, "States of review."),
    _parameter("since", {"type": "string", "pattern": _DAY}, "May be of then or later: YYYY, YYYY-MM or YYYY-MM-DD."),
    _parameter("until", {"type": "string", "pattern": _DAY}, "May be of then or earlier."),
    _parameter("text", _TEXT, 'Words that all stand in one report; "in quotes" next to each other; begin* of a word.'),
    _parameter(
        "bounds",
        {"type": "string", "pattern": f"^{_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}$"},
        "west,south,east,north in degrees; south not above north.",
    ),
    _parameter("mapped", {"type": "string", "enum": ["yes", "no"]}, "Whether it has a point."),
    _parameter("min_reports", {"type": "integer", "minimum": 1, "maximum": 1_000_000}, "At least so many reports."),
]
_SORT = _parameter("sort", {"type": "string", "enum": list(get_args(Sort))}, "Order.")
_SEARCH = [_parameter("text", _TEXT, "Words to be found."), _SIZE, _CURSOR]

_PAGES: tuple[tuple[str, str, Any, list[dict[str, Any]]], ...] = (
    (
        "/incidents.json",
        "Incidents that a question picks, with facets",
        IncidentsData,
        [*_FILTER, _SORT, _SIZE, _CURSOR],
    ),
    (
        "/incidents/{id}.json",
        "One record with every claim, and what stands around it",
        IncidentData,
        [_parameter("origins", {"type": "integer", "minimum": 1, "maximum": 10_000}, "Page of the matrix; HTML only.")],
    ),
    ("/incidents/{id}/why/{field}.json", "How one value came about", WhyData, []),
    (
        "/map.json",
        "Bins or areas of uncertainty, and the incidents in view",
        MapData,
        [*_FILTER, _parameter("zoom", {"type": "integer", "minimum": 0, "maximum": 18}, "As in web maps."), _CURSOR],
    ),
    (
        "/timeline.json",
        "Incidents and tolls over time, and what answered what",
        TimelineData,
        [*_FILTER, _parameter("step", {"type": "string", "enum": list(STEPS)}, "Length of a period.")],
    ),
    ("/chains.json", "Chains of incidents that answered each other, as reports assert it", ChainPage, [_SIZE, _CURSOR]),
    (
        "/tempo.json",
        "Counts and rates by week, changes, clusters, volleys, days from strike to answer; no forecast",
        Tempo,
        [
            *_FILTER,
            _parameter("by", {"type": "string", "enum": ["all", *GROUPINGS]}, "One course for each."),
            _parameter(
                "covers", _TEXT, "FROM/TO in days, months or years: what the reports cover; several with commas."
            ),
        ],
    ),
    ("/actors.json", "The register of parties", ActorPage, _SEARCH),
    ("/actors/{key}.json", "One party", ActorData, [_parameter("standing", _LIST, "Only so standing."), _CURSOR]),
    ("/reports.json", "Reports", ReportPage, _SEARCH),
    ("/reports/{id}.json", "One report with all that was read in it", ReportView, []),
    (
        "/review.json",
        "What awaits review",
        Queue,
        [
            _parameter("kind", {"type": "string", "enum": ["all", *KINDS]}, "Which queue."),
            _parameter("size", {"type": "integer", "minimum": 1, "maximum": 100}, "Items at most."),
            _CURSOR,
        ],
    ),
    ("/review/{id}.json", "One doubtful pair", Doubt, []),
    (
        "/tallies.json",
        "Counts that reports state, checked against the ledger and each other",
        TallyPage,
        [
            _parameter("of", _TEXT, "Of this incident or report alone."),
            _parameter("verdict", {"type": "string", "enum": list(VERDICTS)}, "Only with this verdict."),
            _SIZE,
            _CURSOR,
        ],
    ),
    ("/runs.json", "Runs", RunPage, [_SIZE, _CURSOR]),
    ("/runs/{number}.json", "One run and what it refused", RunView, [_SIZE, _CURSOR]),
    ("/log.json", "Decisions", Log, [_parameter("incident", _TEXT, "Of this incident alone."), _SIZE, _CURSOR]),
    (
        "/changes.json",
        "What happened to incidents, the oldest first; without `since` the latest",
        ChangePage,
        [
            _parameter(
                "since", _TEXT, "The number of a change, for those after it; or a day or moment, for those from it."
            ),
            _parameter(
                "before", {"type": "integer", "minimum": 0, "maximum": 10**18}, "Only those of smaller numbers."
            ),
            _SIZE,
        ],
    ),
    ("/method.json", "The rules, and what the ledger holds", MethodData, []),
    ("/session.json", "The token that a decision must carry", SessionData, []),
)


@cache
def openapi() -> bytes:
    """Return the document as JSON."""
    types = [Problem, Decision, Recorded, *(data for _, _, data, _ in _PAGES)]
    shapes, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    schema_of = dict(zip(types, shapes, strict=True))
    paths: dict[str, Any] = {}
    for path, words, data, parameters in _PAGES:
        paths[path] = {
            "get": {
                "summary": words,
                "operationId": _operation(path),
                "parameters": [*_named(path), *parameters],
                "responses": {
                    "200": _answer(words, "application/json", schema_of[data]),
                    **_redirects(path),
                    **_problems(schema_of[Problem], 400, 404, 410),
                },
            }
        }
    for form, media in FORMS.items():
        kind = media.partition(";")[0]
        for path, parameters in (
            (f"/incidents.{form}", [*_FILTER, _SORT]),
            *([(f"/incidents/{{id}}.{form}", [])] if form in OF_ONE else []),
        ):
            paths[path] = {
                "get": {
                    "summary": f"The records as {form}, all that are picked",
                    "operationId": _operation(path),
                    "parameters": [*_named(path), *parameters],
                    "responses": {
                        "200": _answer(
                            "The file", kind, {"type": "object" if "json" in kind and form != "jsonl" else "string"}
                        ),
                        **_problems(schema_of[Problem], 400, 404),
                    },
                }
            }
    paths["/judgements.json"] = {
        "post": {
            "summary": "Record a decision; it is never erased, an undo is another one",
            "operationId": "decide",
            "parameters": [
                {
                    "name": "X-Annals-Token",
                    "in": "header",
                    "required": True,
                    "description": "`token` of /session.json, of the same session.",
                    "schema": {"type": "string"},
                }
            ],
            "requestBody": {"required": True, "content": {"application/json": {"schema": schema_of[Decision]}}},
            "responses": {
                "201": _answer("Recorded", "application/json", schema_of[Recorded]),
                **_problems(schema_of[Problem], 400, 403, 404, 409, 413, 415, 422, 503),
            },
        }
    }
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": "annals",
            "version": __version__,
            "description": "One record per incident, with receipts. Every page is JSON at its path with .json.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {"schemas": components},
    }
    return msgspec.json.encode(document)


def _named(path: str) -> list[dict[str, Any]]:
    """Return the parameters that a path names."""
    schemas = {
        "id": {"type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[A-Za-z0-9_-]+$"},
        "key": {"type": "string", "minLength": 1, "maxLength": 300, "pattern": "^[A-Za-z0-9:_~-]+$"},
        "field": {"type": "string", "enum": [*_FIELDS, "corroboration"]},
        "number": {"type": "integer", "minimum": 1, "maximum": 999_999_999},
    }
    return [
        {"name": name, "in": "path", "required": True, "schema": schema}
        for name, schema in schemas.items()
        if "{" + name + "}" in path
    ]


def _operation(path: str) -> str:
    words = path.strip("/").replace("{", "").replace("}", "").replace("/", " ").replace(".", " ").split()
    return "_".join(words)


def _answer(words: str, media: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": words, "content": {media: {"schema": schema}}}


def _redirects(path: str) -> dict[str, Any]:
    if not path.startswith("/incidents/{id}"):
        return {}
    return {"308": {"description": "The record has another id now; Location leads there."}}


def _problems(schema: dict[str, Any], *statuses: int) -> dict[str, Any]:
    words = {
        400: "A parameter is at fault",
        403: "Not from a page of this site, or read-only",
        404: "There is none",
        409: "Another process is writing",
        410: "It is no more",
        413: "Too large",
        415: "Neither a form nor JSON",
        422: "Not a decision",
        503: "The ledger cannot be used",
    }
    return {str(status): _answer(words[status], "application/problem+json", schema) for status in statuses}
