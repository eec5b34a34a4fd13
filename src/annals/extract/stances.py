"""Claims of responsibility, blame, suspicion, denial, praise, and "nobody claimed it", with their parties."""

import re
from collections.abc import Sequence
from dataclasses import replace

from annals.english.phrases import Match
from annals.extract.accused import object_of_blame
from annals.extract.attributed import StanceFinding, finding_of, made, speaker_words
from annals.extract.claimed import claimed_events
from annals.extract.cue_parties import ACCUSES, parties_at, speaks_again
from annals.extract.disputed import any_story, disputed, no_part_in_war, of_other_deeds
from annals.extract.implied import implied
from annals.extract.lexicon import StanceCue, table
from annals.extract.page import Sentence
from annals.extract.parties import listed
from annals.extract.partners import with_partners
from annals.extract.said import Said, speaker_at, voice_at
from annals.extract.silence import NOBODY_CLAIMED
from annals.extract.speakers import speaker_named
from annals.extract.subjects import subject_of
from annals.extract.told_deeds import group_voiced, told_deeds
from annals.extract.uncued import uncued
from annals.model import Finding, Quote

_WINDOW = 110
_ABOUT = 150
_MOST = 3
_WHETHER = re.compile(r"\b(?:whether|if)\s[^,.;:]{0,60}$", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:(?:who|what|which|whether|if|not|never)\s+(?:\w+\s+)?"
    r"|(?:wrong|mistaken|early|hasty|premature|quick|reason|reluctant|unfair)\s+to\s+)$",
    re.IGNORECASE,
)
# "The army, which blames the rebels": nobody asks.
_RELATIVE = re.compile(r",\s+(?:who|which)\s+(?:\w+\s+)?$", re.IGNORECASE)
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
    r"(?:involvement|involved|everything|responsib\w+|role|part|hand|links?|connection|complicity|accusations?|"
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
_CHARGE = re.compile(r"\b(?:of|for|over)\s+")
_HELD = re.compile(
    r"\b(?:hold|holds|held|holding|find|finds|found|deem|deemed|consider|considers|name|names|named|"
    r"naming|sees?|saw|seen|regards?|regarded|views?|viewed|treats?|treated)\s+(?P<who>[^,.;:]{2,70}?)\s+(?:as\s+)?(?:(?:\w+ly|the|an?|main|chief|prime|only|likely)\s+){0,3}?"
    r"(?:responsible|accountable|to "
    r"blame|suspects?|culprits?|perpetrators?|authors?)\b(?! to)",
    re.IGNORECASE,
)
# "Until every killer was behind bars".
_BEHIND_WHAT = re.compile(
    r"\s+(?:bars|schedule|closed\s|locked\s|barbed\s|walls?\b|enemy\s|(?:the|a|his|her|their)\s+(?:wheel|counter|wall|bar|"
    r"desk|curve|times|lines|fence|house|door|school|mosque|church|building|market|car|vehicle)\b|(?:him|her|them|us|me)\b)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|nobody|no[ -]one|neither)\b", re.IGNORECASE)
_CLAIMED_REACH = 40
_DONE_IT = re.compile(
    r"\s+(?:carried (?:it|them|this|that) out|done (?:it|so|this|that)|been (?:behind|responsible|involved)|"
    r"been the work)\b"
)


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
        for party, speaker in parties_at(sentence, cue, said, text, earlier):
            accuses = cue.payload.side == "after" and ACCUSES.match(text, cue.start)
            again = speaks_again(sentence, cue.first, earlier, last, text) if accuses else None
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
        if _NOT.search(match.group()):
            # "Found that the army was not to blame".
            continue
        subject = subject_of(sentence, sentence.word_at(match.start()), text)
        named = speaker_named(sentence, subject, text) if subject is not None else None
        accused = listed(sentence, match.start("who"), match.end(), text)[:_MOST]
        for party in accused or object_of_blame(sentence, *match.span("who"), text):
            speaker = speaker_words(named, said, match.start())
            speaker = speaker or speaks_again(sentence, sentence.word_at(match.start()), earlier, last, text)
            finding = finding_of("blames", match.start(), match.end(), party, speaker, text)
            found.append(made(finding, match.start(), sentence, text))
    claimed = claimed_events(sentence, said, text, earlier, {f.at for f in found})
    found += [f for f in claimed if not any(start <= f.at < end for start, end in silent)]
    found += uncued(sentence, said, text, earlier)
    found += list(implied(found, sentence, text))
    taken = [f.finding for f in found if f.finding.stance == "retracts"]
    # "Disowned its claim" denies no deed besides.
    found = [f for f in found if f.finding.stance != "denies" or not any(_overlap(f.finding, g) for g in taken)]
    told = {f.finding.stance for f in found}
    # "Denied that it had struck the camp" is told already.
    deeds = told_deeds(sentence, said, text)
    found += [made(deed, at, sentence, text) for at, deed in deeds if deed.stance not in told]
    return sorted(with_partners(found, sentence, text), key=lambda f: f.at)


def _overlap(one: Finding, other: Finding) -> bool:
    """Whether the words of two findings, with their parties, share a stretch."""
    return one.quote.start < other.quote.end and other.quote.start < one.quote.end


def _otherwise(sentence: Sentence, cue: Match[StanceCue], text: str) -> bool:
    """Whether the words are about something else: "denied entry", "accused of corruption"; or are asked or denied."""
    before = text[max(sentence.start, cue.start - 30) : cue.start]
    if cue.payload.stance not in ("denies", "declines") and _ASKED.search(before) and not _RELATIVE.search(before):
        return True
    if cue.payload.side == "after" and ACCUSES.match(text, cue.start) and text.startswith(" by ", cue.end):
        # "Blamed by the army on the rebels": a frame of its own.
        return True
    if disputed(sentence, cue, text) or no_part_in_war(sentence, cue, text) or of_other_deeds(sentence, cue, text):
        return True
    if sentence.words[cue.first].folded == "blame" and _NOUN.search(before):
        return True
    if _WHETHER.search(text[max(sentence.start, cue.start - _WINDOW) : cue.start]):
        return True
    if text[cue.start : cue.end].endswith(" behind") and _BEHIND_WHAT.match(text, cue.end, sentence.end):
        return True
    if cue.payload.stance == "claims" and cue.last - cue.first > 1 and _OWN_CLAUSE.match(text, cue.end, sentence.end):
        # "Acknowledged attacks were becoming more frequent" is no claim to them.
        return True
    if text[cue.start : cue.end].endswith(" to have") and not _did_it(sentence, cue, text):
        return True
    after = text[cue.end : min(sentence.end, cue.end + _ABOUT)]
    if cue.payload.stance == "denies" and text[cue.start : cue.end].endswith(" any"):
        # "Knows nothing of any ceasefire".
        named = any(0 <= t.start - cue.end <= _CLAIMED_REACH for t in sentence.triggers)
        return not (named or _OF_DEED.match(after))
    if (
        cue.payload.stance == "denies"
        and cue.last - cue.first == 1
        and sentence.words[cue.first].folded.startswith("den")
    ):
        headlined = sentence.title and any(
            t.payload.noun and 0 <= t.start - cue.end <= _CLAIMED_REACH for t in sentence.triggers
        )
        return bool(_NOT_OF_DEED.match(after)) or not (headlined or _OF_DEED.match(after) or not after.strip(" .\n,;"))
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
