"""From the network's spans to findings: each with its words, its quote, who says so and who is counted."""

import re

from annals.english.borders import beyond_border
from annals.english.page_times import is_page_time
from annals.extract.anchors import anchor_of, dates_backwards, is_chained
from annals.extract.bystanders import names_nothing, no_target
from annals.extract.event_times import of_the_hurt, reaction_time
from annals.extract.group_names import whole_group
from annals.extract.munitions import counts_acts
from annals.extract.period_tolls import of_enemy
from annals.extract.said import speaker_at
from annals.extract.trained.events import Event, Figure, Story
from annals.extract.trained.spans import Span
from annals.extract.volleys import after_phrase, before_phrase
from annals.extract.whereabouts import carried_to, counted_from, likened_to
from annals.extract.words import Words
from annals.model import Field, Finding, Quote

_PEOPLE: frozenset[str] = frozenset({"killed", "wounded", "missing", "abducted"})
_MUNITIONS: frozenset[str] = frozenset({"fired", "hit", "intercepted"})
_DEATHS = re.compile(r"dead|dea(?:d|th)|kill|fatal|died", re.IGNORECASE)
_HURTS = re.compile(r"wound|injur|hurt|harm|casualt", re.IGNORECASE)
_ALL = re.compile(r"casualt", re.IGNORECASE)
_REACH = 90
_BEHIND = 60
_EMPTY = re.compile(r"(?:a|an|the|at|and|of|his|her|their|its|in|on|by|or|\W)*", re.IGNORECASE)
_NO_PEOPLE = re.compile(
    r"\s+(?:(?:gunshot|stab|bullet|shrapnel|separate|different|unrelated|deadly|fatal|recent|such)\s+){0,2}(?:wounds|shots|"
    r"gunshots|bullets|rounds|times|shootings|attacks|incidents|bombings|explosions|blasts|homes|houses|buildings|cars|"
    r"vehicles|tanks|trucks|cattle|cows|sheep|goats|camels|donkeys|horses|dogs|animals|livestock|birds)\b"
)
"""Behind a number that counts no people: "died of multiple gunshot wounds", "two separate shootings"."""
_LOCAL = re.compile(r"\b(?:local|nearby|area)\Z", re.IGNORECASE)
_HOSPITAL = re.compile(r"\s+(?:\w+\s+)?(?:hospitals?|clinics?|medical|trauma|health)\b", re.IGNORECASE)
_FREED = re.compile(
    r"[^.;,]{0,30}?\s(?:have|has|had|were|was)\s+(?:since |later |already |now )?(?:been )?(?:freed|released|rescued|"
    r"escaped|returned)\b|\s+(?:\w+\s+){0,2}(?:escaped|returned home)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of (?:them|whom|those|the (?:victims|dead|wounded|injured|casualties))\b", re.IGNORECASE)
