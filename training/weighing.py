"""Learn what makes clauses one event, and an event an incident: `python -m training.weighing --data ../shared/data`.

Two logistic regressions over readable features (`extract/trained/likeness.py`, `counting.py`), learnt from all
annotated documents and written to `weights.toml`. Those that the network has not learnt from, the fifth held back,
count most, for on the others it is far surer than on any new report; the measure is taken on each tenth of them in
turn, with weights learnt without it. No chance is in it: the same documents, network and rules give the same weights.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from annals.collect.report import report_of
from annals.extract.trained.clusters import clusters_of
from annals.extract.trained.counting import group_features
from annals.extract.trained.likeness import features_of_words
from annals.extract.trained.nodes import SHOT, Node
from annals.extract.trained.reader import TrainedReader
from annals.extract.trained.reading import Asked
from annals.extract.trained.sharing import FEATURES, sharing
from annals.extract.trained.weighing import Features, Weights, scored, shipped
from annals.reference.tables import References
from training.annotated import held_back, own_number, rows_of, text_for
from training.documents import published_on

OUT = Path(__file__).parents[1] / "src/annals/extract/trained/weights.toml"
HEAD = """# What speaks for one event and for an incident of its own, in natural-log odds, learnt from the annotated
# documents by `python -m training.weighing`; likeness.py and counting.py say what each feature is. Written by it.
"""
PAIR_RESTRAINT, COUNT_RESTRAINT = 5.0, 8.0
"""Of the squares of the weights of standardised features."""
TRUSTED = {"rules same": 2.5, "rules other": -1.0}
"""Set by hand: the annotated documents come without their day of publication, by which the rules tell events apart."""
UNSEEN = 5.0
"""What a report that the network has not learnt from counts for beside one that it has, where it is far too sure."""
TURNS = 10
"""Into so many parts the documents held back are divided to measure."""
NEUTRAL = 0.5
"""What an event that is only recalled counts for beside one that is told as news."""
FOR = frozenset(
    (
        "score,score best,actual,actual best,type best,toll,kept,day,chain,spot,harmful,doers,rules actual,sure,named,"
        "worded,mentions,share,title,violent,violent by the network,alone,largest,has time,has place,has figure,"
        "has weapon,has perpetrator,has victim,has target"
    ).split(",")
)
AGAINST = frozenset(
    (
        "historical,denied,unreal,several,recalled,accident,unheard,rules historical,rules several,plural,noise,memory,"
        "suspect,near any,near larger,near one of larger,only network,back"
    ).split(",")
)
"""Features of an incident that can only speak for it, or against it: no chance of the sample turns them round."""
_UNREAL = ("planned", "threatened", "hypothetical", "denied")

Matrix = NDArray[np.float64]


@dataclass(kw_only=True)
class Lesson:
    """A document as the reader has it before it decides, with its annotation."""

    row: Mapping[str, Any]
    text: str
    asked: Asked
    published: str | None = None
    unseen: bool = False
    """Whether the network has not learnt from it."""

    @property
    def nodes(self) -> list[Node]:
        """Its nodes."""
        return self.asked.nodes


def lessons(data: Path) -> Iterator[Lesson]:
    """The annotated documents that are at hand."""
    reader = TrainedReader(References.load())
    for row in rows_of():
        try:
            text = text_for(row, data)
        except (KeyError, OSError):
            continue
        published = published_on(row["doc"], data)
        report = report_of(text=text, raw=text.encode(), published=published)
        yield Lesson(row=row, text=text, asked=reader.asked_nodes(report), published=published)


def kind_of(event: Mapping[str, Any], lesson: Lesson) -> str:
    """Whether an annotated event is to be an incident: "wanted", "neutral" (recalled) or "none"."""
    if event["aggregate"] or event["realis"] in _UNREAL:
        return "none"
    if event["type"] in ("accident", "self_harm") and not _by_gun(event, lesson):
        return "none"
    if event["realis"] == "historical":
        return "none" if lesson.row["kind"] == "negative" else "neutral"
    return "wanted" if event["prominence"] == "reported" else "neutral"


def _by_gun(event: Mapping[str, Any], lesson: Lesson) -> bool:
    """Whether somebody was shot: gun-violence archives count that whatever the intent was."""
    spans = [*event["triggers"], *(a["span"] for a in event["arguments"] if a["role"] == "weapon")]
    return any(SHOT.search(lesson.text[a:b]) for a, b in spans)


def truths(lesson: Lesson) -> list[tuple[int, int]]:
    """For each node the annotated event that it tells and how plainly; -1 for none."""
    found = []
    for node in lesson.nodes:
        votes: Counter[int] = Counter()
        candidate = node.candidate
        mentions = [lesson.asked.heard.mentions[i] for i in node.mentions]
        for number, event in enumerate(lesson.row["events"]):
            for start, end in event["triggers"]:
                votes[number] += 3 * (candidate.trigger.start < end and start < candidate.trigger.end)
                votes[number] += 2 * sum(m.start < end and start < m.end for m in mentions)
                votes[number] += any(c.start <= start < c.end for c in (candidate.clause, *candidate.also))
        best = max(votes.items(), key=lambda item: (item[1], -item[0]), default=(-1, 0))
        found.append(best if best[1] else (-1, 0))
    return found


def learn_same(learnt: Sequence[Lesson], held: Sequence[Lesson]) -> dict[str, float]:
    """The weights of one event.

    On documents that it learnt from the network is far surer than elsewhere. So what the rules tell is weighed on
    those, without the network, and the sum of that against the network on the others: a handful of weights.
    """
    features, holds, shares = _pairs(learnt)
    rules = fitted([_unheard(row) for row in features], holds, shares, PAIR_RESTRAINT)
    features, holds, shares = _pairs(held)
    both = [
        {"rules": scored(_unheard(row), rules), **{n: v for n, v in row.items() if n in FEATURES}} for row in features
    ]
    weights = fitted(both, holds, shares, PAIR_RESTRAINT)
    found = {name: weights["rules"] * value for name, value in rules.items()}
    found |= {name: value for name, value in weights.items() if name in FEATURES}
    return {**found, "bias": found["bias"] + weights["bias"], **TRUSTED}


def pair_features(
    nodes: Sequence[Node], left: int, right: int, said: Mapping[str, Matrix], published: str | None
) -> dict[str, float]:
    """What speaks for and against two nodes of a report being one event; `left` stands before `right`.

    `said` is what the network says of all, from `sharing`. What does not hold of the two is left out.
    """
    heard = {name: float(matrix[left, right]) for name, matrix in said.items()}
    return features_of_words(nodes, left, right, published) | {name: value for name, value in heard.items() if value}


def _unheard(features: Features) -> dict[str, float]:
    """Those that the network has no part in."""
    return {name: value for name, value in features.items() if name not in FEATURES}


def _pairs(given: Sequence[Lesson]) -> tuple[list[dict[str, float]], Matrix, Matrix]:
    """Each pair of nodes, whether it tells one event, and its share: a document's count as the root of their number."""
    features, holds, shares = [], [], []
    for lesson in given:
        gold = [n for n, _ in truths(lesson)]
        pairs = [(i, j) for i in range(len(gold)) for j in range(i + 1, len(gold)) if gold[i] >= 0 and gold[j] >= 0]
        said = sharing(lesson.nodes, lesson.asked.same)
        for i, j in pairs:
            features.append(pair_features(lesson.nodes, i, j, said, lesson.published))
            holds.append(gold[i] == gold[j])
            shares.append(len(pairs) ** -0.5)
    return features, np.array(holds, float), np.array(shares)


