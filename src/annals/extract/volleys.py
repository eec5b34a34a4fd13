"""What became of munitions: fired, hit, or intercepted, by the verb and on which side of it they stand."""

import re
from collections.abc import Iterator

from annals.english.numbers import Number
from annals.extract.clauses import Clause
from annals.model import Field

_INTERCEPTED = (
    r"intercept(?:s|ed|ing)?|sh(?:oo|o)t(?:s|ing)?\s+(?:\w+\s+)?down|down(?:s|ed|ing)|(?:brought|bring|bringing|"
    r"knocked|taken|took|"
    r"blown|shot)\s+(?:down|out of the (?:sky|air))|destroyed\s+(?:in the (?:air|sky)|in mid-?air|mid-?air|"
    r"in flight|before)|"
    r"neutrali[sz](?:es|ed|ing)|jammed|scrambled|torn up in the air|repelled|thwarted|stopped in the air|"
    r"blown up in the air|"
    r"disabled|defused|failed to (?:explode|detonate|reach|go off)"
)
_HIT = (
    r"hit|hits|hitting|struck|strikes?|striking|land(?:s|ed|ing)?|slam(?:s|med|ming)?|fell|falls?|falling|fallen|"
    r"crash(?:es|ed|ing)?|"
    r"impact(?:s|ed|ing)?|explod(?:es?|ed|ing)|reached|smash(?:es|ed|ing)?|plough(?:s|ed|ing)|detonat(?:es?|ed|"
    r"ing)|came down|"
    r"went off|got through|tore|ripped|pounded|rained|blew up|levell?ed|flattened|destroyed|wrecked|damaged|demolished"
)
_HIT_PAST = (
    r"hit|struck|landed|slammed|fell|fallen|crashed|impacted|exploded|reached|smashed|detonated|came down|"
    r"went off|got through"
)
_FIRED = (
    r"fir(?:es?|ed|ing)|launch(?:es|ed|ing)?|lob(?:s|bed|bing)|shot|rain(?:s|ed)|sent|sends?|sending|us(?:es?|ed|"
    r"ing)|hurl(?:s|ed|ing)|loos(?:ed|ing)|"
    r"dropp?(?:s|ed|ing)|threw|throw(?:s|n|ing)|toss(?:es|ed|ing)|unleash(?:es|ed|ing)?|directed|aimed|lobbed|"
    r"flew|discharged|carried out|"
    r"attacked|targeted|deployed|released"
)
_VOLLEY = r"(?:volley|salvo|barrage|hail|wave|burst|swarm|shower|series)\s+of"
_FILL = (
    r"(?:\s+(?:by|with|using|at least|some|about|around|up to|as many as|also|in|total|a|the|another|its|their|"
    r"more than|of))*"
)
_BEHIND: list[tuple[Field, re.Pattern[str]]] = [
    ("hit", re.compile(r"\b(?:hit|struck|pounded|damaged|destroyed|rocked)\s+by\s*$", re.IGNORECASE)),
    ("intercepted", re.compile(rf"\b(?:{_INTERCEPTED}){_FILL}\s*$", re.IGNORECASE)),
    ("fired", re.compile(rf"\b(?:{_FIRED}|{_VOLLEY}){_FILL}\s*$", re.IGNORECASE)),
]
_AHEAD = re.compile(rf"\b(?:(?P<intercepted>{_INTERCEPTED})|(?P<hit>{_HIT})|(?P<fired>{_FIRED}))\b", re.IGNORECASE)
_STOP = re.compile(r"[;:]|\.\s|\b(?:killing|killed|wounding|wounded|but|while|whereas)\b", re.IGNORECASE)
_REDUCED = re.compile(
    r"\A\s*(?:and \w+\s+)?(?:that|which)?\s*(?:\w+ly\s+)?(?:fired|launched|aimed|sent|directed|dropped)\s+(?:by|"
    r"at|from|toward|towards|into|over|against|on)\b",
    re.IGNORECASE,
)
_COUNT_TAIL = re.compile(
    rf"(?:\s+(?:of\s+(?:them|those|these|which|(?:the|its|their)\s+(?:[\w-]+\s+){{0,2}}?(?:projectiles|rockets|"
    rf"missiles|shells|rounds|drones|munitions|mortars|bombs|"
    rf"warheads|weapons|\w+))|others?|more))?\s+(?:(?:was|were|is|are|had|have|has|being|been|reportedly|also|"
    rf"all)\s+){{0,3}}"
    rf"(?:(?P<intercepted>{_INTERCEPTED})|(?P<hit>{_HIT_PAST})|(?P<fired>fired|launched))\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:rockets|missiles|drones|shells|mortars|projectiles|bombs|katyushas|grads|uavs|munitions|grenades|"
    r"warheads|mortar (?:rounds|bombs))\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:people|persons|civilians|soldiers|residents|fighters|buildings|houses|targets|ships|vehicles|cars|homes)\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\bof\s+(?:the|its|their)\s+$", re.IGNORECASE)
_CONTEXT = 260


def after_phrase(ahead: str) -> Field | None:
    """What the words behind "six rockets" say became of them; None where no verb does.

    A reduced clause ("fired at the base") gives way to the verb that follows it ("were shot down").
    """
    stop = _STOP.search(ahead)
    within = ahead[: stop.start()] if stop else ahead
    senses = [(m.lastgroup, m.start()) for m in _AHEAD.finditer(within)]
    if not senses:
        return None
    first = senses[0][0]
    if first == "fired" and _REDUCED.match(within) and len(senses) > 1 and senses[1][0] != "fired":
        return _field(senses[1][0])
    if first == "hit" and re.match(r"\s*(?:,|[a-z]+\s)?\s*(?:all|both)\b", within):
        return "hit"
    return _field(first)


def before_phrase(behind: str) -> Field | None:
    """What the verb before "six rockets" does with them ("fired", "hit by"); None where none governs them."""
    return next((field for field, pattern in _BEHIND if pattern.search(behind)), None)


def of_the_volley(clause: Clause, text: str) -> Iterator[tuple[Number, Field, int]]:
    """Find the numbers of a volley told before, each with what became of them and where that ends.

    So in "14 of the rockets landed", "114 were shot down", "one was intercepted and one landed inside".
    """
    for number in clause.sentence.numbers:
        if not clause.holds(number.start, number.end) or number.kind not in ("cardinal", "vague"):
            continue
        if _OF_THE.search(text[max(0, number.start - 8) : number.start]):
            continue
        tail = _COUNT_TAIL.match(text, number.end, min(clause.sentence.end, number.end + 90))
        if tail is None or _PEOPLE.search(tail.group()):
            continue
        before = text[max(0, number.start - _CONTEXT) : number.start]
        if _TOLD.search(before) or _TOLD.search(tail.group()):
            yield number, _field(tail.lastgroup) or "hit", tail.end()


def fired_first(ahead: str) -> bool:
    """Whether the words behind "six rockets" go on with "fired at the base", before they tell what became of them."""
    return _REDUCED.match(ahead) is not None


def _field(name: str | None) -> Field | None:
    known: dict[str, Field] = {"intercepted": "intercepted", "hit": "hit", "fired": "fired"}
    return known.get(name or "")
