"""Options that several commands share, so that they read and work the same everywhere."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from annals.ledger import Filter
from annals.model.values import EVENT_TYPES, VALUE_TYPES
from annals.settings import read_settings
from annals.show.countries import country_code

F = TypeVar("F", bound=Callable[..., Any])

FILTERS = ("country", "place", "kind", "since", "until", "weapon", "actor", "text", "disagreement", "min_reports")
"""The parameters of a filter."""


def _settle(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:  # noqa: ARG001 -- Click's signature
    """Settle a setting: what was given, else the environment, else the default."""
    name = str(parameter.name)
    return getattr(read_settings(**{name: value}), name)


ledger_option = click.option(
    "--ledger", metavar="PATH", callback=_settle, help="The ledger's file.  [ANNALS_LEDGER; default: annals.db]"
)
reader_option = click.option(
    "--reader", metavar="NAME", callback=_settle, help="What reads the reports.  [ANNALS_READER; default: trained]"
)
jobs_option = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    callback=_settle,
    help="Reading processes at once.  [ANNALS_JOBS; default: one for each core]",
)
places_option = click.option(
    "--places",
    metavar="FILE",
    callback=_settle,
    help="Your own places and names, TOML or CSV.  [ANNALS_PLACES; default: LEDGER.places.toml or .csv, if there]",
)
gazetteer_option = click.option(
    "--gazetteer",
    metavar="FILE",
    callback=_settle,
    help="A gazetteer made by annals gazetteer.  [ANNALS_GAZETTEER; default: the one that comes with annals]",
)
rules_option = click.option(
    "--rules",
    metavar="SET",
    callback=_settle,
    help="Choose values by this set: conservative, representative or informative.  [ANNALS_RULES; default: its own]",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object, with schema_version, instead of a table."
)


def filter_options(command: F) -> F:
    """Add the options of a filter; the command gets them as keywords and hands them to `read_filter`."""
    for option in reversed(_FILTER_OPTIONS):
        command = option(command)
    return command


def read_filter(asked: dict[str, Any]) -> Filter:
    """Make a filter of the options that a person gave.

    Raises:
        click.BadParameter: a country or type that does not exist.
        UsageError: a day that is none.
    """
    kind = _event_type(asked["kind"])
    return Filter(
        country=_country(asked["country"]),
        place=asked["place"],
        event_type=kind if kind in EVENT_TYPES else None,
        sub_event_type=None if kind in EVENT_TYPES else kind,
        since=asked["since"],
        until=asked["until"],
        weapon=asked["weapon"],
        actor=asked["actor"],
        text=asked["text"],
        disagreement=asked["disagreement"],
        min_reports=asked["min_reports"],
    )


def option_name(parameter: str) -> str:
    """Return how a person writes a parameter of the filter.

    >>> option_name("min_reports"), option_name("kind")
    ('--min-reports', '--type')
    """
    return "--type" if parameter == "kind" else f"--{parameter.replace('_', '-')}"


_FILTER_OPTIONS = (
    click.option("--country", metavar="COUNTRY", help="Only in this country: its name or two-letter code."),
    click.option("--place", metavar="PLACE", help="Only at this place or in this region: a part of its name."),
    click.option(
        "--type", "kind", metavar="TYPE", help="Only of this ACLED event type or sub-event type, or a part of its name."
    ),
    click.option("--since", metavar="DATE", help="Only what may have been on that day (month, year) or later."),
    click.option("--until", metavar="DATE", help="Only what may have been on that day (month, year) or earlier."),
    click.option("--weapon", metavar="WEAPON", help="Only with this kind of weapon, or a part of its name."),
    click.option("--actor", metavar="ACTOR", help="Only with this party in any role: its id or a part of its name."),
    click.option("--text", metavar="WORDS", help="Only with these words in the title, the place or a quote."),
    click.option(
        "--disagreement",
        metavar="FIELD",
        type=click.Choice(("any", *VALUE_TYPES)),
        help="Only where the reports differ on this field, or on any.",
    ),
    click.option(
        "--min-reports", metavar="N", type=click.IntRange(min=1), help="Only what at least so many reports tell."
    ),
)


def _country(asked: str | None) -> str | None:
    if asked is None:
        return None
    code = country_code(asked)
    if code is None:
        raise click.BadParameter(
            f"there is no country {asked!r}; give an English name or an ISO 3166-1 code such as IQ.",
            param_hint="--country",
        )
    return code


def _event_type(asked: str | None) -> str | None:
    """Return the type that is asked for, in full: its name in any case, or a part that no other type has."""
    if asked is None:
        return None
    known = [*EVENT_TYPES, *(sub for subs in EVENT_TYPES.values() for sub in subs)]
    words = asked.casefold()
    exact = [name for name in known if name.casefold() == words]
    close = exact or [name for name in known if words in name.casefold()]
    if len(close) != 1:
        fault = f"{asked!r} may be any of: {'; '.join(close)}" if close else f"there is no type {asked!r}"
        types = "" if close else f"; the types are: {'; '.join(known)}"
        raise click.BadParameter(f"{fault}{types}.", param_hint="--type")
    return close[0]
