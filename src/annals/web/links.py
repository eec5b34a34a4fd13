"""Addresses of pages: absolute where they are served, relative files where a ledger is published as a folder."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Protocol
from urllib.parse import quote, urlencode

Values = Mapping[str, str | int | float | Sequence[str] | None]


class Links(Protocol):
    """Makes the addresses that a page links to."""

    @property
    def served(self) -> bool:
        """Whether a server answers; False where the pages are files."""

    def to(self, path: str, query: Values | None = None, *, fragment: str = "") -> str:
        """Return the address of a page ("incidents/i3f2a") with a query and a fragment."""

    def data(self, path: str, query: Values | None = None, *, form: str = "json") -> str:
        """Return the address of what lies beside a page, as `form`."""

    def asset(self, name: str) -> str:
        """Return the address of a static file."""


class ServedLinks:
    """Addresses on a server."""

    served = True

    def __init__(self, version: str) -> None:
        """Mark assets with `version`, so that a browser keeps them until they change."""
        self._version = version

    def to(self, path: str, query: Values | None = None, *, fragment: str = "") -> str:
        """Return "/path?query#fragment"."""
        return f"/{_quoted(path)}{_query(query)}{_fragment(fragment)}"

    def data(self, path: str, query: Values | None = None, *, form: str = "json") -> str:
        """Return "/path.json?query"."""
        return f"/{_quoted(path)}.{form}{_query(query)}"

    def asset(self, name: str) -> str:
        """Return "/static/name?v=version"."""
        return f"/static/{name}?v={self._version}"


class FileLinks:
    """Addresses within a folder of files, as seen from a page `depth` folders down. There are no queries."""

    served = False

    def __init__(self, depth: int) -> None:
        """Link from a page that lies `depth` folders below the root."""
        self._up = "../" * depth

    def to(self, path: str, query: Values | None = None, *, fragment: str = "") -> str:  # noqa: ARG002 - files have no query
        """Return "../path.html#fragment"."""
        return f"{self._up}{_quoted(file_name(path))}.html{_fragment(fragment)}"

    def data(self, path: str, query: Values | None = None, *, form: str = "json") -> str:  # noqa: ARG002 - files have no query
        """Return "../path.json"."""
        return f"{self._up}{_quoted(file_name(path))}.{form}"

    def asset(self, name: str) -> str:
        """Return "../static/name"."""
        return f"{self._up}static/{name}"


def file_name(path: str) -> str:
    """Return a page's path as one that every file system takes: each odd character as its code.

    >>> file_name("actors/state:IQ"), file_name("")
    ('actors/state=3AIQ', 'index')
    """
    if not path:
        return "index"
    return "/".join("".join(c if _plain(c) else _code(c) for c in part)[:150] for part in path.split("/"))


def _plain(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in "-_~")


def _code(char: str) -> str:
    return "".join(f"={byte:02X}" for byte in char.encode("utf-8", "replace"))


@lru_cache(maxsize=8192)
def _quoted(path: str) -> str:
    return quote(path, safe="/~:=")


def _query(query: Values | None) -> str:
    pairs = {key: value for key, value in (query or {}).items() if value not in (None, "", (), [])}
    return f"?{urlencode(pairs, doseq=True)}" if pairs else ""


def _fragment(fragment: str) -> str:
    return f"#{quote(fragment)}" if fragment else ""
