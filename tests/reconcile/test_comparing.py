"""Two reports' counts against each other."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.model import Quote
from annals.model.claim import AccountTally
from annals.reconcile.comparing import compare
from annals.reconcile.tallies import Counting


def counting(
    report: str, number: int | None, start: str | None, end: str, *, high: int | None = None, **more: object
) -> Counting:
    scope: dict[str, object] = {"country": "XA", "weapons": ("rocket",)}
    told = AccountTally(
        report_id=report,
        quote=Quote(start=0, end=5, exact="ninth"),
        words=str(number),
        what="rocket attacks",
        low=number,
        high=number if high is None else high,
        start=start,
        end=end,
        **(scope | {name: value for name, value in more.items() if name != "sure"}),  # type: ignore[arg-type]
    )
    sure = more.get("sure", ())
    assert isinstance(sure, tuple)
    return Counting(
        report_id=report, number=0, stated=told, sure=frozenset(sure), perhaps=frozenset(), included=(), holders=()
    )


def test_a_later_count_that_is_larger_is_consistent_and_says_how_many_fell_between() -> None:
    first = counting("r1", 9, "2019-11-04", "2019-12-09", sure=("i1",))
    later = counting("r2", 10, "2019-10-01", "2019-12-12", sure=("i1", "i2"))
    for one, other in ((first, later), (later, first)):
        found = compare(one, other)
        assert found is not None
        assert (found.verdict, found.between, found.counted_between) == ("consistent", {"low": 1, "high": 1}, 1)
        assert found.report_id == other.report_id
        assert "1 beyond; the ledger has 1 of these" in found.reason


def test_a_later_count_that_is_smaller_contradicts() -> None:
    first = counting("r1", 12, "2019-11-01", "2019-12-05")
    later = counting("r2", 10, "2019-11-01", "2019-12-09")
    found = compare(first, later)
    assert found is not None
    assert found.verdict == "contradicts"
    assert found.reason == "12 by 2019-12-05 and 10 by 2019-12-09: the count falls, of the same scope."


@pytest.mark.parametrize(
    "wider",
    [
        {"implied": ("kind",)},
        {"targets": ("bases",)},
        {"targets": ("air base", "embassy")},
        {"targets": ("military base",), "form": "first"},
    ],
)
def test_what_may_count_other_things_is_no_contradiction(wider: dict[str, Any]) -> None:
    first = counting("r1", 12, "2019-11-01", "2019-12-05", targets=("military base",))
    later = counting("r2", 10, "2019-11-01", "2019-12-09", **wider)
    found = compare(first, later)
    assert found is not None
    # A base is of the kind of a military base; an embassy beside it may be what the second report counts.
    assert found.verdict == ("contradicts" if wider == {"targets": ("bases",)} else "cannot_tell")


@pytest.mark.parametrize(
    "other",
    [
        {"country": "XB"},
        {"weapons": ("drone",)},
        {"deadly": True},
        {"events": ("Suicide bomb",)},
        {"form": "most"},
        {"start": None},
        {"start": "2019-12-01"},
        {"end": "2019-12-01"},
    ],
)
def test_other_scopes_and_windows_are_not_compared(other: dict[str, object]) -> None:
    first = counting("r1", 12, "2019-11-10", "2019-12-05")
    later = counting("r2", 10, "2019-11-10", "2019-12-09")
    later = msgspec.structs.replace(later, stated=msgspec.structs.replace(later.stated, **other))
    if other == {"deadly": True}:
        # The wider of the two is then the earlier one, whose days do not hold the later one's.
        first, later = later, first
    if other == {"end": "2019-12-01"}:
        found = compare(first, later)
        assert found is not None  # the shorter one lies within the longer one
        assert found.verdict == "consistent"
        return
    assert compare(first, later) is None
    assert compare(later, first) is None


def test_counts_of_one_report_are_not_compared() -> None:
    first = counting("r1", 12, "2019-11-01", "2019-12-05")
    assert compare(first, first) is None


@given(st.integers(2, 40), st.integers(2, 40), st.integers(0, 20), st.integers(0, 20))
def test_both_sides_say_the_same(few: int, many: int, more_few: int, more_many: int) -> None:
    first = counting("r1", few, "2019-11-01", "2019-12-05", high=few + more_few)
    later = counting("r2", many, "2019-11-01", "2019-12-09", high=many + more_many)
    there, back = compare(first, later), compare(later, first)
    assert there is not None
    assert back is not None
    assert (there.verdict, there.between, there.reason) == (back.verdict, back.between, back.reason)
    # Monotone: it contradicts exactly where no numbers within both ranges grow with the days.
    assert (there.verdict == "contradicts") == (few > many + more_many)
