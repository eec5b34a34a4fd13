"""Reports that come with annals, for the demonstration and the tests; NOTE.md beside this file says what they are."""

import importlib.resources
from pathlib import Path


def folder() -> Path:
    """Return the folder of the bundled reports: text, HTML and JSON Lines files, fit for `annals build`.

    >>> folder().is_dir()
    True
    """
    return Path(str(importlib.resources.files(__name__))) / "reports"
