"""Who did it, told beside the event: agents, subjects and owners of its words."""

import re

from annals.english.phrases import Match
from annals.extract.clauses import Clause
from annals.extract.lexicon import Trigger, table
from annals.extract.page import Sentence
from annals.extract.parties import Party, kin, land_ids, listed, parties_in, party_of
from annals.extract.said import Said, voice_at
from annals.extract.standing import one_side
from annals.extract.subjects import Subject, subject_of
from annals.model import Finding, Quote, Stance
from annals.reference.descriptions import describe
from annals.reference.nations import country_names

# What may stand between the doer's name and the event's noun: "Kenyan [air] strike", "rebel [drone] attack".
_BESIDE = re.compile(
    r"(?:[’']s?)?[\s-]*(?:(?:air|drone|missile|rocket|mortar|artillery|suicide|car|truck|bomb|gun|"
    r"knife|ground|sea|naval|cross-border|deadly|fatal|overnight|retaliatory|latest|recent|own|first|"
    r"second|major|massive|alleged|"
    r"suspected|and|double-tap|precision|ballistic|cruise|helicopter|aerial|militants?|militia|"
    r"fighters?|rebel|insurgent|military|army|counter-?terrorism|commando|night|dawn|separate|fresh|"
    r"new|heavy|apparent|"
    r"botched|mistaken|lethal|three|two|four|series of|barrage of|wave of)[\s-]+){0,5}",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"\bby\s+(?:(?:the|a|an|what|members|one|two|three|four|five|six|some|several|dozens|of|at|least|other)\s+)*$"
)
_FAR = 90
_OBJECT_GAP = 70
_STATE_ARMS = frozenset(("Air/drone strike", "Shelling/artillery/missile attack", "Armed clash"))
_AMBIGUOUS = frozenset(
    (
        "killed shot wounded injured hit struck attacked targeted bombed kidnapped abducted stabbed "
        "beheaded slain murdered ambushed shelled executed hanged burned hurt beaten captured"
    ).split()
)
_PASSIVE_NEXT = frozenset("by in at near during when while as outside inside alongside along".split())
_AT_LEAST = frozenset((("at", "least"), ("at", "most"), ("as", "many"), ("as", "few")))
_MOST = 3
_WORDS = 5
# Words too general for a type that yet tell of a state's arms where a nation stands before them.
_STRIKES = re.compile(r"(?:strikes?|raids?|bombardments?|incursions?|barrages?|shelling|offensives?)$", re.IGNORECASE)
# Before a noun a land's name is the scene ("a Kenya attack"), but these letters are its adjective too.
_LETTERS = frozenset(("US", "U.S.", "UK"))
MERELY_POSSIBLE = re.compile(r"\b(?:possible|conceivable|plausible)\s+that\b|\b(?:could|may|might)\s+have\b")
_OFTEN = re.compile(r"\b(?:often|regularly|frequently|sometimes|usually|routinely|occasionally)\s+(?:\w+ly\s+)?\Z")
# "Denied that his troops had fired".
_DENIED_THAT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|disput\w+|dismiss\w*)\s+(?:\w+ly\s+)?(?:(?:any|the|all|an?|these|those)\s+)?"
    r"(?:(?:claims?|reports?|allegations?|suggestions?|accusations?|charges?)\s+)?that\s+(?:[\w’'-]+\s+){0,3}\Z",
    re.IGNORECASE,
)
_TIMES_OVER = re.compile(r"\s+(?:(?:at least|more than|some|about|nearly)\s+)?(?:\d+|[a-z-]+)\s+times\b")
_BEFORE_NOW = re.compile(r"[^,.;:]{0,60}?\b(?:in the past|over the years|in recent (?:years|months))\b")
_WARDED = re.compile(
    r"intercept|repel|repuls|thwart|foil|(?:shot|shoot\w*|brought) down\b[^.;]{0,60}\b(?:missile|"
    r"drone|rocket|projectile|shell|UAV)|downed\b[^.;]{0,60}\b(?:missile|drone|rocket|UAV)",
    re.IGNORECASE,
)


