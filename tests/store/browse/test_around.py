from pathlib import Path

import pytest

from annals.errors import NotFoundError
from annals.model import Incident, Judgement, Review
from annals.model.derived import Derived, Home
from annals.store.browse import Browse, Query
from annals.store.browse.rows import actor_key
from annals.store.store import Store
from bench import made_ledger
from tests.records import shelling


def test_ties_are_seen_from_both_ends(browse: Browse, incidents: list[Incident]) -> None:
    linked = [incident for incident in incidents if incident.links]
    assert linked
    for incident in linked:
        around = browse.around(incident.incident_id)
        assert [tie.link for tie in around.answers] == sorted(incident.links, key=lambda link: link.to)
        for tie in around.answers:
            back = browse.around(tie.target.incident_id).answered_by
            assert incident.incident_id in [other.source.incident_id for other in back]
    everything = {(t.source.incident_id, t.target.incident_id) for t in browse.ties()}
    assert everything == {(i.incident_id, link.to) for i in linked for link in i.links}
    assert len(browse.ties(most=3)) == 3


def test_ties_have_both_ends_among_what_is_picked(browse: Browse, incidents: list[Incident]) -> None:
    query = Query(grade=("corroborated",))
    picked = {incident.incident_id for incident in browse.each(query)}
    expected = {(i.incident_id, k.to) for i in incidents for k in i.links if {i.incident_id, k.to} <= picked}
    assert {(t.source.incident_id, t.target.incident_id) for t in browse.ties(query)} == expected


def test_an_incident_knows_the_tallies_that_count_it(browse: Browse, incidents: list[Incident]) -> None:
    holders = [incident for incident in incidents if incident.tallies]
    assert holders
    for holder in holders:
        for counted in holder.tallies[0].incidents:
            found = browse.around(counted).counted_in
            assert holder.incident_id in [place.holder.incident_id for place in found]


def test_doubts_stand_at_both_incidents_with_their_evidence(browse: Browse) -> None:
    for item in browse.queue("pair", size=20).items:
        assert item.pair is not None
        for side in (item.pair.left, item.pair.right):
            assert item.pair in browse.around(side.incident_id).doubts
        assert browse.doubt(item.item_id) == item.pair
        scores = [abs(evidence.score) for evidence in item.pair.evidence]
        assert scores == sorted(scores, reverse=True)
    with pytest.raises(NotFoundError, match="no doubtful pair"):
        browse.doubt("d0")


def test_an_id_leads_on_or_says_what_was_or_what_is_near(browse: Browse, incidents: list[Incident]) -> None:
    several = next(incident for incident in incidents if incident.aliases)
    assert browse.find(several.incident_id).incident == several
    assert browse.find(several.aliases[0]).moved_to == several.incident_id
    near = several.incident_id[:-1] + ("0" if several.incident_id[-1] != "0" else "1")
    with pytest.raises(NotFoundError, match=f"near it: .*{several.incident_id}"):
        browse.find(near)
    with pytest.raises(NotFoundError, match="look for it in the list"):
        browse.find("'; DROP TABLE incidents")
    assert browse.around("i0").answers == ()


def test_the_queue_gives_each_item_once_the_weightiest_first(browse: Browse) -> None:
    totals = browse.queue().totals
    assert totals["pair"]
    assert totals["disagreement"]
    for kind in ("pair", "disagreement", "name", None):
        found, cursor = [], None
        while True:
            page = browse.queue(kind, size=50, cursor=cursor)
            found += [(item.kind, item.item_id) for item in page.items]
            cursor = page.next
            if cursor is None:
                break
        assert len(set(found)) == len(found) == (totals[kind] if kind else sum(totals.values()))


def test_the_register_counts_each_party_once_an_incident(browse: Browse, incidents: list[Incident]) -> None:
    first = browse.actors(size=30)
    rest = browse.actors(size=1000, cursor=first.next)
    rows = [*first.rows, *rest.rows]
    assert len(rows) == first.total == len({row.key for row in rows})
    assert [row.incidents for row in rows] == sorted((row.incidents for row in rows), reverse=True)
    for row in rows[:20]:
        named = [i for i in incidents if row.key in {actor_key(actor) for actor in i.actors}]
        assert row.incidents == len(named) == browse.count(Query(actor=(row.key,)))
        days = sorted(i.date.start for i in named if i.date.start)
        assert (row.first, row.last) == ((days[0], days[-1]) if days else (None, None))
        for standing, count in row.standings.items():
            assert count == browse.count(Query(actor=(row.key,), standing=(standing,)))


