"""That nobody came to harm, with whom it is said of: "nobody on board was harmed", "all 38 escaped unhurt"."""

import re
from collections.abc import Iterator

from annals.extract.clauses import Clause
from annals.extract.harm_figure import HarmFigure
from annals.model import Field, Finding, Quote

_NOBODY = re.compile(
    r"\b(?:nobody|no one|no-one|none)\s+(?:(?:on board|aboard|inside|there|present|nearby|(?:in|at|on|from|among) "
    r"(?:the |its |his |her |their )?[\w-]+(?: [\w-]+)?)\s+)?(?:was|were|is|has been|have been|had been|got|"
    r"appears to have been)\s+(?:\w+ly\s+)?(?P<harm>harmed|hurt|injured|wounded|killed)\b",
    re.IGNORECASE,
)
_UNHURT = re.compile(
    r"\b(?:all|everyone|everybody|both)\b[^.;,]{0,50}?\b(?P<words>(?:escaped|emerged|survived|walked away|"
    r"got away|got out|came out|were|was|are|is|remained)\s+(?:\w+ly\s+)?(?:unhurt|unharmed|uninjured|unscathed|"
    r"without injur(?:y|ies)|without a scratch|safe and sound))\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?P<harm>dead|deaths|killed|fatalities|kia|injured|injuries|wounded|wia)\s*[:=]\s*(?:none|nil|zero|0|no)\b",
    re.IGNORECASE,
)
_BADLY = re.compile(r"\b(?:seriously|badly|gravely|critically|severely)\b", re.IGNORECASE)
_FIELDS: dict[str, tuple[Field, ...]] = {
    "harmed": ("killed", "wounded"),
    **dict.fromkeys(("hurt", "injured", "wounded", "injuries", "wia"), ("wounded",)),
    **dict.fromkeys(("killed", "dead", "deaths", "fatalities", "kia"), ("killed",)),
}


def zeros_of(clause: Clause, text: str) -> Iterator[HarmFigure]:
    """The figures of nought that a clause tells so; each has the words that say it."""
    labels = [m for m in _LABEL.finditer(text, clause.start, clause.sentence.end) if m.start() < clause.end]
    for found in (*_NOBODY.finditer(text, clause.start, clause.end), *labels):
        if not _BADLY.search(found.group()):
            yield from _zeros(found, _FIELDS[found["harm"].lower()], text)
    for found in _UNHURT.finditer(text, clause.start, clause.end):
        quote = Quote.of(text, found.start(), found.end())
        yield HarmFigure(finding=Finding(field="wounded", words=found["words"], quote=quote), at=found.start("words"))


def _zeros(found: re.Match[str], fields: tuple[Field, ...], text: str) -> Iterator[HarmFigure]:
    quote = Quote.of(text, found.start(), found.end())
    for field in fields:
        yield HarmFigure(finding=Finding(field=field, words=quote.exact, quote=quote), at=found.start())
