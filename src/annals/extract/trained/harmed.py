"""Whether a number that the network takes for dead or wounded may count them, by the words around it."""

import re

from annals.extract.period_tolls import is_wider, of_old_event
from annals.extract.words import Words
from annals.model import Finding

_TOLLS = frozenset({"killed", "wounded"})
_LOST = frozenset({"missing", "abducted"})
_TOLD: dict[str, frozenset[str]] = {
    "killed": frozenset({"killed", "casualties"}),
    "wounded": frozenset({"wounded", "casualties", "shot"}),
}
"""Fields of the words of harm beside which a number may be of the dead, and of the wounded."""
_SAID = re.compile(
    r"\b(?:gave|gives?|given|giving|puts?|putting|spoke|speaks?|speaking|estimat\w+|tolls?|tally|counts?|counted|figures?|"
    r"numbers?|r(?:ise|ises|ose|isen|ising)|climb\w*|up to|stands at|stood at|treat\w*|admitted|confirmed|then|so far|"
    r"deaths?|dead|died|deadly|fatal\w*|lives|lost|bod(?:y|ies)|corpses?|remains|casualt\w+|victims?|kill\w*|murder\w*|"
    r"shot|shooting|stabb\w*|gunned|slain|hospitals?|hurt|wound\w*|injur\w*|mourn\w*|funerals?|buried|massacre\w*)\b",
    re.IGNORECASE,
)
"""Words beside which a bare number may go on with a toll that is told elsewhere."""
_UNHARMED = (
    r"(?:locked|held|picked|rescued|evacuated|saved|carried out|launched|fired|freed|released|arrested|detained|living|"
    r"staying|working|asleep|sleeping|inside|aboard|on board|present|sheltering|hiding|travell?ing|registered|"
    r"unhurt|unharmed|uninjured|safe|accounted|discharged|sent home|allowed (?:home|to go))"
)
_AFTER = re.compile(
    r"\s+(?:[\w’'-]+\s+(?:and\s+[\w’'-]+\s+)?){0,3}?(?:(?:was|were|is|are|been|be|had|have)\s+){1,2}(?:\w+ly\s+)?"
    rf"{_UNHARMED}\b|"
    r"\s+(?:[\w’'-]+\s+){0,2}?(?:on board|aboard|abandoned|escaped|survived|fled|off\b|inside)|"
    r"\s+(?:came down|fell|landed|exploded|went off|hit|struck|were (?:launched|fired|intercepted|shot down))\b|"
    r"\s+(?:from|in)\s+(?:the|a)\s+(?:line|front|border|coast|hundred|thousand)\b",
    re.IGNORECASE,
)
"""Behind a number: what befell them was no harm."""
_DOING = re.compile(
    r"(?:\s+(?:armed|wearing|dressed|carrying|on|in|with)\s+[\w\s-]{0,20}?)?\s+(?:had\s+|have\s+|has\s+)?"
    r"(?:killed|murdered|massacred|slaughtered|shot dead|shot and killed|gunned down|assassinated)\s+"
    # "Three gunmen killed over the weekend" are dead themselves.
    r"(?!(?:over|the|some|an?|another|about|nearly)\s+(?:\w+\s+)?(?:days?|nights?|weeks?|weekend|months?|years?|time|hours?|morning|afternoon|evening)\b)"
    r"(?:at least|more than|about|some|nearly|up to|over|as many|an?|the|his|her|their|another|\d|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|\w+teen|\w+ty)\b)",
    re.IGNORECASE,
)
"""Behind people who did the killing: "three gunmen killed 26"."""
_SAFE = r"(?:picked up|rescued|evacuated|saved|unhurt|unharmed|safe|taken off|accounted for)"
_SAVED = re.compile(
    rf"(?:\s+[\w’'-]+){{0,3}}?(?:\s+on board|\s+aboard)?\s+(?:was|were|are|been)\s+(?:\w+ly\s+)?{_SAFE}\b",
    re.IGNORECASE,
)
"""Behind people who are neither missing nor taken."""
_BEFORE = re.compile(
    r",\s+(?:and\s+)?(?:not|rather than|instead of)\s+(?:the\s+)?\Z|"
    r"\b(?:crew|population|garrison|capacity|strength)\s+(?:(?:was|is|of|at|put at)\s+){1,2}"
    r"(?:about |some |around )?\Z|"
    r"\b(?:holds?|holding|held|houses?|housed|housing|sheltered|sheltering|carries|carrying|employs?|rescu\w+|"
    r"evacuat\w+|destroyed|arrested|detained|freed|released|hit|struck|downed|sank|fired|launched)\s+"
    r"(?:the |about |some |around )?\Z",
    re.IGNORECASE,
)
"""Before it: as many were there, or it counts what was hit."""
_NONE_BADLY = re.compile(
    r"(?:none|nobody|no one)\b(?:\s+(?:of (?:them|the \w+)|was|were|is|are))*\s+"
    r"(?:seriously|badly|gravely|critically|severely)\b",
    re.IGNORECASE,
)
"""They may be hurt all the same."""
_PERSON = re.compile(
    r"\b[A-Z][\w’'-]+\s+(?:\w+\s+)?[A-Z]|\b(?i:an?|number|the|his|her|their|no|none|nobody|another|some|many|several)\b"
)
"""Words that may be of somebody, by an article or by a name of two words."""
_SEVERAL = re.compile(
    r"(?:[\w’'-]+\s+){0,3}?(?:others|people|persons|civilians|residents|villagers|passengers|worshippers|bystanders|"
    r"students|pupils|workers|labourers|laborers|soldiers|troops|officers|guards|police(?:men)?|fighters|militants|"
    r"rebels|men|women|children|girls|boys|tourists|pilgrims|migrants|refugees|journalists|nurses|doctors|patients|"
    r"shoppers|guests|casualties|injuries|injured|wounded|relatives|neighbou?rs|farmers|herders|miners|drivers)",
    re.IGNORECASE,
)
"""People told of without a number: two at least."""
_SPEAK = re.compile(r"\s+(?:said|says?|told|added|confirmed|reported)\b")
"""Behind people who speak: "five soldiers were hurt, two officials said"."""
_REACH = 60


