import pytest

from bench.reliability import BINS, binned, calibration_error


def test_what_is_right_as_often_as_said_has_no_error() -> None:
    pairs = [(0.25, n == 0) for n in range(4)] + [(1.0, True), (0.0, False)]
    assert calibration_error(pairs) == 0


def test_each_bin_counts_by_its_pairs() -> None:
    # Two bins: 0.9 said and half right (off by 0.4), 0.1 said and none right (off by 0.1), three to one.
    pairs = [(0.9, n % 2 == 0) for n in range(6)] + [(0.1, False)] * 2
    assert calibration_error(pairs) == pytest.approx((6 * 0.4 + 2 * 0.1) / 8)


def test_certainty_is_in_the_last_bin_and_nothing_gets_lost() -> None:
    bins = binned([(1.0, True), (0.95, True), (0.0, False)])
    assert [len(part) for part in bins] == [1, *(0,) * (BINS - 2), 2]
    assert calibration_error([]) == 0