def told_in(lesson: Lesson, same: Features) -> list[tuple[dict[str, float], str, int, bool]]:
    """Of each group its features, the kind and number of its event, and whether it tells that event best."""
    clusters = clusters_of(lesson.nodes, lesson.asked.page, lesson.asked.same, lesson.published, same)
    groups = clusters.groups
    gold = truths(lesson)
    around = lesson.asked.around
    votes = []
    for group in groups:
        count: Counter[int] = Counter()
        for i in group:
            if gold[i][0] >= 0:
                count[gold[i][0]] += gold[i][1]
        votes.append(max(count.items(), key=lambda item: (item[1], -item[0]), default=(-1, 0)))
    best: dict[int, int] = {}
    for place, (number, plain) in enumerate(votes):
        if number >= 0 and (number not in best or plain > votes[best[number]][1]):
            best[number] = place
    found = []
    for place, (group, (number, _)) in enumerate(zip(groups, votes, strict=True)):
        kind = kind_of(lesson.row["events"][number], lesson) if number >= 0 else "none"
        features = group_features(group, groups, lesson.nodes, clusters.links, around)
        found.append((features, kind, number, best.get(number) == place))
    return found


def learn_counts(given: Sequence[Lesson], same: Features) -> dict[str, float]:
    """The weights of an incident of its own."""
    told, shares = [], []
    for lesson in given:
        weight = UNSEEN if lesson.unseen else 1.0
        found = told_in(lesson, same)
        told += found
        shares += [weight * (NEUTRAL if kind == "neutral" else 1.0) for _, kind, _, _ in found]
    holds = np.array([kind != "none" and best for _, kind, _, best in told], float)
    return fitted([features for features, *_ in told], holds, np.array(shares), COUNT_RESTRAINT, signed=True)


