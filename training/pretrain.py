"""First lessons, from weak labels: `python -m training.pretrain --base BASE --data ../shared/data --out DIR`."""

import argparse
import random
from pathlib import Path

import torch

from training.learning.examples import Example, weakly
from training.learning.hinting import Hinting
from training.learning.network import fresh
from training.learning.pieces import tokenizer_at
from training.learning.teaching import teach
from training.learning.weak import gva, muc

SEED = 20261121


def main() -> None:
    """Train and save after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--gva", type=int, default=900, help="reports of the archive an epoch")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    hinting = Hinting(tokenizer_at(given.base), given.out / "hints.pickle")
    messages = [e for w in muc(given.data / "muc4/train.jsonl") for e in weakly(w, hinting(w.text), 384)]
    shootings = [weakly(w, hinting(w.text), 384)[0] for w in gva(given.data / "gva_incidents", limit=2000)]
    hinting.keep()
    model = fresh(given.base)

    def lesson(chance: random.Random) -> list[Example]:
        return messages + chance.sample(shootings, min(given.gva, len(shootings)))

    def save(_: int) -> None:
        torch.save(model.state_dict(), given.out / "pretrained.pt")

    teach(model, lesson, epochs=given.epochs, rate=3e-4, seed=SEED, after=save)


if __name__ == "__main__":
    main()
