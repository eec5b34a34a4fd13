"""Tags become spans of whole words."""

import numpy as np

from annals.extract.trained.pieces import Pieces
from annals.extract.trained.spans import layer_spans

LABELS = ("killed", "wounded")


def _pieces(words: str) -> Pieces:
    starts, ends, heads, at = [], [], [], 0
    for word in words.split(" "):
        for number, part in enumerate(word.split("#")):
            starts.append(at)
            at += len(part)
            ends.append(at)
            heads.append(number == 0)
        at += 1
    return Pieces(ids=list(range(len(starts))), starts=starts, ends=ends, heads=heads)


def _logits(tags: list[int], count: int = 5) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
    matrix = np.zeros((len(tags), count), dtype=np.float32)
    matrix[np.arange(len(tags)), tags] = 6.0
    return matrix


def _found(words: str, tags: list[int]) -> list[tuple[str, int, int]]:
    return [(s.label, s.start, s.end) for s in layer_spans("figure", LABELS, _logits(tags), _pieces(words))]


def test_a_begin_and_its_insides_are_one_span() -> None:
    assert _found("at least 12 people", [1, 2, 2, 0]) == [("killed", 0, 11)]


def test_a_begin_within_a_run_does_not_part_it() -> None:
    assert _found("at least nine", [1, 1, 2]) == [("killed", 0, 13)]
    assert _found("two , two", [1, 0, 1]) == [("killed", 0, 3), ("killed", 6, 9)]


def test_an_inside_without_a_begin_begins() -> None:
    assert _found("some nine died", [0, 4, 0]) == [("wounded", 5, 9)]


def test_an_inside_of_another_class_begins_a_span_of_its_own() -> None:
    assert _found("six nine", [1, 4]) == [("killed", 0, 3), ("wounded", 4, 8)]


def test_the_pieces_of_a_word_go_with_its_first() -> None:
    assert _found("gun#men shot", [1, 0, 0]) == [("killed", 0, 6)]
    assert _found("gun#men shot", [0, 1, 0]) == []


def test_nothing_is_found_in_nothing() -> None:
    assert layer_spans("figure", LABELS, np.zeros((0, 5), dtype=np.float32), _empty()) == []


def _empty() -> Pieces:
    return Pieces(ids=[], starts=[], ends=[], heads=[])
