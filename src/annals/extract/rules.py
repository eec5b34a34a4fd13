"""The rule reader: lexicons and grammar, no training. The order of reading, on one page."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from annals.extract.attributed import StanceFinding
from annals.extract.candidates import Candidate, candidates_of
from annals.extract.deeds import give_voice
from annals.extract.denied import accused_only, of_the_deed, taken_back
from annals.extract.drafts import Draft
from annals.extract.grouping import group
from annals.extract.harm_figures import together
from annals.extract.headings import Heading, heading_of, under
from annals.extract.language import foreign
from annals.extract.page import Page, Sentence, lay_out
from annals.extract.responses import responses_of
from annals.extract.speakers import answering
from annals.extract.stances import stances_of
from annals.extract.tallies import looked_back_to, tallies_of
from annals.extract.tellings import telling_of
from annals.extract.tie_cues import names_answer
from annals.extract.tie_members import member_of
from annals.extract.ties import ties_of
from annals.extract.violence import looks_back, of_old, of_violence, suspect
from annals.extract.weapon_words import specific
from annals.extract.words import Words
from annals.model import Reading, Report, Response, StatedTally, Telling, Tie
from annals.reference.tables import References

if TYPE_CHECKING:
    from annals.extract.said import Said

VERSION = "1"
_FAR_BACK = 100
_NEAR = 2
_AFTER = frozenset("after following avenge avenging retaliation revenge reprisal".split())
_OBJECT = 6
_COUNTING = frozenset(
    (
        "two three four five six seven eight nine ten eleven twelve a an some several dozens scores "
        "many at more over nearly"
    ).split()
)
_FIGHTERS = frozenset(
    "terrorists militants rebels insurgents jihadists fighters guerrillas extremists bandits gunmen terrorist militant "
    "rebel insurgent jihadist fighter commander bandit".split()
)
_DENIED_DEED = re.compile(r"\bden(?:y|ies|ied)\s+(?:having\s+|it\s+|they\s+)?\Z", re.IGNORECASE)
_TOOK_PLACE = frozenset(
    ["happened", "occurred", "took place", "taken place", "dated it to", "dated the attack to", "gave the time as"]
)


@dataclass(kw_only=True)
class Notes:
    """What the sentences gave, in the order of the report."""

    words: Words
    candidates: list[Candidate] = field(default_factory=list)
    """Those that count; of `found` at first, the rules' choice."""
    found: list[Candidate] = field(default_factory=list)
    """All, also those whose words may tell of something else."""
    violent: bool = False
    """Whether anything shows that the report tells of violence at all."""
    stances: list[tuple[Sentence, StanceFinding]] = field(default_factory=list)
    counted: dict[int, list[StatedTally]] = field(default_factory=dict)
    """The stated counts by sentence, where it has some; of which report they are, and at which events, is not said."""

    def within(self, first: int, last: int) -> list[Candidate]:
        """The candidates of the sentences from `first` to `last`, both included, in order."""
        low = bisect_left(self.candidates, first, key=_sentence_of)
        return self.candidates[low : bisect_right(self.candidates, last, key=_sentence_of)]


def _sentence_of(candidate: Candidate) -> int:
    return candidate.clause.sentence.index


class RuleReader:
    """Reads with lexicons and grammar alone."""

    def __init__(self, references: References) -> None:
        """Use these tables of places, actors and weapons."""
        self._references = references

    @property
    def name(self) -> str:
        """Name and version."""
        return f"rules {VERSION}"

    def read(self, report: Report) -> Reading:
        """Find the events of an English report; a report in another language gets a note and nothing else."""
        language = foreign(report)
        if language is not None:
            return Reading(report_id=report.report_id, reader=self.name, note=f"not read: language {language}")
        reading = self.read_page(lay_out(report, self._references), report)
        return together(specific(reading, self._references.weapons), report.text)

    def read_page(self, page: Page, report: Report) -> Reading:
        """Find the events of a report that is laid out, with all words for weapons, general ones too."""
        notes = notes_of(page)
        return self.told(page, report, notes, self.grouped(notes, report))

    def grouped(self, notes: Notes, report: Report) -> list[Draft]:
        """Which of the candidates tell one event, by the rules."""
        return group(notes.candidates, self._references.gazetteer, report.published)

    def told(self, page: Page, report: Report, notes: Notes, drafts: list[Draft]) -> Reading:
        """The reading with these drafts, whoever made them; a telling for each, in their order.

        Candidates that are in none of the drafts are struck from the notes.
        """
        homes = {id(member): index for index, draft in enumerate(drafts) for member in draft.members}
        notes.candidates = [c for c in notes.candidates if id(c) in homes]
        stances, said = _give_stances(notes, drafts, homes), notes.words.said()
        tellings = tuple(
            telling_of(
                draft,
                page,
                said,
                stances.get(index, []),
                first=index == 0,
                weapons=self._references.weapons,
            )
            for index, draft in enumerate(drafts)
        )
        return Reading(
            report_id=report.report_id,
            reader=self.name,
            tellings=tellings,
            responses=_responses(page, notes, homes, report.report_id, tellings),
            ties=_ties(notes, homes, page),
            tallies=_tallies(page, notes, homes, report.report_id, tellings),
        )


