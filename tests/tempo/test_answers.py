from hypothesis import given
from hypothesis import strategies as st

from annals.model import Incident
from annals.tempo import tempo_of
from annals.tempo.answers import days_between
from annals.tempo.moments import Moment
from annals.tempo.shapes import Answers, Range
from tests.tempo.histories import answering, day, event


def answers(every: list[Incident], picked: list[Incident] | None = None) -> Answers:
    return tempo_of(every if picked is None else picked, every, {}).answers


def test_the_days_between_two_spans() -> None:
    strike, answer = event("a", day(0), day(2)), event("b", day(4), day(5), links=answering("ia"))
    (found,) = answers([answer, strike]).answers
    assert found.days == Range(low=2, high=5)
    assert (found.incident_id, found.to, found.relations) == ("ib", "ia", ("retaliation_for",))
    assert found.quote == "the army said it had fired back"


def test_the_order_of_dates_alone_makes_no_answer() -> None:
    assert answers([event("a", day(0)), event("b", day(1))]).answers == ()
    assert answers([event("a", day(0)), event("b", day(1), links=answering("ia", "part_of"))]).answers == ()


def test_what_cannot_be_reckoned_says_why() -> None:
    some = [
        event("a", day(5)),
        event("b", day(1), links=answering("ia")),
        event("c", None, links=answering("ia", "response_to")),
        event("d", day(9), links=answering("igone")),
    ]
    early, undated = answers(some).answers
    assert (early.days, early.reason) == (None, "The dates of the records contradict the order.")
    assert (undated.days, undated.reason) == (None, "A date is not known at both ends.")
    assert answers(some).median is None


def test_an_alias_leads_to_the_record_and_two_sentences_are_one_answer() -> None:
    strike = event("a", day(0), aliases=("iold",))
    answer = event("b", day(1), links=(*answering("iold"), *answering("ia", "response_to")))
    (found,) = answers([strike, answer]).answers
    assert found.relations == ("retaliation_for", "response_to")


def test_an_answer_is_told_where_either_side_is_picked() -> None:
    strike, answer, other = event("a", day(0)), event("b", day(1), links=answering("ia")), event("c", day(1))
    every = [strike, answer, other]
    assert len(answers(every, [strike]).answers) == len(answers(every, [answer]).answers) == 1
    assert answers(every, [other]).answers == ()


def test_a_median_needs_five_dated_answers_and_is_as_wide_as_the_dates_leave_it() -> None:
    strike = event("s", day(0), day(1))
    some = [event(str(n), day(n + 2), links=answering("is")) for n in range(5)]
    assert answers([strike, *some]).median == Range(low=3, high=4)
    four = answers([strike, *some[1:]])
    assert four.median is None
    assert (four.reason or "").startswith("Too few: 4")


@given(*[st.integers(0, 30) for _ in range(4)], st.integers(0, 30), st.integers(0, 30))
def test_the_true_delay_lies_within(a: int, b: int, c: int, d: int, x: int, y: int) -> None:
    struck, answered = Moment(start=min(a, b), end=max(a, b)), Moment(start=min(c, d), end=max(c, d))
    first, second = min(max(x, min(a, b)), max(a, b)), min(max(y, min(c, d)), max(c, d))
    days = days_between(struck, answered)
    if second >= first:
        assert days is not None
        assert days.low <= second - first <= days.high
