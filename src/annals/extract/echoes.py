"""Figures that are told by another figure of their sentence: "six died and as many were wounded"."""

import re
from collections.abc import Iterator, Sequence

from annals.extract.harm_figure import HarmFigure
from annals.model import Field, Finding, Quote

_AS_MANY = re.compile(
    r"\b(?:(?:just |almost |nearly )?as many(?! as)|(?:the same|an equal|a similar) number(?: of)?)"
    r"(?:\s+(?:others?|more|again|people|persons|civilians|men|soldiers|police(?:men)?|fighters))?"
    r"(?:\s+(?:were|was|have been|had been|are))?(?:\s+\w+ly)?\s+(?P<harm>wounded|injured|hurt|killed|died|missing|"
    r"kidnapped|abducted)\b",
    re.IGNORECASE,
)
_FIELDS: dict[str, Field] = {
    "wounded": "wounded",
    "injured": "wounded",
    "hurt": "wounded",
    "killed": "killed",
    "died": "killed",
    "missing": "missing",
    "kidnapped": "abducted",
    "abducted": "abducted",
}


def echoes_of(told: Sequence[HarmFigure], start: int, end: int, text: str) -> Iterator[HarmFigure]:
    """The figures of text[start:end] that say "as many": each has the words of the whole figure told last before it.

    Nothing where no figure of another harm stands before.
    """
    for found in _AS_MANY.finditer(text, start, end):
        field = _FIELDS[found["harm"].lower()]
        before = [
            f for f in told if f.finding.quote.end <= found.start() and not f.finding.part and f.finding.field != field
        ]
        if not before or any(f.finding.field == field and f.at >= found.start() for f in told):
            continue
        first = max(before, key=lambda f: f.at).finding
        quote = Quote.of(text, first.quote.start, found.end())
        yield HarmFigure(
            finding=Finding(field=field, words=first.words, quote=quote, group=first.group), at=found.start("harm")
        )
