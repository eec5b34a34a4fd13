"""Who tells a deed: the doers of a candidate with their speakers, and what a party tells of itself."""

from annals.extract.candidates import Candidate
from annals.extract.doers import own_deeds, voiced
from annals.extract.speakers import Said


def give_voice(candidate: Candidate, said: list[Said], text: str) -> None:
    """Give the candidate's doers their speakers, and add what the speaker says that his own side did or did not do."""
    candidate.findings = voiced(candidate.findings, said, candidate.clause.sentence)
    if candidate.realis in ("actual", "denied"):
        candidate.findings += own_deeds(candidate.clause, said, text, denied=candidate.realis == "denied")
