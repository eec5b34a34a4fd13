"""Promises of reconciling, for any accounts: order, completeness, order of figures, receipts."""

from collections import Counter
from random import Random
from typing import get_args

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from annals.link import link
from annals.model import Account, Claim, Field, Incident, Report, Speaker, Stance
from annals.model.claim import Currency
from annals.model.cluster import Cluster
from annals.model.incident import ClaimState
from annals.model.rules import RULE_SETS, RuleSet
from annals.reconcile import draft, explain, incident_id, reconcile, redraw
from annals.reconcile.case import open_case
from annals.reconcile.counts import CountRuling, rule_count
from tests.mentions import (
    SHELLING,
    Said,
    account,
    by_id,
    day,
    days,
    kind_of_event,
    mention,
    munition,
    nation,
    party,
    region,
    report,
    site,
    target,
    toll,
    undated,
    weapon,
)

# The nightly profile asks for more cases than these.
FEW = settings(max_examples=max(100, settings().max_examples))
MANY = settings(max_examples=max(300, settings().max_examples))

COUNTS: tuple[Field, ...] = ("killed", "wounded", "missing", "abducted")
MUNITIONS: tuple[Field, ...] = ("fired", "hit", "intercepted")
STANCES: tuple[Stance, ...] = get_args(Stance)


@st.composite
def _ends(draw: st.DrawFn) -> tuple[int | None, int | None]:
    low, more = draw(st.none() | st.integers(0, 9)), draw(st.none() | st.integers(0, 9))
    return low, None if more is None else (low or 0) + more


@st.composite
def _counts(draw: st.DrawFn) -> Said:
    low, high = draw(_ends())
    population = draw(st.sampled_from([None, "soldiers", "children"]))
    said = toll(draw(st.sampled_from(COUNTS)), low, high, population=population, part=draw(st.booleans()))
    speaker = draw(st.sampled_from([Speaker(), Speaker(name="the ministry", anonymous=False)]))
    return said._replace(
        speaker=speaker,
        hedge=draw(st.sampled_from([None, None, "about"])),
        currency=draw(st.sampled_from(get_args(Currency))),
    )


@st.composite
def _munitions(draw: st.DrawFn) -> Said:
    low, high = draw(_ends())
    return munition(draw(st.sampled_from(MUNITIONS)), low, high, draw(st.sampled_from([None, "rocket", "drone"])))


CLAIMS = st.lists(
    st.one_of(
        _counts(),
        _munitions(),
        st.sampled_from(
            [
                day("2020-03-02"),
                day("2020-03-03"),
                days("2020-03-01", None),
                days("2020-03-01", "2020-03-04"),
                days("2020-03-05", "2020-03-05", basis="publication"),
                undated("on Monday"),
                undated("3 March", "XXXX-03-03"),
                site("Camp Harrow", 10.0, 20.0),
                site("Oxley", 15.0, 20.0),
                region("North"),
                nation("Arden", "XA"),
                nation("Boria", "XB"),
                weapon("rocket", 122.0),
                weapon("projectile"),
                weapon(None),
                weapon("drone"),
                target("the mess hall", "military"),
                target("hall"),
                kind_of_event(SHELLING),
                kind_of_event("Attack"),
                kind_of_event("Peaceful protest"),
            ]
        ),
        st.sampled_from(STANCES).map(lambda stance: party("Dawn Front", stance)),
    ),
    max_size=9,
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Account], list[Report], dict[str, str]]:
    names = [f"r{n}" for n in range(draw(st.integers(1, 6)))]
    accounts = [
        account(*(mention(name, *draw(CLAIMS), start=100 * k) for k in range(draw(st.integers(1, 2)))))
        for name in names
    ]
    reports = [
        report(
            name,
            published=draw(st.sampled_from([None, "2020-03-03", "2020-03-04T06:00:00Z", "2020-03"])),
            publisher=draw(st.sampled_from([None, "The Courier"])),
        )
        for name in names
    ]
    origins = {accounts[1].report_id: accounts[0].report_id} if len(names) > 1 and draw(st.booleans()) else {}
    return accounts, reports, origins


def records(
    accounts: list[Account], reports: list[Report], origins: dict[str, str], rules: RuleSet = "representative"
) -> list[Incident]:
    published = {r.report_id: r.published for r in reports}
    clusters = link(accounts, origins=origins, published=published)
    return reconcile(clusters, accounts, by_id(*reports), origins, rules=rules)


