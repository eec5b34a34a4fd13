"""Whole records: ids, titles, links, review, corroboration."""

import pytest

from annals.errors import NotFoundError
from annals.model import Incident, Judgement, Mention, Quote
from annals.model.claim import AccountResponse, AccountTie
from annals.model.cluster import Cluster
from annals.model.report import Report
from annals.reconcile import explain, reconcile, rules_of
from tests.mentions import (
    SHELLING,
    account,
    by,
    by_id,
    day,
    judged,
    kind_of_event,
    mention,
    nation,
    party,
    report,
    site,
    target,
    toll,
    undated,
    weapon,
)

CAMP = site("Camp Harrow", 10.0, 20.0)
EVENT = kind_of_event(SHELLING)
QUOTE = Quote(start=0, end=5, exact="avenge"[:5])


def one(
    *mentions: Mention,
    reports: tuple[Report, ...] = (),
    origins: dict[str, str] | None = None,
    judgements: tuple[Judgement, ...] = (),
) -> Incident:
    """The record of one cluster of these mentions."""
    cluster = Cluster(mention_ids=tuple(sorted(m.mention_id for m in mentions)))
    (incident,) = reconcile([cluster], [account(m) for m in mentions], by_id(*reports), origins or {}, judgements)
    return incident


def test_the_id_comes_from_the_mention_published_first_and_the_others_are_aliases() -> None:
    a, b, c = mention("a"), mention("b"), mention("c")
    reports = (report("a", published="2020-03-04"), report("b", published="2020-03-02"), report("c"))
    incident = one(a, b, c, reports=reports)
    assert incident.incident_id == "i" + b.mention_id[1:]
    assert incident.aliases == tuple(sorted("i" + m.mention_id[1:] for m in (a, c)))
    assert [r.report_id for r in incident.reports] == [b.report_id, a.report_id, c.report_id]


@pytest.mark.parametrize(
    ("mention_", "title"),
    [
        (mention("a", EVENT, weapon("rocket"), CAMP, day("2020-03-02")), "Rocket attack at Camp Harrow, 2 March 2020"),
        (mention("a", EVENT, CAMP, undated("on Monday")), "Shelling or missile attack at Camp Harrow, on a Monday"),
        (mention("a", EVENT, weapon("rocket")), "Rocket attack"),
        (mention("a", kind_of_event("Armed clash"), weapon("firearm"), nation("Arden", "XA")), "Armed clash in Arden"),
        (mention("a"), "Incident"),
    ],
)
def test_the_title_holds_what_is_known_and_no_more(mention_: Mention, title: str) -> None:
    assert one(mention_).title == title


def test_every_claim_stands_in_the_record_with_a_state_and_a_reason() -> None:
    a = mention("a", EVENT, CAMP, day("2020-03-02"), weapon("rocket"), toll("killed", 2), target("the mess hall"))
    b = mention("b", party("Dawn Front", "blames"), party(None, "unclaimed"), toll("killed", 3))
    incident = one(a, b)
    assert sorted(c.claim_id for c in incident.claims) == sorted(c.claim_id for m in (a, b) for c in m.claims)
    assert all(c.reason.endswith(".") for c in incident.claims)
    assert incident.disagreements == ("killed",)


def test_the_grade_follows_from_the_origins() -> None:
    a, b, c, d = (mention(name) for name in "abcd")
    copy = {b.report_id: a.report_id}
    assert one(a).corroboration.grade == "single source"
    reprinted = one(a, b, origins=copy)
    assert (reprinted.corroboration.grade, reprinted.corroboration.reports) == ("single source", 2)
    assert [r.copy_of for r in reprinted.reports if r.report_id == b.report_id] == [a.report_id]
    assert one(a, c).corroboration.grade == "two independent origins"
    assert one(a, b, c, d, origins=copy).corroboration.grade == "corroborated"


def test_two_origins_count_for_more_where_they_rest_on_different_kinds_of_speakers() -> None:
    officials = mention("a", by(toll("killed", 3), "police", anonymous=True))
    witnesses = mention("b", by(toll("killed", 4), "residents", anonymous=True))
    graded = one(officials, witnesses).corroboration
    assert graded.grade == "corroborated"
    assert graded.grade_reason == (
        "2 origins in 2 reports, none a reprint of another, and they rest on different kinds of speakers."
        " Speakers: officials, witnesses. They contradict each other on killed."
    )
    more = mention("c", by(toll("killed", 3), "police", anonymous=True))
    assert one(officials, more).corroboration.grade == "two independent origins"