def fitted(
    features: Sequence[Features], holds: Matrix, shares: Matrix, restraint: float, *, signed: bool = False
) -> dict[str, float]:
    """Logistic regression: weights by feature, and "bias"; where `signed`, FOR and AGAINST keep their signs."""
    names = sorted({name for row in features for name in row})
    column = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(features), len(names)))
    for n, row in enumerate(features):
        for name, value in row.items():
            table[n, column[name]] = value
    mean, spread = table.mean(axis=0), table.std(axis=0)
    varied = spread > 0
    given = np.hstack([(table[:, varied] - mean[varied]) / spread[varied], np.ones((len(table), 1))])
    shares = shares / shares.mean()

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        odds = given @ weights
        chance = 1 / (1 + np.exp(-odds))
        value = float(
            (shares * (np.logaddexp(0, odds) - holds * odds)).sum() + restraint * (weights[:-1] ** 2).sum() / 2
        )
        slope: Matrix = given.T @ (shares * (chance - holds))
        slope[:-1] += restraint * weights[:-1]
        return value, slope

    kept = np.array(names)[varied].tolist()
    bounds = [(0.0 if signed and name in FOR else None, 0.0 if signed and name in AGAINST else None) for name in kept]
    start = np.zeros(given.shape[1])
    options = {"maxiter": 1000}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)], options=options).x
    own = found[:-1] / spread[varied]
    weights = dict(zip(kept, own.tolist(), strict=True))
    return {**weights, "bias": float(found[-1] - (own * mean[varied]).sum())}


def measured(held: Sequence[Lesson], weights: Weights, least: float) -> Counter[str]:
    """How many incidents are found, split, false and neutral where log-odds of `least` make one."""
    counts: Counter[str] = Counter()
    for lesson in held:
        counts["wanted"] += sum(kind_of(e, lesson) == "wanted" for e in lesson.row["events"])
        seen: Counter[int] = Counter()
        wrong = False
        for features, kind, number, _ in told_in(lesson, weights.same):
            if scored(features, weights.counts) < least:
                continue
            seen[number] += kind != "none"
            wrong |= kind == "none"
            counts[
                "false" if kind == "none" else kind if kind == "neutral" else "found" if seen[number] == 1 else "split"
            ] += 1
        if lesson.row["kind"] == "negative":
            counts["negatives"] += 1
            counts["negatives wrong"] += wrong
    return counts


def written(weights: Weights) -> str:
    """The file, weights by name to three places."""
    parts = [HEAD]
    for table in ("same", "counts"):
        parts.append(f"\n[{table}]\n")
        parts += [f'"{name}" = {value:.3f}\n' for name, value in sorted(getattr(weights, table).items())]
    return "".join(parts)


def taught(learnt: Sequence[Lesson], held: Sequence[Lesson]) -> Weights:
    """The weights, from documents that the network learnt from and from others."""
    same = learn_same(learnt, held)
    return Weights(same=same, counts=learn_counts([*learnt, *held], same))


def in_turns(learnt: Sequence[Lesson], held: Sequence[Lesson], least: Sequence[float]) -> dict[float, Counter[str]]:
    """What comes of weights on documents that neither they nor the network learnt from, by the least log-odds."""
    counts = {odds: Counter[str]() for odds in least}
    for turn in range(TURNS):
        weights = taught(learnt, [lesson for n, lesson in enumerate(held) if n % TURNS != turn])
        for odds in least:
            counts[odds] += measured(held[turn::TURNS], weights, odds)
    return counts


def main() -> None:
    """Learn, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--keep", type=float, default=0.0, help="the share that stays of the counts as they ship, 0 to 1"
    )
    parser.add_argument(
        "--new", type=int, metavar="N", help="own reports from number N on are unseen too: the network was made before"
    )
    given = parser.parse_args()
    learnt: list[Lesson] = []
    held: list[Lesson] = []
    for lesson in lessons(given.data):
        lesson.unseen = held_back(lesson.row["doc"]) or (
            given.new is not None and own_number(lesson.row["doc"]) >= given.new
        )
        (held if lesson.unseen else learnt).append(lesson)
    for odds, counts in in_turns(learnt, held, (-1.0, -0.5, 0.0, 0.5, 1.0)).items():
        print(odds, shown(counts))
    OUT.write_text(written(between(taught(learnt, held), shipped(), given.keep)), encoding="utf-8")


def between(new: Weights, old: Weights, keep: float) -> Weights:
    """The new weights, with a share of `keep` of the old ones for counts; what one lacks is nothing there."""
    names = {*new.counts, *old.counts}
    counts = {n: (1 - keep) * new.counts.get(n, 0.0) + keep * old.counts.get(n, 0.0) for n in names}
    return Weights(same=new.same, counts=counts)


def shown(counts: Counter[str]) -> str:
    """Precision, recall and F1 of incidents, and the counts behind them."""
    said = counts["found"] + counts["split"] + counts["false"]
    precision, recall = counts["found"] / max(1, said), counts["found"] / max(1, counts["wanted"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P/R/F1 {100 * precision:.1f}/{100 * recall:.1f}/{100 * f1:.1f} {dict(sorted(counts.items()))}"


if __name__ == "__main__":
    main()
