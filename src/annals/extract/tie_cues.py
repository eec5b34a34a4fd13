"""The words by which English says that one event answered another: revenge and punishment, or a mere answer."""

import re
from collections.abc import Iterator

_KIND = r"retaliation|reprisals?|revenge|vengeance|retribution|punishment|pay-?back"
_ANSWER = r"response|reply|answer|reaction"
_WHOSE = r"(?:an?|its|their|his|our|the)"
CUES = re.compile(
    r"\b(?:(?P<revenge>(?:in (?:\w+ )?(?:retaliation|reprisal|revenge|vengeance|retribution|punishment)"
    r"|in return(?!\s+(?:to|for)\b)|out of (?:revenge|vengeance)|by way of (?:revenge|reprisal|retaliation)"
    rf"|as (?:an? |its |their |his |the )?(?:\w+ )?(?:{_KIND})"
    r"|(?:an? |the (?:first )?|its |their |his |our )?(?:apparent |direct |swift |first |natural )*"
    rf"(?:{_KIND}|retaliatory (?:attack|strike|raid|killing|shooting)s?)"
    r"|to avenge|avenging|(?:which |that )?avenged|to punish|punishing|retaliat(?:ed|ing|es)|retaliatory"
    r"|tit[- ]for[- ]tat|an eye for an eye"
    r"|(?:to )?(?:settl(?:e|ed|es|ing) (?:a|the|an old|old) scores?|get(?:ting)? even|got even)"
    r"|(?:struck|hit|strikes|hits|strike|fired|shot|hitting|striking) back|(?:took|taking|take|takes) revenge"
    r"|paid back|in kind|(?:an?|its|their|the) (?:first |\w+ )?(?:answer|reply)(?=\s+to\b))"
    r"(?P<for>\s+(?:for|against|over|after|to|on)\b)?)"
    rf"|(?P<answer>(?:in (?:\w+ )?(?:{_ANSWER})|as (?:an?|its|their|his|the) (?:\w+ )?(?:{_ANSWER})"
    rf"|{_WHOSE} (?:\w+ )?(?:response|reaction|answer|reply)(?= to\b| for\b)"
    rf"|(?:its|their|our) (?:\w+ )?(?:{_ANSWER})(?= (?:began|begins|has begun|came|is under way)\b)"
    r"|(?:have |has |had )?respond(?:ed|ing|s)"
    r"|answer(?:ed|ing|s)(?! (?:that|to|(?:a |the )?(?:calls?|questions?|summons|phone))\b)"
    r"|repl(?:ied|ying|ies)(?= with| to)|return(?:ed|ing|s)? (?:the )?fire|countermeasures?"
    r"|in the wake of|(?:prompted|provoked|triggered|sparked|set off) by)"
    r"(?P<to>\s+(?:to|for|with)\b)?))",
    re.IGNORECASE,
)
"""Either `revenge` or `answer`; `for` and `to` where an object follows, which is what is answered."""
_TAKES_OBJECT = re.compile(
    r"(?:avenge|avenging|avenged|punish|punishing|answered|answering|answers|in the wake of|"
    r"(?:prompted|provoked|triggered|sparked|set off) by)$",
    re.IGNORECASE,
)
_VERB = re.compile(r"(?:have |has |had )?(?:respond|answer|repl|retaliat|aveng(?:ed)|return)", re.IGNORECASE)


_BARE = re.compile(rf"(?:{_KIND}|{_ANSWER}|respon(?:d|ded|ding|ds)|countermeasures?)s?", re.IGNORECASE)


def names_answer(words: str) -> bool:
    """Whether the word of an event only calls it an answer ("payback", "the response"), and tells no deed by itself."""
    return _BARE.fullmatch(words) is not None


def takes_object(cue: re.Match[str]) -> bool:
    """Whether what is answered stands behind the words ("in revenge for", "to avenge")."""
    return bool(cue["for"] or cue["to"]) or bool(_TAKES_OBJECT.search(cue.group()))


def openings(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where, within [start, end), a phrase opens that names what is answered ("in revenge for the raid").

    Verbs ("responded to") are left out: what stands before them is their subject.
    """
    return (cue for cue in CUES.finditer(text, start, end) if takes_object(cue) and not _VERB.match(cue.group()))
