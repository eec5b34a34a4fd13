"""The codes by which other data sets say how exactly they know day and place, and GTD's codes for days and claims.

Sources: the codebooks of ACLED (time and geo precision), UCDP GED (date_prec, where_prec) and GTD (iyear, imonth, iday,
specificity, vicinity, claimed, claimmode, compclaim, guncertain1). Our precisions are mapped to the nearest code; of
two to the vaguer one. That annals gives a code is no claim that these projects would code the record so.
"""

import re
from collections.abc import Mapping

from annals.model import Incident
from annals.model.days import month_day, ordinal
from annals.reference.actors import ActorTable
from annals.reference.weapons import WeaponEntry, WeaponTable

ACLED_TIME: Mapping[str, int] = {"day": 1, "few_days": 2, "week": 2, "month": 3, "year": 3}
"""1 exact day, 2 week, 3 month or coarser."""
ACLED_GEO: Mapping[str, int] = {
    "site": 1,
    "town": 1,
    "near_town": 2,
    "adm2": 3,
    "adm1": 3,
    "country": 3,
    "sea": 3,
}
"""1 particular town, 2 near a town or a small area, 3 larger region."""
UCDP_DATE: Mapping[str, int] = {"day": 1, "few_days": 2, "week": 3, "month": 4, "year": 5}
"""1 exact, 2 two to six days, 3 week, 4 month, 5 year."""
UCDP_WHERE: Mapping[str, int] = {
    "site": 1,
    "town": 1,
    "near_town": 2,
    "adm2": 3,
    "adm1": 4,
    "country": 6,
    "sea": 7,
}
"""1 exact, 2 limited area around a place, 3 second-order and 4 first-order unit, 6 country, 7 sea."""
GTD_SPECIFICITY: Mapping[str, int] = {
    "site": 1,
    "town": 1,
    "near_town": 1,
    "adm2": 3,
    "adm1": 4,
    "country": 5,
    "sea": 5,
}
"""1 the town itself or near it (then vicinity is 1), 3 a district, 4 a province, 5 no better than that."""
_NOT_TOLD = -9


def gtd_day(incident: Incident) -> tuple[int | None, int, int]:
    """GTD's iyear, imonth and iday: 0 for a month or a day that is not known, None for a year that is not.

    The first possible day counts where the days lie in one month, as GTD dates what began then.
    """
    date = incident.date
    yearless = month_day(date)
    if yearless is not None:
        return None, yearless[0], yearless[1] or 0
    if ordinal(date.start) is None or date.start is None:
        return None, 0, 0
    start, end = date.start, date.end or ""
    year = int(start[:4])
    if end[:4] != start[:4]:
        return (year if date.precision in ("day", "few_days", "week") else None), 0, 0
    if end[:7] != start[:7]:
        return year, 0, 0
    return year, int(start[5:7]), int(start[8:10]) if date.precision in ("day", "few_days") else 0


def gtd_vicinity(incident: Incident) -> int | None:
    """1 near the place, 0 at it; None where no place is known."""
    if incident.place.precision == "unknown":
        return None
    return 1 if incident.place.precision == "near_town" else 0


def gtd_claimed(incident: Incident) -> int:
    """1 somebody claims it, 0 it is told that nobody does, -9 not told."""
    if any(actor.status == "claimed" for actor in incident.actors):
        return 1
    return 0 if any(claim.stance == "unclaimed" for claim in incident.claims) else _NOT_TOLD


GTD_CLAIM_MODES: Mapping[int, re.Pattern[str]] = {
    code: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for code, words in {
        1: r"letters?|parcel|fax",
        2: r"callers?|(?:phone|telephone|anonymous) calls?|by (?:tele)?phone|telephoned|phoned",
        4: r"e-?mails?|e-?mailed",
        5: r"notes? left|left at the scene|banners?|leaflets?|graffiti|pamphlets?",
        6: r"videos?|video ?tapes?|footage",
        7: r"telegram|twitter|tweet\w*|facebook|whatsapp|website|web site|online|blog|social media|channel|posted|amaq|"
        r"internet",
    }.items()
}
"""GTD's claimmode by the words that tell it: 1 letter, 2 call after the incident, 4 e-mail, 5 note left at the scene,
6 video, 7 posted to a website, blog or the like. 3, a call before, and 8, in person, are not told apart; 10 unknown."""
_MODE_UNKNOWN = 10


