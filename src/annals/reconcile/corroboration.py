"""How well an incident is attested: by how many origins, resting on what kinds of speakers, contested or accepted.

The precedent are the grades of Airwars (weak: a single source; fair: two or more generally credible sources;
confirmed: accepted by a belligerent; contested: rival claims of responsibility). Two reports that are no reprints of
each other may still both quote one statement, so that two origins count as more only where they rest on different kinds
of speakers.
"""

from collections import defaultdict
from collections.abc import Sequence

from annals.model.incident import Corroboration
from annals.reconcile.case import Case, Rule
from annals.reconcile.voices import VOICE_WORDS, Voice, voice_of

RULE = Rule(
    name="origins_voices_and_contest",
    sentences=(
        "single source: all reports go back to one origin; a reprint is no second one.",
        "two independent origins: two, neither a reprint of the other, that may rest on the same kind of speakers.",
        (
            "corroborated: three or more origins; or two of which each rests on a kind of speakers that the other does"
            " not (officials and witnesses, say)."
        ),
        "confirmed: two or more origins, one party says that it did it, and nobody contests that.",
        "contested: two or more origins, and it is contested who did it (a denial by the accused, or rival claims).",
        "The reason names the kinds of speakers, and the fields on which the reports contradict each other.",
        "That no text is a reprint of another does not prove that their sources differ.",
    ),
)
_CORROBORATED = 3
_TWO = 2


def grade(
    case: Case,
    report_ids: Sequence[str],
    *,
    contested: str | None = None,
    claimed: str | None = None,
    differ: Sequence[str] = (),
) -> Corroboration:
    """Grade an incident.

    Args:
        case: its claims.
        report_ids: the reports that tell it, each once.
        contested: why it is contested who did it, None where it is not.
        claimed: the party that says it did it, None where none does.
        differ: names of the fields on which live claims contradict each other.
    """
    reports = len(report_ids)
    count = len({case.origins[name] for name in report_ids})
    versions = sum(name in case.newer for name in report_ids)
    copies = max(0, reports - count - versions)
    told = f"{reports} report{'' if reports == 1 else 's'}"
    reprints = f", {copies} of them a reprint" if copies == 1 else f", {copies} of them reprints" if copies else ""
    reprints += f", {versions} of them superseded by later versions" if versions else ""
    spoken = _voices(case)
    heard = sorted({voice for voices in spoken.values() for voice in voices}, key=list(VOICE_WORDS).index)
    voices = f" Speakers: {', '.join(VOICE_WORDS[voice] for voice in heard)}." if heard else ""
    fields = ", ".join(name.replace("_", " ") for name in differ)
    differences = f" They contradict each other on {fields}." if differ else ""
    if count == 1:
        reason = f"One origin in {told}{reprints}.{voices}{differences}"
        return Corroboration(reports=reports, origins=1, grade="single source", grade_reason=reason)
    base = f"{count} origins in {told}{reprints}"
    if contested:
        name, why = "contested", f"{base}, but {contested}."
    elif claimed:
        name, why = "confirmed", f"{base}, and {claimed} says that it did it."
    elif count >= _CORROBORATED:
        name, why = "corroborated", f"{base}, none a reprint of another."
    elif _rest_on_others(spoken):
        name, why = "corroborated", f"{base}, none a reprint of another, and they rest on different kinds of speakers."
    else:
        name, why = "two independent origins", f"{base}, none a reprint of another."
    return Corroboration(reports=reports, origins=count, grade=name, grade_reason=f"{why}{voices}{differences}")


def _voices(case: Case) -> dict[str, set[Voice]]:
    """Origin -> the kinds of speakers by whom it tells what happened; its own voice and unnamed sources are none.

    Who praises or declines to comment attests nothing.
    """
    found: dict[str, set[Voice]] = defaultdict(set)
    for h in case.heard:
        voice = voice_of(h.claim.speaker)
        if voice not in ("report", "others", "unnamed") and h.claim.stance not in ("praises", "declines"):
            found[h.origin].add(voice)
    return found


def _rest_on_others(spoken: dict[str, set[Voice]]) -> bool:
    """Whether each of two origins has a kind of speakers of its own."""
    sets = list(spoken.values())
    return len(sets) == _TWO and bool(sets[0] - sets[1]) and bool(sets[1] - sets[0])
