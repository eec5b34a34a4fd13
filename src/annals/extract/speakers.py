"""Who says so: the subject of a verb of saying, "according to ...", and whom a pronoun stands for."""

import re
from collections.abc import Sequence

from annals.english.inflect import Form
from annals.english.phrases import Match
from annals.extract.antecedents import party_named, stands_for
from annals.extract.clauses import Clause
from annals.extract.group_names import group_names
from annals.extract.lexicon import table
from annals.extract.page import Sentence
from annals.extract.parties import land_ids, party_of, state_whose
from annals.extract.said import Said, within
from annals.extract.subjects import AUXILIARIES, PRONOUNS, Subject, subject_of
from annals.reference.actor_entry import VOICES
from annals.reference.descriptions import describe

_BOUNDARY = re.compile(r"[,;:!?“”\"()—–]|\.\s|\s-\s")
_CUT = frozenset(
    "that and but while when after before as because although though whose which with since until "
    "where if in on at from for by than or so what "
    "who whom into adding saying monday tuesday wednesday thursday friday saturday sunday yesterday today said".split()
)
_KNOWING = frozenset(
    "official officials spokesman spokeswoman spokesperson spokesmen police ministry minister "
    "witness witnesses resident residents source sources statement report "
    "reports army military government authorities hospital agency doctor doctors medic medics "
    "rescuers commander general colonel officer officers mayor governor president "
    "pentagon coalition group observatory media television channel newspaper company prosecutors "
    "sheriff chief department secretary analyst activists monitors villagers "
    "spokespersons centre center command cell office mission embassy investigators relatives "
    "survivors ambassador envoy leader leaders lawmaker parliament union intelligence "
    "movement militia organisation organization militants rebels faction network analysts experts "
    "troops forces survivor neighbours neighbors families detectives deputies "
    "prosecutor coroner lawyer lawyers teacher pastor bishop imam priest elder elders farmers driver "
    "workers nurse nurses staff charity watchdog party opposition aide aides "
    "inquiry investigation probe commission panel tribunal court judges judge "
    "traders shopkeepers students pupils passengers worshippers herders fishermen commuters locals "
    "eyewitnesses motorists "
    "refugees chiefs miners nuns monks".split()
)
_NOT_SPEAKERS = frozenset(
    "attack strike raid bombing blast explosion shooting killing incident video death toll".split()
)
_TITLES = re.compile(
    r",\s+(?:[\w’'-]+\s+){0,6}?(?:[Ss]pokes\w+|minister|ministry|chief|commander|official|secretary|"
    r"head|director|president|governor|mayor|general|envoy|ambassador|officer|leader|adviser|"
    r"professor|analyst|resident|witness|lawyer|"
    r"coordinator|representative|chairman|chairwoman|member|colonel|brigadier|captain|sheriff|police)\b"
)
# "A commander of the front, Amara Sow, said so".
_PERSON = re.compile(r",\s+(?:[A-Z][\w’'.-]+\s+(?:(?:al|el|bin|de|van|ould|ag)[ -])?){1,4}[A-Z][\w’'.-]+")
# What may follow a subject that stands behind its verb: no verb of its own.
_ENDED = re.compile(r"\s*(?:[,.;:”\"(–—]|$|(?:on|in|at|after|during|late|early|yesterday|today|who|as|while)\b)")
_OPENING = frozenset(
    (
        "others some many most several both this that these those one two three all nothing everyone "
        "everybody anybody anyone there here much few such another each none reports so"
    ).split()
)
_PASSIVE = frozenset("believed reported said thought claimed alleged estimated understood".split())
_WIDTH = 16
_LONGEST = 160
# "In the prosecutor's view".
_IN_VIEW = re.compile(
    r"\b[Ii]n\s+(?P<who>(?:the\s+)?[\w-]+(?:\s+[\w-]+){0,3})[’']s?\s+(?:view|opinion|telling|account)\b"
)
_ANSWERS = frozenset(
    "answer answers answered respond responds responded counter counters countered repeat repeats repeated".split()
)
# Of the verbs of saying those that are no nouns ("three villages in Plateau state").
_VERBS_ALONE = frozenset(
    "say think believe insist allege maintain suggest reckon admit acknowledge describe tell argue contend "
    "confirm warn agree assume conclude".split()
)
_NEAR = 5
_SPOKEN = frozenset({"denies", "claims", "declines"})


