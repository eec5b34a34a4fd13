"""The words by which English says that one event answered another: revenge and punishment, or a mere answer."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from annals.english.remembering import remembered

REVENGE_WORDS = r"retaliation|reprisals?|revenge|vengeance|retribution|punishment|pay-?back"
"""Nouns, the choices of a pattern."""
_ANSWER = r"response|reply|answer|reaction"
_WHOSE = r"(?:an?|its|their|his|our|the|[\w-]+[’']s?)"
_THEN = r"(?:on \w+day|overnight|at once|the (?:next|same|following) \w+|(?:\w+ )?(?:hours|days) later)"
CUES = re.compile(
    r"\b(?:(?P<revenge>(?:in (?:\w+ )?(?:retaliation|reprisal|revenge|vengeance|retribution|punishment)"
    r"|in return(?!\s+(?:to|for)\b)|out of (?:revenge|vengeance)|by way of (?:revenge|reprisal|retaliation)"
    rf"|as (?:an? |its |their |his |the )?(?:\w+ )?(?:{REVENGE_WORDS})"
    r"|(?:an? |the (?:first )?|its |their |his |our )?(?:apparent |direct |swift |first |natural )*"
    rf"(?:{REVENGE_WORDS}|retaliatory (?:attack|strike|raid|killing|shooting)s?)"
    r"|[\w-]+[’']s? (?:own |first |swift )?(?:retaliation|revenge|reprisal|vengeance|retribution)(?=\s+"
    r"(?:for|against)\b)"
    r"|(?<![,;] )(?:this|it|that)(?:,[^,.;]{1,40},)? (?:is|was|were|are)(?= for (?:(?:the|our|my|his|their) )?"
    r"(?:(?:(?-i:[A-Z])[\w’'-]+ ?){1,4}|martyrs|brothers|dead|fallen|prisoners|volunteers|comrades|victims)[.,;!”\"])"
    r"|(?:this|it|that) (?:is|was)(?= for (?:the|our|my) (?:\w+ )?(?:killing|murder|bombing|massacre|death|raid|attack|"
    r"strike|shelling|execution|assassination|burning)s?\b)"
    r"|(?:first|second|next|down|down-|part) ?(?:instal?lment|payment)s?(?= for\b)"
    r"|to avenge|avenges|avenging|(?:which |that )?avenged|to punish|punishing|retaliat(?:ed|ing|es)|retaliatory"
    r"|tit[- ]for[- ]tat|an eye for an eye"
    r"|(?:to )?(?:settl(?:e|ed|es|ing) (?:a|the|an old|old) scores?|get(?:ting)? even|got even)"
    r"|(?:struck|hit|strikes|hits|strike|fired|shot|hitting|striking) back|(?:took|taking|take|takes) revenge"
    r"|paid back|in kind|(?:an?|its|their|the|[\w-]+[’']s?) (?:first |\w+ )?(?:answer|reply)(?=[”\"’']?\s+to\b))"
    r"(?P<for>[”\"’']?\s+(?:for|against|over|after|to|on)\b)?)"
    rf"|(?P<answer>(?:in (?:\w+ )?(?:{_ANSWER})|as (?:an?|its|their|his|the) (?:\w+ )?(?:{_ANSWER})"
    rf"|{_WHOSE} (?:\w+ )?(?:response|reaction|answer|reply)(?= to\b| for\b)"
    rf"|(?:its|their|our) (?:\w+ )?(?:{_ANSWER})(?= (?:began|begins|has begun|came|is under way)\b)"
    r"|(?:have |has |had )?respond(?:ed|ing|s)"
    r"|to answer(?= (?:the|an?|its|their|that|this|these|last|\w+day[’']s) (?!(?:\w+ )?(?:calls?|questions?|"
    r"summons|phone|door|prayers?|charges?|quer)\w*))"
    r"|answer(?:ed|ing|s)(?! (?:that|to|(?:a |the )?(?:calls?|questions?|summons|phone))\b)"
    rf"|repl(?:ied|ying|ies)(?= (?:{_THEN} )?(?:with|by|to)\b)"
    r"|(?:(?:was|were|is|be|called it|as) (?:its|their|the|a) (?:first |\w+ )?(?:response|reply|answer)(?=\s*[.,;]))"
    r"|return(?:ed|ing|s)? (?:the )?fire|countermeasures?"
    r"|in the wake of|(?:prompted|provoked|triggered|sparked|set off|angered|enraged|incensed|motivated) by"
    r"|because of|on account of|in (?:\w+ )?(?:protest|anger|fury|rage) (?:at|against|over|about)"
    r"|(?:angry|furious|enraged) (?:at|over|about))"
    r"(?P<to>[”\"’']?\s+(?:to|for)\b)?))",
    re.IGNORECASE,
)
"""Either `revenge` or `answer`; `for` and `to` where an object follows, which is what is answered."""
_TAKES_OBJECT = re.compile(
    r"(?:avenges?|avenging|avenged|punish|punishing|to answer|answered|answering|answers|in the wake of|because of|"
    r"on account of|"
    r"(?:prompted|provoked|triggered|sparked|set off|angered|enraged|incensed|motivated) by|"
    r"(?:protest|anger|fury|rage|angry|furious|enraged) (?:at|against|over|about))$",
    re.IGNORECASE,
)
_VERB = re.compile(r"(?:have |has |had )?(?:respond|answer|repl|retaliat|aveng(?:ed|es)|return)", re.IGNORECASE)


_BARE = re.compile(rf"(?:{REVENGE_WORDS}|{_ANSWER}|respon(?:d|ded|ding|ds)|countermeasures?)s?", re.IGNORECASE)


def names_answer(words: str) -> bool:
    """Whether the word of an event only calls it an answer ("payback", "the response"), and tells no deed by itself."""
    return _BARE.fullmatch(words) is not None


_IN_KIND = re.compile(r"\b(?:answer|repl(?:y|ied|ies))", re.IGNORECASE)


def relation_of(cue: re.Match[str]) -> str:
    """The relation that the words state: revenge and an answer in kind, or a mere response."""
    return "retaliation_for" if cue["revenge"] or _IN_KIND.search(cue.group()) else "response_to"


def takes_object(cue: re.Match[str]) -> bool:
    """Whether what is answered stands behind the words ("in revenge for", "to avenge")."""
    return bool(cue["for"] or cue["to"]) or bool(_TAKES_OBJECT.search(cue.group()))


@remembered
def _all_cues(text: str) -> tuple[re.Match[str], ...]:
    return tuple(CUES.finditer(text))


def cues_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words for an answer within [start, end), in order."""
    known = _all_cues(text)
    for cue in known[bisect_left(known, start, key=re.Match.start) :]:
        if cue.start() >= end:
            return
        within = cue if cue.end() <= end else CUES.match(text, cue.start(), end)
        if within is not None:
            yield within


