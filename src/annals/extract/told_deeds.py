"""What somebody says that he or another did: "the rebels said they had shelled the town", "fired by X, he said".

These stand in sentences of their own, and often in words too plain to tell an event by themselves ("it had aimed at a
camp", "the fire came from army positions"), so they are read sentence by sentence, whatever events the report tells.
"""

import re
from collections.abc import Iterator

from annals.english.phrases import Match
from annals.extract.antecedents import stands_for
from annals.extract.attributed import plural_of
from annals.extract.culprits import personal
from annals.extract.doers import MERELY_POSSIBLE, deed_subject, wards_off
from annals.extract.group_names import group_names
from annals.extract.lexicon import Trigger, table
from annals.extract.page import Sentence
from annals.extract.parties import Party, kin, land_ids, listed, party_of
from annals.extract.plain_deeds import PLAIN
from annals.extract.said import Said, in_speech, single_voice, voice_at
from annals.extract.standing import one_side, party_in
from annals.extract.subjects import Subject, subject_of
from annals.model import Finding, Quote, Stance
from annals.reference.descriptions import describe

_OWN = re.compile(
    r"(?:it|they|we|(?:(?:(?:one|two|three|four|some|several|many|members?|fighters|units?|soldiers|men|all|part|elements|"
    r"a \w+|an \w+|the \w+|(?:\w+ )?[“\"‘]\w+[”\"’]) of )?(?:its|their|our|his)\b.*))",
    re.IGNORECASE | re.DOTALL,
)
_NOT_DEEDS = frozenset(("Disrupted weapons use", "Arrests", "Agreement", "Change to group/activity"))
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|false|baseless|untrue|reject\w*|dismiss\w*|reports? (?:that|of)|never)\b"
    r"(?:(?!\b(?:and|but)\s+(?:said|says|suggest|claim|blam|insist|accus|alleg|argu|maintain|hint|told|added))[^.;])*$",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\b(?:whether|if|would|will|could|may|might|plan\w*|threat\w*|vow\w*|warn\w*)\b", re.IGNORECASE)
