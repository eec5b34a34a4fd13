"""A chain of answers from top to bottom: an incident a row, and from each answer an arc up to what it answered."""

from textwrap import wrap

import msgspec

from annals.show.clean import printable
from annals.show.values import date_words
from annals.store.browse.shapes import Chain, Row, Tie

WIDTH = 640
MOST_ROWS = 60
"""A chain of more incidents than this is not drawn: its list is easier to follow."""
_GUTTER = 96
_ROW, _LINE, _TOP = 58, 16, 8
_IN_LINE = 74
"""Characters that a line of text holds for sure."""
_LINES = 2


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One incident of the drawing."""

    row: Row
    y: float
    """Pixel of its dot."""
    when: str
    lines: tuple[str, ...]
    """Its title, in at most two lines, cut short where it is longer."""
    here: bool
    """It is the incident whose page this is."""


class ChainArc(msgspec.Struct, frozen=True, kw_only=True):
    """One answer; equal ones that several reports assert are one arc."""

    tie: Tie
    path: str
    head: str
    """The arrow's head, at what was answered."""
    reports: int


class ChainChart(msgspec.Struct, frozen=True, kw_only=True):
    """The whole drawing."""

    steps: tuple[Step, ...]
    arcs: tuple[ChainArc, ...]
    height: int
    width: int = WIDTH
    x: int = _GUTTER
    """Pixel of the dots."""


def chain_chart(chain: Chain, here: str | None = None) -> ChainChart | None:
    """Draw a chain, marking the incident of the id `here`; None where it has more than MOST_ROWS incidents."""
    if len(chain.incidents) > MOST_ROWS:
        return None
    steps = tuple(_step(row, number, here) for number, row in enumerate(chain.incidents))
    at = {step.row.incident_id: step.y for step in steps}
    told: dict[tuple[str, str, str], list[Tie]] = {}
    for tie in chain.ties:
        told.setdefault((tie.source.incident_id, tie.target.incident_id, tie.link.relation), []).append(tie)
    arcs = tuple(_arc(ties, at[source], at[target]) for (source, target, _), ties in told.items())
    return ChainChart(steps=steps, arcs=arcs, height=_TOP + _ROW * len(steps))


def _step(row: Row, number: int, here: str | None) -> Step:
    lines = wrap(printable(row.title), _IN_LINE, max_lines=_LINES, placeholder=" …", break_on_hyphens=False)
    return Step(
        row=row,
        y=float(_TOP + _ROW * number + _LINE / 2),
        when=date_words(row.date),
        lines=tuple(lines),
        here=row.incident_id == here,
    )


def _arc(ties: list[Tie], source: float, target: float) -> ChainArc:
    rows = abs(source - target) / _ROW
    bow = min(_GUTTER - 14.0, 22 + 14 * rows)
    x = float(_GUTTER - 7)
    start, end = source - 4 if target < source else source + 4, target + 4 if target < source else target - 4
    return ChainArc(
        tie=ties[0],
        path=f"M{x:g} {start:g}C{x - bow:g} {start:g} {x - bow:g} {end:g} {x - 6:g} {end:g}",
        head=f"M{x - 8:g} {end - 4:g}L{x:g} {end:g}L{x - 8:g} {end + 4:g}z",
        reports=len({tie.link.asserted_by for tie in ties}),
    )
