"""The parties that a stretch names or describes, and which of them a noun phrase is about."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from annals.english.phrases import words_of
from annals.extract.group_names import group_names
from annals.extract.introduced import introduced
from annals.extract.page import Sentence
from annals.extract.subjects import Subject
from annals.reference.actor_entry import VOICES
from annals.reference.actors import ActorMatch
from annals.reference.nations import nation_names, seats

_PEOPLE = (
    r"gunm[ae]n|attackers?|assailants?|militants?|militias?|militiam[ae]n|insurgents?|rebels?|"
    r"guerrillas?|terrorists?|jihadists?|extremists?|bandits?|fighters?|snipers?|"
    r"hitm[ae]n|kidnappers?|abductors?|hijackers?|pirates?|separatists?|paramilitar(?:y|ies)|death "
    r"squads?|shooters?|(?:armed|masked|hooded) (?:m[ae]n|youths|assailants)|gang members?|gangs?|"
    r"cartels?|mobs?|vigilantes?|"
    r"soldiers?|troops|forces|army|military|air force|navy|police(?:m[ae]n)?|officers?|security "
    r"forces|coalition|commandos?|authorities|settlers?|herders?|herdsmen|supremacists?|loyalists?|"
    r"groups?|factions?|cells?|movement|brigades?|"
    r"proxies|proxy|government|regime|junta|gunmen on motorcycles|intruders?|infiltrators?|hooligans|"
    r"protesters|rioters|knifem[ae]n|raiders?|tribesm[ae]n|clansm[ae]n|mercenaries|warlords?|"
    r"suspects?|perpetrators?|outlaws?|"
    r"m[ae]n|killers?|robbers?|rustlers?|organi[sz]ed crime|crime syndicates?|"
    r"dissidents|mutineers|partisans|jihadis|islamists|anarchists|maoists|traffickers|smugglers|poachers|cultists"
)
_CRAFT = (
    r"warplanes?|fighter jets?|fighter planes|jets?|planes|aircraft|helicopters?|gunships?|artillery|"
    r"warships?|gunboats?|drones?|bombers|tanks|air defen[cs]es?|"
    r"[A-Z]{1,2}-\d{1,3}s?(?: (?:jets|fighters|bombers|warplanes))?"
)
_MODIFIER = (
    r"two|three|four|five|six|seven|eight|nine|ten|several|some|a|an|the|unidentified|unknown|"
    r"suspected|alleged|armed|masked|hooded|heavily|lone|young|teenage|unnamed|pro-\w+|anti-\w+|"
    r"[A-Z][\w’'-]+(?:-(?:backed|aligned|linked|led|armed|allied|affiliated|inspired|trained|funded|supported))?|"
    r"Islamist|jihadist|communist|leftist|right-wing|far-right|separatist|Shiite|Shi[’'‘]ite|Sunni|"
    r"Muslim|Kurdish|local|foreign|rival|paramilitary|rogue|militia|rebel|militant|insurgent|"
    r"previously|tribal|ethnic|"
    r"government|security|Maoist|loyalist|Islamic|extremist|terrorist|criminal|drug|street|"
    r"little-known|state|army|military|police|riot|border|disguised|uniformed|white|nationalist|"
    r"guerrilla|opposition|regional|provincial|municipal|district|village|federal|interim|transitional"
)
_DESCRIPTION = re.compile(rf"\b(?:(?:{_MODIFIER})\s+){{0,6}}(?i:{_PEOPLE})\b(?![’']s\s)")
_NATIONAL_CRAFT = re.compile(
    rf"[A-Z][\w’'-]+(?:[’']s)?\s+(?:(?:air force|army|military|navy|government|attack|combat|"
    rf"F-\d\d)\s+){{0,2}}(?:{_CRAFT})\b"
)
# "The army's helicopters", "government jets": the arms stand for their owner.
_ARMS_OF = re.compile(
    rf"\b(?:the\s+)?(?P<who>(?:army|air force|government|military|junta|regime|rebel|rebels|coalition|navy|"
    rf"police))(?:[’']s|[’'])?\s+"
    rf"(?:(?:attack|combat|own)\s+)?(?i:{_CRAFT})\b"
)
# "The Carolina Ramirez front", "the G9 alliance": heads that mean a group only behind a name.
_NAMED_BODY = re.compile(
    r"(?!(?:The|An?|On|In|At|By|From|After|Before|But|And|When|While|Its|Their|His|Her|North|South|East|West|Western|Eastern|"
    r"Northern|Southern|Red|[A-Z]\w+day)\s)(?:[A-Z][\w’'-]*\s+(?:(?:of|the|de|del|la)\s+){0,2}){1,4}"
    r"(?:and\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){1,4})?(?:front|column|alliance|clan|network|mafia|cult|syndicate|gang|cartel)s?\b"
)
_OWNED = re.compile(r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|To|Yester)\w*day)[A-Z][\w-]+[’']s\s")
_NATIONAL_ARMS = re.compile(
    r"([A-Z][\w’'-]+)\s+(?:(?:ballistic|cruise|artillery|guided|air|tank|mortar|"
    r"rocket)\s+){0,2}(?:missiles?|rockets?|shells?|bombs?|guns|gunners|artillery|shelling|fire|bullets|mortars?)\b"
)
_OF_LAND = re.compile(
    r"\s+(?:of|in)\s+(?:the\s+)?(?:(?:President|Prime Minister|Chancellor|King|[A-Z][\w’'-]+)(?:\s+(?=[A-Z])|\b)){1,5}"
)
_INSTITUTION = re.compile(
    r"(?:government|military|army|police|authorities|regime|movement|security forces|navy|air force)$"
)
_CARRIER = re.compile(
    rf"(?:(?:{_MODIFIER}|dozens of|scores of|hundreds of)\s+){{0,4}}(?:members?|elements|supporters|"
    rf"followers|commanders?|units?|wings?|cells?|operatives|{_PEOPLE})\s+(?:of|from|belonging "
    rf"to)\s+(?:the\s+|a\s+)?$"
)
_TIED = re.compile(
    rf"(?:(?:{_MODIFIER})\s+){{0,4}}(?:{_PEOPLE})\s+(?:loyal|linked|allied|aligned|tied|affiliated|"
    rf"close|sympathetic|believed|backed|trained|funded|supported)\s+(?:to|with|by)\s+(?:the\s+)?$"
)
_LEFT = re.compile(
    r"\s+(?:dissidents?|defectors?|deserters?|splinter|breakaway)(?:\s+(?:groups?|columns?|factions?|fronts?|units?|fighters))?\b"
)
_LEAD = re.compile(r"(?:(?:the|a|an|some|several|two|three|four|five|six)\s+)+", re.IGNORECASE)
_IN = re.compile(
    r"\b(?:in|from|across|inside|into|throughout|over|near|to|at|of)\s+(?:the\s+)?"
    r"(?:(?:north|south|east|west|central|neighbou?ring|nearby|rural|mainland|upper|lower|occupied|war-torn)[\w-]*\s+)?$"
)
_TO_LIST = re.compile(
    r"(?:\s*\([^)]{0,60}\))?[\s,/]*(?:and|or|including|notably|especially|the|such as|such|as|both|\s|,)*"
)
_PREPOSITION = re.compile(r"\s(?:of|in|from|for|at|on|with|by|near|against|over|to)\s")
_CALLED = re.compile(
    r"\s?|,?\s+(?:(?:that|which)\s+)?(?:(?:is|are|was)\s+)?(?:[\w-]+ly\s+|also\s+)?"
    r"(?:known|calling itself|calls itself|called|named|styling itself)\s+(?:[\w-]+ly\s+)?(?:as\s+|"
    r"by the name of\s+)?(?:the\s+)?"
)
_INTRODUCING = re.compile(rf"\s*(?:[\w-]+\s+){{1,4}}?(?:{_PEOPLE})(?:{_CALLED.pattern})", re.IGNORECASE)
_ACRONYM = 3
_LETTERS = re.compile(r"\s[A-Z][A-Z-]{1,6}\b(?!\s[A-Z])")
_TWO = 2
_BACK = 60


@dataclass(frozen=True, kw_only=True)
class Party:
    """Words that name or describe a party."""

    start: int
    end: int
    anchor: str | None = None
    """The name that they stand for, where they are a pronoun or "the group"."""
    actor_id: str | None = None
    """The actor that they name; None for a description."""
    named: bool = False
    """True for a known actor or a country."""


def parties_in(sentence: Sentence, start: int, end: int, text: str, *, countries: bool = False) -> list[Party]:
    """Named actors and typed descriptions in a stretch, in order; where they overlap, the whole of both."""
    known = [a for a in sentence.actors if start <= a.start and a.end <= end and a.entry.kind not in VOICES]
    spans = [_around(a, start, text) for a in known]
    named = list(spans)
    spans += [(m.start(), _lettered(text, m.end(), end)) for m in _DESCRIPTION.finditer(text, start, end)]
    # In a headline every word may have its capital.
    new = [] if sentence.title else list(introduced(text, start, end))
    spans += [] if sentence.title else [*group_names(text, start, end), *new]
    spans += [
        (m.start(), m.end())
        for m in _NATIONAL_CRAFT.finditer(text, start, end)
        if land_ids(m.group()) or any(a.start < m.end() and m.start() < a.end for a in known) or _OWNED.match(m.group())
    ]
    spans += [] if sentence.title else [m.span() for m in _NAMED_BODY.finditer(text, start, end)]
    spans += [m.span("who") for m in _ARMS_OF.finditer(text, start, end)]
    spans += [m.span(1) for m in _NATIONAL_ARMS.finditer(text, start, end) if land_ids(m.group(1))]
    lands = [
        (p.start, p.end)
        for p in sentence.places
        if countries
        and p.kind == "country"
        and start <= p.start
        and p.end <= end
        and not _IN.search(text[max(sentence.start, p.start - 30) : p.start])
        and text[p.end : p.end + 1] not in ("-", "‑")
        and (sentence.title or not _SURNAME.match(text, p.end))
    ]
    spans += lands
    names = {*named, *new}
    spans = [span for span in spans if not _worn(span, text)]
    spans.sort(key=lambda s: (s[0], -s[1]))
    kept: list[tuple[int, int]] = []
    for span in spans:
        if kept and span in names and kept[-1][1] <= span[0] and _CALLED.fullmatch(text, kept[-1][1], span[0]):
            # "The rebel group Red Tigers" and "the group known as the Red Tigers" are one party, by its name.
            kept[-1] = span
        elif kept and span[0] < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], span[1]))
        else:
            kept.append(span)
    # "Mali's Ninth Star": the land's name only says whose.
    kept = [
        span
        for span, behind in zip_longest(kept, kept[1:])
        if not (span in lands and behind is not None and _WHOSE.fullmatch(text, span[1], behind[0]))
    ]
    return [_party(text, span, known, lands) for span in kept]


_WHOSE = re.compile(r"[’']s\s+(?:[a-z-]+\s+){0,2}")
# "Salvador Ramos", "Chad Baker": a person, and no land.
_SURNAME = re.compile(r" [A-Z][a-z]+\b(?! (?:minist|army|forces))")
_WORN = re.compile(r"\s+(?:uniforms?|fatigues|camouflage|clothing|clothes|gear)\b")
_AS_IF = re.compile(
    r"\b(?:disguised|dressed|posing|posed|masquerading|clad|clothed|attired|disguising themselves)\s+"
    r"(?:up\s+)?(?:as|like)\s+(?:the\s+|an?\s+)?\Z"
)


def _worn(span: tuple[int, int], text: str) -> bool:
    """Whether a party is one whose clothes others wear: "gunmen disguised as policemen", "in army uniforms"."""
    if _WORN.match(text, span[1]):
        return True
    return _AS_IF.search(text, max(0, span[0] - _BACK), span[0]) is not None


def _lettered(text: str, at: int, end: int) -> int:
    """Where a description ends whose name in letters stands right behind it: "the paramilitary RSF"."""
    letters = _LETTERS.match(text, at, end)
    return letters.end() if letters is not None else at


def right_behind(party: Party, at: int, text: str, *, within: int) -> bool:
    """Whether the party stands right behind offset `at`, after no more than "members of the" or "a group known as"."""
    return party.start - at <= within or _INTRODUCING.fullmatch(text, at, party.start) is not None


def land_ids(words: str) -> set[str]:
    """The state whose people's name opens the words ("Kenyan jets"); empty where none does."""
    first = words_of(words[:_BACK])[:1]
    # An acronym needs its capitals: "Car bomb" is no deed of the Central African Republic (CAR).
    if not first or (first[0].end - first[0].start <= _ACRONYM and not words[first[0].start : first[0].end].isupper()):
        return set()
    codes = nation_names().get((first[0].folded,))
    return {f"state:{code}" for code in codes}


