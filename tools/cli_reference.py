"""Write docs/cli.md from the commands themselves, and docs/record.schema.json from the model.

python tools/cli_reference.py           write both
python tools/cli_reference.py --check   exit 1 where one of them is not what it would write
"""

import sys
from pathlib import Path

import click

from annals.cli import app
from annals.write.columns import COLUMNS
from annals.write.json_schema import schema_text

DOCS = Path(__file__).parents[1] / "docs"

HEAD = """\
# Command line

Written by `tools/cli_reference.py` from the commands; do not edit.

Results go to stdout, all else to stderr: progress, summaries, refused inputs, errors. In a pipe nothing is cut or
wrapped, unless COLUMNS is set. On a terminal, text from reports is shown with control characters made visible.
`NO_COLOR` turns colours off.

Tab-completion: `eval "$(_ANNALS_COMPLETE=bash_source annals)"`, or `zsh_source`, or `fish_source`.

| exit code | meaning |
| --- | --- |
| 0 | ok |
| 1 | failure: a full disk, a file that is no ledger |
| 2 | usage: an unknown option, a folder that is not there |
| 3 | finished, but some inputs were refused; each is named on stderr |
| 4 | not found: no such incident, report, field or ledger |
| 5 | another process is writing to the ledger |
| 6 | `annals verify` found a fault |
| 130 | interrupted; what was finished is kept, and the same command goes on from there |

| variable | meaning |
| --- | --- |
| `ANNALS_LEDGER` | the ledger, where `--ledger` is not given |
| `ANNALS_READER` | the reader, where `--reader` is not given |
| `ANNALS_JOBS` | the number of reading processes, where `--jobs` is not given |
| `ANNALS_BY` | who decides, where `--by` is not given |
| `ANNALS_TRACEBACK` | 1 shows where a fault of annals itself happened; the trace may hold text of reports |

## JSON

Each `--json` prints one object with `schema_version`:

| command | keys beside `schema_version` |
| --- | --- |
| `build` | `ledger`, `read`, `already_there`, `read_again`, `refused`, `incidents`, `refusals` |
| `list` | `count`, `incidents`: the columns of the CSV (below), each |
| `show` | the record itself, as `annals schema` describes it |
| `why` | `incident_id`, `field`, `rule`, `sentences`, and claims in `support`, `dissent`, `superseded`, `set_aside` |
| `chains` | `count`, `chains` [{`incidents`, `ties` [{`source`, `target`, `link`}]}] |
| `tallies` | `count`, `verdicts`, `tallies` [{`number`, `tally`, `title`, `publisher`, `published`, \
`carried_by`, `against`}] |
| `extract` | `reports` [{`report`, `account`}], `refusals` |
| `verify` | `holds`, `quotes`, `hashes`, `faults`, `derived_matches` |
| `status` | `location`, `writable`, `reports`, `incidents`, `judgements`, `refusals`, `stale` |
| `tempo` | `level`, `covers`, `told_covered`, `withdrawn`, `by`, `courses`, `more`, `volleys`, \
`volley_years`, `answers` |
| `changes` | `rows` [{`number`, `at`, `kind`, `incident_id`, `became`, `of`, `title`, `date`, `fields`}], `next` |
| `review` | `items` [{`item_id`, `kind`, and `decision`, `pair`, `disagreement` or `name`}], `totals`, `next` |
| `same` | `judgement`, `derived`, `incident_id`, `seconds`, `incidents_before`, `incidents` |
| `different` | as `same` |
| `override` | as `same` |
| `alias` | as `same` |
| `withdraw` | as `same` |
| `undo` | as `same` |
| `log` | `entries` [{`judgement`, `stands`, `undone_by`, `subject`, `other`, `applied`, `overruled_by`, `overrules`, \
`changed`, `new`}], `total`, `next` |
| `judgements import` | `added`, `already_there`, `waiting`, `refused`, `derived` |

A refusal has `origin` (file, and line where it has lines), `field` (or null) and `reason`, as in `--rejects`.
"""


def reference() -> str:
    """Return the text of docs/cli.md."""
    parts = [HEAD, *(_section(path, command) for path, command in commands()), _columns()]
    return "\n".join(parts)


def commands() -> list[tuple[str, click.Command]]:
    """Return the program and its commands, in the order of the help."""
    context = click.Context(app, info_name="annals")
    named = [(f"annals {name}", app.get_command(context, name)) for name in app.list_commands(context)]
    found: list[tuple[str, click.Command]] = [("annals", app)]
    for path, command in named:
        if command is not None:
            found.append((path, command))
        if isinstance(command, click.Group):
            found += [(f"{path} {name}", under) for name, under in command.commands.items()]
    return found


def _section(path: str, command: click.Command) -> str:
    root = click.Context(app, info_name="annals", terminal_width=80, **app.context_settings)
    context = root
    if command is not app:
        _, *names = path.split()
        context = click.Context(command, info_name=" ".join(names), parent=root)
    return f"## {path}\n\n```text\n{command.get_help(context)}\n```\n"


def _columns() -> str:
    rows = "\n".join(f"| `{column.name}` | {column.note} |" for column in COLUMNS)
    return f"""\
## Columns of the CSV

`annals write --format csv --shape native`, the properties of `--format geojson`, and each incident of `list --json`.
Lists are joined by "; ". Text that a spreadsheet program would take for a formula (it starts with = + - @, a tab or a
carriage return) has an apostrophe before it in the CSV, and only there.

| column | content |
| --- | --- |
{rows}
"""


def main() -> int:
    """Write the documents, or compare them."""
    stale = []
    for path, content in ((DOCS / "cli.md", reference()), (DOCS / "record.schema.json", schema_text())):
        if "--check" in sys.argv[1:]:
            if not path.exists() or path.read_text(encoding="utf-8") != content:
                stale.append(path.name)
        else:
            path.write_text(content, encoding="utf-8", newline="\n")
    if stale:
        print(f"docs: {', '.join(stale)} not up to date; run python tools/cli_reference.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
