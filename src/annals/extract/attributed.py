"""Whom a subject means, and the finding made of what is said of him."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annals.english.phrases import words_of
from annals.extract.antecedents import party_named, stands_for
from annals.extract.lexicon import table
from annals.extract.page import Sentence
from annals.extract.parties import Party, land_party, parties_in, party_of
from annals.extract.said import Said, voice_at
from annals.extract.silence import is_nobody, of_nobody
from annals.extract.speakers import speaker_named
from annals.extract.subjects import Subject
from annals.model import Finding, Quote, Stance
from annals.reference.descriptions import describe

_COLLECTIVE = re.compile(
    r"\b(?:any of the|all of the|these|the|such|both|all) (?:[\w-]+ ){0,2}?(?:attacks|strikes|bombings|raids|killings|"
    r"incidents|blasts|explosions|shootings|murders|assaults|ambushes|abductions)\b"
    r"|\b(?:the|this|that) (?:[\w-]+ ){0,2}?(?:wave|series|string|spate|rash|chain|campaign|spree) of "
    r"(?:[\w-]+ ){0,2}?(?:attacks|strikes|bombings|raids|"
    r"killings|blasts|explosions|shootings|murders|abductions)\b|\bit was behind (?:both|all)\b",
    re.IGNORECASE,
)
_THAT_DEED = re.compile(
    r"\b(?:that|those)\s+(?:[\w-]+\s+)?(?:attacks?|strikes?|bombings?|raids?|killings?|blasts?|explosions?|shootings?|murders?|"
    r"assaults?|ambush(?:es)?|abductions?|kidnappings?|massacres?|deaths)\b",
    re.IGNORECASE,
)
# "The three bombings were later claimed by": between them and the verb.
_UNDERGONE = re.compile(r"\s+(?:(?:were|was|have|has|had|been|are|is|being|later|all|both|widely|\w+ly)\s*){0,4}")
_GROUPS_OWN = re.compile(r"\b(?:the|its|their|whose)\s+(?:armed\s+|militant\s+)?(\w+)[’']s\s", re.IGNORECASE)
_ITS = re.compile(r"(?:its|their)\s", re.IGNORECASE)
# What may follow a land or a capital that is meant as a government: nothing, or an office of it.
_ALONE = re.compile(
    r"(?:(?:[’']s)?\s+(?:[\w-]+\s+){0,3}?(?:envoy|ambassador|delegat\w+|ministry|minister|officials?|government|spokes\w+|"
    r"representative|embassy|mission|authorities|side|leader(?:s|ship)?|president|premier|military|army|diplomats?))?"
)
_HIS_MEN = re.compile(
    r"(?:none of |one of |some of )?(?:its|their|his|her|our)\s+(?:own\s+)?(?:men|forces|fighters|troops|soldiers|"
    r"group|side|front|people|movement|militia|party|army|units?|members?|faction|brigade|organi[sz]ation|"
    r"comrades|guerrillas|rebels|pilots|officers|youths?|young men|boys|"
    r"community|clan|tribe|village|herders|hunters|followers)",
    re.IGNORECASE,
)
_COMMANDS = re.compile(
    r"\b(?:chief|elder|leader|sheikh|headman|commander|chieftain|imam|king|emir|warlord|captain|colonel|general|lieutenant|"
    r"president|chairman|boss|spokesman|spokeswoman)\b",
    re.IGNORECASE,
)
_HIS_OWN = re.compile(
    rf"\s+(?:that\s+|any\s+(?:part|role|involvement)\s+(?:of|by)\s+)?{_HIS_MEN.pattern}\b", re.IGNORECASE
)
_DID_IT = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:part|role|hand|involved|behind|responsible|done|did|carried|anything|nothing|attacked|fired|"
    r"shot|killed|struck)\b",
    re.IGNORECASE,
)
_SOON = 40
"""Code points from those who are cleared to the deed."""
_COMMANDS_ARMED = re.compile(
    r"\b(?:rebel|dissident|militant|militia|guerrilla|insurgent|separatist|gang|cartel|jihadist|field|group|front|"
    r"movement|faction)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?:the\s+|some\s+|its\s+|certain\s+)?(?:[\w-]+\s+){0,2}?(?:opponents?|enem(?:y|ies)|foes?|critics?|rivals?|adversar(?:y|ies)|"
    r"victims?|haters?|traitors?)\s+(?:of|to)\s+(?:the\s+|its\s+)?",
    re.IGNORECASE,
)
"""What opens a phrase for those who are against the party that it names ("opponents of the government")."""
_A_KIND = re.compile(r"an?\s", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w’'-]+\s+(?:(?:of|for|the|and|al|de)\s+){0,2}){1,5}[A-Z][\w’'-]+$|\b[A-Z][A-Z-]{1,7}$")
_LETTERS = re.compile(
    r"\b[A-Z][A-Z-]{1,7}(?=(?:[’']s)?\s(?:[\w-]+\s){0,2}(?:spokes\w+|office|officials?|commanders?|leaders?|statement)$)"
)
_BODY = re.compile(
    r"\b(?:union|association|group|movement|council|alliance|front|league|organi[sz]ation|militia|party|network|federation)\b"
)
_LEADS = re.compile(
    r",\s+(?:[^,.;:]{0,60}?\b)?(?:who\s+(?:leads|heads|commands|runs|led|founded|speaks\s+for)"
    r"|(?:leader|head|commander|founder|chief|spokes\w+)\s+(?:of|for))\s+(?:the\s+)?(?:[a-z][\w-]+\s+){0,3}?(?=[A-Z])"
)
_SAYS_HE_IS = re.compile(
    r"\s(?:who\s+(?:said|say|says|claimed)\s+(?:that\s+)?(?:they|he|she)\s+(?:belong(?:s|ed)?\s+to|spoke\s+for|speak\s+for|"
    r"represented|w(?:as|ere)\s+(?:an?\s+)?(?:from|members?\s+of|fighters?\s+(?:of|from)|spokes\w+\s+(?:of|for)))"
    r"|(?:claiming|purporting|saying\s+(?:they|he)\s+were)\s+(?:to\s+)?(?:be|belong\s+to|represent|speak\s+for)"
    r"(?:\s+(?:an?\s+)?(?:from|members?\s+of|spokes\w+\s+(?:of|for)))?)\s+(?:the\s+)?(?=[A-Z])"
)
_BEHIND = 60
_GROUP = re.compile(r"[A-Z][\w’'-]*(?:\s+(?:(?:of|for|the|and|al|de|del|la)\s+){0,2}[A-Z0-9][\w’'-]*){0,5}")
_WHOSE = re.compile(r"[^,.;:]{2,70},\s+whose\s+$")


@dataclass(frozen=True, kw_only=True)
class StanceFinding:
    """A perpetrator finding with where it stands, and whether it speaks of several attacks together."""

    finding: Finding
    at: int
    collective: bool
    doubtful: bool = False
    """A denial only if the party is accused elsewhere in the report ("rejected the claim")."""
    pointing: bool = False
    """Whether it speaks of "that attack" or "those killings": the ones told right before."""


def made(finding: Finding, at: int, sentence: Sentence, text: str) -> StanceFinding:
    """The finding, told at offset `at`; of several attacks where "these attacks" stands behind it in the sentence."""
    low = min(at, finding.quote.start)
    of_several = _COLLECTIVE.search(text, low, sentence.end) or any(
        _UNDERGONE.fullmatch(text, several.end(), low) for several in _COLLECTIVE.finditer(text, sentence.start, low)
    )
    pointing = _THAT_DEED.search(text, low, sentence.end) is not None
    return StanceFinding(finding=finding, at=at, collective=bool(of_several) and not pointing, pointing=pointing)


def finding_of(stance: str, start: int, end: int, party: Party, speaker: str | None, text: str) -> Finding:
    """The finding of a stance whose words stand from `start` to `end`; the quote takes in the party's words too."""
    return Finding(
        field="perpetrator",
        words=text[party.start : party.end],
        quote=Quote.of(text, min(party.start, start), max(party.end, end)),
        stance=_STANCES[stance],
        speaker=speaker,
        anchor=party.anchor or plural_of(party, text),
    )


