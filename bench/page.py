"""The pages that `make bench` writes: their heads, tables and figures."""

import os
import platform
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from annals import __version__
from bench.intervals import Interval


def head(title: str) -> str:
    """Title, and what the page was written by, of which version, when and on what machine."""
    return (
        f"# {title}\n\n"
        f"Written by `make bench`, not by hand. annals {__version__}, {datetime.now(UTC).date().isoformat()}, "
        f"{machine()}.\n"
    )


def machine() -> str:
    """The machine in words: cores, processor, memory, system, Python, and how busy it was with other work."""
    model = re.search(r"^model name\s*:\s*(.+)$", _read("/proc/cpuinfo"), re.MULTILINE)
    memory = re.search(r"^MemTotal:\s*(\d+) kB", _read("/proc/meminfo"), re.MULTILINE)
    words = [
        f"{cores()} cores" + (f" ({model[1].strip()})" if model else ""),
        *([f"{int(memory[1]) / 2**20:.0f} GiB of memory"] if memory else []),
        f"{platform.system()}, Python {platform.python_version()}",
    ]
    if hasattr(os, "getloadavg"):
        words.append(f"load average {os.getloadavg()[0]:.1f} when the page was begun")
    return ", ".join(words)


def cores() -> int:
    """Cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, left: int = 1, right: int | None = None) -> str:
    """A Markdown table; after the first `left` columns, `right` ones (None: all others) are aligned right."""
    last = len(columns) if right is None else left + right
    marks = ["---:" if left <= number < last else "---" for number in range(len(columns))]
    lines = [columns, marks, *([_cell(value) for value in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def percent(share: float | None) -> str:
    """A share as per cent with one decimal; a dash for None."""
    return "-" if share is None else f"{100 * share:.1f}"


def between(interval: Interval | None) -> str:
    """An interval of shares in whole per cent; empty for None."""
    return "" if interval is None else f"{100 * interval[0]:.0f}-{100 * interval[1]:.0f}"


def _cell(value: str) -> str:
    return value.replace("|", "\\|").replace("\n", " ")


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""
