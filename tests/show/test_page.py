from hypothesis import given
from hypothesis import strategies as st

from annals.show.page import labelled, paragraph, text


def test_text_wraps_at_the_width_with_its_indents() -> None:
    lines = paragraph(text("one two three four five six seven"), 24, indent=0, hang=2)

    assert [line.plain for line in lines] == ["one two three four", "  five six seven"]


def test_no_width_means_no_wrapping() -> None:
    (line,) = paragraph(text("word " * 100), None, indent=3)

    assert line.plain == "   " + "word " * 100


def test_a_label_stands_beside_the_text() -> None:
    lines = labelled("DATE", text("3 May 2021, to the day"), 31, indent=2, column=10)

    assert [line.plain for line in lines] == ["  DATE    3 May 2021, to the", "          day"]


def test_a_label_that_is_too_long_has_a_line_of_its_own() -> None:
    lines = labelled("PERPETRATOR", text("unknown"), None, indent=0, column=8)

    assert [line.plain for line in lines] == ["PERPETRATOR", "        unknown"]


def test_square_brackets_are_no_markup() -> None:
    (line,) = paragraph(text("[red]five[/red] [link=http://x]hurt[/link]"), None)

    assert line.plain == "[red]five[/red] [link=http://x]hurt[/link]"
    assert not line.spans


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=200), st.integers(30, 90))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(words: str, width: int) -> None:
    lines = paragraph(text(words), width, indent=4)

    assert all(line.cell_len <= width for line in lines)
    assert "".join("".join(line.plain.split()) for line in lines) == "".join(words.split())