_ONE_OF_MANY = re.compile(
    r"(?:rebel|separatist|militant|insurgent|jihadist|guerrilla|islamist|loyalist|extremist|dissident)", re.IGNORECASE
)


def plural_of(party: Party, text: str) -> str | None:
    """The plural of a noun that stands before another: "separatist leaders", "rebel-held hills"."""
    words = text[party.start : party.end]
    return f"{words.lower()}s" if _ONE_OF_MANY.fullmatch(words) and text[party.end : party.end + 1] in " -‑" else None


_STANCES: dict[str, Stance] = {
    "states": "states",
    "claims": "claims",
    "denies": "denies",
    "blames": "blames",
    "suspects": "suspects",
    "praises": "praises",
    "declines": "declines",
    "retracts": "retracts",
}


def speaking(voice: Said, name: str, match: re.Match[str], sentence: Sentence, text: str) -> Party:
    """Whoever speaks as the party `name`, by his own words where they stand in the sentence, else by the match."""
    at = text.find(voice.words, sentence.start, sentence.end)
    start, end = (at, at + len(voice.words)) if at >= 0 else match.span()
    return Party(start=start, end=end, anchor=name)


def of_nobody_at(sentence: Sentence, subject: Subject, text: str) -> bool:
    """Whether the subject is nobody: "no faction", "none of the groups in the camp"."""
    return is_nobody(text[subject.start : subject.end]) or of_nobody(text, sentence.start, subject.start)