def doers_of(clause: Clause, at: int, end: int, text: str) -> list[Finding]:
    """Doers beside an event's word: "an Israeli air strike", "attacked by militants", "gunmen opened fire".

    They have no speaker yet (see `voiced`). A land before a noun ("the Kenya attack") is where, not who.
    """
    sentence = clause.sentence
    found: list[Party] = []
    triggers = [t for t in sentence.triggers if clause.start <= t.start and t.end <= clause.end]
    for trigger in triggers[:4] or []:
        found += _beside(sentence, trigger, text) if trigger.payload.noun else []
        subject = deed_subject(sentence, trigger, text)
        possible = MERELY_POSSIBLE.search(text, sentence.start, trigger.start) is not None
        habit = _habit(trigger, sentence, text)
        denied = subject is not None and _DENIED_THAT.search(text, sentence.start, subject.start) is not None
        if subject is not None and not (subject.negated or denied or possible or habit):
            found += (
                _named_behind(subject, text) or party_of(sentence, subject, text) or _equipped(sentence, subject, text)
            )
            found += _somebody(sentence, subject, trigger, text) if not found else []
        found += _agents(sentence, clause, trigger, text)
    made = []
    for party in {(p.start, p.end): p for p in found}.values():
        left, right = min(party.start, at), max(party.end, end)
        words = text[party.start : party.end]
        made.append(Finding(field="perpetrator", words=words, quote=Quote.of(text, left, right)))
    return made[:_MOST]


def _habit(trigger: Match[Trigger], sentence: Sentence, text: str) -> bool:
    """Whether the verb tells what somebody is wont to do: "which has often attacked the town in the past"."""
    if _TIMES_OVER.match(text, trigger.end, sentence.end):
        # "Has struck at least twelve times".
        return True
    often = _OFTEN.search(text, max(sentence.start, trigger.start - _OBJECT_GAP), trigger.start)
    return often is not None or _BEFORE_NOW.match(text, trigger.end, sentence.end) is not None


_PERSON_NAME = (
    r"[A-Z][\w’'.]*(?:-[A-Z][\w’'.]*)*\w"
    r"(?:\s+(?:(?:al|el|bin|ibn|de|da|van|von|abu|ould|ag)[ -])?[A-Z][\w’'.-]*\w){1,3}"
)
_APPOSED = re.compile(rf",\s+(?:\d+[- ]year[- ]old\s+)?(?P<who>{_PERSON_NAME})(?:,\s+\d+)?")
_NAME_ALONE = re.compile(_PERSON_NAME)
_ONE_PERSON = re.compile(r"(?:an?|one)\s+(?:(?:\d+[- ]year[- ]old|[a-z-]+)\s+){0,3}[a-z-]+(?<!s)", re.IGNORECASE)
_DEADLY = re.compile(
    r"(?:shot|shoot|killed|stabbed|hacked|murdered|opened|rammed|drove|ploughed|plowed|detonated|bombed|attacked|set|beheaded|"
    r"strangled|slashed|massacred|executed|ambushed|threw|fired)\b",
    re.IGNORECASE,
)


def _named_behind(subject: Subject, text: str) -> list[Party]:
    """The name behind one person: "a former soldier, Amara Sow, shot dead five people"."""
    found = _APPOSED.fullmatch(text, subject.end, subject.whole_end)
    one = describe(text[subject.start : subject.end]).kind in (
        "attackers",
        "residents",
        "police",
        "military",
        "security",
    )
    return [Party(start=found.start("who"), end=found.end("who"), named=True)] if found is not None and one else []


