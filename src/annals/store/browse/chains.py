"""Chains of answers: incidents that reports tie to each other as answer and answered, however many steps apart.

Only what a report asserts makes a step; that one thing came after another never does.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, or_, select

from annals.model import Link
from annals.store.browse import cursors
from annals.store.browse.listing import place_of, rows_numbered
from annals.store.browse.shapes import Chain, ChainPage, Row, Tie
from annals.store.browse.state import UNDATED
from annals.store.tables import incident_links, listed

ANSWERS = frozenset({"retaliation_for", "response_to"})
"""The relations of which chains are made."""
_links = msgspec.json.Decoder(Link)
_ENDS = select(incident_links.c.source, incident_links.c.target, incident_links.c.link)
_IN = 500
_SETTLES = 12
"""Answers of one day that are put in their order one behind the other; a circle has none."""
Key = tuple[int, str]
"""Minus the last day, then the id of the first incident: the order of chains, the latest first."""


def chain_of(number: int, connection: Connection) -> Chain | None:
    """The chain in which an incident stands, None where it answers nothing and nothing answers it."""
    members, wanted = {number}, [number]
    while wanted:
        found: set[int] = set()
        for some in _parts(wanted):
            near = _ENDS.where(or_(incident_links.c.source.in_(some), incident_links.c.target.in_(some)))
            found.update(n for row in _answers(connection.execute(near)) for n in (row[0], row[1]))
        wanted = sorted(found - members)
        members.update(wanted)
    return _told(sorted(members), connection) if len(members) > 1 else None


def chains_page(connection: Connection, size: int, cursor: str | None) -> ChainPage:
    """A page of all chains, those first whose last incident is the latest, the undated last."""
    groups = _components((source, target) for source, target, _ in _answers(connection.execute(_ENDS)))
    places = _places([number for group in groups for number in group], connection)
    keyed = sorted((_key([places[number] for number in group]), group) for group in groups)
    first = 0
    if cursor is not None:
        after = cursors.read(cursor, cursors.After)
        first = bisect_right(keyed, (int(after.weight), after.name), key=lambda pair: pair[0])
    shown = keyed[first : first + size]
    more = first + size < len(keyed)
    return ChainPage(
        rows=tuple(_told(group, connection) for _, group in shown),
        total=len(keyed),
        next=cursors.written(cursors.After(weight=shown[-1][0][0], name=shown[-1][0][1])) if more and shown else None,
    )


def _answers(rows: Iterable[Sequence[object]]) -> list[tuple[int, int, Link]]:
    found = [(source, target, _links.decode(link)) for source, target, link in rows]  # type: ignore[arg-type]
    return [(s, t, link) for s, t, link in found if link.relation in ANSWERS]  # type: ignore[misc]


def _components(ends: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Numbers that are tied, directly or through others, each group sorted."""
    root: dict[int, int] = {}

    def top(number: int) -> int:
        while root.setdefault(number, number) != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for source, target in ends:
        root[top(source)] = top(target)
    groups: dict[int, list[int]] = {}
    for number in sorted(root):
        groups.setdefault(top(number), []).append(number)
    return list(groups.values())


def _told(members: Sequence[int], connection: Connection) -> Chain:
    """The chain with its incidents and its ties in order."""
    rows = dict(zip(members, rows_numbered(members, connection), strict=True))
    found = [
        Tie(source=rows[source], target=rows[target], link=link)
        for some in _parts(members)
        for source, target, link in _answers(connection.execute(_ENDS.where(incident_links.c.source.in_(some))))
    ]
    found.sort(key=lambda t: (place_of(t.source), place_of(t.target), t.link.asserted_by, t.link.quote.start))
    return Chain(incidents=_in_time(rows.values(), found), ties=tuple(found))


def _in_time(rows: Iterable[Row], ties: Iterable[Tie]) -> tuple[Row, ...]:
    """The incidents by first possible day; of one day, what is answered stands before its answer."""
    of_one_day = [
        (tie.source.incident_id, tie.target.incident_id)
        for tie in ties
        if place_of(tie.source)[0] == place_of(tie.target)[0]
    ]
    steps: dict[str, int] = {}
    for _ in range(_SETTLES):
        for source, target in of_one_day:
            steps[source] = max(steps.get(source, 0), steps.get(target, 0) + 1)
    ordered = sorted(rows, key=place_of)
    return tuple(sorted(ordered, key=lambda r: (place_of(r)[0], steps.get(r.incident_id, 0), r.incident_id)))


def _places(numbers: Sequence[int], connection: Connection) -> dict[int, tuple[int, str]]:
    """Day (UNDATED where there is none) and id of each."""
    query = select(listed.c.number, listed.c.day, listed.c.incident_id)
    return {
        number: (day, name)
        for some in _parts(numbers)
        for number, day, name in connection.execute(query.where(listed.c.number.in_(some)))
    }


def _key(places: Sequence[tuple[int, str]]) -> Key:
    dated = [day for day, _ in places if day != UNDATED]
    return -max(dated, default=0), min(places)[1]


def _parts(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    for start in range(0, len(numbers), _IN):
        yield numbers[start : start + _IN]