def test_a_claim_of_responsibility_confirms_what_two_origins_tell_unless_contested() -> None:
    claimed, other = mention("a", party("Dawn Front", "claims")), mention("b", toll("killed", 3))
    assert one(claimed, other).corroboration.grade == "confirmed"
    assert one(claimed).corroboration.grade == "single source"
    rival = mention("c", party("River Brigade", "claims"))
    assert one(claimed, other, rival).corroboration.grade == "contested"


def test_a_denial_by_the_accused_makes_it_contested() -> None:
    a, b = mention("a", party("Dawn Front", "blames")), mention("b", party("Dawn Front", "denies"))
    incident = one(a, b)
    assert incident.corroboration.grade == "contested"
    assert incident.disagreements == ("perpetrator",)


def test_a_tie_between_mentions_becomes_a_link_between_their_incidents() -> None:
    cause, answer, other = mention("a", start=0), mention("a", start=50), mention("b")
    planned = mention("a", start=90, realis="planned")
    ties = tuple(
        AccountTie(
            relation=relation, source=source.mention_id, target=to.mention_id, report_id=cause.report_id, quote=QUOTE
        )
        for relation, source, to in (
            ("retaliation_for", answer, cause),
            ("retaliation_for", planned, cause),
            ("follows", answer, cause),
        )
    )
    accounts = [account(cause, answer, planned, ties=ties), account(other)]
    clusters = [
        Cluster(mention_ids=tuple(sorted((cause.mention_id, other.mention_id)))),
        Cluster(mention_ids=(answer.mention_id,)),
    ]
    incidents = reconcile(clusters, accounts, {}, {})
    links = {i.incident_id: i.links for i in incidents if i.links}
    (link,) = links["i" + answer.mention_id[1:]]
    assert len(links) == 1
    assert link.relation == "retaliation_for"
    assert link.to in {i.incident_id for i in incidents}
    assert link.asserted_by == cause.report_id


def test_a_tie_within_one_incident_is_no_link() -> None:
    a, b = mention("a"), mention("b")
    tie = AccountTie(
        relation="same_campaign", source=a.mention_id, target=b.mention_id, report_id=a.report_id, quote=QUOTE
    )
    cluster = Cluster(mention_ids=tuple(sorted((a.mention_id, b.mention_id))))
    (incident,) = reconcile([cluster], [account(a, ties=(tie,)), account(b)], {}, {})
    assert incident.links == ()


def test_responses_go_to_the_incident_that_they_answer() -> None:
    a = mention("a")
    response = AccountResponse(
        category="ACCUSE", actor="the ministry", report_id=a.report_id, quote=QUOTE, mention_id=a.mention_id
    )
    (incident,) = reconcile([Cluster(mention_ids=(a.mention_id,))], [account(a, responses=(response,))], {}, {})
    assert [(r.category, r.actor) for r in incident.responses] == [("ACCUSE", "the ministry")]


def test_a_person_overrides_a_value_and_withdraws_a_record() -> None:
    a = mention("a", toll("killed", 3))
    override = judged("override", a, field="killed", value="4")
    incident = one(a, judgements=(override,))
    assert (incident.killed.best, incident.killed.rule) == (4, "override by ana")
    assert (incident.review.status, incident.review.judgements) == ("reviewed", (override.judgement_id,))
    assert [c.value.low for c in incident.claims if c.field == "killed"] == [3]  # type: ignore[union-attr]
    withdrawn = one(a, judgements=(override, judged("withdraw", a, at=2)))
    assert withdrawn.review.status == "withdrawn"


@pytest.mark.parametrize(("field", "value"), [("killed", '"many"'), ("killed", "{"), ("colour", "3"), ("date", "5")])
def test_an_override_that_cannot_be_applied_is_shown_and_stops_nothing(field: str, value: str) -> None:
    incident = one(
        mention("a", toll("killed", 3)), judgements=(judged("override", mention("a"), field=field, value=value),)
    )
    assert (incident.review.status, incident.killed.best) == ("override_failed", 3)


def test_explain_tells_rule_support_and_dissent() -> None:
    incident = one(mention("a", toll("wounded", 5)), mention("b", toll("wounded", 5)), mention("c", toll("wounded", 6)))
    told = explain(incident, "wounded")
    assert (told.rule, len(told.support), len(told.dissent)) == ("representative", 2, 1)
    assert told.sentences[0] == "wounded: best 5, range 5 to 6."
    assert "Live claims of this field contradict each other." in told.sentences


def test_explain_knows_every_field_and_refuses_others() -> None:
    incident = one(mention("a", EVENT, CAMP, weapon("rocket")))
    for field in (*rules_of(), "weapons", "actors", "targets", "sub_event_type"):
        assert explain(incident, field).sentences
    with pytest.raises(NotFoundError, match="colour"):
        explain(incident, "colour")
