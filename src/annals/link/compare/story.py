"""Are the two reports about one story?"""

from functools import partial

from annals.english.content import AGED
from annals.link.compare.finding import Finding
from annals.link.profile import Profile, Story
from annals.model.days import gap

STEPS = (2, 4, 7, 11, 16, 22, 30, 40, 55)
"""Likeness of two stories in per cent, from which the next finding begins."""
_SHOWN = 6


def compare_stories(left: Profile, right: Profile) -> Finding | None:
    """How far the reports tell with the same words, each by its rarity.

    It speaks for what the two reports are about: of an event that one tells beside its news it says less. Reports of
    one war use the same words every day, so that there it says next to nothing of mentions that are dated to different
    days, while the same words for two crimes mean that a date was misread. None for a report of too few words.
    """
    if left.story.short or right.story.short:
        return None
    scope = "news" if left.news and right.news else "aside"
    if gap(left.days, right.days):
        scope += "_other_day"
    step = likeness_step(left.story, right.story)
    level = f"{scope}_{step}"
    return Finding(level, partial(_shared_words, left.story, right.story))


def _shared_words(left: Story, right: Story) -> str:
    shared = left.weights.keys() & right.weights.keys()
    if not shared:
        return "the reports share no telling word"
    told = sorted(shared, key=lambda word: (-left.weights[word] * right.weights[word], word))[:_SHOWN]
    return f"both reports say {', '.join(told)}"


def compare_ages(left: Profile, right: Profile) -> Finding | None:
    """People's ages that both reports tell. None where one tells none, or not the event as its news."""
    if not (left.news and right.news and left.story.ages and right.story.ages):
        return None
    shared = left.story.ages & right.story.ages
    shown = (_ages(left), _ages(right))
    if not shared:
        return Finding("other", "people of other ages", *shown)
    return Finding("one_shared" if len(shared) == 1 else "more_shared", "people of the same age", *shown)


def _ages(profile: Profile) -> str:
    return ", ".join(sorted(age.removesuffix(AGED) for age in profile.story.ages))


def likeness_step(left: Story, right: Story) -> int:
    """The highest of STEPS that the cosine of two stories reaches, in per cent; 0 below the first.

    Reckoned in whole numbers, so that it is the same on every machine.
    """
    own, other = left.weights, right.weights
    dot = sum([own[word] * other[word] for word in own.keys() & other.keys()])
    square, norms = 10_000 * dot * dot, left.norm * right.norm
    reached = 0
    for step in STEPS:
        if square < step * step * norms:
            break
        reached = step
    return reached
