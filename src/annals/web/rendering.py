"""Pages into HTML: the templates, what they all may use, and nothing that could let text from outside act as markup."""

from functools import cache
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from annals import __version__
from annals.judging import meant
from annals.model.values import EVENT_TYPES
from annals.show.clean import printable
from annals.show.countries import country_name
from annals.show.relations import RELATIONS
from annals.show.table import counted
from annals.show.tallies import AGAINST, VERDICTS
from annals.show.values import (
    date_note,
    date_words,
    place_note,
    place_words,
    published_words,
    range_words,
    value_words,
    weapon_words,
)
from annals.web.charts.series import band_words
from annals.web.matrix import STATES, field_name
from annals.web.page import Ask, Page
from annals.web.safe import breakable, shown
from annals.web.words import GRADES, by_status, compared, moment_words, toll_words


@cache
def environment() -> Environment:
    """Return the template environment; every value is escaped, and a name that is missing is an error."""
    made = Environment(
        loader=PackageLoader("annals.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "shown": shown,
        "printable": printable,
        "country": country_name,
        "field": field_name,
        "date": date_words,
        "date_note": date_note,
        "place": place_words,
        "place_note": place_note,
        "published": published_words,
        "value": value_words,
        "moment": moment_words,
        "toll": toll_words,
        "breakable": breakable,
        "band": band_words,
        "standing": by_status,
        "meant": meant,
        "spaced": lambda text: str(text).replace("_", " "),
    }
    made.globals |= {
        "counted": counted,
        "range_words": range_words,
        "weapon_words": weapon_words,
        "STATES": STATES,
        "GRADES": GRADES,
        "RELATIONS": RELATIONS,
        "VERDICTS": VERDICTS,
        "AGAINST": AGAINST,
        "event_types": EVENT_TYPES,
        "compared": compared,
        "version": __version__,
    }
    return made


def html(page: Page, ask: Ask) -> str:
    """Return the page, or the one part of it that a script asked for, as HTML."""
    template = environment().get_template(page.template)
    context = {
        "page": page,
        "title": page.title,
        "data": page.data,
        "ask": ask,
        "link": ask.links.to,
        "data_link": ask.links.data,
        "asset": ask.links.asset,
        "served": ask.links.served,
        "may_write": ask.may_write,
        **page.view,
    }
    if ask.part is not None and ask.part in template.blocks:
        return "".join(template.blocks[ask.part](template.new_context(context)))
    return template.render(context)


def json_text(data: Any) -> bytes:
    """Return a page's data as JSON."""
    return msgspec.json.encode(data)
