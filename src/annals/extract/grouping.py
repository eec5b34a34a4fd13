"""Which clauses of a report tell one event: candidates become drafts of tellings."""

from annals.extract.candidates import Candidate
from annals.extract.drafts import Draft, Points
from annals.extract.fitting import JOIN, Context, context_of, fit
from annals.extract.when import when_of
from annals.extract.whereabouts import Where
from annals.reference.gazetteer import Gazetteer

_READINGS = 4


def group(candidates: list[Candidate], gazetteer: Gazetteer, published: str | None) -> list[Draft]:
    """Gather candidates, in the report's order, into drafts: each joins the draft that it fits best, or opens one.

    A clause that tells nothing of its own joins the best draft that allows it, or is left out.
    """
    drafts: list[Draft] = []
    for candidate in candidates:
        if candidate.loose and candidate.definite and not any(draft.aggregate for draft in drafts):
            candidate.aggregate = False
        context = context_of(
            candidate, when_of(candidate.times), points_of(candidate.where, gazetteer), published, drafts
        )
        ranked = [(s, n) for n, draft in enumerate(drafts) if (s := fit(draft, candidate, context)) is not None]
        score, best = max(ranked, default=(0.0, -1))
        thin = _thin(candidate, context)
        if score >= JOIN or (thin and score > 0):
            draft = drafts[best]
        elif thin and not candidate.harmful and not candidate.aggregate and (drafts or not candidate.worded):
            continue
        else:
            draft = Draft()
            drafts.append(draft)
        draft.take(candidate, context.when, context.points)
    return drafts


def _thin(candidate: Candidate, context: Context) -> bool:
    """Whether a clause brings neither day nor spot nor a new event: then it tells more of an old one."""
    if (candidate.charged and not candidate.harmful) or (candidate.doers and candidate.harmful):
        return False
    return not (context.anchored or candidate.another or (candidate.introduces and candidate.harmful))


def points_of(where: Where | None, gazetteer: Gazetteer) -> Points:
    """What the first name of a place phrase may mean; empty where it names none."""
    if where is None or not where.matches:
        return ()
    return tuple(gazetteer.lookup(where.matches[0].words)[:_READINGS])
