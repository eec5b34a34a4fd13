"""When it happened."""

from collections.abc import Sequence

import msgspec

from annals.english.times import names_hour
from annals.english.weekdays import WEEKDAYS, stated_weekday
from annals.model.days import Days, days_of, fits_month_day, gap, iso, length, month_day, precision_of, weekday_of
from annals.model.rules import DEFAULT_RULES, RuleSet
from annals.model.values import DateValue
from annals.reconcile.case import Heard, Rule, Ruling, Rulings, origins_of, origins_said

_COMMON = (
    "A date that is only the publication date counts where no report tells one.",
    "A weekday or a day of the month without its year is checked against the date, and never made one.",
    "A date that excludes the record's is set aside where its own report tells the record's too.",
)
_EQUALS = (
    "Between equals one told with its hour is taken, as statements are told by their day alone; then the one told most "
    "often, then the one told first."
)
_AGREED = "The interval that most independent origins agree with is taken, of those the narrowest; reprints count once."
DATE_RULES: dict[RuleSet, Rule] = {
    "conservative": Rule(
        name="holds_every_day_told",
        sentences=(
            "The narrowest interval that holds every day told; a vaguer date, which holds another, does not widen it.",
            *_COMMON,
        ),
    ),
    "representative": Rule(
        name="narrowest_agreed",
        sentences=(_AGREED, _EQUALS, "It is narrowed by every other claim that overlaps it.", *_COMMON),
    ),
    "informative": Rule(
        name="narrowest_told",
        sentences=(
            "The narrowest interval is taken that any report tells, of those the one that most origins agree with.",
            *_COMMON,
        ),
    ),
}
_BASES = ("stated", "relative", "corroborated", "publication", "unknown")
_FOUNDED = 3
"""Bases before this one are the report's own words or other reports'; what rests on publication alone comes last."""
_OPEN = 10_000


class DateRuling(msgspec.Struct, frozen=True, kw_only=True):
    """The date, how each claim stands to it, and whether reports contradict each other."""

    date: DateValue
    weekday: int | None
    """The weekday that the claims name, Monday is 0, where no date is known and they name the same."""
    rulings: Rulings
    disagrees: bool


def rule_date(heard: Sequence[Heard], rules: RuleSet = DEFAULT_RULES) -> DateRuling:
    """Rule the date; `heard` holds all date claims and may be empty."""
    dated = [(h, h.claim.value) for h in heard if isinstance(h.claim.value, DateValue)]
    known = [(h, value) for h, value in dated if days_of(value) != (None, None)]
    voices = [(h, v) for h, v in known if v.basis != "publication"] or known
    chosen = _choose(voices, rules)
    date = DateValue() if chosen is None else _narrow(chosen, voices)
    if chosen is not None and rules == "conservative":
        date = _hull(date, voices)
    yearless = _yearless(dated) if chosen is None else None
    date = yearless or date
    days = days_of(date)
    backing = origins_said(len({h.origin for h, v in voices if chosen and gap(days_of(v), days_of(chosen)) == 0}))
    rulings = {h.position: _rule(h, value, date, backing) for h, value in dated}
    agreed = {
        h.claim.report_id for h, value in known if gap(days_of(value), days) == 0 and value.basis != "publication"
    }
    for h, _ in dated:
        if rulings[h.position].state == "dissents" and h.claim.report_id in agreed:
            reason = f"Its report also tells {date.edtf or 'the days'} of the record; this may date something else."
            rulings[h.position] = Ruling(state="set_aside", reason=reason)
    return DateRuling(
        date=date,
        weekday=_one_weekday(dated) if days == (None, None) else None,
        rulings=rulings,
        disagrees=_disagree(dated),
    )


def _choose(voices: Sequence[tuple[Heard, DateValue]], rules: RuleSet) -> DateValue | None:
    """The claim whose days most origins agree with; then the narrowest, and between equals as `_EQUALS` says.

    Under `informative` the narrowest comes first.
    """

    def worth(entry: tuple[Heard, DateValue]) -> tuple[int, int, bool, int, int, int]:
        h, value = entry
        days = days_of(value)
        agreeing = [other.origin for other, told in voices if gap(days_of(told), days) == 0]
        size = length(days) or _OPEN
        first, second = (size, -len(set(agreeing))) if rules == "informative" else (-len(set(agreeing)), size)
        founded = _BASES.index(value.basis) // _FOUNDED
        return (first, second, not names_hour(h.claim.words), -len(agreeing), founded, h.position)

    return min(voices, key=worth)[1] if voices else None


def _narrow(chosen: DateValue, voices: Sequence[tuple[Heard, DateValue]]) -> DateValue:
    """`chosen`, cut by the claims that overlap it, the narrower first."""
    days = days_of(chosen)
    if length(days) == 1:
        return chosen
    order = sorted(voices, key=lambda v: (length(days_of(v[1])) or _OPEN, days_of(v[1])[0] or 0, v[0].position))
    for _, value in order:
        other = days_of(value)
        if gap(days, other) == 0:
            days = _shared(days, other)
    if days == days_of(chosen):
        return chosen
    same = next((v for _, v in order if days_of(v) == days), None)
    return same if same is not None else _interval(days, chosen)


def _hull(date: DateValue, voices: Sequence[tuple[Heard, DateValue]]) -> DateValue:
    """The days of `date` and of all claims that no other claim lies within."""
    told = {days_of(value) for _, value in voices}
    narrow = [days for days in told if not any(other != days and _within(other, days) for other in told)]
    days = days_of(date)
    lows, highs = [d[0] for d in (days, *narrow)], [d[1] for d in (days, *narrow)]
    whole = (
        None if None in lows else min(n for n in lows if n is not None),
        None if None in highs else max(n for n in highs if n is not None),
    )
    return date if whole == days else _interval(whole, date)