def gtd_claimmode(incident: Incident) -> int | None:
    """How the claim was made, by the words of the claims and of their speakers; None where nobody claims it."""
    claims = [
        claim for claim in incident.claims if claim.stance == "claims" and claim.state in ("supports", "dissents")
    ]
    if gtd_claimed(incident) != 1:
        return None
    told = " ".join(f"{claim.quote.exact} {claim.speaker.name or ''}" for claim in claims)
    return next((code for code, words in GTD_CLAIM_MODES.items() if words.search(told)), _MODE_UNKNOWN)


def gtd_compclaim(incident: Incident) -> int | None:
    """1 where two parties or more claim it, each for itself, 0 where one does, None where nobody does.

    A state and its army, or a group and its arm, are one.
    """
    table = ActorTable.load()
    claimants: set[str] = set()
    for actor in incident.actors:
        if actor.status == "claimed":
            entry = table.get(actor.actor_id) if actor.actor_id else None
            above = [parent.actor_id for parent in entry.parents] if entry is not None else []
            own = actor.actor_id or (actor.name or "").casefold()
            claimants.add(":".join(own.split(":")[:2]) if own.startswith("state:") else (above or [own])[0])
    return None if not claimants else int(len(claimants) > 1)


def gtd_guncertain(incident: Incident) -> int | None:
    """1 where the perpetrator is only suspected or blamed, 0 where it is named or claims it, None without any."""
    held = [actor.status for actor in incident.actors if actor.role == "perpetrator" and actor.status != "denied"]
    if not held:
        return None
    return 0 if {"named", "claimed"} & set(held) else 1


_ABOUT_CIVILIANS = frozenset(
    ("Sexual violence", "Attack", "Abduction/forced disappearance", "Excessive force against protesters")
)


def civilian_targeting(incident: Incident) -> str | None:
    """Yes for ACLED's sub-types that are violence against civilians; None where the type does not say."""
    return "yes" if incident.sub_event_type in _ABOUT_CIVILIANS else None


def civilians_killed(incident: Incident) -> tuple[int | None, int | None]:
    """The range of the figures told for civilians among the killed; None where no report counts them apart.

    Figures for children, women or journalists are no figures for civilians, of whom these are a part.
    """
    told = [group for group in incident.killed.groups if group.population == "civilians"]
    lows = [group.low for group in told if group.low is not None]
    highs = [group.high for group in told]
    return min(lows, default=None), None if None in highs else max((h for h in highs if h is not None), default=None)


def acled_inter(incident: Incident) -> list[str]:
    """ACLED's interaction classes of the perpetrators that the actor table knows, in the record's order."""
    table = ActorTable.load()
    known = [table.get(a.actor_id) for a in incident.actors if a.role == "perpetrator" and a.actor_id]
    return [str(entry.interaction) for entry in known if entry is not None and entry.interaction is not None]


def gtd_weaptypes(incident: Incident) -> list[str]:
    """GTD's weaptype of each kind of weapon, in the record's order."""
    return [str(entry.gtd) for entry in _weapons(incident) if entry.gtd is not None]


def plover_modes(incident: Incident) -> list[str]:
    """The mode of PLOVER's ASSAULT of each kind of weapon, in the record's order."""
    return [entry.plover for entry in _weapons(incident) if entry.plover is not None]


def _weapons(incident: Incident) -> list[WeaponEntry]:
    table = WeaponTable.load()
    return [entry for weapon in incident.weapons if weapon.kind and (entry := table.get(weapon.kind)) is not None]
