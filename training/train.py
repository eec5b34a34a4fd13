"""Teach the network: `python -m training.train --base BASE --data ../shared/data --start pretrained.pt --out DIR`."""

import argparse
import random
from collections import Counter
from pathlib import Path

import torch

from training.annotated import held_back, own_number, rows_of, text_for
from training.learning.examples import Example, annotated, weakly
from training.learning.hinting import Hinting
from training.learning.network import Reader, fresh
from training.learning.pieces import tokenizer_at
from training.learning.running import read
from training.learning.teaching import teach
from training.learning.weak import gva, muc
from training.score import measured, rates

SEED = 20261121
EVERY = 3
"""The held-back fifth is read after each so many epochs."""


class Lessons:
    """All that is learnt from: annotated documents whole, and some of those with weak labels each epoch.

    Where the network is to learn on, `new` is the number of the first of our own reports that it does not know, and
    each epoch has all of those but only `share` of the documents from before.
    """

    def __init__(
        self,
        data: Path,
        hinting: Hinting,
        *,
        messages: int,
        shootings: int,
        everything: bool,
        new: int | None = None,
        share: float = 1.0,
    ) -> None:
        self.kept_back = []
        self._counts = messages, shootings
        self._share = share
        weak = {w.doc: w for w in muc(data / "muc4/train.jsonl")}
        archive = gva(data / "gva_incidents", limit=2000)[::4]
        self._learnt: list[Example] = []
        self._before: list[Example] = []
        known = set()
        for row in rows_of():
            text = hinting(text_for(row, data))
            known.add(row["doc"])
            if held_back(row["doc"]) and not everything:
                self.kept_back.append((row, text))
            else:
                old = new is not None and not own_number(row["doc"]) >= new
                (self._before if old else self._learnt).extend(annotated(row, text, weak.get(row["doc"])))
        self._messages = [e for d, w in weak.items() if d not in known for e in weakly(w, hinting(w.text), 384)]
        self._shootings = [weakly(w, hinting(w.text), 384)[0] for w in archive if w.doc not in known]
        hinting.keep()
        windows = f"{len(self._learnt)} windows, {len(self._before)} from before"
        print(f"{len(known)} documents, {len(self.kept_back)} held back, {windows}", flush=True)

    def __call__(self, chance: random.Random) -> list[Example]:
        """The windows of one epoch."""
        pools = zip((self._messages, self._shootings), self._counts, strict=True)
        before = chance.sample(self._before, round(self._share * len(self._before)))
        return self._learnt + before + [e for pool, count in pools for e in chance.sample(pool, min(count, len(pool)))]


def main() -> None:
    """Train, measure on the held-back fifth, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights from weak labels")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--messages", type=int, default=250, help="windows of MUC-4 messages with weak labels an epoch")
    parser.add_argument("--shootings", type=int, default=150, help="reports of the archive an epoch")
    parser.add_argument("--all", action="store_true", help="learn from the held-back fifth too")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--new", type=int, metavar="N", help="the network knows our own reports before number N")
    parser.add_argument("--share", type=float, default=1.0, help="of the documents it knows, so many an epoch")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    hinting = Hinting(tokenizer_at(given.base), given.out / "hints.pickle")
    lessons = Lessons(
        given.data,
        hinting,
        messages=given.messages,
        shootings=given.shootings,
        everything=given.all,
        new=given.new,
        share=given.share,
    )
    model = fresh(given.base)
    if given.start:
        model.load_state_dict(torch.load(given.start), strict=False)

    def after(epoch: int) -> None:
        torch.save(model.state_dict(), given.out / "trained.pt")
        if lessons.kept_back and (epoch % EVERY == EVERY - 1 or epoch == given.epochs - 1):
            _measure(model, lessons)

    teach(model, lessons, epochs=given.epochs, rate=given.rate, seed=SEED, after=after)


def _measure(model: Reader, lessons: Lessons) -> None:
    total: Counter[str] = Counter()
    for row, text in lessons.kept_back:
        total += measured(row, read(model, text))
    for kind, (precision, recall, f1) in rates(total).items():
        print(f"   {kind:22} P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}", flush=True)


if __name__ == "__main__":
    main()
