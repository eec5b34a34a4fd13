"""The course of events: incidents by week, changes, clusters, volleys, answers. It looks back, and only back."""

from typing import cast

from annals.show.concluding import change_words, fit_words, parameters, short
from annals.show.coursing import count_words, covers_words, dates_words, day_words, days_words, rate_words
from annals.show.tempo import NO_FORECAST
from annals.tempo import GROUPINGS, Grouping
from annals.web.asking import asked, hidden_fields
from annals.web.charts.tempo import tempo_chart
from annals.web.page import Ask, Page
from annals.web.pages.incidents import chips

_WORDS = {
    "change": change_words,
    "fit": fit_words,
    "parameters": parameters,
    "short": short,
    "count": count_words,
    "covers": covers_words,
    "dates": dates_words,
    "day": day_words,
    "days": days_words,
    "rate": rate_words,
}


def tempo(ask: Ask) -> Page:
    """Show the course of the incidents that the address picks."""
    query = ask.parameters.query()
    by = ask.parameters.choice("by", ("all", *GROUPINGS), "all")
    covers = ask.parameters.one("covers")
    found = ask.site.ledger.tempo(query, by=None if by == "all" else cast("Grouping", by), covers=covers)
    here = asked(query, by=None if by == "all" else by, covers=covers)
    return Page(
        template="tempo.html",
        title="Course of events",
        data=found,
        view={
            "query": query,
            "by": by,
            "groupings": ("all", *GROUPINGS),
            "covers": covers,
            "filter": asked(query),
            "ungrouped": asked(query, covers=covers),
            "hidden": hidden_fields(here, "since", "until", "covers"),
            "chips": chips(query),
            "chart": tempo_chart(found) if found.by is None else None,
            "words": _WORDS,
            "no_forecast": NO_FORECAST,
        },
    )
