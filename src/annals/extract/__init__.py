"""Reading: one report in, its events in the report's words out."""

from annals.extract.base import Extractor
from annals.extract.readers import READERS, reader

__all__ = ["READERS", "Extractor", "reader"]
