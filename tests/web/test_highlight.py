from hypothesis import given
from hypothesis import strategies as st

from annals.web.highlight import Mark, Stretch, segments

TEXTS = st.text(alphabet=st.sampled_from("ab\n \U0001f680\u0301\u0628\u202e\u200d\x00"), max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark], list[Stretch], int, int]:
    text = draw(TEXTS)
    ends = st.integers(-2, len(text) + 2)
    marks = [
        Mark(key=str(n), start=a, end=b, kind="date", label="date")
        for n, (a, b) in enumerate(draw(st.lists(st.tuples(ends, ends), max_size=8)))
    ]
    regions = [Stretch(start=a, end=b, kind="caption") for a, b in draw(st.lists(st.tuples(ends, ends), max_size=3))]
    low = draw(st.integers(0, len(text)))
    return text, marks, regions, low, draw(st.integers(low, len(text)))


@given(marked())
def test_segments_are_the_text_and_each_mark_its_quote(case: tuple[str, list[Mark], list[Stretch], int, int]) -> None:
    text, marks, regions, low, high = case
    cut = segments(text, marks, regions, start=low, end=high)
    assert "".join(s.text for s in cut) == text[low:high]
    for mark in marks:
        covered = "".join(s.text for s in cut if mark in s.marks)
        fits = 0 <= mark.start < mark.end <= len(text)
        assert covered == (text[max(mark.start, low) : max(low, min(mark.end, high))] if fits else "")
        opened = sum(mark.key in s.opens for s in cut)
        assert opened == (1 if covered else 0)


def test_the_shortest_mark_colours_the_segment() -> None:
    long = Mark(key="long", start=0, end=4, kind="place", label="place")
    short = Mark(key="short", start=1, end=2, kind="date", label="date")
    middle = segments("abcd", [long, short])[1]
    assert middle.marks == (short, long)
