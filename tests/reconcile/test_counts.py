"""Tolls: range, best, what is set aside, what contradicts what."""

import pytest

from annals.model import Report
from annals.model.rules import RuleSet
from annals.reconcile.case import open_case
from annals.reconcile.counts import CountRuling, rule_count
from tests.mentions import Said, by, by_id, mention, report, toll


def ruled(
    *told: tuple[str, Said],
    reports: tuple[Report, ...] = (),
    origins: dict[str, str] | None = None,
    rules: RuleSet = "representative",
) -> CountRuling:
    """Rule the claims of the reports so named, each in a mention of its own."""
    mentions = [mention(name, said, start=100 * n) for n, (name, said) in enumerate(told)]
    return rule_count(list(open_case(mentions, by_id(*reports), origins or {}).heard), rules)


def reasons(ruling: CountRuling) -> list[str]:
    return [ruling.rulings[n].reason for n in sorted(ruling.rulings)]


def span(ruling: CountRuling) -> tuple[int | None, int | None, int | None]:
    return ruling.figure.low, ruling.figure.best, ruling.figure.high


def states(ruling: CountRuling) -> list[str]:
    return [ruling.rulings[n].state for n in sorted(ruling.rulings)]


def test_silence_is_not_reported_and_none_is_zero() -> None:
    assert ruled().figure.state == "not_reported"
    none = ruled(("a", toll("killed", 0)))
    assert (none.figure.state, span(none)) == ("reported", (0, 0, 0))


def test_words_without_a_number_leave_the_toll_unknown() -> None:
    told = ruled(("a", toll("wounded", None, None)))
    assert (told.figure.state, span(told), states(told)) == ("unknown", (None, None, None), ["set_aside"])


def test_the_figure_of_most_origins_is_best_and_the_other_dissents() -> None:
    told = ruled(("a", toll("wounded", 5)), ("b", toll("wounded", 5)), ("c", toll("wounded", 6)))
    assert span(told) == (5, 5, 6)
    assert sorted(states(told)) == ["dissents", "supports", "supports"]
    assert told.disagrees


def test_reprints_count_once() -> None:
    told = (("a", toll("wounded", 6)), ("b", toll("wounded", 6)), ("c", toll("wounded", 9)))
    assert ruled(*told).figure.best == 6
    assert ruled(*told, origins={report("b").report_id: report("a").report_id}).figure.best == 9


def test_a_toll_that_grew_is_taken_as_told_last() -> None:
    reports = (
        report("a", published="2020-03-02", publisher="One"),
        report("b", published="2020-03-02", publisher="Two"),
        report("c", published="2020-03-03", publisher="Three"),
    )
    told = ruled(("a", toll("killed", 12)), ("b", toll("killed", 12)), ("c", toll("killed", 14)), reports=reports)
    assert span(told) == (12, 14, 14)
    assert told.disagrees


def test_a_later_figure_of_the_same_outlet_supersedes() -> None:
    reports = (
        report("a", published="2020-03-02", publisher="The Courier"),
        report("b", published="2020-03-03", publisher="the courier"),
    )
    told = ruled(("a", toll("killed", 12)), ("b", toll("killed", 9)), reports=reports)
    assert span(told) == (9, 9, 9)
    assert states(told) == ["superseded", "supports"]
    assert told.rulings[0].reason == "The same outlet later gave 9 (published 2020-03-03)."
    assert not told.disagrees


def test_a_part_goes_to_the_groups_and_never_to_the_toll() -> None:
    told = ruled(("a", toll("killed", 7)), ("a", toll("killed", 2, part=True, group="children", population="children")))
    assert span(told) == (7, 7, 7)
    assert states(told) == ["supports", "set_aside"]
    (group,) = told.figure.groups
    assert (group.population, group.low, len(group.claims)) == ("children", 2, 1)


def test_none_of_one_group_is_no_toll_of_zero() -> None:
    nobody = toll("wounded", 0, group="Borian personnel", population="soldiers")
    beside = ruled(("a", nobody), ("b", toll("wounded", 6)))
    assert (span(beside), beside.disagrees) == ((6, 6, 6), False)
    alone = ruled(("a", nobody))
    assert (alone.figure.state, span(alone)) == ("unknown", (None, None, None))
    people = ruled(("a", toll("wounded", 0, group="people")))
    assert span(people) == (0, 0, 0)


