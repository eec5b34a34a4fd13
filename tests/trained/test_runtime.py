"""The network gives the same answers on every machine, whatever instructions its processor has for small integers."""

import numpy as np
import pytest

from annals.extract.trained.hints import HINTS, NOBODY, Hints
from annals.extract.trained.runtime import Network

TEXT = "Gunmen killed at least 12 people in Gao on Monday, and the army blamed JNIM for the attack."
HIGHEST = {"tag:event": [9.57, 7.0, -0.87], "tag:time": [9.95, 5.75, -0.2, -4.61, -3.4]}
"""Of the network of version 4, computed with integers that cannot overflow. With overflow they are off by up to 0.5."""


def test_the_answers_are_those_of_whole_integer_products() -> None:
    network = Network()
    pieces = network.pieces(TEXT)
    none = np.zeros((len(pieces.ids), len(HINTS)), dtype=np.uint8)
    hints = Hints(matrix=none, tellings=np.full(len(pieces.ids), NOBODY))
    answers = network.answers(pieces, hints)
    for name, highest in HIGHEST.items():
        assert answers.logits[name].max(axis=0) == pytest.approx(highest, abs=0.02)
