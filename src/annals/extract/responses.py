"""What somebody did or said about an event: the verbs and nouns of PLOVER's categories, with who and to whom."""

import re

from annals.english.phrases import Match
from annals.extract.lexicon import ResponseCue, table
from annals.extract.page import Sentence
from annals.extract.parties import parties_in
from annals.extract.response_frames import framed
from annals.extract.said import Said, voice_at
from annals.extract.speakers import speaker_named
from annals.extract.subjects import RELATIVES, Subject, subject_of
from annals.model import Quote, Realis, Response
from annals.reference.actor_entry import VOICES

_AHEAD = re.compile(
    r"\b(?:will|would|to|shall|may|might|could|should|must|plans? to|going to)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_VOTED = re.compile(r"\bvoted\s+(?:[\w-]+\s+){0,5}?to\s+$", re.IGNORECASE)
"""What a body voted to say or do, it has said."""
_TO_BE = re.compile(
    r"\b(?:will|would|to|shall|may|might|could|should|must)\s+(?:\w+ly\s+)?(?:be|have been)\s+$", re.IGNORECASE
)
_NOT = re.compile(
    r"\b(?:not|never|no|n[’']t|failed to|refused to|declined to|stopped short of)\s+(?:\w+\s+){0,6}$", re.IGNORECASE
)
_BY = re.compile(r"[^.;,]{0,40}?\b(?:by|from)\s+", re.IGNORECASE)
_DIRECT = re.compile(
    r"\s+(?:(?:the|a|an|all|any|both|its|their|against|on|by|from|to|in|of|attack|attacks|strike|"
    r"strikes|for|with|over)\s+){0,4}$",
    re.IGNORECASE,
)
_REPRISAL = re.compile(
    r"\b(?:retaliat\w*|reveng\w*|aveng\w*|respon\w+|answer\w*|punish\w*|reprisals?|retribution|"
    r"consequences|hunt|crush|destroy|strike|strikes|hit back|attack\w*|escalat\w*|wipe out|eliminate|"
    r"eradicate|pay (?:a|the|for)|(?:brought|bring) (?:\w+ ){0,6}?to justice|jail\w*|prosecut\w+|demolish\w*|"
    r"relentless|merciless|war (?:on|against)|heavy price|harsh\w*|severe\w*|swift\w*|track down|root out|rue|"
    r"regret)\b",
    re.IGNORECASE,
)
_DESCRIBING = re.compile(r"\b(?:who|whose)\b")
_TO_SOMEBODY = frozenset({"SANCTION", "REQUEST", "CONSULT", "THREATEN", "ACCUSE-allege"})
"""Categories of what is done to, or asked of, somebody."""
_OF_SOMEBODY = frozenset({"ACCUSE-disapprove"})
"""Categories whose object may be the recipient itself ("criticised the government")."""
_CLAUSE_ENDS = re.compile(r"[,;:]|\b(?:over|after|because|when|while|but|in response|for (?:the|its|their))\b")
_OFFICE = re.compile(
    r"\b(?:the|its|his|her|their|all|both|two)\s+(?:[\w’'-]+\s+){0,2}?(?:presidents?|(?:prime )?ministers?|sides|"
    r"parties|factions|leaders?|chiefs?|commanders?|generals|officers?|governors?|counterparts?|ambassadors?|envoys?|allies|"
    r"neighbou?rs|authorities|officials?|chancellor|king|emir|mayor|elders|residents|civilians|public|company|companies|"
    r"brothers|financiers|council|assembly|parliament|judges?|bishops?|clerics?)\b"
)
"""Who is asked, called or punished where no known party stands."""
_REACH = 80
_LONGEST = 120
_TO = 60


def responses_of(
    sentence: Sentence, said: list[Said], report_id: str, text: str, telling: int | None
) -> list[Response]:
    """The responses of a sentence. The actor is the verb's subject, or stands behind "by" in the passive.

    A relative clause that only describes a person ("the minister, who has resigned") and what was not done make none.
    """
    found: list[Response] = []
    for match in _cues(sentence, text):
        made = _response(sentence, match, said, report_id, text, telling)
        if made is not None and not any(_equal(made, other) for other in found):
            found.append(made)
    return found


def _cues(sentence: Sentence, text: str) -> list[Match[ResponseCue]]:
    """Phrases that stand together, and verbs with an object further on where no such phrase holds the verb."""
    plain = list(table().responses.find(sentence.words))
    verbs = [match for match in plain if not match.payload.noun]
    further = [m for m in framed(sentence, text) if not any(m.first < v.last and v.first < m.last for v in verbs)]
    nouns = [
        match for match in plain if match.payload.noun and not any(m.first <= match.first < m.last for m in further)
    ]
    return sorted([*verbs, *nouns, *further], key=lambda match: match.start)


def _equal(one: Response, other: Response) -> bool:
    """Whether two phrases of a sentence tell one thing ("launched an inquiry and is investigating")."""
    return (one.category, one.actor, one.realis) == (other.category, other.actor, other.realis)


def _response(
    sentence: Sentence, match: Match[ResponseCue], said: list[Said], report_id: str, text: str, telling: int | None
) -> Response | None:
    cue = match.payload
    before = text[max(sentence.start, match.start - _TO) : match.start]
    previous = sentence.words[match.first - 1].folded if match.first else ""
    if _NOT.search(before) or previous in RELATIVES:
        return None
    alone = match.last - match.first == 1
    if (
        cue.category == "THREATEN"
        and alone
        and not _REPRISAL.search(text, match.end, min(sentence.end, match.end + _REACH))
    ):
        return None
    actor: tuple[str, int, int] | None
    if cue.noun:
        actor = _behind(sentence, match, text)
        if actor is None:
            return None
    else:
        actor = _subject(sentence, match, said, text)
        if actor is None:
            return None
    ahead = cue.form in ("base", "ing") and _AHEAD.search(before) is not None and not _VOTED.search(before)
    ahead = ahead or (cue.form in ("past", "participle") and _TO_BE.search(before) is not None)
    realis: Realis = "threatened" if cue.category == "THREATEN" else "planned" if ahead else "actual"
    recipient = _recipient(sentence, match, text, of=actor)
    time = next((t for t in sentence.times if t.kind not in ("window", "chain")), None)
    marks = [actor[1], actor[2], match.start, match.end, *(recipient[1:] if recipient is not None else ())]
    inside = [m for m in marks if sentence.start <= m <= sentence.end]
    return Response(
        category=cue.category,
        actor=actor[0],
        recipient=recipient[0] if recipient is not None else None,
        date=time.words if time is not None else None,
        realis=realis,
        report_id=report_id,
        quote=Quote.of(text, min(inside), max(inside)),
        telling=telling,
    )


def _subject(sentence: Sentence, match: Match[ResponseCue], said: list[Said], text: str) -> tuple[str, int, int] | None:
    form = match.payload.form
    at = match.first
    if form == "base":
        # "vowed to retaliate": the subject is that of the verb before.
        while at > 0 and sentence.words[at - 1].folded in ("to", "will", "would"):
            at -= 1
        at -= at > 0 and sentence.words[at - 1].folded in (
            "vowed",
            "pledged",
            "promised",
            "threatened",
            "agreed",
            "decided",
            "voted",
            "resolved",
            "swore",
            "offered",
        )
        if at == match.first:
            return None
    subject = subject_of(sentence, at, text)
    if subject is None:
        return None
    if _DESCRIBING.search(text, subject.end, sentence.words[at].start):
        return None
    if subject.passive and form != "ing":
        by = _BY.match(text, match.end, min(sentence.end, match.end + _TO))
        return _party_at(sentence, by.end(), text) if by is not None else None
    if form == "ing" and not subject.passive:
        return None
    return _actor(sentence, subject, said, text)


def _actor(sentence: Sentence, subject: Subject, said: list[Said], text: str) -> tuple[str, int, int] | None:
    if subject.pronoun:
        voice = voice_at(said, subject.start)
        return (voice.words, subject.start, subject.end) if voice is not None else None
    named = speaker_named(sentence, subject, text)
    if named is None or named.end - named.start > _LONGEST:
        return None
    head = [a for a in sentence.actors if a.start >= named.start and a.end <= named.end]
    if head and all(a.entry.kind == "media" for a in head):
        return None
    return named.words, named.start, named.end


def _behind(sentence: Sentence, match: Match[ResponseCue], text: str) -> tuple[str, int, int] | None:
    """Whoever stands behind "by" or "from" after a noun ("condemnation from Paris"), or owns it."""
    by = _BY.match(text, match.end, min(sentence.end, match.end + _TO))
    if by is not None:
        return _party_at(sentence, by.end(), text)
    owner = [a for a in sentence.actors if 0 <= match.start - a.end <= len("’s strong ")]
    return (owner[-1].words, owner[-1].start, owner[-1].end) if owner else None


def _party_at(sentence: Sentence, at: int, text: str) -> tuple[str, int, int] | None:
    """The party or office that begins at `at`, articles aside."""
    for actor in sentence.actors:
        if 0 <= actor.start - at <= len("the ") and actor.entry.kind != "media":
            return actor.words, actor.start, actor.end
    for party in parties_in(sentence, at, min(sentence.end, at + _TO), text, countries=True):
        if party.start - at <= len("the "):
            return text[party.start : party.end], party.start, party.end
    return None


def _recipient(
    sentence: Sentence, match: Match[ResponseCue], text: str, *, of: tuple[str, int, int]
) -> tuple[str, int, int] | None:
    """The party behind the verb: right behind it, or, of what is done to somebody, in the same clause."""
    begin = sentence.words[match.first].end
    for actor in sentence.actors:
        if actor.start < match.end or actor.entry.kind in VOICES - {"igo"}:
            continue
        gap = " " + text[match.end : actor.start].lstrip()
        if _DIRECT.fullmatch(gap) or gap == " ":
            return actor.words, actor.start, actor.end
        break
    limit = min(sentence.end, begin + _TO)
    if match.payload.category in _TO_SOMEBODY:
        stop = _CLAUSE_ENDS.search(text, begin, limit)
        limit = stop.start() if stop is not None else limit
    elif match.payload.category in _OF_SOMEBODY:
        limit = match.end
    else:
        return None
    for party in parties_in(sentence, begin, limit, text, countries=True):
        if not of[1] <= party.start < of[2]:
            return text[party.start : party.end], party.start, party.end
    office = _OFFICE.search(text, begin, limit)
    return (office.group(), office.start(), office.end()) if office is not None else None
