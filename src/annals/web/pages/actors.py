"""Actors: the register, and of each party its names with sources, how it stands to incidents, with whom, and when."""

import msgspec

from annals.store.browse import Query
from annals.store.browse.party_shapes import ActorPage, ActorView
from annals.store.browse.shapes import Row, Series
from annals.web.asking import asked
from annals.web.charts.series import series_chart
from annals.web.page import Ask, Page

_SIZE = 100
_LISTED = 50
STANDINGS = ("named", "suspected", "blamed", "claimed", "denied")


class ActorData(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON of one actor."""

    actor: ActorView
    incidents: tuple[Row, ...]
    total: int
    next: str | None
    series: Series


def actors(ask: Ask) -> Page:
    """Show the register."""
    text = ask.parameters.one("text")
    found: ActorPage = ask.site.ledger.browse.actors(
        text=text, size=ask.parameters.number("size", _SIZE, 1, 500), cursor=ask.parameters.one("cursor")
    )
    return Page(
        template="actors.html",
        title="Parties",
        data=found,
        view={"result": found, "text": text, "statuses": STANDINGS},
    )


def actor(ask: Ask) -> Page:
    """Show one party."""
    browse = ask.site.ledger.browse
    found = browse.actor(ask.names["key"])
    standing = ask.parameters.many("standing")
    query = Query(actor=(found.row.key,), standing=standing)
    listed = browse.page(query, size=_LISTED, cursor=ask.parameters.one("cursor"))
    series = browse.series(query, step="month")
    return Page(
        template="actor.html",
        title=found.row.name,
        data=ActorData(actor=found, incidents=listed.rows, total=listed.total, next=listed.next, series=series),
        view={
            "actor": found,
            "rows": listed.rows,
            "result": listed,
            "standing": standing,
            "asked": asked(query),
            "series": series,
            "chart": series_chart(series, ()),
        },
    )
