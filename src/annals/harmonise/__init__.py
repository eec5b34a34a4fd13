"""Harmonising: a reading's words become values, each with its precision and basis."""

from annals.harmonise.account import harmonise

__all__ = ["harmonise"]
