"""Link: which mentions, in which reports, tell of one event.

candidates (an index finds the pairs) -> compare (one small function a feature) -> judge (probability, verdict) ->
cluster (average linkage within hard limits). People's judgements win over all of it.
"""

from annals.link.linking import Linked, link, linked
from annals.link.shared import shared_incidents
from annals.model.cluster import Cluster, Evidence, PairEvidence

__all__ = ["Cluster", "Evidence", "Linked", "PairEvidence", "link", "linked", "shared_incidents"]
