"""A reading process for tests: serves the line reader, prints noise where the answers go, or dies when told to."""

import os
import signal
import sys
from collections.abc import Sequence

from annals.model import Account, Refusal, Report
from annals.pipeline import read_batch
from annals.workers import serve
from tests.small_world import LineReader

how, name = sys.argv[1], sys.argv[2]


def answer(batch: Sequence[Report]) -> list[Account | Refusal]:
    if how == "die" and any("deadly" in report.text for report in batch):
        os.kill(os.getpid(), signal.SIGKILL)
    if how == "noisy":
        print("a library says hello")  # noqa: T201 - the point of the test
    return read_batch(batch, LineReader(name=name))


if how == "leave":
    sys.exit(7)
serve(answer)
