"""The network's word on who says who did it: kept where the sentence bears it out.

The network hears that somebody speaks of an attack more surely than what he says of it. So each of its attributions has
to pass what grammar and lexicons can tell: a party that could have done it, words that claim, deny or blame, no "not".
"""

import re
from collections.abc import Sequence

from annals.extract.antecedents import party_named, stands_for
from annals.extract.bystanders import is_wont, no_doer, nobody, tied_to
from annals.extract.cue_parties import of_deed
from annals.extract.denials import CHARGE, RETRACTS
from annals.extract.denied import denies_detail
from annals.extract.doers import wards_off
from annals.extract.group_names import group_names, whole_group
from annals.extract.page import Sentence
from annals.extract.parties import is_scene, land_ids, parties_in
from annals.extract.said import Said, in_speech, voice_at
from annals.extract.trained.events import Saying, Story
from annals.extract.trained.findings import voice
from annals.extract.words import Words
from annals.model import Finding, Quote, Stance
from annals.reference.actor_entry import VOICES

_OF_HIMSELF: frozenset[Stance] = frozenset({"claims", "denies", "praises", "declines", "retracts"})
_OF_DOERS: frozenset[Stance] = frozenset({"claims", "denies", "blames", "suspects"})
_REACH = 90
"""So far from the cue, in code points, its words and its object may stand."""
_SAYS: dict[str, re.Pattern[str]] = {
    "claims": re.compile(
        r"\b(?:claim\w*|responsib\w+|credit|admit\w*|acknowledg\w+|conced\w+|confirm\w*|boast\w*|own(?:s|ed)? up|"
        r"avow\w*|(?:was|were|is|are) (?:its|their|his|her|our|theirs|ours)\b)",
        re.IGNORECASE,
    ),
    "denies": re.compile(
        r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|refut\w+|disown\w*|disavow\w*|repudiat\w+|baseless|"
        r"groundless|unfounded|untrue|false|fabricat\w+|lies?|slander|nothing to do|no (?:\w+ )?(?:role|part|hand|"
        r"involvement|link|connection)|not|never|neither|nobody|none|insist\w*|rul(?:e|ed|es|ing) out)\b|n[’']t\b",
        re.IGNORECASE,
    ),
    "blames": re.compile(
        r"\b(?:blam\w+|accus\w+|hold|held|holds|responsib\w+|behind|attribut\w+|ascrib\w+|point\w*|fault|culprits?|"
        r"implicat\w+|pin(?:s|ned|ning)?|laid|lays?|charg\w+|doing|handiwork|work of|by|perpetrat\w+)\b",
        re.IGNORECASE,
    ),
    "declines": re.compile(
        r"\b(?:declin\w+|refus\w+|comment\w*|no word|silen\w+|say nothing|said nothing|not (?:say|name|blame|"
        r"answer|respond|"
        r"confirm|specify|elaborate|speculate|reply|discuss)|neither confirm\w*|stop(?:s|ped)? short|"
        r"too early|without saying|"
        r"drawn|reached|unavailable|unclear)\b",
        re.IGNORECASE,
    ),
    "praises": re.compile(
        r"\b(?:prais\w+|hail\w*|salut\w+|applaud\w*|congratulat\w+|bless\w*|welcom\w+|celebrat\w+|laud\w*|glorif\w+|"
        r"commend\w*|thank\w*|hero\w*|legitimate|natural|proud|honou?r\w*|cheer\w*|rejoic\w+)\b",
        re.IGNORECASE,
    ),
    "retracts": re.compile(
        r"\b(?:retract\w*|with(?:draw|drew|drawn)\w*|took? back|taken back|takes? back|walk\w* back|"
        r"disavow\w*|disown\w*|"
        r"never|recant\w*|rescind\w*|denied|denies)\b",
        re.IGNORECASE,
    ),
    "suspects": re.compile(
        r"\b(?:suspect\w*|suspicion\w*|believ\w+|thought|thinks?|likely|probabl\w+|assess\w*|hallmarks?|appear\w*|seem\w*|"
        r"may|might|could|possibl\w+|alleg\w+|presum\w+|charg\w+|arrest\w*|accus\w+|blam\w+|link\w*|trac\w+|attribut\w+)\b",
        re.IGNORECASE,
    ),
}
_NOT = re.compile(r"\b(?:not|never|no|unlikely|nor|neither|without|nobody)\b|n[’']t\b", re.IGNORECASE)
_CLAIM = re.compile(
    r"\b(?:claim\w*|responsib\w+|credit|admit\w*|own(?:s|ed)? up|acknowledg\w+|came forward)\b", re.IGNORECASE
)
_NONE = re.compile(r"\b(?:no|not|none|nobody|never|neither|unclaimed|without|yet to|nor|any)\b|n[’']t\b", re.IGNORECASE)
_NEVER_CLAIMS = re.compile(r"\b(?:never|rarely|seldom|(?:do|does) not(?: \w+ly)?) claims?\b", re.IGNORECASE)
_NOT_HIM = re.compile(r"\b(?:not|never|nor|neither)\s+(?:\w+\s+){0,2}$|n[’']t\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_WHOSE_CHARGE = re.compile(rf"(?:[’']s?)?\s+(?:[\w-]+\s+){{0,2}}?{CHARGE}\b", re.IGNORECASE)
# Who waves a claim of responsibility aside denies nothing that he did.
_OF_CREDIT = re.compile(
    r"\bclaims?\s+(?:of\s+(?:responsibility|credit)|by\s+[^,.;:]{2,60}?\s+that\s+(?:it|they|its|one\s+of\s+its))\b",
    re.IGNORECASE,
)
# "The government's claim that they were behind it".
_WHOSE_STORY = re.compile(r"[’']s?\s+(?:\w+\s+)?(?:claims?|statements?|reports?)\s+that\b")
_TO_COME = re.compile(
    r"\b(?:will|would|shall|may|might|could|plan\w*|vow\w*|threat\w*|ready|prepared)\b", re.IGNORECASE
)
_OWN = re.compile(r"\b(?:it|they|we|its|their|our)\b", re.IGNORECASE)
_WHERE = re.compile(
    r"\b(?:in|on|at|near|inside|across|over|into|against|outside|to|from|targeting|targeted|hit|hitting|struck|strikes?|"
    r"attack(?:s|ed)?|killed|killing|bombed|visit(?:ed|ing)?)\s+(?:the\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
)
# Half a phrase ("the first" of "the first bomber").
_NOT_WHOLE = re.compile(
    r"(?:the\s+|an?\s+)?(?:first|second|third|fourth|fifth|last|latest|other|same|one)|"
    r"each other|one another|between\s.+",
    re.IGNORECASE | re.DOTALL,
)
_HARMS = re.compile(
    r"\b(?:threaten(?:ed|s|ing)|massacr(?:ed|ing)|slaughter(?:ed|ing)|murder(?:ed|ing)|persecut(?:ed|ing|es)|"
    r"warn(?:ed|s|ing)|between)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "Laid on herders by the mission", "was condemned by the union": who accuses or speaks did not do it.
_SPOKEN_BY = re.compile(
    r"\b(?:(?:blamed|accused|laid|pinned|placed|pointed|attributed)\s+(?:on|at|to|upon|of)\b[^,.;:]{2,60}|"
    r"(?:condemned|denounced|reported|confirmed|counted|documented|verified|recorded|quoted|cited|accused|blamed)"
    r"(?:\s+\w+ly)?)\s+by\s+(?:the\s+)?\Z"
    r"|\b(?:word|statements?|comments?|reactions?|claims?|response|denials?|reply|silence)\s+(?:came\s+|was\s+)?"
    r"(?:from|by)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_CLEARLY = 0.85
"""From this probability of its words on, a claim needs no word that a lexicon has."""
_LEFT_OVER = re.compile(r"(?:of|for|from|by|in|on|and|or|that)\s")
_AUXILIARY = re.compile(r"\s+(?:(?:has|have|had|also|later|then|both|all|again|now|openly|\w+ly)\s+){0,3}")
_CHARGED_WITH = re.compile(r"\s+of\s+")
_BEFORE = 30
_BRACKET = len(" (")


def stances_heard(story: Story, homes: Sequence[int], words: Words) -> dict[int, list[Finding]]:
    """The network's stances by the telling that they are about; `homes` are the tellings of the story's events."""
    found: dict[int, list[Finding]] = {}
    for saying in story.sayings:
        if saying.cue.layer == "stance":
            for finding in _stance(saying, words):
                for event in saying.about:
                    found.setdefault(homes[event], []).append(finding)
    return found


def could_be_doer(finding: Finding, words: Words) -> bool:
    """Whether what the network takes for the doer may be one: no thing, no place, and no land where it is the scene."""
    start, end = _place_of(finding)
    if _NOT_WHOLE.fullmatch(words.text, start, end) or _HARMS.search(words.text, max(0, start - _BEFORE), start):
        return False
    sentence = words.sentence_at(start)
    if sentence is None or any(w.start < end and start < w.end for w in sentence.weapons):
        return False
    if tied_to(sentence, start, words.text):
        return False
    if _NOT_HIM.search(words.text, max(sentence.start, start - _BEFORE), start):
        return False
    if _SPOKEN_BY.search(words.text, max(sentence.start, start - _REACH), start):
        return False
    a_party = _a_party(sentence, start, end, words.text)
    if (not a_party and nobody(sentence, start, end, words.text)) or no_doer(sentence, start, end, words.text):
        return False
    if words.text[end : end + 1] in ("-", "\u2011"):
        # "Iran-aligned" is not Iran.
        return False
    if _speaks_only(sentence, start, end, words):
        return False
    thing = any(t.start < end and start < t.end for t in sentence.targets)
    if is_scene(sentence, start, end, words.text):
        return False
    scene = _WHERE.search(words.text[max(sentence.start, start - _BEFORE) : start]) is not None
    if (thing or scene) and not a_party:
        return False
    if not _a_land(sentence, start, end, words.text):
        return True
    # A land or its capital is the doer where it acts in its own name: it opens a clause, and a deed's verb follows.
    ahead = words.text[end : min(sentence.end, end + _REACH)]
    deed = any(t.start >= end and t.start - end <= _BEFORE and not t.payload.noun for t in sentence.triggers)
    arms = any(t.start >= end and not words.text[end : t.start].strip() and t.payload.noun for t in sentence.triggers)
    return not scene and ((deed and not re.match(r"\s*[,.;:’']", ahead)) or arms)


def _speaks_only(sentence: Sentence, start: int, end: int, words: Words) -> bool:
    """Whether the words are a speaker's who tells of no deed of his own: "the movement never claims attacks"."""
    said = voice_at(words.said().get(sentence.index, []), start)
    at = words.text.find(said.words, sentence.start, sentence.end) if said is not None else -1
    if said is None or at < 0:
        return False
    # "The Red Front (RF)" may be known by its letters alone.
    lettered = 0 <= at - end <= _BRACKET
    if not (lettered or (at <= start and end <= at + len(said.words))):
        return False
    return not _tells_own_deed(sentence, end, words.text) or _NOT.search(words.text, end, sentence.end) is not None


def _place_of(finding: Finding) -> tuple[int, int]:
    at = max(0, finding.quote.exact.find(finding.words))
    return finding.quote.start + at, finding.quote.start + at + len(finding.words)


def _a_land(sentence: Sentence, start: int, end: int, text: str) -> bool:
    """Whether the words are no more than the name of a place, or of a land's people."""
    whole = any(p.start <= start and end <= p.end for p in sentence.places)
    states = [a for a in sentence.actors if a.start <= start and end <= a.end and a.entry.actor_id.count(":") == 1]
    return whole or bool(states) or (bool(land_ids(text[start:end])) and " " not in text[start:end].strip())


def _a_party(sentence: Sentence, start: int, end: int, text: str) -> bool:
    """Whether the words name or describe somebody who could do it."""
    if any(a.start < end and start < a.end and a.entry.kind in VOICES for a in sentence.actors):
        return False
    if stands_for(text[start:end]) is not None or text[start:end].lower() in ("he", "she", "we", "i"):
        return True
    if any(a.start < end and start < a.end for a in sentence.actors) or land_ids(text[start:end]):
        return True
    return bool(parties_in(sentence, start, end, text, countries=True)) or any(
        True for _ in group_names(text, start, end)
    )


def _stance(saying: Saying, words: Words) -> list[Finding]:
    text, cue = words.text, saying.cue
    stance: Stance = cue.label  # type: ignore[assignment]
    by = text[saying.by.start : saying.by.end] if saying.by is not None else None
    sentence = words.sentence_at(cue.start)
    if stance == "unclaimed":
        if sentence is None or not _CLAIM.search(text, sentence.start, sentence.end):
            return []
        if not _NONE.search(text, sentence.start, sentence.end):
            # "The group was quick to claim it" is the opposite.
            return []
        if _NEVER_CLAIMS.search(text, sentence.start, sentence.end):
            # A habit, and nothing about this deed.
            return []
        quote = Quote.of(text, cue.start, cue.end)
        return [
            Finding(field="perpetrator", words="", quote=quote, stance=stance, speaker=by or voice(cue.start, words))
        ]
    parties = [] if stance == "declines" and saying.by is not None else list(saying.party)
    if not parties and stance in _OF_HIMSELF and saying.by is not None:
        parties = [saying.by]
    made = []
    for party in parties:
        if stance == "claims" and _WHOSE_STORY.match(text, party.end):
            continue
        near = sentence is not None and sentence.start <= party.start and party.end <= sentence.end
        low, high = (min(party.start, cue.start), max(party.end, cue.end)) if near else (party.start, party.end)
        speaks = by or voice(cue.start, words)
        if speaks is None and not near and stance in _OF_HIMSELF:
            continue
        said = words.said().get(sentence.index, []) if sentence is not None else []
        if sentence is None or not _borne_out(
            stance, (party.start, party.end), (cue.start, cue.end), sentence, said, words, cue.score
        ):
            continue
        end = party.end if sentence.title else whole_group(text, party.start, party.end, sentence.end)
        made.append(
            Finding(
                field="perpetrator",
                words=text[party.start : end],
                quote=Quote.of(text, low, max(high, end)),
                stance=stance,
                speaker=speaks,
                anchor=_stood_for(sentence, party.start, party.end, words),
            )
        )
    return made


def _stood_for(sentence: Sentence, start: int, end: int, words: Words) -> str | None:
    kinds = stands_for(words.text[start:end])
    named = party_named(kinds, words.page.sentences, sentence.index, start, words.text) if kinds else None
    return named.words if named is not None else None


def _borne_out(
    stance: Stance,
    party: tuple[int, int],
    cue: tuple[int, int],
    sentence: Sentence,
    said: list[Said],
    words: Words,
    sure: float,
) -> bool:
    """Whether the sentence shows the stance, and of somebody who could have done it."""
    text, pattern = words.text, _SAYS.get(stance)
    home = words.sentence_at(party[0])
    if home is None or _LEFT_OVER.match(text, *party):
        return False
    if stance in _OF_DOERS - {"denies"} and not _a_party(home, *party, text):
        # Anybody may praise or decline to say, or deny for another; who claims or is blamed must be one who could have
        # done it.
        return False
    if pattern is None:
        return True
    around = text[max(sentence.start, cue[0] - _BEFORE) : min(sentence.end, cue[1] + _REACH)]
    before = text[max(sentence.start, party[0] - _BEFORE) : party[0]]
    if stance in ("blames", "suspects"):
        if tied_to(home, party[0], text) or is_wont(home, party[1], text):
            return False
        voiced = voice_at(said, cue[0])
        own = voiced is not None and text[slice(*party)] in voiced.words
        if _accuses(party, cue, text) or not _of_deed(party, cue, sentence, text):
            return False
        denied = _NOT.search(before) or _NOT.search(text[min(cue[0], party[0]) : max(cue[1], party[1])])
        return not own and not denied
    if stance == "denies":
        # "Rejected the army's charge": the army accuses.
        charged = pattern.search(around) and not _WHOSE_CHARGE.match(text, party[1])
        charged = charged and not _OF_CREDIT.search(text, sentence.start, cue[1])
        return bool(charged) and not denies_detail(text, sentence, cue[0])
    if stance == "claims" and RETRACTS.search(text, sentence.start, sentence.end):
        return False
    if stance == "claims" and _NONE.search(text, max(sentence.start, cue[0] - _BEFORE), cue[0]):
        # "No claim came from the front".
        return False
    if _NOT.search(text[min(cue[0], party[0]) : min(sentence.end, cue[1] + _BEFORE)]):
        return False
    if stance == "claims" and sure >= _CLEARLY and _NONE.search(text, sentence.start, sentence.end) is None:
        # English has more ways to claim than a list can hold.
        return True
    return bool(pattern.search(around)) or _tells_own_deed(sentence, cue[1], text)


def _accuses(party: tuple[int, int], cue: tuple[int, int], text: str) -> bool:
    """Whether the words for the party are the subject of the verb of blaming: it accuses another."""
    verb = re.match(r"(?:accus|blam|held\b|holds?\b|suspect|fault|nam(?:ed?|es)\b)", text[cue[0] :], re.IGNORECASE)
    return verb is not None and party[1] <= cue[0] and _AUXILIARY.fullmatch(text, party[1], cue[0]) is not None


def _of_deed(party: tuple[int, int], cue: tuple[int, int], sentence: Sentence, text: str) -> bool:
    """Whether a charge that is told behind the accused is one of violence: "accused them of lying" is none."""
    charge = _CHARGED_WITH.match(text, party[1]) if text[cue[0] : cue[1]].lower().startswith("accus") else None
    return charge is None or of_deed(sentence, charge.end(), text)


def _tells_own_deed(sentence: Sentence, start: int, text: str) -> bool:
    """Whether "it", "they" or "we" do something violent behind the cue."""
    return any(
        t.start >= start
        and not t.payload.noun
        and not wards_off(sentence, t.start, text)
        and not in_speech(text, t.start, sentence.start)
        and _OWN.search(text, max(start, t.start - _BEFORE), t.start)
        and not _TO_COME.search(text, max(start, t.start - _BEFORE), t.start)
        for t in sentence.triggers
    )
