"""Whether a report can tell of violence at all: it is passed over in no time where none of its words does.

The words are those by which the lexicons know events, harm, weapons and armed parties, each by its first word where a
phrase is longer, and the words that the annotated reports use for events besides.
"""

import re
from functools import cache

from annals.extract.lexicon import table

_WORD = re.compile(r"[a-z]+")
# What ends so is a form or a compound of a word below ("gunfight", "shootings", "firebombed").
_STEMS = (
    "kill slay slain murder homicid massacr assassin slaughter execut behead lynch stab knif machet bomb blast "
    "explo deton grenad mortar rocket missil shell artill drone airstrik strik struck attack assault ambush "
    "raid storm shoot shot gun fire firing rifle bullet sniper wound injur casualt fatal dead death die dying "
    "dies toll victim hostag kidnap abduct captiv hijack ransom rape tortur violen clash fight fought battle "
    "combat militant rebel insurgent guerrill jihad terror extremis gang cartel militia milit troop soldier "
    "armed weapon arms arson ablaze burn torch loot riot mob unrest beat hack intercept retaliat revenge aveng "
    "landmine mine ied trap projectil warhead warplane jet bombard siege overr captur crossfire hurt maim "
    "martyr bodies body corps hit target perpetrat assail suicid siren sabotag defus foil thwart destroy"
).split()


@cache
def _begin() -> tuple[frozenset[str], tuple[int, ...]]:
    """How words of violence begin, and the lengths of these beginnings."""
    words = {word for phrases in (table().triggers, table().harm, table().armed) for word in phrases.first_words()}
    begin = {*_STEMS, *(w for w in words if len(w) > len("the") and w.isalpha() and w not in _COMMON)}
    return frozenset(begin), tuple(sorted({len(word) for word in begin}))


# First words of phrases that say nothing by themselves ("be treated", "lose their lives", "open fire").
_COMMON = frozenset(
    (
        "been being were left lose loses losing lost open opens opened opening have come came comes coming carry "
        "carries carried carrying claim claims claimed cost costs costing take takes took taken taking with "
        "without about there this that these those launch launches launched launching lead leads nobody none "
        "number rain rained pass passed passes passing pull pulled send sends sent bring brings brought bringing "
        "turn turned reported report confirmed feared found declared presumed pronounced suffer suffers suffered "
        "suffering sustain sustained receive received receives need needs needed require requires required survive "
        "survives survived treated taken rush rushed transported flown admitted evacuated hospitalised "
        "hospitalized unharmed unhurt safe escape escaped meet meets great land lands landed drop drops dropped "
        "force forces special security young local large small major"
    ).split()
)


def may_tell_violence(text: str) -> bool:
    """False where no word of the text is one that reports of violence use; such a report is read no further.

    >>> may_tell_violence("The choir sang until midnight."), may_tell_violence("Gunmen raided a farm.")
    (False, True)
    """
    begin, lengths = _begin()
    return any(word[:length] in begin for word in set(_WORD.findall(text.lower())) for length in lengths)
