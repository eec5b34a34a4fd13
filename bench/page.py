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


def renewed(page: str, part: str) -> str:
    r"""A page in which the sections of `part` stand in place of those of the same name, or after all others.

    A section begins with a line "## Name", whose name goes up to its first figure: "Browsing 100,000 incidents" takes
    the place of "Browsing 10 incidents". What `part` says before its sections, if anything, takes the place of that.

    >>> renewed("# Speed\n\n## A 1\n\nold\n\n## B\n\nkept\n", "## A 2\n\nnew\n")
    '# Speed\n\n## A 2\n\nnew\n\n## B\n\nkept\n'
    """
    found = _sections(page)
    for name, text in _sections(part).items():
        if name or text:
            found[name] = text
    return "\n\n".join(text for text in found.values() if text) + "\n"


def _sections(page: str) -> dict[str, str]:
    """Section by its name, in order; "" for what stands before the first."""
    first, *rest = re.split(r"^## ", page, flags=re.MULTILINE)
    named = {re.split(r"\d", text, maxsplit=1)[0].strip().partition("\n")[0]: f"## {text.strip()}" for text in rest}
    return {"": first.strip(), **named}


def _cell(value: str) -> str:
    return value.replace("|", "\\|").replace("\n", " ")


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""
