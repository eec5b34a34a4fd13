"""Claims on a terminal: how each stands to the record, what it says, who says it where, and the words themselves."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from rich.text import Text

from annals.model import Claim, IncidentReport, Report, RuledClaim, Speaker
from annals.show.clean import printable
from annals.show.context import quote_in_sentence
from annals.show.page import labelled, paragraph, text
from annals.show.values import published_words, value_words

STATES = {"supports": "supports", "dissents": "dissents", "superseded": "superseded", "set_aside": "set aside"}
_STYLES = {"supports": "green", "dissents": "yellow", "superseded": "dim", "set_aside": "dim"}
_STANCES = {
    "states": "according to",
    "claims": "responsibility claimed by",
    "denies": "denied by",
    "blames": "blamed by",
    "suspects": "suspected by",
    "praises": "praised by",
    "declines": "no comment from",
    "retracts": "retracted by",
    "unclaimed": "according to",
}
_COLUMN = 14


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """The reports of one record, numbered as the record lists them, with their texts where they are at hand."""

    listed: tuple[IncidentReport, ...]
    texts: Mapping[str, Report]

    def number(self, report_id: str) -> str:
        """Return the report's number in brackets, "[?]" where the record does not list it."""
        for number, report in enumerate(self.listed, start=1):
            if report.report_id == report_id:
                return f"[{number}]"
        return "[?]"

    def name(self, report_id: str) -> str:
        """Return outlet, day and number of a report."""
        for report in self.listed:
            if report.report_id == report_id:
                return f"{self.outlet(report)}, {published_words(report.published)} {self.number(report_id)}"
        return f"report {printable(report_id)}"

    def outlet(self, report: IncidentReport) -> str:
        """Return the publisher, else the file that the report came from, else a remark."""
        stored = self.texts.get(report.report_id)
        file = stored.origin.rpartition("/")[2] if stored is not None and stored.origin else None
        return printable(report.publisher or file or "unnamed source")

    def original(self, report_id: str) -> str | None:
        """Return the id of the report that this one reprints, None where it reprints none."""
        return next((r.copy_of for r in self.listed if r.report_id == report_id), None)


def claim_lines(
    claims: Sequence[RuledClaim], sources: Sources, width: int | None, *, reasons: bool = False
) -> list[Text]:
    """Return the claims one by one; what a reprint repeats is folded into the claim of the original.

    The reason of its state stands under each claim that does not support the value, with `reasons` under all.
    """
    kept, reprints = _fold(claims, sources)
    lines: list[Text] = []
    for claim in kept:
        lines += _one(claim, reprints.get(claim.claim_id, ()), sources, width)
        if claim.reason and (reasons or claim.state != "supports"):
            reason = printable(claim.reason) if reasons else f"{STATES[claim.state]}: {printable(claim.reason)}"
            lines += paragraph(text((reason, "italic")), width, indent=_COLUMN)
    return lines


def speaker_words(speaker: Speaker) -> str:
    """Return who says it, "" for the report's own voice.

    >>> speaker_words(Speaker(name="a port official", anonymous=True))
    'a port official (not named)'
    """
    if speaker.name is None:
        return "somebody not named" if speaker.anonymous else ""
    return f"{printable(speaker.name)} (not named)" if speaker.anonymous else printable(speaker.name)


def said_by(claim: RuledClaim | Claim) -> str:
    """Return who says the claim and how, up to the report that has it; "" for what the report itself states."""
    speaker = speaker_words(claim.speaker)
    if not speaker and claim.stance in {"states", "unclaimed"}:
        return ""
    return f"{_STANCES[claim.stance]} {speaker or 'the report'}, "


def _one(claim: RuledClaim, reprints: Sequence[RuledClaim], sources: Sources, width: int | None) -> list[Text]:
    said = text((value_words(claim.value), "bold"))
    if claim.words and printable(claim.words) != said.plain:
        said.append(f"  “{printable(claim.words)}”")
    if claim.hedge:
        said.append(f", hedged: “{printable(claim.hedge)}”")
    source = f"{said_by(claim)}in {sources.name(claim.report_id)}"
    lines = labelled((STATES[claim.state], _STYLES[claim.state]), said, width, indent=2, column=_COLUMN)
    lines += paragraph(text((source, "cyan")), width, indent=_COLUMN)
    if reprints:
        names = "; ".join(sources.name(other.report_id) for other in reprints)
        lines += paragraph(text((f"reprinted by {names}", "dim")), width, indent=_COLUMN)
    return lines + paragraph(quote_in_sentence(sources.texts.get(claim.report_id), claim.quote), width, indent=_COLUMN)


def _fold(claims: Sequence[RuledClaim], sources: Sources) -> tuple[list[RuledClaim], dict[str, list[RuledClaim]]]:
    """Split into claims to show, and by their ids the reprints' claims that only repeat them."""
    first: dict[object, RuledClaim] = {}
    for claim in claims:
        if sources.original(claim.report_id) is None:
            first.setdefault(_same(claim, claim.report_id), claim)
    kept: list[RuledClaim] = []
    reprints: dict[str, list[RuledClaim]] = {}
    for claim in claims:
        original = sources.original(claim.report_id)
        found = first.get(_same(claim, original)) if original else None
        if found is None:
            kept.append(claim)
        elif all(other.report_id != claim.report_id for other in reprints.setdefault(found.claim_id, [])):
            reprints[found.claim_id].append(claim)
    return kept, reprints


def _same(claim: RuledClaim, report_id: str) -> object:
    return (report_id, claim.field, claim.quote.exact, claim.words, claim.stance, msgspec.json.encode(claim.value))


def by_field(claims: Iterable[RuledClaim]) -> dict[str, list[RuledClaim]]:
    """Group claims by field, each group in the order given."""
    groups: dict[str, list[RuledClaim]] = {}
    for claim in claims:
        groups.setdefault(claim.field, []).append(claim)
    return groups
