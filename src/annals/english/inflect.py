"""Regular English word forms, with the irregular verbs that news of violence uses."""

from typing import Literal

Form = Literal["base", "s", "past", "participle", "ing", "singular", "plural"]

_IRREGULAR: dict[str, tuple[str, str]] = {
    "bear": ("bore", "borne"),
    "beat": ("beat", "beaten"),
    "begin": ("began", "begun"),
    "behead": ("beheaded", "beheaded"),
    "blow": ("blew", "blown"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "burn": ("burned", "burned"),
    "burst": ("burst", "burst"),
    "cast": ("cast", "cast"),
    "catch": ("caught", "caught"),
    "come": ("came", "come"),
    "cut": ("cut", "cut"),
    "do": ("did", "done"),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"),
    "fight": ("fought", "fought"),
    "find": ("found", "found"),
    "fly": ("flew", "flown"),
    "forbid": ("forbade", "forbidden"),
    "freeze": ("froze", "frozen"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "hang": ("hanged", "hanged"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "hurt": ("hurt", "hurt"),
    "know": ("knew", "known"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "let": ("let", "let"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "overrun": ("overran", "overrun"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "shoot": ("shot", "shot"),
    "shed": ("shed", "shed"),
    "shut": ("shut", "shut"),
    "slay": ("slew", "slain"),
    "slit": ("slit", "slit"),
    "speak": ("spoke", "spoken"),
    "strike": ("struck", "struck"),
    "swear": ("swore", "sworn"),
    "sweep": ("swept", "swept"),
    "take": ("took", "taken"),
    "tear": ("tore", "torn"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "throw": ("threw", "thrown"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
}
_DOUBLING = frozenset(
    (
        "abet drop gun hit kidnap lob mob plan plot pop rob stab stop strip trap wrap drag ram slam cut set "
        "ban shed slip snap spot tip jam pin admit commit omit refer rebut regret occur expel begin step shut slap run "
        "overrun slit let machine-gun rip gut brag shrug"
    ).split()
)
# British English doubles the last letter of these, American English does not.
_BOTH = frozenset("cancel label level pummel".split())
_REGULAR_MEN = frozenset({"human", "german", "roman", "norman", "ottoman", "shaman"})
_IRREGULAR_NOUNS = {"man": "men", "woman": "women", "child": "children", "person": "people", "knife": "knives"}


def verb_forms(phrase: str) -> list[tuple[str, Form]]:
    """All forms of a verb phrase whose first word is the verb; past and participle may be equal.

    >>> verb_forms("open fire")[2:]
    [('opened fire', 'past'), ('opened fire', 'participle'), ('opening fire', 'ing')]
    """
    verb, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle = _IRREGULAR.get(verb, (_past(verb), _past(verb)))
    forms: list[tuple[str, Form]] = [
        (verb, "base"),
        (_plural(verb), "s"),
        (past, "past"),
        (participle, "participle"),
        (_ing(verb), "ing"),
    ]
    if verb in _BOTH:
        forms += [
            (f"{verb}{verb[-1]}ed", "past"),
            (f"{verb}{verb[-1]}ed", "participle"),
            (f"{verb}{verb[-1]}ing", "ing"),
        ]
    return [(form + tail, name) for form, name in forms]


def noun_forms(phrase: str) -> list[tuple[str, Form]]:
    """Singular and plural of a noun phrase whose last word is the noun.

    >>> noun_forms("car bomb")
    [('car bomb', 'singular'), ('car bombs', 'plural')]
    """
    head, _, noun = phrase.rpartition(" ")
    lead = f"{head} " if head else ""
    for one, many in _IRREGULAR_NOUNS.items():
        if noun.endswith(one) and noun.lower() not in _REGULAR_MEN:
            return [(phrase, "singular"), (lead + noun[: -len(one)] + many, "plural")]
    return [(phrase, "singular"), (lead + _plural(noun), "plural")]


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if verb in _DOUBLING else verb + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    doubled = verb in _DOUBLING or verb in ("hit", "set", "cut", "put")
    return verb + verb[-1] + "ing" if doubled else verb + "ing"
