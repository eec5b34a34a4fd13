"""Dates reports that were given no publication date, as a problem of constraints over days.

The unknowns are the days of publication. What bounds them are clues in each report's own text, and incidents that
several reports tell: from one day of publication "on Monday" means one day, and an incident has one day, so that
reports bound each other. A report is settled from its neighbourhood: its clues, the reports that tell an incident with
it, and those that tell one with these. Nothing is guessed: what stays open is told as an interval.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from annals.english.times import find_times, names_hour
from annals.harmonise.clue_words import FIRST, HORIZON, SOON
from annals.harmonise.dates import resolve_date
from annals.harmonise.day_ranges import Ranges, days_in, hull, meet, ranges_of, size, told
from annals.harmonise.day_spans import calendar_day, published_days, value_of
from annals.harmonise.tallying import dated_tally
from annals.model import Account, Claim, DateValue, Mention
from annals.model.dating import Clue, Dating, SharedIncident, Step
from annals.model.days import days_of, is_undated, month_day, ordinal

if TYPE_CHECKING:
    from annals.model.values import DateBasis

_ORDER = ("stamp", "dateline", "day", "event", "anniversary", "weekday", "year", "name", "office")
_SETTLED = 7
"""A report is dated where no more than so many days are left."""
_WEEK = 7
_FEW = 120
"""The weekday of the news says something only where the days left lie within so many."""
_YEAR = 400
"""A weekday is looked for in a series of known events only where no more days are left."""
_MANY = 1200
"""Days of publication for which words are read one by one, at most."""
_ROUNDS = 4
"""A report is bounded by those that it shares an incident with, by those that these share one with, and so on."""
_STRONG = 2.0
"""Log-odds from which two mentions are one incident even where neither year is known."""
_SURE = 8.0
"""Log-odds from which they are one although their words of time are a day off."""
_RIVAL = 1.5
"""A tie decides nothing against another that leaves other days and is weaker by no more than this."""
_ONE_TIME = 60
"""Days of an incident that lie within so many days are of one year and season."""
_RECENT = 330
_FRESH = 30
"""Days for which a known event is still news."""
_CLAIMS = 3
_WEEKLY = frozenset({"weekday", "dayword", "clock", "daypart"})
_TELLING = frozenset({"weekday", "dayword", "date", "chain", "ago", "holiday"})


class _Left(msgspec.Struct):
    """What is left of one report's days of publication."""

    account: Account
    ranges: Ranges
    steps: list[Step]
    exact: bool = False
    """Whether a stamp or dateline of the report's own gave the day."""
    others: bool = False
    """Whether other reports had a part in it."""

    def narrow(self, ranges: Ranges, reason: str, *, clue: Clue | None = None, other: str | None = None) -> bool:
        """Take over what is left; False where nothing would be."""
        left = meet(self.ranges, ranges)
        if not left:
            return False
        if left != self.ranges:
            self.ranges = left
            quote = clue.quote if clue is not None else None
            self.steps.append(Step(reason=reason, quote=quote, other=other, left=told(left)))
        return True


def date_reports(
    accounts: Sequence[Account], shared: Sequence[SharedIncident], published: Mapping[str, str | None]
) -> dict[str, Dating]:
    """Work out when each report was published that was given no day; by report_id, those that say nothing included.

    Args:
        accounts: those of the undated reports, and of all reports that share an incident with one.
        shared: pairs of mentions that tell one incident, of which at least one is of an undated report.
        published: report_id -> publication date as given; None or a month where the day is unknown.
    """
    mentions = {mention.mention_id: mention for account in accounts for mention in account.mentions}
    own = {
        a.report_id: _by_clues(a, published.get(a.report_id))
        for a in accounts
        if is_undated(published.get(a.report_id))
    }
    ties: dict[str, list[tuple[float, str, str]]] = {name: [] for name in own}
    for pair in shared:
        for here, there in ((pair.left, pair.right), (pair.right, pair.left)):
            name = mentions[here].report_id
            if name in ties:
                ties[name].append((-pair.odds, here, there))
    known = own
    for _ in range(_ROUNDS):
        known = {name: _settled(own[name], sorted(ties[name]), known, mentions) for name in sorted(own)}
    return {name: _dating(left) for name, left in known.items()}


