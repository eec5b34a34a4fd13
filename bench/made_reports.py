"""Make-believe reports for timing: one seed, one set of texts.

Events are drawn first (town, day, weapon, toll, group), and each is told by one to four reports of about 400 words. A
report is made of the sentences of `templates.toml`, filled in, and of sentences of the bundled reports whose names of
towns, days, months and numbers are replaced, so that no report is a copy of another. The texts say nothing true and are
no test of accuracy.
"""

import json
import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from annals import samples

WORDS = 400
"""About so many words a report."""

MOST_REPORTS = 4
"""Of one event."""

FIRST_DAY = date(2015, 1, 1)
DAYS = 1800

_TABLE = tomllib.loads(Path(__file__).with_name("templates.toml").read_text(encoding="utf-8"))
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_SWAPPED = re.compile(r"\b(?:" + "|".join([*_TABLE["sample_towns"], *_WEEKDAYS, *_MONTHS]) + r")\b|\b\d{1,4}\b")


@dataclass(frozen=True, kw_only=True)
class Event:
    """What the reports of one event share."""

    town: str
    region: str
    country: str
    day: date
    weapon: str
    group: str
    killed: int
    wounded: int


def table(name: str) -> list[str]:
    """A list of `templates.toml`."""
    found: list[str] = _TABLE[name]
    return found


def events(count: int, seed: int = 1) -> list[Event]:
    """Draw `count` events, the same for the same seed."""
    drawn = random.Random(seed)
    made = []
    for _ in range(count):
        town, region, country = drawn.choice(_TABLE["towns"])
        made.append(
            Event(
                town=town,
                region=region,
                country=country,
                day=FIRST_DAY + timedelta(days=drawn.randrange(DAYS)),
                weapon=drawn.choice(_TABLE["weapons"]),
                group=drawn.choice(_TABLE["groups"]),
                killed=drawn.choice((0, 1, 1, 2, 3, 4, 5, 7, 9, 12, 18, 26)),
                wounded=drawn.randrange(40),
            )
        )
    return made


def reports(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield `count` reports as objects of the JSON Lines input, the same for the same count and seed."""
    drawn = random.Random(seed)
    pool = sample_sentences()
    made = 0
    for event in events(count, seed):
        for _ in range(min(drawn.randint(1, MOST_REPORTS), count - made)):
            made += 1
            yield _report(made, event, drawn, pool)


def sample_sentences() -> list[str]:
    """The sentences of the bundled reports that are plain text or JSON Lines."""
    texts = []
    for path in sorted(samples.folder().iterdir()):
        if path.suffix == ".txt":
            texts.append(path.read_text(encoding="utf-8").partition("\n")[2])
        elif path.suffix == ".jsonl":
            texts += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n") if paragraph.endswith(".")]
    return [sentence for paragraph in paragraphs for sentence in _SENTENCE_END.split(paragraph)]


def write(path: Path, count: int, seed: int = 1) -> None:
    """Write `count` reports as JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(report) + "\n" for report in reports(count, seed))


def _report(number: int, event: Event, drawn: random.Random, pool: list[str]) -> dict[str, str]:
    published = event.day + timedelta(days=drawn.randrange(3))
    slots = _slots(event, drawn)
    body = [drawn.choice(_TABLE["lead"]).format(**slots)]
    told = [*drawn.sample(_TABLE["event"], 7), *drawn.sample(_TABLE["around"], 4)]
    drawn.shuffle(told)
    body += [template.format(**slots) for template in told]
    length = sum(len(sentence.split()) for sentence in body)
    while length < WORDS:
        sentence = _changed(drawn.choice(pool), drawn)
        body.insert(drawn.randrange(3, len(body) + 1), sentence)
        length += len(sentence.split())
    body = [sentence[0].upper() + sentence[1:] for sentence in body]
    paragraphs = [" ".join(body[start : start + 3]) for start in range(0, len(body), 3)]
    return {
        "id": f"made-{number}",
        "title": drawn.choice(_TABLE["title"]).format(**slots),
        "publisher": drawn.choice(_TABLE["publishers"]),
        "published": published.isoformat(),
        "language": "en",
        "text": "\n\n".join(paragraphs),
    }


def _slots(event: Event, drawn: random.Random) -> dict[str, str]:
    wounded = max(0, event.wounded + drawn.choice((-1, 0, 0, 0, 2)))
    earlier = event.day - timedelta(days=drawn.randrange(20, 400))
    return {
        "town": event.town,
        "region": event.region,
        "country": event.country,
        "weekday": _WEEKDAYS[event.day.weekday()],
        "date": f"{event.day.day} {_MONTHS[event.day.month - 1]}",
        "weapon": event.weapon,
        "group": event.group,
        "killed": str(event.killed) if event.killed else "no",
        "wounded": str(wounded) if wounded else "no",
        "fired": str(drawn.randint(2, 30)),
        "number": str(drawn.randint(3, 90)),
        "other_town": drawn.choice(_TABLE["towns"])[0],
        "earlier": f"{earlier.day} {_MONTHS[earlier.month - 1]} {earlier.year}",
        "official": drawn.choice(_TABLE["officials"]),
    }


def _changed(sentence: str, drawn: random.Random) -> str:
    """The sentence about other places, days and numbers."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word.isdigit():
            return str(drawn.randint(2010, 2019) if len(word) == 4 else drawn.randint(1, 28))
        for names in (_WEEKDAYS, _MONTHS):
            if word in names:
                return drawn.choice(names)
        town: str = drawn.choice(_TABLE["towns"])[0]
        return town

    return _SWAPPED.sub(other, sentence)
