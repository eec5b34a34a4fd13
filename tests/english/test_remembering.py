"""Remembering answers."""

import pytest

from annals.english.remembering import remembered


@pytest.mark.parametrize(("length", "kept"), [(10, 50), (5_000, 2)])
def test_many_phrases_and_few_reports_are_kept(length: int, kept: int) -> None:
    asked: list[str] = []

    @remembered
    def measure(text: str) -> int:
        asked.append(text)
        return len(text)

    texts = [f"{n} ".ljust(length, "x") for n in range(50)]
    for text in texts:
        assert measure(text) == measure(text) == length
    assert len(asked) == 50, "what was just asked is known"
    asked.clear()
    for text in reversed(texts[-kept:]):
        measure(text)
    assert asked == []
    measure(texts[0])
    assert len(asked) == (0 if kept == 50 else 1)
