"""A toll over time on a terminal: each figure in the order told, what replaced it, and how the record stood when."""

from collections.abc import Mapping

from rich.text import Text

from annals.model import CountValue
from annals.reconcile.course import Course, Step, Stood
from annals.show.claims import Sources
from annals.show.clean import printable
from annals.show.page import labelled, paragraph, text
from annals.show.values import published_words, range_words, value_words

_COLUMN = 14
_SIGNS = {"supports": "stands", "dissents": "dissents", "superseded": "superseded", "set_aside": "set aside"}


def course_lines(course: Course, sources: Sources, width: int | None) -> list[Text]:
    """Return the figures by publication, and the record as it stood; nothing where fewer than two are told."""
    if len(course.steps) < 2:  # noqa: PLR2004 - one figure is no course
        return []
    known = {step.claim_id: step for step in course.steps}
    lines: list[Text] = []
    for step in course.steps:
        said = text((step_words(step), "bold"), f"  {sources.number(step.report_id)}  {fate_words(step, known)}")
        lines += labelled((published_words(step.published), "cyan"), said, width, indent=2, column=_COLUMN + 2)
    if stood := stood_words(course.stood):
        lines += paragraph(text(stood), width, indent=2, hang=2)
    return lines


def stood_words(stood: tuple[Stood, ...]) -> str:
    """Return how the record stood when, "" where it never changed.

    >>> stood_words((Stood(until="2020-03-02", low=12, best=12, high=None), Stood(until="2020-03-03", low=14, best=14,
    ...     high=14)))
    'The record as it stood: ≥12 on 2 Mar 2020; 14 on 3 Mar 2020.'
    """
    if len(stood) < 2:  # noqa: PLR2004 - one state is no course
        return ""
    said = []
    for state in stood:
        best = f", best {state.best}" if state.best is not None and state.low != state.high else ""
        best = "" if state.high is None and state.best == state.low else best
        said.append(f"{range_words(state.low, state.high)}{best} on {published_words(state.until)}")
    return f"The record as it stood: {'; '.join(said)}."


def step_words(step: Step) -> str:
    """Return a figure with whom it counts."""
    return value_words(CountValue(low=step.low, high=step.high, group=step.group))


def fate_words(step: Step, known: Mapping[str, Step]) -> str:
    """Return what became of a figure: it stands, dissents, is set aside, or which other one of `known` replaced it."""
    newer = known.get(step.replaced_by or "")
    if newer is None and step.state == "superseded":
        return "taken back"
    if newer is None:
        return f"{_SIGNS[step.state]}{', a part' if step.part else ''}"
    return f"superseded by {printable(step_words(newer))}, {published_words(newer.published)}"
