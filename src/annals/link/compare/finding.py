"""What one comparison finds."""

from collections.abc import Callable
from typing import NamedTuple


class Finding(NamedTuple):
    """How two mentions stand to each other in one feature."""

    level: str
    """Name of the finding, whose weight stands in `weights.toml` under the feature's table."""
    reason: str | Callable[[], str]
    """One clause a person can check; worked out when it is asked for, where that takes long."""
    left: str | None = None
    """The value of the left mention as shown to people; None where it has none."""
    right: str | None = None
    impossible: bool = False
    """True where the two cannot be one event whatever the rest says."""

    def told(self) -> str:
        """The reason in words."""
        return self.reason if isinstance(self.reason, str) else self.reason()
