"""A toll over time: the order of telling, what replaced what, and how the record stood."""

from annals.model import Incident, Report
from annals.model.cluster import Cluster
from annals.reconcile import reconcile
from annals.reconcile.course import Stood, course_of
from tests.mentions import Said, account, by, by_id, mention, report, toll


def record(told: list[tuple[str, Said]], *reports: Report) -> Incident:
    mentions = [mention(name, said, start=100 * n) for n, (name, said) in enumerate(told)]
    accounts = {m.report_id: account(*(o for o in mentions if o.report_id == m.report_id)) for m in mentions}
    cluster = Cluster(mention_ids=tuple(m.mention_id for m in mentions))
    (found,) = reconcile([cluster], list(accounts.values()), by_id(*reports), {})
    return found


def test_figures_stand_in_the_order_told_and_name_what_replaced_them() -> None:
    ministry = "the health ministry"
    incident = record(
        [
            ("late", by(toll("killed", 15), ministry)),
            ("early", by(toll("killed", 12), ministry)),
            ("undated", toll("killed", 14)),
            ("early", toll("killed", 2, part=True)),
        ],
        report("early", published="2020-03-02"),
        report("late", published="2020-03-04"),
    )
    course = course_of(incident, "killed")
    assert [(step.low, step.published, step.part) for step in course.steps] == [
        (12, "2020-03-02", False),
        (2, "2020-03-02", True),
        (15, "2020-03-04", False),
        (14, None, False),
    ]
    assert course.steps[0].state == "superseded"
    assert course.steps[0].replaced_by == course.steps[2].claim_id
    assert [step.replaced_by for step in course.steps[1:]] == [None, None, None]


def test_the_record_as_it_stood_knows_only_what_was_published_then() -> None:
    reports = [report(name, published=f"2020-03-0{day}", publisher="One") for name, day in (("a", 2), ("b", 3))]
    reports.append(report("c", published="2020-03-05", publisher="Two"))
    incident = record([("a", toll("killed", 12)), ("b", toll("killed", 15)), ("c", toll("killed", 15))], *reports)
    assert course_of(incident, "killed").stood == (
        Stood(until="2020-03-02", low=12, best=12, high=12),
        Stood(until="2020-03-03", low=15, best=15, high=15),
    )


def test_what_was_former_when_first_told_never_stood() -> None:
    said = [("a", toll("killed", 12)._replace(currency="former")), ("a", toll("killed", 15))]
    course = course_of(record(said, report("a", published="2020-03-02")), "killed")
    assert course.steps[0].replaced_by == course.steps[1].claim_id
    assert [(stood.low, stood.high) for stood in course.stood] == [(15, 15)]


def test_a_figure_that_was_taken_back_was_replaced_by_none() -> None:
    said = [("a", toll("killed", 110)._replace(currency="withdrawn")), ("a", toll("killed", 43))]
    (withdrawn, _) = course_of(record(said, report("a", published="2020-03-02")), "killed").steps
    assert (withdrawn.state, withdrawn.replaced_by) == ("superseded", None)


def test_a_field_that_is_no_toll_has_no_course() -> None:
    incident = record([("a", toll("killed", 12))])
    assert course_of(incident, "date").steps == ()
    assert course_of(incident, "wounded").steps == ()
    assert course_of(incident, "killed").stood == ()