def _by_clues(account: Account, published: str | None) -> _Left:
    """What the report's own words leave; a clue that contradicts a surer one is passed over."""
    left = _Left(account=account, ranges=ranges_of([(FIRST.isoformat(), HORIZON.isoformat())]), steps=[])
    month = published_days(published)
    if month is not None:
        left.narrow(((month[0].toordinal(), month[1].toordinal()),), "its month is given")
    for kind in _ORDER:
        for clue in account.clues:
            if clue.kind == kind and left.narrow(ranges_of(clue.spans), clue.reason, clue=clue):
                left.exact = left.exact or kind in ("stamp", "dateline")
    _by_latest_event(left)
    return left


def _by_latest_event(left: _Left) -> None:
    """Of the years left for a day that the page gives, that in which it is right after the last known event told.

    Told with no time of its own such an event is news; a year on it is told as "last year" or with its date.
    """
    if not left.exact or len(left.ranges) == 1:
        return
    told = [(start, clue) for clue in left.account.clues if clue.kind == "event" for start, _ in clue.spans[-1:]]
    known = [(n, clue) for start, clue in told if (n := ordinal(start)) is not None]
    known = [(n, clue) for n, clue in known if n <= left.ranges[-1][1]]
    latest, clue = max(known, key=lambda item: item[0], default=(0, None))
    after = [(low, high) for low, high in left.ranges if low >= latest]
    if clue is None or not after or after[0][0] - latest > _FRESH:
        return
    left.narrow((after[0],), f"{clue.reason}, and the page's day is right after it in that year alone", clue=clue)


def _settled(
    own: _Left, ties: Sequence[tuple[float, str, str]], others: Mapping[str, _Left], mentions: Mapping[str, Mention]
) -> _Left:
    """What a report's own clues and its neighbours leave; the strongest tie first.

    Where two ties of like strength leave different days, both are left: attacks of one kind on one place look alike.
    """
    left = _Left(account=own.account, ranges=own.ranges, steps=list(own.steps), exact=own.exact)
    found = [
        (-odds, kept, mentions[there].report_id)
        for odds, here, there in ties
        if (kept := _by_incident(left, mentions[here], mentions[there], others.get(mentions[there].report_id), -odds))
    ]
    for odds, kept, name in found:
        if not meet(left.ranges, kept):
            continue
        rivals = [days for more, days, _ in found if abs(odds - more) <= _RIVAL and not meet(kept, days)]
        before = left.ranges
        reason = "another report tells the same incident"
        if left.narrow(ranges_of_days(itertools.chain(kept, *rivals)), reason, other=name):
            left.others = left.others or left.ranges != before
    _by_series(left)
    _by_weekdays(left)
    return left


def _by_incident(left: _Left, here: Mention, there: Mention, other: _Left | None, odds: float) -> Ranges | None:
    """The days of publication from which the words mean a day on which the other report has the incident.

    None where the other report does not know its day.
    """
    days = _stated(there) if other is None else _told_days(there, other.ranges)
    if not days or (odds < _STRONG and max(days) - min(days) > _ONE_TIME):
        # Days of several years meet by chance.
        return None
    kept = _published_for(here, left.ranges, days)
    if not kept and odds >= _SURE and max(days) - min(days) <= _ONE_TIME:
        # The day on which somebody spoke of it is taken for its own, or the night for the day after.
        kept = _published_for(here, left.ranges, {day + slip for day in days for slip in (-1, 0, 1)})
    return kept


def _stated(mention: Mention) -> set[int] | None:
    """The days of a mention whose date is known, at most a week of them."""
    spans = [
        days_of(c.value) for c in mention.claims if isinstance(c.value, DateValue) and c.value.basis != "publication"
    ]
    known = [(low, high) for low, high in spans if low is not None and high is not None and high - low < _WEEK]
    if not known:
        return None
    low, high = min(known, key=lambda span: (span[1] - span[0], span))
    return set(range(low, high + 1))


