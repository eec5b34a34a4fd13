"""Blame where accuser and accused stand far apart: "blame was laid on X by Y", "called the raid a crime by X".

Of arms that are said to be a land's ("the shells were Turkish"), that land's forces are blamed; in the report's own
voice nobody is, there the event's own words tell who did it.
"""

import re
from collections.abc import Iterator

from annals.extract.accused import SAID_BY, object_of_blame
from annals.extract.apposed import by_name
from annals.extract.attributed import StanceFinding, finding_of, made, speaker_words
from annals.extract.cue_parties import of_deed
from annals.extract.page import Sentence
from annals.extract.parties import Party, land_ids, listed, right_behind
from annals.extract.said import Said, voice_at
from annals.extract.silence import is_nobody
from annals.extract.speakers import speaker_named
from annals.extract.subjects import subject_of

_LAID = re.compile(
    r"\b(?:blame|responsibility|suspicions?|fingers?(?: of (?:blame|suspicion))?|accusations?)\b[^.;:]{0,100}?\s"
    r"(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?(?:laid|put|placed|pinned|cast|pointed|directed|levelled|leveled)\s+"
    r"(?:\w+ly\s+)?(?:on|upon|at|with|against|at the (?:door|feet) of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_DEED = (
    r"(?:attacks?|crimes?|strikes?|raids?|massacres?|atrocit(?:y|ies)|bombings?|ambush|killings?|murders?|assassinations?|"
    r"executions?|assaults?|operations?|shelling|acts? of (?:terror|terrorism|war|aggression|sabotage|revenge)|"
    r"terrorism|aggression|provocations?|slaughter|outrages?|shootings?|abductions?|sabotage)"
)
# What would begin a phrase of its own: "the arrest of a man after a raid by", "the worst year for crimes by".
_ASIDE = (
    r"(?!(?:after|before|during|following|amid|despite|when|while|where|which|who|whose|since|from|over|for|in|at)\b)"
)
_CALLED = re.compile(
    r"\b(?:(?:call(?:s|ed|ing)?|describ(?:es|ed|ing)|label(?:s|led|ed)?|brand(?:s|ed)?|characteri[sz](?:es|ed))|"
    r"(?P<as>denounc(?:es|ed|ing)|condemn(?:s|ed|ing)?|decr(?:ies|ied)))\s+"
    r"(?=(?:it|this|that|them|these|the|what|an?|\w+day[’']s|last)\b)"
    rf"(?:[^.;:“”\"\s]|\s{_ASIDE}){{2,90}}?(?(as)(?<=\bas\s))\b(?:an?|another|the)\s+"
    rf"(?:{_ASIDE}[\w-]+\s+){{0,4}}?[“\"]?{_DEED}[”\"]?\s+"
    r"(?:\w+ed\s+|carried\s+out\s+)?by\s+(?:the\s+)?(?:[\w-]+\s+(?:of|from)\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_CALLED_THEIRS = re.compile(
    r"\b(?:which|that)\s+(?P<by>(?:an?\s+|the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,4}?)\s+(?:has\s+|have\s+|had\s+|later\s+)?"
    r"(?:called|calls|described as|describes as|considers?|regards? as)\s+(?:an?|another)\s+"
    r"(?P<whose>[A-Z][\w’'-]+)\s+(?:[\w-]+\s+){0,2}?"
    rf"{_DEED}\b"
)
_ARMS = (
    r"(?:shells?|missiles?|rockets?|drones?|bombs?|jets?|planes?|warplanes?|aircraft|helicopters?|mortars?|rounds?|shelling|"
    r"projectiles?|artillery|UAVs?|gunboats?|warships?|they|it)"
)
# Aircraft come to fetch the hurt too, and are shot down themselves.
_NO_ATTACK = (
    r"(?:brought|carried|flew|took|evacuated|rescued|delivered|ferried|landed|crashed|"
    r"(?:was|were|had been)\s+(?:shot|brought|hit|downed|destroyed|lost|hijacked))\b"
)
_WAS_THEIRS = re.compile(
    rf"\b(?P<arms>{_ARMS})\b(?:\s+(?:that|which)\s(?!{_NO_ATTACK})[^,.;:]{{2,60}}?|\s+(?:in|on|over|at|used)\s[^,.;:]{{2,40}}?)?\s+"
    r"(?:was|were|is|are|had been|have been|has been)\s+"
    r"(?P<perhaps>(?:probably|likely|possibly|perhaps|apparently|almost certainly)\s+)?"
    r"(?P<whose>[A-Z][\w’']+)"
    r"(?=\s*(?:[,.;”\"]|$)|\s+(?:and|but|ones)\b)"
)
_SUGGESTED = re.compile(
    r"\b(?:suggest(?:s|ed)|(?:pointed|points)\s+instead\s+to|spoke\s+instead\s+of|proposed)\s+(?:the\s+|some\s+|an?\s+)?(?=\w)",
    re.IGNORECASE,
)
_SEES_BEHIND = re.compile(
    r"\b(?:(?P<seen>s[ae]w|sees?)|suspect(?:s|ed)?|believe[sd]?|puts?|imagine[sd]?)\s+(?:the\s+)?(?P<who>[^,.;:]{2,60}?)\s+"
    r"(?:(?:to\s+be|as\s+being|being)\s+)?behind\s+(?(seen)(?!them\b))"
    # "Saw gunmen behind the wall" is seen with the eyes.
    rf"(?:(?:it|this|that|both|them)(?=\s*(?:[,.;”\"]|$)|\s+(?:and|but|too|as)\b)|"
    rf"(?:the|these|those|this|that|both|all)\s+(?:\w+\s+){{0,2}}?{_DEED}\b)"
)
_RESPONSIBLE_ARE = re.compile(
    r"\b(?:responsible|to\s+blame|guilty|behind\s+(?:it|this|the\s+\w+))\s+(?:is|are|was|were)\s+(?:the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
# "The Taliban, whom the government suspects,".
_WHOM_THEY_BLAME = re.compile(
    r",\s+(?:whom|which)\s+(?P<by>(?:an?\s+|the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,4}?)\s+(?:has\s+|have\s+|had\s+)?"
    r"(?P<how>suspects?|suspected|blame[sd]?|accuse[sd]?|holds?\s+responsible|held\s+responsible)\b(?!\s+by\b)"
)
_SO = re.compile(r"(?:\s+(?:in|from|across|with|of|dressed|wearing)\s[^,.;:]{2,40})?\s*(?:[.;”\"]|$)")
# "The government blamed the rebels, the rebels (blamed) the government": the second clause leaves its verb out.
_GAPPED = re.compile(
    r"(?<![\w’'-])(?P<first>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?)\s+(?:says?|said|claims?|claimed|insists?|insisted|maintains?|"
    r"maintained)\s+(?:that\s+)?(?P<other>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?)\s+"
    r"(?:(?:had|has|have)\s+)?(?:fired|did|done|shelled|started|launched|struck|attacked|opened|bombed|staged|planted|shot)\b"
    r"[^,.;:]{0,40}[,;]\s+(?:and\s+|while\s+|but\s+)?(?P<second>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?)\s+"
    r"that\s+(?:(?:the\s+)?(?P<again>[\w’'-]+(?:\s+[\w’'-]+){0,3}?)\s+(?:had|did|have|were|was)"
    r"|(?:it|they)\s+(?:came|were|was|had\s+come)\s+(?:fired\s+)?from\s+(?:the\s+)?(?P<lines>[\w’'-]+)\s+"
    r"(?:lines|positions|territory|guns))\b",
    re.IGNORECASE,
)
_CHARGE = re.compile(r"\s+(?:of|for|over)\s+(?!(?:blame|suspicion)\b)")
_THE_DEED = re.compile(rf"(?:(?:it|this|that|them|both)\b|(?:the\s+)?(?:[\w-]+\s+){{0,2}}?{_DEED}\b)", re.IGNORECASE)
_REACH = 90
_NEAR = len("members of the ")


def blamed_in(sentence: Sentence, said: list[Said], text: str) -> Iterator[StanceFinding]:
    """The blame of a sentence that is told so."""
    for match in _LAID.finditer(text, sentence.start, sentence.end):
        for party in _behind(sentence, match.end(), text) if _for_deed(sentence, match, text) else ():
            charge = _CHARGE.match(text, party.end, sentence.end)
            if charge is not None and not of_deed(sentence, charge.end(), text):
                continue
            by = SAID_BY.match(text, party.end, sentence.end)
            voice = voice_at(said, match.start())
            speaker = by["who"] if by is not None else voice.words if voice is not None else None
            yield _made(match, party, speaker, sentence, text)
    for match in _CALLED.finditer(text, sentence.start, sentence.end):
        speaker = _accuser(match, sentence, said, text)
        for party in _behind(sentence, match.end(), text) if speaker is not None else ():
            yield _made(match, party, speaker, sentence, text)
    for match in _CALLED_THEIRS.finditer(text, sentence.start, sentence.end):
        if land_ids(match["whose"]) and not is_nobody(match["by"]):
            yield _made(match, _span(match, "whose"), match["by"], sentence, text)
    for match in _WAS_THEIRS.finditer(text, sentence.start, sentence.end):
        voice = voice_at(said, match.start("whose"))
        if voice is None or not land_ids(match["whose"]):
            continue
        if match["arms"] in ("they", "it") and not _of_arms(sentence, match, text):
            continue
        stance = "suspects" if match["perhaps"] else "blames"
        yield _made(match, _span(match, "whose"), voice.words, sentence, text, stance)
    for match in _SUGGESTED.finditer(text, sentence.start, sentence.end):
        speaker = _accuser(match, sentence, said, text)
        parties = listed(sentence, match.end(), min(sentence.end, match.end() + _REACH), text)[:1]
        for party in parties if speaker is not None else ():
            if party.start == match.end() and _SO.match(text, party.end):
                yield _made(match, party, speaker, sentence, text, "suspects")
    for match in _SEES_BEHIND.finditer(text, sentence.start, sentence.end):
        speaker = _accuser(match, sentence, said, text)
        span = match.span("who")
        parties = listed(sentence, *span, text)[:2] or object_of_blame(sentence, *span, text)
        for party in parties if speaker is not None else ():
            yield _made(match, party, speaker, sentence, text, "suspects")
    for match in _RESPONSIBLE_ARE.finditer(text, sentence.start, sentence.end):
        voice = voice_at(said, match.start())
        for party in _behind(sentence, match.end(), text)[:1]:
            if voice is not None:
                yield _made(match, party, voice.words, sentence, text)
    for match in _WHOM_THEY_BLAME.finditer(text, sentence.start, sentence.end):
        before = listed(sentence, max(sentence.start, match.start() - _REACH), match.start(), text)[-1:]
        stance = "suspects" if match["how"].startswith("suspect") else "blames"
        charge = _CHARGE.match(text, match.end(), sentence.end)
        if is_nobody(match["by"]) or (charge is not None and not of_deed(sentence, charge.end(), text)):
            continue
        for party in before if before and before[0].end == match.start() else ():
            yield _made(match, party, match["by"], sentence, text, stance)
    for match in _GAPPED.finditer(text, sentence.start, sentence.end):
        yield from _each_the_other(match, sentence, text)


def _each_the_other(match: re.Match[str], sentence: Sentence, text: str) -> Iterator[StanceFinding]:
    again = "again" if match["again"] is not None else "lines"
    for key, speaker in (("other", match["first"]), (again, match["second"])):
        span = match.span(key)
        parties = listed(sentence, *span, text)[:1] or object_of_blame(sentence, *span, text)
        for party in parties if not is_nobody(speaker) else ():
            yield _made(match, party, speaker, sentence, text)


def _for_deed(sentence: Sentence, laid: re.Match[str], text: str) -> bool:
    """Whether the blame is for violence, or just for "it": "responsibility for security" is none."""
    charge = _CHARGE.search(text, laid.start(), laid.end())
    if charge is None:
        return not laid.group().lower().startswith("responsib") or " with" not in laid.group()
    told = [t.start for t in sentence.triggers] + [h.start for h in sentence.harm]
    return any(charge.end() <= at < laid.end() for at in told) or _THE_DEED.match(text, charge.end()) is not None


def _of_arms(sentence: Sentence, match: re.Match[str], text: str) -> bool:
    """Whether "they were Turkish" is said of arms: nothing else stands in the sentence, or arms are told before."""
    return bool(re.search(rf"\b{_ARMS[: -len('|they|it)')]})\b", text[max(0, sentence.start - _REACH) : match.start()]))


def _accuser(match: re.Match[str], sentence: Sentence, said: list[Said], text: str) -> str | None:
    subject = subject_of(sentence, sentence.word_at(match.start()), text)
    if subject is None or subject.passive or subject.negated or is_nobody(text[subject.start : subject.end]):
        return None
    named = speaker_named(sentence, subject, text)
    return speaker_words(named, said, match.start()) or text[subject.start : subject.end]


def _behind(sentence: Sentence, at: int, text: str) -> list[Party]:
    stop = min(sentence.end, at + _REACH)
    parties = listed(sentence, at, stop, text)[:2]
    if parties and right_behind(parties[0], at, text, within=_NEAR):
        return by_name(parties, sentence, sentence.end, text)
    return object_of_blame(sentence, at, stop, text)


def _span(match: re.Match[str], key: str) -> Party:
    return Party(start=match.start(key), end=match.end(key), named=True)


def _made(
    match: re.Match[str], party: Party, speaker: str | None, sentence: Sentence, text: str, stance: str = "blames"
) -> StanceFinding:
    return made(finding_of(stance, match.start(), match.end(), party, speaker, text), match.start(), sentence, text)