_WHOSE_ARM = re.compile(
    r"(?<![\w-])(?P<land>[A-Z][\w-]+(?: [A-Z][\w-]+)?)[’']s?\s+(?:\w+\s+)?(?:services?|agency|intelligence|military|"
    r"army|navy|air force|ministry|forces|police|government|command)\b"
)


def state_whose(words: str) -> frozenset[str]:
    """The state of whose arm somebody speaks: "a source in Ukraine's security service"."""
    found = _WHOSE_ARM.search(words)
    return frozenset(land_ids(found["land"])) if found is not None else frozenset()


def land_party(text: str, start: int, end: int) -> Party | None:
    """The land or capital that opens the stretch, as the party that its government is ("Yerevan", "Sudan's envoy")."""
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead is not None else start
    words = words_of(text[start : min(end, start + _BACK)])[:_TWO]
    for many in range(len(words), 0, -1):
        name = text[start : start + words[many - 1].end]
        if not name[:1].isupper() or (many == 1 and len(name) <= _ACRONYM and not name.isupper()):
            continue
        key = tuple(w.folded for w in words[:many])
        if nation_names().get(key) or seats().get(key):
            return Party(start=start, end=start + len(name), named=True)
    return None


def kin(actor_id: str) -> str:
    """The id of the state that an arm of it belongs to; any other id as it is.

    >>> kin("state:ML:military")
    'state:ML'
    """
    return ":".join(actor_id.split(":")[:2]) if actor_id.startswith("state:") else actor_id