@pytest.mark.parametrize(
    ("left", "right", "disagrees"),
    [
        (toll("wounded", 5), toll("wounded", 6), True),
        (toll("wounded", 12, None), toll("wounded", 14), False),
        (toll("wounded", 12, None), toll("wounded", 9), True),
        (toll("wounded", None, 10), toll("wounded", 14), True),
        (toll("wounded", 10, 12), toll("wounded", 12), False),
        (toll("wounded", 5, group="Ardenians"), toll("wounded", 2, group="Borian soldiers"), False),
        (toll("wounded", 5, group="Ardenian commandos"), toll("wounded", 6, group="members of Arden's army"), True),
        (toll("wounded", 5, population="soldiers"), toll("wounded", 2, population="children"), False),
        (toll("wounded", 5, population="soldiers"), toll("wounded", 6, population="security_forces"), True),
    ],
)
def test_disagreement_is_of_meaning(left: Said, right: Said, disagrees: bool) -> None:
    assert ruled(("a", left), ("b", right)).disagrees == disagrees


def test_at_least_forty_does_not_speak_for_a_hundred() -> None:
    told = ruled(("a", toll("killed", 40, None)), ("b", toll("killed", 44, None)), ("c", toll("killed", 100, None)))
    assert (span(told), told.disagrees) == ((40, 44, None), False)


def test_an_open_figure_supports_an_exact_one_above_it() -> None:
    told = ruled(("a", toll("killed", 12, None)), ("b", toll("killed", 14)))
    assert (span(told), states(told)) == ((12, 14, 14), ["supports", "supports"])
    assert span(ruled(("a", toll("killed", 12, None)))) == (12, 12, None)
    assert span(ruled(("a", toll("killed", None, 3)))) == (None, None, 3)


@pytest.mark.parametrize(("rules", "best"), [("conservative", 5), ("representative", 6), ("informative", 9)])
def test_the_rule_set_chooses_best_and_nothing_else(rules: RuleSet, best: int) -> None:
    told = [("a", toll("killed", n)) for n in (5, 6, 9)]
    told = [(name, said) for name, (_, said) in zip("abc", told, strict=True)]
    ruling = ruled(*told, ("d", toll("killed", 6)), rules=rules)
    assert (span(ruling), ruling.figure.rule, ruling.disagrees) == ((5, best, 9), rules, True)


def test_vague_words_are_coded_conservatively_by_their_lowest_number() -> None:
    assert span(ruled(("a", toll("killed", 12, None)), ("b", toll("killed", 30)), rules="conservative"))[1] == 12


def test_a_former_figure_yields_to_the_one_its_report_gives_now() -> None:
    ruling = ruled(("a", toll("killed", 12)._replace(currency="former")), ("a", toll("killed", 14)))
    assert (span(ruling), states(ruling), ruling.disagrees) == ((14, 14, 14), ["superseded", "supports"], False)
    assert reasons(ruling)[0] == "Its report tells it as a former figure, and gives 14."


def test_a_former_figure_is_kept_where_no_other_is_told() -> None:
    assert span(ruled(("a", toll("killed", 12)._replace(currency="former")))) == (12, 12, 12)


def test_a_figure_that_was_taken_back_never_counts() -> None:
    withdrawn = toll("killed", 110)._replace(currency="withdrawn")
    assert span(ruled(("a", withdrawn), ("a", toll("killed", 43)))) == (43, 43, 43)
    alone = ruled(("a", withdrawn))
    assert (alone.figure.state, states(alone)) == ("unknown", ["superseded"])


