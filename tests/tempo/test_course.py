import msgspec

from annals.model import IncidentWeapon, PlaceValue, Review
from annals.tempo import tempo_of
from annals.tempo.course import MOST
from tests.tempo.histories import by, day, event

PUBLISHED: dict[str, str | None] = {"r1": day(6), "r2": day(27)}


def test_everything_is_counted_once_and_in_one_place() -> None:
    some = [
        event("a", day(1), reports=()),
        event("b", day(5), day(8), reports=()),
        event("c", day(3), open_end=True, reports=()),
        event("d", None, reports=()),
        event("e", day(-900), reports=()),
        event("f", day(2), review=Review(status="withdrawn"), reports=()),
    ]
    tempo = tempo_of(some, some, PUBLISHED)
    (course,) = tempo.courses
    assert tempo.withdrawn == 1
    assert (course.incidents, course.exact, course.spread, course.open, course.undated, course.outside) == (
        5,
        2,
        1,
        1,
        1,
        1,
    )
    assert [(s.start, s.end, s.reports) for s in tempo.covers] == [(day(0), day(27), 2)]
    assert [(week.count.low, week.count.high) for week in course.weeks] == [(1, 3), (0, 2), (0, 1), (0, 1)]


def test_the_order_of_the_incidents_does_not_matter() -> None:
    some = [event(str(n), day(n * 3), day(n * 3 + n), actors=by(f"Band {n % 3}")) for n in range(9)]
    assert tempo_of(some, some, PUBLISHED, by="actor") == tempo_of(some[::-1], some[::-1], PUBLISHED, by="actor")


def test_actors_places_and_weapons_have_courses_of_their_own() -> None:
    some = [
        event("a", day(1), actors=(*by("Red Band"), *by("Blue Band", "denied"))),
        event("b", day(2), actors=(*by("Red Band"), *by("Green Band", "claimed"))),
        event("c", day(3), place=PlaceValue(name="Orlo", country="XX", precision="near_town")),
        event("d", day(3), place=PlaceValue(name="Upper valley", admin1="North", country="XX", precision="adm2")),
        event("e", day(3), weapons=(IncidentWeapon(kind="rocket"), IncidentWeapon(kind="rocket"))),
    ]
    actors, places, weapons = (tempo_of(some, some, PUBLISHED, by=by_).courses for by_ in ("actor", "place", "weapon"))
    assert [(c.name, c.incidents) for c in actors] == [("Red Band", 2), ("Green Band", 1), (None, 3)]
    assert [(c.name, c.incidents) for c in places] == [("North, XX", 1), ("Orlo, XX", 1), (None, 3)]
    assert [(c.name, c.incidents) for c in weapons] == [("rocket", 1), (None, 4)]


def test_no_more_than_twenty_are_told_one_by_one() -> None:
    some = [event(str(n), day(n), actors=by(f"Band {n}")) for n in range(MOST + 3)]
    tempo = tempo_of(some, some, PUBLISHED, by="actor")
    assert (len(tempo.courses), tempo.more) == (MOST, 3)


def test_a_person_who_knows_what_is_covered_wins() -> None:
    some = [event("a", day(1))]
    tempo = tempo_of(some, some, PUBLISHED, covers="2010/2010", since="2010-02", until="2010-03")
    assert tempo.told_covered
    assert [(s.start, s.end) for s in tempo.covers] == [("2010-02-01", "2010-03-31")]
    assert tempo.courses[0].outside == 1


def test_nothing_at_all() -> None:
    tempo = tempo_of([], [], {})
    assert tempo.courses[0].total is None
    assert tempo.courses[0].weeks == ()
    assert msgspec.json.decode(msgspec.json.encode(tempo), type=type(tempo)) == tempo
