import base64
from typing import get_args

import pytest

from annals.errors import UsageError
from annals.model import Incident
from annals.store.browse import Browse, Query, Sort
from annals.store.browse.rows import row_of
from tests.store.browse import naive

SORTS = get_args(Sort)


@pytest.mark.parametrize("sort", SORTS)
def test_pages_give_every_incident_once_in_order_and_back(
    browse: Browse, incidents: list[Incident], sort: Sort
) -> None:
    expected = naive.ordered(incidents, sort)
    found: list[str] = []
    cursor, back = None, []
    while True:
        page = browse.page(sort=sort, size=37, cursor=cursor)
        assert page.total == len(expected)
        assert page.before == len(found)
        found += [row.incident_id for row in page.rows]
        back.append(page.previous)
        cursor = page.next
        if cursor is None:
            break
    assert found == expected
    assert back[0] is None
    last = browse.page(sort=sort, size=37, cursor=back[-1])
    assert [row.incident_id for row in last.rows] == expected[last.before : last.before + 37]
    assert last.before + 37 == len(expected) - len(expected) % 37


def test_rows_are_the_incidents_in_short(browse: Browse, incidents: list[Incident]) -> None:
    some = incidents[10:20]
    assert browse.rows(["i0", *(i.incident_id for i in some)]) == tuple(row_of(incident) for incident in some)


def test_a_cursor_holds_where_its_row_is_not_in_the_list(browse: Browse, incidents: list[Incident]) -> None:
    """As when the incident was joined to another meanwhile: the page goes on where it stood."""
    for sort in SORTS:
        order = naive.ordered(incidents, sort)
        cursor = browse.page(sort=sort, size=100).next
        by_id = {incident.incident_id: incident for incident in incidents}
        told = [name for name in order if by_id[name].killed.best]
        page = browse.page(Query(country=(by_id[told[-1]].place.country or "",)), sort=sort, cursor=cursor)
        after = [name for name in order[100:] if by_id[name].place.country == by_id[told[-1]].place.country]
        assert [row.incident_id for row in page.rows] == after[:50]


def forged(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        *("", "x", "e30", "WyJvIiwxXQ", "é", "A" * 5000, "bnVsbA"),
        *map(
            forged,
            ('["a",1e300,"",""]', '["a",NaN,""]', '["a",1,"\\ud800"]', '["i","newest",false,0,0]', '["q","x",1,""]'),
        ),
    ],
)
def test_a_cursor_that_is_none_of_ours_is_a_sentence(browse: Browse, cursor: str) -> None:
    for ask in (browse.page, browse.actors, browse.reports, browse.runs, browse.queue, browse.log):
        with pytest.raises(UsageError, match="no cursor of this list"):
            ask(cursor=cursor)


def test_a_cursor_of_another_order_is_refused(browse: Browse) -> None:
    cursor = browse.page(sort="killed", size=5).next
    with pytest.raises(UsageError, match="sorted by killed"):
        browse.page(sort="newest", cursor=cursor)


@pytest.mark.parametrize("size", [0, -1, 1001])
def test_a_page_is_neither_empty_nor_endless(browse: Browse, size: int) -> None:
    with pytest.raises(UsageError, match="1 to 1000 rows"):
        browse.page(size=size)


def test_a_forged_place_is_a_place_like_any_other(browse: Browse) -> None:
    far = forged(f'["i","killed",false,{2**63 - 1},{2**63 - 1},"\\u0000"]')
    assert browse.page(sort="killed", cursor=far).total == 400
    back = forged('["i","killed",true,-5,-5,""]')
    assert browse.page(sort="killed", cursor=back).total == 400
