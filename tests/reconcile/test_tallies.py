"""Stated counts against the ledger."""

import pytest

from annals.model import Incident, Quote
from annals.model.claim import AccountTally
from annals.model.cluster import Cluster
from annals.reconcile import reconcile
from tests.mentions import SHELLING, account, day, days, kind_of_event, mention, nation, toll, undated, weapon

QUOTE = Quote(start=0, end=5, exact="third")


def stated(low: int | None, high: int | None, report_id: str, *mentions: str, **more: object) -> AccountTally:
    scope: dict[str, object] = {"country": "XA", "weapons": ("rocket",), "start": "2020-03-01", "end": "2020-03-31"}
    return AccountTally(
        report_id=report_id,
        quote=QUOTE,
        words="third",
        what="rocket attacks",
        low=low,
        high=high,
        mentions=mentions,
        **(scope | more),  # type: ignore[arg-type]
    )


def ledger(low: int | None, high: int | None, *, undated_too: bool = False, **more: object) -> list[Incident]:
    """Three rocket attacks in March in Arden, one in May, one with a drone, one in Boria; the tally names the first."""
    arden, event = nation("Arden", "XA"), kind_of_event(SHELLING)
    mentions = [mention(f"m{n}", day(f"2020-03-{n:02d}"), arden, weapon("rocket"), event) for n in (2, 9, 20)]
    mentions += [
        mention("may", day("2020-05-02"), arden, weapon("rocket"), event),
        mention("drone", day("2020-03-02"), arden, weapon("drone"), event),
        mention("boria", day("2020-03-02"), nation("Boria", "XB"), weapon("rocket"), event),
    ]
    if undated_too:
        mentions.append(mention("unknown", undated("recently"), arden, weapon("rocket"), event))
    first = mentions[0]
    tally = stated(low, high, first.report_id, first.mention_id, **more)
    accounts = [account(first, tallies=(tally,)), *(account(m) for m in mentions[1:])]
    clusters = [Cluster(mention_ids=(m.mention_id,)) for m in mentions]
    return reconcile(clusters, accounts, {}, {})


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (3, 3, "agrees"),
        (2, 2, "ledger_has_more"),
        (9, 9, "ledger_has_fewer"),
        (3, None, "agrees"),
        (None, None, "cannot_tell"),
    ],
)
def test_the_verdict(low: int | None, high: int | None, verdict: str) -> None:
    (tally,) = [t for i in ledger(low, high) for t in i.tallies]
    assert (tally.counted, len(tally.incidents), tally.verdict) == (3, 3, verdict)


def test_an_undated_incident_may_decide_it() -> None:
    (tally,) = [t for i in ledger(4, 4, undated_too=True) for t in i.tallies]
    assert (tally.counted, tally.verdict) == (3, "cannot_tell")


def test_a_long_incident_that_reaches_into_the_window_may_fit() -> None:
    arden, event = nation("Arden", "XA"), kind_of_event(SHELLING)
    ours = mention("ours", day("2020-03-02"), arden, weapon("rocket"), event)
    # All of winter: begins more than a month before the window, and ends within it.
    winter = mention("winter", days("2019-12-21", "2020-03-04"), arden, weapon("rocket"), event)
    autumn = mention("autumn", days("2019-09-21", "2019-12-20"), arden, weapon("rocket"), event)
    tally = stated(2, 2, ours.report_id, ours.mention_id)
    accounts = [account(ours, tallies=(tally,)), account(winter), account(autumn)]
    clusters = [Cluster(mention_ids=(m.mention_id,)) for m in (ours, winter, autumn)]
    (told,) = [t for i in reconcile(clusters, accounts, {}, {}) for t in i.tallies]
    assert (told.counted, told.verdict) == (1, "cannot_tell")
    assert "1 more may fit" in told.reason


def test_a_count_of_no_told_scope_cannot_be_told() -> None:
    incidents = ledger(3, 3, country=None, weapons=(), start=None, end=None)
    (tally,) = [t for i in incidents for t in i.tallies]
    assert tally.verdict == "cannot_tell"


