"""Dating reports without a date, by their own clues and by each other."""

from itertools import permutations

import msgspec

from annals.harmonise.undated import date_reports, redated
from annals.model import Account, DateValue, Quote
from annals.model.dating import Clue, DaySpan, SharedIncident
from tests.mentions import account, day, mention, undated

LONG = ("2019-06-01", "2019-12-31")


def clue(kind: str, *spans: DaySpan, weekday: int | None = None) -> Clue:
    quote = Quote(start=0, end=1, exact="x")
    return Clue(kind=kind, quote=quote, spans=spans, weekday=weekday, reason="a reason")  # type: ignore[arg-type]


def telling(name: str, words: str, *clues: Clue) -> Account:
    return account(mention(name, undated(words)), clues=clues)


def shared(*accounts: Account, odds: float = 3.0) -> list[SharedIncident]:
    first = accounts[0].mentions[0].mention_id
    pairs = (sorted((first, other.mentions[0].mention_id)) for other in accounts[1:])
    return [SharedIncident(left=left, right=right, odds=odds) for left, right in pairs]


def test_a_report_that_says_nothing_stays_open() -> None:
    silent = telling("a", "on Monday")
    dating = date_reports([silent], [], {})[silent.report_id]
    assert (dating.start, dating.end, dating.basis, dating.steps) == (None, None, "unknown", ())


def test_clues_meet_and_each_step_says_what_is_left() -> None:
    told = telling("a", "on Monday", clue("office", LONG), clue("day", ("2019-12-03", None)))
    dating = date_reports([told], [], {})[told.report_id]
    assert (dating.start, dating.end, dating.basis) == ("2019-12-03", "2019-12-31", "unknown")
    assert [step.left for step in dating.steps] == ["2019-12-03/2027-12-31", "2019-12-03/2019-12-31"]


def test_a_clue_that_contradicts_a_surer_one_is_passed_over() -> None:
    told = telling("a", "on Monday", clue("stamp", ("2020-05-01", "2020-05-01")), clue("office", LONG))
    dating = date_reports([told], [], {})[told.report_id]
    assert (dating.start, dating.end, dating.basis) == ("2020-05-01", "2020-05-01", "stated")


def test_of_several_years_for_the_pages_day_that_right_after_a_known_event_is_taken() -> None:
    days = clue("dateline", ("2014-04-18", "2014-04-18"), ("2025-04-18", "2025-04-18"))
    told = telling("a", "on Monday", days, clue("event", ("2014-04-14", None)))
    dating = date_reports([told], [], {})[told.report_id]
    assert (dating.start, dating.end) == ("2014-04-18", "2014-04-18")
    old = telling("a", "on Monday", days, clue("event", ("2013-11-03", None)))
    assert date_reports([old], [], {})[old.report_id].end == "2025-04-18"


def test_a_dated_report_of_the_same_incident_dates_it() -> None:
    told = telling("a", "on Monday", clue("opening", weekday=2))
    other = account(mention("b", day("2019-12-09")))
    dating = date_reports([told, other], shared(told, other), {other.report_id: "2019-12-10"})[told.report_id]
    assert (dating.start, dating.end, dating.basis) == ("2019-12-11", "2019-12-14", "corroborated")
    assert dating.steps[0].other == other.report_id


def test_a_report_comes_out_soon_after_the_last_weekday_that_it_names() -> None:
    week = clue("day", ("2019-12-09", "2019-12-15"))
    told = telling("a", "on Monday", week, clue("opening", weekday=0), clue("told", weekday=1))
    dating = date_reports([told], [], {})[told.report_id]
    assert (dating.start, dating.end) == ("2019-12-10", "2019-12-12")


def test_ties_of_like_strength_that_leave_other_days_leave_both() -> None:
    told = telling("a", "on Monday")
    early, late = account(mention("b", day("2019-12-09"))), account(mention("c", day("2019-12-16")))
    published = {early.report_id: "2019-12-10", late.report_id: "2019-12-17"}

    def dated(odds: float) -> tuple[str | None, str | None]:
        ties = [*shared(told, early, odds=3.0), *shared(told, late, odds=odds)]
        dating = date_reports([told, early, late], ties, published)[told.report_id]
        return dating.start, dating.end

    assert dated(2.5) == ("2019-12-09", "2019-12-22")
    assert dated(1.0) == ("2019-12-09", "2019-12-15")