_OPERATION = re.compile(
    r"(?:operations?|mission|devices?|charges?|explosives|attacks?|strikes?|attackers|bombers|gunmen|raiders|assailants|plot)\b",
    re.IGNORECASE,
)
# "Had planted it": the object was told before.
_IT = re.compile(r"\s+(?:it|them)\b", re.IGNORECASE)
_LAID = frozenset(
    "planted fired launched staged detonated threw thrown hurled ordered committed dropped lobbed".split()
)
_OBJECT = 60
_STOP = re.compile(r"[,;:.!?“”\"]")
# What its author aimed at: he tells it of his own deed alone.
_AIMED = re.compile(
    r"\b(?P<who>it|they|we|(?:its|their|our) (?:men|fighters|forces|troops|pilots|aircraft|jets|planes|drones))\s+"
    r"(?:(?:had|have|has|only|also|were|was|been)\s+){0,3}(?:aim(?:ed|ing) at|after|targeting|directed at)\b",
    re.IGNORECASE,
)
# "The target had been a convoy": an armed group tells of its own.
_TARGET_WAS = re.compile(
    r"\b(?P<who>(?:the|its|their|our|his)\s+(?:only\s+|real\s+|intended\s+)?targets?)\s+"
    r"(?:was|were|had been|has been)\b",
    re.IGNORECASE,
)
# "Set them off", "had carried it out".
_OFF = re.compile(
    r"\b(?:set|blew|blown|carried|let|touched)\s+(?:it|them|this|that|both|all|the \w+)\s+(?:off|up|out)\b",
    re.IGNORECASE,
)
# "Said that it had done it": the deed was told before.
_DONE = re.compile(
    r"\b(?:(?:(?:had|has|have)\s+done|did)\s+(?:it|this)\b(?!\s+(?:to|for|in order))"
    r"|(?:planned|ordered|organi[sz]ed|commissioned|masterminded|directed|staged)\s+(?:it|this|the\s+(?:attack|raid|killings?|"
    r"bombings?|ambush|massacre|murders?|strike|assault|shooting))\b)",
    re.IGNORECASE,
)
# "Was holding him": the form of "be" makes no passive.
_IN_HAND = re.compile(r"holding|was|were|is|are|had|have|has", re.IGNORECASE)
_GOES_OFF = re.compile(
    r"(?:explod|detonated\b(?!\s+(?:the|a|an)\b)|went off|goes off|blew up\b(?!\s+(?:the|a|an)\b)|burst)"
)
_BOMBERS = re.compile(
    r"(?:(?:an?|one|two|three|four|five|six|several|some|the)\s+)?(?:(?:suicide|car|truck|lone|two|three)\s+)*"
    r"(?:[“\"‘]?(?:bombers?|fighters?|martyrs?|mujahid\w+|comrades|brothers|lions|knights|heroes)[”\"’]?"
    r"(?: of [A-Z]\w+)?"
    r"|[“\"‘]?(?:lions?|soldiers?|knights?|sons) of (?:the )?(?:caliphate|[A-Z]\w+)[”\"’]?|martyrdom[- ]seekers?"
    r"|(?:(?:urban|guerrilla|commando|special|elite)\s+)*(?:commando|guerrilla)s?(?:\s+(?:units?|squads?|fighters))?)",
    re.IGNORECASE,
)
_HELD_BY = re.compile(
    r"(?:the\s+)?(?P<who>[\w’'-]+?)(?:[-‑](?:held|controlled|occupied)|\s+(?:side|positions?|lines|territory|ground|guns|trenches|barracks|held))\b"
)
_CAME_FROM = re.compile(
    r"\b(?:fire|shell\w*|rockets?|missiles?|mortars?|rounds?|drones?|shots|bullets|projectiles?|bombs?|attack|strike)\s+"
    r"(?:(?:had|have|has|that|which)\s+)*(?:came|come|was|were|been|appeared to come|originated)\s+"
    r"(?:(?:fired|launched|shot|sent)\s+)?from\s+"
    r"|\b(?:fired|launched|dropped|released)\s+(?:from|by)\s+(?=(?:an?|the|two|three|four)\s)",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"\b(?:positions?|held|controlled|territory|lines|strongholds?|side|barracks|emplacements?|ground|soil|areas?|sector|trenches|"
    r"planes?|jets?|warplanes?|aircraft|bombers?|helicopters?|gunships?|warships?|drones?|submarines?|gunboats?|tanks?)\b",
    re.IGNORECASE,
)
_DID_NOT = re.compile(
    r"\b(?:(?:did|had|has|have|does|do) (?:not|never)|doesn[’']t|didn[’']t|never)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_BY_NAME = re.compile(
    r"\b(?:militant|warlord|commander|rebel|jihadist|extremist|separatist|gangster|fugitive|terrorist|leader|gunman|chief|"
    r"kingpin|preacher)\s+(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,3})\Z"
)
_A_FEW = re.compile(r"(?:an?|the|two|three|four|five|six|some|several)\s+", re.IGNORECASE)
_A_PEOPLE = re.compile(r"[A-Z][a-z]+s(?:\s+[A-Z][a-z]+s)?")
_THEMSELVES = re.compile(
    r"\b(?:themselves|(?:their|its) own (?:people|side|civilians|positions?|quarters?|town|city|ranks))\b"
)
_NOBODY_HIT = re.compile(
    r"\s+(?:nobody|no[ -]one|none\b|no\s+(?:civilians?|people|villagers?|women|children|worshippers|person|"
    r"non-combatants?|school|hospital|village|such)\b)",
    re.IGNORECASE,
)
_REACH = 90
_STATE = frozenset({"government", "military"})


