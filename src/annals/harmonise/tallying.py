"""A stated count of events, with its number, window and scope read."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from annals.english.numbers import read_number
from annals.harmonise.tally_windows import Days, told_time, window_days
from annals.model import DateValue, Finding, Mention, PlaceValue, Report, StatedTally, WeaponValue
from annals.model.claim import AccountTally, ImpliedScope
from annals.model.dating import Dating
from annals.model.days import iso, ordinal
from annals.model.values import Value
from annals.reference.tables import References

T = TypeVar("T")
_ADVERBS = {"twice": "two", "thrice": "three"}
_EVENTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), kind)
    for pattern, kind in (
        (r"kidnap\w*|abduct\w*|hostage-takings?", "Abduction/forced disappearance"),
        (r"air ?-?(?:strikes?|raids?|attacks?)|drone (?:strikes?|attacks?)|air bombardments?", "Air/drone strike"),
        (
            r"(?:rocket|missile|mortar) (?:attacks?|strikes?|fire|barrages?)|shell(?:ings?|ed)|bombardments?",
            "Shelling/artillery/missile attack",
        ),
        (r"suicide (?:bombings?|attacks?|blasts?)", "Suicide bomb"),
        (r"rapes?|sexual assaults?", "Sexual violence"),
        (r"lootings?|arsons?", "Looting/property destruction"),
    )
)
_DEADLY = re.compile(
    r"\b(?:murders?|homicides?|femicides?|killings?|assassinat\w+|massacres?|executions?|lynchings?|beheadings?|"
    r"(?:fatal|deadly)\s+[\w-]+|killed|murdered|gunned down)\b",
    re.IGNORECASE,
)
_SHOOT = re.compile(r"\b(?:shootings?|gunned down|shot)\b", re.IGNORECASE)
_WEEK = 7


def account_tally(
    tally: StatedTally,
    mentions: Sequence[Mention],
    report: Report,
    references: References,
    value_of: Callable[[Finding], Value | None],
) -> AccountTally:
    """Read the number, the period and the scope out of a tally's words.

    What the words leave open is taken over from the event that the count is told of, and marked as implied: its country
    where no place is told, its kind and weapons where events like it are counted.

    Args:
        tally: as the reader found it.
        mentions: those that it is told of.
        report: which states it.
        references: the tables.
        value_of: the value of a finding of this report.
    """
    number = None if tally.form == "most" else read_number(_ADVERBS.get(tally.words.lower(), tally.words))
    low, high = (number.low, number.high) if number is not None else (None, None)
    if tally.form == "first":
        low = high = 1
    actual = [m for m in mentions if m.realis == "actual"]
    implied: list[ImpliedScope] = []
    place, country = _where(tally, references, value_of)
    if country is None and place is None:
        country = _one({v.country for v in _values(actual, PlaceValue) if v.country})
        implied += ["place"] if country is not None else []
    events = tuple(dict.fromkeys(kind for pattern, kind in _EVENTS if pattern.search(tally.named)))
    weapons = _weapons(tally, references)
    if tally.like and not events and not weapons:
        events = tuple(sorted({m.sub_event_type for m in actual if m.sub_event_type != "Other"}))
        weapons = tuple(sorted({v.kind for v in _values(actual, WeaponValue) if v.kind}))
        implied += ["kind"] if events or weapons else []
    elif tally.like and tally.form == "first":
        implied += ["kind"]  # what is told of it may be narrower than its weapon: a calibre, a model
    told = AccountTally(
        report_id=report.report_id,
        quote=tally.quote,
        words=tally.words,
        form=tally.form,
        low=low,
        high=high,
        what=tally.what,
        events=events,
        deadly=tally.deadly or bool(_DEADLY.search(tally.named)),
        actors=_names(tally, references),
        targets=tuple(dict.fromkeys(f.words for f in tally.parts if f.field == "target")),
        weapons=weapons,
        place=place,
        country=country,
        window=f"{tally.window} {tally.anchor}" if tally.window and tally.anchor else tally.window,
        implied=tuple(implied),
        mentions=tuple(m.mention_id for m in mentions),
    )
    day = _day(report.published)
    return told if day is None else windowed(told, (day, day), mentions)


def dated_tally(tally: AccountTally, dating: Dating, mentions: Sequence[Mention]) -> AccountTally:
    """The count with its window read anew, for a report whose day of publication was worked out."""
    if tally.end is not None or dating.start is None or dating.end is None:
        return tally
    return windowed(tally, (dating.start, dating.end), [m for m in mentions if m.mention_id in tally.mentions])


def windowed(tally: AccountTally, published: tuple[str, str], mentions: Sequence[Mention]) -> AccountTally:
    """The count with the days that its period covers, for the first and the last possible day of publication.

    An ordinal counts up to the event that it is told of, anything else up to publication.
    """
    spans: list[Days] = [_window(tally, day) for day in published]
    starts = [start for start, _ in spans if start is not None]
    ends = [end for _, end in spans if end is not None]
    start = min(starts) if len(starts) == len(spans) else None
    end = min(max(ends), published[1]) if ends else published[1]
    if start is not None and (ordinal(max(starts)) or 0) - (ordinal(start) or 0) > _WEEK:
        start = None
    if tally.form in ("ordinal", "first"):
        days = [v.end for m in mentions for v in _values([m], DateValue) if v.start and v.end]
        last = max(days) if days else None
        if last is not None and (start is None or start <= last) and last <= end:
            end = last
    afresh = None
    if tally.form in ("first", "most") and tally.window:
        _, told = told_time(tally.window, published[1])
        behind = ordinal(told)
        afresh = iso(behind + 1) if behind is not None and told is not None and told < end else None
    return msgspec.structs.replace(tally, start=start, end=end, afresh=afresh)


def _window(tally: AccountTally, published: str) -> Days:
    if not tally.window:
        return None, published
    return window_days(tally.window, published, number=tally.low)


def _where(
    tally: StatedTally, references: References, value_of: Callable[[Finding], Value | None]
) -> tuple[str | None, str | None]:
    """The place that limits the count, and its country; of several the first that is no whole country, else that."""
    values = [value for f in tally.parts if f.field == "place" if isinstance(value := value_of(f), PlaceValue)]
    known = [value for value in values if value.country]
    narrow = [value for value in known if value.kind != "country" and value.precision != "country"]
    if narrow:
        return narrow[0].name, narrow[0].country
    if known:
        return None, known[0].country
    lands = (match.country for f in tally.parts if f.field == "place" for match in references.gazetteer.scan(f.words))
    people = next((land for land in lands if land), None)
    if people is not None:
        return None, people
    named = [value for value in values if value.name]
    return (named[0].name, None) if named else (None, None)


def _weapons(tally: StatedTally, references: References) -> tuple[str, ...]:
    kinds = [w.kind for f in tally.parts if f.field == "weapon" for w in references.weapons.scan(f.words)]
    if not kinds and _SHOOT.search(tally.named):
        kinds = ["firearm"]
    return tuple(dict.fromkeys(kinds))


def _names(tally: StatedTally, references: References) -> tuple[str, ...]:
    """Names of parties as the table has them, else as the report has them."""
    found = []
    for finding in tally.parts:
        if finding.field == "perpetrator":
            known = [match.entry.name for match in references.actors.scan(finding.words)]
            found += known or [finding.words]
    return tuple(dict.fromkeys(found))


def _values(mentions: Sequence[Mention], shape: type[T]) -> list[T]:
    return [claim.value for mention in mentions for claim in mention.claims if isinstance(claim.value, shape)]


def _one(values: set[str]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def _day(published: str | None) -> str | None:
    """The publication day; None where only a month is known."""
    return published[:10] if published is not None and len(published) >= len("2019-12-09") else None