def _somebody(sentence: Sentence, subject: Subject, trigger: Match[Trigger], text: str) -> list[Party]:
    """One person who did it: by his name alone, or by a noun for people ("a teenager killed nine pupils")."""
    if subject.pronoun or sentence.title or not _DEADLY.match(text, trigger.start):
        return []
    words = text[subject.start : subject.end]
    if _NAME_ALONE.fullmatch(words):
        known = [(p.start, p.end) for p in sentence.places] + [(a.start, a.end) for a in sentence.actors]
        other = any(start < subject.end and subject.start < end for start, end in known)
        return [] if other else [Party(start=subject.start, end=subject.end, named=True)]
    if _ONE_PERSON.fullmatch(words) and describe(words).kind in ("attackers", "residents"):
        return [Party(start=subject.start, end=subject.end)]
    return []


_EQUIPPED = re.compile(
    r"\s+(?:riding\s+|dressed\s+|wearing\s+|armed\s+)?(?:on|in|aboard|with)\s+(?:\w[\w’'-]*\s+){0,3}", re.IGNORECASE
)


def _equipped(sentence: Sentence, subject: Subject, text: str) -> list[Party]:
    """Whoever stands before what he came on or in: "masked men on motorbikes stormed the village"."""
    before = parties_in(sentence, max(sentence.start, subject.start - _FAR), subject.start, text)[-1:]
    return [p for p in before if _EQUIPPED.fullmatch(text, p.end, subject.start)]


def _beside(sentence: Sentence, trigger: Match[Trigger], text: str) -> list[Party]:
    """The owner right before an event's noun."""
    low = max(sentence.start, trigger.start - 70)
    found = []
    for party in parties_in(sentence, low, trigger.start, text)[-2:]:
        gap = text[party.end : trigger.start]
        owner = gap.startswith(("’s", "'s", "’ ", "' ")) or text[: party.end].endswith(("’s", "'s", "s’", "s'"))
        if not (text[party.start].isupper() and _BESIDE.fullmatch(gap)):
            continue
        if _bare_land(party, trigger) and not owner:
            continue
        found.append(party)
    return found[-1:] or _national(sentence, trigger, text)


def _national(sentence: Sentence, trigger: Match[Trigger], text: str) -> list[Party]:
    """The people of a land right before a noun for what a state's arms do: "an Israeli strike", "US drone strikes"."""
    if trigger.payload.type not in _STATE_ARMS and not _STRIKES.search(text, trigger.start, trigger.end):
        return []
    first = trigger.first
    for index in range(first - 1, max(-1, first - _WORDS), -1):
        word = sentence.words[index]
        name = text[word.start : word.end]
        if not _BESIDE.fullmatch(text, word.end, trigger.start):
            return []
        if name[0].isupper() and land_ids(name) and (name in _LETTERS or not country_names().get((word.folded,))):
            return [Party(start=word.start, end=word.end, named=True)]
    return []


def _bare_land(party: Party, trigger: Match[Trigger]) -> bool:
    """Whether a land or its people stand before the noun as its place: any but a state's arms strike from afar."""
    land = party.actor_id is not None and party.actor_id.count(":") == 1
    return (land or (party.actor_id is None and party.named)) and trigger.payload.type not in _STATE_ARMS


def deed_subject(sentence: Sentence, trigger: Match[Trigger], text: str) -> Subject | None:
    """The subject of an event's verb in the active, or of "carried out" before its noun; None in the passive."""
    if not trigger.payload.noun:
        # "Had overrun": a participle that is spelt as the base form.
        perfect = trigger.first > 0 and sentence.words[trigger.first - 1].folded in ("had", "has", "have")
        if (trigger.payload.form == "base" and not perfect) or _reduced(sentence, trigger):
            return None
        subject = subject_of(sentence, trigger.first, text)
        progressive = trigger.payload.form == "ing"
        return None if subject is None or subject.passive != progressive else subject
    for light in table().deeds.find(sentence.words[max(0, trigger.first - 12) : trigger.first]):
        first, last = (n + max(0, trigger.first - 12) for n in (light.first, light.last))
        gap = text[sentence.words[last - 1].end : trigger.start]
        if light.payload in ("ing", "base") or re.search(r"[,;:.]", gap):
            continue
        subject = subject_of(sentence, first, text)
        if subject is not None and not subject.passive:
            return subject
    return None


