"""Measure accuracy and speed, and write docs/accuracy.md and docs/speed.md.

python bench/run.py DATA [--only accuracy|speed|browsing|course]

DATA is the folder with the labelled sets; the evaluator of whole records lies beside it. What is not there is left out,
and the page says so.
"""

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a script, Python looks beside the script alone

from bench import accuracy, browsing, course, made_ledger, speed  # noqa: E402


def main() -> None:
    """Read the command line, measure, write."""
    parser = argparse.ArgumentParser(
        description="Measure accuracy and speed; writes docs/accuracy.md and docs/speed.md."
    )
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("--only", choices=("accuracy", "speed", "browsing", "course"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if arguments.only in (None, "speed"):
            _tell("speed")
            _write_part(speed.page(folder), after=False)
        if arguments.only in (None, "browsing"):
            large = (made_ledger.INCIDENTS, made_ledger.REPORTS)
            _write_part(browsing.section(folder, _tell, *large), after=True)
        if arguments.only in (None, "accuracy"):
            written = accuracy.page(arguments.data.resolve(), folder, _tell)
            (ROOT / "docs" / "accuracy.md").write_text(written, encoding="utf-8")
        if arguments.only == "course":
            _tell("the course of events")
            path = ROOT / "docs" / "accuracy.md"
            first, _, _ = path.read_text(encoding="utf-8").partition(f"\n{course.HEADING}\n")
            path.write_text(f"{first.rstrip()}\n\n{course.section()}", encoding="utf-8")


def _write_part(part: str, *, after: bool) -> None:
    """Write what docs/speed.md says before, or from, its heading on browsing; the other part stays."""
    path = ROOT / "docs" / "speed.md"
    first, mark, rest = path.read_text(encoding="utf-8").partition("\n## Browsing ")
    written = first.rstrip("\n") + "\n" + part if after else part + mark + rest
    path.write_text(written, encoding="utf-8")


def _tell(what: str) -> None:
    print(f"bench: {what} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
