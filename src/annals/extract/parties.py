"""Who did it: doers named beside the event, and claims, blame and denials with their parties."""

import re
from dataclasses import dataclass

from annals.english.phrases import Match
from annals.extract.clauses import Clause
from annals.extract.lexicon import StanceCue
from annals.extract.page import Sentence
from annals.extract.speakers import Said, speaker_at
from annals.model import Finding, Quote, Stance

_DOERS = (
    r"gunm[ae]n|attackers?|assailants?|militants?|militias?|militiam[ae]n|insurgents?|rebels?|guerrillas?|terrorists?|jihadists?|extremists?|bandits?|fighters?|suicide bombers?|bombers?|snipers?|"
    r"hitm[ae]n|kidnappers?|pirates?|separatists?|paramilitar(?:y|ies)|death squads?|shooters?|armed m[ae]n|masked m[ae]n|gang members?|gangs?|cartels?|mobs?|vigilantes?|warplanes?|fighter jets?|jets?|"
    r"soldiers?|troops|forces|army|military|air force|navy|police|security forces|coalition|commandos?|settlers?|herders?|herdsmen|supremacists?|loyalists?|groups?|factions?|cells?|movement|brigades?|"
    r"proxies|proxy|government|regime|aircraft|helicopters?|artillery|driver|man|suspects?|gunmen on motorcycles|intruders?|infiltrators?|hooligans|protesters|rioters"
)
_DESCRIPTION = re.compile(
    rf"(?:(?:two|three|four|five|six|several|some|a|an|the|unidentified|unknown|suspected|alleged|armed|masked|hooded|heavily armed|pro-\w+|[A-Z][\w’'-]+(?:-(?:backed|aligned|linked|led|armed|allied|affiliated))?|"
    rf"Islamist|jihadist|communist|leftist|right-wing|far-right|separatist|Shiite|Shi[’'‘]ite|Sunni|Muslim|Kurdish|local|foreign|rival|paramilitary|rogue|militia|rebel|militant|insurgent|previously|tribal|ethnic|government|security|Maoist)\s+)*"
    rf"(?:{_DOERS})\b"
)
_WINDOW = 110
_COLLECTIVE = re.compile(
    r"\b(?:any of the|all of the|these|the|such) (?:\w+ )?(?:attacks|strikes|bombings|raids|killings|incidents)\b",
    re.IGNORECASE,
)
# What may stand between the doer's name and the event's word: "Israeli [air] strike", "Houthi [drone and missile] attack".
_BESIDE = re.compile(
    r"(?:[’']s?)?[\s-]*(?:(?:air|drone|missile|rocket|mortar|artillery|suicide|car|truck|bomb|gun|knife|ground|sea|naval|cross-border|deadly|fatal|overnight|retaliatory|latest|recent|own|first|second|major|massive|alleged|"
    r"suspected|and|double-tap|precision|ballistic|cruise|helicopter|aerial|militants?|militia|fighters?|rebel|insurgent)[\s-]+){0,4}",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:who|what|which|whether|if|not|never)\s+(?:\w+\s+)?$", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|from|across|inside|into|throughout|over|near)\s+(?:the\s+)?$")
_AGENT = re.compile(r"\bby\s+$")


@dataclass(frozen=True, kw_only=True)
class Party:
    """Words that name or describe a party."""

    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class StanceFinding:
    """A perpetrator finding with where it stands, and whether it speaks of several attacks together."""

    finding: Finding
    at: int
    collective: bool


def stances_of(sentence: Sentence, said: list[Said], text: str) -> list[StanceFinding]:
    """Claims of responsibility, blame, suspicion, denial, praise and "nobody claimed it", in order."""
    found = []
    for cue in sentence.stances:
        stance = cue.payload.stance
        if stance == "unclaimed":
            quote = Quote.of(text, cue.start, cue.end)
            finding = Finding(
                field="perpetrator", words="", quote=quote, stance="unclaimed", speaker=speaker_at(said, cue.start)
            )
            found.append(_made(finding, cue, sentence, text))
            continue
        for party in _parties(sentence, cue, text):
            found.append(_made(_stance_finding(sentence, cue, party, said, text), cue, sentence, text))
    return found


def _made(finding: Finding, cue: Match[StanceCue], sentence: Sentence, text: str) -> StanceFinding:
    return StanceFinding(
        finding=finding, at=cue.start, collective=bool(_COLLECTIVE.search(text, cue.start, sentence.end))
    )


def _stance_finding(sentence: Sentence, cue: Match[StanceCue], party: Party, said: list[Said], text: str) -> Finding:
    start, end = min(party.start, cue.start), max(party.end, cue.end)
    words = text[party.start : party.end]
    stance: Stance = cue.payload.stance  # type: ignore[assignment]
    own = stance in ("claims", "denies", "praises", "declines", "retracts") and cue.payload.side in ("before", "after")
    speaker = words if own else speaker_at(said, cue.start) or _subject(sentence, cue, text)
    return Finding(field="perpetrator", words=words, quote=Quote.of(text, start, end), stance=stance, speaker=speaker)


