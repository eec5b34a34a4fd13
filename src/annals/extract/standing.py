"""What an attribution amounts to: who tells it of himself claims it, who tells it of another blames him.

A party is the speaker's own where both are one by name, an arm of one state, or where the party is told by no more than
a word for the speaker's own kind of force ("the army said soldiers had fired").
"""

import re
from collections.abc import Iterable

import msgspec

from annals.english.phrases import words_of
from annals.extract.antecedents import stands_for
from annals.extract.cleared import cleared
from annals.extract.group_names import group_names
from annals.extract.page import Page
from annals.extract.parties import kin
from annals.extract.said import Said
from annals.extract.silence import is_nobody
from annals.model import Finding
from annals.reference.descriptions import describe, trimmed
from annals.reference.nations import nation_names, seats

_STATE = frozenset({"government", "military", "police", "security", "intelligence"})
_RULING = frozenset(
    "government ministry minister president presidency premier cabinet official spokesman spokeswoman spokesperson "
    "regime administration state authorities authority".split()
) | {"prime minister", "foreign ministry", "interior ministry", "foreign minister", "interior minister", "state media"}
_RIVAL = frozenset(
    "shadow exile exiled rebel opposition parallel unity local regional village district provincial".split()
)
_ARMED = frozenset({"militants", "rebels", "militia", "gang", "communal", "pirates"})
_WORD = re.compile(r"[A-Z][\w’'-]*")


