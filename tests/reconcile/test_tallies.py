"""Stated counts against the ledger."""

import pytest

from annals.model import Incident, Quote
from annals.model.claim import AccountTally
from annals.model.cluster import Cluster
from annals.reconcile import reconcile
from tests.mentions import SHELLING, account, day, days, kind_of_event, mention, nation, undated, weapon

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
