"""The map: bins zoomed out, areas of uncertainty zoomed in, the same incidents as a list beside it."""

import msgspec

from annals.errors import UsageError
from annals.store.browse import Query
from annals.store.browse.shapes import MapView, Row
from annals.web.asking import asked, hidden_fields
from annals.web.page import Ask, Page
from annals.web.pages.incidents import chips

_LISTED = 50
_NEAR = 5
"""From this zoom on, areas of uncertainty can be told apart."""
_AREAS, _FAR_AREAS = 300, 12
"""Incidents in view at most that are drawn one by one, near and far."""


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
    most = _AREAS if zoom >= _NEAR else _FAR_AREAS
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
