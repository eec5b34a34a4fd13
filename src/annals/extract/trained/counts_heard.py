"""The counts of events that the network hears, joined with those that the rules read."""

from collections.abc import Mapping, Sequence

from annals.extract.page import Page
from annals.extract.tallies import tallies_of
from annals.extract.trained.spans import Span
from annals.model import StatedTally

SURE = 0.7
"""A count that the rules do not read is one where the network is so sure of its words: of ten such, nine are."""


def counts_heard(
    page: Page, counted: Mapping[int, list[StatedTally]], spans: Sequence[Span]
) -> dict[int, list[StatedTally]]:
    """The counts by sentence, with those that only the network hears; `spans` are its own."""
    found = dict(counted)
    sure = [(span.start, span.end) for span in spans if span.score >= SURE]
    for sentence in page.sentences if sure else ():
        here = [(start, end) for start, end in sure if sentence.start <= start < sentence.end]
        if here and (told := tallies_of(sentence, "", page.text, found.get(sentence.index - 1, ()), here)):
            found[sentence.index] = told
    return found
