"""Words beside the results, on stderr. Light: imported before any command."""

import click

from annals.show.clean import printable


def note(message: str) -> None:
    """Say something beside the results."""
    click.echo(printable(message, line_ends=True), err=True)


def complain(message: str) -> None:
    """Say what went wrong."""
    note(f"Error: {message}")


def examples(*lines: str) -> str:
    """Return the examples that end a command's help, a line each."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))
