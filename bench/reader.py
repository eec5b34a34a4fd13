"""The trained reader on annotated documents that it never learnt from."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from annals.collect.report import report_of
from annals.extract.trained.reader import TrainedReader
from annals.reference.tables import References
from bench.intervals import bootstrap, scores
from bench.page import between, percent, table
from training.annotated import held_back, rows_of, text_for
from training.score import measured, rates

_KINDS = {
    "trigger": "event words",
    "trigger+type": "event words with type",
    "trigger+type+realis": "event words with type and realis",
    "same event": "pairs of words of one event",
    "arguments": "arguments (role and head)",
    "figures": "figures (kind and words)",
    "killed+wounded": "of these, killed and wounded",
    "stances": "stances (kind and party)",
    "stance+speaker": "stances with speaker",
    "tally": "tallies",
    "response": "responses",
    "tie": "ties",
}


def section(data: Path) -> str:
    """The table in Markdown."""
    reader = TrainedReader(References.load())
    counts: list[Counter[str]] = []
    sources: Counter[str] = Counter()
    negatives = false = 0
    for row in rows_of():
        if not held_back(row["doc"]):
            continue
        try:
            text = text_for(row, data)
        except (KeyError, OSError):
            continue
        report = report_of(text=text, raw=text.encode())
        if row["kind"] == "negative":
            negatives += 1
            false += any(
                t.realis == "actual" and t.prominence == "reported" and not t.aggregate and t.sub_event_type != "Other"
                for t in reader.read(report).tellings
            )
        counts.append(measured(row, reader.story(report)))
        sources[row["doc"].split(":")[0]] += 1
    total: Counter[str] = sum(counts, Counter())
    wrong = (
        f"{false} of {negatives} negative documents among them are read as telling an incident (an accidental "
        "shooting, of type Other, is meant to be found and not counted here)."
    )
    rows: list[list[str]] = []
    for kind, (precision, recall, f1) in rates(total).items():
        interval = between(bootstrap(counts, partial(_f1, kind), rounds=500))
        rows.append([_KINDS[kind], percent(precision / 100), percent(recall / 100), percent(f1 / 100), interval])
    told = ", ".join(f"{n} of {name}" for name, n in sorted(sources.items()))
    return f"{len(counts)} documents: {told}. {wrong}\n\n" + table(["label", "P", "R", "F1", "95 %"], rows)


def _f1(kind: str, counts: Sequence[Counter[str]]) -> float | None:
    right, said, wanted = (sum(c[f"{kind}:{part}"] for c in counts) for part in ("right", "said", "wanted"))
    return scores(right, said, wanted)[2]
