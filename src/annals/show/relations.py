"""How a link between two incidents reads."""

RELATIONS = {
    "retaliation_for": ("in retaliation for", "was answered in retaliation by"),
    "response_to": ("in response to", "was responded to by"),
    "part_of": ("part of", "includes"),
    "same_campaign": ("in the same campaign as", "in the same campaign as"),
}
"""How a tie reads from its source, and from its target."""
