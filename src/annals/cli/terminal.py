"""A terminal that hostile text cannot steer."""

from io import TextIOBase
from typing import TextIO

from annals.show.clean import printable


class Terminal(TextIOBase):
    """Passes text on with its control characters made visible; line ends stay."""

    def __init__(self, stream: TextIO) -> None:
        """Write to `stream`."""
        self._stream = stream

    def write(self, text: str) -> int:
        """Write the text in a form that is safe to look at."""
        self._stream.write(printable(text.replace("\r\n", "\n"), line_ends=True))
        return len(text)
