"""The pages: each a function from an Ask to its data and view. `PAGES` says which address is which."""

from annals.web.pages import (
    actors,
    chains,
    changes,
    home,
    incident,
    incidents,
    log,
    map_page,
    report,
    reports,
    review,
    runs,
    tallies,
    tempo,
    timeline,
)

PAGES = (
    ("", home.home),
    ("incidents", incidents.incidents),
    ("incidents/{id}", incident.incident),
    ("incidents/{id}/why/{field}", incident.why),
    ("map", map_page.map_page),
    ("timeline", timeline.timeline),
    ("chains", chains.chains),
    ("tempo", tempo.tempo),
    ("actors", actors.actors),
    ("actors/{key:path}", actors.actor),
    ("reports", reports.reports),
    ("reports/{id}", report.report),
    ("review", review.review),
    ("review/{id}", review.pair),
    ("tallies", tallies.tallies),
    ("runs", runs.runs),
    ("runs/{id}", runs.run),
    ("log", log.log),
    ("changes", changes.changes),
    ("method", home.method),
)
"""Path of each page, and what makes it. A page is HTML at its path and JSON at the path with .json."""
