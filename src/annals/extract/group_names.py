"""Names of groups that no table has: told by the word that such names are built on ("Brigade of the Ninth Star").

The heads are those that armed groups of many languages give themselves; they count only in capitals, and only with a
name before or behind them, so that "the army" or "Brigade" alone is none.
"""

import re
from collections.abc import Iterator

_HEAD = (
    r"Brigades?|Battalions?|Regiment|Division|Fronts?|Movement|Army|Armies|Militia|Guards?|Forces?|Command|"
    r"Commandos?|Group|Faction|Organi[sz]ation|Party|Union|Alliance|Coalition|Council|Cartel|Resistance|Warriors|"
    r"Lions|Tigers|Falcons|Eagles|Hawks|Panthers|Wolves|Scorpions|Avengers|Fighters|Martyrs|Soldiers|Knights|Swords?|"
    r"Sons|Guardians|Defenders|Partisans|Rebels|Legion|Corps|Squad|Cell|Clan|Gang|Mafia|Boys|Vigilantes|Company|"
    r"Column|Unit|Wing|Network|Society|League|Congress|Committee|Province|Emirate|Caliphate|Vanguard|Bloc|Mujahide+n|Syndicate"
)
_FOREIGN = (
    r"Liwa['’]?a?|Saraya|Kat(?:i|ee)bat?|Kata['’]?[ie]b|Jaish|Jaysh|Jeish|Harakat|Harkat|Ansar|Jamaa?t|Jama['’]?at|"
    r"Tehree?k|Tehrik|Lashkar|Laskar|Jund|Asa['’]?ib|Usbat|Firqat|Faylaq|Failaq|Quwat|Ahrar|Suqour|Fursan|Abna|"
    r"Hizb|Sipah|Mukti|Frente|Comando|Ejército|Fuerzas|Bloque|Movimiento|Brigadas?|Mouvement|Groupe|Armée|Forces|"
    r"Coordination|Primeiro|Tropa|Cártel|Yan"
)
_NAME = r"(?:\d+(?:st|nd|rd|th)|(?:al|el|ul|wal|as|ash|at)[- ][A-Z][\w’'-]+|[A-Z][\w’'-]*[\w])"
_NO_NAME = (
    r"(?!(?:The|A|An|On|In|At|By|From|After|Before|But|And|When|While|As|If|For|With|No|Two|Three|Four|Five|Several|Some|"
    r"Its|Their|His|Her|Our|Both|That|This|Meanwhile|Later|Earlier|Also|However|Mr|Gen|Col|Capt|Maj|Lt|"
    r"\w+day|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_TAIL = rf"\s+(?:of|for)\s+(?:the\s+)?{_NAME}(?:\s+(?:and\s+)?{_NAME}){{0,3}}"
_PARTICLE = r"(?:de|del|da|do|des|du|la|los|al|wa|e)"
_GROUP = re.compile(
    rf"\b(?:(?:{_NO_NAME}{_NAME}\s+){{1,4}}(?:{_HEAD})\b(?:{_TAIL}){{0,3}}|(?:{_HEAD})(?:{_TAIL}){{1,3}}"
    rf"|Family\s+of\s+the\s+{_NAME}"
    rf"|(?:{_FOREIGN})(?:\s+{_PARTICLE}\b)*\s+{_NAME}(?:\s+(?:{_PARTICLE}\s+)?{_NAME}){{0,3}})"
)
_OFFICE_BEHIND = re.compile(r"\s+(?:chief|commander|leader|spokes\w+|secretary|headquarters|base|barracks|camp)\b")
_LONGEST = 90


def whole_group(text: str, start: int, end: int, stop: int) -> int:
    """Where the group's name ends that begins in the stretch and runs on behind it, up to `stop`; else its own end.

    >>> whole_group("the Red Front planned it", 0, 7, 24)
    13
    """
    return next((b for a, b in group_names(text, start, stop) if a < end < b), end)


def group_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text[start:end]` that are shaped as a group's name, in order, not overlapping."""
    for found in _GROUP.finditer(text, start, end):
        if found.end() - found.start() <= _LONGEST and not _OFFICE_BEHIND.match(text, found.end()):
            yield found.span()