def test_a_later_word_of_the_same_speaker_supersedes_across_outlets() -> None:
    reports = (
        report("a", published="2020-03-02", publisher="One"),
        report("b", published="2020-03-04", publisher="Two"),
    )
    ministry = ("a", by(toll("killed", 12), "the health ministry")), ("b", by(toll("killed", 9), "The health ministry"))
    told = ruled(*ministry, reports=reports)
    assert (span(told), states(told), told.disagrees) == ((9, 9, 9), ["superseded", "supports"], False)
    officials = (
        ("a", by(toll("killed", 12), "officials", anonymous=True)),
        ("b", by(toll("killed", 9), "officials", anonymous=True)),
    )
    assert ruled(*officials, reports=reports).disagrees


def test_a_month_is_no_earlier_than_a_day_before_it() -> None:
    reports = (
        report("a", published="2020-03", publisher="One"),
        report("b", published="2020-01-04", publisher="One"),
    )
    told = ruled(("a", toll("killed", 12)), ("b", toll("killed", 9)), reports=reports)
    assert span(told) == (12, 12, 12)


def test_an_official_count_beats_a_rumour_of_the_same_day() -> None:
    told = ruled(
        ("a", by(toll("killed", 30), "a source", anonymous=True)),
        ("b", by(toll("killed", 12), "the hospital director", anonymous=False)),
    )
    assert (span(told), told.disagrees) == ((12, 12, 30), True)


def test_a_figure_more_than_twice_as_high_is_not_taken_for_the_same_toll_grown() -> None:
    reports = tuple(report(name, published=f"2020-03-0{day}") for name, day in (("a", 2), ("b", 2), ("c", 3)))
    told = ("a", toll("killed", 12)), ("b", toll("killed", 12)), ("c", toll("killed", 40))
    assert ruled(*told, reports=reports).figure.best == 12


def test_a_group_beside_all_of_one_telling_is_a_part() -> None:
    told = ruled(("a", toll("killed", 9)), ("a", toll("killed", 4, group="soldiers", population="soldiers")))
    assert (span(told), states(told)) == ((9, 9, 9), ["supports", "set_aside"])
    assert told.figure.groups[0].population == "soldiers"


def test_a_group_that_may_be_a_part_of_another_reports_toll_does_not_contradict_it() -> None:
    soldiers, villagers = toll("killed", 4, population="soldiers"), toll("killed", 4, group="villagers")
    assert not ruled(("a", toll("killed", 9)), ("b", soldiers)).disagrees
    assert ruled(("a", toll("killed", 9)), ("b", villagers)).disagrees
    assert ruled(("a", toll("killed", 3)), ("b", soldiers)).disagrees


def test_nobody_speaks_for_all_and_no_others_for_none() -> None:
    nobody = toll("killed", 0, group="sailor", population="soldiers")._replace(words="Nobody died")
    assert span(ruled(("a", nobody))) == (0, 0, 0)
    others = ruled(("a", toll("wounded", 0)._replace(words="no other injuries")), ("b", toll("wounded", 1)))
    assert (span(others), others.disagrees) == ((1, 1, 1), False)


def test_about_forty_does_not_contradict_forty_four() -> None:
    about = toll("killed", 40)._replace(hedge="about")
    assert not ruled(("a", about), ("b", toll("killed", 44))).disagrees
    assert ruled(("a", about), ("b", toll("killed", 60))).disagrees
    assert ruled(("a", toll("killed", 40)), ("b", toll("killed", 44))).disagrees


def test_a_headline_yields_to_its_text() -> None:
    title = "Ten die in market"
    told = Report(
        report_id=report("a").report_id,
        title=title,
        text=f"{title}\n{' ' * 100}Nine people died.",
        raw_sha256="",
        text_sha256="",
    )
    ruling = ruled(("a", toll("killed", 10)), ("a", toll("killed", 9)), reports=(told,))
    assert (span(ruling), states(ruling)) == ((9, 9, 9), ["set_aside", "supports"])


def test_vague_words_widen_no_range_that_holds_their_number() -> None:
    dozens = toll("killed", 12, None)._replace(words="dozens")
    told = ruled(("a", dozens), ("b", toll("killed", 40)))
    assert (span(told), states(told), told.disagrees) == ((40, 40, 40), ["supports", "supports"], False)
    assert span(ruled(("a", dozens))) == (12, 12, None)
    assert (span(ruled(("a", dozens), ("b", toll("killed", 3))))) == (3, 3, None)