def _parties(sentence: Sentence, cue: Match[StanceCue], text: str) -> list[Party]:
    if cue.payload.side == "after":
        stop = min(sentence.end, cue.end + _WINDOW)
        cut = re.search(r"[;.!?]|\b(?:of|for)\s+\w+ing\b", text[cue.end : stop])
        stop = cue.end + cut.start() if cut else stop
        listed = _listed(sentence, cue.end, stop, text)
        return listed[:3]
    start = max(sentence.start, cue.start - _WINDOW)
    if _ASKED.search(text[start : cue.start]):
        return []
    before = _all(sentence, start, cue.start, text, countries=True)
    return before[-1:]


def _all(sentence: Sentence, start: int, end: int, text: str, *, countries: bool = False) -> list[Party]:
    """Named actors and typed descriptions in a stretch, longest first where they overlap, in order."""
    spans = [
        (a.start, a.end)
        for a in sentence.actors
        if start <= a.start and a.end <= end and a.entry.kind not in ("media", "monitor", "ngo", "igo")
    ]
    spans += [(m.start(), m.end()) for m in _DESCRIPTION.finditer(text, start, end)]
    if countries:
        spans += [(p.start, p.end) for p in sentence.places if p.kind == "country" and start <= p.start and p.end <= end and not _IN.search(text[max(start, p.start - 20) : p.start])]
    spans.sort(key=lambda s: (s[0], -s[1]))
    kept: list[tuple[int, int]] = []
    for span in spans:
        if kept and span[0] < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], span[1]))
        else:
            kept.append(span)
    return [Party(start=a, end=b) for a, b in (_trimmed(text, s) for s in kept) if b > a]


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    lead = re.match(
        r"(?:(?:the|a|an|some|several|two|three|four|five|six)\s+)+", text[span[0] : span[1]], re.IGNORECASE
    )
    return (span[0] + (lead.end() if lead else 0), span[1])


def _listed(sentence: Sentence, start: int, end: int, text: str) -> list[Party]:
    """The first party after `start`, and those joined to it by "and", commas or "notably"."""
    parties = _all(sentence, start, end, text, countries=True)
    kept: list[Party] = []
    for party in parties:
        gap = text[kept[-1].end if kept else start : party.start]
        joined = re.fullmatch(
            r"(?:\s*\([^)]*\))?[\s,]*(?:and|or|including|notably|especially|the|such as|such|as|\s|,)*", gap
        )
        if kept and not joined:
            break
        kept.append(party)
    return kept


def _subject(sentence: Sentence, cue: Match[StanceCue], text: str) -> str | None:
    """Who blames: the party or office before the cue."""
    start = max(sentence.start, cue.start - _WINDOW)
    named = [a for a in sentence.actors if start <= a.start and a.end <= cue.start]
    if named:
        return text[named[-1].start : named[-1].end]
    office = re.search(
        r"((?:[A-Z][\w’'.-]+\s+){0,5}(?:officials?|police|authorities|government|military|army|analysts|observers|residents|witnesses|investigators|commanders?|officers?|experts|sources|ministry|prosecutors|spokesman|spokeswoman))\b[^.;]{0,40}$",
        text[start : cue.start],
    )
    return office.group(1) if office else None


def doers_of(clause: Clause, at: int, end: int, text: str, *, noun: bool) -> list[Finding]:
    """Doers in the report's own voice beside an event's word: "an Israeli air strike", "attacked by militants",
    "gunmen opened fire"."""
    sentence = clause.sentence
    candidates = _all(sentence, clause.start, clause.end, text)
    found = []
    for party in candidates:
        gap_before, gap_after = text[party.end : at], text[end : party.start]
        adjective = (
            noun
            and party.end <= at
            and len(gap_before) <= 30
            and re.fullmatch(_BESIDE, gap_before)
            and text[party.start].isupper()
        )
        subject = (
            not noun
            and party.end <= at
            and len(gap_before) <= 40
            and re.fullmatch(
                r"\s+(?:(?:on|late|early)\s+\w+\s+|have |had |has |also |then |who |armed with [\w\s]+? )*", gap_before
            )
        )
        agent = (
            party.start >= end
            and len(gap_after) <= 80
            and _AGENT.search(text[max(end, party.start - 12) : party.start].replace("the ", "").replace("a ", ""))
            and not re.search(r"[;.]", gap_after)
        )
        if adjective or subject or agent:
            left, right = min(party.start, at), max(party.end, end)
            found.append(
                Finding(field="perpetrator", words=text[party.start : party.end], quote=Quote.of(text, left, right))
            )
    return found[:2]
