"""Later versions: reports by which one outlet brings its own story up to date, or corrects it.

Asked only of reports that tell one incident. A later version is of the same outlet, later, and of the same story: under
the same address; or within a week with much of the same text, far more than two stories by one desk share; or within a
week marked as an update or a correction, with some of the text or of the headline.

"Later" is by day, then by the number of the edition ("UPDATE 2-..."), then by the time of day, so that nothing is later
than itself in a circle. Of two reports of which one alone has a day nothing is known.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from annals.collect.likeness import APART, LEAST, Entry, content_words
from annals.model import Report
from annals.model.days import ordinal

_MUCH = 0.35
"""Share of the shorter report's runs of words that stands in the other; of two stories by two writers under 0.05."""
_SOME = 0.1
_MARKED_WITHIN = 600
"""Code points from the beginning within which a report says that it is an update."""
_EDITION = re.compile(r"\s*(?:UPDATE|update|Update)\s*(\d{1,2})\b")
_HEADED = re.compile(
    r"\s*\W*(?:updated?|corrections?|corrected|clarifications?|amended|refiled?)(?:\s*\d{1,2})?\s*(?:[:|–—-]|\()"
    r"|\s*\W*(?:UPDATED?|CORRECTION|CORRECTED|CLARIFICATION|AMENDED|REFILED?)\b",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"UPDATED?|CORRECTION|CORRECTED|CLARIFICATION|AMENDED|REFILED?")
_BRACKETED = re.compile(
    r"[(\[](?:updates?|updated|corrects?|corrected|adds|recasts|amends)\b[^)\]]{0,160}[)\]]", re.IGNORECASE
)
_FOOT = re.compile(
    r"\bthis\s+(?:article|story|report|piece|post)\s+(?:has\s+been|was)\s+(?:updated|corrected|amended|revised)\b"
    r"|\ban?\s+(?:earlier|previous|original)\s+version\s+of\s+this\s+(?:article|story|report|piece|post)\b",
    re.IGNORECASE,
)
_TRACKING = re.compile(r"utm_|fbclid$|gclid$|ref$|cmpid$", re.IGNORECASE)


_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/", re.IGNORECASE)
_NO_KEY = ("outlet None", "host ", "address None")


class _Version(NamedTuple):
    """A report as versions are told apart."""

    report: Report
    outlet: str | None
    address: str | None
    day: int | None
    edition: int
    """0 where it is not marked as an update or correction, else its number, 1 where it has none."""


def later_versions(groups: Iterable[Iterable[str]], reports: Mapping[str, Report]) -> dict[str, frozenset[str]]:
    """Find the later versions of reports.

    A function of each two reports of a group alone; the order of groups and of what is in them does not matter.

    Args:
        groups: ids of reports that tell one incident each.
        reports: report_id -> report; what is missing is passed over.

    Returns:
        The id of each report that has later versions in a group of its -> their ids.
    """
    found: dict[str, set[str]] = {}
    for group in groups:
        for one, other in _of_one_outlet(reports[name] for name in sorted(set(group)) if name in reports):
            for old, new in ((one, other), (other, one)):
                if _later(new, old) and _same_story(old, new):
                    found.setdefault(old.report.report_id, set()).add(new.report.report_id)
    return {name: frozenset(found[name]) for name in sorted(found)}


def edition_of(report: Report) -> int:
    """The number of the edition that a report says it is: 0 for none, 1 for an update or correction without one."""
    title, start = report.title or "", report.text[:_MARKED_WITHIN]
    heads = [title, *(line for line in start.splitlines() if line.strip())][:4]
    numbers = [int(found[1]) for head in heads if (found := _EDITION.match(head))]
    if numbers:
        return max(1, *numbers)
    marked = any(_is_headed(head) for head in heads) or _BRACKETED.search(f"{title}\n{start}")
    return 1 if marked or _FOOT.search(report.text) else 0


def _is_headed(line: str) -> bool:
    """Whether a line begins with the mark: in capitals, or before a colon or a dash. "Update on the talks" does not."""
    found = _HEADED.match(line)
    return found is not None and (found[0].rstrip()[-1] in ":|–—-(" or _SHOUTED.search(found[0]) is not None)


@lru_cache(maxsize=512)
def _cut(report: Report) -> Entry:
    return Entry(report)


def _version(report: Report) -> _Version:
    return _Version(
        report=report,
        outlet=(report.publisher or "").casefold().strip() or None,
        address=_address(report.url),
        day=ordinal(report.published) if report.published and len(report.published) > len("2020-01") else None,
        edition=edition_of(report),
    )


def _address(url: str | None) -> str | None:
    """Host, path and query of an address, without what only follows a reader about; None where it names no page.

    >>> _address("https://www.courier.example/news/4/?utm_source=x#top"), _address("https://courier.example/")
    ('courier.example/news/4', None)
    """
    try:
        parts = urlsplit(_ARCHIVED.sub("", (url or "").strip()))
    except ValueError:
        return None
    host = (parts.netloc or "").lower().removeprefix("www.").removeprefix("m.")
    query = urlencode([pair for pair in parse_qsl(parts.query) if not _TRACKING.match(pair[0])])
    path = parts.path.rstrip("/")
    if not host or not (path or query):
        return None
    return f"{host}{path}{'?' if query else ''}{query}"


def _of_one_outlet(reports: Iterable[Report]) -> Iterator[tuple[_Version, _Version]]:
    """Each two reports of one name of outlet or, where one has no such name, of one host; or of one address."""
    alike: defaultdict[str, list[_Version]] = defaultdict(list)
    for report in reports:
        version = _version(report)
        host = (version.address or "").partition("/")[0].partition("?")[0]
        for key in {f"outlet {version.outlet}", f"host {host}", f"address {version.address}"}:
            if key not in _NO_KEY:
                alike[key].append(version)
    for key, versions in alike.items():
        for one, other in combinations(versions, 2):
            named = one.outlet is not None and other.outlet is not None
            if not (key.startswith("host ") and named):
                yield one, other


def _later(new: _Version, old: _Version) -> bool:
    if new.day is None or old.day is None:
        return new.day is None and old.day is None and new.edition > old.edition
    if (new.day, new.edition) != (old.day, old.edition):
        return (new.day, new.edition) > (old.day, old.edition)
    timed = all("T" in (version.report.published or "") for version in (new, old))
    return timed and _cut(new.report).moment > _cut(old.report).moment


def _same_story(old: _Version, new: _Version) -> bool:
    if old.address is not None and old.address == new.address:
        return True
    if new.day is not None and old.day is not None and new.day - old.day > APART.days:
        return False
    one, other = _cut(old.report), _cut(new.report)
    share = _shared(one, other)
    # Two nights told from one template share much, and name different days.
    one_day = not one.body.days or not other.body.days or not one.body.days.isdisjoint(other.body.days)
    return (share >= _MUCH and one_day) or (
        new.edition > old.edition and (share >= _SOME or _alike(old.report, new.report))
    )


def _alike(old: Report, new: Report) -> bool:
    """Whether both headlines, without the mark, share half of the shorter one's words."""
    one, other = (content_words(_HEADED.sub("", report.title or "", count=1)) for report in (old, new))
    return len(one & other) * 2 >= min(len(one), len(other)) > 0


def _shared(one: Entry, other: Entry) -> float:
    """The share of the shorter report's own runs that stands in the longer one; 0 for very short reports."""
    short, long = sorted((one.body, other.body), key=lambda body: len(body.runs))
    own = set(short.own or short.runs)
    if short.exact == long.exact:
        return 1.0
    return len(own.intersection(long.runs)) / len(own) if len(own) >= LEAST else 0.0
