"""All chains of answers: what reports say answered what, from step to step."""

from annals.show.chains import chain_words
from annals.web.charts.chain import chain_chart
from annals.web.page import Ask, Page

_SIZE = 20


def chains(ask: Ask) -> Page:
    """Show the chains, those first whose last incident is the latest."""
    found = ask.site.ledger.browse.chains(
        size=ask.parameters.number("size", _SIZE, 1, 500), cursor=ask.parameters.one("cursor")
    )
    return Page(
        template="chains.html",
        title="Chains",
        data=found,
        view={"result": found, "drawn": [(chain, chain_words(chain), chain_chart(chain)) for chain in found.rows]},
    )