def _told_days(mention: Mention, published: Ranges) -> set[int] | None:
    """The days that a mention's words can mean, over all days of publication left; None where these are too many."""
    stated = _stated(mention)
    if stated is not None:
        return stated
    claims = _telling(mention)
    yearless = _yearless(claims, published)
    if yearless is not None:
        return yearless
    if not claims or size(published) > _MANY:
        return None
    return {day for one in days_in(published) for day in _all_meant(claims, one)} or None


def _yearless(claims: Sequence[Claim], published: Ranges) -> set[int] | None:
    """The days of a month that a mention names without their year, in all years left, with the weekday it names."""
    values = [c.value for c in claims if isinstance(c.value, DateValue)]
    told = next((known for value in values if (known := month_day(value)) and known[1]), None)
    if told is None:
        return None
    weekdays = {p.weekday for c in claims for t in find_times(c.words) for p in t.parts if p.kind == "weekday"}
    low, high = hull(published)
    days = {
        day.toordinal()
        for year in range(date.fromordinal(low).year - 1, date.fromordinal(high).year + 1)
        if (day := calendar_day(year, told[0], told[1])) and (len(weekdays) != 1 or day.weekday() in weekdays)
    }
    return {day for day in days if any(first <= day + _RECENT and day <= last for first, last in published)}


def _published_for(mention: Mention, published: Ranges, days: set[int]) -> Ranges:
    """Those days of publication from which a mention's words mean one of `days`; all where that cannot be told."""
    claims, stated = _telling(mention), _stated(mention)
    if not claims or stated is not None:
        return meet(published, ((min(days), HORIZON.toordinal()),)) if stated is None or stated & days else ()
    yearless = _yearless(claims, published)
    if yearless is not None:
        days = days & yearless
    reach = max(_reach(claim) for claim in claims)
    windows = ranges_of_days((day, day + reach) for day in days)
    left = meet(published, windows)
    if size(left) > _MANY:
        return left
    return ranges_of_days((day, day) for day in days_in(left) if days & _all_meant(claims, day))


def _all_meant(claims: Sequence[Claim], published: int) -> set[int]:
    """The days that all words of a mention mean for a day of publication; words that fit none of them are left out."""
    found: set[int] = set()
    for claim in claims:
        span = _meant(claim, published)
        if span is not None:
            days = set(range(span[0], span[1] + 1))
            found = (found & days or found) if found else days
    return found


def ranges_of_days(spans: Iterable[tuple[int, int]]) -> Ranges:
    """Join runs of days."""
    out: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if out and low <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(high, out[-1][1]))
        else:
            out.append((low, high))
    return tuple(out)


def _reach(claim: Claim) -> int:
    """How many days after the day that they mean words of that kind are still written."""
    kinds = {part.kind for time in find_times(claim.words) for part in time.parts}
    return 2 * _WEEK if kinds <= _WEEKLY else _YEAR


def _telling(mention: Mention) -> list[Claim]:
    """The claims of a mention whose words tell its day, the closest words first."""
    dates = [c for c in mention.claims if c.field == "date" and isinstance(c.value, DateValue)]

    def closeness(claim: Claim) -> tuple[bool, bool, int]:
        kinds = {part.kind for time in find_times(claim.words) for part in time.parts}
        return (not names_hour(claim.words), not kinds & {"weekday", "dayword"}, claim.quote.start)

    told = [
        c
        for c in dates
        if isinstance(c.value, DateValue) and None in days_of(c.value)
        if any(p.kind in _TELLING and p.bound is None for t in find_times(c.words) for p in t.parts)
    ]
    return sorted(told, key=closeness)[:_CLAIMS]


def _meant(claim: Claim, published: int) -> tuple[int, int] | None:
    """The days that a claim's words mean for a day of publication, where these are at most a week."""
    low, high = days_of(_read(claim, date.fromordinal(published).isoformat()))
    return (low, high) if low is not None and high is not None and high - low < _WEEK else None


def _read(claim: Claim, published: str) -> DateValue:
    anchor = resolve_date(claim.anchor, published=published) if claim.anchor else None
    return resolve_date(claim.words, published=published, anchor=anchor, inverse=claim.backwards)


