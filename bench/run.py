"""Measure accuracy and speed, and write docs/accuracy.md and docs/speed.md.

python bench/run.py DATA [--only accuracy|speed|browsing|scale|adding|course|probabilities]

DATA is the folder with the labelled sets; the evaluator of whole records lies beside it. What is not there is left out,
and the page says so.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a script, Python looks beside the script alone
os.environ.setdefault("OMP_NUM_THREADS", "1")  # as the commands have it; read when numpy is loaded

from bench import accuracy, adding, browsing, course, made_ledger, outside, reliability, scale, speed  # noqa: E402
from bench.page import renewed  # noqa: E402

PARTS = ("accuracy", "speed", "browsing", "scale", "adding", "course", "probabilities")


def main() -> None:
    """Read the command line, measure, write."""
    parser = argparse.ArgumentParser(
        description="Measure accuracy and speed; writes docs/accuracy.md and docs/speed.md."
    )
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument(
        "--only", choices=("accuracy", "speed", "browsing", "scale", "adding", "course", "probabilities")
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=scale.SIZES, help="numbers of mentions for scale")
    parser.add_argument("--incidents", type=int, default=adding.INCIDENTS, help="incidents for adding")
    arguments = parser.parse_args()
    data: Path = arguments.data.resolve()

    def asked(part: str) -> bool:
        return arguments.only in (None, part)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if asked("speed"):
            _tell("speed")
            _write(speed.page(folder))
        if asked("adding"):
            _write(adding.section(folder, _tell, arguments.incidents))
        if asked("scale"):
            _write(scale.section(arguments.sizes, scale.shapes(data / "gva_incidents", folder), _tell))
        if asked("browsing"):
            large = (made_ledger.INCIDENTS, made_ledger.REPORTS)
            _write(browsing.section(folder, _tell, *large))
        if asked("accuracy"):
            written = accuracy.page(data, folder, _tell)
            (ROOT / "docs" / "accuracy.md").write_text(written, encoding="utf-8")
        if arguments.only == "course":
            _tell("the course of events")
            _write(course.section(), "accuracy")
        if arguments.only == "probabilities":
            gva = data / "gva_incidents"
            _write(reliability.section(gva, outside.gva_ledger(gva, folder)), "accuracy")


def _write(part: str, page: str = "speed") -> None:
    """Put what was measured into a page of docs/; what was not stays."""
    path = ROOT / "docs" / f"{page}.md"
    path.write_text(renewed(path.read_text(encoding="utf-8"), part), encoding="utf-8")


def _tell(what: str) -> None:
    print(f"bench: {what} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
