"""The model's run time: the one file that names ONNX Runtime and the tokenizer library."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from annals.errors import ModelError
from annals.extract.trained.events import Answers
from annals.extract.trained.hints import HINTS, Hints
from annals.extract.trained.pieces import Pieces, kept, pieces_of, windows
from annals.extract.trained.relations import PairScorer

MODEL = Path(__file__).parent / "model"
NETWORK, PAIRS, TOKENIZER, CARD = "network.onnx", "pairs.npz", "tokenizer.json", "card.json"
_CLS, _SEP = 101, 102
Floats = NDArray[np.float32]


class Network:
    """The trained network with its tokenizer, loaded once and used for many texts."""

    def __init__(self, folder: Path = MODEL, *, threads: int = 1) -> None:
        """Load the model in `folder`. Raises ModelError where a file is missing or is not the one in the card."""
        self.card = _card(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Processors without VNNI instructions (x86 before 2019, many of AMD's) would add pairs of 8-bit products in 16
        # bits, which overflow; the same answers on every machine are worth the tenth of the time that this costs there.
        options.add_session_config_entry("session.x64quantprecision", "1")
        self._session = onnxruntime.InferenceSession(
            str(folder / NETWORK), sess_options=options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        with np.load(folder / PAIRS) as weights:
            self.scorer = PairScorer({name: weights[name] for name in weights.files})
        self._columns: dict[str, slice] = {n: slice(a, b) for n, (a, b) in self.card["columns"].items()}

    @property
    def version(self) -> str:
        """The model's version, as its card names it."""
        return str(self.card["version"])

    def pieces(self, text: str) -> Pieces:
        """The word pieces of a text."""
        return pieces_of(text, self._tokenizer)

    def answers(self, pieces: Pieces, hints: Hints) -> Answers:
        """One pass over the text, in windows where it is long."""
        spans = windows(len(pieces.ids))
        rows: list[Floats] = []
        documents: list[Floats] = []
        for (first, end), (keep, stop) in zip(spans, kept(spans), strict=True):
            ids = np.array([[_CLS, *pieces.ids[first:end], _SEP]], dtype=np.int64)
            given = np.zeros((1, end - first + 2, len(HINTS)), dtype=np.uint8)
            given[0, 1:-1] = hints.matrix[first:end]
            states, document = self._session.run(None, {"ids": ids, "hints": given})
            documents.append(document[0])
            rows.append(states[0, 1 + keep - first : 1 + stop - first])
        whole = np.concatenate(rows)
        columns = self._columns
        return Answers(
            logits={n: whole[:, c] for n, c in columns.items() if ":" in n},
            left=whole[:, columns["left"]],
            right=whole[:, columns["right"]],
            tellings=hints.tellings,
            document={n: np.stack(documents)[:, a:b] for n, (a, b) in self.card["document"].items()},
        )


def _card(folder: Path) -> dict[str, Any]:
    path = folder / CARD
    try:
        card: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: the trained reader's card cannot be read ({error}); {_HELP}") from error
    for name, wanted in card["sha256"].items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise ModelError(
                f"{folder / name}: the trained reader's file is missing ({error.strerror}); {_HELP}"
            ) from error
        if found != wanted:
            raise ModelError(f"{folder / name}: the trained reader's file is damaged (SHA-256 {found[:12]}…); {_HELP}")
    return card


_HELP = "install annals anew, or read with --reader rules"