def _around(actor: ActorMatch, start: int, text: str) -> tuple[int, int]:
    """The actor's name, with "members of" or "fighters loyal to" before it."""
    low = max(start, actor.start - _BACK)
    before = text[low : actor.start]
    for pattern in (_CARRIER, _TIED):
        found = pattern.search(before)
        if found is not None:
            return low + found.start(), _split_off(actor, text)
    return actor.start, _split_off(actor, text)


def _split_off(actor: ActorMatch, text: str) -> int:
    """Where the words end that name an actor, or those who left it: "FARC dissidents" are not the FARC."""
    behind = _LEFT.match(text, actor.end)
    return behind.end() if behind is not None else actor.end


def _party(text: str, span: tuple[int, int], known: list[ActorMatch], lands: list[tuple[int, int]]) -> Party:
    lead = _LEAD.match(text[span[0] : span[1]])
    start = span[0] + (lead.end() if lead else 0)
    inside = [a for a in known if start <= a.start and a.end <= span[1]]
    tied = bool(inside) and bool(_TIED.search(text[start : inside[0].start]))
    end = span[1]
    if not inside and text[start:end].islower() and _INSTITUTION.search(text[start:end]):
        place = _OF_LAND.match(text, end)
        end = place.end() if place is not None else end
    return Party(
        start=start if start < span[1] else span[0],
        end=end,
        actor_id=inside[0].entry.actor_id if inside and not tied else None,
        named=bool(inside) or span in lands,
    )


