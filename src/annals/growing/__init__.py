"""Taking reports and judgements in by looking at their neighbourhood alone, and what that needs of a derivation.

The outcome is, byte for byte, that of `pipeline.derive` over everything.
"""

from annals.growing.fitting import fits
from annals.growing.leaving import leave
from annals.growing.step import grow

__all__ = ["fits", "grow", "leave"]
