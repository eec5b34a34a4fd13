"""The labelled list of place mentions in context: read as in a report, and marked by distance and country."""

from collections import Counter
from pathlib import Path

from annals.collect.report import report_of
from annals.extract.page import lay_out
from annals.extract.whereabouts import places_of
from annals.harmonise.dating import Dating
from annals.harmonise.valuing import Valuer
from annals.model import Finding, PlaceValue, Quote
from annals.model.geo import km_between
from annals.reference.tables import References
from bench.gold_lists import Marked, Row, rows

PLACES = Path(__file__).parent / "gold" / "places.csv"
WITHIN_KM = 25.0
_POINTS = frozenset({"site", "town", "near_town"})


def marked(references: References) -> Marked:
    """Read the list and mark it: all cases, the points that are claimed, and the countries that are told."""
    right: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    wrong = []
    for row in rows(PLACES):
        value = read(row, references)
        fault = fault_of(row, value)
        told = {"all": fault is None}
        if value.lat is not None and value.precision in _POINTS:
            told["point claimed, within 25 km"] = off_km(row, value) <= WITHIN_KM
        if value.country is not None:
            told["country told"] = value.country == row["country"]
        for part, hit in told.items():
            whole[f"{row['half']}: {part}"] += 1
            right[f"{row['half']}: {part}"] += hit
        if fault is not None:
            wrong.append(f"“{row['words']}” in “{row['context']}”: {fault}")
    about = " ".join(x.lstrip("# ") for x in PLACES.read_text(encoding="utf-8").splitlines() if x.startswith("#"))
    parts = {part: (right[part], whole[part]) for part in whole}
    return Marked(name="places in context", about=about, parts=parts, wrong=wrong)


def read(row: Row, references: References) -> PlaceValue:
    """The place of a mention: of the phrase that the reader finds over its words, else of the words themselves."""
    report = report_of(text=row["context"], raw=row["context"].encode(), given_id="-")
    start = report.text.index(row["words"])
    end = start + len(row["words"])
    page = lay_out(report, references)
    found = [where.quote for sentence in page.sentences for where in places_of(sentence, page.text)]
    shared = [(min(end, quote.end) - max(start, quote.start), quote) for quote in found]
    best = max((pair for pair in shared if pair[0] > 0), key=lambda pair: pair[0], default=None)
    quote = best[1] if best is not None else Quote.of(report.text, start, end)
    value = Valuer(report, references, Dating(report)).value(Finding(field="place", words=quote.exact, quote=quote))
    return value if isinstance(value, PlaceValue) else PlaceValue()


def off_km(row: Row, value: PlaceValue) -> float:
    """How far a point is off; infinitely where none is wanted or none is told."""
    if not row["lat"] or value.lat is None or value.lon is None:
        return float("inf")
    return km_between(value.lat, value.lon, float(row["lat"]), float(row["lon"]))


def fault_of(row: Row, value: PlaceValue) -> str | None:
    """What is wrong with a place; None where it is right."""
    read_as = f"{value.name} in {value.country or 'no country'}"
    if (value.country or "") != row["country"]:
        return f"read as {read_as}, is in {row['country'] or 'none'}"
    if not row["lat"]:
        return f"read as a point, {read_as}" if value.lat is not None and value.precision in _POINTS else None
    if value.lat is None:
        return f"read as {read_as}, without a point"
    off = off_km(row, value)
    return None if off <= WITHIN_KM else f"read as {read_as}, {off:.0f} km off"
