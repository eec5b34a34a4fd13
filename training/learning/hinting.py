"""Texts with their pieces and hints, made once and kept on disk, for the rules take their time."""

import hashlib
import pickle
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tokenizers import Tokenizer

from annals.collect.report import report_of
from annals.extract.page import UNREAD, lay_out
from annals.extract.rules import RuleReader
from annals.extract.trained.hints import Hints, hints_of
from annals.extract.trained.pieces import Pieces, pieces_of
from annals.reference.tables import References


@dataclass(frozen=True, kw_only=True)
class Hinted:
    """A text as the network is given it."""

    text: str
    pieces: Pieces
    hints: Hints


class Hinting:
    """Makes texts ready; `store` keeps them by what they were made from."""

    def __init__(self, tokenizer: Tokenizer, store: Path) -> None:
        self._tokenizer = tokenizer
        self._path = store
        self._known: dict[str, Hinted] = pickle.loads(store.read_bytes()) if store.is_file() else {}  # noqa: S301

    def __call__(self, text: str) -> Hinted:
        """A text with its pieces and hints."""
        key = hashlib.sha256(text.encode()).hexdigest()
        if key not in self._known:
            self._known[key] = self._made(text)
        return self._known[key]

    def keep(self) -> None:
        """Write what was made to disk."""
        self._path.write_bytes(pickle.dumps(self._known))

    def _made(self, text: str) -> Hinted:
        pieces = pieces_of(text, self._tokenizer)
        report = report_of(text=text, raw=text.encode())
        references, reader = _tables()
        page = lay_out(report, references)
        unread = [(r.start, r.end) for r in report.regions if r.kind in UNREAD]
        return Hinted(text=text, pieces=pieces, hints=hints_of(page, reader.read_page(page, report), pieces, unread))


@cache
def _tables() -> tuple[References, RuleReader]:
    references = References.load()
    return references, RuleReader(references)
