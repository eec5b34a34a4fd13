"""Reconcile: one record of each cluster, one named rule a field, support and dissent kept."""

from annals.reconcile.explain import RULES, Explanation, explain
from annals.reconcile.record import incident_id, reconcile

__all__ = ["RULES", "Explanation", "explain", "incident_id", "reconcile"]
