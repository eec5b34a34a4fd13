"""Claims with an object of their own: "claimed a deadly raid", "which the front claimed", "claimed on Sunday by X"."""

import re
from collections.abc import Sequence

from annals.extract.accused import object_of_blame
from annals.extract.attributed import StanceFinding, finding_of, made, who_is
from annals.extract.page import Sentence
from annals.extract.parties import listed
from annals.extract.said import Said
from annals.extract.silence import is_nobody
from annals.extract.speakers import speaker_named
from annals.extract.subjects import subject_of

_BEHIND = 55
_MOST = 3
_CLAIM_OF = re.compile(
    r"\bclaim(?:ed|s|ing)?\s+(?:the|a|an|this|that|both|two|three|several|many|all|last|[\w-]+day[’']s)\s+(?!lives?\b)",
    re.IGNORECASE,
)
# "The government's claim that": a noun.
_A_CLAIM = re.compile(r"(?:[’']s?|\b(?:the|a|any|this|that|its|their|his|her))\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_REACH = 40
# Deeds that are no words of violence by themselves.
_DEED_CLAIMED = re.compile(
    r"(?:[\w’'-]+\s+){0,3}?(?P<deed>siege|storming|takeover|seizure|hostage[- ]taking|stand-?off|massacre|"
    r"slaughter|operation|"
    r"mission|outrage|atrocity|bloodshed|explosions?|blasts?|devices?|bombs?|rockets?|missiles?|landmine|mine)\b",
    re.IGNORECASE,
)
# A headline leaves the article out: "Jihadists claim Mali barracks raid".
_IN_HEADLINE = re.compile(r"\bclaims?\s+(?!responsib|credit|lives?\b|that\b|it\b|to\b|\d)(?=[\w’'-])")
_WHICH_CLAIMED = re.compile(
    r"\b(?:which|that)\s+(?P<who>[^,.;:]{2,60}?)\s+(?:(?:later|has|had|have|also|quickly|immediately)\s+)*"
    r"(?:claimed|admitted)(?=\s*[,.;]|\s+(?:responsibility|on|through|via|in a)\b)",
    re.IGNORECASE,
)
_CLAIMED_BY = re.compile(
    r"\bclaimed\s+(?:(?:on|late|early|in|via|through|an?|the|online|later|same|\w+day|\w+ly|night|morning|afternoon|evening|yesterday|"
    r"statement|video|message|\d+|[A-Z]\w+)\s+){1,6}by\s+(?P<itself>(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:group|outfit|organi[sz]ation|"
    r"faction|cell|militia)\s+(?:called|calling itself|known as|named|(?:which|that) calls itself)\s+)?(?:the\s+)?",
)
_CLAIMED_FOR = re.compile(
    r"\bclaim(?:ed|s|ing)?\s+(?:responsibility|credit|it|the|this|that|both)\b[^,.;:]{0,40}?\s"
    r"(?:on behalf of|in the name of|for)\s+(?=(?:the\s+)?[A-Z])",
    re.IGNORECASE,
)


def claimed_events(
    sentence: Sentence, said: list[Said], text: str, earlier: Sequence[Sentence], known: set[int]
) -> list[StanceFinding]:
    """Claims with an object of their own: "had claimed a deadly raid", "said it had carried out the operation"."""
    found = []
    headlined = list(_IN_HEADLINE.finditer(text, sentence.start, sentence.end)) if sentence.title else []
    for match in [*_CLAIM_OF.finditer(text, sentence.start, sentence.end), *headlined]:
        deed = _DEED_CLAIMED.match(text, match.end(), sentence.end)
        at = (
            deed.start("deed")
            if deed is not None
            else next(
                (
                    t.start
                    for t in sentence.triggers
                    if t.payload.noun
                    and 0 <= t.start - match.end() <= _REACH
                    and not re.search(r"[,.;:]", text[match.end() : t.start])
                ),
                None,
            )
        )
        if match.start() in known or at is None or _A_CLAIM.search(text, sentence.start, match.start()):
            continue
        subject = subject_of(sentence, sentence.word_at(match.start()), text)
        if subject is None or subject.negated or subject.passive:
            continue
        for party in who_is(sentence, subject, text, said, earlier)[:1]:
            speaker = party.anchor or text[subject.start : subject.end]
            finding = finding_of("claims", match.start(), match.end(), party, speaker, text)
            found.append(made(finding, at, sentence, text))
    for match in _WHICH_CLAIMED.finditer(text, sentence.start, sentence.end):
        if is_nobody(match["who"]):
            continue
        for party in listed(sentence, match.start("who"), match.end("who"), text)[:_MOST]:
            words = text[party.start : party.end]
            finding = finding_of("claims", match.start(), match.end(), party, words, text)
            found.append(made(finding, match.start(), sentence, text))
    for match in _CLAIMED_BY.finditer(text, sentence.start, sentence.end):
        stop = min(sentence.end, match.end() + _BEHIND)
        parties = listed(sentence, match.end(), stop, text)[:1]
        if not parties or parties[0].start - match.end() > len("the "):
            parties = object_of_blame(sentence, match.end(), stop, text)
        for party in parties:
            words = text[party.start : party.end]
            found.append(
                made(
                    finding_of("claims", match.start(), match.end(), party, words, text), match.start(), sentence, text
                )
            )
    for match in _CLAIMED_FOR.finditer(text, sentence.start, sentence.end):
        for party in listed(sentence, match.end(), min(sentence.end, match.end() + _BEHIND), text)[:1]:
            subject = subject_of(sentence, sentence.word_at(match.start()), text)
            named = speaker_named(sentence, subject, text) if subject is not None else None
            finding = finding_of("claims", match.start(), match.end(), party, named.words if named else None, text)
            found.append(made(finding, match.start(), sentence, text))
    return found