_OWNED = re.compile(r"\b(?:its|their|our|his|her)\s+(?:own\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
_OWN = re.compile(
    r"(?:(?:one|two|some|any|all) of )?(?:(?:its|their|our)\b|(?:his|her|my)\s+(?:own\s+)?(?:men|forces|fighters|"
    r"troops|soldiers|group|movement|militia|side|front|organi[sz]ation|units?|comrades|brigade|army)\b)",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?:child(?:ren)?|sons?|daughters?|wi(?:fe|ves)|husbands?|brothers?|sisters?|fathers?|mothers?|parents?|cousins?|uncles?|"
    r"nephews?|famil(?:y|ies)|relatives?|neighbou?rs?|friends?|colleagues?|captors?|attackers?|assailants?|enem(?:y|ies)|rivals?|"
    r"killers?|kidnappers?|abductors?|victims?|hostages?|guests?|passengers?|drivers?)\Z",
    re.IGNORECASE,
)
_OF_OWN = re.compile(r"\s+of\s+(?:its|their|our)\b", re.IGNORECASE)
_PRESS = re.compile(
    r"\b(?:news agency|media|television|newspaper|radio|agency|broadcaster|channel|"
    r"tv)\b",
    re.IGNORECASE,
)
_TIED = re.compile(
    r"\b(?:backed|funded|trained|armed|linked|allied|aligned|supported|loyal|sponsored|"
    r"close)\b",
    re.IGNORECASE,
)
# Who may bear a land's name without being an arm of its state.
_COMPATRIOTS = re.compile(
    r"\b(?:opposition|deserters?|defectors?|mutine\w+|rebels?|settlers?|dissidents?|renegades?|rogue|separatists?|insurgents?|"
    r"guerrillas?|militias?|militiam[ae]n|militants?|gangs?|gangsters?|exile[sd]?|activists?|villagers?|residents?|citizens?|"
    r"tribes\w*|protesters|extremists?|terrorists?|jihadists?|cartels?|smugglers|vigilantes?|hackers|nationals?|witness\w*|"
    r"herders|students?|journalists?|lawyers?|rights group)\b",
    re.IGNORECASE,
)
_BACK = 30
_ACRONYM = 3


def settled(findings: Iterable[Finding], page: Page) -> list[Finding]:
    """The findings with each attribution as what it amounts to; words that are nobody take no part."""
    names = {a.words: kin(a.entry.actor_id) for s in page.sentences for a in s.actors}
    kept = []
    for finding in findings:
        if finding.field != "perpetrator" or finding.stance == "unclaimed":
            kept.append(finding)
        elif not is_nobody(finding.words) and any(letter.isalnum() for letter in finding.words):
            one = _settled(finding, names, page.text)
            kept += [one] if one is not None else []
    guessed = {(f.words, f.speaker) for f in kept if f.stance == "suspects"}
    kept = [f for f in kept if not any(_told_in(f, other) for other in kept)]
    kept = cleared(kept, names, page.text)
    kept = [f for f in kept if not _called_so(f, kept, names)]
    claimed = [f for f in kept if f.stance == "claims" and f.speaker is not None]
    # Who suspects somebody does not blame him too; nor does he blame his own men for what he claims.
    return [
        f
        for f in kept
        if f.stance != "blames" or ((f.words, f.speaker) not in guessed and not any(_within(f, c) for c in claimed))
    ]


def _called_so(finding: Finding, others: list[Finding], names: dict[str, str]) -> bool:
    """Whether a claim's party is told by a description ("a splinter group") where another claim gives its name."""
    if finding.field != "perpetrator" or finding.stance != "claims" or not _nameless(finding, names):
        return False
    return any(f.stance == "claims" and f.words and not _nameless(f, names) for f in others if f.field == "perpetrator")


def _nameless(finding: Finding, names: dict[str, str]) -> bool:
    told = finding.anchor or finding.words
    named = any(name in told for name in names) or any(True for _ in group_names(told, 0, len(told)))
    return not named and describe(told).kind in _ARMED | {"attackers"} and finding.anchor is None


def _told_in(finding: Finding, other: Finding) -> bool:
    """Whether another finding tells the same in more words ("its men" and "men"), or with the one who says so."""
    if finding.field != "perpetrator" or other.field != "perpetrator" or not (finding.words and other.words):
        return False
    (start, end), (low, high) = (_place(f) for f in (finding, other))
    if not (low <= start and end <= high):
        return False
    if finding.speaker is None and other.speaker is not None:
        return finding.stance == other.stance or (finding.stance == "states" and other.stance != "denies")
    return (finding.stance, finding.speaker) == (other.stance, other.speaker) and (low, high) != (start, end)


def _place(finding: Finding) -> tuple[int, int]:
    """Where a finding's words stand; its quote where it has none."""
    at = finding.quote.start + max(0, finding.quote.exact.find(finding.words))
    return (at, at + len(finding.words)) if finding.words else (finding.quote.start, finding.quote.end)


def _within(finding: Finding, claim: Finding) -> bool:
    """Whether the words of a finding are among those of a claim by the same speaker."""
    return (
        finding.speaker == claim.speaker
        and finding.words in claim.words
        and finding.quote.end <= claim.quote.end + _BACK
    )


def _settled(finding: Finding, names: dict[str, str], text: str) -> Finding | None:
    speaker = finding.speaker
    if speaker is None or is_nobody(speaker):
        return msgspec.structs.replace(finding, speaker=None)
    if finding.stance not in ("states", "blames", "suspects"):
        return finding
    if _MESSENGER.match(speaker) and finding.words not in speaker and _bears_name(finding, names):
        # "A caller said that the raid was the work of the Ninth Star".
        return msgspec.structs.replace(finding, stance="claims")
    if _set_behind(finding, speaker, text):
        # "A new outfit, the Ninth Star, said that it was responsible".
        return msgspec.structs.replace(finding, stance="claims", speaker=finding.words)
    if finding.anchor is not None and finding.anchor in speaker and stands_for(finding.words) is not None:
        # "An official of the front said the movement had done it".
        return msgspec.structs.replace(finding, stance="claims")
    if _owned(finding, text):
        party = party_in(speaker, names)
        if party is not None or finding.anchor is not None:
            return msgspec.structs.replace(finding, stance="claims", anchor=finding.anchor or party)
    if finding.stance == "states" and finding.words in speaker and _PRESS.search(speaker):
        # The agency's name has the land's in it; the land did nothing by that.
        return None
    if _own(finding, speaker, names):
        return msgspec.structs.replace(finding, stance="claims")
    if finding.stance == "states" and _accusable(finding, names):
        return msgspec.structs.replace(finding, stance="blames")
    return finding


def _bears_name(finding: Finding, names: dict[str, str]) -> bool:
    """Whether a group is told by its name, and not accused in so many words."""
    told = finding.anchor or finding.words
    state = any(name in told and actor.startswith("state:") for name, actor in names.items())
    accused = re.search(r"\b(?:blam|accus|suspect|responsib)", finding.quote.exact, re.IGNORECASE)
    named = (
        any(name in told for name in names)
        or any(True for _ in group_names(told, 0, len(told)))
        or _TITLED.search(told)
    )
    return bool(named) and not state and accused is None


def _set_behind(finding: Finding, speaker: str, text: str) -> bool:
    """Whether the party's name stands in apposition to the words for who speaks."""
    start, end = _place(finding)
    before = text[max(0, start - len(speaker) - len(", the ")) : start]
    return before.endswith((f"{speaker}, ", f"{speaker}, the ")) and text.startswith(",", end)


def _accusable(finding: Finding, names: dict[str, str]) -> bool:
    """Whether the words name a party or describe a force: "gunmen" of whom police speak are nobody's accused."""
    told = finding.anchor or finding.words
    kind = describe(told).kind
    # "Gunmen", at the head of a sentence, is no name.
    named = _WORD.search(trimmed(told)[kind == "attackers" :])
    return bool(_ids(told, names) or named) or kind in _STATE | _ARMED


def _owned(finding: Finding, text: str) -> bool:
    """Whether the party is told as the speaker's: "its fighters", "one of their units", but not "their children"."""
    if _KIN.search(finding.words):
        return False
    if _OWN.match(finding.words):
        return True
    start, end = _place(finding)
    if _OF_OWN.match(text, end):
        return True
    return _OWNED.search(text, max(0, start - _BACK), start) is not None


def party_in(speaker: str, names: dict[str, str]) -> str | None:
    """The party for which a speaker answers: a name among his words, else the words where they describe a force."""
    named = [name for name in names if name in speaker]
    if named:
        return max(named, key=len)
    for start, end in group_names(speaker, 0, len(speaker)):
        return speaker[start:end]
    body = _SPEAKS_FOR.search(speaker)
    if body is not None:
        return body["who"]
    kind = describe(speaker).kind
    return trimmed(speaker) if kind in _STATE | _ARMED and not _PERSON.search(speaker) else None


def answers_for(voice: Said) -> str | None:
    """The party for which a speaker answers, None for one who answers for none ("a witness")."""
    return voice.party or party_in(voice.words, {})


# "A spokesman for the Moro front": a body that no table knows.
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|statements?|representatives?|commanders?|channel|website)\s+(?:for|of|from|by)\s+(?:the\s+)?"
    r"(?P<who>[A-Z][\w’'-]+(?:\s+[\w’'-]+){0,4}?\s+(?:front|movement|group|faction|militia|brigades?|gang|cartel|column|army|"
    r"alliance|wing|clan|council|party|posse))\b"
)
# Who only brings word: he says nothing of his own.
_MESSENGER = re.compile(
    r"(?:an?\s+|the\s+)?(?:(?:anonymous|unidentified|unknown|male|female|muffled|hoarse|second|first|telephone|phone)\s+)*"
    r"(?:callers?|(?-i:voice)(?!\s+of\b)|(?:phone|telephone)\s+call)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:[A-Z][\w’'-]+\s+){1,5}(?:Front|Movement|Army|Brigades?|Group|Organi[sz]ation|Faction|Jihad|Command|Party)\b"
)
_PERSON = re.compile(
    r"\b(?:spokes\w+|officials?|officers?|commanders?|ministers?|leaders?|generals?|colonels?|captains?|majors?|chief|"
    r"governor|mayor|sources?|president|secretary|lieutenant|sergeant|deputy)\b",
    re.IGNORECASE,
)