def test_a_party_is_shown_with_its_names_and_company(browse: Browse, incidents: list[Incident]) -> None:
    row = browse.actors(size=1).rows[0]
    view = browse.actor(row.key)
    assert [alias.words for alias in view.aliases] == [row.name]
    assert 0 < len(view.aliases[0].reports) <= 5
    for other in view.co_actors:
        keys = [{actor_key(actor) for actor in incident.actors} for incident in incidents]
        assert other.shared == sum({row.key, other.actor.key} <= found for found in keys)
    assert row.key in [found.key for found in browse.actors(text=row.name.upper()).rows]
    assert browse.actors(text="100%_").total == 0
    with pytest.raises(NotFoundError, match="no party 'nobody'"):
        browse.actor("nobody")


def test_a_report_is_shown_with_what_it_tells(browse: Browse, store: Store) -> None:
    (row,) = browse.reports(size=1).rows
    view = browse.report(row.report_id)
    assert view.report == store.reports_named(row.report_id)[0]
    assert view.account == store.account(row.report_id)
    (incident,) = view.incidents
    assert set(view.mentions.values()) == {incident.incident_id}
    assert [sighting.origin for sighting in view.sightings] == ["made"]
    assert browse.texts([row.report_id, "r0", row.report_id]) == (view.report,)
    with pytest.raises(NotFoundError, match="There is no report 'r0'"):
        browse.report("r0")


def test_runs_are_listed_with_what_they_refused(browse: Browse) -> None:
    page = browse.runs()
    assert (page.total, page.rows[0].incidents) == (1, 400)
    assert browse.run(1).stored == 1500
    with pytest.raises(NotFoundError, match="There is no run 7"):
        browse.run(7)


def test_the_log_is_the_latest_first_and_pages(browse: Browse) -> None:
    first = browse.log(size=300)
    rest = browse.log(size=300, cursor=first.next)
    entries = [*first.entries, *rest.entries]
    assert len(entries) == first.total == 500
    assert [e.judgement.at for e in entries] == sorted((e.judgement.at for e in entries), reverse=True)
    some = entries[0]
    assert some.subject is not None
    assert some in browse.log(some.subject).entries


def test_a_ledger_without_incidents_answers_too(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.db") as store:
        browse = store.browse
        assert browse.page().rows == ()
        assert not browse.map().bins
        assert not browse.map().areas
        assert browse.series().points == ()
        assert [facet.values for facet in browse.facets()] == [()] * 9
        assert not browse.queue().items
        assert not browse.actors().rows
        assert not browse.reports().rows
        assert browse.summary().last_run is None


def test_the_name_of_the_state_changes_with_it(tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    made_ledger.make(path, 20, 40)
    with Store.open(path) as store:
        first = store.browse.generation()
        assert store.browse.generation() == first
        run = store.start_run("made 2")
        second = store.browse.generation()
        assert store.browse.summary().last_run is not None
        (judgement, *_) = store.judgements()
        store.judge(judgement)
        assert store.browse.generation() == second, "an equal judgement changes nothing"
        assert len({first, second}) == 2
        assert run == 2
        assert store.browse.summary().reports == 40


def test_a_type_that_a_person_set_awaits_no_review(tmp_path: Path) -> None:
    """The claims are of the event type, what a person sets is the sub-type."""
    told = Home(mention_id="m0123456789abcdef", own_id="i0123456789abcdef", incident_id="i0123456789abcdef")
    decided = Judgement(
        judgement_id="j1",
        kind="override",
        subject=told.mention_id,
        field="sub_event_type",
        value='"Attack"',
        by="ana",
        at="2024-01-01T00:00:00+00:00",
        reason="as told",
    )
    with Store.open(tmp_path / "a.db") as store:
        store.replace_incidents(
            Derived(incidents=(shelling(disagreements=("event_type",)),), homes=(told,)), store.basis().fingerprint
        )
        assert store.browse.queue().totals["disagreement"] == 1
        store.judge(decided)
        assert store.browse.queue().totals["disagreement"] == 0, "not derived yet, and known all the same"
        reviewed = shelling(disagreements=("event_type",), review=Review(status="reviewed", judgements=("j1",)))
        store.replace_incidents(Derived(incidents=(reviewed,), homes=(told,)), store.basis().fingerprint)
        assert store.browse.queue().totals["disagreement"] == 0
