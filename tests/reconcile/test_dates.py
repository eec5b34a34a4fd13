"""When: agreement, precision, what cannot be resolved."""

from annals.model import DateValue
from annals.model.rules import RuleSet
from annals.reconcile.case import open_case
from annals.reconcile.dates import DateRuling, rule_date
from tests.mentions import Said, day, days, mention, undated


def ruled(*told: tuple[str, Said], rules: RuleSet = "representative") -> DateRuling:
    mentions = [mention(name, said, start=100 * n) for n, (name, said) in enumerate(told)]
    # One start per claim puts them in the order told, whatever the report ids are.
    case = open_case(mentions, {}, {})
    return rule_date(list(case.heard), rules)


def states(ruling: DateRuling) -> list[str]:
    return sorted(r.state for r in ruling.rulings.values())


def test_the_narrowest_of_those_that_agree() -> None:
    told = ruled(("a", days("2020-03-01", "2020-03-07")), ("b", day("2020-03-02")))
    assert (told.date.edtf, told.date.precision, told.date.basis) == ("2020-03-02", "day", "stated")
    assert (states(told), told.disagrees) == (["supports", "supports"], False)


def test_overlapping_intervals_are_cut_to_what_they_share() -> None:
    told = ruled(("a", days("2020-03-01", "2020-03-04")), ("b", days("2020-03-03", "2020-03-09")))
    assert told.date == DateValue(
        edtf="2020-03-03/2020-03-04",
        start="2020-03-03",
        end="2020-03-04",
        precision="few_days",
        basis="relative",
    )


def test_most_origins_win_and_the_rest_dissents() -> None:
    told = ruled(("a", day("2020-03-02")), ("b", day("2020-03-03")), ("c", day("2020-03-03")))
    assert told.date.edtf == "2020-03-03"
    assert (states(told), told.disagrees) == (["dissents", "supports", "supports"], True)


def test_a_publication_date_never_outweighs_what_is_told() -> None:
    told = ruled(("a", days("2020-03-05", "2020-03-05", basis="publication")), ("b", day("2020-03-02")))
    assert (told.date.edtf, told.disagrees) == ("2020-03-02", False)
    assert states(told) == ["set_aside", "supports"]
    alone = ruled(("a", days("2020-03-05", "2020-03-05", basis="publication")))
    assert alone.date.basis == "publication"


def test_a_weekday_is_checked_against_the_date_and_never_made_one() -> None:
    fits = ruled(("a", undated("on Monday")), ("b", day("2020-03-02")))
    assert (states(fits), fits.disagrees) == (["supports", "supports"], False)
    clashes = ruled(("a", undated("on Friday")), ("b", day("2020-03-02")))
    assert (states(clashes), clashes.disagrees) == (["dissents", "supports"], True)
    alone = ruled(("a", undated("on Monday")))
    assert (alone.date, alone.weekday, states(alone)) == (DateValue(), 0, ["set_aside"])


def test_a_day_without_its_year_is_kept_where_nothing_more_is_told() -> None:
    alone = ruled(("a", undated("3 March", "XXXX-03-03")), ("b", undated("recently")))
    assert (alone.date.edtf, alone.date.start) == ("XXXX-03-03", None)
    assert states(alone) == ["set_aside", "supports"]
    dated = ruled(("a", undated("3 March", "XXXX-03-03")), ("b", day("2020-03-03")))
    assert (dated.date.edtf, states(dated)) == ("2020-03-03", ["supports", "supports"])


def test_no_claim_no_date() -> None:
    assert ruled().date == DateValue()


def test_a_day_told_with_its_hour_is_the_events_and_not_a_statements() -> None:
    said, happened = day("2020-03-02", "Monday"), day("2020-03-01", "late on Sunday")
    told = ruled(("a", said), ("a", happened))
    assert told.date.edtf == "2020-03-01"


def test_between_equals_the_day_told_most_often_is_taken_then_the_first() -> None:
    often = ruled(("a", day("2020-03-02")), ("a", day("2020-03-01")), ("a", day("2020-03-01")))
    assert often.date.edtf == "2020-03-01"
    first = ruled(("a", day("2020-03-02")), ("a", day("2020-03-01")))
    assert first.date.edtf == "2020-03-02"


def test_a_report_that_also_tells_the_agreed_day_does_not_disagree() -> None:
    told = ruled(("a", day("2020-03-02")), ("b", day("2020-03-02")), ("b", day("2020-03-09")))
    assert (told.date.edtf, told.disagrees, states(told)) == (
        "2020-03-02",
        False,
        ["set_aside", "supports", "supports"],
    )


def test_conservative_days_hold_every_day_told_and_no_vaguer_date() -> None:
    two = ("a", day("2020-03-02")), ("b", day("2020-03-03")), ("c", day("2020-03-03"))
    told = ruled(*two, ("d", days("2020-03-01", "2020-03-31")), rules="conservative")
    assert (told.date.edtf, told.date.precision, told.disagrees) == ("2020-03-02/2020-03-03", "few_days", True)
    assert ruled(("a", day("2020-03-02")), ("b", days("2020-03-01", "2020-03-31")), rules="conservative").date.edtf == (
        "2020-03-02"
    )


def test_informative_days_are_the_narrowest_told() -> None:
    weeks = ("a", days("2020-03-10", "2020-03-16")), ("b", days("2020-03-10", "2020-03-16"))
    assert ruled(*weeks, ("c", day("2020-03-02"))).date.edtf == "2020-03-10/2020-03-16"
    assert ruled(*weeks, ("c", day("2020-03-02")), rules="informative").date.edtf == "2020-03-02"
