"""The annotators' notation: what is refused, and what offsets come of it."""

import pytest

from training.notation.inline import unmark
from training.notation.lines import read_lines
from training.notation.spans import Folded, NotationError, find

TEXT = "Two men were shot in Minna. The men later died, police said."


def _at(quote: str, text: str = TEXT) -> str:
    start, end = find(quote, Folded.of(text))
    return text[start:end]


def test_a_quote_is_found_whatever_its_case_and_space() -> None:
    assert _at("MINNA") == "Minna"
    assert _at("were [shot\n in]") == "shot in"


def test_brackets_name_the_part_that_is_meant() -> None:
    assert _at("The [men] later") == "men"


def test_an_ambiguous_quote_is_refused_and_a_number_settles_it() -> None:
    with pytest.raises(NotationError, match="stands 2 times"):
        _at("men")
    assert find("men@2", Folded.of(TEXT)) == (32, 35)


@pytest.mark.parametrize("quote", ["women", "[ ] men", "men@7", ""])
def test_what_is_not_there_is_refused(quote: str) -> None:
    with pytest.raises(NotationError):
        _at(quote)


def test_offsets_are_code_points_of_the_text_as_it_is() -> None:
    text = "«Ünï» 🔥 two  men — “shot”"
    assert _at('"[shot]"', text) == "shot"
    assert _at("two [men]", text) == "men"


def test_marks_may_nest() -> None:
    text, marks = unmark("[Five [soldiers](g1)](v1) died")
    assert text == "Five soldiers died"
    assert {name: text[a:b] for name, (a, b) in marks.items()} == {"g1": "soldiers", "v1": "Five soldiers"}


@pytest.mark.parametrize("marked", ["[open", "closed](a1)", "[a](x)", "[a](a1) [b](a1)"])
def test_broken_marks_are_refused(marked: str) -> None:
    with pytest.raises(NotationError):
        unmark(marked)


def test_label_lines_become_offsets() -> None:
    lines = [
        "kind report",
        "event e1 attack actual reported",
        "e1 trigger «[shot] in» «[died]»",
        "e1 killed 2 «[Two] men» of «Two [men]»",
        "stance suspects «police [said]» by «[police]» about e1 basis none",
        "other age «[later]»",
    ]
    document, faults = read_lines("d", lines, TEXT, {})
    assert faults == []
    event = document.events["e1"]
    assert [TEXT[a:b] for a, b in event["triggers"]] == ["shot", "died"]
    assert event["figures"] == [
        {"kind": "killed", "low": 2, "high": 2, "status": "total", "span": (0, 3), "of": (4, 7)}
    ]
    assert document.stances[0]["about"] == ["e1"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("e2 trigger «shot»", "not declared"),
        ("event e1 brawl actual reported", "brawl"),
        ("e1 killed many «[Two]»", "number"),
        ("e1 place «Lagos»", "not in the text"),
        ("stance blames «police»", "about"),
        ("hello", "begins no line"),
        ("tie follows e1 e9 «later»", "e9"),
        ("e1 weapon «shot» extra", "left over"),
    ],
)
def test_a_faulty_line_is_named_with_its_reason(line: str, why: str) -> None:
    lines = ["kind report", "event e1 attack actual reported", "e1 trigger «shot»"]
    if line.startswith("event"):
        lines = ["kind report"]
    _, faults = read_lines("d", [*lines, line], TEXT, {})
    assert len(faults) == 1
    assert why in faults[0]
    assert line[:20] in faults[0]


def test_a_negative_tells_no_actual_event_of_its_own() -> None:
    lines = ["kind negative sport", "event e1 attack actual reported", "e1 trigger «shot»"]
    _, faults = read_lines("d", lines, TEXT, {})
    assert "negative" in faults[0]