@given(worlds(), st.sampled_from(RULE_SETS), st.randoms())
@FEW
def test_the_order_of_the_accounts_does_not_matter(
    world: tuple[list[Account], list[Report], dict[str, str]], rules: RuleSet, random: Random
) -> None:
    accounts, reports, origins = world
    shuffled = list(accounts)
    random.shuffle(shuffled)
    first = msgspec.json.encode(records(accounts, reports, origins, rules))
    assert msgspec.json.encode(records(shuffled, reports[::-1], origins, rules)) == first


@given(worlds())
@FEW
def test_every_claim_stands_in_exactly_one_record_with_state_and_reason(
    world: tuple[list[Account], list[Report], dict[str, str]],
) -> None:
    incidents = records(*world)
    told = Counter(claim.claim_id for a in world[0] for m in a.mentions for claim in m.claims)
    assert Counter(claim.claim_id for i in incidents for claim in i.claims) == told
    for claim in (claim for i in incidents for claim in i.claims):
        assert claim.state in get_args(ClaimState)
        assert claim.reason.strip()


@given(worlds(), st.sampled_from(RULE_SETS))
@FEW
def test_numbers_are_in_order_and_a_silent_field_has_none(
    world: tuple[list[Account], list[Report], dict[str, str]], rules: RuleSet
) -> None:
    for incident in records(*world, rules):
        spans = [span for w in incident.weapons for span in (w.fired, w.hit)]
        tolls = [incident.killed, incident.wounded, incident.missing, incident.abducted]
        ends = [(f.low, f.best, f.high) for f in tolls] + [(span.low, span.best, span.high) for span in spans]
        for three in ends:
            known = [n for n in three if n is not None]
            assert known == sorted(known)
        for field in COUNTS:
            figure = getattr(incident, field)
            if figure.state != "reported":
                assert (figure.low, figure.best, figure.high) == (None, None, None)
            if figure.state == "not_reported":
                assert not [c for c in incident.claims if c.field == field]


@given(worlds())
@FEW
def test_every_value_has_a_claim_of_its_field(world: tuple[list[Account], list[Report], dict[str, str]]) -> None:
    for incident in records(*world):
        told = {claim.field for claim in incident.claims}
        values = {
            "date": incident.date.edtf or incident.date.start,
            "place": incident.place.name or incident.place.country,
            "event_type": incident.event_type,
            "weapon": incident.weapons,
            "fired": any(w.fired.low is not None or w.fired.high is not None for w in incident.weapons),
            "hit": any(w.hit.low is not None or w.hit.high is not None for w in incident.weapons),
            "target": incident.targets,
            "perpetrator": incident.actors,
        }
        assert {field for field, value in values.items() if value} <= told
        assert set(incident.disagreements) <= told
        known = {r.report_id for r in incident.reports}
        assert {claim.report_id for claim in incident.claims} <= known


@given(worlds())
@FEW
def test_an_explanation_holds_every_claim_of_its_field(
    world: tuple[list[Account], list[Report], dict[str, str]],
) -> None:
    for incident in records(*world):
        for field in {claim.field for claim in incident.claims}:
            told = explain(incident, field)
            held = [*told.support, *told.dissent, *told.superseded, *told.set_aside]
            assert len(held) == len([claim for claim in incident.claims if claim.field == field])


@given(worlds(), CLAIMS)
@FEW
def test_an_id_once_given_leads_to_the_incident_of_its_mention_when_reports_are_added(
    world: tuple[list[Account], list[Report], dict[str, str]], said: list[Said]
) -> None:
    accounts, reports, origins = world
    before = records(accounts, reports, origins)
    later = account(mention("later", *said))
    after = records([*accounts, later], [*reports, report("later", published="2020-03-01")], origins)
    ids = [name for i in after for name in (i.incident_id, *i.aliases)]
    assert len(ids) == len(set(ids))
    assert {name for i in before for name in (i.incident_id, *i.aliases)} <= set(ids)


ONE_TOLL = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from([None, "2020-03-03", "2020-03-04"]), _counts()), max_size=7
).map(lambda told: [(name, day, said._replace(field="killed")) for name, day, said in told])


def _killed(told: list[tuple[str, str | None, Said]], origins: dict[str, str], rules: RuleSet) -> CountRuling:
    days = {name: published for name, published, _ in told}
    mentions = [mention(name, said, start=100 * n) for n, (name, _, said) in enumerate(told)]
    reports = [report(name, published=published) for name, published in days.items()]
    return rule_count(list(open_case(mentions, by_id(*reports), origins).heard), rules)