def test_a_tally_that_names_no_event_goes_to_the_first_that_its_report_reports() -> None:
    old = mention("a", prominence="recalled", start=0)
    new = mention("a", start=50)
    told = account(old, new, tallies=(stated(3, 3, old.report_id),))
    clusters = [Cluster(mention_ids=(m.mention_id,)) for m in (old, new)]
    incidents = {i.incident_id[1:]: i for i in reconcile(clusters, [told], {}, {})}
    assert len(incidents[new.mention_id[1:]].tallies) == 1
    assert incidents[old.mention_id[1:]].tallies == ()


def test_fewer_says_how_many_are_unreported() -> None:
    (tally,) = [t for i in ledger(9, 9, undated_too=True) for t in i.tallies]
    assert (tally.verdict, tally.counted, tally.maybe, tally.missing) == ("ledger_has_fewer", 3, 1, 5)
    assert "at least 5 unreported here" in tally.reason


def test_more_than_an_implied_scope_states_is_no_contradiction() -> None:
    (tally,) = [t for i in ledger(2, 2, implied=("place",)) for t in i.tallies]
    assert (tally.counted, tally.verdict) == (3, "cannot_tell")


def test_an_implied_kind_may_be_another() -> None:
    (tally,) = [t for i in ledger(4, 4, implied=("kind",)) for t in i.tallies]
    assert (tally.counted, tally.maybe, tally.verdict) == (3, 1, "cannot_tell")


def test_a_general_weapon_counts_the_special_ones() -> None:
    (tally,) = [t for i in ledger(1, 1, weapons=("bomb",)) for t in i.tallies]
    # The incident that the report names always counts; no other one was done with a bomb.
    assert tally.counted == 1
    arden, event = nation("Arden", "XA"), kind_of_event(SHELLING)
    cars = [mention(f"c{n}", day(f"2020-03-{n:02d}"), arden, weapon("car_bomb"), event) for n in (3, 5)]
    told = stated(2, 2, cars[0].report_id, cars[0].mention_id, weapons=("bomb",))
    accounts = [account(cars[0], tallies=(told,)), account(cars[1])]
    clusters = [Cluster(mention_ids=(m.mention_id,)) for m in cars]
    (tally,) = [t for i in reconcile(clusters, accounts, {}, {}) for t in i.tallies]
    assert (tally.counted, tally.verdict) == (2, "agrees")


@pytest.mark.parametrize(
    ("others", "verdict", "counted"),
    [([3], "agrees", 0), ([3, 12], "ledger_has_more", 1), ([3, None], "cannot_tell", 0)],
)
def test_a_superlative_looks_for_what_was_worse(others: list[int | None], verdict: str, counted: int) -> None:
    arden, event = nation("Arden", "XA"), kind_of_event(SHELLING)
    ours = mention("ours", day("2020-03-20"), arden, weapon("rocket"), event, toll("killed", 8))
    rest = [
        mention(
            f"m{n}", day("2020-03-02"), arden, weapon("rocket"), event, *([toll("killed", number)] if number else [])
        )
        for n, number in enumerate(others)
    ]
    tally = stated(None, None, ours.report_id, ours.mention_id, form="most", deadly=True)
    accounts = [account(ours, tallies=(tally,)), *(account(m) for m in rest)]
    clusters = [Cluster(mention_ids=(m.mention_id,)) for m in (ours, *rest)]
    (told,) = [t for i in reconcile(clusters, accounts, {}, {}) for t in i.tallies]
    assert (told.verdict, told.counted, len(told.incidents)) == (verdict, counted, counted)


def test_the_first_since_then_may_look_back_to_that_time() -> None:
    # "The first since March": what happened in March is what it looks back to.
    (tally,) = [t for i in ledger(1, 1, end="2020-05-31", afresh="2020-04-01") for t in i.tallies]
    assert (tally.counted, tally.maybe, tally.verdict) == (2, 2, "ledger_has_more")
