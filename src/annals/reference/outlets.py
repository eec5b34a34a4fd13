"""Where outlets are at home: a local paper that writes "Columbus" means its own."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import urlsplit

_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/", re.IGNORECASE)
_NATIONAL = "-"


class Home(NamedTuple):
    """The place that an outlet mostly writes about."""

    country: str
    """ISO 3166-1 alpha-2."""
    region: str | None = None
    """Name of the first-order region; None for an outlet of the whole country."""
    town: str | None = None


@cache
def _homes() -> dict[str, Home]:
    table = tomllib.loads((files("annals.reference") / "data" / "outlets.toml").read_text(encoding="utf-8"))
    found = {}
    for country, regions in table.items():
        for region, towns in regions.items():
            for town, outlets in towns.items():
                home = Home(country) if region == _NATIONAL else Home(country, region, town)
                found.update(dict.fromkeys(outlets, home))
    return found


def home_of(publisher: str | None, url: str | None) -> Home | None:
    """Return where an outlet is at home, by its address or its name; None where the table lacks it.

    >>> home_of("Memphis Commercial Appeal", "https://www.commercialappeal.com/story/1")
    Home(country='US', region='Tennessee', town='Memphis')
    >>> home_of("The Lahore Moon", None) is None
    True
    """
    homes = _homes()
    for key in (*_address_keys(url), *_name_keys(publisher)):
        if key in homes:
            return homes[key]
    return None


def _address_keys(url: str | None) -> list[str]:
    """What an address may stand under, the most exact first: host with path, with subdomain, with its ending, bare."""
    if not url:
        return []
    try:
        parts = urlsplit(_ARCHIVED.sub("", url))
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return []
    labels = host.split(".")
    short = labels[-2] in {"co", "com", "org", "net"} and len(labels[-1]) == len("uk") if len(labels) > 2 else False  # noqa: PLR2004 -- "x.co.uk"
    own = labels[: -2 if short else -1]
    path = parts.path.strip("/").split("/")
    keys = [f"{host}/{'/'.join(path[:n])}" for n in (2, 1) if len(path) >= n and path[0]]
    if own:
        keys += [".".join(own), f"{own[-1]}.{labels[len(own)]}", own[-1]]
    return keys


def _name_keys(publisher: str | None) -> list[str]:
    if not publisher:
        return []
    name = re.sub(r"[^a-z0-9.-]+", "", publisher.lower())
    bare = re.sub(r"(?:\.com|\.co|\.org|\.net)+$", "", name).removeprefix("www.")
    return [bare, bare.removeprefix("the")]
