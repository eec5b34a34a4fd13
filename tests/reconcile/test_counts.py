"""Tolls: range, best, what is set aside, what contradicts what."""

import pytest

from annals.model import Report
from annals.reconcile.case import open_case
from annals.reconcile.counts import CountRuling, rule_count
from tests.mentions import Said, by_id, mention, report, toll


def ruled(
    *told: tuple[str, Said], reports: tuple[Report, ...] = (), origins: dict[str, str] | None = None
) -> CountRuling:
    """Rule the claims of the reports so named, each in a mention of its own."""
    mentions = [mention(name, said, start=100 * n) for n, (name, said) in enumerate(told)]
    return rule_count(list(open_case(mentions, by_id(*reports), origins or {}).heard))


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
