"""Fill the marked blocks of the documentation with real output: `python tools/readme_transcript.py [--check]`.

Between `<!-- transcript: COMMAND -->` and `<!-- end -->` stands the output of COMMAND, run by bash in a new folder
that holds the bundled reports as `reports/`. The blocks of one page run in order in one folder, so that a ledger built
by the first is there for the next. `{DAY COUNTRY}` or `{DAY COUNTRY WORD}` in a command becomes the id of the incident
of that day and country with the most reports (and with WORD in its title). A command that ends in `; only A, B` shows
the first paragraph of its output and those that begin with A or B, and "..." for the others.

Between `<!-- python -->` and `<!-- end -->` stands a program; it is run in the same folder, and must not fail.
Between `<!-- columns -->` and `<!-- end -->` stands the table of the CSV's columns, between `<!-- rules -->` and
`<!-- end -->` what each reconciling rule does; `vague words`, `weapons` and `actor kinds` are tables of vocabularies.

With `--check` nothing is written: the difference is printed, and the exit code is 1 where there is one.
"""

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import vocabulary_tables

from annals import samples
from annals.model.rules import RULE_SETS
from annals.reconcile import rules_of
from annals.reconcile.case import Rule
from annals.write.columns import COLUMNS

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/tour.md", "docs/deciding.md", "docs/record.md", "docs/vocabularies.md")
WIDTH = "110"
LIMIT_S = 300
BLOCK = re.compile(
    r"(?P<start><!-- (?P<kind>transcript|python|columns|rules|vague words|weapons|actor kinds)"
    r"(?:: (?P<command>[^\n]*?))? -->\n)"
    r"(?P<body>.*?)(?P<end><!-- end -->)",
    re.DOTALL,
)
INCIDENT = re.compile(r"\{(?P<day>\d{4}-\d{2}-\d{2}) (?P<country>[A-Z]{2})(?: (?P<word>[^}]+))?\}")
ACCEPTED = (0, 3)
"""Exit codes that a shown command may have: done, or done with some inputs refused."""


def main() -> int:
    """Bring every page up to date, or check that they are."""
    check = "--check" in sys.argv[1:]
    stale = False
    for name in PAGES:
        page = ROOT / name
        before = page.read_text("utf-8")
        after = render(before)
        if after == before:
            continue
        stale = True
        if check:
            lines = difflib.unified_diff(before.splitlines(), after.splitlines(), name, f"{name}, run now", lineterm="")
            print("\n".join(lines))
        else:
            page.write_text(after, "utf-8")
            print(f"{name}: written")
    if check and stale:
        print("Stale: run `make docs`, and read what changed.", file=sys.stderr)
    return int(check and stale)


def render(page: str) -> str:
    """Return the page with all its blocks filled anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(samples.folder(), folder / "reports")

        def fill(block: re.Match[str]) -> str:
            body = block["body"]
            if block["kind"] == "transcript":
                written, _, only = block["command"].partition("; only ")
                command = INCIDENT.sub(lambda found: incident_id(found, folder), written)
                shown = output_of(command, folder)
                if only:
                    shown = shortened(shown, tuple(only.split(", ")))
                body = f"```console\n$ {command}\n{shown}\n```\n"
            elif block["kind"] == "python":
                program = body.removeprefix("```python\n").removesuffix("```\n")
                run([sys.executable, "-c", program], folder)
            else:
                body = TABLES[block["kind"]]()
            return block["start"] + body + block["end"]

        return BLOCK.sub(fill, page)


_PROGRESS = re.compile(r"\w+: [\d,]+ done, latest ")


def output_of(command: str, folder: Path) -> str:
    """Run a command as a person would see it: standard output and error together, no spaces at line ends.

    How far long work is stays out: whether such a line comes at all depends on how busy the machine is.
    """
    shown = run(["bash", "-o", "pipefail", "-c", command], folder)
    lines = (line.rstrip() for line in shown.rstrip().splitlines())
    return "\n".join(line for line in lines if not _PROGRESS.match(line))


def shortened(shown: str, keep: tuple[str, ...]) -> str:
    """The first paragraph and those that begin with a word of `keep`; each run of others becomes "..."."""
    first, *others = shown.split("\n\n")
    kept = [first]
    for paragraph in others:
        if paragraph.startswith(keep):
            kept.append(paragraph)
        elif kept[-1] != "...":
            kept.append("...")
    return "\n\n".join(kept)


def run(command: list[str], folder: Path) -> str:
    """Run a command in the folder with a fixed width, clock zone and language. Raises SystemExit where it fails."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "COLUMNS": WIDTH,
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONUTF8": "1",
        "TERM": "dumb",
        "TZ": "UTC",
    }
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    if done.returncode not in ACCEPTED:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def incident_id(wanted: re.Match[str], folder: Path) -> str:
    """Look the incident up in the ledger of the folder. Raises SystemExit where there is none."""
    records = [json.loads(line) for line in run(["annals", "write", "--format", "jsonl"], folder).splitlines()]
    found = [
        record
        for record in records
        if record["date"]["start"] == record["date"]["end"] == wanted["day"]
        and record["place"]["country"] == wanted["country"]
        and (wanted["word"] or "").lower() in record["title"].lower()
    ]
    if not found:
        raise SystemExit(f"No incident {wanted[0]} in the ledger of the bundled reports.")
    best = max(found, key=lambda record: (len(record["reports"]), record["incident_id"]))
    return str(best["incident_id"])


def columns() -> str:
    """The table of the CSV's columns, in their order."""
    rows = [f"| `{column.name}` | {column.note} |" for column in COLUMNS]
    return "\n".join(["| column | what it holds |", "| --- | --- |", *rows, ""])


def rules() -> str:
    """What each reconciling rule does: fields that share theirs together, what the sets have in common said once."""
    by_field = {name: rules_of(name) for name in RULE_SETS}
    fields: dict[tuple[object, ...], list[str]] = {}
    for field in by_field[RULE_SETS[0]]:
        fields.setdefault(tuple(by_field[name][field] for name in RULE_SETS), []).append(f"`{field}`")
    return "\n".join(
        "\n".join([f"**{', '.join(named)}**", "", *_said({n: by_field[n][named[0].strip("`")] for n in RULE_SETS}), ""])
        for named in fields.values()
    )


def _said(rules: dict[str, Rule]) -> list[str]:
    common = [s for s in next(iter(rules.values())).sentences if all(s in rule.sentences for rule in rules.values())]
    if len({rule.name for rule in rules.values()}) == 1:
        return [f"- {sentence}" for sentence in common]
    own: dict[tuple[str, str], list[str]] = {}
    for name, rule in rules.items():
        what = " ".join(sentence for sentence in rule.sentences if sentence not in common)
        own.setdefault((rule.name, what), []).append(name)
    lines = []
    for (rule_name, what), names in own.items():
        called = "" if names == [rule_name] else f" (`{rule_name}`)"
        lines.append(f"- *{' and '.join(names)}*{called}: {what}")
    return lines + [f"- {sentence}" for sentence in common]


TABLES = {
    "columns": columns,
    "rules": rules,
    "vague words": vocabulary_tables.vague_words,
    "weapons": vocabulary_tables.weapons,
    "actor kinds": vocabulary_tables.actor_kinds,
}

if __name__ == "__main__":
    sys.exit(main())