def _by_series(left: _Left) -> None:
    """A weekday of one of a series of known events, where few days are left and only one of the series fits."""
    for clue in left.account.clues:
        if clue.kind != "series" or clue.weekday is None or size(left.ranges) > _YEAR:
            continue
        known = [n for start, _ in clue.spans if (n := ordinal(start)) is not None]
        for slip in (0, 1):
            days = {
                day
                for near in known
                for day in range(near - slip, near + slip + 1)
                if (day - 1) % _WEEK == clue.weekday
            }
            kept = ranges_of_days((day, day) for day in days_in(left.ranges) for d in days if 0 <= day - d < _WEEK)
            if kept:
                if len(kept) == 1:
                    left.narrow(kept, clue.reason, clue=clue)
                break


def _by_weekdays(left: _Left) -> None:
    """A report comes out on the last of the weekdays that it names or shortly after, and soon after its news."""
    clues = {clue.weekday: clue for clue in left.account.clues if clue.kind in ("told", "opening")}
    opening = next((clue for clue in left.account.clues if clue.kind == "opening"), None)
    low, high = hull(left.ranges)
    if not clues or left.exact or high - low > _FEW:
        return
    late = [weekday for weekday in clues if weekday is not None]
    near = [opening.weekday] if opening is not None and opening.weekday is not None else late
    kept = {day for day in days_in(left.ranges) if min((day - 1 - weekday) % _WEEK for weekday in near) <= SOON}
    # The same weekday a week ago, less a day, would be told as "last Friday".
    kept = {day for day in kept if all((day - 1 - weekday) % _WEEK < _WEEK - 1 for weekday in late)} or kept
    if kept:
        clue = opening or min(clues.values(), key=lambda clue: clue.quote.start)
        left.narrow(ranges_of_days((day, day) for day in kept), clue.reason, clue=clue)


def _dating(left: _Left) -> Dating:
    low, high = hull(left.ranges)
    few = high - low < _SETTLED
    open_end = high >= HORIZON.toordinal()
    open_start = low <= FIRST.toordinal()
    basis: DateBasis = "unknown"
    if few:
        basis = "corroborated" if left.others else "stated" if left.exact else "relative"
    return Dating(
        report_id=left.account.report_id,
        start=None if open_start else date.fromordinal(low).isoformat(),
        end=None if open_end else date.fromordinal(high).isoformat(),
        basis=basis,
        steps=tuple(left.steps),
    )


def redated(account: Account, dating: Dating) -> Account:
    """Read the date claims and the windows of counts anew that could not be read without a publication date.

    A value is taken over where the first and the last possible day of publication give it, or days that lie within a
    week; ids stay. The basis is the dating's where other reports had a part in it.
    """
    if dating.start is None or dating.end is None:
        return account
    mentions = tuple(
        msgspec.structs.replace(mention, claims=tuple(_redated(claim, dating) for claim in mention.claims))
        for mention in account.mentions
    )
    tallies = tuple(dated_tally(tally, dating, mentions) for tally in account.tallies)
    return msgspec.structs.replace(account, mentions=mentions, tallies=tallies)


def _redated(claim: Claim, dating: Dating) -> Claim:
    if not isinstance(claim.value, DateValue) or days_of(claim.value) != (None, None):
        return claim
    first, last = (_read(claim, day) for day in (dating.start or "", dating.end or ""))
    spans = (days_of(first), days_of(last))
    lows = [low for low, _ in spans if low is not None]
    highs = [high for _, high in spans if high is not None]
    if len(lows) < len(spans) or len(highs) < len(spans):
        return claim
    if first.start != last.start and max(highs) - min(lows) >= _WEEK:
        return claim
    value = first if spans[0] == spans[1] else _over(min(lows), max(highs))
    basis: DateBasis = "corroborated" if dating.basis == "corroborated" else value.basis
    return msgspec.structs.replace(claim, value=msgspec.structs.replace(value, basis=basis))


def _over(low: int, high: int) -> DateValue:
    return value_of((date.fromordinal(low), date.fromordinal(high)), "relative")
