"""Average the weights of runs that learnt on from one another: `python -m training.average A.pt B.pt --out C.pt`."""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Write the mean of the weights; all must be of one network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    runs = [torch.load(path) for path in given.weights]
    mean = {
        name: sum(run[name] for run in runs) / len(runs) if value.is_floating_point() else value
        for name, value in runs[0].items()
    }
    torch.save(mean, given.out)


if __name__ == "__main__":
    main()