_MORE = re.compile(r"(?:another|a further|\w+ (?:more|further|others?))\b", re.IGNORECASE)
"""Dead who are told on top of others."""
_NAME = 40
"""Characters on either side that may belong to a name."""
_NAME_BEFORE = re.compile(r"(?<![^\W_])(?:(?:[A-Z][\w'\u2019-]*|St\.|Ft\.|Mt\.) )+\Z")
_NAME_AT_END = re.compile(r"(?<![^\W_])[A-Z][\w'\u2019-]*\.?\Z")
_CALENDAR = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|April|June|July|August|September|October|November"
    r"|December)\b"
)
"""What follows a name in news English and is none of it ("in Arden Wednesday"); "March" and "May" are names too."""
_NAME_AFTER = re.compile(rf"[\w'\u2019-]*(?: (?!{_CALENDAR})[A-Z][\w'\u2019-]*)*")
_BROKEN_OFF = re.compile(
    r"(?:\A|\s)(?:an?|the|at|of|in|for|from|and|or|to|by|with|on|his|her|its|their)\Z", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_DATING = frozenset("date weekday dayword holiday month season year period ago chain".split())


def findings_of(event: Event, story: Story, words: Words) -> list[Finding]:
    """The findings of one event, in the order of the report."""
    found: list[tuple[int, Finding]] = []
    for role, span in event.parts:
        found += [(finding.quote.start, finding) for finding in _found(role, span, event, story, words)]
    return [finding for _, finding in sorted(found, key=lambda item: item[0])]


def _found(role: str, span: Span, event: Event, story: Story, words: Words) -> list[Finding]:
    if role in ("date", "time"):
        return _dates(span, event, words, loose=role == "date")
    if role in ("place", "facility"):
        return _places(role, span, words)
    if role in _PEOPLE or role == "nobody":
        return _casualties(role, span, event, story.figures[span], words)
    if role in _MUNITIONS:
        return _munitions(role, span, event, story.figures[span], words)
    quote = Quote.of(words.text, span.start, span.end)
    if role == "weapon":
        return [Finding(field="weapon", words=quote.exact, quote=quote)]
    if role in ("target", "damage", "perpetrator"):
        field: Field = role  # type: ignore[assignment]
        sentence = words.sentence_at(span.start)
        if role == "target" and sentence is not None and no_target(sentence, span.start, span.end, words.text):
            return []
        if role == "damage" and sentence is not None and names_nothing(sentence, span.start, span.end):
            return []
        if role == "perpetrator" and sentence is not None and not sentence.title:
            quote = Quote.of(words.text, span.start, whole_group(words.text, span.start, span.end, sentence.end))
        return [Finding(field=field, words=quote.exact, quote=quote, speaker=voice(span.start, words))]
    return []


def _dates(span: Span, event: Event, words: Words, *, loose: bool) -> list[Finding]:
    found = []
    if is_page_time(words.text, span.start, span.end):
        return []
    times = [t for t in words.times(span.start, span.end) if t.kind in _DATING]
    for time in times:
        if is_page_time(words.text, time.start, time.end):
            continue
        quote = Quote.of(words.text, time.start, time.end)
        sentence = words.sentence_at(time.start)
        if sentence is not None and (
            reaction_time(sentence, time, words.text) or of_the_hurt(words.text, sentence.start, time.start)
        ):
            continue
        # "Two days after rockets struck": the rockets are dated backwards, by what came after them.
        backwards = sentence is not None and any(
            dates_backwards(time, m.start, sentence, words.text) for m in event.mentions
        )
        anchor = anchor_of(time, words.page, backwards=backwards) if is_chained(time) else None
        found.append(Finding(field="date", words=quote.exact, quote=quote, anchor=anchor, backwards=backwards))
    if not times and loose:
        quote = Quote.of(words.text, span.start, span.end)
        found.append(Finding(field="date", words=quote.exact, quote=quote))
    return found


def _places(role: str, span: Span, words: Words) -> list[Finding]:
    start, end = _whole_name(span, words.text) if role == "place" else (span.start, span.end)
    found = [
        Finding(field="place", words=w.quote.exact, quote=w.quote, anchor=w.stands_for)
        for w in words.places(start, end)
    ]
    quote = Quote.of(words.text, start, end)
    sentence = words.sentence_at(start)
    if sentence is not None and any(
        elsewhere(words.text, sentence.start, start)
        for elsewhere in (carried_to, likened_to, counted_from, beyond_border)
    ):
        return []
    if not found and role == "place" and any(letter.isupper() for letter in quote.exact):
        found.append(Finding(field="place", words=quote.exact, quote=quote))
    hit = sentence is None or not no_target(sentence, start, end, words.text)
    if role == "facility" and hit and not any(f.quote.exact == quote.exact for f in found):
        found.append(Finding(field="target", words=quote.exact, quote=quote))
    return found


def _whole_name(span: Span, text: str) -> tuple[int, int]:
    """Where the capitalised words run that a span lies in: the network may find but a half of a name."""
    start, end = span.start, span.end
    if text[max(0, start - 2) : end + 4].isupper():
        return start, end  # a headline in capitals has no names to be told apart
    if text[start : start + 1].isupper():
        before = _NAME_BEFORE.search(text, max(0, start - _NAME), start)
        start = before.start() if before else start
    if _NAME_AT_END.search(text, start, end):
        after = _NAME_AFTER.match(text, end, end + _NAME)
        end = after.end() if after else end
    return start, end - len("'s") if text[start:end].endswith(("'s", "\u2019s")) else end


def _casualties(role: str, span: Span, event: Event, figure: Figure, words: Words) -> list[Finding]:
    text = words.text
    if _counts_none(span, words):
        return []
    stretch = _completed(span, words) if role in _PEOPLE else (span.start, span.end)
    if stretch is None:
        return []
    start, end = stretch
    if any(p.number_end <= start and end < p.end for p in words.people(start, end)):
        # "Seven of the 12 hostages": the second number is the whole of which the first is told.
        return []
    exact = text[start:end]
    if _EMPTY.fullmatch(exact) or _NO_PEOPLE.match(text, end) or (_LOCAL.search(exact) and _HOSPITAL.match(text, end)):
        return []
    if role == "abducted" and _FREED.match(text, end):
        return []
    fields: list[Field] = [_word_beside(role, start, end, words)] if role != "nobody" else []  # type: ignore[arg-type]
    quote = _quote(span, event, words)
    quote = Quote.of(text, min(start, quote.start), max(end, quote.end))
    if role == "nobody":
        around = exact if _DEATHS.search(exact) or _HURTS.search(exact) else quote.exact
        # "Nobody was hurt" tells of no wounded; that nobody died is left to the words that say so.
        if _DEATHS.search(around) or _ALL.search(around):
            fields.append("killed")
        if _HURTS.search(around):
            fields.append("wounded")
    group = _group(span, figure, words)
    by = _counter(figure, text)
    return [
        Finding(
            field=field,
            words=exact,
            quote=quote,
            group=group,
            part=figure.status == "part"
            or of_enemy(start, text)
            or (field == "killed" and bool(_MORE.match(exact)))
            or bool(_OF_THEM.match(text, end))
            or (role == "nobody" and " of " in exact),
            speaker=by or voice(span.start, words),
        )
        for field in fields
    ]


def _counter(figure: Figure, text: str) -> str | None:
    """Who counted, by the network; None where its words break off ("medical staff at a")."""
    if figure.by is None:
        return None
    words = text[figure.by.start : figure.by.end]
    return None if _BROKEN_OFF.search(words) else words


def _word_beside(role: Field, start: int, end: int, words: Words) -> Field:
    """What the number counts by the word right beside it ("kill nine, kidnap 30", "35 hurt"), else by the network."""
    sentence = words.sentence_at(start)
    if sentence is None:
        return role
    for cue in sentence.harm:
        verb = cue.end < start and cue.payload.role == "active" and words.text[cue.end : start].isspace()
        state = cue.start > end and cue.payload.role in ("states", "nouns") and words.text[end : cue.start].isspace()
        if verb or state:
            field: Field = cue.payload.field  # type: ignore[assignment]
            return field if field in _PEOPLE else role
    return role


def _completed(span: Span, words: Words) -> tuple[int, int] | None:
    """The span with the beginning of the number that it cuts ("400" of "more than 400"), else of the phrase.

    None where it has only the beginning: then the network does not take the number itself for a figure.
    """
    whole = [(n.start, n.end) for n in words.numbers(span.start, span.end)]
    if any(end > span.end for _, end in whole):
        return None
    if not whole and span.label != "nobody":
        # "worker" of "an aid worker".
        whole = [(p.start, p.end) for p in words.people(span.start, span.end) if p.number_end == p.end and not p.none]
    starts, ends = zip(*whole, (span.start, span.end), strict=True)
    return min(starts), max(ends)


def _counts_none(span: Span, words: Words) -> bool:
    """Whether the words hold a number that counts nobody: an age, a year, a calibre."""
    return bool(_DIGIT.search(words.text, span.start, span.end)) and not words.numbers(span.start, span.end)


def _group(span: Span, figure: Figure, words: Words) -> str | None:
    """Who is counted: the words linked to the figure, else what follows the number in its phrase."""
    text = words.text
    if figure.of is not None and not (figure.of.start < span.end and figure.of.end > span.start):
        return text[figure.of.start : figure.of.end]
    for people in words.people(span.start, span.end):
        if people.number_end >= span.end and people.end > people.number_end and not people.none:
            return text[people.number_end : people.end].strip(" ,") or None
    return None


def _munitions(role: str, span: Span, event: Event, figure: Figure, words: Words) -> list[Finding]:
    text = words.text
    weapons = words.weapons(span.start, min(len(text), span.end + _REACH // 2))
    if weapons and counts_acts(text, weapons[0]):
        return []
    group = text[weapons[0].start : weapons[0].end] if weapons else None
    by = _counter(figure, text)
    return [
        Finding(
            field=field,
            words=text[span.start : span.end],
            quote=_quote(span, event, words),
            group=group,
            speaker=by or voice(span.start, words),
        )
        for field in _fates(role, span, words, told=bool(weapons))  # type: ignore[arg-type]
    ]


def _fates(role: Field, span: Span, words: Words, *, told: bool) -> tuple[Field, ...]:
    """What the number says, by the verb beside it: "intercepted eight" and "two jammed" count what was stopped.

    "170 drones were shot down" counts those that were fired too, where the network takes it so and a weapon is `told`.
    """
    sentence = words.sentence_at(span.start)
    if sentence is None:
        return (role,)
    before = before_phrase(words.text[max(sentence.start, span.start - _BEHIND) : span.start])
    if before == "intercepted":
        return ("intercepted",)
    after = after_phrase(words.text[span.end : min(sentence.end, span.end + _REACH)])
    if before is None and after == "intercepted":
        return ("intercepted", role) if told and role == "fired" else ("intercepted",)
    return (role,)


def _quote(span: Span, event: Event, words: Words) -> Quote:
    """The stretch from the figure to the nearest word of the event in its sentence."""
    sentence = words.sentence_at(span.start)
    low, high = (sentence.start, sentence.end) if sentence is not None else (span.start, span.end)
    near = [m for m in event.mentions if m.start >= low and m.end <= high]
    if not near:
        return Quote.of(words.text, span.start, span.end)
    mention = min(near, key=lambda m: abs(m.start - span.start))
    return Quote.of(words.text, min(span.start, mention.start), max(span.end, mention.end))


def voice(offset: int, words: Words) -> str | None:
    """Who speaks at an offset; None is the report's own voice."""
    sentence = words.sentence_at(offset)
    return speaker_at(words.said()[sentence.index], offset) if sentence is not None else None


def words_at(finding: Finding) -> tuple[int, int]:
    """Where a finding's words stand; the whole quote where it has none."""
    at = finding.quote.exact.find(finding.words) if finding.words else -1
    if at < 0:
        return finding.quote.start, finding.quote.end
    return finding.quote.start + at, finding.quote.start + at + len(finding.words)
