"""Harmonising: a reading's words become values, each with its precision and basis."""

from annals.harmonise.account import harmonise
from annals.harmonise.undated import date_reports, redated

__all__ = ["date_reports", "harmonise", "redated"]
