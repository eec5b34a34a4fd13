"""Learn the weights of linking: `python -m training.linking --data DATA --cache FOLDER`, writes link/weights.toml.

It reads the corpora with the reader that ships (once; what was read is kept in FOLDER), compares the pairs that linking
would compare, and fits the weights of `joining/prior.toml` to what is known of them. Comments and order stay those of
the prior. With `--check` it writes nothing and prints how well folds of events that were not learned from are told.

Run it with `--calibrate` afterwards, or where the reader was changed: that leaves the weights as they are, and fits
sharpness and offset, by which odds become probabilities, to half a year of reports, as dense in time as news is.
"""

import argparse
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from annals.link.columns import candidates
from annals.link.compare import findings
from annals.link.compare.story import STEPS as STORY_STEPS
from annals.link.compare.who import STEPS as WORD_STEPS
from annals.link.profile import TOLLS
from annals.link.weights import shipped
from annals.pipeline import HarmonisingReader, load_reader
from training.joining.corpora import Corpus, airwars, gva, gva_half_year, muc4
from training.joining.regression import Level, Pairs, calibrated, calibration_error, fit

HOME = Path(__file__).parent
PRIOR = HOME / "joining/prior.toml"
OUT = HOME.parent / "src/annals/link/weights.toml"
FOLDS = 5
LEARNED = "crime"
"""The kind of violence whose weights are learned: of one strike the corpora have too few reports to learn from."""
SPREAD = {
    "story": 1.5, "news": 1.5, "ages": 1.0, "words": 1.0, "toll": 1.0,
    "date": 0.4, "place": 0.4, "type": 0.4, "weapon": 0.4, "calibre": 0.4, "munitions": 0.4,
    "perpetrator": 0.4, "target": 0.4,
}  # fmt: skip
"""How far, in log-odds, a weight may lie from its prior: little where what holds in one country may not in another."""
HELD = ("copies",)
"""Features that keep their prior: of reprints, what holds is known."""
HELD_LEVELS = ("agreed", "aside")
"""Beginnings of levels that keep theirs: where two dates agree, when the reports came out says no more; and of what
reports tell beside their news the corpora know nothing."""
SCOPES = ("news", "news_other_day")
ORDERS: tuple[tuple[Level, ...], ...] = (
    *(tuple(("story", f"{scope}_{step}") for step in (0, *STORY_STEPS)) for scope in SCOPES),
    (("words", "none_shared"), *(("words", f"shared_{step}") for step in WORD_STEPS)),
    (("toll", "equal_none"), ("toll", "equal_one"), ("toll", "equal_few"), ("toll", "equal_many")),
    (("toll", "far"), ("toll", "conflict"), ("toll", "near"), ("toll", "overlap")),
    tuple(("date", name) for name in ("far_apart", "two_days_apart", "one_day_apart", "overlap_days", "same_day")),
    (("date", "overlap_wide"), ("date", "overlap_month")),
    tuple(("news", f"differing_{lag}") for lag in ("years_later", "much_later", "late", "soon", "at_once")),
    tuple(("place", name) for name in ("far_away", "far", "off", "near", "same_town", "same_site")),
    (("type", "unrelated"), ("type", "other_family"), ("type", "generic"), ("type", "same")),
    (("weapon", "other_family"), ("weapon", "same_family"), ("weapon", "same_kind")),
    (("perpetrator", "other"), ("perpetrator", "same")),
    (("target", "other"), ("target", "same")),
    (("ages", "other"), ("ages", "one_shared"), ("ages", "more_shared")),
    (("calibre", "other"), ("calibre", "same")),
    (("munitions", "conflict"), ("munitions", "overlap"), ("munitions", "equal")),
)
"""Levels of which each weighs at least as much as the one before, whatever the corpora say. No level is in two."""


def main() -> None:
    """Learn, and write or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--calibrate", action="store_true")
    given = parser.parse_args()
    given.cache.mkdir(parents=True, exist_ok=True)
    load: Callable[[], HarmonisingReader] = cache(lambda: load_reader("trained"))
    if given.calibrate:
        calibrate(Compared(gva_half_year(given.data, given.cache, load)))
        return
    compared = [Compared(make(given.data, given.cache, load)) for make in (gva, muc4, airwars)]
    prior = tomllib.loads(PRIOR.read_text(encoding="utf-8"))
    if given.check:
        check(compared, prior)
    else:
        bias, weights = learn(prior, compared, fold=None)
        numbers = {**weights, (LEARNED, "prior"): bias}
        OUT.write_text(rewritten(PRIOR.read_text(encoding="utf-8"), numbers), encoding="utf-8")
        print(
            f"learned from {sum(len(c.same) for c in compared)} pairs, {int(sum(c.same.sum() for c in compared))} same"
        )


class Compared:
    """The pairs of one corpus that linking compares and of which the answer is known."""

    def __init__(self, corpus: Corpus) -> None:
        """Find and compare them."""
        self.name = corpus.name
        self.levels: list[list[Level]] = []
        same, fold = [], []
        for left, right in candidates([corpus.profiles[name] for name in sorted(corpus.profiles)]):
            if left not in corpus.document or right not in corpus.document:
                continue
            a, b = corpus.document[left], corpus.document[right]
            known = corpus.known(a, b)
            if shipped().between(corpus.profiles[left], corpus.profiles[right]) is not getattr(shipped(), LEARNED):
                continue
            told = list(findings(corpus.profiles[left], corpus.profiles[right]))
            if known is None or any(finding.impossible for _, finding in told):
                continue
            self.levels.append([(table_of(feature), finding.level) for feature, finding in told])
            same.append(float(known))
            fold.append((fold_of(corpus.event[a]), fold_of(corpus.event[b])))
        self.same = np.array(same)
        self.folds = fold

    def inside(self, fold: int) -> NDArray[np.bool_]:
        """Whether each pair is told with that fold: each pair is with one, the smaller of its events' folds."""
        return np.array([min(folds) == fold for folds in self.folds], dtype=bool)

    def outside(self, fold: int | None) -> NDArray[np.bool_]:
        """Whether each pair has nothing of a fold; True of all for None."""
        return np.array([fold is None or fold not in folds for folds in self.folds], dtype=bool)


