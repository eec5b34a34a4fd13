"""Collect: files, folders and standard input become reports, or refusals that say why not."""

from annals.collect.files import DEFAULT_LIMIT, collect
from annals.collect.report import report_of

__all__ = ["DEFAULT_LIMIT", "collect", "report_of"]
