"""Which of ACLED's sub-types reports use for one and the same event."""

# Sub-types that reports use for one and the same event.
_FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"Air/drone strike", "Shelling/artillery/missile attack"}),
    frozenset({"Suicide bomb", "Remote explosive/landmine/IED", "Grenade"}),
    frozenset(
        {
            "Attack",
            "Armed clash",
            "Mob violence",
            "Grenade",
            "Suicide bomb",
            "Abduction/forced disappearance",
            "Violent demonstration",
            "Remote explosive/landmine/IED",
        }
    ),
    frozenset(
        {
            "Armed clash",
            "Government regains territory",
            "Non-state actor overtakes territory",
            "Shelling/artillery/missile attack",
        }
    ),
    frozenset({"Attack", "Sexual violence", "Abduction/forced disappearance"}),
    frozenset({"Attack", "Looting/property destruction"}),
    # A gun that went off: one report's accident is another's assault.
    frozenset({"Attack", "Armed clash", "Other"}),
    frozenset({"Excessive force against protesters", "Attack", "Violent demonstration"}),
)


def compatible_types(a: set[str], b: set[str]) -> bool:
    """Whether reports use a type of each set for one and the same event.

    >>> compatible_types({"Suicide bomb"}, {"Air/drone strike"})
    False
    """
    return bool(a & b) or any(a & family and b & family for family in _FAMILIES)
