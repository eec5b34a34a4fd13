"""The page on accuracy."""

from collections.abc import Callable
from itertools import chain
from pathlib import Path

from annals.reference.tables import References
from bench import (
    course,
    gold_lists,
    gold_places,
    gold_tallies,
    gold_ties,
    gold_words,
    known_groups,
    outside,
    publication,
    reader,
    reliability,
    undated,
    voices,
    whole_records,
)
from bench.intervals import wilson
from bench.page import between, head, percent, table


def page(data: Path, folder: Path, tell: Callable[[str], None]) -> str:
    """Measure on what lies in `data`, and write the page; what is built on the way goes to `folder`."""
    opening = head("Accuracy")
    tell("whole records")
    whole = whole_records.section(data, folder)
    tell("reports without their dates")
    whole += "\n" + publication.section(data)
    whole += "\n" + undated.section()
    tell("the trained reader")
    trained = reader.section(data)
    tell("phrases")
    phrases = _lists()
    tell("who says who did it")
    said = voices.section()
    tell("yardsticks made by others")
    yardsticks = outside.section(data, folder)
    gva = data / "gva_incidents"
    meant = ""
    if gva.is_dir():
        yardsticks += "\n" + known_groups.section(gva)
        meant = "\n" + reliability.section(gva, outside.gva_ledger(gva, folder))
    tell("the course of events")
    return f"""{opening}
{_INTRODUCTION}
## Whole records

{_WHOLE}
{whole}
## The trained reader

{_READER}
{trained}
## Single phrases

{_PHRASES}
{phrases}
{said}
## Reports and records made by others

{_OUTSIDE}
{yardsticks}{meant}
{course.section()}"""


def _lists() -> str:
    rows, abouts, wrong = [], [], []
    places = gold_places.marked(References.load())
    lists = (gold_lists, gold_words, gold_tallies, gold_ties)
    for marked in chain(*(made.marked() for made in lists), [places]):
        abouts.append(f"- **{marked.name}**: {marked.about}\n")
        for part, (right, whole) in marked.parts.items():
            share, interval = (right / whole, wilson(right, whole)) if whole else (None, None)
            rows.append([marked.name, part, f"{right}/{whole}", percent(share), between(interval)])
        wrong += [f"- {marked.name}: {fault}\n" for fault in marked.wrong]
    cases = table(["list", "part", "right", "%", "95 %"], rows, left=2)
    faults = "".join(wrong) or "None.\n"
    return f"{cases}\n{''.join(abouts)}\nEvery wrong case:\n\n{faults}"


_INTRODUCTION = """\
All figures are per cent unless they are counts. P, R, F1: precision, recall and their harmonic mean. Figures in square
brackets are 95 % intervals.
"""

_WHOLE = """\
Open development sets of reports that were written for this project about publicly known incidents, scored by the
evaluator that lies beside the first two; the others are in `bench/gold`. Mistakes on all but reports_dev_b and
reports_dev_f are looked at while annals is worked on; of these two only the figures are, so that they say best how
reports of other wars and places go. reports_dev_d, _e and _f were written one after the other, each unseen when it was
first read; its README has the figures of that reading.

Intervals: pairs by drawing reports, incidents by drawing incidents (2,000 rounds each); shares (right/all) by Wilson's
formula, which takes the cases as independent and is therefore somewhat too narrow. Elsewhere n says how many cases a
figure rests on. Counts in the first column's order.
"""

_READER = """\
What the network says of documents that it never learnt from: one in five of the annotated documents, chosen by a hash
of its id. Words count as found where they overlap the annotation's and have the same label; arguments and stances by
the last word of their phrase. Two annotators agree to 88 % on the words of events and to 87 % on those of figures
(`training/agreement.md`), measured alike. These are the network's own answers; what annals reads joins them with the
rules.
"""

_PHRASES = """\
Written by the makers of annals. The halves called tuning are **tuned on**: the rules were changed until they came out
right. They guard against loss and say little about unseen phrases; the halves held back, and their first readings,
quoted from the lists below, say more. "Invented" counts what was read beside all that a list tells.
"""

_OUTSIDE = """\
Nothing was tuned on these parts. They are floors: shootings in American local news, and researchers' summaries of air
strikes, are both far from what the rules were written for.
"""
