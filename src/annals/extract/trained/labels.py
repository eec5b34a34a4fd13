"""What the trained reader's network gives, in the order of its outputs. Training and reading share this file."""

TYPES = (
    "Armed clash",
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Chemical weapon",
    "Air/drone strike",
    "Suicide bomb",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Grenade",
    "Sexual violence",
    "Attack",
    "Abduction/forced disappearance",
    "Excessive force against protesters",
    "Violent demonstration",
    "Mob violence",
    "Disrupted weapons use",
    "Looting/property destruction",
    "accident",
    "self-harm",
)
"""ACLED's sub-event types; the last two are harm that is no violent incident."""

REALIS = ("actual", "planned", "threatened", "hypothetical", "denied", "historical")
PROMINENCE = ("reported", "recalled")
AGGREGATE = ("one", "several")

LAYERS: dict[str, tuple[str, ...]] = {
    "event": ("event",),
    "time": ("date", "time"),
    "place": ("place", "facility"),
    "weapon": ("weapon",),
    "damage": ("damage",),
    "actor": ("actor",),
    "figure": (
        "killed",
        "wounded",
        "missing",
        "abducted",
        "fired",
        "hit",
        "intercepted",
        "nobody",
        "other",
    ),
    "stance": ("claims", "denies", "blames", "suspects", "praises", "declines", "retracts", "unclaimed"),
    "response": (
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "SANCTION",
        "REQUEST",
        "MOBILIZE",
        "COERCE",
        "RETREAT",
        "CONSULT",
        "AGREE",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "PROTEST",
    ),
    "tally": ("tally",),
    "tie": ("retaliation_for", "response_to", "follows", "part_of", "same_campaign", "precursor", "repeats"),
}
"""Layers of spans; within a layer spans do not overlap. Each class has a begin and an inside tag, after `outside`."""

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "type": TYPES,
    "realis": REALIS,
    "prominence": PROMINENCE,
    "aggregate": AGGREGATE,
    "status": ("total", "part", "old"),
}
"""Told at each word; read off at the words of an event (`status`: of a figure)."""

RELATIONS = (
    "same_event",
    "belongs",
    "perpetrator",
    "target",
    "victim",
    "by",
    "party",
    "of",
    "to",
    "about",
    "from",
)
"""Between two spans, left to right as listed in PAIRS; each is yes or no."""

PAIRS: dict[tuple[str, str], tuple[str, ...]] = {
    ("event", "event"): ("same_event",),
    ("event", "time"): ("belongs",),
    ("event", "place"): ("belongs",),
    ("event", "weapon"): ("belongs",),
    ("event", "damage"): ("belongs",),
    ("event", "actor"): ("perpetrator", "target", "victim"),
    ("event", "figure"): ("belongs",),
    ("figure", "actor"): ("by", "of"),
    ("stance", "actor"): ("by", "party"),
    ("stance", "event"): ("about",),
    ("response", "actor"): ("by", "to"),
    ("response", "event"): ("about",),
    ("tally", "event"): ("about",),
    ("tie", "event"): ("from", "to"),
}
"""Which relations are asked between which layers."""

TELLINGS: tuple[str, ...] = ("unknown", "same", "other")
"""Whether the rules give both spans of a pair to one telling."""

DISTANCES = (0, 1, 2, 3, 5, 8, 12, 18, 27, 40, 60, 90, 140, 220)
"""Lower bounds of the distance classes, in word pieces between the starts of two spans; the sign doubles them."""
