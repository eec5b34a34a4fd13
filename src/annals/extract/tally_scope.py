"""The words that limit a stated count: where, who, with what, on what.

What stands behind the number limits it. What stands before it does so only where the count is what the clause tells
("in Ituri militiamen staged 26 ambushes"); in "the bomb on the market was the third in the city" it tells of the one
event that the count is stated of.
"""

import re
from typing import TYPE_CHECKING

from annals.extract import tally_words as words
from annals.extract.page import Sentence
from annals.extract.parties import land_ids, parties_in
from annals.model import Finding, Quote
from annals.model.claim import TallyForm

if TYPE_CHECKING:
    from annals.model.values import Field

Stretch = tuple[int, int]

_CUT = re.compile(
    r"[;–—“”\"]|\s-\s|,\s+(?:which|who|when|while|after|although|but|as|and|with|leaving|killing|wounding|according|"
    r"down|up|"
    r"against|compared|figures|data|records|statistics)\b|,\s+(?:[\w.’'-]+\s+){1,6}(?:said|says|told|added|reported|"
    r"wrote)\b|\s(?:after|when|while|"
    r"although|because|before)\s|,\s+the\s",
    re.IGNORECASE,
)
"""Behind it the sentence tells of something else."""
_IN = re.compile(r"\b(?:in|across|inside|near|off|throughout|within|around|over|outside|on)\s+(?:the\s+|\w+ern\s+)?\Z")
_OWNING = re.compile(
    r"(?:[-–][a-z]\w+)?\s+(?!(?:since|in|this|over|during|between|have|has|had|and|by|last|from|on|after|when|were|"
    r"was|is|"
    r"are|so|within|for|to|at|with|as|or|that|which|who|but|where|while|since|said|says|alone|until|before|near|amid|"
    r"against|then|also|now|under|up|down|more|in|late|early)\b)[a-z]"
)
"""Behind the name of a land: it tells whose what follows is ("US interests"), not where."""
_ON = re.compile(
    rf"(?:\b(?:on|against|at|targeting|involving|hitting|of|strike|attack|vicinity of|that|{words.HURT})\s+"
    r"(?:or\s+)?|\A\s*)"
    r"(?:(?!in\b|since\b|by\b)[\w’'-]+\s+){0,4}\Z",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,\s*|\s+(?:and|or)\s+|,\s*(?:and|or)\s+)(?:[\w’'-]+\s+){0,2}\Z")
_BY_WHOM = re.compile(
    r"\b(?:on|against|by|of|from|targeting|involving|hit)\s+(?:the\s+|[\w-]+\s+){0,2}\Z", re.IGNORECASE
)
_DEED = re.compile(
    rf"\A[^.;]{{0,40}}?\b(?:{words.DEED}|claimed|fired|killed|used|made|made good on|waged|committed|perpetrated)\b",
    re.IGNORECASE,
)
_COUNTED_BY = re.compile(
    r"\A\s*(?:[\w-]+\s+){0,4}?(?:verified|recorded|counted|logged|documented|registered|reported|tallied|says?|said|"
    r"told)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:the\s+|[\w-]+\s+){0,3}\Z", re.IGNORECASE)
_BACK = 40
_DONE_TO = re.compile(
    rf"\b(?:have|has|had)\s+(?:\w+ly\s+)?(?:{words.DEED}|fired)\s+(?:on\s+|at\s+)?(?:[\w’'-]+\s+){{0,3}}\Z",
    re.IGNORECASE,
)
"""Before what was attacked several times: "have shot at aircraft on seven occasions"."""
_OPENING = re.compile(
    r"\W*(?P<where>(?:In|Across|Near|Around|Off|At)\s+[^,;]{2,40}?),?\s+(?:it|this|that)\s+(?:was|is)\b"
)
"""Tells where, before the count is stated: "In Rosario it was the 112th murder"."""
_WAS_HURT = re.compile(
    rf"\s+(?:has|have|had)\s+(?:\w+ly\s+)?(?:been\s+|come\s+)(?:{words.HURT}|under)\b", re.IGNORECASE
)
_ATTACKS_ON = re.compile(
    rf"\b{words.MANY_EVENTS}\s+(?:on|against|at|targeting)\s+(?:[\w’'-]+\s+){{0,3}}?\Z", re.IGNORECASE
)
_PASSIVE = re.compile(
    r"\b(?:been|was|were|being|come)\s+(?:\w+ly\s+)?(?:\w+ed|\w+n|hit|struck|shot|under)\b", re.IGNORECASE
)


def parts_of(
    sentence: Sentence,
    text: str,
    *,
    start: int,
    number: Stretch,
    stretch: Stretch,
    end: int,
    form: TallyForm,
    head: Stretch | None,
) -> tuple[Finding, ...]:
    """The findings that limit a count, in the order of the text.

    Args:
        sentence: where it stands.
        text: of the report.
        start: where the phrase of the count begins; before its number where that ends it ("the total of attacks is 9").
        number: where its number stands.
        stretch: the words of the sentence that are not another count's.
        end: where the words end that say what is counted.
        form: what kind of count it is.
        head: the subject that names what is counted, where the words behind the number leave that out.
    """
    first, last = number
    cut = _CUT.search(text, end, stretch[1])
    behind = (min(start, last) if start < first else last, cut.start() if cut is not None else stretch[1])
    said = words.COPULA.search(text[max(stretch[0], first - 160) : first])
    before = (stretch[0], start) if form == "count" or said is None else None
    opening = _OPENING.match(text, stretch[0], first) if before is None else None
    found: list[tuple[Field, Stretch]] = []
    where = before if opening is None else opening.span("where")
    found += [("place", place) for place in _places(sentence, text, behind, where)]
    found += [("weapon", weapon) for weapon in _weapons(sentence, behind, before or head)]
    found += [("target", target) for target in _targets(sentence, text, behind, before, bare=end == last)]
    found += [("perpetrator", party) for party in _parties(sentence, text, behind, before, end)]
    made = [(at, Finding(field=field, words=text[slice(*at)], quote=Quote.of(text, *at))) for field, at in found]
    return tuple(finding for _, finding in sorted(made, key=lambda item: item[0]))


def _places(sentence: Sentence, text: str, behind: Stretch, before: Stretch | None) -> list[Stretch]:
    """The places behind the number, else before it; the land of "Iraqi facilities" where no place is named."""
    for region in (behind, before):
        if region is None:
            continue
        named = [
            (p.start, p.end)
            for p in sentence.places
            if _inside(p.start, p.end, region)
            and (not _of_party(sentence, p.start, p.end) or _IN.search(text[max(region[0], p.start - _BACK) : p.start]))
            and not (p.kind == "country" and _OWNING.match(text, p.end))
        ]
        if named:
            return named
        owned = [
            (match.start(1), match.end(1))
            for match in re.finditer(r"\b([A-Z][a-z]+)\s+(?=[a-z])", text[region[0] : region[1]])
        ]
        lands = [(region[0] + a, region[0] + b) for a, b in owned if land_ids(text[region[0] + a : region[0] + b])]
        lands = [land for land in lands if _things_owned(sentence, land[1])]
        if lands:
            return lands[:1]
    return []


def _things_owned(sentence: Sentence, at: int) -> bool:
    """Whether what follows is a thing that stands somewhere: "Iraqi facilities"; not troops or interests."""
    return any(0 <= target.start - at <= _TWO_WORDS for target in sentence.targets)


_TWO_WORDS = 16


def _weapons(sentence: Sentence, behind: Stretch, before: Stretch | None) -> list[Stretch]:
    for region in (behind, before):
        if region is not None:
            found = [(w.start, w.end) for w in sentence.weapons if _inside(w.start, w.end, region)]
            if found:
                return found
    return []


def _targets(sentence: Sentence, text: str, behind: Stretch, before: Stretch | None, *, bare: bool) -> list[Stretch]:
    """What is attacked: the first thing behind the number that is said to be, with those listed beside it."""
    found: list[Stretch] = []
    for target in sentence.targets:
        at = (target.start, target.end)
        others = [(p.start, p.end) for p in sentence.places] + [(w.start, w.end) for w in sentence.weapons]
        if not _inside(*at, behind) or any(start <= at[0] < end for start, end in others):
            continue
        if found:
            if _AND.fullmatch(text, found[-1][1], at[0]):
                found.append(at)
            continue
        if _ON.search(text[behind[0] : at[0]]) or _WAS_HURT.match(text, at[1]):
            found.append(at)
    if not found and bare and before is not None:
        passive = _PASSIVE.search(text, *before)
        led = [(t.start, t.end) for t in sentence.targets if _inside(t.start, t.end, before)]
        found = [
            at for at in led if passive or _DONE_TO.search(upto := text[before[0] : at[0]]) or _ATTACKS_ON.search(upto)
        ][:1]
    return found


def _parties(sentence: Sentence, text: str, behind: Stretch, before: Stretch | None, end: int) -> list[Stretch]:
    """Who did it, or to whose people and things it was done."""
    found = []
    named = {(a.start, a.end) for a in sentence.actors}
    for party in parties_in(sentence, *behind, text, countries=True):
        at = (party.start, party.end)
        led = text[max(behind[0], at[0] - _BACK) : at[0]]
        if any(target.start <= at[0] < target.end for target in sentence.targets):
            continue
        if not _place_only(sentence, *at, text) and (
            _BY_WHOM.search(led) or (at[1] <= end and any(a <= at[0] and at[1] <= b for a, b in named))
        ):
            found.append(at)
    # "the second American strike", "attack on Chinese interests"
    for match in re.finditer(r"\b[A-Z][\w.]+\b", text[behind[0] : behind[1]]):
        at = (behind[0] + match.start(), behind[0] + match.end())
        adjective = land_ids(text[slice(*at)]) and not any(
            p.start <= at[0] < p.end and not _OWNING.match(text, p.end) for p in sentence.places
        )
        if adjective and not any(a < at[1] and at[0] < b for a, b in found) and not _things_owned(sentence, at[1]):
            found.append(at)
    if before is None:
        return found
    for party in reversed(parties_in(sentence, *before, text, countries=True)):
        at = (party.start, party.end)
        rest = text[at[1] : before[1]]
        if _COUNTED_BY.match(rest) and not re.search(r"\b(?:says?|said)\b", rest[:_BACK]):
            continue
        by = _BY.search(text[max(before[0], at[0] - _BACK) : at[0]])
        if by or (_DEED.match(rest) and not _PASSIVE.search(rest)):
            return [*found, at]
    return found


def _place_only(sentence: Sentence, start: int, end: int, text: str) -> bool:
    """Whether the words name a land in which things happen, and no party: "in Iraq"."""
    inside = any(p.start == start and p.end == end for p in sentence.places)
    return inside and bool(_IN.search(text[max(0, start - _BACK) : start]))


def _of_party(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name of a place belongs to that of a party: "US troops", "the Ugandan army"."""
    return any(a.start <= start and end <= a.end for a in sentence.actors)


def _inside(start: int, end: int, region: Stretch) -> bool:
    return region[0] <= start and end <= region[1]