def party_of(sentence: Sentence, subject: Subject, text: str, *, countries: bool = True) -> list[Party]:
    """The parties that a noun phrase is: in its head part, else behind "of" or "for" ("a spokesman for the rebels").

    A phrase whose head is a thing ("the attack on the rebels", "a Kabul hospital") is none.
    """
    phrase = text[subject.start : subject.end]
    cut = _PREPOSITION.search(phrase)
    head_end = subject.start + (cut.start() if cut else len(phrase))
    names = [(a.start, a.end) for a in sentence.actors if subject.start <= a.start < head_end < a.end <= subject.end]
    names += [] if sentence.title else group_names(text, subject.start, subject.end)
    over = next((end for start, end in names if start < head_end < end), None)
    if over is not None:
        # "The Brigade of the Ninth Star": the preposition belongs to the name.
        cut = _PREPOSITION.search(text, over, subject.end)
        head_end = cut.start() if cut else subject.end
    if any(t.payload.noun and t.end == head_end for t in sentence.triggers):
        return []
    parties = parties_in(sentence, subject.start, head_end, text, countries=countries)
    parties = [p for p in parties if not is_scene(sentence, p.start, p.end, text)]
    if parties:
        behind = _OWNER.sub("", text[parties[-1].end : head_end]).strip()
        listed = _joined(parties, text)
        whole = parties_in(sentence, head_end, subject.end, text)[:1] if cut is not None and len(listed) == 1 else []
        told = bool(whole) and (whole[0].named or text[whole[0].start].isupper())
        if told and not listed[0].named and _MEMBERS.search(text, listed[0].start, head_end):
            # "A cell of the front": the front is meant.
            return whole
        if not behind or _OFFICE.fullmatch(behind):
            return listed
        return []
    if cut is None or cut.group().strip() not in ("of", "for", "from"):
        return []
    return parties_in(sentence, head_end, subject.end, text, countries=countries)[:1]