def speakers_of(
    sentence: Sentence, clauses: list[Clause], text: str, *, earlier: Sequence[Sentence] = (), last: Said | None = None
) -> list[Said]:
    """The speakers of a sentence; each speaks for its clause, and for the sentence where it is the only one.

    A pronoun, or a bare "the group", is the one named before: `earlier` are the report's sentences up to and with
    this one, `last` who spoke last.
    """
    found: list[Said] = []
    made_at = sentence.start
    for clause in clauses:
        made = _according(clause, text) or _saying(clause, text)
        known = _resolved(made, sentence, earlier, last, text) if made is not None else None
        if known is not None:
            made_at = made.start if made is not None else clause.start
            found.append(within(known, clause.start, clause.end))
    if len(found) == 1:
        low = text.rfind(";", sentence.start, made_at) + 1
        high = text.find(";", made_at, sentence.end)
        return [within(found[0], low or sentence.start, high if high > 0 else sentence.end)]
    if not found and last is not None and text[sentence.start] in '"“':
        return [within(last, sentence.start, sentence.end)]
    return found


def answering(sentence: Sentence, text: str) -> Said | None:
    """Whoever denies, blames or claims in a sentence in which nobody says anything: he may speak on in the next."""
    for cue in sentence.stances:
        speaks = cue.payload.stance in _SPOKEN or (cue.payload.stance == "blames" and cue.payload.side == "after")
        subject = subject_of(sentence, cue.first, text) if speaks else None
        if subject is not None and not (subject.passive or subject.pronoun):
            return speaker_named(sentence, subject, text)
    return None


def speaker_named(sentence: Sentence, subject: Subject, text: str) -> Said | None:
    """The subject of a verb as a speaker: its words with a short apposition, and the actors named in them."""
    end = subject.end
    if (
        subject.whole_end > subject.end
        and (_TITLES.match(text, subject.end) or _PERSON.fullmatch(text, subject.end, subject.whole_end))
        and subject.whole_end - subject.start <= _LONGEST
    ):
        end = subject.whole_end
    return _made(sentence, subject.first, sentence.word_at(end), text)


# "Their relatives" are the victims', not a group's.
_KIN = re.compile(
    r"\b(?:relatives?|famil(?:y|ies)|parents?|mothers?|fathers?|wi(?:fe|ves)|husbands?|widows?|brothers?|sisters?|"
    r"sons?|daughters?|children|neighbou?rs?|lawyers?|colleagues?|friends?|employers?)$",
    re.IGNORECASE,
)


def _resolved(made: Said, sentence: Sentence, earlier: Sequence[Sentence], last: Said | None, text: str) -> Said | None:
    if made.words in PRONOUNS:
        return _doer_before(made, sentence, earlier, last, text) or last
    possessive = made.words.split(" ", 1)[0].lower() in ("its", "their")
    if possessive and _KIN.search(made.words):
        return made
    kinds = (_told_before(sentence, earlier, text) or stands_for("it")) if possessive else stands_for(made.words)
    if kinds is None or made.parties:
        return made
    named = party_named(kinds, earlier, sentence.index, made.start, text) if earlier else None
    if named is None:
        return made
    return Said(
        words=f"{made.words} ({named.words})",
        start=made.start,
        end=made.end,
        parties=frozenset((named.actor_id,) if named.actor_id is not None else ()),
        party=named.words,
    )


def _told_before(sentence: Sentence, earlier: Sequence[Sentence], text: str) -> frozenset[str] | None:
    """The kinds of party of "the rebels", where the sentence before begins with such words."""
    before = earlier[sentence.index - 1] if 0 < sentence.index <= len(earlier) else None
    if before is None or not before.words[1:]:
        return None
    return stands_for(text[before.words[0].start : before.words[1].end])


