"""The register of parties."""

import msgspec
from sqlalchemy import Connection, and_, bindparam, func, or_, select

from annals.errors import NotFoundError
from annals.store.browse import cursors
from annals.store.browse.facets import actors_among
from annals.store.browse.index import Index
from annals.store.browse.party_shapes import ActorPage, ActorRow, ActorView, Alias, CoActor
from annals.store.browse.query import NONE, Query
from annals.store.tables import actor_aliases, alias_reports, register, report_numbers

_rows = msgspec.json.Decoder(ActorRow)
_CO_ACTORS = 20
_ALIASES = 200
_REPORTS = (
    select(report_numbers.c.report_id)
    .join(alias_reports, alias_reports.c.report == report_numbers.c.number)
    .where(alias_reports.c.alias_id == bindparam("alias"))
    .order_by(alias_reports.c.report)
    .limit(5)
)


def actors_page(connection: Connection, text: str | None, size: int, cursor: str | None) -> ActorPage:
    """A page of the register, the commonest first."""
    asked = []
    if text is not None and text.strip():
        words = text.strip()
        asked.append(
            or_(
                register.c.name.icontains(words, autoescape=True),
                register.c.actor.icontains(words, autoescape=True),
                register.c.actor.in_(
                    select(actor_aliases.c.actor).where(actor_aliases.c.words.icontains(words, autoescape=True))
                ),
            )
        )
    query = select(register.c.row).where(*asked).order_by(register.c.incidents.desc(), register.c.actor)
    if cursor is not None:
        after = cursors.read(cursor, cursors.After)
        query = query.where(
            or_(
                register.c.incidents < after.weight,
                and_(register.c.incidents == after.weight, register.c.actor > after.name),
            )
        )
    found = [_rows.decode(row) for row in connection.execute(query.limit(size + 1)).scalars()]
    total = connection.execute(select(func.count()).select_from(register).where(*asked)).scalar_one()
    shown = found[:size]
    more = len(found) > size
    last = cursors.After(weight=shown[-1].incidents, name=shown[-1].key) if more else None
    return ActorPage(rows=tuple(shown), total=total, next=cursors.written(last) if last else None)


def actor_row(connection: Connection, key: str) -> ActorRow:
    """The line of a party. Raises NotFoundError."""
    found = connection.execute(select(register.c.row).where(register.c.actor == key)).scalar()
    if found is None:
        raise NotFoundError(f"There is no party {key!r} in this ledger; search the register of actors for its name.")
    return _rows.decode(found)


def actor_rows(connection: Connection, keys: list[str]) -> dict[str, ActorRow]:
    """The lines of these parties by key; unknown ones are left out."""
    rows = connection.execute(select(register.c.row).where(register.c.actor.in_(keys))).scalars()
    return {row.key: row for row in map(_rows.decode, rows)}


def actor_view(index: Index, connection: Connection, key: str) -> ActorView:
    """A party with what it is called and with whom it is named. Raises NotFoundError."""
    row = actor_row(connection, key)
    aliases = connection.execute(
        select(actor_aliases)
        .where(actor_aliases.c.actor == key)
        .order_by(actor_aliases.c.claims.desc(), actor_aliases.c.words)
        .limit(_ALIASES)
    ).all()
    picked = index.pick(Query(actor=(key,)), connection)
    shared = actors_among(index, connection, picked)
    for alone in (key, NONE):
        shared.pop(alone, None)
    best = sorted(shared, key=lambda other: (-shared[other], other))[:_CO_ACTORS]
    others = actor_rows(connection, best)
    return ActorView(
        row=row,
        aliases=tuple(
            Alias(
                words=alias.words,
                claims=alias.claims,
                reports=tuple(connection.execute(_REPORTS, {"alias": alias.alias_id}).scalars()),
            )
            for alias in aliases
        ),
        co_actors=tuple(CoActor(actor=others[other], shared=shared[other]) for other in best if other in others),
    )
