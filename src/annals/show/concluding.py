"""What is concluded from a course of events, in words: changes of the rate, and clusters."""

from collections.abc import Iterator

from rich.text import Text

from annals.show.coursing import count_words, day_words, number_words, rate_words
from annals.show.page import paragraph, text
from annals.show.values import NOT_REPORTED
from annals.tempo.shapes import Change, Course, Excitation, Parameter, Stretch

_STATES = {
    "too_few": "too few",
    "steady": "none told",
    "changed": "changed",
    "stepwise": "none told",
    "self_exciting": "told",
}


def conclusions(course: Course, width: int | None) -> Iterator[Text]:
    """Return the two conclusions, each with its refusal or its figures."""
    changes, excitation = course.changes, course.excitation
    yield text()
    yield text(("CHANGES OF THE RATE", "bold"), _within(changes.stretch))
    yield from paragraph(text(changes.reason), width, indent=2)
    for change in changes.changes:
        yield text(f"  {change_words(change)}")
    if changes.state == "changed":
        for era in changes.eras:
            yield text(
                f"  {day_words(era.start)} to {day_words(era.end)}: {count_words(era.count)} incidents, "
                f"{rate_words(era.rate)} a week"
            )
    yield text()
    yield text(("CLUSTERS", "bold"), _within(excitation.stretch))
    yield from paragraph(text(excitation.reason), width, indent=2)
    for name, words in parameters(excitation):
        yield text(f"  {name:<44}{words}")
    if excitation.aic:
        yield text((f"  {fit_words(excitation)}", "dim"))


def short(course: Course) -> tuple[str, str]:
    """Return the two conclusions in a word or two each."""
    changes = course.changes
    told = f"{len(changes.changes)}" if changes.state == "changed" else _STATES[changes.state]
    return told, _STATES[course.excitation.state]


def change_words(change: Change) -> str:
    """Return when the rate changed, with what is left open.

    >>> change_words(Change(day="2019-10-28", earliest="2019-10-14", latest="2019-11-04"))
    'week of 28 Oct 2019; between 14 Oct 2019 and 4 Nov 2019 with 90 %'
    """
    day, early, late = (day_words(day) for day in (change.day, change.earliest, change.latest))
    if early == late:
        return f"week of {day}, with 90 %"
    return f"week of {day}; between {early} and {late} with 90 %"


def parameters(excitation: Excitation) -> Iterator[tuple[str, str]]:
    """Return what each parameter means, and its value with its interval; nothing where it is refused."""
    if excitation.baseline is None or excitation.branching is None or excitation.lag is None:
        return
    yield "founders a week, that none of these led to", parameter_words(excitation.baseline)
    yield "that one leads to, on average", parameter_words(excitation.branching, least="0", most="1")
    yield "days from one to those that it leads to", parameter_words(excitation.lag, least="<0.25", most=">30")


def parameter_words(found: Parameter, least: str = "0", most: str = "?") -> str:
    """Return a parameter with its 90 % interval; an open end is that of what is looked at.

    >>> parameter_words(Parameter(best=0.51, low=None, high=0.72))
    '0.51 (0–0.72)'
    """
    low = least if found.low is None else number_words(found.low)
    high = most if found.high is None else number_words(found.high)
    return f"{number_words(found.best)} ({low}{NOT_REPORTED}{high})"


def fit_words(excitation: Excitation) -> str:
    """Return how the three accounts compare."""
    told = ", ".join(f"{name.replace('_', '-')} {aic:g}" for name, aic in excitation.aic.items())
    return f"AIC, lower is better: {told}; twice the log-likelihood gained over a steady rate: {excitation.gain:g}"


def _within(stretch: Stretch | None) -> str:
    return "" if stretch is None else f"  in {day_words(stretch.start)} to {day_words(stretch.end)}"
