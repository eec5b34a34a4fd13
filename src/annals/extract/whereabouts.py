"""The words that say where an event took place."""

import re
from dataclasses import dataclass

from annals.english.borders import beyond_border
from annals.extract.clauses import Clause
from annals.extract.lexicon import table
from annals.extract.page import Sentence
from annals.extract.place_grammar import place_grammar
from annals.extract.stricken import is_stricken
from annals.model import Quote
from annals.reference.candidate import PlaceMatch

# "From Beirut to Basra" spans a region; it places nothing.
_SCOPE = re.compile(r"\bfrom\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s+to\s+$")
_SCOPE_AHEAD = re.compile(r"(?<=[a-z])\s+to\s+[A-Z]")
# "The bomb went off in the village of X": the word belongs to the verb.
_GONE_OFF = re.compile(r"off\s+(?=(?:in|at|near|outside|inside|on)\b)", re.IGNORECASE)
_NAME = r"[A-Z][\w\u2019']+(?:[ -](?:al-|el-)?[A-Z][\w\u2019']+)?"
# A road told by its ends holds no place name, or would be taken for its last town.
_ROAD = re.compile(
    rf"\b{_NAME}(?:[-\u2013\u2014]|\sto\s){_NAME} (?:highway|road|expressway|motorway|railway|route|line)\b"
    r"|\b(?:highway|road|expressway|motorway|railway|route) "
    rf"(?:from {_NAME} to|between {_NAME} and|(?:linking|connecting) {_NAME} (?:to|and|with)) {_NAME}"
)
# A title and a given name before it make a place's name a person's.
_TITLED = re.compile(
    r"\b(?:General|Gen|President|Minister|Premier|Commander|Colonel|Col|Captain|Capt|Major|Maj|Admiral|Mr|Mrs|Ms|Dr|Sheikh|"
    r"Ayatollah|Governor|Senator|Sgt|Sergeant|Lt|Judge|Mayor|Prince|Professor|Imam|Mullah|Father|Bishop)\.?\s+"
    r"(?:[A-Z][\w’'-]+\s+){0,2}$"
)
# Two names are one place only where a line between them is meant: "the border of Ghana and Togo".
_AND = re.compile(r"\band\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|border|borders|frontier|crossing|junction)\b", re.IGNORECASE)
_FRONTED = 6
_SOON = 3
"""The words of a speaker's verb behind a place, at most."""
_BESIDES = frozenset(("however", "also", "later", "then", "meanwhile", "though", "itself", "has", "had"))
_BORDER = re.compile(r"\b[A-Z][a-z]+[-–][A-Z][a-z]+ (?:border|frontier)\b")
# "In Nigeria's north-east", "near Niger's border": the land itself is meant.
_OWN_PART = re.compile(
    r"\s+(?:\w+\s+)?(?:border|frontier|(?:north|south|east|west)(?:[ -]?(?:east|west))?|coast|shores?|interior|"
    r"heartland|highlands|lowlands|capital|territory|soil|waters)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"['\u2019]s capital\b(?!,? [A-Z])")
_NOUN = re.compile(
    r"[ -](?!(?:and|or|in|on|at|by|to|for|from|with|as|after|before|when|while|since|said|has|have|is|was|were|will)\b)"
    r"\w"
)


@dataclass(frozen=True, kw_only=True)
class Where:
    """A stretch that names a place: its quote and the gazetteer matches in it."""

    quote: Quote
    matches: tuple[PlaceMatch, ...]
    located: bool
    """A word of place stands before it ("in", "near", "struck")."""
    stands_for: str | None = None
    """The fuller name, told before, of a place that is only called "the airport" here."""


def places_of(sentence: Sentence, text: str) -> list[Where]:
    """The place phrases of a sentence, in order; neighbours that belong together ("Taji, north of Baghdad") are one."""
    grammar = place_grammar()
    found: list[Where] = []
    matches = [m for m in sentence.places if not _names_someone(sentence, m, text)]
    at = 0
    while at < len(matches):
        last = at
        end = _facility_end(text, matches[at].end, sentence.end)
        seat = _CAPITAL.match(text, end, sentence.end) if matches[at].kind == "country" else None
        end = seat.end() if seat is not None else end
        while last + 1 < len(matches) and grammar.connects.fullmatch(text, end, matches[last + 1].start):
            if _AND.search(text, end, matches[last + 1].start) and not _BETWEEN.search(text, sentence.start, end):
                break
            if _SPEAKS.match(text, matches[last + 1].end, sentence.end):
                break
            last += 1
            end = max(end, _facility_end(text, matches[last].end, sentence.end))
        start = _lead_start(text, sentence.start, matches[at].start)
        before = text[max(sentence.start, start - 30) : start]
        inner = text[start : matches[at].start]
        located = (
            bool(grammar.located.search(before))
            or bool(grammar.locating.match(inner))
            or (matches[at].kind == "place" and is_stricken(sentence, start, end, text))
        )
        found.append(Where(quote=Quote.of(text, start, end), matches=tuple(matches[at : last + 1]), located=located))
        at = last + 1
    found = [
        w
        for w in found
        if not carried_to(text, sentence.start, w.quote.start)
        and not likened_to(text, sentence.start, w.quote.start)
        and not (
            w.matches and w.matches[0].kind == "country" and beyond_border(text, sentence.start, w.matches[0].start)
        )
    ]
    found = [w for w in found if not _elsewhere(sentence, w, text)]
    elsewhere = [
        w for w in found if not _OFFICE_OF.search(text, max(sentence.start, w.quote.start - 40), w.quote.start)
    ]
    found = elsewhere or found
    roads = [
        Where(quote=Quote.of(text, *m.span()), matches=(), located=True)
        for m in _ROAD.finditer(text, sentence.start, sentence.end)
    ]
    if roads:
        found = [w for w in found if not any(_touch(w.quote, road.quote) for road in roads)]
        found = sorted((*found, *roads), key=lambda w: w.quote.start)
    return found + _borders(sentence, text, found)


# "Rockets hit K-1, the Pentagon said": it speaks, and is not where the base lies.
_SPEAKS = re.compile(r"\s+(?:has\s+|had\s+)?(?:said|says|told|announced|confirmed|reported|added|claimed|denied)\b")


def _touch(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end


_CARRIED = re.compile(
    r"\b(?:taken|rushed|transported|airlifted|flown|driven|brought|transferred|moved|evacuated|admitted|carried|ferried)"
    r"(?:\s+\w+){0,3}?\s+to\s+(?:\w+\s+){0,3}\Z"
    r"|\b(?:treated|pronounced dead|died|recovering|hospitali[sz]ed)\s+(?:\w+\s+){0,2}?(?:at|in)\s+(?:an?\s|the\s)?"
    r"(?:\w+\s+)?(?:hospital|clinic|medical cent(?:er|re))\s+in\s+(?:the\s)?\Z",
    re.IGNORECASE,
)


# "The foreign ministry in Rabat says", "told reporters in Oslo": seats of those who speak, far from what they speak of.
_SEAT = re.compile(
    r"\b(?:office|ministry|ministries|government|parliament|court|embassy|command|headquarters|secretariat)\s+"
    r"(?:in|at)\s+\Z",
    re.IGNORECASE,
)
_SAID_IN = re.compile(
    r"\b(?:said|says|spoke|speaking|told\s+(?:an?\s|the\s)?(?:\w+\s+)?(?:reporters|journalists|parliament|lawmakers|"
    r"mps|media|press|conference|forum|summit|briefing|rally))\s+in\s+\Z",
    re.IGNORECASE,
)
# "A firm based in Piraeus", "Delta Shipping of Athens": seats of those who own what is hit, or speak of it.
_SEATED = re.compile(
    r"\b(?:based|headquartered|registered|domiciled|incorporated)\s+in\s+(?:the\s+)?\Z"
    r"|\b[A-Z]\w+ (?:Shipping|Lines?|Maritime|Marine|Navigation|Inc|Corp|Corporation|Ltd|Limited|Group|Company|Co|"
    r"Industries|Holdings|Tankers|Carriers|Airlines|Airways)\.? of (?:the )?\Z"
)
# "Two weeks after Bouaké": by the place another event is meant.
_AFTER = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?)\s+(?:after|before|since)\s+(?:the\s+)?\Z", re.IGNORECASE
)


# "Compares the attacks to those in Syria", "like the bombing of the train in Madrid": other events are meant.
_LIKE = re.compile(
    r"\b(?:(?:compar(?:ed|es?|ing)|likened?)\b[^.;,]{0,40}?\b(?:to|with)|similar to|reminiscent of|modell?ed (?:up)?on|"
    r"inspired by|unlike|resembl\w+)\s+(?:\w+\s+){0,3}?"
    r"(?:those|the ones?|attacks?|bombings?|raids?|killings?|shootings?|massacres?|blasts?)\s+(?:in|on|at)\s+"
    r"(?:the\s+)?(?:(?:[A-Z]\w+\s+){1,2}and\s+)?\Z"
)


_LIKENED = 120
_TO_PLACE = 60


def _elsewhere(sentence: Sentence, where: Where, text: str) -> bool:
    """Whether a place is where somebody spoke, or stands for another event from which days are counted."""
    start = where.quote.start
    before = text[max(sentence.start, start - _TO_PLACE) : start]
    if counted_from(text, sentence.start, start):
        return True
    behind = sentence.words[sentence.word_at(where.quote.end) :]
    behind = behind[next((n for n, word in enumerate(behind) if word.folded not in _BESIDES), 0) :][:_SOON]
    return bool(_SEAT.search(before)) and any(
        m.payload in ("past", "s") and m.first == 0 for m in table().saying.find(behind)
    )


# A second place of the kind: "to the hospital at Landstuhl in Germany [and others to Camp] Arifjan".
_ALSO = re.compile(r"[A-Z][\w\u2019'-]+(?:,? in [A-Z]\w+)?,? and (?:\w+ )?(?:to )?(?:[A-Z][\w-]+ )?\Z")


# "Succumbed to her injuries at [a hospital in X]": the hospital is part of the place's words.
_TREATED = re.compile(
    r"\b(?:succumb\w*|injuries|wounds|burns|treated|treatment|recovering|critical(?:ly ill)?|pronounced dead)\s+"
    r"(?:\w+\s+){0,2}?(?:at|in)\s+(?:an?\s|the\s)?\Z",
    re.IGNORECASE,
)
_HOSPITAL = re.compile(r"(?:\w+\s+)?(?:hospital|clinic|medical cent(?:er|re)|infirmary)\b", re.IGNORECASE)


def counted_from(text: str, floor: int, start: int) -> bool:
    """Whether a place stands for an event from which days are counted ("twelve days after X"), or a speaker's seat."""
    before = text[max(floor, start - _TO_PLACE) : start]
    return bool(_SAID_IN.search(before) or _AFTER.search(before) or _SEATED.search(before))


def likened_to(text: str, floor: int, start: int) -> bool:
    """Whether a place is that of another event, to which this one is likened; `floor` is where its sentence opens."""
    return _LIKE.search(text, max(floor, start - _LIKENED), start) is not None


def carried_to(text: str, floor: int, start: int) -> bool:
    """Whether a place is one that the hurt were brought to ("flown to a hospital in X"): nothing happened there."""
    if _CARRIED.search(text, max(floor, start - 90), start):
        return True
    if _HOSPITAL.match(text, start) and _TREATED.search(text, max(floor, start - 90), start):
        return True
    also = _ALSO.search(text, max(floor, start - 90), start)
    return also is not None and _CARRIED.search(text, max(floor, also.start() - 90), also.start()) is not None


def _borders(sentence: Sentence, text: str, found: list[Where]) -> list[Where]:
    """Borders named by the peoples on both sides ("the Iraqi-Syrian border"), which hold no place name."""
    return [
        Where(quote=Quote.of(text, *m.span()), matches=(), located=True)
        for m in _BORDER.finditer(text, sentence.start, sentence.end)
        if not any(w.quote.start < m.end() and m.start() < w.quote.end for w in found)
    ]


def _facility_end(text: str, end: int, stop: int) -> int:
    found = place_grammar().facility.match(text, end, stop)
    return found.end() if found else end


def _lead_start(text: str, floor: int, start: int) -> int:
    window = text[max(floor, start - 80) : start]
    found = place_grammar().lead.search(window)
    if found is None:
        return start
    lead = found.group()
    gone = _GONE_OFF.match(lead)
    lead = lead[gone.end() :] if gone else lead
    # A lead that is only prepositions and articles says nothing about the place.
    empty = place_grammar().empty.match(lead)
    content = lead[empty.end() :] if empty else lead
    # "Its airport and at the Sasa wharf": what is listed before is another place.
    listed = list(_AND.finditer(content))
    if listed and not _BETWEEN.search(content):
        content = content[listed[-1].end() :]
        empty = place_grammar().empty.match(content)
        content = content[empty.end() :] if empty else content
    keep = content if content.strip() else ""
    if re.match(r"(?:near|outside|off)\s", lead, re.IGNORECASE):
        keep = lead
    return start - len(keep)


def _names_someone(sentence: Sentence, match: PlaceMatch, text: str) -> bool:
    """Whether the place name is part of an actor's name, or stands for the adjective it lacks ("US troops")."""
    if _TITLED.search(text[max(sentence.start, match.start - 40) : match.start]):
        return True
    if match.kind == "country" and text[match.end : match.end + 2] in ("'s", "’s"):
        return _OWN_PART.match(text, match.end + 2) is None
    if (
        match.kind == "country"
        and match.words.replace(".", "").isupper()
        and _NOUN.match(text, match.end, sentence.end)
    ):
        return True
    if _SCOPE.search(text[max(sentence.start, match.start - 40) : match.start]) or (
        text[max(sentence.start, match.start - 5) : match.start].lower() == "from "
        and _SCOPE_AHEAD.match(text, match.end)
    ):
        return True
    return any(
        a.start <= match.start and match.end <= a.end and a.entry.kind in ("media", "monitor", "ngo")
        for a in sentence.actors
    )


_THERE = re.compile(
    r"(?<![\w-])(?<!\bfrom )(?<!\bout )(?<!\bover )(?<!\bhi )there"
    r"(?=\s*[,.;:]|\s*$|\s+(?:and|on|in|at|by|when|after|before|as|while|this|last|earlier|later|early|late|yesterday|"
    r"today|overnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)|"
    r"(?<![\w-])at the (?:scene|site)(?=\s*[,.;:]|\s+(?:and|on|when|after|while)\b|\s*$)",
    re.IGNORECASE,
)
"""The adverb, and not "there were"."""


def stand_ins(sentence: Sentence, text: str, told: dict[str, Where], places: list[Where]) -> list[Where]:
    """Places that are only called "the airport", "the base" or "there" here and were named before.

    `told` maps the head nouns of places to them, and "there" to the last place named before this sentence.
    """
    found = []
    for match in _THERE.finditer(text, sentence.start, sentence.end):
        behind = [w for w in places if w.quote.end <= match.start() and (w.located or _specific(w)) and w.matches]
        last = behind[-1] if behind else told.get("there")
        if last is not None:
            named = last.stands_for or last.quote.exact
            found.append(
                Where(quote=Quote.of(text, *match.span()), matches=last.matches, located=True, stands_for=named)
            )
    for match in place_grammar().stand_in.finditer(text, sentence.start, sentence.end):
        full = told.get(match.group("head").lower())
        start = match.start("all")
        inside = any(w.quote.start <= start < w.quote.end or w.quote.start < match.end() <= w.quote.end for w in places)
        if full is not None and not inside:
            quote = Quote.of(text, start, match.end())
            found.append(Where(quote=quote, matches=full.matches, located=True, stands_for=full.quote.exact))
    return found


def remember(told: dict[str, Where], places: list[Where]) -> None:
    """Learn the head nouns of the places named ("Baghdad airport" is an airport)."""
    for where in places:
        heads = place_grammar().head.findall(where.quote.exact)
        if heads and where.matches and where.stands_for is None:
            told[heads[-1].lower()] = where
        if (where.located or _specific(where)) and where.matches and where.stands_for is None:
            told["there"] = where


def _specific(where: Where) -> bool:
    """Whether the phrase names a spot even without a word of place before it: more than a bare name."""
    return any(m.kind == "place" for m in where.matches) and len(where.quote.exact) > len(where.matches[0].words)


def place_of(clause: Clause, places: list[Where], at: int) -> Where | None:
    """The place phrase of a clause that fits an event named at offset `at` best: located, specific, close behind."""
    inside = [
        w
        for w in places
        if clause.holds(w.quote.start, w.quote.end)
        and (w.located or _specific(w))
        and not _of_speaker(clause.sentence, w, at)
    ]
    ranked = sorted(inside, key=lambda w: (not w.located, w.quote.start < at, abs(w.quote.start - at)))
    return ranked[0] if ranked else None


# "The mayor of Tillab told reporters": where the speaker holds office, and only for want of another place the event's.
_OFFICE_OF = re.compile(
    r"\b(?:mayor|governor|prefect|sheriff|bishop|archbishop|senator|administrator|commissioner|chair(?:man|woman)|"
    r"police chief|university) of (?:the )?\Z",
    re.IGNORECASE,
)


def _of_speaker(sentence: Sentence, where: Where, at: int) -> bool:
    """Whether the place is that of a speaker ("officials in Beirut said that jets struck"), not of the event at `at`.

    A place that opens the sentence ("In Beirut, officials said") may be both, and is kept.
    """
    opens = where.quote.start - sentence.start <= _FRONTED
    if where.quote.end > at or opens:
        return False
    between = sentence.words[sentence.word_at(where.quote.end) : sentence.word_at(at)]
    return any(m.payload in ("past", "s") for m in table().saying.find(between))
