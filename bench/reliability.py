"""Does a pair's probability mean what it says? Of the pairs that get 0.9, nine in ten should be one event."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import mean

from annals.link.columns import candidates
from annals.link.judge import probability
from annals.link.pairs import Pairs
from annals.link.weights import shipped
from annals.model.rulings import Rulings
from annals.pipeline import trace
from annals.store.store import Store
from bench.outside import main_mention
from bench.page import percent, table

Judged = tuple[float, bool]
"""The probability that two mentions are one event, and whether they are."""
BINS = 10
_CLEAR = 50.0
"""Log-odds; what is further below even is taken as that, since the logistic has no larger numbers."""
HEADING = "## Whether probabilities mean what they say"


def section(source: Path, ledger: Path) -> str:
    """The table in Markdown; `ledger` holds the reports of `source`."""
    pairs, alone = judged(source, ledger)
    rows = [
        [f"{low:.1f} to {high:.1f}", str(len(part)), *(percent(mean(pair[n] for pair in part)) for n in (0, 1))]
        for (low, high), part in zip(pairwise(n / BINS for n in range(BINS + 1)), binned(pairs), strict=True)
        if part
    ]
    return (
        f"{HEADING}\n\nThe {len(pairs)} pairs of main mentions linking compares in gva_incidents, dev, of reports "
        "with one incident and a text of their own, by the probability that annals gives them of being one event. The "
        "weights, and the sharpness and offset by which odds become probabilities, were learnt from the train part. "
        "Expected calibration error, over ten bins of equal width: "
        f"{percent(calibration_error(pairs))}; by the odds alone {percent(calibration_error(alone))}.\n\n"
        + table(["said", "pairs", "mean said, %", "one event, %"], rows)
    )


def judged(source: Path, ledger: Path) -> tuple[list[Judged], list[Judged]]:
    """The pairs that linking compares and of which the answer is known: as shown to people, and by the odds alone."""
    rows = [json.loads(line) for line in (source / "gold.dev.jsonl").read_text(encoding="utf-8").splitlines()]
    single = [row for row in rows if len(row["incident_ids"]) == 1 and not row["noisy"]]
    incident = {row["doc_id"]: row["incident_ids"][0] for row in single}
    with Store.open(ledger, create=False) as store:
        basis = store.basis()
    given = {report.report_id: report.given_id for report in basis.reports}
    event: dict[str, str] = {}
    for account in basis.accounts:
        main, name = main_mention(account), given[account.report_id]
        if main is not None and name in incident:
            event[main.mention_id] = incident[name]
    profiles = list(trace(basis.reports, basis.accounts, []).linked.profiles)
    pairs = Pairs({profile.mention_id: profile for profile in profiles}, Rulings(()), shipped())
    known = [(left, right) for left, right in candidates(profiles) if left in event and right in event]
    same = [event[left] == event[right] for left, right in known]
    shown = [pairs.explain(*pair).probability for pair in known]
    alone = [probability(max(-_CLEAR, pairs.odds(*pair))) for pair in known]
    return list(zip(shown, same, strict=True)), list(zip(alone, same, strict=True))


def calibration_error(pairs: Sequence[Judged]) -> float:
    """How far, on average over pairs, the mean probability of a bin is from its share of pairs that are one event.

    >>> calibration_error([(0.9, True), (0.9, True), (0.1, False), (0.1, True)])
    0.25
    """
    off = sum(abs(sum(p for p, _ in part) - sum(s for _, s in part)) for part in binned(pairs))
    return round(off / max(1, len(pairs)), 12)


def binned(pairs: Sequence[Judged]) -> list[list[Judged]]:
    """The pairs by their probability, in bins of equal width; 1.0 is in the last."""
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for pair in pairs:
        bins[min(BINS - 1, int(pair[0] * BINS))].append(pair)
    return bins