def speaker_words(named: Said | None, said: list[Said], at: int) -> str | None:
    """The speaker's words: those named, where they are no pronoun, else whoever speaks there."""
    if named is None or stands_for(named.words) is not None or named.words in ("he", "she", "we", "i"):
        voice = voice_at(said, at)
        return (
            voice.words
            if voice is not None
            else (named.words if named is not None and len(named.words) > len("they") else None)
        )
    return named.words


def who_is(
    sentence: Sentence, subject: Subject, text: str, said: list[Said], earlier: Sequence[Sentence]
) -> list[Party]:
    """The parties of a subject; a pronoun, or a bare "the group", stands for the speaker or the one named before."""
    words = text[subject.start : subject.end]
    kinds = stands_for(words)
    voice = voice_at(said, subject.start)
    if voice is not None and voice.party is not None and _HIS_MEN.fullmatch(words):
        return [Party(start=subject.start, end=subject.end, anchor=voice.party)]
    if voice is not None and voice.party is None and _HIS_MEN.fullmatch(words) and _BODY.search(voice.words):
        # "The herders' union, Miyetti Allah, said its members had no part in it".
        name = _NAME.search(voice.words)
        return [Party(start=subject.start, end=subject.end, anchor=name.group() if name is not None else voice.words)]
    if _HIS_MEN.fullmatch(words) and voice is not None and voice.party is None and _COMMANDS.search(voice.words):
        # "A dissident commander said that his front had no men there", "the chief that his youths had no part in it".
        armed = stands_for("the group") or frozenset()
        named = party_named(armed, earlier, sentence.index, subject.start, text) if earlier else None
        fits = named is not None and _COMMANDS_ARMED.search(voice.words)
        anchor = named.words if named is not None and fits else voice.words
        return [Party(start=subject.start, end=subject.end, anchor=anchor)]
    if kinds is not None or subject.pronoun:
        if subject.pronoun and voice is not None and voice.party is not None:
            return [Party(start=subject.start, end=subject.end, anchor=voice.party)]
        named = party_named(kinds, earlier, sentence.index, subject.start, text) if kinds and earlier else None
        if named is not None:
            return [Party(start=subject.start, end=subject.end, anchor=named.words, actor_id=named.actor_id)]
        if subject.pronoun:
            return []
    if _AGAINST.match(text, subject.start, subject.end):
        return [Party(start=subject.start, end=subject.end)]
    if _A_KIND.match(words) and text[: subject.start].endswith(", "):
        # "The Ninth Star, a separatist group, which denied it": the name before says who.
        named_so = parties_in(sentence, sentence.start, subject.start, text)[-1:]
        if named_so and text[named_so[0].start].isupper() and named_so[0].end == subject.start - len(", "):
            return named_so
    meant = _says_he_is(subject, text)
    if meant is not None:
        return [Party(start=subject.start, end=subject.end, anchor=meant)]
    parties = _whose(sentence, subject, text) or party_of(sentence, subject, text)
    if parties and not (_ITS.match(words) and not any(p.named for p in parties)):
        return parties
    owned = _GROUPS_OWN.search(text, subject.start, subject.whole_end)
    behind = "it" if _ITS.match(words) else f"the {owned.group(1)}" if owned is not None else None
    kinds = stands_for(behind) if behind is not None else None
    named = party_named(kinds, earlier, sentence.index, subject.start, text) if kinds and earlier else None
    if named is not None:
        return [Party(start=subject.start, end=subject.end, anchor=named.words, actor_id=named.actor_id)]
    if parties:
        return parties
    whole = speaker_named(sentence, subject, text)
    if whole is not None and whole.party is not None:
        actor = next(
            (a for a in sentence.actors if whole.start <= a.start and a.end <= whole.end and a.words == whole.party),
            None,
        )
        if actor is not None and actor.entry.kind not in ("media", "monitor", "ngo", "igo"):
            return [Party(start=actor.start, end=actor.end, actor_id=actor.entry.actor_id, named=True)]
    led = _led(subject, text)
    if led is not None:
        return [Party(start=subject.start, end=subject.end, anchor=led)]
    land = land_party(text, subject.start, subject.end)
    return [land] if land is not None and _ALONE.fullmatch(text, land.end, subject.end) else _capital(subject, text)


