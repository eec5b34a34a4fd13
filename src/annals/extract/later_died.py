"""Whose death a pronoun tells: "found a man with a gunshot wound; he later died", "she was pronounced dead"."""

import re
from collections.abc import Iterator

from annals.extract.clauses import Clause
from annals.extract.harm_figure import HarmFigure
from annals.model import Finding, Quote

_ON_THE_WAY = (
    r"(?:\s+(?:was|were|had|has|been|later|then|also|subsequently|eventually|soon|shortly|but|and|taken|rushed|airlifted|flown|"
    r"transported|transferred|brought|driven|to|into|a|the|an|local|area|nearby|hospital|medical|center|centre|trauma|surgery|"
    r"where|he|she|in|critical|serious|condition|at|found|unresponsive|afterwards?|with|wounds?|stab|gunshot|multiple|"
    r"(?:his|her) \w+|from|the \w+|[A-Z][\w’'-]+),?){0,24}?"
)
_DIED = re.compile(
    rf"\b(?P<who>he|she)\b(?P<way>{_ON_THE_WAY})\s+(?P<died>died|succumbed|"
    r"(?:was|were)?\s*(?:pronounced|declared) dead|did not survive|didn[’']t survive|could not be "
    r"(?:saved|revived|resuscitated))\b(?P<how>[^.;]{0,50})",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"\b(?:scene|hospital|later|injur\w+|wounds?|surgery|minutes|hours|overnight|medical|there|shortly|rushed|taken|airlifted|"
    r"pronounced|declared|succumbed|survive|saved|revived)\b",
    re.IGNORECASE,
)


def later_died(clause: Clause, text: str) -> Iterator[HarmFigure]:
    """The deaths of one person each that a clause tells by a pronoun, of wounds or at a hospital."""
    for found in _DIED.finditer(text, clause.start, clause.end):
        if not _OF_IT.search(found.group()):
            continue
        quote = Quote.of(text, found.start("who"), found.end("died"))
        words = text[found.start("who") : found.end("who")]
        yield HarmFigure(
            finding=Finding(field="killed", words=words, quote=quote), at=found.start("died"), counted=False
        )