def learn(prior: dict, compared: Sequence[Compared], fold: int | None) -> tuple[float, dict[Level, float]]:  # type: ignore[type-arg]
    """The bias and the weights, learned from all that has nothing of the fold."""
    start = {
        (feature, level): float(weight)
        for feature, table in prior[LEARNED]["features"].items()
        for level, weight in table.items()
        if feature not in HELD and not level.startswith(HELD_LEVELS)
    }
    levels = sorted(start)
    chosen = [
        (found, same)
        for c in compared
        for found, same, use in zip(c.levels, c.same, c.outside(fold), strict=True)
        if use
    ]
    pairs = Pairs(
        found=matrix([found for found, _ in chosen], levels),
        same=np.array([same for _, same in chosen]),
        weight=np.ones(len(chosen)),
    )
    return fit(pairs, levels, start, SPREAD, float(prior[LEARNED]["prior"]), ORDERS)


def check(compared: Sequence[Compared], prior: dict) -> None:  # type: ignore[type-arg]
    """Print, over folds that were not learned from, how sure and how right the odds are, for each corpus."""
    odds: dict[str, list[NDArray[np.float64]]] = {c.name: [] for c in compared}
    same: dict[str, list[NDArray[np.float64]]] = {c.name: [] for c in compared}
    for fold in range(FOLDS):
        bias, weights = learn(prior, compared, fold)
        levels = sorted(weights)
        for c in compared:
            inside = c.inside(fold)
            told = [found for found, use in zip(c.levels, inside, strict=True) if use]
            odds[c.name].append(bias + matrix(told, levels) @ np.array([weights[level] for level in levels]))
            same[c.name].append(c.same[inside])
    for name, parts in odds.items():
        o, s = np.concatenate(parts), np.concatenate(same[name])
        if not len(s):
            continue
        joined = o >= 0
        right = float((s * joined).sum())
        precision, recall = right / max(1, joined.sum()), right / max(1.0, float(s.sum()))
        doubtful = (o > -4) & (o < 4)  # noqa: PLR2004 - two in a hundred
        print(
            f"{name}: {len(s)} pairs, {int(s.sum())} same; at even odds P {precision:.3f} R {recall:.3f}; "
            f"calibration error {calibration_error(o, s):.4f}, "
            f"of doubtful ones {calibration_error(o[doubtful], s[doubtful]):.4f}"
        )


def calibrate(compared: Compared) -> None:
    """Fit sharpness and offset to the odds that the shipped weights give, and write them beside these."""
    worth = getattr(shipped(), LEARNED)
    odds = np.array([worth.prior + sum(worth.of(*level) for level in found) for found in compared.levels])
    sharpness, offset = calibrated(odds, compared.same)
    numbers = {(LEARNED, "sharpness"): sharpness, (LEARNED, "offset"): offset}
    OUT.write_text(rewritten(OUT.read_text(encoding="utf-8"), numbers), encoding="utf-8")
    print(
        f"{len(odds)} pairs, {int(compared.same.sum())} same; sharpness {sharpness:.2f}, offset {offset:.2f}; "
        f"calibration error {calibration_error(odds, compared.same):.4f} before, "
        f"{calibration_error(sharpness * odds + offset, compared.same):.4f} after"
    )


def matrix(told: Sequence[Sequence[Level]], levels: Sequence[Level]) -> csr_matrix:
    """A row for each pair, a column for each level."""
    column = {level: n for n, level in enumerate(levels)}
    ends, columns = [0], []
    for found in told:
        columns += [column[level] for level in found if level in column]
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(told), len(levels)))


def rewritten(text: str, numbers: dict[Level, float]) -> str:
    """The text of a file of weights with these numbers in it, rounded to two digits; what is not learned stays."""

    def lines() -> Iterator[str]:
        feature = ""
        for line in text.splitlines():
            if section := re.match(rf"\[(?:{LEARNED}\.features\.)?([\w.]+)\]", line):
                feature = section[1]
            row = re.match(r"(\w+) = (-?[\d.]+)(\s*)(#.*)?$", line)
            if row is None:
                yield line
                continue
            known = numbers.get((feature, row[1]))
            value = row[2] if known is None else f"{round(known, 2) + 0.0}"
            yield f"{row[1]} = {value}{row[3]}{row[4] or ''}"

    return "\n".join(lines()) + "\n"


def table_of(feature: str) -> str:
    """The table of weights that a feature uses."""
    return "toll" if feature in TOLLS else feature


def fold_of(event: str) -> int:
    """The fold of an event, by its name alone."""
    return crc32(event.encode()) % FOLDS


if __name__ == "__main__":
    main()
