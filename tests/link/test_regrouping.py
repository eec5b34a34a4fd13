"""Reports and judgements that come, change and go one after the other leave what linking everything at once gives."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annals.link import columns, linked, regrouping
from annals.link.profile import profiles_of
from annals.link.regrouping import regrouped
from annals.model import Account, Judgement
from annals.model.rulings import Rulings
from tests.link.remembered import Remembered
from tests.link.test_properties import worlds


class World:
    """What is known so far, and everything from which that should follow."""

    def __init__(self) -> None:
        self.memory = Remembered()
        self.accounts: dict[str, Account] = {}
        self.origins: dict[str, str] = {}
        self.judgements: list[Judgement] = []

    def take_in(self, accounts: list[Account], origins: dict[str, str], judgements: list[Judgement]) -> None:
        before = Rulings(self.judgements)
        self.judgements = [*self.judgements, *judgements]
        self.origins |= origins
        self.accounts |= {account.report_id: account for account in accounts}
        changed = {account.report_id for account in accounts} | origins.keys() & self.accounts.keys()
        profiles = {
            name: profiles_of(self.accounts[name], origin=self.origins.get(name, name), published=None)
            for name in changed
        }
        self.memory.follow(regrouped(profiles, before, Rulings(self.judgements), self.memory))

    def holds(self) -> bool:
        accounts = list(self.accounts.values())
        return self.memory.agrees_with(linked(accounts, origins=self.origins, judgements=self.judgements, published={}))


@given(worlds(), st.randoms(), st.sampled_from([1, 2, 3, 24]))
@settings(deadline=None)
def test_bit_by_bit_gives_what_all_at_once_gives(
    made: tuple[list[Account], list[Judgement], dict[str, str]], random: Random, reach: int
) -> None:
    accounts, judgements, origins = made
    steps: list[Account | Judgement] = [*accounts, *judgements]
    random.shuffle(steps)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "REACH", reach)
        patch.setattr(regrouping, "REACH", reach)
        world = World()
        while steps:
            some = [steps.pop() for _ in range(min(len(steps), random.randint(1, 3)))]
            told = [step for step in some if isinstance(step, Account)]
            said = [step for step in some if isinstance(step, Judgement)]
            found = origins if random.random() < 0.5 and not world.origins else {}
            world.take_in(told, found, said)
            assert world.holds()


@given(worlds(), worlds(), st.randoms())
@settings(deadline=None)
def test_reports_that_are_read_anew_leave_what_they_say_now(
    first: tuple[list[Account], list[Judgement], dict[str, str]],
    second: tuple[list[Account], list[Judgement], dict[str, str]],
    random: Random,
) -> None:
    world = World()
    world.take_in(first[0], {}, first[1])
    assert world.holds()
    anew = [account for account in second[0] if random.random() < 0.7]
    world.take_in(anew, {}, [])
    assert world.holds()
    gone = [Account(report_id=name, reader="none") for name in sorted(world.accounts) if random.random() < 0.5]
    world.take_in(gone, {}, [])
    assert world.holds()
