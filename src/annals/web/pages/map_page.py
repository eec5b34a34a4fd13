"""The map: bins zoomed out, areas of uncertainty zoomed in, the same incidents as a list beside it."""

import msgspec

from annals.errors import UsageError
from annals.store.browse import Query
from annals.store.browse.shapes import MapView, Row
from annals.web.asking import asked, hidden_fields
from annals.web.page import Ask, Page
from annals.web.pages.incidents import chips

_LISTED = 50
_FILE_AREAS = 5_000
"""Incidents at most on the map of a ledger published as files, which no server can bin."""


class MapData(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON of the map: what is drawn, and the incidents in view."""

    map: MapView
    rows: tuple[Row, ...]
    total: int
    next: str | None


def map_page(ask: Ask) -> Page:
    """Show where the incidents are that the address picks."""
    query = ask.parameters.query()
    zoom = ask.parameters.number("zoom", 2, 0, 18)
    browse = ask.site.ledger.browse
    most = 300 if ask.links.served else _FILE_AREAS
    drawn = browse.map(query, zoom=zoom, most_areas=most)
    inside = query if query.bounds is not None else _mapped(query)
    listed = browse.page(inside, size=_LISTED, cursor=ask.parameters.one("cursor"))
    return Page(
        template="map.html",
        title="Map",
        data=MapData(map=drawn, rows=listed.rows, total=listed.total, next=listed.next),
        view={
            "query": query,
            "asked": asked(query),
            "hidden": hidden_fields(asked(query, bounds=None), "text", "since", "until"),
            "chips": chips(query),
            "drawn": drawn,
            "rows": listed.rows,
            "result": listed,
            "zoom": zoom,
            "unmapped": asked(msgspec.structs.replace(query, bounds=None, mapped=False)),
        },
    )


def _mapped(query: Query) -> Query:
    if query.mapped is False:
        raise UsageError("mapped: the map shows only what has a point; leave mapped=no to the list.")
    return msgspec.structs.replace(query, mapped=True)
