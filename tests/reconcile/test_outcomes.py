"""Who was wounded and died since."""

from annals.model import Field, Report
from annals.reconcile.case import open_case
from annals.reconcile.counts import CountRuling, rule_count
from tests.mentions import Said, by_id, mention, report, toll


def ruled(*told: tuple[str, Said], reports: tuple[Report, ...] = ()) -> CountRuling:
    """Rule the wounded among the claims of the reports so named, each in a mention of its own."""
    mentions = [mention(name, said, start=100 * n) for n, (name, said) in enumerate(told)]
    case = open_case(mentions, by_id(*reports), {})
    return rule_count(case.of("wounded"), killed=case.of("killed"))


def one(field: Field, words: str) -> Said:
    return toll(field, 1)._replace(words=words)


EARLIER = report("a", published="2024-03-04")
LATER = report("b", published="2024-03-06")


def test_the_person_of_one_age_is_one_person() -> None:
    told = ruled(("a", one("wounded", "a 9-year-old girl")), ("a", one("killed", "The nine-year-old died")))
    assert told.figure.best is None
    [ruling] = told.rulings.values()
    assert ruling.state == "superseded"
    assert "The nine-year-old died" in ruling.reason


def test_people_of_other_age_or_sex_are_others() -> None:
    for words in ("The 30-year-old died", "the woman died"):
        told = ruled(("a", one("wounded", "a 9-year-old boy")), ("a", one("killed", words)))
        assert (told.figure.best, told.figure.low) == (1, 1)


def test_a_later_report_of_one_dead_and_nobody_wounded_overtakes_an_earlier_of_one_wounded() -> None:
    told = (("a", one("wounded", "a guard")), ("b", one("killed", "a guard died")))
    assert ruled(*told, reports=(EARLIER, LATER)).figure.best is None
    assert ruled(*told).figure.best == 1


def test_it_does_not_where_the_later_report_has_wounded_too_or_the_deed_killed_another() -> None:
    told = (("a", one("wounded", "a guard")), ("b", one("killed", "a guard died")), ("b", toll("wounded", 1)))
    assert ruled(*told, reports=(EARLIER, LATER)).figure.best == 1
    other = (("a", one("wounded", "a guard")), ("b", one("killed", "shot a guard")))
    assert ruled(*other, reports=(EARLIER, LATER)).figure.best == 1


def test_more_than_one_person_is_left_to_the_figures() -> None:
    told = ruled(("a", toll("wounded", 2)), ("a", one("killed", "one of them died")))
    assert told.figure.best == 2
