"""Mentions of which it is known whether two of them tell one event, from reports that people grouped or coded."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from annals.collect.copies import originals
from annals.collect.report import report_of
from annals.link.profile import Profile, profiles_of
from annals.model import Account, Mention, Report
from annals.pipeline import HarmonisingReader

Row = dict[str, Any]
Known = Callable[[str, str], bool | None]
"""Whether two documents tell one event; None where that is not known."""


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """The profiles of some reports, and what is known of them."""

    name: str
    profiles: Mapping[str, Profile]
    document: Mapping[str, str]
    """Main mention of a report -> id of its document; only for documents of which something is known."""
    event: Mapping[str, str]
    """Document -> the event it is about, by which folds are made."""
    known: Known


HALF_YEAR = ("2016-08", "2017-02")
"""First month, and the first after: when gva_incidents, train, is as dense in time as news of a whole country is."""


def gva(data: Path, cache: Path, reader: Callable[[], HarmonisingReader]) -> Corpus:
    """Shootings in the United States, reports grouped by people; those with one incident and a text of their own."""
    return _gva(data, cache / "gva.mp", reader, ("", "9999"))


def gva_half_year(data: Path, cache: Path, reader: Callable[[], HarmonisingReader]) -> Corpus:
    """Of `gva` the incidents first reported in `HALF_YEAR`, each with all its reports."""
    return _gva(data, cache / "gva_half_year.mp", reader, HALF_YEAR)


def _gva(data: Path, cache: Path, reader: Callable[[], HarmonisingReader], months: tuple[str, str]) -> Corpus:
    incident = {row["doc_id"]: row["incident_ids"][0] for row in _rows(data / "gva_incidents/gold.train.jsonl")}
    rows = list(_rows(data / "gva_incidents/docs.train.jsonl"))
    first: dict[str, str] = {}
    for row in rows:
        name = incident[row["doc_id"]]
        first[name] = min(first.get(name, "9999"), row["dct"] or "9999")
    rows = [row for row in rows if months[0] <= first[incident[row["doc_id"]]] <= months[1]]
    texts = {
        row["doc_id"]: (row["title"], "\n\n".join(part for part in (row["title"], row["text"]) if part), row["dct"])
        for row in rows
    }
    event = {
        row["doc_id"]: row["incident_ids"][0]
        for row in _rows(data / "gva_incidents/gold.train.jsonl")
        if len(row["incident_ids"]) == 1 and not row["noisy"]
    }
    return _corpus("gva", _read(texts, cache, reader), event, lambda a, b: event[a] == event[b])


def airwars(data: Path, cache: Path, reader: Callable[[], HarmonisingReader]) -> Corpus:
    """Air strikes on Gaza, one assessment each: no two are one event, however like they are."""
    rows = list(_rows(data / "airwars_gaza/reports.train.jsonl"))
    texts = {row["id"]: (None, "\n\n".join(row["paras"]), None) for row in rows}
    return _corpus(
        "airwars",
        _read(texts, cache / "airwars.mp", reader),
        {row["id"]: row["id"] for row in rows},
        lambda a, b: a == b,
    )


def muc4(data: Path, cache: Path, reader: Callable[[], HarmonisingReader]) -> Corpus:
    """Insurgencies in Latin America: messages with one template, one event where day, place and kind are the same.

    Where the templates do not tell the day or the town, nothing is known of the pair but that two countries are two.
    """
    keys = {row["docid"]: row for row in _rows(data / "muc4/keys_train.jsonl")}
    texts = {
        row["docid"]: (None, row["doctext"], _dateline(keys.get(row["docid"], {}).get("dateline")))
        for row in _rows(data / "muc4/train.jsonl")
    }
    coded = {name: _Coded.of(row["templates"][0]) for name, row in keys.items() if len(row["templates"]) == 1}
    event = {name: code.key for name, code in coded.items()}
    return _corpus("muc4", _read(texts, cache / "muc4.mp", reader), event, lambda a, b: coded[a].same(coded[b]))


def main_mention(account: Account) -> Mention | None:
    """What a report is about: of what it tells as news, else of what it recalls, the mention with most claims."""
    told = [mention for mention in account.mentions if mention.realis == "actual" and not mention.aggregate]
    return max(told, key=lambda m: (m.prominence == "reported", len(m.claims), -m.trigger.start), default=None)


@dataclass(frozen=True)
class _Coded:
    """What a template says of when, where and what."""

    start: date | None
    end: date | None
    places: tuple[str, ...]
    kind: str

    @classmethod
    def of(cls, template: Row) -> "_Coded":
        days = [day for text in _values(template, "incident_date") for day in _days(text)]
        if any(text.strip().startswith("-") for text in _values(template, "incident_date")):
            days = []
        places = next(iter(_values(template, "incident_location")), "")
        names = tuple(re.sub(r"\s*\(.*?\)", "", part).strip() for part in places.split(":") if part.strip())
        return cls(
            min(days, default=None), max(days, default=None), names, "/".join(_values(template, "incident_type"))
        )

    @property
    def key(self) -> str:
        return f"{self.start} {self.places[:2]} {self.kind}"

    def same(self, other: "_Coded") -> bool | None:
        if self.places[:1] != other.places[:1]:
            return False
        if not (self.start and self.end and other.start and other.end):
            return None
        if (self.start - other.end).days > 1 or (other.start - self.end).days > 1:
            return False
        shared = min(len(self.places), len(other.places))
        if shared > 1 and self.places[:shared] != other.places[:shared]:
            return None if self.start == other.start else False
        exact = self.start == self.end == other.start == other.end
        return True if exact and shared > 1 and self.kind == other.kind else None


def _corpus(name: str, read: Iterable[tuple[Report, Account]], event: Mapping[str, str], known: Known) -> Corpus:
    pairs = list(read)
    origins = originals([report for report, _ in pairs])
    profiles: dict[str, Profile] = {}
    document: dict[str, str] = {}
    for report, account in pairs:
        origin = origins.get(report.report_id, report.report_id)
        profiles |= {p.mention_id: p for p in profiles_of(account, origin=origin, published=report.published)}
        mention = main_mention(account)
        if mention is not None and report.given_id in event:
            document[mention.mention_id] = report.given_id
    return Corpus(name=name, profiles=profiles, document=document, event=event, known=known)


def _read(
    texts: Mapping[str, tuple[str | None, str, str | None]], cache: Path, reader: Callable[[], HarmonisingReader]
) -> Iterator[tuple[Report, Account]]:
    """Reports and what was read in them; reading takes long, so that it is done once and kept."""
    if not cache.exists():
        loaded = reader()
        read = []
        for name, (title, text, published) in texts.items():
            report = report_of(text=text or "-", raw=b"", given_id=name, title=title, published=published)
            read.append((report, loaded.read(report)))
        cache.write_bytes(msgspec.msgpack.encode(read))
    for report, account in msgspec.msgpack.decode(cache.read_bytes()):
        yield msgspec.convert(report, Report), msgspec.convert(account, Account)


_MONTHS = {name: n for n, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)")


def _days(text: str) -> Iterator[date]:
    for day, month, year in _DAY.findall(text):
        with suppress(KeyError, ValueError):  # a slip of the coders: "31 APR 89"
            yield date(1900 + int(year), _MONTHS[month], int(day))


def _dateline(text: str | None) -> str | None:
    return next((day.isoformat() for day in _days(text or "")), None)


def _values(template: Row, slot: str) -> list[str]:
    return [value for filler in template.get(slot) or () for value in filler["values"]]


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
