"""The course of events: how often, in what numbers, how fast answered. It describes the past and predicts nothing.

Pure functions over incidents: no file, no clock, no chance (draws have fixed seeds).
"""

from annals.tempo.course import tempo_of
from annals.tempo.shapes import GROUPINGS, Grouping, Tempo

__all__ = ["GROUPINGS", "Grouping", "Tempo", "tempo_of"]