def _within(inner: Days, outer: Days) -> bool:
    lows = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    return lows and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))


def _interval(days: Days, like: DateValue) -> DateValue:
    start, end = (iso(n) if n is not None else None for n in days)
    edtf = start if start == end else f"{start or '..'}/{end or '..'}"
    return DateValue(edtf=edtf, start=start, end=end, precision=precision_of(days), basis=like.basis)


def _shared(left: Days, right: Days) -> Days:
    lows = [n for n in (left[0], right[0]) if n is not None]
    highs = [n for n in (left[1], right[1]) if n is not None]
    return max(lows, default=None), min(highs, default=None)


def _yearless(dated: Sequence[tuple[Heard, DateValue]]) -> DateValue | None:
    """The day of the month without a year that most origins tell, where no report tells more."""
    told = [(h, v) for h, v in dated if month_day(v)]
    if not told:
        return None
    return min(
        told,
        key=lambda t: (
            -origins_of([h for h, v in told if v.edtf == t[1].edtf]),
            -len(t[1].edtf or ""),
            t[1].edtf or "",
            t[0].position,
        ),
    )[1]


def _rule(h: Heard, value: DateValue, date: DateValue, backing: str) -> Ruling:
    told, days = days_of(value), days_of(date)
    if told != (None, None):
        if gap(told, days) == 0:
            if value.basis == "publication" and date.basis != "publication":
                return Ruling(state="set_aside", reason="It is only the publication date, and a report tells a date.")
            exact = told == days
            return Ruling(
                state="supports",
                reason=f"It gives {date.edtf or 'these days'}." if exact else f"Its days hold {date.edtf or 'those'}.",
            )
        if value.basis == "publication":
            return Ruling(state="set_aside", reason="It is only the publication date, and lies outside what is told.")
        return Ruling(
            state="dissents",
            reason=f"It gives {value.edtf or value.start or value.end}, outside {date.edtf}, supported by {backing}.",
        )
    return _rule_undated(h, value, date, days)


def _rule_undated(h: Heard, value: DateValue, date: DateValue, days: Days) -> Ruling:
    partial, weekday = month_day(value), stated_weekday(h.claim.words)
    if partial is not None:
        fits = fits_month_day(days, partial)
        if fits or value.edtf == date.edtf:
            return Ruling(state="supports", reason="It gives that day, without its year.")
        if fits is False or month_day(date) is not None:
            return Ruling(state="dissents", reason="It gives another day, without its year.")
    actual = weekday_of(days)
    if weekday is not None and actual is not None:
        if weekday == actual:
            return Ruling(state="supports", reason=f"It says {WEEKDAYS[weekday]}, on which {date.edtf} falls.")
        return Ruling(
            state="dissents", reason=f"It says {WEEKDAYS[weekday]}; {date.edtf} falls on a {WEEKDAYS[actual]}."
        )
    return Ruling(state="set_aside", reason="Its words cannot be resolved to days without knowing when it was written.")


def _one_weekday(dated: Sequence[tuple[Heard, DateValue]]) -> int | None:
    named = {day for h, _ in dated if (day := stated_weekday(h.claim.words)) is not None}
    return named.pop() if len(named) == 1 else None


def _disagree(dated: Sequence[tuple[Heard, DateValue]]) -> bool:
    """Whether dates of different reports exclude each other.

    A report that tells several dates disagrees with another only where none of its dates can be the other's: the rest
    may date something else that it tells.
    """
    by_report: dict[str, list[tuple[Heard, DateValue]]] = {}
    for h, value in dated:
        by_report.setdefault(h.claim.report_id, []).append((h, value))
    told = list(by_report.values())
    return any(
        any(exclude(a, x, b, y) for a, x in left for b, y in right)
        and all(exclude(a, x, b, y) for a, x in _telling(left) for b, y in _telling(right))
        for n, left in enumerate(told)
        for right in told[n + 1 :]
    )


def _telling(dated: Sequence[tuple[Heard, DateValue]]) -> list[tuple[Heard, DateValue]]:
    """The dates in words that name days, a month or a weekday, not those that only follow from the publication date."""
    return [
        (h, v) for h, v in dated if v.basis != "publication" and (v.edtf or stated_weekday(h.claim.words) is not None)
    ]


def exclude(a: Heard, x: DateValue, b: Heard, y: DateValue) -> bool:
    """Whether two dates, each told by a claim, cannot be one; False where one is only that of publication."""
    if "publication" in (x.basis, y.basis):
        return False
    days_x, days_y = days_of(x), days_of(y)
    if days_x != (None, None) and days_y != (None, None):
        return gap(days_x, days_y) > 0
    part_x, part_y = month_day(x), month_day(y)
    if part_x and part_y:
        return part_x[0] != part_y[0] or (None not in (part_x[1], part_y[1]) and part_x[1] != part_y[1])
    if part_x and days_y != (None, None):
        return fits_month_day(days_y, part_x) is False
    if part_y and days_x != (None, None):
        return fits_month_day(days_x, part_y) is False
    weekday_x = stated_weekday(a.claim.words) if days_x == (None, None) else weekday_of(days_x)
    weekday_y = stated_weekday(b.claim.words) if days_y == (None, None) else weekday_of(days_y)
    return weekday_x is not None and weekday_y is not None and weekday_x != weekday_y
