"""The command line: each command reads its options, calls the library and shows what comes back.

Results go to stdout, all else to stderr. A command's module is imported only when the command runs, so that help and
completion stay fast.
"""

from annals.cli.app import app, main

__all__ = ["app", "main"]
