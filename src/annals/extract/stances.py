"""Claims of responsibility, blame, suspicion, denial, praise, and "nobody claimed it", with their parties."""

import re
from collections.abc import Sequence
from dataclasses import replace

from annals.english.phrases import Match
from annals.extract.accused import SAID_BY, behind_hand_of, object_of_blame
from annals.extract.antecedents import party_named, stands_for
from annals.extract.apposed import by_name
from annals.extract.attributed import StanceFinding, finding_of, made, of_nobody_at, people_meant, speaker_words, who_is
from annals.extract.charges import QUARREL
from annals.extract.claimed import claimed_events
from annals.extract.disputed import any_story, cleared_of_it, disputed, no_part_in_war, of_other_deeds
from annals.extract.lexicon import StanceCue, table
from annals.extract.openings import person_opening
from annals.extract.page import Sentence
from annals.extract.parties import Party, listed, party_of, right_behind
from annals.extract.partners import joined_aside, with_partners
from annals.extract.silence import NOBODY_CLAIMED
from annals.extract.speakers import Said, single_voice, speaker_at, speaker_named, voice_at
from annals.extract.subjects import Subject, subject_of
from annals.extract.told_deeds import group_voiced, told_deeds
from annals.extract.uncued import uncued
from annals.model import Finding, Quote
from annals.reference.descriptions import describe

