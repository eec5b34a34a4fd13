"""Names from content: the same input always gets the same id."""

import hashlib


def content_id(prefix: str, *parts: str | int | None) -> str:
    """Return `prefix` and 16 hex digits of a SHA-256 over the parts.

    Each part is hashed with its length before it, so that parts cannot run together; None differs from "".

    >>> content_id("r", "a", "bc") == content_id("r", "ab", "c")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        raw = b"" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update(f"{'-' if part is None else len(raw)}:".encode())
        digest.update(raw)
    return prefix + digest.hexdigest()[:16]


def number_of(content: bytes) -> int:
    """Return a number of 63 bits made of some content: for keys of which a table has very many.

    Two contents get one number once in some billions of billions of pairs; nothing that matters may hang on it.
    """
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest()) >> 1
