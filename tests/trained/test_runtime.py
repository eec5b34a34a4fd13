"""The network gives the same answers on every machine, whatever instructions its processor has for small integers."""

import numpy as np
import pytest

from annals.extract.trained.hints import HINTS, NOBODY, Hints
from annals.extract.trained.runtime import Network

TEXT = "Gunmen killed at least 12 people in Gao on Monday, and the army blamed JNIM for the attack."
HIGHEST = {"tag:event": [9.24, 6.73, -0.55], "tag:time": [9.94, 5.86, -0.22, -4.35, -3.43]}
"""Of the network of version 3, computed with integers that cannot overflow. With overflow they are off by up to 0.5."""


def test_the_answers_are_those_of_whole_integer_products() -> None:
    network = Network()
    pieces = network.pieces(TEXT)
    none = np.zeros((len(pieces.ids), len(HINTS)), dtype=np.uint8)
    hints = Hints(matrix=none, tellings=np.full(len(pieces.ids), NOBODY))
    answers = network.answers(pieces, hints)
    for name, highest in HIGHEST.items():
        assert answers.logits[name].max(axis=0) == pytest.approx(highest, abs=0.02)
