"""Runs commands, and says how long they took and how much memory they held."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ANNALS = (sys.executable, "-m", "annals")


@dataclass(frozen=True, kw_only=True)
class Ran:
    """How one command went."""

    seconds: float
    """Wall time."""
    peak_mib: float
    """Most memory that any one of its processes held at a time, MiB (maximum resident set size)."""


def annals(*arguments: str | Path) -> str:
    """Run annals and return what it wrote to standard output; RuntimeError with its own words where it fails."""
    command = [*ANNALS, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"annals {arguments[0]} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def timed(*command: str | Path) -> Ran:
    """Run a command to its end, unheard. Raises RuntimeError where it fails."""
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # Unlike getrusage(RUSAGE_CHILDREN), wait4 tells of this child and its own children alone.
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    if child.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {child.returncode}")
    bytes_each = 1 if sys.platform == "darwin" else 1024
    return Ran(seconds=seconds, peak_mib=usage.ru_maxrss * bytes_each / 2**20)
