"""Mentions of one report that turn out to be one event."""

import pytest

from annals.harmonise.merging import merge
from annals.model import Mention
from tests.mentions import SHELLING, day, mention, nation, site, toll, undated

PORT = site("Port", 10.0, 20.0)
MINE = site("Mine", 14.0, 20.0)


def merged(*mentions: Mention) -> int:
    return len(merge(mentions)[0])


def test_the_same_day_at_the_same_spot_is_one_event() -> None:
    first = mention("a", day("2020-05-04"), PORT, toll("killed", 3))
    second = mention("a", day("2020-05-04"), PORT, toll("wounded", 9), start=90)

    (only,), now = merge((first, second))

    assert only.mention_id == first.mention_id
    assert now == {first.mention_id: first.mention_id, second.mention_id: first.mention_id}
    assert {c.claim_id for c in only.claims} == {c.claim_id for c in (*first.claims, *second.claims)}


@pytest.mark.parametrize(
    "second",
    [
        mention("a", day("2020-05-05"), PORT, start=90),
        mention("a", day("2020-05-04"), MINE, start=90),
        mention("a", day("2020-05-04"), nation("Xania", "XB"), start=90),
        mention("a", day("2020-05-04"), PORT, toll("killed", 8), start=90),
        mention("a", day("2020-05-04"), PORT, start=90, sub="Abduction/forced disappearance"),
        mention("a", day("2020-05-04"), PORT, start=90, realis="threatened"),
        mention("a", day("2020-05-04"), PORT, start=90, aggregate=True),
    ],
    ids=["day", "spot", "country", "toll", "type", "realis", "aggregate"],
)
def test_one_difference_keeps_them_apart(second: Mention) -> None:
    assert merged(mention("a", day("2020-05-04"), PORT, toll("killed", 3), sub=SHELLING), second) == 2


def test_a_mention_without_any_date_joins_the_one_at_its_spot() -> None:
    assert merged(mention("a", day("2020-05-04"), PORT), mention("a", PORT, start=90)) == 1


def test_two_weekdays_of_an_undated_report_stay_two() -> None:
    monday, friday = undated("on Monday"), undated("on Friday")
    assert merged(mention("a", monday, PORT), mention("a", friday, PORT, start=90)) == 2
    assert merged(mention("a", monday, PORT), mention("a", undated("Monday's"), PORT, start=90)) == 1


def test_without_day_and_spot_nothing_is_merged() -> None:
    assert merged(mention("a", nation("Xania", "XA")), mention("a", nation("Xania", "XA"), start=90)) == 2


def test_an_answer_elsewhere_is_not_what_it_answers() -> None:
    first = mention("a", day("2020-05-04"), PORT)
    second = mention("a", day("2020-05-04"), PORT, start=90)
    near = mention("a", day("2020-05-04"), site("Quay", 10.1, 20.0), start=90)
    pair = [frozenset((first.mention_id, one.mention_id)) for one in (second, near)]
    assert len(merge((first, near), [pair[1]])[0]) == 2
    assert len(merge((first, near))[0]) == 1
