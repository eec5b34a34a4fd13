"""Reprints: reports that carry one wire story under other headlines, with other furniture, or cut to a brief.

Two reports of one event by two writers share next to no runs of five words (under 5 % of the shorter's); a reprint
shares most. So a report that has more than half of its runs in a longer one is a copy of it, with three guards. What
stands in long quotations counts only where the words around it are shared too. Reports that name different days are two
stories from one template. And what was published more than a week apart must be the same almost throughout, under a
headline that is alike: else it is the page that repeats itself, not the story.

After A. Broder, "On the resemblance and containment of documents" (1997): containment of word runs, candidates by the
runs whose hash is 0 modulo a small number.
"""

from array import array
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from annals.collect.lines import bare, fold_line
from annals.collect.shingles import Body, body_of
from annals.model import Report

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

_SAMPLE = 4
_COMMON = 64
"""Originals that share a run from which on it tells nothing any more."""
_TRIED = 16
"""Candidates that are compared in full."""
_ASKED = 8
"""Members of a group that are tried as its original."""
_NEVER = datetime.max.replace(tzinfo=UTC)


def originals(reports: Iterable[Report]) -> dict[str, str]:
    """Find reprints.

    A pure function of the set of reports: their order does not matter, and a report given twice counts once. Within
    each group of reprints the original is the earliest published (unknown last, then the longest, then the smallest
    id) that shares most of its text with every other one; it is never itself a copy.

    Args:
        reports: All reports to compare.

    Returns:
        The id of each reprint -> the id of its original. Originals and single reports are not in it.
    """
    entries = sorted({report.report_id: _Entry(report) for report in reports}.values(), key=lambda entry: entry.rank)
    found = {}
    for longest, members in _groups(entries):
        first = _original(longest, members)
        found.update({member.name: first.name for member in members if member is not first})
    return found


class _Entry:
    """A report as it is compared."""

    def __init__(self, report: Report) -> None:
        self.name = report.report_id
        self.body: Body = body_of(report)
        self.title = _content_words(report.title) if report.title else None
        """Words of the headline, None where there is none."""
        self.moment = _moment(report.published)
        self.rank = (self.moment, -len(report.text), report.report_id)


def _groups(entries: Sequence[_Entry]) -> list[tuple[_Entry, list[_Entry]]]:
    """Stars: each report joins the longer one that it repeats most of, or begins a group; the longest and its group.

    Only the beginners are looked up, so that a story which hundreds reprint costs no more than one.
    """
    groups: dict[str, tuple[_Entry, list[_Entry]]] = {}
    index: defaultdict[int, list[_Entry]] = defaultdict(list)
    same: defaultdict[bytes, list[_Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: -len(entry.body.runs)):  # stable: then by rank
        sample = [run for run in entry.body.runs if run % _SAMPLE == 0]
        best = _best(entry, [*_likely(sample, index), *same[entry.body.exact][:_TRIED]])
        if best is not None:
            groups[best.name][1].append(entry)
            continue
        groups[entry.name] = (entry, [entry])
        same[entry.body.exact].append(entry)
        for run in sample:
            if len(index[run]) < _COMMON:
                index[run].append(entry)
    return [group for group in groups.values() if len(group[1]) > 1]


def _likely(sample: Sequence[int], index: defaultdict[int, list[_Entry]]) -> list[_Entry]:
    """The beginners that share most of a sample, most first."""
    seen: Counter[str] = Counter()
    candidates: dict[str, _Entry] = {}
    for run in sample:
        others = index.get(run, ())
        if len(others) < _COMMON:
            for other in others:
                seen[other.name] += 1
                candidates[other.name] = other
    likely = [other for name, other in candidates.items() if seen[name] * 3 >= len(sample) * SHARE]
    return sorted(likely, key=lambda other: (-seen[other.name], other.rank))[:_TRIED]


def _best(entry: _Entry, likely: Sequence[_Entry]) -> _Entry | None:
    """The one that an entry repeats most of; None where it is a copy of none."""
    fits = [(share, other) for other in likely if (share := _copied(entry, other))]
    return min(fits, key=lambda fit: (-fit[0], fit[1].rank))[1] if fits else None


def _copied(short: _Entry, long: _Entry) -> float:
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


def _original(longest: _Entry, members: Sequence[_Entry]) -> _Entry:
    """The first of the group that shares most with each other one; the longest always does."""
    for entry in sorted(members, key=lambda entry: entry.rank)[:_ASKED]:
        if all(_akin(entry, other) for other in members):
            return entry
    return longest


def _akin(one: _Entry, other: _Entry) -> bool:
    short, long = sorted((one.body, other.body), key=lambda body: len(body.runs))
    return short.exact == long.exact or _share(short.runs, long.runs) >= SHARE


def _alike(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    """Whether headlines share half of the shorter one's words, or there is none to compare."""
    return one is None or other is None or len(one & other) * 2 >= min(len(one), len(other))


def _content_words(title: str) -> frozenset[str]:
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
