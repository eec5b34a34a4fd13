"""A stated count of events, with its number, window and scope read."""

from annals.english.numbers import read_number
from annals.english.phrases import words_of
from annals.harmonise.dates import resolve_window
from annals.model import Report, StatedTally
from annals.model.claim import AccountTally
from annals.reference.tables import References
from annals.reference.things import things

_ADVERBS = {"twice": "two", "thrice": "three"}


def account_tally(tally: StatedTally, mention_ids: list[str], report: Report, references: References) -> AccountTally:
    """Read the number, the period and the scope (weapons, targets, actors, country) out of a tally's words."""
    number = read_number(_ADVERBS.get(tally.words.lower(), tally.words))
    start, end = resolve_window(tally.window, report.published) if tally.window else (None, None)
    scope = tally.what
    places = [p for p in references.gazetteer.scan(scope) if p.kind != "demonym"]
    country = next((p.country for p in places if p.country), None)
    return AccountTally(
        report_id=report.report_id,
        quote=tally.quote,
        words=tally.words,
        low=number.low if number is not None else None,
        high=number.high if number is not None else None,
        what=tally.what,
        actors=tuple(dict.fromkeys(a.entry.name for a in references.actors.scan(scope))),
        targets=tuple(dict.fromkeys(scope[m.start : m.end] for m in things().targets.find(words_of(scope)))),
        weapons=tuple(dict.fromkeys(w.kind for w in references.weapons.scan(scope))),
        place=places[0].words if places else None,
        country=country,
        start=start,
        end=end or _day(report.published),
        mentions=tuple(mention_ids[index] for index in tally.tellings),
    )


def _day(published: str | None) -> str | None:
    """The publication day: what a count "so far" reaches to. None where only a month is known."""
    return published[:10] if published is not None and len(published) >= len("2019-12-09") else None
