"""The command line: each command reads its options, calls the library and shows what comes back.

Results go to stdout, all else to stderr. A command's module is imported only when the command runs, so that help and
completion stay fast.
"""

import os

# Matrices here are small, and cores are used by processes: threads of the linear algebra only wait for each other, on
# a busy machine for most of the time. Read when numpy is loaded, which no command has done yet.
os.environ.setdefault("OMP_NUM_THREADS", "1")

from annals.cli.app import app, main

__all__ = ["app", "main"]
