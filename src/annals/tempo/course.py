"""The whole answer: what the ledger covers, incidents by week, changes, clusters, volleys, answers."""

from collections.abc import Iterable, Mapping, Sequence

from annals.model import Incident
from annals.tempo.answers import answers_of
from annals.tempo.changes import changes_of
from annals.tempo.coverage import Days, covered, first_day, last_day, said
from annals.tempo.draws import history_of
from annals.tempo.excitation import excitation_of
from annals.tempo.grouping import Key, Pair, grouped
from annals.tempo.moments import by_first_day, moment_of
from annals.tempo.shapes import LEVEL, Course, Grouping, Tempo
from annals.tempo.volleys import volley_years, volleys_of
from annals.tempo.weeks import total_of, weeks_of

MOST = 20
"""Actors, places or weapons that are told one by one."""
_WITHDRAWN = "withdrawn"


def tempo_of(
    picked: Iterable[Incident],
    every: Iterable[Incident],
    published: Mapping[str, str | None],
    *,
    by: Grouping | None = None,
    covers: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Tempo:
    """Return the course of the incidents that were picked.

    Args:
        picked: The incidents that a question picks.
        every: All incidents of the ledger: what is covered, and what was answered, does not depend on the question.
        published: The day of publication of every report of the ledger by its id; None where it is not known.
        by: One course for each actor, place or weapon, instead of one for all.
        covers: What is covered where a person knows it: "FROM/TO" in days, months or years, several with commas
            between. None: it follows from the days on which reports were published, see `coverage.covered`.
        since: First day, month or year that is asked for; nothing before it is counted.
        until: Last day, month or year that is asked for.

    Raises:
        UsageError: `covers` is not of that form.
    """
    whole = [(moment_of(incident), incident) for incident in every]
    standing = list(by_first_day(pair for pair in whole if not _is_withdrawn(pair[1])))
    window = (first_day(since) if since else None, last_day(until) if until else None)
    days = covered(published, (incident for _, incident in whole), window)
    if covers is not None:
        days = tuple(part for part in (each.within(window) for each in said(covers)) if part is not None)
    chosen = list(picked)
    ids = {incident.incident_id for incident in chosen if not _is_withdrawn(incident)}
    pairs = [pair for pair in standing if pair[1].incident_id in ids]
    groups: list[tuple[Key, list[Pair]]] = [((None, None), pairs)] if by is None else grouped(pairs, by)
    names = {name: pair for pair in standing for name in (*pair[1].aliases, pair[1].incident_id)}
    return Tempo(
        level=LEVEL,
        covers=tuple(each.told() for each in days),
        told_covered=covers is not None,
        withdrawn=len(chosen) - len(ids),
        by=by,
        courses=tuple(_course(key, members, days) for key, members in groups[:MOST]),
        more=max(0, len(groups) - MOST),
        volleys=volleys_of(pairs),
        volley_years=volley_years(pairs),
        answers=answers_of(standing, names, ids),
    )


def _course(key: Key, pairs: Sequence[Pair], days: Sequence[Days]) -> Course:
    moments = [moment for moment, _ in pairs]
    dated = [moment for moment in moments if moment.dated]
    history = history_of(moments, days)
    changes = changes_of(history, moments)
    return Course(
        key=key[0],
        name=key[1],
        incidents=len(moments),
        exact=sum(moment.exact for moment in dated),
        spread=sum(moment.whole and not moment.exact for moment in dated),
        open=sum(not moment.whole for moment in dated),
        undated=len(moments) - len(dated),
        outside=sum(not any(moment.touches(part.start, part.end) for part in days) for moment in dated),
        weeks=weeks_of(moments, days),
        total=total_of(moments, days),
        changes=changes,
        excitation=excitation_of(history, changes),
    )


def _is_withdrawn(incident: Incident) -> bool:
    return incident.review.status == _WITHDRAWN