def _doer_before(
    made: Said, sentence: Sentence, earlier: Sequence[Sentence], last: Said | None, text: str
) -> Said | None:
    """Whom "it" or "they" stands for where the sentence before tells what a party did, and nobody speaks in it."""
    before = earlier[sentence.index - 1] if 0 < sentence.index < len(earlier) else None
    if before is None or made.words not in ("it", "they") or (last is not None and last.end > before.start):
        return None
    for trigger in before.triggers:
        subject = subject_of(before, trigger.first, text) if not trigger.payload.noun else None
        if subject is None or subject.passive or trigger.payload.form not in ("past", "s"):
            continue
        for party in party_of(before, subject, text):
            if party.named:
                words = text[party.start : party.end]
                ids = frozenset(
                    a.entry.actor_id for a in before.actors if a.start < party.end and party.start < a.end
                ) | frozenset(land_ids(words))
                return Said(words=words, start=made.start, end=made.end, parties=ids, party=words)
    return None


def _according(clause: Clause, text: str) -> Said | None:
    lexicon, sentence = table(), clause.sentence
    first, last = sentence.word_at(clause.start), sentence.word_at(clause.end)
    for match in lexicon.according.find(sentence.words[first:last]):
        return _rightward(sentence, first + match.last, text)
    view = _IN_VIEW.search(text, clause.start, clause.end)
    return Said(words=view["who"], start=view.start("who"), end=view.end("who")) if view is not None else None


def _saying(clause: Clause, text: str) -> Said | None:
    sentence = clause.sentence
    first, last = sentence.word_at(clause.start), sentence.word_at(clause.end)
    for match in table().saying.find(sentence.words[first:last]):
        at = first + match.first
        if _not_saying(sentence, at, match, text):
            continue
        named = _rightward(sentence, first + match.last, text) if _inverted(sentence, at, text) else None
        if named is not None and _tells(sentence, named):
            named = None
        if named is None and sentence.words[at].folded in _ANSWERS:
            # "The army responded with shells" tells what it did.
            continue
        if named is None or not _ENDED.match(text, named.end):
            subject = subject_of(sentence, at, text)
            if subject is not None and subject.passive != (match.payload == "ing"):
                continue
            named = speaker_named(sentence, subject, text) if subject is not None else None
        if named is not None:
            return named
    return None


def _tells(sentence: Sentence, named: Said) -> bool:
    """Whether a verb stands within what looks like a speaker: "said the drone bore the hallmarks of the rebels"."""
    return any(named.start < cue.start < named.end for cue in sentence.stances) or any(
        named.start < t.start < named.end and not t.payload.noun and t.payload.form in ("past", "s")
        for t in sentence.triggers
    )


def _not_saying(sentence: Sentence, at: int, match: Match[Form], text: str) -> bool:
    behind = sentence.words[at + 1].folded if at + 1 < len(sentence.words) else ""
    return (
        # "A boat believed to have sunk": said of it, not by it.
        (match.payload in ("past", "participle") and behind == "to" and sentence.words[at].folded in _PASSIVE)
        or (match.payload == "base" and not _many_say(sentence, at))
        or (
            match.payload == "ing"
            and (at == 0 or sentence.words[at - 1].folded not in ("was", "were", "is", "are", "been"))
        )
        or (text[sentence.words[at].start].isupper() and at > 0)
        or _names_a_noun(sentence, at, match.payload)
    )


def _many_say(sentence: Sentence, at: int) -> bool:
    """Whether the base form is a plural's present: "residents say", "police report", but not "a police post"."""
    if at > 1 and sentence.words[at - 2].folded in ("a", "an", "another", "every", "each"):
        return False
    if _many(sentence.words[at - 1].folded if at else ""):
        return True
    if sentence.words[at].folded not in _VERBS_ALONE:
        return False
    # "Police in Marseille say": the head stands before a small word.
    for index in range(at - 2, max(0, at - _NEAR), -1):
        if sentence.words[index].folded in ("in", "at", "of", "from", "for", "near"):
            return _many(sentence.words[index - 1].folded)
    return False


def _many(word: str) -> bool:
    return len(word) > len("its") and (
        (word.endswith("s") and not word.endswith("ss"))
        or word in ("police", "military", "media", "people", "men", "women")
    )


