"""Who tells a deed: the doers of a candidate with their speakers."""

from annals.extract.candidates import Candidate
from annals.extract.doers import voiced
from annals.extract.said import Said


def give_voice(candidate: Candidate, said: list[Said]) -> None:
    """Give the candidate's doers their speakers."""
    candidate.findings = voiced(candidate.findings, said, candidate.clause.sentence)
