"""Test set-up shared by all: which files are no tests, and how many cases hypothesis makes."""

import os

from hypothesis import settings

collect_ignore = ["tests/small_worker.py"]

settings.register_profile("default", deadline=None)
settings.register_profile("nightly", deadline=None, max_examples=10_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
