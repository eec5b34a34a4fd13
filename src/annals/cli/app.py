"""The program itself: its commands, and how it ends."""

import contextlib
import errno
import os
import sys
from importlib import import_module
from typing import Any, NamedTuple, NoReturn

import click
from click.shell_completion import CompletionItem

from annals import __version__
from annals.cli.messages import complain, examples
from annals.errors import AnnalsError

INTERRUPTED = 130


class Place(NamedTuple):
    """Where a command is written, and what the help says of it before it is imported."""

    module: str
    name: str
    summary: str


COMMANDS = {
    "demo": Place("demo", "demo", "Build a ledger from the bundled reports and show it."),
    "build": Place("build", "build", "Read reports into the ledger and derive its incidents."),
    "list": Place("browse", "list_", "List the incidents: when, where, what, how many."),
    "show": Place("browse", "show_", "Show one record in full: who says what, in which words."),
    "why": Place("browse", "why", "Say how one value of a record came about."),
    "chains": Place("chains", "chains", "Show what answered what, step by step, as reports assert it."),
    "extract": Place("extract", "extract", "Say what one report tells; no ledger is touched."),
    "write": Place("export", "write", "Write the records for other programs."),
    "serve": Place("serve", "serve", "Open the ledger in the browser."),
    "site": Place("serve", "site", "Write the ledger's pages as a folder of files."),
    "verify": Place("check", "verify", "Check every quote and every hash."),
    "tempo": Place("tempo", "tempo", "Say how often, in what volleys, how fast answered; no forecast."),
    "status": Place("browse", "status", "Say what the ledger holds and whether it is up to date."),
    "tallies": Place("tallies", "tallies", "List the counts that reports state, checked against the ledger."),
    "changes": Place("changes", "changes", "List what happened to incidents: created, merged, split, updated."),
    "review": Place("review", "review", "Go through what awaits a person's decision."),
    "same": Place("judge", "same", "Decide that two incidents are one."),
    "different": Place("judge", "different", "Decide that they are two, or part one incident."),
    "override": Place("judge", "override", "Set a value of an incident, and say why."),
    "alias": Place("judge", "alias", "Decide whom a name means, in every report."),
    "withdraw": Place("judge", "withdraw", "Mark an incident as none: a drill, a hoax."),
    "undo": Place("judge", "undo", "Take a decision back."),
    "log": Place("judge", "log", "List the decisions: who, when, why."),
    "judgements": Place("judgements", "judgements", "Write all decisions to a file, or read those of another ledger."),
    "gazetteer": Place("gazetteer", "gazetteer", "Make a gazetteer of one's own from a GeoNames dump."),
    "schema": Place("export", "schema", "Print the JSON Schema of the record."),
}


class App(click.Group):
    """The group of all commands, and the one place that turns errors into a sentence and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- Click's signature
        """Return the names of the commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- Click's signature
        """Import a command."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        command: click.Command = getattr(import_module(f"annals.cli.{place.module}"), place.name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 -- Click's signature
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, place.summary) for name, place in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the name of a command without importing it."""
        named = [(name, place) for name, place in COMMANDS.items() if name.startswith(incomplete)]
        found = [CompletionItem(name, help=place.summary) for name, place in named]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def main(self, *args: Any, **options: Any) -> NoReturn:
        """Run a command and exit with its code; the arguments are those of `click.Command.main`."""
        sys.exit(self._run(*args, **options | {"standalone_mode": False}))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; where whoever reads stdout has gone away, end quietly."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _drop_output()
            return 0
        return result

    def _run(self, *args: Any, **options: Any) -> int:
        try:
            code = super().main(*args, **options)
            sys.stdout.flush()
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except AnnalsError as error:
            complain(str(error))
            return error.exit_code
        except (click.Abort, KeyboardInterrupt):
            complain("Interrupted. What was finished is kept; run the same command again to go on.")
            return INTERRUPTED
        except OSError as error:
            return _refused_by_system(error)
        except Exception as error:
            if os.environ.get("ANNALS_TRACEBACK"):
                raise
            complain(
                f"This is a fault of annals, not of yours: {type(error).__name__}: {error}. "
                "Set ANNALS_TRACEBACK=1 to see where, and please report it."
            )
            return AnnalsError.exit_code
        return code if isinstance(code, int) else 0


EXIT_CODES = """\b
Exit codes:
  0 ok   1 failure   2 usage   3 finished, but some inputs were refused
  4 not found   5 ledger locked   6 check failed
  130 interrupted: run the same command again to go on"""


@click.group(
    cls=App,
    epilog=examples("annals build reports/", "annals list", "annals show ID", "annals write --format csv -o out.csv")
    + "\n\n"
    + EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="annals")
def app() -> None:
    """Read news reports of violent incidents; write one sourced record per incident.

    New here? `annals demo` builds a small ledger from bundled reports and shows it.
    """


def main() -> NoReturn:
    """Run the command line of this process and exit."""
    app.main(prog_name="annals")


def _refused_by_system(error: OSError) -> int:
    """Say in a sentence what the operating system refused."""
    where = f"{error.filename}: " if error.filename else ""
    if error.errno == errno.ENOSPC:
        what = "no space is left on the disk; free some and run the same command again"
    else:
        what = error.strerror or str(error)
    _drop_output()
    complain(f"{where}{what}.")
    return AnnalsError.exit_code


def _drop_output() -> None:
    """Send what is still buffered for stdout nowhere, so that the interpreter does not fail on it at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