@given(ONE_TOLL, st.sampled_from(RULE_SETS))
@MANY
def test_a_reprint_changes_no_figure(told: list[tuple[str, str | None, Said]], rules: RuleSet) -> None:
    copied = [("copy", day, said) for name, day, said in told if name == "a"]
    days = {name: day for name, day, _ in told}
    copied = [(name, days["a"], said) for name, _, said in copied]
    origins = {report("copy").report_id: report("a").report_id}
    alone, reprinted = _killed(told, {}, rules).figure, _killed([*told, *copied], origins, rules).figure
    assert (alone.low, alone.best, alone.high) == (reprinted.low, reprinted.best, reprinted.high)


@given(ONE_TOLL, st.sampled_from(RULE_SETS))
@MANY
def test_a_claim_that_agrees_with_all_makes_no_disagreement(
    told: list[tuple[str, str | None, Said]], rules: RuleSet
) -> None:
    ruling = _killed(told, {}, rules)
    best = ruling.figure.best
    if best is None or any(r.state == "dissents" for r in ruling.rulings.values()):
        return
    agreeing = _killed([*told, ("d", None, toll("killed", best))], {}, rules)
    assert agreeing.disagrees == ruling.disagrees


@given(ONE_TOLL)
@MANY
def test_the_rule_set_decides_neither_what_is_live_nor_what_contradicts(
    told: list[tuple[str, str | None, Said]],
) -> None:
    ruled = [_killed(told, {}, rules) for rules in RULE_SETS]
    assert len({(r.figure.low, r.figure.high, r.figure.state, r.disagrees) for r in ruled}) == 1
    assert len({tuple(p for p, ruling in r.rulings.items() if ruling.state == "set_aside") for r in ruled}) == 1
    bests = [r.figure.best for r in ruled if r.figure.best is not None]
    assert bests == sorted(bests)


@given(worlds())
@FEW
def test_merging_and_splitting_again_gives_the_claims_back(
    world: tuple[list[Account], list[Report], dict[str, str]],
) -> None:
    accounts, reports, origins = world
    mentions = [m for a in accounts for m in a.mentions]
    parts = [mentions[::2], mentions[1::2]]
    clusters = [Cluster(mention_ids=tuple(m.mention_id for m in part)) for part in parts if part]
    before = reconcile(clusters, accounts, by_id(*reports), origins)
    together = Cluster(mention_ids=tuple(m.mention_id for m in mentions))
    (merged,) = reconcile([together], accounts, by_id(*reports), origins)
    assert {c.claim_id for c in merged.claims} == {c.claim_id for i in before for c in i.claims}
    assert reconcile(clusters, accounts, by_id(*reports), origins) == before


@given(worlds())
@FEW
def test_one_cluster_makes_its_record_from_its_own_reports_alone(
    world: tuple[list[Account], list[Report], dict[str, str]],
) -> None:
    accounts, reports, origins = world
    mentions = {m.mention_id: m for a in accounts for m in a.mentions}
    for incident in records(*world):
        own = [m for m in mentions.values() if incident_id(m.mention_id) in (incident.incident_id, *incident.aliases)]
        listed = {r.report_id for r in incident.reports}
        alone = draft(
            own,
            [a for a in accounts if a.report_id in listed],
            by_id(*(r for r in reports if r.report_id in listed)),
            origins,
        )
        assert alone == msgspec.structs.replace(incident, links=(), tallies=())


@given(worlds(), st.sampled_from(RULE_SETS))
@FEW
def test_a_record_redrawn_is_the_one_that_reconciling_under_that_set_makes(
    world: tuple[list[Account], list[Report], dict[str, str]], rules: RuleSet
) -> None:
    accounts, reports, _ = world
    first, other = records(*world), records(*world, rules)
    redrawn = redraw(first, accounts, by_id(*reports), (), rules)
    assert [msgspec.structs.replace(i, links=(), tallies=()) for i in redrawn] == [
        msgspec.structs.replace(i, links=(), tallies=()) for i in other
    ]


def test_a_claim_read_from_json_is_ruled_like_the_one_it_was() -> None:
    (claim,) = mention("a", toll("killed", 3)).claims
    assert msgspec.json.decode(msgspec.json.encode(claim), type=Claim) == claim
