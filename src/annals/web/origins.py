"""The reports of a record by origin: reprints and later versions of one story are folded under its first report."""

import re
from collections.abc import Mapping

import msgspec

from annals.model import Incident, IncidentReport, Report
from annals.model.versions import one_origin
from annals.show.clean import printable
from annals.show.values import published_words

_TIME = re.compile(r"T(\d{2}:\d{2})[\d:.]*(Z|[+-]\d{2}:?\d{2})?$", re.ASCII)


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One report of a record as pages name it."""

    report: IncidentReport
    number: int
    """Its number in the record's list, from 1."""
    outlet: str
    """Publisher, else the file it came from, else a remark."""
    when: str
    """Publication date in words, with the time of day where it is given; "undated" where unknown."""


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Reports that go back to one story."""

    key: str
    """Report id of the original."""
    first: Source
    """The original, or where the record does not list it, the earliest reprint."""
    reprints: tuple[Source, ...] = ()
    """Its reprints, and the later versions by which its outlet brought it up to date."""

    @property
    def members(self) -> tuple[Source, ...]:
        """All its reports, the original first."""
        return (self.first, *self.reprints)


def sources(incident: Incident, texts: Mapping[str, Report]) -> dict[str, Source]:
    """Return the record's reports by id, numbered in its order."""
    found = {}
    for number, report in enumerate(incident.reports, start=1):
        stored = texts.get(report.report_id)
        file = stored.origin.rpartition("/")[2] if stored is not None and stored.origin else None
        found[report.report_id] = Source(
            report=report,
            number=number,
            outlet=printable(report.publisher or file or "unnamed source"),
            when=published_words(report.published) + _time(report.published),
        )
    return found


def _time(published: str | None) -> str:
    """Return the time of day of a publication date, as given, "" where it has none.

    >>> _time("2019-12-09T18:30:00+03:00"), _time("2019-12-09")
    (', 18:30 +03:00', '')
    """
    found = _TIME.search(published or "")
    return f", {found[1]} {found[2] or ''}".rstrip() if found else ""


def origins(known: Mapping[str, Source]) -> list[Origin]:
    """Return the origins: the earliest published first, the undated last."""
    reports = [source.report for source in known.values()]
    copies = {report.report_id: report.copy_of for report in reports if report.copy_of}
    newer = {report.report_id: report.superseded_by for report in reports if report.superseded_by}
    origin = one_origin(known, copies, newer)
    groups: dict[str, list[Source]] = {}
    for source in known.values():
        groups.setdefault(origin[source.report.report_id], []).append(source)
    found = []
    for key, members in groups.items():
        members.sort(key=lambda s: (s.report.report_id != key, s.report.published or "9", s.number))
        found.append(Origin(key=key, first=members[0], reprints=tuple(members[1:])))
    return sorted(found, key=lambda o: (o.first.report.published or "9", o.first.number))