_MEMBERS = re.compile(
    r"(?:cells?|units?|wings?|factions?|branch|columns?|squads?|members?|fighters?|militants?|gunmen|men|rebels?|commandos?)\Z"
)
_WITHIN = re.compile(
    r"\b(?:in|at|on|near|inside|outside|across|from|over|around|against|into|off|along|throughout)\s+(?:the\s+)?"
    r"(?:(?:north|south|east|west)[\w-]*\s+(?:of\s+)?|central\s+|upper\s+|lower\s+|rural\s+|mid-|neighbou?ring\s+|"
    r"nearby\s+|coastal\s+|far\s+)*(?:parts?\s+of\s+|[A-Z][\w’'-]+,\s+)?\Z"
)


def is_scene(sentence: Sentence, start: int, end: int, text: str) -> bool:
    """Whether a land in [start, end) is where it was done: "a bomb at a market in central Iraq killed nine"."""
    return bool(land_ids(text[start:end])) and bool(_WITHIN.search(text, sentence.start, start))


_OWNER = re.compile(r"\A[’']s?(?=\s|\Z)")
_OFFICE = re.compile(
    r"(?:[\w’'-]+\s+){0,4}(?:spokes(?:man|woman|person|people)|officials?|ministry|minister|"
    r"authorities|leaders?|leadership|commanders?|chief|president|office|statement|sources?|"
    r"ambassador|envoy|officers?|generals?|administration|parliament|media|television|delegation|"
    r"mission|embassy|department|secretary|wing|branch|faction|operatives?|members?|fighters?|cell|"
    r"affiliate|"
    r"supporters|followers|arm|forces|troops|army|military|side|regime|government|movement|group|organi[sz]ation|outfit|"
    r"network|gang|cartel|insurgents|jihadists|guerrillas|separatists|gunmen|terrorists|"
    r"rebels|militants|militia|police|crews|pilots|guns|gunners|units|snipers|navy|missiles?|rockets?|shells?|bombs?|"
    r"projectiles?|mortars?|shelling|airstrikes?|shellfire|" + _CRAFT + r")(?:\s+[A-Z][\w’'-]+){0,4}"
)


def _joined(parties: list[Party], text: str) -> list[Party]:
    """The last party and those joined to it by "and" or commas."""
    kept = [parties[-1]]
    for party in reversed(parties[:-1]):
        if not _TO_LIST.fullmatch(text[party.end : kept[0].start]):
            break
        kept.insert(0, party)
    return kept


def listed(sentence: Sentence, start: int, end: int, text: str) -> list[Party]:
    """The first party after `start`, and those joined to it by "and", commas or "notably"."""
    kept: list[Party] = []
    for party in parties_in(sentence, start, end, text, countries=True):
        if kept and not _TO_LIST.fullmatch(text[kept[-1].end : party.start]):
            break
        kept.append(party)
    return kept