def told_deeds(sentence: Sentence, said: list[Said], text: str) -> list[tuple[int, Finding]]:
    """The deeds that the sentence tells of a party by somebody's word, each with where the deed's word stands.

    A speaker who tells it of his own side claims it, or denies it where he says that it did not; one who tells it of
    another blames that one. The report's own voice is left to the events.
    """
    found = list(_aims(sentence, said, text)) + list(_origins(sentence, said, text))
    for at, end, subject in _deeds(sentence, text):
        voice = voice_at(said, at)
        if voice is None or not voice.start <= subject.start < voice.end:
            continue
        before = text[max(sentence.start, subject.start - _REACH) : subject.start]
        if _GOES_OFF.match(text, at) and text[subject.start : subject.end].lower() in ("it", "they"):
            # "The police said that it exploded": the bomb.
            continue
        if MERELY_POSSIBLE.search(text, sentence.start, at) or _UNSURE.search(text, subject.end, at):
            continue
        words = text[subject.start : subject.end]
        if _BOMBERS.fullmatch(words) and voice.party is not None and _armed(voice, sentence):
            # An armed group that says that "two bombers" did it speaks of its own.
            party = Party(start=subject.start, end=subject.end, anchor=voice.party)
            found.append((at, _finding("claims", party, end, voice, text)))
        elif (group := group_voiced(words, voice)) is not None and not subject.negated and not _DENIED.search(before):
            # "A channel close to the Ninth Star said that the group had done it".
            found.append(
                (at, _finding("claims", Party(start=subject.start, end=subject.end, anchor=group), end, voice, text))
            )
        elif _OWN.fullmatch(words) or _own_side(words, voice, sentence):
            name = voice.party or party_in(voice.words, {})
            if words.lower() in ("it", "they") and in_speech(text, subject.start, sentence.start):
                # "They have killed a shepherd", he said: of others.
                continue
            if name is None or (words.lower() == "it" and single_voice(voice.words)):
                continue
            party = Party(start=subject.start, end=subject.end, anchor=name)
            denied = subject.negated or _DENIED.search(before) or _NOBODY_HIT.match(text, end)
            stance: Stance = "denies" if denied else "claims"
            found.append((at, _finding(stance, party, end, voice, text)))
        elif not (subject.negated or _DENIED.search(before) or re.search(r"\b(?:whether|if)\b", before)):
            others = party_of(sentence, subject, text)
            person = _BY_NAME.search(text, subject.start, subject.end) if not others else None
            if person is not None:
                # "The warlord Amara Sow".
                others = [Party(start=person.start("who"), end=person.end("who"), named=True)]
            elif not others and (people := _people(sentence, subject, at, text)) is not None:
                others = [people]
            elif not others and personal(sentence, subject, text) and words not in voice.words:
                # "Police believe that Amara Sow led the raiders".
                others = [Party(start=subject.start, end=subject.end, named=True)]
            found += [(at, f) for f in _of_others(others, end, voice, sentence, text)]
    return found


def _people(sentence: Sentence, subject: Subject, at: int, text: str) -> Party | None:
    """People told by their land or faith: "an Indonesian couple", "the Muslims" who are said to have hit themselves."""
    words = text[subject.start : subject.end]
    lead = _A_FEW.match(words)
    start = subject.start + (lead.end() if lead is not None else 0)
    name = text[start : subject.end]
    if subject.pronoun or not name[:1].isupper():
        return None
    natives = land_ids(name) and any(
        True for _ in table().people.find(sentence.words[sentence.word_at(start) : subject.last])
    )
    themselves = _A_PEOPLE.fullmatch(name) and _THEMSELVES.search(text, at, min(sentence.end, at + _OBJECT))
    return Party(start=start, end=subject.end, named=True) if natives or themselves else None


def _armed(voice: Said, sentence: Sentence) -> bool:
    """Whether an armed group speaks."""
    return any(a.entry.actor_id in voice.parties and a.entry.kind == "armed_group" for a in sentence.actors)


def group_voiced(words: str, voice: Said) -> str | None:
    """The name of the group that speaks, where "the group" or "the movement" is the one that he speaks for."""
    if stands_for(f"the {words.lower().removeprefix('the ')}") is None:
        return None
    return next((voice.words[a:b] for a, b in group_names(voice.words, 0, len(voice.words))), None)


def _own_side(words: str, voice: Said, sentence: Sentence) -> bool:
    """Whether "the group" or "the army" is the speaker's own: he speaks for one of that kind."""
    kinds = stands_for(words)
    spoken = [a.entry for a in sentence.actors if a.entry.actor_id in voice.parties]
    return kinds is not None and any(entry.kind in kinds for entry in spoken)


def _of_others(parties: list[Party], end: int, voice: Said, sentence: Sentence, text: str) -> Iterator[Finding]:
    for party in parties[:2]:
        words = text[party.start : party.end]
        known = party.named or land_ids(words) or describe(words).kind in _STATE
        if voice.words == words or not known:
            continue
        ids = {a.entry.actor_id for a in sentence.actors if a.start < party.end and party.start < a.end}
        ids |= land_ids(text[party.start : party.end])
        shared = {kin(i) for i in ids} & {kin(i) for i in voice.parties}
        own = shared and one_side(shared, text[party.start : party.end], voice.words)
        # Whose own it is where no table tells is settled when all is read.
        yield _finding("claims" if own else "states", party, end, voice, text)


