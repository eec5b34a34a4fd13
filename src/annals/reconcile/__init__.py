"""Reconcile: one record of each cluster, one named rule a field, support and dissent kept."""

from annals.reconcile.explain import Explanation, explain, rules_of
from annals.reconcile.record import draft, incident_id, reconcile
from annals.reconcile.redraw import redraw

__all__ = ["Explanation", "draft", "explain", "incident_id", "reconcile", "redraw", "rules_of"]
