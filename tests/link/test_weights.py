from math import log

import pytest

from annals.link.judge import probability
from annals.link.pairs import Pairs
from annals.link.profile import Profile, profiles_of
from annals.link.weights import Kind, shipped
from annals.model.rulings import Rulings
from tests.mentions import SHELLING, account, day, mention, site

CAMP = site("Camp Harrow", 10.0, 20.0)


def shown(kind: str) -> tuple[float, float]:
    """Of two events of that kind on one day at one place: the probability shown, and the log-odds."""
    profiles: dict[str, Profile] = {}
    for name in "ab":
        (profile,) = profiles_of(account(mention(name, day("2020-03-02"), CAMP, sub=kind)), origin=name, published=None)
        profiles[profile.mention_id] = profile
    left, right = sorted(profiles)
    pairs = Pairs(profiles, Rulings(()), shipped())
    return pairs.explain(left, right).probability, pairs.odds(left, right)


@pytest.mark.parametrize("kind", [shipped().campaign, shipped().crime])
def test_a_pair_with_higher_odds_is_never_less_probable(kind: Kind) -> None:
    assert kind.sharpness > 0
    assert kind.calibrated(2.0) > kind.calibrated(1.0)


def test_the_odds_of_crimes_are_corrected_and_those_of_campaigns_are_not() -> None:
    crime, campaign = shipped().crime, shipped().campaign
    said, odds = shown("Attack")
    assert said == probability(crime.sharpness * odds + crime.offset) != probability(odds)
    said, odds = shown(SHELLING)
    assert said == probability(odds)
    assert campaign.calibrated(log(3)) == log(3)
