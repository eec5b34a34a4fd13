"""Windows cover every piece, and each piece is kept once."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annals.extract.trained.pieces import kept, windows

SIZES = st.integers(20, 80).flatmap(lambda size: st.tuples(st.just(size), st.integers(1, size // 2)))


@given(st.integers(0, 1000), SIZES)
def test_windows_cover_all_pieces_and_none_is_too_long(count: int, sizes: tuple[int, int]) -> None:
    size, overlap = sizes
    spans = windows(count, size, overlap)
    assert spans[0][0] == 0
    assert spans[-1][1] == count
    assert all(end - start <= size for start, end in spans)
    assert all(after < end for (_, end), (after, _) in pairwise(spans))


@given(st.integers(0, 1000), SIZES)
def test_each_piece_is_kept_once_and_from_a_window_that_holds_it(count: int, sizes: tuple[int, int]) -> None:
    spans = windows(count, *sizes)
    cuts = kept(spans)
    assert [at for start, end in cuts for at in range(start, end)] == list(range(count))
    assert all(a <= c and d <= b for (a, b), (c, d) in zip(spans, cuts, strict=True))


def test_a_piece_is_kept_where_it_stands_farthest_from_an_edge() -> None:
    assert kept(windows(100, 60, 20)) == [(0, 50), (50, 100)]
