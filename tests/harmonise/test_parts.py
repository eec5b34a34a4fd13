"""Figures of some people beside a larger figure of all, in one report."""

from annals.harmonise.parts import Told, with_parts
from annals.model import CountValue, Finding, Quote


def told(*figures: tuple[str, int, str | None], speaker: str | None = None) -> list[bool]:
    """Whether each killed figure (words, number, population) is a part, told in this order."""
    found: list[Told] = []
    for at, (words, number, population) in enumerate(figures):
        quote = Quote(start=at * 50, end=at * 50 + 5, exact="words")
        finding = Finding(field="killed", words=words, quote=quote, speaker=speaker if at else None)
        found.append((finding, CountValue(low=number, high=number, population=population)))
    return [value.part for _, value in with_parts(found) if isinstance(value, CountValue)]


def test_some_people_are_a_part_of_all() -> None:
    assert told(("20", 20, None), ("two girls", 2, "children")) == [False, True]
    assert told(("20 civilians", 20, "civilians"), ("Anna Berg", 1, None)) == [False, True]


def test_another_count_of_all_is_none() -> None:
    assert told(("20", 20, None), ("14", 14, None)) == [False, False]
    assert told(("20", 20, None), ("eleven soldiers", 11, "soldiers")) == [False, False], "more than half"
    assert told(("two girls", 2, "children"), ("20", 20, None)) == [False, False], "told before the whole"
    assert told(("20", 20, None), ("30 soldiers", 30, "soldiers")) == [False, False]


def test_a_figure_without_a_whole_stays() -> None:
    assert told(("two girls", 2, "children"), ("Anna Berg", 1, None)) == [False, False]


def test_whoever_is_singled_out_is_a_part_wherever_and_by_whomever_it_is_told() -> None:
    assert told(("a 63-year-old", 1, None), ("20", 20, None)) == [True, False]
    assert told(("20", 20, None), ("her son", 1, "children"), speaker="a neighbour") == [False, True]
    assert told(("his wife", 1, "women"), ("her son", 1, "children")) == [False, False], "no whole is told"


def test_at_least_so_many_children_are_a_part_too() -> None:
    quote = Quote(start=0, end=5, exact="words")
    later = Quote(start=50, end=55, exact="words")
    found = with_parts(
        [
            (Finding(field="killed", words="18", quote=quote), CountValue(low=18, high=18)),
            (Finding(field="killed", words="at least five", quote=later), CountValue(low=5, population="children")),
        ]
    )
    assert [value.part for _, value in found if isinstance(value, CountValue)] == [False, True]
