"""One incident told by two reports, whatever their dates."""

from annals.link import shared_incidents
from annals.model import Account
from tests.mentions import account, day, mention, party, site, toll, undated, weapon

BASE = site("Harrow Base", 33.0, 44.0)


def told(name: str, *more: object) -> Account:
    return account(mention(name, BASE, toll("killed", 14), weapon("rocket", 107.0), *more))  # type: ignore[arg-type]


def test_what_agrees_but_for_the_date_is_one_incident() -> None:
    one, other = told("a", undated("on Monday")), told("b", day("2019-12-09"))
    (found,) = shared_incidents([one, other], {one.report_id}, origins={}, published={})
    assert {found.left, found.right} == {one.mentions[0].mention_id, other.mentions[0].mention_id}


def test_pairs_of_dated_reports_are_not_asked_for() -> None:
    one, other = told("a", day("2019-12-09")), told("b", day("2019-12-09"))
    assert shared_incidents([one, other], set(), origins={}, published={}) == []
    third = account(mention("c", undated("on Monday"), site("Far Base", 10.0, 10.0)))
    assert shared_incidents([one, other, third], {third.report_id}, origins={}, published={}) == []


def test_a_place_alone_is_not_enough() -> None:
    one = account(mention("a", BASE, undated("on Monday")))
    other = account(mention("b", BASE, day("2019-12-09"), party("a militia", "blames")))
    assert shared_incidents([one, other], {one.report_id}, origins={}, published={}) == []
