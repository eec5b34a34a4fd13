"""The list of incidents: facets, search, order, pages, and exports of exactly what is picked."""

from typing import Any

import msgspec

from annals.show.countries import country_name
from annals.store.browse import Query
from annals.store.browse.shapes import Facet, Row
from annals.web.asking import MANY, asked, hidden_fields, toggled
from annals.web.highlight import Mark, Segment, segments
from annals.web.page import Ask, Page

SIZE = 50
_FACET_NAMES = {
    "type": "Event type",
    "sub_type": "Sub-type",
    "country": "Country",
    "actor": "Party",
    "weapon": "Weapon",
    "period": "Year",
    "grade": "Corroboration",
    "disagreement": "Reports differ on",
    "review": "Review",
}
SORTS = {
    "newest": "newest first",
    "oldest": "oldest first",
    "killed": "most killed",
    "wounded": "most wounded",
    "reports": "most reports",
    "disagreements": "most disagreements",
}


class IncidentsData(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON of the list."""

    total: int
    rows: tuple[Row, ...]
    next: str | None
    previous: str | None
    facets: tuple[Facet, ...]


def incidents(ask: Ask) -> Page:
    """Show the incidents that the address picks."""
    query, sort = ask.parameters.query(), ask.parameters.sort()
    size = ask.parameters.number("size", SIZE, 1, 500)
    browse = ask.site.ledger.browse
    page = browse.page(query, sort=sort, size=size, cursor=ask.parameters.one("cursor"))
    facets = browse.facets(query)
    return Page(
        template="incidents.html",
        title="Incidents",
        data=IncidentsData(total=page.total, rows=page.rows, next=page.next, previous=page.previous, facets=facets),
        view={
            "query": query,
            "asked": asked(query, sort=None if sort == "newest" else sort),
            "sort": sort,
            "sorts": SORTS,
            "rows": page.rows,
            "result": page,
            "first": page.before + 1 if page.rows else 0,
            "last": page.before + len(page.rows),
            "facets": [shown_facet(facet, query) for facet in facets],
            "chips": chips(query),
            "filter_only": asked(query),
            "hidden": hidden_fields(asked(query, sort=None if sort == "newest" else sort), "text", "since", "until"),
            "all_hidden": hidden_fields(asked(query)),
            "snippets": {row.incident_id: snippet(row) for row in page.rows if row.found_in},
            "everything": browse.summary() if query.asks_nothing or not page.rows else None,
        },
    )


def shown_facet(facet: Facet, query: Query) -> dict[str, Any]:
    """Return a facet as the page shows it: names in words, and for each value the query with it put in or out."""
    chosen: tuple[str, ...] = getattr(query, facet.name)
    values = [
        {
            "label": facet_label(facet.name, value.value, value.label),
            "value": value.value,
            "count": value.count,
            "chosen": value.chosen,
            "asked": asked(query, **{facet.name: toggled(chosen, value.value)}),
        }
        for value in facet.values
    ]
    return {"name": facet.name, "title": _FACET_NAMES[facet.name], "values": values, "more": facet.more}


def facet_label(name: str, value: str, label: str) -> str:
    """Return a facet's value in words."""
    if value == "none":
        return {"disagreement": "nothing", "period": "undated"}.get(name, "not known")
    if name == "country":
        return country_name(value)
    if name in {"weapon", "disagreement", "review"}:
        return label.replace("_", " ")
    return label


def chips(query: Query) -> list[dict[str, Any]]:
    """Return what is asked for, each part with the query without it."""
    found = []
    for name in MANY:
        for value in getattr(query, name):
            rest = tuple(v for v in getattr(query, name) if v != value)
            less = query.without("actor") if name == "actor" and not rest else query
            title = _FACET_NAMES.get(name, name)
            found.append({"words": f"{title}: {facet_label(name, value, value)}", "asked": asked(less, **{name: rest})})
    for name, words in (("text", "words"), ("since", "since"), ("until", "until"), ("min_reports", "reports at least")):
        if getattr(query, name) is not None:
            found.append({"words": f"{words}: {getattr(query, name)}", "asked": asked(query, **{name: None})})
    if query.mapped is not None:
        found.append({"words": "mapped" if query.mapped else "not mapped", "asked": asked(query, mapped=None)})
    if query.bounds is not None:
        found.append({"words": "in the map's view", "asked": asked(query, bounds=None)})
    return found


def snippet(row: Row) -> list[Segment]:
    """Return where the words stand, with the words marked."""
    marks = [Mark(key=str(start), start=start, end=end, kind="found", label="found") for start, end in row.found]
    return segments(row.found_in or "", marks)
