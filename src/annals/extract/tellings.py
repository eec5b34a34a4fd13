"""From a draft to a telling: its type, prominence and findings, each with its speaker and hedge."""

import re

import msgspec

from annals.english.phrases import words_of
from annals.extract.anchors import anchor_of, dates_backwards, is_chained
from annals.extract.attributed import StanceFinding
from annals.extract.candidates import Candidate
from annals.extract.drafts import Draft
from annals.extract.event_times import opens_sentence
from annals.extract.lexicon import table
from annals.extract.page import Page
from annals.extract.responders import without_responders
from annals.extract.said import Said, speaker_at
from annals.extract.standing import settled
from annals.extract.things import damage_of, targets_of
from annals.model import Finding, Quote, Telling
from annals.model.reading import Prominence
from annals.reference.weapons import WeaponTable

_LEDE = 3
VAGUE_TYPES = ("Attack", "Armed clash", "Disrupted weapons use", "Looting/property destruction")
"""What words of violence mean where nothing better is told."""
# What may come on top of a killing without being what the event is known for.
_BESIDES = ("Abduction/forced disappearance", "Sexual violence")
_HEDGE_REACH = 40
_COUNTS = frozenset({"killed", "wounded", "missing", "abducted", "fired", "hit", "intercepted"})


def telling_of(
    draft: Draft,
    page: Page,
    said: dict[int, list[Said]],
    stances: list[StanceFinding],
    *,
    first: bool,
    weapons: WeaponTable,
) -> Telling:
    """Gather all that the draft's clauses say of the event."""
    main = _naming(draft)
    sentence = main.clause.sentence
    found: list[Finding] = []
    for member in draft.members:
        found += _of_member(member, page, said.get(member.clause.sentence.index, []))
    found += [hedged(s.finding, page.text) for s in stances]
    return Telling(
        trigger=main.trigger,
        sentence=Quote.of(page.text, sentence.start, sentence.end),
        sub_event_type=_sub_type(draft, weapons, found),
        realis=draft.realis,  # type: ignore[arg-type]
        prominence=_prominence(draft, first=first),
        aggregate=draft.aggregate or _nameless(draft),
        findings=tuple(once(settled(without_responders(found, page), page))),
    )


def _nameless(draft: Draft) -> bool:
    """Whether a passing mention has no day, place or figure by which it could be known again."""
    early = any(m.clause.sentence.title or m.clause.sentence.index <= _LEDE for m in draft.members)
    known = draft.when.said or draft.when.chain or any(m.kind == "place" for w in draft.wheres for m in w.matches)
    counted = any(f.field in _COUNTS for m in draft.members for f in m.findings)
    return not (early or known or counted)


def _naming(draft: Draft) -> Candidate:
    """The clause that names the event best: a sure noun, the earliest."""
    return min(draft.members, key=lambda c: (not (c.noun and c.types), not c.types, not c.noun, c.at))


def _prominence(draft: Draft, *, first: bool) -> Prominence:
    sentences = {m.clause.sentence.index for m in draft.members}
    early = any(m.clause.sentence.title or m.clause.sentence.index <= _LEDE for m in draft.members)
    if draft.when.back:
        return "recalled"
    return "reported" if first or early or len(sentences) > 1 else "recalled"


def _of_member(member: Candidate, page: Page, said: list[Said]) -> list[Finding]:
    text, clause = page.text, member.clause
    found: list[Finding] = []
    # "Two days after a bomb killed nine, gunmen shot an elder": the words date both, the bomb backwards.
    ahead = [t for t in clause.sentence.times if opens_sentence(clause.sentence, t, text)] if not member.times else []
    times = member.times or [t for t in ahead if dates_backwards(t, member.at, clause.sentence, text)]
    for time in times:
        quote = Quote.of(text, time.start, time.end)
        backwards = dates_backwards(time, member.at, clause.sentence, text)
        anchor = anchor_of(time, page, backwards=backwards) if is_chained(time) else None
        found.append(Finding(field="date", words=quote.exact, quote=quote, anchor=anchor, backwards=backwards))
    if member.where is not None:
        where = member.where
        found.append(Finding(field="place", words=where.quote.exact, quote=where.quote, anchor=where.stands_for))
    found += member.findings
    found += targets_of(clause, member.at, text)
    found += damage_of(clause, text)
    return [hedged(_spoken(finding, said), text) for finding in found]


def _spoken(finding: Finding, said: list[Said]) -> Finding:
    speaker = finding.speaker or speaker_at(said, finding.quote.start)
    return msgspec.structs.replace(finding, speaker=speaker)


# Hedges of a number, and what nobody claimed: they leave no doubt of who did it.
_OF_NUMBERS = frozenset(
    (
        "as many as,up to,at least,about,around,some,approximately,nearly,almost,more than,over,roughly,an estimated,"
        "close to,claimed"
    ).split(",")
)


def hedged(finding: Finding, text: str) -> Finding:
    """Note the hedging word inside a count's quote or shortly before a quote, within its sentence."""
    if finding.hedge is not None:
        return finding
    lexicon = table()
    start = max(0, finding.quote.start - _HEDGE_REACH)
    lead = re.split(r"[.;!?\n]", text[start : finding.quote.start])[-1]
    stretch = finding.words if finding.field in _COUNTS else ""
    for words in (stretch, lead if finding.field in _COUNTS or finding.field == "perpetrator" else ""):
        matches = list(lexicon.hedges.find(words_of(words)))
        if finding.field == "perpetrator":
            matches = [m for m in matches if words[m.start : m.end].lower() not in _OF_NUMBERS]
        if matches:
            return msgspec.structs.replace(finding, hedge=words[matches[-1].start : matches[-1].end])
    return finding


def _sub_type(draft: Draft, weapons: WeaponTable, found: list[Finding]) -> str:
    """The type that the words name; of several the most specific; generic words take that of the first weapon."""
    besides = _BESIDES if any(f.field == "killed" for f in found) else ()
    first = draft.members[0].types
    ranked = [t for m in draft.members for t in sorted(m.types) if t not in besides or t in first]
    specific = [t for t in ranked if t not in VAGUE_TYPES]
    if "Suicide bomb" in {kind for m in draft.members for kind in m.arms} and specific[:1] == [
        "Remote explosive/landmine/IED"
    ]:
        return "Suicide bomb"
    if specific:
        return max(dict.fromkeys(specific), key=lambda t: (specific.count(t), -specific.index(t)))
    kinds = [w.kind for f in found if f.field == "weapon" for w in weapons.scan(f.words)]
    for kind in kinds:
        by_weapon = weapons.sub_event_type(kind)
        if by_weapon is not None and by_weapon not in ("Armed clash", "Attack"):
            return by_weapon
    ranked += [h for member in draft.members for h in sorted(member.hints)]
    if ranked:
        return ranked[0]
    if not besides and any(f.field == "abducted" for f in found):
        return "Abduction/forced disappearance"
    word = draft.members[0].trigger.exact.lower()
    return "Remote explosive/landmine/IED" if re.search(r"explo|blast|deton|blew|bomb", word) else "Attack"


def once(found: list[Finding]) -> list[Finding]:
    """Leave out repetitions: the same field said in the same words by the same speaker."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for finding in found:
        key: tuple[object, ...] = (
            finding.field,
            finding.words.lower(),
            finding.group,
            finding.stance,
            finding.speaker,
            finding.part,
        )
        if finding.field in ("date", "place", "weapon", "target", "damage"):
            key = (finding.field, finding.words.lower())
        if key not in seen:
            seen.add(key)
            kept.append(finding)
    return kept
