"""The laid-out census against looking at every incident."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from annals.model import Incident, Quote
from annals.model.claim import AccountTally
from annals.model.cluster import Cluster
from annals.reconcile import reconcile
from annals.reconcile.census import Census, Sought
from tests.cases import cases
from tests.mentions import SHELLING, account, days, kind_of_event, mention, nation, undated, weapon

DAY = st.integers(0, 120).map(lambda n: (date(2020, 1, 1) + timedelta(n)).isoformat())
OPEN = st.none() | DAY
COUNTRY = st.sampled_from([None, "XA", "XB"])
KIND = st.sampled_from([None, "rocket", "drone"])
EVENT = st.tuples(OPEN, OPEN, COUNTRY, KIND).filter(lambda told: not (told[0] and told[1]) or told[0] <= told[1])


def that_fit(incidents: Sequence[Incident], tally: AccountTally) -> tuple[set[str], set[str]]:
    """Ids of the incidents that are counted, and of those that may be."""
    fits = Census(incidents).fits(Sought(tally))
    sure = {counted.incident_id for counted, fit in fits if fit == "yes"}
    return sure, {counted.incident_id for counted, _ in fits} - sure


@cases(60)
@given(st.lists(EVENT, max_size=12), OPEN, OPEN, COUNTRY, st.sets(st.sampled_from(["rocket", "drone"])))
def test_laying_out_loses_none(
    events: list[tuple[str | None, str | None, str | None, str | None]],
    start: str | None,
    end: str | None,
    country: str | None,
    weapons: set[str],
) -> None:
    mentions = []
    for number, (first, last, where, kind) in enumerate(events):
        told = [days(first, last) if first or last else undated("lately"), kind_of_event(SHELLING)]
        told += [nation(f"Land {where}", where)] if where else []
        told += [weapon(kind)] if kind else []
        mentions.append(mention(f"r{number}", *told))
    clusters = [Cluster(mention_ids=(m.mention_id,)) for m in mentions]
    incidents = reconcile(clusters, [account(m) for m in mentions], {}, {})
    quote = Quote(start=0, end=5, exact="third")
    tally = AccountTally(
        report_id="r0", quote=quote, words="third", what="attacks",
        country=country, weapons=tuple(sorted(weapons)), start=start, end=end,
    )  # fmt: skip
    sure, perhaps = that_fit(incidents, tally)
    alone = [that_fit([incident], tally) for incident in incidents]
    assert sure == set().union(*(one for one, _ in alone))
    assert perhaps == set().union(*(one for _, one in alone))
    for incident in incidents:
        first, last = incident.date.start or "0000", incident.date.end or "9999"
        apart = first > (end or "9999") or last < (start or "0000")
        assert not (apart and incident.incident_id in sure | perhaps)
        if not apart and not country and not weapons:
            assert incident.incident_id in sure | perhaps
