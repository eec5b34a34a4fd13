"""What `tempo` answers: frozen values. Days are YYYY-MM-DD, inclusive; None is unknown or open, 0 is none."""

from typing import Literal

import msgspec

Grouping = Literal["actor", "place", "weapon"]
GROUPINGS: tuple[Grouping, ...] = ("actor", "place", "weapon")
LEVEL = 0.9
"""Of every interval: the share of repetitions in which it holds the true value."""


class Range(msgspec.Struct, frozen=True, kw_only=True):
    """From low to high, both included."""

    low: int
    high: int


class Interval(msgspec.Struct, frozen=True, kw_only=True):
    """A 90 % interval of an estimate."""

    low: float
    high: float


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Days that the ledger's reports cover without a long break."""

    start: str
    end: str
    days: int
    reports: int
    """Reports that speak for it; 0 where a person said what is covered."""


class Week(msgspec.Struct, frozen=True, kw_only=True):
    """One week, Monday to Sunday, of which at least one day is covered."""

    start: str
    """Its Monday."""
    covered_days: int
    """1 to 7; events on other days are not counted here."""
    count: Range
    """What dates leave open: incidents that were surely in these days, and those that may have been."""
    rate: Interval
    """What chance leaves open: the exact Poisson interval (Garwood) for events a week, from the lower end at the lowest
    count to the upper end at the highest."""


class Sum(msgspec.Struct, frozen=True, kw_only=True):
    """Weeks taken together."""

    weeks: float
    """Covered days divided by 7."""
    count: Range
    rate: Interval
    """Events a week, as in `Week`."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change of the rate."""

    day: str
    """First day of the week from which on the new rate most probably was."""
    earliest: str
    """The change lies from here to `latest` with 90 % probability, given that there are so many changes."""
    latest: str


class Era(msgspec.Struct, frozen=True, kw_only=True):
    """A part between the likeliest places of the changes."""

    start: str
    end: str
    count: Range
    rate: Interval
    """Events a week, as in `Week`. It takes the places of the changes as known."""


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """Whether and when the rate changed, in the covered stretch with the most incidents."""

    state: Literal["too_few", "steady", "changed"]
    reason: str
    """One sentence or two that a person can read."""
    stretch: Stretch | None
    steady: float | None
    """Probability that the rate never changed; None where there is too little to conclude from."""
    changes: tuple[Change, ...] = ()
    eras: tuple[Era, ...] = ()


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter of the process, with its 90 % interval."""

    best: float
    low: float | None
    """None: no lower end within what is looked at."""
    high: float | None
    """None: no upper end within what is looked at."""


class Excitation(msgspec.Struct, frozen=True, kw_only=True):
    """The self-exciting process, in the covered stretch with the most incidents. Parameters are None where refused."""

    state: Literal["too_few", "steady", "stepwise", "self_exciting"]
    """steady: a steady rate explains the days as well; stepwise: a rate that changed in steps does."""
    reason: str
    stretch: Stretch | None
    baseline: Parameter | None = None
    """Founders a week: events that no other event of the ledger brought forth."""
    branching: Parameter | None = None
    """Events that one event brings forth on average, from 0 to below 1."""
    lag: Parameter | None = None
    """Days from an event to those that it brings forth, on average; from 0.25 to 30."""
    gain: float | None = None
    """Twice the gain in log-likelihood over a steady rate."""
    aic: dict[str, float] = {}
    """Akaike's criterion of three accounts of the same days, lower is better: steady, steps, self_exciting. Up to a
    constant that is the same for all."""


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """The incidents of the question, or of one actor, place or weapon among them, over time."""

    key: str | None
    """Id or name of the actor, place or weapon; None for all incidents, or where none is told."""
    name: str | None
    incidents: int
    """All of them, also the undated and those outside of what is covered."""
    exact: int
    """Known to one day."""
    spread: int
    """Known to several days, both ends known."""
    open: int
    """One end of their days is not known."""
    undated: int
    outside: int
    """Dated, and surely outside of what is covered: recalled from before, mostly."""
    weeks: tuple[Week, ...]
    """In order; weeks that are not covered are left out, and are no zeros."""
    total: Sum | None
    """None where nothing is covered."""
    changes: Changes
    excitation: Excitation


class Volley(msgspec.Struct, frozen=True, kw_only=True):
    """How many munitions one incident's reports say were fired, by one kind of weapon."""

    incident_id: str
    title: str
    start: str | None
    end: str | None
    weapon: str | None
    name: str | None
    calibre_mm: float | None
    low: int | None
    best: int | None
    high: int | None


class VolleyYear(msgspec.Struct, frozen=True, kw_only=True):
    """The volleys of one kind of weapon whose year is known, in one year."""

    year: int
    weapon: str | None
    volleys: int
    """Incidents with a number fired."""
    silent: int
    """Incidents with this weapon for which no number is told."""
    smallest: int | None
    """Lowest of the low ends that are known."""
    median: float | None
    """Of the best figures; None where fewer than five have one."""
    largest: int | None
    """Highest of the high ends that are known."""
    calibres_mm: tuple[float, ...]
    """Each once, ascending."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One incident that reports tie to an earlier one as its answer. Never made from the order of dates."""

    incident_id: str
    title: str
    to: str
    """Id of the incident that it answers."""
    to_title: str
    relations: tuple[str, ...]
    """retaliation_for, response_to."""
    report_id: str
    """Report that says so, the first by id."""
    quote: str
    days: Range | None
    """Days between the two, 0 on the same day; None where a date is missing or the dates contradict the order."""
    reason: str | None
    """Why `days` is None."""


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """The time from strike to answer."""

    answers: tuple[Answer, ...]
    """By the first possible day of the answer, the undated last."""
    median: Range | None
    """Lowest and highest median that the dates allow, in days; None where fewer than five answers are dated."""
    reason: str | None
    """Why there is no median."""


class Tempo(msgspec.Struct, frozen=True, kw_only=True):
    """The course of events that a question picks. It describes what was reported, and predicts nothing."""

    level: float
    """Of all intervals, 0.9."""
    covers: tuple[Stretch, ...]
    told_covered: bool
    """Whether a person said what is covered; else it follows from when reports were published."""
    withdrawn: int
    """Records that a person marked as no incident; left out everywhere."""
    by: Grouping | None
    courses: tuple[Course, ...]
    """One of all incidents; or, by actor, place or weapon, one each, the most incidents first. With several actors an
    incident is in several courses."""
    more: int
    """Further actors, places or weapons, left out."""
    volleys: tuple[Volley, ...]
    """By first possible day, the undated last."""
    volley_years: tuple[VolleyYear, ...]
    answers: Answers