def leads_accused(sentence: Sentence, at: int, subject: Subject, text: str) -> list[Party]:
    """A chief who denies something of his own people behind offset `at`: "denied that his youths had done it"."""
    words = text[subject.start : subject.end]
    own = _HIS_OWN.match(text, at, sentence.end)
    if own is None or not _COMMANDS.search(words):
        return []
    # "Denied that his people were hungry" clears nobody of a deed.
    deed = own.group().split()[0] == "any" or _DID_IT.match(text, own.end()) is not None
    deed = deed or any(0 <= t.start - own.end() <= _SOON for t in sentence.triggers)
    return [Party(start=subject.start, end=subject.end)] if deed else []


def _led(subject: Subject, text: str) -> str | None:
    """The name of the group that a person leads or speaks for: "Amara Sow, a former guard who leads the Ninth Star"."""
    behind = _LEADS.match(text, subject.end, subject.whole_end) if subject.whole_end > subject.end else None
    found = _GROUP.match(text, behind.end(), subject.whole_end) if behind is not None else None
    return found.group() if found is not None else None


def _says_he_is(subject: Subject, text: str) -> str | None:
    """The group for which people say that they speak: "masked men who said they belonged to the Ninth Star"."""
    found = _SAYS_HE_IS.search(text, subject.start, max(subject.whole_end, subject.end + _BEHIND))
    behind = _GROUP.match(text, found.end()) if found is not None and found.start() <= subject.whole_end + 1 else None
    return behind.group() if behind is not None else None


def _whose(sentence: Sentence, subject: Subject, text: str) -> list[Party]:
    """The party before "whose": "the front, whose chairman called that a smear"."""
    found = _WHOSE.search(text, sentence.start, subject.start)
    return parties_in(sentence, found.start(), found.end(), text)[-1:] if found is not None else []


def people_meant(subject: Subject, text: str) -> list[Party]:
    """A noun phrase for people ("supporters of a banned party")."""
    words = text[subject.start : subject.end]
    known = describe(words)
    person = known.kind is not None or any(True for _ in table().people.find(words_of(words)))
    if not person or known.kind in ("sources", "press") or subject.pronoun:
        return []
    return [Party(start=subject.start, end=subject.end)]


def _capital(subject: Subject, text: str) -> list[Party]:
    """A name that no table knows ("the Sons of the North", "the NLFT"): capitals at the end of the phrase."""
    words = text[subject.start : subject.end]
    found = _NAME.search(words) or _LETTERS.search(words)
    if found is None:
        return []
    return [Party(start=subject.start + found.start(), end=subject.start + found.end())]