def may_be_harmed(finding: Finding, start: int, end: int, words: Words) -> bool:
    """Whether a finding of the network's may be a toll; what counts no people always may.

    Args:
        finding: of one event.
        start: where its words begin.
        end: behind them.
        words: what the lexicons find at a stretch of the report.
    """
    text = words.text
    if finding.field in _LOST:
        return not _SAVED.match(text, end, end + _REACH)
    if finding.field not in _TOLLS:
        return True
    if _NONE_BADLY.match(text, start):
        return False
    numbers = [n for n in words.numbers(start, end) if n.kind in ("cardinal", "vague")]
    if not numbers:
        return (
            _PERSON.search(text, start, end) is not None
            or _SEVERAL.fullmatch(text, start, end) is not None
            or bool(words.people(start, end))
        )
    people = words.people(start, end)
    behind = max([end, *(p.end for p in people)])
    if (
        _AFTER.match(text, end, end + _REACH)
        or _AFTER.match(text, behind, behind + _REACH)
        or _SPEAK.match(text, behind)
    ):
        return False
    sentence = words.sentence_at(start)
    opening = sentence.start if sentence is not None else max(0, start - _REACH)
    if finding.field == "killed" and _DOING.match(text, behind, behind + _REACH):
        return False
    if _BEFORE.search(text, opening, start) or of_old_event(start, text):
        return False
    if sentence is None:
        return True
    clause = next((c for c in words.clauses(sentence) if c.start <= start < c.end), None)
    if clause is not None and is_wider(clause, text):
        return False
    told = {cue.payload.field for cue in sentence.harm}
    if told & _TOLD[finding.field]:
        return True
    # Deaths are told in many words beside those of the lexicon ("buried", "the wreck took 12"), wounds in few.
    return not told and (finding.field == "killed" or _SAID.search(text, sentence.start, sentence.end) is not None)