_WINDOW = 110
_LEAD = 12
_ABOUT = 150
_MOST = 3
_DENYING = frozenset("deny denied dispute disputed reject rejected contest contested".split())
# What is said of somebody, not what he says: "was not involved", "had no hand in it".
_STATE_OF = frozenset("was were is are had has have played took did bore bears not been".split())
_WHETHER = re.compile(r"\b(?:whether|if)\s[^,.;:]{0,60}$", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:(?:who|what|which|whether|if|not|never)\s+(?:\w+\s+)?"
    r"|(?:wrong|mistaken|early|hasty|premature|quick|reason|reluctant|unfair)\s+to\s+)$",
    re.IGNORECASE,
)
# "The army, which blames the rebels": nobody asks.
_RELATIVE = re.compile(r",\s+(?:who|which)\s+(?:\w+\s+)?$", re.IGNORECASE)
# Verbs whose subject accuses; that of "was the work of" or "bears the hallmarks of" is the deed.
_ACCUSES = re.compile(
    r"(?:blam|accus|pin|put|lay|laid|plac|cast|point|attribut|ascrib|implicat|finger|suspect)\w*\b", re.IGNORECASE
)
_NOUN = re.compile(r"\b(?:the|of|no|any|some|all|their|its|his|much|shared|full)\s+$", re.IGNORECASE)
# What a denial is about where it is a denial of having done it.
_OWN_CLAUSE = re.compile(r"\s+(?:was|were|is|are|had|has|have|would|will|could|may|might)\b")
_GUESS = re.compile(
    r"\b(?:good chance|likely|probably|possibly|perhaps|appears? to|seems? to|may|might|could|suspect\w*|likelihood)\b",
    re.IGNORECASE,
)
_OF_DEED = re.compile(
    r"\s+(?:(?:any|all|having|being|its|their|his|direct|the|that|this|these|such|either|both|some|"
    r"reports?|claims? that|it|they|he|she|had|was|were|has|have|been|ever|of|knowledge|media|"
    r"strongly|carrying out|an?)\s+){0,6}?"
    r"(?:involvement|involved|responsib\w+|role|part|hand|links?|connection|complicity|accusations?|"
    r"charges?|allegations?|claims?|behind|it\b|this\b|that\b|them\b|reports?|carr(?:ying|ied) out|"
    r"order(?:ing|ed)|target(?:ing|ed)|aim(?:ing|ed)|"
    r"attack(?:ing|ed|s)?|bomb(?:ing|ed|s)?|kill(?:ing|ed|s)?|shell(?:ing|ed)|shoot(?:ing)?|shot|"
    r"fir(?:ing|ed)|launch(?:ing|ed)|str(?:iking|uck|ikes?)|hit(?:ting)?|rais\w+|planting|planted|"
    r"doing|did|done|support(?:ing|ed)|back(?:ing|ed)|arm(?:ing|ed)|fund(?:ing|ed)|direct(?:ing|ed)|instruct(?:ing|ed)|"
    r"kidnapp\w+|staging|staged|"
    r"orchestrat\w+|sponsoring|helping|perpetrat\w+|conducting|conducted|blame|wrongdoing|murder\w*|"
    r"taking part|took part|participat\w+|supplying|sending|sent|using|used|burning|burned)\b",
    re.IGNORECASE,
)
_NOT_OF_DEED = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:entry|access|bail|visas?|permission|loss|losing|lost|asylum|rumou?rs|the existence)\b",
    re.IGNORECASE,
)
# Where what somebody is accused of ends, and something else that the accuser does begins.
_CHARGED = re.compile(r",?\s+(?:and|but)\s+(?:said|says|called|vowed|demanded|warned|urged|promised|added)\b|;")
_CHARGE = re.compile(r"\b(?:of|for|over)\s+")
# "Accused the rebels of firing on the town": the town is not whom they blame.
_FOR_DOING = re.compile(r"\b(?:of|for|over)\s+\w+ing\b")
_ASIDE = re.compile(r",\s+(?:which|who|whose|whom|where|when)\b")
_DEED_NOUNS = re.compile(
    r"\b(?:being|it|this|involvement|complicity|orchestrat\w+|behind|responsib\w+|plotting|"
    r"masterminding|plots?|directing|instigating|staging|planning|fomenting|deaths?|ordering|helping|backing|supporting|arming|funding|financing|inciting|harbou?ring|sponsoring|target\w+|"
    r"escalat\w+|crimes?|atrocit\w+|aggression|terror\w*|genocide|carnage|bloodshed|outrage|provocation)\b",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\s+(?:it|this|them|responsibility|(?:the|that|this|these|those|both|all|each|some|its|last|a|an|monday|"
    r"tuesday|wednesday|thursday|friday|saturday|sunday)\b[^,.;:]{0,60}?)\s+(?:on|to)\s+",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+(?:for|over|of)?[^,.;]{0,50}?\bby\s+", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:hold|holds|held|holding|find|finds|found|deem|deemed|consider|considers|name|names|named|"
    r"naming|sees?|saw|seen|regards?|regarded|views?|viewed|treats?|treated)\s+(?P<who>[^,.;:]{2,70}?)\s+(?:as\s+)?(?:(?:\w+ly|the|an?|main|chief|prime|only|likely)\s+){0,3}?"
    r"(?:responsible|accountable|to "
    r"blame|suspects?|culprits?|perpetrators?|authors?)\b(?! to)",
    re.IGNORECASE,
)
_CLAIMED_REACH = 40
_DONE_IT = re.compile(
    r"\s+(?:carried (?:it|them|this|that) out|done (?:it|so|this|that)|been (?:behind|responsible|involved)|"
    r"been the work)\b"
)
_THAT = re.compile(r"\s+(?:that\s+|reports that\s+|claims that\s+)?(?=[A-Z])")
_OWN_STANCES = ("claims", "denies", "praises", "declines", "retracts")


def stances_of(
    sentence: Sentence, said: list[Said], text: str, earlier: Sequence[Sentence] = (), last: Said | None = None
) -> list[StanceFinding]:
    """The attributions of a sentence, in order; `earlier` are the report's sentences, `last` who spoke before it."""
    found: list[StanceFinding] = []
    silent: list[tuple[int, int]] = []
    for match in NOBODY_CLAIMED.finditer(text, sentence.start, sentence.end):
        silent.append(match.span())
        quote = Quote.of(text, match.start(), match.end())
        speaker = speaker_at(said, match.start())
        finding = Finding(field="perpetrator", words="", quote=quote, stance="unclaimed", speaker=speaker)
        found.append(made(finding, match.start(), sentence, text))
    for cue in sentence.stances:
        if any(cue.start < end and start < cue.end for start, end in silent) or _otherwise(sentence, cue, text):
            continue
        at = _charged_at(sentence, cue, text)
        stance = "suspects" if cue.payload.stance == "blames" and _likely(sentence, cue, text) else cue.payload.stance
        for party, speaker in _parties(sentence, cue, said, text, earlier):
            accuses = cue.payload.side == "after" and _ACCUSES.match(text, cue.start)
            again = _again(sentence, cue.first, earlier, last, text) if accuses else None
            finding = finding_of(stance, cue.start, cue.end, party, speaker or again, text)
            voice = voice_at(said, cue.start)
            own = (
                group_voiced(finding.words, voice) if voice is not None and not accuses and stance == "blames" else None
            )
            if own is not None:
                # "A channel close to the Ninth Star said that the group had done it".
                finding = finding_of("claims", cue.start, cue.end, replace(party, anchor=own), speaker, text)
            told_of = made(finding, at, sentence, text)
            found.append(replace(told_of, doubtful=True) if any_story(sentence, cue, text) else told_of)
    for match in _HELD.finditer(text, sentence.start, sentence.end):
        subject = subject_of(sentence, sentence.word_at(match.start()), text)
        named = speaker_named(sentence, subject, text) if subject is not None else None
        accused = listed(sentence, match.start("who"), match.end(), text)[:_MOST]
        for party in accused or object_of_blame(sentence, *match.span("who"), text):
            speaker = speaker_words(named, said, match.start())
            speaker = speaker or _again(sentence, sentence.word_at(match.start()), earlier, last, text)
            finding = finding_of("blames", match.start(), match.end(), party, speaker, text)
            found.append(made(finding, match.start(), sentence, text))
    claimed = claimed_events(sentence, said, text, earlier, {f.at for f in found})
    found += [f for f in claimed if not any(start <= f.at < end for start, end in silent)]
    found += uncued(sentence, said, text, earlier)
    told = {f.finding.stance for f in found}
    # "Denied that it had struck the camp" is told already.
    deeds = told_deeds(sentence, said, text)
    found += [made(deed, at, sentence, text) for at, deed in deeds if deed.stance not in told]
    return sorted(with_partners(found, sentence, text), key=lambda f: f.at)


def _otherwise(sentence: Sentence, cue: Match[StanceCue], text: str) -> bool:
    """Whether the words are about something else: "denied entry", "accused of corruption"; or are asked or denied."""
    before = text[max(sentence.start, cue.start - 30) : cue.start]
    if cue.payload.stance not in ("denies", "declines") and _ASKED.search(before) and not _RELATIVE.search(before):
        return True
    if cue.payload.side == "after" and _ACCUSES.match(text, cue.start) and text.startswith(" by ", cue.end):
        # "Blamed by the army on the rebels": a frame of its own.
        return True
    if disputed(sentence, cue, text) or no_part_in_war(sentence, cue, text) or of_other_deeds(sentence, cue, text):
        return True
    if sentence.words[cue.first].folded == "blame" and _NOUN.search(before):
        return True
    if _WHETHER.search(text[max(sentence.start, cue.start - _WINDOW) : cue.start]):
        return True
    if cue.payload.stance == "claims" and cue.last - cue.first > 1 and _OWN_CLAUSE.match(text, cue.end, sentence.end):
        # "Acknowledged attacks were becoming more frequent" is no claim to them.
        return True
    if text[cue.start : cue.end].endswith(" to have") and not _did_it(sentence, cue, text):
        return True
    after = text[cue.end : min(sentence.end, cue.end + _ABOUT)]
    if (
        cue.payload.stance == "denies"
        and cue.last - cue.first == 1
        and sentence.words[cue.first].folded.startswith("den")
    ):
        return bool(_NOT_OF_DEED.match(after)) or not (_OF_DEED.match(after) or not after.strip(" .\n,;"))
    if cue.payload.stance == "denies" and re.search(r"(?:claims?|reports?)$", text[cue.start : cue.end]):
        return not re.match(
            r"\s+(?:that (?:it|they|its|their|he|she)\b|of (?:involvement|responsib|attack|carrying))", after
        )
    return False


def _likely(sentence: Sentence, cue: Match[StanceCue], text: str) -> bool:
    """Whether the blame is a guess ("a good chance it was Iran that is behind it")."""
    return _GUESS.search(text, max(sentence.start, cue.start - _WINDOW // 2), cue.end) is not None


def _charged_at(sentence: Sentence, cue: Match[StanceCue], text: str) -> int:
    """Where the deed stands of which a verb of blaming accuses; the cue itself where it names none."""
    if cue.payload.side != "after" or cue.payload.stance != "blames":
        return cue.start
    charge = _CHARGE.search(text, cue.end, min(sentence.end, cue.end + _WINDOW))
    if charge is None:
        return cue.start
    stop = min(sentence.end, charge.end() + _WINDOW // 2)
    return next((t.start for t in sentence.triggers if charge.end() <= t.start < stop), cue.start)


def _did_it(sentence: Sentence, cue: Match[StanceCue], text: str) -> bool:
    """Whether "is thought to have" is followed by a deed in the active."""
    stop = min(sentence.end, cue.end + _CLAIMED_REACH)
    if _DONE_IT.match(text, cue.end, stop):
        return True
    if re.match(r"\s+been\b", text[cue.end : stop]):
        return False
    told = any(cue.end <= t.start < stop and not t.payload.noun for t in sentence.triggers)
    return told or any(True for _ in table().deeds.find(sentence.words[cue.last : cue.last + 3]))


def _parties(
    sentence: Sentence, cue: Match[StanceCue], said: list[Said], text: str, earlier: Sequence[Sentence]
) -> list[tuple[Party, str | None]]:
    if cue.payload.side == "none":
        # "Traded blame": said of both, and of nobody in particular.
        return []
    if cue.payload.side == "after":
        return _behind(sentence, cue, said, text, earlier)
    subject = subject_of(sentence, cue.first, text)
    if subject is None or of_nobody_at(sentence, subject, text):
        return []
    parties = who_is(sentence, subject, text, said, earlier)
    if not parties and cue.payload.stance in ("blames", "suspects", "declines", "praises"):
        parties = people_meant(subject, text)
    if not parties and subject.pronoun and cue.payload.stance in ("declines", "denies", "claims"):
        parties = _speaking(said, subject, text)
    if subject.pronoun and cue.payload.side == "before" and cue.payload.stance in ("blames", "suspects"):
        return []
    named = speaker_named(sentence, subject, text)
    if cue.payload.stance == "denies" and subject.negated and sentence.words[cue.first].folded in _DENYING:
        # "Did not deny that it had fired".
        return []
    if cue.payload.stance in _OWN_STANCES:
        others = _denied_for(sentence, cue, text)
        own = named.words if named is not None and not subject.pronoun else None
        if others:
            return [(party, own) for party in others]
        other = _cleared_by(sentence, cue, said, subject, text)
        return [(p, other or _own_voice(own, p, text)) for p in parties[:_MOST]]
    parties = by_name(parties[:_MOST], sentence, sentence.end, text)
    return [(party, _accuser(sentence, cue, said, text, party)) for party in parties]


def _cleared_by(sentence: Sentence, cue: Match[StanceCue], said: list[Said], subject: Subject, text: str) -> str | None:
    """Who says of another that he did not do it: "the front was not involved, the governor said"."""
    if cue.payload.stance != "denies" or sentence.words[cue.first].folded not in _STATE_OF or subject.pronoun:
        return None
    voice = voice_at(said, cue.start)
    own = voice is None or (
        voice.start <= subject.start < voice.end and text[subject.start : subject.end] in voice.words
    )
    return None if own or voice is None or stands_for(text[subject.start : subject.end]) is not None else voice.words


def _speaking(said: list[Said], subject: Subject, text: str) -> list[Party]:
    """Whoever speaks, as the party that "it" is in what he says ("police say it is too early to name anyone")."""
    voice = voice_at(said, subject.start)
    if voice is None or single_voice(voice.words):
        return []
    at = text.find(voice.words, voice.start, voice.end)
    return [Party(start=at, end=at + len(voice.words))] if at >= 0 else []


def _own_voice(own: str | None, party: Party, text: str) -> str:
    """The words of a party that speaks for itself, with its name where they lack it."""
    if own is None or stands_for(own) is not None:
        return party.anchor or own or text[party.start : party.end]
    return (
        f"{own} ({party.anchor})"
        if party.anchor is not None and re.match(r"(?:its|their)\s", own, re.IGNORECASE)
        else own
    )


def _behind(
    sentence: Sentence, cue: Match[StanceCue], said: list[Said], text: str, earlier: Sequence[Sentence]
) -> list[tuple[Party, str | None]]:
    """The parties after the cue, and whoever claims, blames or suspects."""
    start, stop = cue.end, min(sentence.end, cue.end + _WINDOW)
    on = _ON.match(text, cue.end, stop)
    if on is not None and cue.payload.stance == "blames" and not _FOR_DOING.search(on.group()):
        start = on.end()
    start = behind_hand_of(text, start, stop)
    for voice in said:
        at = text.find(voice.words, start, stop)
        if at > start and text[start:at].rstrip().endswith(","):
            # "Suspicion fell on the gang, police said."
            stop = at
    whole = stop
    cut = re.search(r"[;.!?](?:\s|$)|\b(?:of|for|over)\s+\w+ing\b", text[start:stop])
    stop = start + cut.start() if cut else stop
    whole = stop if cut and not cut.group().strip()[-1:].isalnum() else whole
    parties = listed(sentence, start, stop, text)[:_MOST]
    if parties and QUARREL.search(text, start, parties[0].start):
        # "Blamed a war between two gangs".
        return []
    if not parties or not right_behind(parties[0], start, text, within=len("a member of the ")):
        parties = object_of_blame(sentence, start, stop, text) or parties
    if not parties or parties[0].start - start > _WINDOW // 2:
        return []
    parties = parties + joined_aside(sentence, parties[-1].end, text)
    parties = [_stood_for(p, sentence, text, earlier) for p in by_name(parties, sentence, sentence.end, text)]
    behind = parties[-1].end
    aside = _ASIDE.search(text, behind, whole)
    accusing = _ACCUSES.match(text, cue.start) is not None
    charge = _CHARGE.search(text, behind, aside.start() if aside is not None else whole) if accusing else None
    if charge is not None and cue.payload.stance == "blames" and not _of_deed(sentence, charge.end(), text):
        return []
    if cue.payload.stance == "claims":
        parties = [p for p in parties if p.named or describe(text[p.start : p.end]).kind not in ("press", "sources")]
        return [(p, p.anchor or text[p.start : p.end]) for p in parties]
    subject = subject_of(sentence, cue.first, text)
    if subject is not None and of_nobody_at(sentence, subject, text):
        return []
    if subject is not None and (subject.passive or not accusing):
        subject = None
    accuser = speaker_named(sentence, subject, text) if subject is not None else None
    speaker = speaker_words(accuser, said, cue.start)
    if speaker is None and subject is not None:
        kinds = stands_for(text[subject.start : subject.end])
        named = party_named(kinds, earlier, sentence.index, subject.start, text) if kinds and earlier else None
        speaker = named.words if named is not None else None
    by = SAID_BY.match(text, behind, sentence.end) if not accusing or text[: cue.end].endswith((" on", " to")) else None
    if by is not None and cue.payload.stance == "blames":
        # "Blamed on the rebels by the governor".
        speaker = by["who"]
    if speaker is None and subject is not None and not subject.pronoun and party_of(sentence, subject, text):
        speaker = text[subject.start : subject.end]
    return [(p, speaker) for p in parties]


def _again(sentence: Sentence, first: int, earlier: Sequence[Sentence], last: Said | None, text: str) -> str | None:
    """Whoever spoke in the sentence before, or whom it opens with, where "it" or "he" goes on to accuse."""
    subject = subject_of(sentence, first, text)
    goes_on = subject is not None and subject.pronoun and not subject.passive and subject.start - sentence.start < _LEAD
    if subject is None or not goes_on or not 0 < sentence.index <= len(earlier):
        return None
    before = earlier[sentence.index - 1]
    if last is not None and last.start >= before.start:
        return last.words
    return person_opening(before, text) if text[subject.start : subject.end].lower() in ("he", "she") else None


def _stood_for(party: Party, sentence: Sentence, text: str, earlier: Sequence[Sentence]) -> Party:
    """The party with the name that it stands for: "a claim by the group"."""
    kinds = (
        stands_for(text[party.start : party.end]) if text[: party.start].lower().endswith(("the ", "that ")) else None
    )
    named = party_named(kinds, earlier, sentence.index, party.start, text) if kinds and earlier else None
    return replace(party, anchor=named.words) if named is not None else party


def _of_deed(sentence: Sentence, at: int, text: str) -> bool:
    """Whether the charge that begins here is about violence."""
    stop = min(sentence.end, at + _ABOUT)
    after = _CHARGED.search(text, at, stop)
    stop = after.start() if after is not None else stop
    violent = any(at <= t.start < stop for t in sentence.triggers) or any(at <= h.start < stop for h in sentence.harm)
    return violent or bool(_DEED_NOUNS.search(text, at, stop))


def _accuser(sentence: Sentence, cue: Match[StanceCue], said: list[Said], text: str, party: Party) -> str | None:
    """Who blames in the passive: behind "by", else whoever speaks; never the accused."""
    by = _BY.match(text, cue.end, min(sentence.end, cue.end + _WINDOW))
    if (by is not None and "blamed" in text[cue.start : cue.end]) or (
        by is not None and "accused" in text[cue.start : cue.end]
    ):
        behind = listed(sentence, by.end(), min(sentence.end, by.end() + _WINDOW), text)
        if behind and behind[0].start - by.end() <= len("the senior "):
            return text[by.end() : behind[0].end]
        office = re.match(r"(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}", text[by.end() : sentence.end])
        return office.group() if office else None
    voice = voice_at(said, cue.start)
    if voice is None or (
        voice.start <= party.start < voice.end
        and voice.party == text[party.start : party.end]
        and text[party.start : cue.start].count("said") == 0
        and voice.words == text[party.start : party.end]
    ):
        return None
    return voice.words


def _denied_for(sentence: Sentence, cue: Match[StanceCue], text: str) -> list[Party]:
    """Of whom it is denied where that is another: "Paris denied that Chad had struck"."""
    if cue.payload.stance != "denies":
        return []
    another = cleared_of_it(sentence, cue, text)
    if another is not None:
        return [another]
    that = _THAT.match(text, cue.end, sentence.end)
    if that is None:
        return []
    parties = listed(sentence, that.end(), min(sentence.end, that.end() + _WINDOW // 2), text)
    return parties[:1] if parties and parties[0].start - that.end() <= len("the ") else []
