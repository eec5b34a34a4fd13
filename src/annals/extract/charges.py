"""Blame in other constructions: "attributed the raid to X", "it was X", "ordered by X", "X's involvement in it".

Each is read only where somebody says it; in the report's own voice the event's own words tell who did it.
"""

import re
from collections.abc import Iterator

from annals.extract.accused import object_of_blame
from annals.extract.apposed import by_name
from annals.extract.page import Sentence
from annals.extract.parties import Party, land_ids, land_party, listed, right_behind
from annals.extract.subjects import PRONOUNS
from annals.model import Stance

_TO_WHOM = re.compile(
    r"\b(?:attribut(?:e|ed|es|ing)|ascrib(?:e|ed|es|ing)|link(?:ed|s|ing)?|trac(?:e|ed|es|ing)|connect(?:ed|s|ing)?|"
    r"tie|ti(?:ed|es))\s+"
    r"(?P<what>[^,.;:]{2,80}?)\s+(?:back\s+)?to\s+"
    r"|\b(?:lay|laid|lays|laying)\s+(?P<laid>[^,.;:]{2,80}?)\s+(?:squarely\s+)?at\s+(?:the\s+)?(?:door|feet)\s+of\s+"
    r"|\b(?:pin|pins|pinned|pinning)\s+(?P<pinned>[^,.;:]{2,60}?)\s+on\s+"
    r"|\b(?:put|puts|putting)\s+(?P<put>[^,.;:]{2,60}?)\s+down\s+to\s+",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:it|this|them|these|that|crime|blame|responsibility|deaths?|dead|violence|massacre|"
    r"act)\b",
    re.IGNORECASE,
)
_PERHAPS = r"(?P<perhaps>(?:probably|likely|most likely|possibly|perhaps|apparently|almost certainly|presumably)\s+)?"
_IT_WAS = re.compile(
    rf"\b(?:it|this|that|they|these|those)\s+(?:was|were|is|are|had been|has been|have been)\s+(?P<no>not\s+|"
    rf"never\s+)?{_PERHAPS}"
    r"(?:all\s+|again\s+|clearly\s+|surely\s+)?"
    r"(?:(?:the|an?|another)\s+(?:[\w-]+\s+){0,2}?(?:work|handiwork|hand|doing|deed|operation|attack|crime|act|raid|strike|"
    r"bombing|massacre|ambush|atrocity|provocation)\s+(?:of|by)\s+)?(?:an?\s+|the\s+)?",
    re.IGNORECASE,
)
_ARMS_BEHIND = re.compile(
    r"(?:[’']s?)?(?:\s+(?:[\w-]+\s+){0,2}?(?:missiles?|rockets?|drones?|shells?|bombs?|strikes?|raids?|attacks?|shelling|fire|"
    r"planes?|jets?|warplanes?|aircraft|bullets?|mortars?|artillery|gunfire|operation|[A-Z]{1,2}-\d{1,3}\w*))?"
    r"(?:\s+(?:again|this time|once more|alone))?\s*(?=[,.;:”\"]|$|\b(?:that|who|which|and|he|she|they)\b)"
)
_DOERS_WERE = re.compile(
    r"\b(?:those\s+(?:responsible|behind it|who (?:did|had done) (?:it|this|that))"
    r"|(?:the|his|her|their|both|all)\s+(?:[\w-]+\s+)?(?:attackers?|gunm[ae]n|shooters?|bombers?|killers?|assailants?|drivers?|"
    r"perpetrators?|culprits?|kidnappers?|abductors?|raiders?|hijackers?|people responsible|men responsible|"
    r"(?:men|people|ones|youths) who (?:did|had done|carried out) (?:it|this|that|the \w+))(?:\s+of\s+the\s+\w+)?)\s+"
    rf"(?:was|were|is|are|had been|have been|came from|belonged to)\s+(?P<no>not\s+)?{_PERHAPS}"
    r"(?P<thought>(?:believed|thought|suspected|understood|presumed|said) to (?:be|have been|belong to)\s+)?"
    r"(?:(?:an?\s+(?:[\w-]+\s+)?)?(?:(?:members?|fighters?|gunm[ae]n|militants?|part|m[ae]n|commanders?|followers?|recruits?|"
    r"soldiers?)\s+(?:of|from|in)|from|of)\s+)?(?:an?\s+|the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
# "The ministry had on Monday named the front".
_NAMED = re.compile(
    r"(?<!not )(?<!never )(?<!was )(?<!were )(?<!been )\bnam(?:ed|es)\s+(?:the\s+)?(?P<what>)", re.IGNORECASE
)
_OF_THEM = re.compile(r"\bof\s+the\s+\Z", re.IGNORECASE)
_HAND_OF = re.compile(
    r"\b(?P<what>s[ae]w|sees|seen|seeing|detect(?:s|ed)?|suspect(?:s|ed)?)\s+(?:the\s+)?(?:\w+\s+)?(?:hands?|fingerprints|work)\s+of\s+(?:the\s+)?"
    r"|\b(?:not|never)\s+(?:yet\s+)?(?:rul(?:e|ed|ing) out|excluded?)\s+(?:the\s+|any\s+)?(?:possible\s+)?"
    r"(?:involvement|role|participation|hand)\s+(?:of|by)\s+(?:the\s+)?"
    r"|\b(?:suspect(?:s|ed)?|possible|likely|alleged|suspected)\s+(?:the\s+)?(?:involvement|complicity|participation)\s+(?:of|by)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"\b(?P<who>[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,3})(?:[’']s|[’'])\s+(?:\w+\s+)?"
    r"(?:fingerprints?|handiwork|signature|imprint|trademark|calling card|modus operandi)\b"
)
_LIKE_THEIRS = re.compile(
    r"\b(?:resembl\w+|similar to|recall\w*|echo\w*|much like|reminiscent of|bore similarities to|copied)\s+"
    r"[^,.;:]{0,60}?\b"
    r"(?:attacks?|raids?|bombings?|killings?|ambush\w*|strikes?|ones?|operations?|assaults?|abductions?|shootings?)\s+"
    r"(?:[\w-]+\s+){0,4}?(?:by|of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_BLAMED_BY = re.compile(
    r"\b(?:blamed|attributed|ascribed|pinned|laid)\s+by\s+(?P<by>[^,.;:]{2,60}?)\s+"
    r"(?:on|to|at the (?:door|feet) of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"\borders?\b[^,.;:]{0,40}?\s(?:(?:had|has|have)\s+)?(?:came|come|coming|issued|given)\s+(?:from|by)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_BLAME_ON = re.compile(
    r"\b(?:put(?:s|ting)?|lay(?:s|ing)?|laid|plac(?:e|es|ed|ing)|cast(?:s|ing)?|pin(?:s|ned|ning)?|heap(?:s|ed)?|"
    r"fix(?:es|ed)?)\s+"
    r"(?:(?:the|all|much|some|full|most|of|their|its)\s+){0,3}(?:blame|responsibility|suspicion)\s+"
    r"(?:for\s+(?P<what>[^,.;:]{2,60}?)\s+)?(?:\w+ly\s+)?(?:on|upon|with|at the (?:door|feet) of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
QUARREL = re.compile(
    r"\b(?:feuds?|wars?|disputes?|rivalry|rivalries|quarrels?|fight(?:s|ing)?|struggles?|conflicts?|clash(?:es)?|battles?|"
    r"tensions?|turf)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?:\s+(?:again|this time|once more|alone))?\s*(?:[,.;:”\"]|$)")
_OF_ARMS = re.compile(
    r"\b(?:aircraft|planes?|jets?|warplanes|drones?|missiles?|rockets?|shells?|bombs?|helicopters?|gunmen|attackers|troops|"
    r"soldiers|assailants|raiders|uniforms?)\b",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"\b(?:ordered|planned|directed|commissioned|organi[sz]ed|carried out|staged|committed|executed|conducted|"
    r"instigated|"
    r"arranged|engineered|set up|burn(?:ed|t)|torched|placed|planted|laid|left|lit|set|sent|taken|seized|snatched|"
    r"surrounded|raided|looted|razed|held|dropped|thrown|hidden|crime|massacre|atrocity|aggression|"
    r"terrorism|act of terror)\s+(?:and \w+ )?by\s+",
    re.IGNORECASE,
)
_INVOLVED = re.compile(
    r"(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}?)(?:[’']s)?\s+(?:direct\s+)?(?:involvement|complicity|responsibility|hand|role)\s+(?:in|for|behind)\b"
)
_CHARGED_WITH = re.compile(
    r"\b(?:charged|indicted|convicted)\s+(?P<who>(?:an?|the|two|three|four|five|six|several|[A-Z])[^,.;:]{2,70}?)"
    r"(?:,\s+(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,3}),)?\s+"
    r"(?:with|over|in connection with|for|of)\s+",
)
# "Has charged a member of the Tlacos": with the deed just told.
_CHARGED_MEMBER = re.compile(
    r"\b(?:charged|indicted)\s+(?P<who>(?:an?|two|three|four|five|six|the)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:members?|leaders?|fighters?|commanders?|followers?|supporters?|soldiers?|hitm[ae]n|associates?)\s+"
    r"(?:of|from)\s+(?:the\s+)?"
    # A member of parliament or of a union is charged with anything.
    r"(?!(?:[A-Z][\w’'-]+\s+){0,3}?(?:Senate|Parliament|Congress|Assembly|House|Cabinet|Council|Union|Party|Court|Church)\b)"
    r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})(?=\s*(?:[.;]|$))"
)
_VICTIM_OF = re.compile(r"\b(?:victims?|prey)\s+(?:of|to)\s+(?:the\s+)?(?=[A-Z])")
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|no|not|never|without|"
    r"any)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# "Could have been carried out by", "was probably planned by".
_MAYBE = re.compile(
    r"\b(?:(?:could|may|might|must) have been|probably|possibly|likely|perhaps|presumably|apparently)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_REACH = 90


def charges_in(sentence: Sentence, before: Sentence | None, text: str) -> Iterator[tuple[Stance, re.Match[str], Party]]:
    """What the sentence says of whom, each with the words that say so; `before` is the sentence before it."""
    yield from _to_whom(sentence, text)
    yield from _it_was(sentence, before, text)
    yield from _told_of(sentence, text)
    for match in _BLAME_ON.finditer(text, sentence.start, sentence.end):
        for party in _behind(sentence, match.end(), text):
            yield "blames", match, party
    for match in _NAMED.finditer(text, sentence.start, sentence.end):
        armed = [a for a in sentence.actors if a.start == match.end() and a.entry.kind == "armed_group"]
        if armed and _ENDED.match(text, armed[0].end):
            yield "blames", match, Party(start=armed[0].start, end=armed[0].end, named=True)
    for pattern in (_DONE_BY, _VICTIM_OF, _BLAMED_BY, _ORDERED):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            maybe = _MAYBE.search(text, max(sentence.start, match.start() - _REACH), match.start())
            for party in _behind(sentence, match.end(), text):
                yield "suspects" if maybe else "blames", match, party
    for match in _INVOLVED.finditer(text, sentence.start, sentence.end):
        low = max(sentence.start, match.start() - _REACH)
        parties = listed(sentence, match.start("who"), match.end("who"), text)[:1]
        if not parties and land_ids(match["who"]):
            parties = [Party(start=match.start("who"), end=match.end("who"), named=True)]
        if parties and not _DENIES.search(text[low : match.start()]):
            yield "blames", match, parties[0]
    for match in _CHARGED_WITH.finditer(text, sentence.start, sentence.end):
        stop = min(sentence.end, match.end() + _REACH)
        violent = any(match.end() <= t.start < stop for t in sentence.triggers) or any(
            match.end() <= h.start < stop for h in sentence.harm
        )
        if violent and match["name"] is not None:
            yield "blames", match, Party(start=match.start("name"), end=match.end("name"), named=True)
        elif violent:
            for party in object_of_blame(sentence, *match.span("who"), text):
                yield "blames", match, party
    for match in _CHARGED_MEMBER.finditer(text, sentence.start, sentence.end):
        for party in object_of_blame(sentence, *match.span("who"), text):
            yield "blames", match, party


def _told_of(sentence: Sentence, text: str) -> Iterator[tuple[Stance, re.Match[str], Party]]:
    """Whom the attackers are said to be, and whose marks or habits the deed shows."""
    for match in _DOERS_WERE.finditer(text, sentence.start, sentence.end):
        if not match["no"]:
            stance: Stance = "suspects" if match["perhaps"] or match["thought"] else "blames"
            parties = listed(sentence, match.end(), min(sentence.end, match.end() + _REACH), text)[:1]
            if not parties and _OF_THEM.search(match.group()):
                # A people that no table knows.
                parties = object_of_blame(sentence, match.end(), min(sentence.end, match.end() + _REACH), text)
            for party in parties:
                if party.start - match.end() <= len("a few ") and text[party.start].isupper():
                    yield stance, match, party
    for match in _MARKS.finditer(text, sentence.start, sentence.end):
        start, end = match.span("who")
        land = land_party(text, start, end)
        for party in listed(sentence, start, end, text)[:1] or ([land] if land is not None else []):
            yield "suspects", match, party
    for match in _HAND_OF.finditer(text, sentence.start, sentence.end):
        for party in _behind(sentence, match.end(), text):
            yield "suspects", match, party
    for match in _LIKE_THEIRS.finditer(text, sentence.start, sentence.end):
        for party in listed(sentence, match.end(), min(sentence.end, match.end() + _REACH), text)[:1]:
            if party.start - match.end() <= len("militants of the "):
                yield "suspects", match, party


def _to_whom(sentence: Sentence, text: str) -> Iterator[tuple[Stance, re.Match[str], Party]]:
    for match in _TO_WHOM.finditer(text, sentence.start, sentence.end):
        key = next(key for key in ("what", "laid", "pinned", "put") if match[key])
        start, end = match.span(key)
        deed = any(start <= t.start and t.end <= end for t in sentence.triggers) or any(
            start <= w.start and w.end <= end for w in sentence.weapons
        )
        if not (deed or _DEED.search(match[key])):
            continue
        for party in _behind(sentence, match.end(), text):
            yield "blames", match, party


def _it_was(sentence: Sentence, before: Sentence | None, text: str) -> Iterator[tuple[Stance, re.Match[str], Party]]:
    """Read "it was the rebels again", and "they were probably Kenyan" of planes; "it was not us" is left out."""
    for match in _IT_WAS.finditer(text, sentence.start, sentence.end):
        first = sentence.word_at(match.end())
        if first >= len(sentence.words) or sentence.words[first].folded in PRONOUNS:
            continue
        stance: Stance = "denies" if match["no"] else "suspects" if match["perhaps"] else "blames"
        parties = listed(sentence, match.end(), min(sentence.end, match.end() + _REACH), text)[:1]
        whole = object_of_blame(sentence, match.end(), min(sentence.end, match.end() + _REACH), text)
        if (
            parties
            and whole
            and not parties[0].named
            and text[whole[0].start].isupper()
            and (whole[0].start == parties[0].start and not land_ids(text[whole[0].start : whole[0].end]))
        ):
            # "It was the Clansman posse": a name of which one word describes.
            parties = whole
        if parties and parties[0].start - match.end() <= len("a few "):
            named = parties[0].named or text[parties[0].start].isupper()
            if named and _ARMS_BEHIND.match(text, parties[0].end):
                yield stance, match, parties[0]
            continue
        word = sentence.words[first]
        if text[word.start : word.end].isupper() and word.end - word.start > 1 and _ARMS_BEHIND.match(text, word.end):
            # Letters that no table knows: "it was the LFP again".
            yield stance, match, Party(start=word.start, end=word.end, named=True)
            continue
        known = land_ids(text[word.start : word.end])
        if text[word.start].isupper() and not known and text[: word.start].endswith("the "):
            # A name in capitals that no table knows: "it was not the Ardillos".
            parties = object_of_blame(sentence, match.end(), min(sentence.end, match.end() + _REACH), text)
            yield from ((stance, match, p) for p in parties if p.named and _ENDED.match(text, p.end))
            continue
        if not (text[word.start].isupper() and known):
            continue
        party = Party(start=word.start, end=word.end, named=True)
        bare = _ENDED.match(text, word.end)
        arms = bare is None and _ARMS_BEHIND.match(text, word.end)
        spoken = text[before.start : before.end] if before is not None else ""
        if arms or (bare and _OF_ARMS.search(spoken[:_REACH])):
            yield stance, match, party


def _behind(sentence: Sentence, at: int, text: str) -> list[Party]:
    """The parties right behind, else a noun phrase for people."""
    parties = listed(sentence, at, min(sentence.end, at + _REACH), text)[:3]
    if parties and QUARREL.search(text, at, parties[0].start):
        # "Tied the killings to a feud between two gangs": neither is named for them.
        return []
    if parties and right_behind(parties[0], at, text, within=len("members of the ")):
        return by_name(parties, sentence, sentence.end, text)
    return object_of_blame(sentence, at, sentence.end, text)
