from annals.model import Incident, Mention, Report
from annals.model.cluster import Cluster
from annals.model.ids import content_id
from annals.reconcile import explain, reconcile
from annals.reconcile.course import course_of
from annals.reconcile.redraw import redraw
from tests.mentions import SHELLING, account, by_id, day, kind_of_event, mention, munition, report, site, toll

CAMP, FORT = site("Camp Harrow", 10.0, 20.0), site("Fort Lind", 14.0, 20.0)
FIRST = report("first", published="2020-03-02", publisher="The Courier")
SECOND = report("second", published="2020-03-02", publisher="The Courier")
THIRD = report("third", published="2020-03-03", publisher="The Courier")
OTHER = report("other", published="2020-03-02", publisher="The Echo")
REPORTS = (FIRST, SECOND, THIRD, OTHER)
LATER = {FIRST.report_id: {SECOND.report_id, THIRD.report_id}, SECOND.report_id: {THIRD.report_id}}


def one(*mentions: Mention, origins: dict[str, str] | None = None, reports: tuple[Report, ...] = REPORTS) -> Incident:
    cluster = Cluster(mention_ids=tuple(sorted(m.mention_id for m in mentions)))
    accounts = [account(m) for m in mentions]
    (incident,) = reconcile([cluster], accounts, by_id(*reports), origins or {}, later=LATER)
    (again,) = redraw([incident], accounts, by_id(*reports), (), "representative")
    assert again == incident, "drawn again by the same rules"
    return incident


def states(incident: Incident, field: str) -> dict[str, str]:
    """Report -> state of its claim."""
    names = {r.report_id: r.text for r in REPORTS}
    return {names[c.report_id]: c.state for c in incident.claims if c.field == field}


def test_the_record_names_the_next_version_of_each_report() -> None:
    incident = one(mention("first"), mention("second"), mention("third"), mention("other"))
    found = {r.report_id: r.superseded_by for r in incident.reports}
    assert found == {
        FIRST.report_id: SECOND.report_id,
        SECOND.report_id: THIRD.report_id,
        THIRD.report_id: None,
        OTHER.report_id: None,
    }
    alone = one(mention("first"), mention("third"))
    assert {r.superseded_by for r in alone.reports} == {THIRD.report_id, None}


def test_a_later_version_of_the_same_day_supersedes_the_figure_and_says_so() -> None:
    incident = one(mention("first", toll("killed", 12)), mention("second", toll("killed", 9)))
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == (9, 9, 9)
    assert states(incident, "killed") == {"first": "superseded", "second": "supports"}
    assert incident.disagreements == ()
    (superseded,) = explain(incident, "killed").superseded
    assert superseded.reason == "A later version of this report gives 9 (published 2020-03-02)."
    steps = {step.low: step for step in course_of(incident, "killed").steps}
    assert (steps[12].replaced_by, steps[9].replaced_by) == (steps[9].claim_id, None)


def test_what_the_later_version_tells_otherwise_is_superseded_and_what_it_leaves_out_stands() -> None:
    old = mention("first", CAMP, day("2020-03-01"), kind_of_event(SHELLING), munition("fired", 4), toll("wounded", 3))
    new = mention("second", FORT, day("2020-02-29"), kind_of_event("Armed clash"), munition("fired", 6))
    incident = one(old, new)
    assert incident.place.name == "Fort Lind"
    assert incident.date.edtf == "2020-02-29"
    assert incident.sub_event_type == "Armed clash"
    for field in ("place", "date", "event_type", "fired"):
        assert states(incident, field)["first"] == "superseded", field
    assert incident.wounded.best == 3
    assert incident.disagreements == ()
    reasons = {c.reason for c in incident.claims if c.state == "superseded"}
    assert reasons == {"A later version of this report tells it otherwise (published 2020-03-02)."}


def test_what_both_versions_tell_supports_and_another_outlet_still_dissents() -> None:
    incident = one(
        mention("first", CAMP, day("2020-03-01")),
        mention("third", CAMP, day("2020-03-01")),
        mention("other", FORT),
    )
    assert states(incident, "place") == {"first": "supports", "third": "supports", "other": "dissents"}
    assert incident.disagreements == ("place",)


def test_versions_of_one_story_are_one_origin_with_their_reprints() -> None:
    a, b, c = mention("first", CAMP), mention("second", CAMP), mention("other", CAMP)
    incident = one(a, b, c, origins={OTHER.report_id: FIRST.report_id})
    assert incident.corroboration.grade == "single source"
    told = "One origin in 3 reports, 1 of them a reprint, 1 of them superseded by later versions."
    assert incident.corroboration.grade_reason == told
    copied = one(a, b, origins={SECOND.report_id: FIRST.report_id})
    assert {r.copy_of for r in copied.reports} == {None}, "a version of one's own story is no reprint"
    swapped = one(a, b, origins={FIRST.report_id: SECOND.report_id})
    assert {r.copy_of for r in swapped.reports} == {None}, "nor the other way round"
    assert one(a, c).corroboration.origins == 2


def test_reports_that_are_no_versions_are_as_before() -> None:
    x = report("x", published="2020-03-02", publisher="The Courier")
    incident = one(mention("x", toll("killed", 12)), mention("other", toll("killed", 9)), reports=(x, OTHER))
    assert incident.disagreements == ("killed",)
    assert incident.reports[0].report_id in {content_id("r", "x"), content_id("r", "other")}
