"""The closed vocabularies of the annotations; `guidelines.md` says what each word means."""

EVENT_TYPES = {
    "armed_clash": "Armed clash",
    "regains": "Government regains territory",
    "overtakes": "Non-state actor overtakes territory",
    "chemical": "Chemical weapon",
    "air_strike": "Air/drone strike",
    "suicide_bomb": "Suicide bomb",
    "shelling": "Shelling/artillery/missile attack",
    "ied": "Remote explosive/landmine/IED",
    "grenade": "Grenade",
    "sexual_violence": "Sexual violence",
    "attack": "Attack",
    "abduction": "Abduction/forced disappearance",
    "excessive_force": "Excessive force against protesters",
    "violent_demo": "Violent demonstration",
    "mob": "Mob violence",
    "disrupted": "Disrupted weapons use",
    "property": "Looting/property destruction",
    "accident": None,
    "self_harm": None,
}
"""Code of the notation -> ACLED sub-event type; None: harm that is no violent incident, labelled to be told apart."""

REALIS = ("actual", "planned", "threatened", "hypothetical", "denied", "historical")
PROMINENCE = ("reported", "recalled")
ROLES = ("date", "time", "place", "facility", "perpetrator", "target", "victim", "weapon", "calibre", "damage")
COUNTS = ("killed", "wounded", "missing", "abducted", "fired", "hit", "intercepted")
STATUSES = ("total", "part", "old")
STANCES = ("claims", "denies", "blames", "suspects", "praises", "declines", "retracts", "unclaimed")
BASES = ("intelligence", "forensics", "debris", "video", "pattern", "statement", "witness", "none")
OTHER_FIGURES = ("war_total", "earlier", "troops", "tally", "displaced", "age", "money", "distance", "other")
RESPONSES = (
    "ACCUSE", "REJECT", "THREATEN", "SANCTION", "REQUEST", "MOBILIZE", "COERCE", "RETREAT", "CONSULT", "AGREE",
    "SUPPORT", "CONCEDE", "COOPERATE", "AID", "PROTEST",
)  # fmt: skip
RELATIONS = ("retaliation_for", "response_to", "follows", "part_of", "same_campaign", "precursor", "repeats")
KINDS = ("report", "negative")
