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
