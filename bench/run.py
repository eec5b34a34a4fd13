"""Measure accuracy and speed, and write docs/accuracy.md and docs/speed.md.

python bench/run.py DATA [--only accuracy|speed]

DATA is the folder with the labelled sets; the evaluator of whole records lies beside it. What is not there is left out,
and the page says so.
"""

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a script, Python looks beside the script alone

from bench import accuracy, speed  # noqa: E402


def main() -> None:
    """Read the command line, measure, write."""
    parser = argparse.ArgumentParser(
        description="Measure accuracy and speed; writes docs/accuracy.md and docs/speed.md."
    )
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("--only", choices=("accuracy", "speed"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if arguments.only != "accuracy":
            _tell("speed")
            (ROOT / "docs" / "speed.md").write_text(speed.page(folder), encoding="utf-8")
        if arguments.only != "speed":
            written = accuracy.page(arguments.data.resolve(), folder, _tell)
            (ROOT / "docs" / "accuracy.md").write_text(written, encoding="utf-8")


def _tell(what: str) -> None:
    print(f"bench: {what} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