def _reduced(sentence: Sentence, trigger: Match[Trigger]) -> bool:
    """Whether "soldiers killed in the raid" tells of victims: a participle with no object behind it."""
    if sentence.words[trigger.first].folded not in _AMBIGUOUS:
        return False
    following = sentence.words[trigger.last : trigger.last + 1]
    bound = tuple(word.folded for word in sentence.words[trigger.last : trigger.last + 2])
    if bound in _AT_LEAST:
        # "Gunmen killed at least nine people": a number, no place.
        return False
    return not following or following[0].folded in _PASSIVE_NEXT or following[0].start - trigger.end > len(" ")


def _agents(sentence: Sentence, clause: Clause, trigger: Match[Trigger], text: str) -> list[Party]:
    """Whoever stands behind "by" after the event's word."""
    stop = min(clause.end, trigger.end + _FAR + _OBJECT_GAP)
    for party in parties_in(sentence, trigger.end, stop, text, countries=True):
        before = text[trigger.end : party.start]
        if len(before) > _FAR or re.search(r"[;:.!?”\"]\s", before):
            break
        if _AGENT.search(before) and not _of_another(sentence, trigger, party, text):
            return listed(sentence, party.start, stop, text)[:_MOST]
    return []


def _of_another(sentence: Sentence, trigger: Match[Trigger], party: Party, text: str) -> bool:
    """Whether "by" hangs on another participle ("a base used by foreign troops")."""
    at = text.rfind("by", trigger.end, party.start)
    index = sentence.word_at(at) - 1
    if index < trigger.last:
        return False
    word = sentence.words[index]
    if not word.folded.endswith("ed") and word.folded not in ("run", "held", "led", "made", "built", "sold"):
        return False
    own = any(t.start <= word.start < t.end for t in sentence.triggers) or any(
        h.start <= word.start < h.end for h in sentence.harm
    )
    if word.folded in ("used", "made", "led", "opened", "ordered"):
        return True
    return not own and not any(True for _ in table().deeds.find([word]))


def voiced(findings: list[Finding], said: list[Said], sentence: Sentence) -> list[Finding]:
    """The doers with whoever says so: a speaker who names his own side claims, one who names another blames."""
    return [_voiced(f, said, sentence) if f.field == "perpetrator" and f.stance == "states" else f for f in findings]


def _voiced(finding: Finding, said: list[Said], sentence: Sentence) -> Finding:
    voice = voice_at(said, finding.quote.start) or voice_at(said, finding.quote.end - 1)
    if voice is None:
        return finding
    place = finding.quote.exact.find(finding.words) + finding.quote.start
    ids = {a.entry.actor_id for a in sentence.actors if a.start < place + len(finding.words) and a.end > place}
    ids |= land_ids(finding.words)
    if place < voice.end and place + len(finding.words) > voice.start and voice.party == finding.words:
        return _as(finding, "states", voice.words)
    shared = {kin(i) for i in ids} & {kin(i) for i in voice.parties}
    if shared and one_side(shared, finding.words, voice.words):
        return _as(finding, "claims", voice.words)
    return _as(finding, "blames" if ids else "states", voice.words)


def _as(finding: Finding, stance: Stance, speaker: str) -> Finding:
    return Finding(
        field="perpetrator",
        words=finding.words,
        quote=finding.quote,
        stance=stance,
        speaker=speaker,
        anchor=finding.anchor,
    )


def wards_off(sentence: Sentence, at: int, text: str) -> bool:
    """Whether the verb at offset `at` tells of stopping another's weapons ("had intercepted two missiles")."""
    return bool(_WARDED.match(text, at, min(sentence.end, at + _OBJECT_GAP)))