def notes_of(page: Page) -> Notes:
    """Read a page's sentences, each for itself."""
    words = Words(page)
    notes = Notes(words=words)
    noise = Counter(kind for sentence in page.sentences for kind in sentence.noise)
    readable = sum(len(sentence.words) for sentence in page.sentences)
    last: Said | None = None
    found: list[Candidate] = []
    heading: Heading | None = None
    for sentence in page.sentences:
        before = last
        said = words.said()[sentence.index]
        last = said[-1] if said else answering(sentence, page.text) or last
        doubtful = suspect(sentence, noise, readable)
        here = [c for c in candidates_of(sentence, words) if not doubtful or (c.harmful and c.named)]
        heading = heading_of(sentence, page.text) or heading
        if heading is not None and heading.paragraph != sentence.paragraph:
            heading = None
        if heading is not None and here:
            under(heading, here[0], page)
            heading = None
        for candidate in here:
            give_voice(candidate, said)
            if sentence.title and _DENIED_DEED.search(page.text, sentence.start, candidate.at):
                # A headline's "denies bombing a school": what is denied is told in the report.
                candidate.realis = "denied"
        found += here
        notes.stances += [
            (sentence, stance) for stance in stances_of(sentence, said, page.text, page.sentences, before)
        ]
        if counted := tallies_of(sentence, "", page.text, notes.counted.get(sentence.index - 1, ())):
            notes.counted[sentence.index] = counted
    notes.stances = taken_back(accused_only(of_the_deed(notes.stances, page.text)), page.text)
    for candidate in found:
        if candidate.realis == "actual" and looks_back(noise, readable) and of_old(candidate):
            candidate.realis = "historical"
    notes.violent = any(c.sure and c.realis == "actual" for c in found) and of_violence(
        page, found, noise, stances=bool(notes.stances)
    )
    notes.found = found
    notes.candidates = [
        c for c in found if notes.violent and (c.sure or c.noun or c.trigger.exact.lower() in _TOOK_PLACE)
    ]
    return notes


def _give_stances(notes: Notes, drafts: list[Draft], homes: dict[int, int]) -> dict[int, list[StanceFinding]]:
    """Each stance goes to the event of its sentence, else to the one told last; one on "these attacks" to all told."""
    given: dict[int, list[StanceFinding]] = {}
    for sentence, stance in notes.stances:
        for index in _covered(sentence, stance, notes, drafts, homes):
            given.setdefault(index, []).append(stance)
    return given


def _covered(
    sentence: Sentence, stance: StanceFinding, notes: Notes, drafts: list[Draft], homes: dict[int, int]
) -> list[int]:
    here = [c for c in notes.within(sentence.index, sentence.index) if c.realis in ("actual", "denied")]
    charged = next((c for c in notes.found if c.clause.sentence is sentence and c.at == stance.at), None)
    told_before = [c for c in notes.within(max(0, sentence.index - _NEAR), sentence.index - 1) if c.realis == "actual"]
    if stance.pointing and told_before:
        return [homes[id(told_before[-1])]]
    if charged is not None and _strikes_back(charged, drafts, homes):
        # "The army said it had killed twenty terrorists" claims nothing of what the terrorists did.
        return []
    if charged is not None and not stance.collective and _other_deeds(charged):
        # They are accused of other deeds than the one told.
        return [homes[id(charged)]] if id(charged) in homes else []
    if stance.collective or (here and all(c.aggregate for c in here)):
        aggregates = [homes[id(c)] for c in here if c.aggregate]
        told = [
            n
            for n, d in enumerate(drafts)
            if d.realis == "actual"
            and not d.aggregate
            and not d.when.back
            and d.members[0].clause.sentence.index <= sentence.index
        ]
        ahead = [n for n, d in enumerate(drafts) if d.realis == "actual" and not d.aggregate and not d.when.back]
        return sorted({*aggregates, *(told if stance.collective else told[:1] or ahead[:1])})
    single = [c for c in here if not c.aggregate and c.realis == "actual"]
    if single:
        nearest = min(single, key=lambda c: abs(c.at - stance.at))
        return [homes[id(nearest)]]
    earlier = notes.within(max(0, sentence.index - _FAR_BACK), sentence.index - 1)
    before = [c for c in earlier if c.realis == "actual" and not c.aggregate]
    recent = [c for c in before if not drafts[homes[id(c)]].when.back] or before
    if recent:
        # "They fired in retaliation for the killing of a guard": who claims that claims the fire, not its cause.
        last = [c for c in recent if c.clause is recent[-1].clause]
        return [homes[id(_placed(sentence, recent, drafts, homes) or _spoken_of(last[0], recent))]]
    later = notes.within(sentence.index + 1, sentence.index + _FAR_BACK)
    return [homes[id(c)] for c in later if c.realis == "actual" and not c.aggregate][:1]