def _deeds(sentence: Sentence, text: str) -> Iterator[tuple[int, int, Subject]]:
    """Verbs of violence, and plain verbs with a weapon or an operation for their object, with their subjects."""
    for trigger in sentence.triggers:
        if trigger.payload.type in _NOT_DEEDS or wards_off(sentence, trigger.start, text):
            continue
        subject = deed_subject(sentence, trigger, text) or _not_done(sentence, trigger, text)
        if subject is not None:
            yield trigger.start, trigger.end, subject
    for pattern in (_OFF, _DONE):
        for off in pattern.finditer(text, sentence.start, sentence.end):
            subject = subject_of(sentence, sentence.word_at(off.start()), text)
            if subject is not None and not subject.passive:
                yield off.start(), off.end(), subject
    for plain in PLAIN.finditer(text, sentence.start, sentence.end):
        subject = subject_of(sentence, sentence.word_at(plain.start()), text)
        if subject is not None and (not subject.passive or _IN_HAND.match(plain.group())):
            yield plain.start(), plain.end(), subject
    for light in table().deeds.find(sentence.words):
        if light.payload in ("ing", "base"):
            continue
        start, end = sentence.words[light.first].start, sentence.words[light.last - 1].end
        stop = min(sentence.end, end + _OBJECT)
        boundary = _STOP.search(text, end, stop)
        stop = boundary.start() if boundary is not None else stop
        armed = (
            any(end <= w.start < stop for w in sentence.weapons)
            or any(t.payload.noun and end <= t.start < stop for t in sentence.triggers)
            or _OPERATION.search(text, end, stop)
            or (sentence.words[light.first].folded in _LAID and _IT.match(text, end, stop))
        )
        subject = subject_of(sentence, light.first, text) if armed else None
        if subject is not None and not subject.passive and not wards_off(sentence, start, text):
            yield start, end, subject


def _not_done(sentence: Sentence, trigger: Match[Trigger], text: str) -> Subject | None:
    """The subject of "did not fire": the base form tells that a deed was not done."""
    if trigger.payload.noun or trigger.payload.form != "base":
        return None
    if not _DID_NOT.search(text, sentence.start, trigger.start):
        return None
    subject = subject_of(sentence, trigger.first, text)
    return subject if subject is not None and not subject.passive else None


def _aims(sentence: Sentence, said: list[Said], text: str) -> Iterator[tuple[int, Finding]]:
    for match in _AIMED.finditer(text, sentence.start, sentence.end):
        voice = voice_at(said, match.start())
        before = text[max(sentence.start, match.start() - _REACH) : match.start()]
        if voice is None or voice.party is None or _DENIED.search(before) or match.start() < voice.start:
            continue
        if single_voice(voice.words) and match["who"].lower() == "it":
            continue
        party = Party(start=match.start("who"), end=match.end("who"), anchor=voice.party)
        yield match.start(), _finding("claims", party, match.end(), voice, text)
    for match in _TARGET_WAS.finditer(text, sentence.start, sentence.end):
        voice = voice_at(said, match.start())
        before = text[max(sentence.start, match.start() - _REACH) : match.start()]
        if voice is not None and voice.party is not None and _armed(voice, sentence) and not _DENIED.search(before):
            party = Party(start=match.start("who"), end=match.end("who"), anchor=voice.party)
            yield match.start(), _finding("claims", party, match.end(), voice, text)


def _origins(sentence: Sentence, said: list[Said], text: str) -> Iterator[tuple[int, Finding]]:
    """Whoever holds the ground from where it was fired."""
    for match in _CAME_FROM.finditer(text, sentence.start, sentence.end):
        stop = min(sentence.end, match.end() + _REACH)
        boundary = _STOP.search(text, match.end(), stop)
        stop = boundary.start() if boundary is not None else stop
        parties = listed(sentence, match.end(), stop, text)[:1]
        held = _HELD_BY.match(text, match.end(), stop)
        if held is not None and (held["who"][0].isupper() or describe(held["who"]).kind is not None):
            # "Had come from rebel-held hills".
            parties = parties[:1] if parties and parties[0].start <= held.start("who") < parties[0].end else []
            parties = parties or [Party(start=held.start("who"), end=held.end("who"), named=held["who"][0].isupper())]
        elif not parties or not _GROUND.search(text, match.end(), stop):
            continue
        voice = voice_at(said, match.start())
        yield match.start(), _finding("blames", parties[0], match.end(), voice, text)


def _finding(stance: Stance, party: Party, end: int, voice: Said | None, text: str) -> Finding:
    return Finding(
        field="perpetrator",
        words=text[party.start : party.end],
        quote=Quote.of(text, min(party.start, end), max(party.end, end)),
        stance=stance if voice is not None else "states",
        speaker=voice.words if voice is not None else None,
        anchor=party.anchor or plural_of(party, text),
    )