def _own(finding: Finding, speaker: str, names: dict[str, str]) -> bool:
    told = finding.anchor or finding.words
    if _plain(told) == _plain(speaker):
        return True
    if finding.stance != "states" or _TIED.search(told):
        # Who accuses in so many words accuses another; a proxy is not its patron.
        return False
    ids, others = _ids(told, names), _ids(speaker, names)
    if ids & others:
        return not _onlooker(speaker) and one_side(ids & others, told, speaker)
    if ids or _WORD.search(trimmed(told)) or (_COMPATRIOTS.search(speaker) and not _COMPATRIOTS.search(told)):
        # "A separatist leader said the government had staged it".
        return False
    party, voice = describe(told).kind, describe(speaker)
    if party in _STATE and others and not any(one.startswith("state:") for one in others):
        # "The Ninth Army, rebels, said that the army had done it".
        return False
    if party is not None and party == voice.kind in _STATE | _ARMED:
        return True
    # "The shadow government", "village leaders": no army is theirs.
    ruling = voice.head in _RULING and not _RIVAL.intersection(voice.modifiers)
    return party in ("military", "security") and voice.kind == "government" and ruling


def one_side(shared: set[str], told: str, speaker: str) -> bool:
    """Whether a party and a speaker who share the ids `shared` are one side; compatriots of a state's arms are not.

    >>> one_side({"state:CO"}, "Colombian guerrillas", "the Colombian army")
    False
    >>> one_side({"state:CO"}, "Colombian troops", "the Colombian army")
    True
    """
    if any(not one.startswith("state:") for one in shared):
        return True
    return not (_COMPATRIOTS.search(told) or _COMPATRIOTS.search(speaker))


def _onlooker(speaker: str) -> bool:
    """Whether somebody speaks who belongs to a land or a group and does not answer for it ("Kenyan villagers")."""
    return describe(speaker).kind in ("residents", "medics", "press", "monitors", "protesters")


def _plain(words: str) -> str:
    return trimmed(words).casefold()


def _ids(words: str, names: dict[str, str]) -> set[str]:
    """The known actors that the words name, states for their arms, their people and their capitals too."""
    found = {actor for name, actor in names.items() if name in words}
    split = words_of(words)
    for index, word in enumerate(split):
        exact = words[word.start : word.end]
        if not exact[0].isupper() or (len(exact) <= _ACRONYM and not exact.isupper()):
            continue
        pair = tuple(w.folded for w in split[index : index + 2])
        for table, key in ((nation_names(), pair), (nation_names(), pair[:1]), (seats(), pair[:1])):
            found |= {f"state:{code}" for code in table.get(key)}
    return found
