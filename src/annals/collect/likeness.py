"""Whether one report repeats another: how a report is compared, and by what others find it.

Two reports of one event by two writers share next to no runs of five words (under 5 % of the shorter's); a reprint
shares most. So a report that has more than half of its runs in a longer one is a copy of it, with three guards. What
stands in long quotations counts only where the words around it are shared too. Reports that name different days are two
stories from one template. And what was published more than a week apart must be the same almost throughout, under a
headline that is alike: else it is the page that repeats itself, not the story.

After A. Broder, "On the resemblance and containment of documents" (1997): containment of word runs, candidates by the
runs whose hash is 0 modulo a small number (the *marks* of a report).
"""

from array import array
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from math import ceil

from annals.collect.lines import bare, fold_line
from annals.collect.shingles import Body, body_of
from annals.model import Report
from annals.model.ids import number_of
from annals.model.traces import Card, Place

SHARE = 0.55
"""Share of the shorter report's runs that stands in the longer one, from which it is a copy."""
ALMOST_ALL = 0.85
"""The same for reports of few runs, or published more than `APART` after each other."""
APART = timedelta(days=7)
FEW = 40
"""Runs; of two reports so short each must repeat almost all of the other."""
LEAST = 10
"""Runs; below, only identical texts are copies."""
SENTENCE = 5
"""Words from which identical texts are copies."""

FEW_OWN = 20
"""Runs outside quotations; a report with fewer is a statement and little else."""

HEADS = 16
"""Of the reports that share a mark the longest so many are those that the others are compared with. So a story which
hundreds reprint, or a phrase that stands under every page of a site, costs no more than one that few do."""

_FINE, _COARSE = 4, 8
_LONG = 160
"""Runs; of a report so long one in `_COARSE` is a mark, of a shorter one a run in `_FINE`."""
_NEVER = datetime.max.replace(tzinfo=UTC)

Rank = tuple[datetime, int, str]
"""By which the original of a group is chosen: the moment of publication (unknown last), the length of the text,
negative, and the id."""


def rank_of(card: Card) -> Rank:
    """The rank of a report among reprints."""
    return _moment(card.published), -card.length, card.report_id


def shared_from(card: Card, other: Place) -> int:
    """How many runs a report must share as marks with a longer one to be compared with it; at least 1."""
    marks = card.sampled if -other[0] < _LONG else card.coarse
    return max(1, ceil(marks * SHARE / 3))


class Entry:
    """A report as it is compared."""

    def __init__(self, report: Report) -> None:
        """Cut its text into runs; all else follows from that."""
        self.body: Body = body_of(report)
        self.title = content_words(report.title) if report.title else None
        """Words of the headline, None where there is none."""
        runs = self.body.runs
        every = _FINE if len(runs) < _LONG else _COARSE
        self.sample = tuple(run for run in runs if run % every == 0)
        """Those of its runs that are marks."""
        self.exact = -1 - number_of(self.body.exact)
        """The mark that only reports of exactly the same words share; no run has that number."""
        self.card = Card(
            report_id=report.report_id,
            place=(-len(runs), number_of(report.report_id.encode())),
            published=report.published,
            length=len(report.text),
            sampled=len(self.sample),
            coarse=sum(run % _COARSE == 0 for run in self.sample),
        )
        self.name = report.report_id
        self.place = self.card.place
        self.moment = rank_of(self.card)[0]
        """The last moment at which it can have been published; the end of time where that is unknown."""

    @property
    def marks(self) -> tuple[int, ...]:
        """What reports are found by: runs, and all the words together."""
        return (*self.sample, self.exact)


def likely(entry: Entry, heads: Mapping[int, Iterable[Place]]) -> list[Place]:
    """The longer reports that share enough marks to be compared with, sorted.

    Args:
        entry: the report.
        heads: mark -> the first `HEADS` of the reports that have it, in the order of their places; for all its marks.
    """
    seen: Counter[Place] = Counter()
    for mark in entry.sample:
        seen.update(other for other in heads.get(mark, ()) if other < entry.place)
    found = {other for other, count in seen.items() if count >= shared_from(entry.card, other)}
    return sorted(found.union(other for other in heads.get(entry.exact, ()) if other < entry.place))


def copied(short: Entry, long: Entry) -> float:
    """The share of `short` that stands in `long` where `short` is a copy of it, else 0."""
    runs, other = short.body, long.body
    apart = _NEVER not in (short.moment, long.moment) and abs(long.moment - short.moment) > APART
    if apart and not _alike(short.title, long.title):
        return 0.0
    if runs.exact == other.exact and runs.words >= SENTENCE:
        return 1.0
    share = _share(runs.runs, other.runs)
    if share < SHARE or (runs.days and other.days and runs.days.isdisjoint(other.days)):
        return 0.0
    few = len(runs.runs) < FEW
    statement = len(runs.own) < FEW_OWN
    if (few or apart or statement) and share < ALMOST_ALL:
        return 0.0
    if few and (len(runs.runs) < LEAST or _share(other.runs, runs.runs) < ALMOST_ALL):
        return 0.0
    if not statement and _share(runs.own, other.runs) < SHARE:
        return 0.0
    return share


def akin(one: Entry, other: Entry) -> bool:
    """Whether the shorter of two reports repeats most of the longer, whatever else speaks against it."""
    short, long = sorted((one.body, other.body), key=lambda body: len(body.runs))
    return short.exact == long.exact or _share(short.runs, long.runs) >= SHARE


def _alike(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    """Whether headlines share half of the shorter one's words, or there is none to compare."""
    return one is None or other is None or len(one & other) * 2 >= min(len(one), len(other))


def content_words(title: str) -> frozenset[str]:
    """The words of a headline that say something: those of four letters and more."""
    return frozenset(word for word in map(bare, fold_line(title).split()) if len(word) > 3)  # noqa: PLR2004 - "in", "the"


def _share(part: "array[int]", whole: "array[int]") -> float:
    """The share of the runs of `part` that are runs of `whole`; 0 for an empty part."""
    return len(_as_set(whole.tobytes()).intersection(part)) / len(part) if part else 0.0


@lru_cache(maxsize=2048)
def _as_set(runs: bytes) -> frozenset[int]:
    return frozenset(array("I", runs))


def _moment(published: str | None) -> datetime:
    """The last moment that the publication date can mean; the end of time where it is unknown."""
    if published is None:
        return _NEVER
    try:
        if len(published) == 7:  # noqa: PLR2004 - YYYY-MM
            year, month = int(published[:4]), int(published[5:])
            published = f"{published}-{monthrange(year, month)[1]}"
        moment = datetime.fromisoformat(published)
        if len(published) == 10:  # noqa: PLR2004 - YYYY-MM-DD
            moment = moment.replace(hour=23, minute=59, second=59)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return _NEVER
