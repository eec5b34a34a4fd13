"""With what, and how many."""

from annals.model.incident import Span
from annals.model.rules import RuleSet
from annals.reconcile.case import open_case
from annals.reconcile.weapons import WeaponRuling, rule_weapons
from tests.mentions import Said, mention, munition, weapon


def ruled(*told: tuple[str, Said], rules: RuleSet = "representative") -> WeaponRuling:
    mentions = [mention(name, said, start=100 * n) for n, (name, said) in enumerate(told)]
    case = open_case(mentions, {}, {})
    return rule_weapons(case.of("weapon"), case.of("fired", "hit", "intercepted"), rules)


def test_fired_and_hit_are_kept_apart_and_do_not_contradict() -> None:
    told = ruled(
        ("a", weapon("rocket")), ("a", munition("fired", 24, kind="rocket")), ("b", munition("hit", 14, kind="rocket"))
    )
    (rocket,) = told.weapons
    assert rocket.fired == Span(low=24, best=24, high=24)
    assert rocket.hit == Span(low=14, best=14, high=14)
    assert told.disagreements == ()


def test_more_than_a_dozen_does_not_contradict_fourteen() -> None:
    told = ruled(("a", weapon("rocket")), ("a", munition("hit", 13, None)), ("b", munition("hit", 14)))
    assert told.weapons[0].hit == Span(low=13, best=14, high=14)
    assert told.disagreements == ()


def test_four_against_six_fired_do() -> None:
    told = ruled(("a", weapon("rocket")), ("a", munition("fired", 4)), ("b", munition("fired", 6)))
    assert (told.weapons[0].fired.low, told.weapons[0].fired.high) == (4, 6)
    assert told.disagreements == ("fired",)
    assert sorted(r.state for r in told.rulings.values()) == ["dissents", "supports", "supports"]


def test_a_general_word_joins_the_specific_kind_and_a_calibre_refines_it() -> None:
    told = ruled(("a", weapon("projectile")), ("b", weapon("rocket")), ("c", weapon("rocket", 122.0)))
    (rocket,) = told.weapons
    assert (rocket.kind, rocket.calibre_mm, told.disagreements) == ("rocket", 122.0, ())


def test_calibres_that_differ_are_a_disagreement() -> None:
    told = ruled(("a", weapon("rocket", 107.0)), ("b", weapon("rocket", 122.0)))
    assert told.disagreements == ("weapon",)


def test_a_number_without_any_weapon_makes_no_weapon() -> None:
    told = ruled(("a", munition("fired", 4)))
    assert told.weapons == ()
    assert [r.state for r in told.rulings.values()] == ["set_aside"]


def test_a_number_that_may_count_either_of_two_kinds_is_set_aside() -> None:
    told = ruled(("a", weapon("rocket")), ("a", weapon("drone")), ("a", munition("fired", 4)))
    assert [w.fired for w in told.weapons] == [Span(), Span()]
    assert "set_aside" in {r.state for r in told.rulings.values()}


def test_the_rule_set_chooses_among_numbers() -> None:
    told = (
        ("a", weapon("rocket")),
        ("a", munition("fired", 4)),
        ("b", munition("fired", 6)),
        ("c", munition("fired", 5)),
    )
    assert [ruled(*told, rules=rules).weapons[0].fired.best for rules in ("conservative", "informative")] == [4, 6]


def test_numbers_of_one_report_that_add_up_are_parts() -> None:
    told = ruled(
        ("a", weapon("drone")),
        ("a", munition("fired", 3)),
        ("a", munition("fired", 1)),
        ("a", munition("fired", 2)),
        ("b", munition("fired", 3)),
    )
    assert (told.weapons[0].fired, told.disagreements) == (Span(low=3, best=3, high=3), ())
    assert [ruling.state for ruling in told.rulings.values()].count("set_aside") == 2


def test_an_air_strike_may_drop_the_bombs_that_others_tell() -> None:
    assert ruled(("a", weapon("air_strike")), ("b", weapon("bomb"))).disagreements == ()
