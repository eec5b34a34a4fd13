"""Annotated offsets as word pieces."""

from pathlib import Path

from tokenizers import Tokenizer

from annals.extract.trained.pieces import Pieces


def tokenizer_at(model: Path) -> Tokenizer:
    """The tokenizer of the base model, without cutting or padding."""
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def pieces_at(pieces: Pieces, start: int, end: int) -> tuple[int, int] | None:
    """First and last piece (inclusive) that touch [start, end); None where none does."""
    inside = [i for i in range(len(pieces.ids)) if pieces.starts[i] < end and pieces.ends[i] > start]
    return (inside[0], inside[-1]) if inside else None
