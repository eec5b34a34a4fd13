"""Whose death a pronoun tells: "found a man with a gunshot wound; he later died", "she was pronounced dead"."""

import re
from collections.abc import Iterator

from annals.extract.clauses import Clause
from annals.extract.harm_figure import HarmFigure
from annals.model import Finding, Quote

# The group that begins with `(?>` reads each word in one way: else a long sentence is tried in two ways a word.
_ON_THE_WAY = (
    r"(?:\s+(?>(?i:(?:his|her|the) \w+|(?:was|were|had|has|been|later|then|also|subsequently|eventually|soon|shortly|"
    r"but|and|taken|rushed|airlifted|flown|transported|transferred|brought|driven|to|into|a|the|an|local|area|nearby|"
    r"hospital|medical|center|centre|trauma|surgery|where|he|she|in|critical|serious|condition|at|found|unresponsive|"
    r"afterwards?|with|wounds?|stab|gunshot|multiple|from)\b)|[A-Z][\w’'-]+),?){0,24}?"
)
_DIED = re.compile(
    rf"\b(?P<who>(?i:he|she))\b{_ON_THE_WAY}\s+"
    r"(?P<died>(?i:died|succumbed|(?:was|were)?\s*(?:pronounced|declared) dead|did not survive|didn[’']t survive|"
    r"could not be (?:saved|revived|resuscitated)))\b[^.;]{0,50}"
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