def _spoken_of(last: Candidate, told: list[Candidate]) -> Candidate:
    """The event that its sentence speaks of: of "the raid came after a bomb killed nine" the raid, not the bomb."""
    sentence = last.clause.sentence
    for other in reversed([c for c in told if c.clause.sentence is sentence and c.at < last.at]):
        if any(w.folded in _AFTER for w in sentence.words if other.trigger.end <= w.start < last.at):
            last = other
    return last


def _placed(sentence: Sentence, told: list[Candidate], drafts: list[Draft], homes: dict[int, int]) -> Candidate | None:
    """The one event told before whose place the sentence names ("in Gao, police named the gunman as X")."""
    names = {place.words for place in sentence.places}
    here = {
        homes[id(c)]
        for c in told
        if any(m.words in names for where in drafts[homes[id(c)]].wheres for m in where.matches if m.kind == "place")
    }
    if len(here) != 1:
        return None
    return next(c for c in reversed(told) if homes[id(c)] in here)


def _strikes_back(charged: Candidate, drafts: list[Draft], homes: dict[int, int]) -> bool:
    """Whether a deed done to fighters is told as more of an event that was told before as something else."""
    home = homes.get(id(charged))
    first = drafts[home].members[0] if home is not None else None
    if first is charged or (first is None and not charged.harmful):
        return False
    sentence = charged.clause.sentence
    behind = [w.folded for w in sentence.words if w.start >= charged.trigger.end]
    return (
        "there" not in behind
        and _struck(behind[:_OBJECT])
        and not (first is not None and first.clause.sentence is sentence)
    )


def _struck(words: list[str]) -> bool:
    """Whether the object that the words begin with is a number of fighters, not the attackers told before.

    >>> _struck("20 terrorists in the forest".split()), _struck("the terrorists in the forest".split())
    (True, False)
    """
    counted = words[:1] and (words[0] in _COUNTING or words[0].isdigit())
    return bool(counted) and any(word in _FIGHTERS for word in words[1:])


def _other_deeds(charged: Candidate) -> bool:
    """Whether what somebody is accused of is several deeds that are news to the reader."""
    return (charged.charged and (charged.plural or charged.aggregate)) or (charged.aggregate and not charged.definite)


def _responses(
    page: Page, notes: Notes, homes: dict[int, int], report_id: str, tellings: tuple[Telling, ...]
) -> tuple[Response, ...]:
    found: list[Response] = []
    current = next((n for n, t in enumerate(tellings) if t.realis == "actual"), None)
    here: dict[int, int] = {}
    for candidate in notes.candidates:
        if candidate.realis == "actual":
            here.setdefault(candidate.clause.sentence.index, homes[id(candidate)])
    for sentence in page.sentences:
        current = here.get(sentence.index, current)
        found += responses_of(sentence, notes.words.said()[sentence.index], report_id, page.text, current)
    return tuple(found)


def _tallies(
    page: Page, notes: Notes, homes: dict[int, int], report_id: str, tellings: tuple[Telling, ...]
) -> tuple[StatedTally, ...]:
    found: list[StatedTally] = []
    for sentence in page.sentences:
        named = sorted(
            {
                homes[id(c)]
                for c in notes.within(sentence.index, sentence.index)
                if not c.aggregate and c.realis == "actual"
            }
        )
        first = [
            n for n, t in enumerate(tellings) if t.realis == "actual" and t.prominence == "reported" and not t.aggregate
        ][:1]
        found += [
            msgspec.structs.replace(
                tally,
                report_id=report_id,
                tellings=tuple(named or first),
                anchor=looked_back_to(tally, sentence, page.sentences),
            )
            for tally in notes.counted.get(sentence.index, ())
        ]
    return tuple(found)


def _ties(notes: Notes, homes: dict[int, int], page: Page) -> tuple[Tie, ...]:
    members = [
        member_of(c, homes[id(c)], page.text)
        for c in notes.candidates
        if c.realis == "actual" and not c.aggregate and id(c) in homes and not names_answer(c.trigger.exact)
    ]
    return tuple(ties_of(members, page.sentences, page.text))