def openings(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where, within [start, end), a phrase opens that names what is answered ("in revenge for the raid").

    Verbs ("responded to") are left out: what stands before them is their subject.
    """
    return (cue for cue in cues_in(text, start, end) if takes_object(cue) and not _VERB.match(cue.group()))


PROVOKES = re.compile(
    r"\b(?:(?P<sure>prompt(?:ed|ing|s)|provok(?:ed|ing|es)|dr(?:ew|awing|aws)"
    r"|(?:was|were|been|is|are)\s+(?:\w+ly\s+)?(?:answered|met|avenged|repaid|countered)\s+(?:with|by|in))"
    r"|trigger(?:ed|ing|s)|spark(?:ed|ing|s)|(?:set|setting|touched|touching) off|led to|leading to"
    r"|unleash(?:ed|ing|es)|ignit(?:ed|ing|es))\b(?!\s+by\b)",
    re.IGNORECASE,
)
"""`sure` where what follows is hardly ever a part of the same event ("triggered a gun battle" may be)."""
REVENGE = re.compile(
    r"\b(?:reprisals?|revenge|retaliat\w+|vengeance|retribution|punitive|aveng\w+|tit-for-tat)\b", re.IGNORECASE
)
_STRETCH = 70
_DOUBT = (
    r"not|n[’']t|no|never|denied|denies|without|rather than|ruled out|rules? out|ruling out|dismiss\w*|"
    r"unrelated|whether"
)
_TO_BE = (
    r"vow\w*|threat\w*|promis\w+|warn\w*|pledg\w+|swore|sworn|will|would|could|may|might|shall|"
    r"should|fear\w*|if|call(?:s|ed|ing)? for|plan\w*|prepar\w+|expect\w*|ready|right to|risk\w*|possible|"
    r"potential|await\w*|urg\w+|demand\w*|against|consider\w*|weigh\w*|restrain\w*|brac\w+"
)
_THREAT = re.compile(rf"\b(?:{_DOUBT}|{_TO_BE})\b[^.;]{{0,50}}$", re.IGNORECASE)
_DOUBTED = re.compile(rf"\b(?P<doubt>{_DOUBT})\b|\b(?:{_TO_BE})\b", re.IGNORECASE)
_BACK = 80
_PASSIVE = re.compile(r"\b(?:was|were|been|be|is|are|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def only_threatened(text: str, start: int, at: int) -> bool:
    """Whether what stands at offset `at` of the sentence from `start` is threatened, denied or expected."""
    return _THREAT.search(text[max(start, at - _BACK) : at]) is not None


def only_doubted(text: str, start: int, at: int) -> bool:
    """Whether what stands at offset `at` of the sentence from `start` is denied or left open, and not to come."""
    nearest = max(_DOUBTED.finditer(text, max(start, at - _BACK), at), key=re.Match.start, default=None)
    return nearest is not None and nearest["doubt"] is not None and only_threatened(text, start, at)


def undergone(cue: re.Match[str], text: str, start: int) -> bool:
    """Whether the words are a verb in the passive ("the raid was answered with shells"): their subject is answered."""
    return _VERB.match(cue.group()) is not None and _PASSIVE.search(text[start : cue.start()]) is not None


_RETURNED = re.compile(r"(?:fired|shot) back|return\w* (?:the )?fire", re.IGNORECASE)


def in_the_fight(cue: re.Match[str]) -> bool:
    """Whether the words are those of a fight: those shot at who shoot back are in the same event."""
    return _RETURNED.match(cue.group()) is not None


def answers_told(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where, within [start, end), a verb opens what answered the event before it ("prompting air strikes")."""
    for cue in PROVOKES.finditer(text, start, end):
        if cue.start() > start and (cue["sure"] or REVENGE.search(text, cue.end(), min(end, cue.end() + _STRETCH))):
            yield cue