def test_two_undated_reports_date_each_other() -> None:
    one = telling("a", "on Monday", clue("day", ("2019-12-07", "2019-12-13")), clue("opening", weekday=0))
    two = telling("b", "on Monday", clue("opening", weekday=2))
    found = date_reports([one, two], shared(one, two), {})
    assert found[one.report_id].start == "2019-12-09"
    assert (found[two.report_id].start, found[two.report_id].basis) == ("2019-12-11", "corroborated")


def test_a_weekday_and_a_day_of_the_month_of_one_incident_fix_the_year() -> None:
    weekday = telling("a", "on Tuesday", clue("office", ("2018-01-01", "2023-12-31")))
    number = account(
        mention("b", undated("on 3 December", "XXXX-12-03")), clues=(clue("office", ("2018-01-01", "2023-12-31")),)
    )
    dating = date_reports([weekday, number], shared(weekday, number), {})[weekday.report_id]
    assert (dating.start, dating.end) == ("2019-12-03", "2019-12-09")


def test_a_tie_that_leaves_no_day_is_passed_over() -> None:
    told = telling("a", "on Monday", clue("day", LONG))
    other = account(mention("b", day("2024-05-06")))
    dating = date_reports([told, other], shared(told, other), {other.report_id: "2024-05-07"})[told.report_id]
    assert (dating.start, dating.end, dating.basis) == ("2019-06-01", "2019-12-31", "unknown")


def test_a_weak_tie_does_not_choose_among_years() -> None:
    one = telling("a", "on Tuesday", clue("office", ("2018-01-01", "2020-12-31")))
    two = telling("b", "on 3 December", clue("office", ("2018-01-01", "2020-12-31")))
    dating = date_reports([one, two], shared(one, two, odds=0.1), {})[one.report_id]
    assert (dating.start, dating.end) == ("2018-01-01", "2020-12-31")


def test_the_order_of_the_reports_is_nothing() -> None:
    one = telling("a", "on Monday", clue("day", ("2019-12-07", "2019-12-13")))
    two, three = telling("b", "on Monday", clue("opening", weekday=2)), telling("c", "two days ago")
    ties = shared(one, two, three)
    found = [
        date_reports(order, turned, {}) for order in permutations((one, two, three)) for turned in (ties, ties[::-1])
    ]
    assert all(each == found[0] for each in found)


def test_more_clues_never_widen_what_was_left() -> None:
    known = (
        clue("office", ("2018-01-01", "2020-12-31")),
        clue("day", ("2019-06-01", None)),
        clue("year", ("2019-01-01", None)),
    )
    sizes = []
    for count in range(len(known) + 1):
        told = telling("a", "on Monday", *known[:count])
        dating = date_reports([told], [], {})[told.report_id]
        sizes.append((dating.start or "0000", dating.end or "9999"))
    assert sizes == sorted(sizes, key=lambda span: (span[0], [-ord(c) for c in span[1]]))


def test_claims_are_read_against_the_days_found_and_keep_their_ids_and_words() -> None:
    told = telling("a", "on Monday", clue("stamp", ("2019-12-11", "2019-12-11")))
    dating = date_reports([told], [], {})[told.report_id]
    (claim,) = redated(told, dating).mentions[0].claims
    assert (claim.claim_id, claim.words) == (told.mentions[0].claims[0].claim_id, "on Monday")
    assert claim.value == DateValue(
        edtf="2019-12-09", start="2019-12-09", end="2019-12-09", precision="day", basis="relative"
    )


def test_a_claim_stays_unread_where_the_days_found_do_not_settle_it() -> None:
    told = telling("a", "on Thursday", clue("day", ("2019-12-11", "2019-12-13")))
    dating = date_reports([told], [], {})[told.report_id]
    assert redated(told, dating) == told


def test_the_basis_says_that_other_reports_had_a_part() -> None:
    told, other = telling("a", "on Monday", clue("opening", weekday=2)), account(mention("b", day("2019-12-09")))
    dating = date_reports([told, other], shared(told, other), {other.report_id: "2019-12-10"})[told.report_id]
    (claim,) = redated(told, dating).mentions[0].claims
    assert isinstance(claim.value, DateValue)
    assert (claim.value.start, claim.value.basis) == ("2019-12-09", "corroborated")


def test_a_month_that_is_given_bounds_the_day() -> None:
    told = telling("a", "on Monday")
    dating = date_reports([told], [], {told.report_id: "2019-12"})[told.report_id]
    assert (dating.start, dating.end) == ("2019-12-01", "2019-12-31")


def test_an_account_without_clues_is_still_readable() -> None:
    told = telling("a", "on Monday")
    assert msgspec.json.decode(msgspec.json.encode(told), type=Account) == told
