"""A toll over time in words."""

from annals.model.incident import IncidentReport
from annals.reconcile.course import Course, Step, Stood
from annals.show.claims import Sources
from annals.show.course import course_lines, fate_words

REPORT = IncidentReport(
    report_id="r1", title=None, publisher="The Courier", url=None, published="2020-03-02", copy_of=None
)


def step(name: str, low: int, state: str = "supports", by: str | None = None, *, part: bool = False) -> Step:
    return Step(
        claim_id=name,
        report_id="r1",
        published="2020-03-02",
        low=low,
        high=low,
        group=None,
        part=part,
        state=state,  # type: ignore[arg-type]  # one of four words
        reason="For the test.",
        replaced_by=by,
    )


def test_each_figure_says_what_became_of_it() -> None:
    steps = {s.claim_id: s for s in (step("a", 12, "superseded", "b"), step("b", 15), step("c", 9, "superseded"))}
    assert [fate_words(s, steps) for s in steps.values()] == ["superseded by 15, 2 Mar 2020", "stands", "taken back"]
    assert fate_words(step("d", 2, "set_aside", part=True), steps) == "set aside, a part"


def test_lines_name_day_figure_report_and_how_the_record_stood() -> None:
    stood = (Stood(until="2020-03-02", low=12, best=12, high=12), Stood(until="2020-03-03", low=12, best=15, high=15))
    course = Course(steps=(step("a", 12), step("b", 15)), stood=stood)
    lines = [line.plain for line in course_lines(course, Sources(listed=(REPORT,), texts={}), None)]
    assert lines[0].split() == ["2", "Mar", "2020", "12", "[1]", "stands"]
    assert lines[-1].strip() == "The record as it stood: 12 on 2 Mar 2020; 12–15, best 15 on 3 Mar 2020."
    assert course_lines(Course(steps=(step("a", 12),)), Sources(listed=(), texts={}), None) == []