def _inverted(sentence: Sentence, at: int, text: str) -> bool:
    """Whether the subject stands behind: a comma or closing quotation mark before the verb, a name behind it."""
    before = text[max(sentence.start, sentence.words[at].start - 2) : sentence.words[at].start]
    if not re.search(r"[,”\"’'–—-]\s?$", before):
        return False
    behind = text[sentence.words[at].end : sentence.end].lstrip()
    if not behind or behind[0] in '.,;:“"':
        return False
    closed = bool(re.search(r"[”\"’']\s?$|[”\"’'],?\s?$", before))
    return closed or _subject_behind(sentence, at, text)


def _subject_behind(sentence: Sentence, at: int, text: str) -> bool:
    ahead = sentence.words[at + 1 : at + 4]
    return (
        bool(ahead)
        and ahead[0].folded not in ("that", "it", "they", "he", "she", "there", "in", "on")
        and (
            text[ahead[0].start].isupper()
            or ahead[0].folded in ("the", "a", "an", "one", "two")
            or ahead[0].folded in _KNOWING
        )
    )


def _names_a_noun(sentence: Sentence, at: int, form: str) -> bool:
    """Whether "reports", "claims", "notes" is a noun here: an article or adjective of number before it."""
    before = sentence.words[at - 1].folded if at else ""
    return (
        form == "s"
        and before
        in (
            "the of no any media news these conflicting initial its their some other all several earlier by "
            "from his her and two three "
            "recent false unconfirmed previous such to in with many competing rival"
        ).split()
    )


def _rightward(sentence: Sentence, at: int, text: str) -> Said | None:
    """The noun phrase that begins with word `at`, with a short apposition."""
    index, passed = at, 0
    while index < len(sentence.words) and index - at <= _WIDTH:
        word = sentence.words[index]
        if index > at:
            gap = text[sentence.words[index - 1].end : word.start]
            if _BOUNDARY.search(gap) and not (
                passed == 0 and gap.startswith(",") and _TITLES.match(text, sentence.words[index - 1].end)
            ):
                break
            passed += gap.startswith(",")
        if index > at and (word.folded in _CUT and not _inner(sentence, index, text)):
            break
        if index > at and word.folded in AUXILIARIES:
            break
        if any(t.start <= word.start < t.end for t in sentence.times):
            break
        index += 1
    return _made(sentence, at, index, text)


def _inner(sentence: Sentence, index: int, text: str) -> bool:
    """Whether a small word stands within a name ("Ministry of Health", "command in the north")."""
    if sentence.words[index].folded not in ("in", "for", "of", "on", "at"):
        return False
    ahead = [w for w in sentence.words[index + 1 : index + 3] if w.folded != "the"]
    return bool(ahead) and text[ahead[0].start].isupper()


def _speaks(words: str) -> bool:
    """Whether the words describe people who may speak ("observers", "two shepherds")."""
    return describe(words).kind not in (None, "attackers")


def _made(sentence: Sentence, start: int, stop: int, text: str) -> Said | None:
    if start >= stop:
        return None
    words = sentence.words[start:stop]
    if words[0].folded in PRONOUNS and len(words) == 1:
        return Said(words=words[0].folded, start=words[0].start, end=words[0].end)
    folded = {w.folded for w in words}
    capital = any(text[w.start].isupper() for w in words if w.start > sentence.start or w.folded not in _OPENING)
    if len(words) > 2 * _WIDTH or not (folded & _KNOWING or capital or _speaks(text[words[0].start : words[-1].end])):
        return None
    if words[0].folded in ("no", "nobody", "none", "neither") or (
        words[-1].folded in _NOT_SPEAKERS and not folded & _KNOWING
    ):
        return None
    said = text[words[0].start : words[-1].end]
    if "\n" in said:
        return None
    actors = [
        a
        for a in sentence.actors
        if words[0].start <= a.start and a.end <= words[-1].end and a.entry.kind not in VOICES
    ]
    unknown = (
        next(group_names(text, words[0].start, words[-1].end), None) if not actors and not sentence.title else None
    )
    return Said(
        words=said,
        start=words[0].start,
        end=words[-1].end,
        parties=frozenset(a.entry.actor_id for a in actors) | (state_whose(said) if not actors else frozenset()),
        party=actors[0].words if actors else text[unknown[0] : unknown[1]] if unknown is not None else None,
    )
