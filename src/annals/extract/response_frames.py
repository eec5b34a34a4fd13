"""Responses told by a verb and its object with other words between them: "withdrew its last soldiers"."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from annals.english.inflect import Form, noun_forms, verb_forms
from annals.english.phrases import Match, Phrases
from annals.extract.lexicon import ResponseCue
from annals.extract.page import Sentence

_REACH = 7
"""Words behind the verb among which its object is looked for."""
_STOP = re.compile(r"[.;:!?]|,\s|\b(?:who|which|that|after|when|while|because|but|said)\b")


class _Frames:
    def __init__(self) -> None:
        text = files("annals.extract").joinpath("lexicons", "response_frames.toml").read_text("utf-8")
        verbs: dict[tuple[str, Form], set[str]] = {}
        objects: dict[str, set[str]] = {}
        for frame in tomllib.loads(text)["frame"]:
            kind, named = frame["category"], "|".join(frame["verbs"])
            for verb in frame["verbs"]:
                for words, form in verb_forms(verb):
                    verbs.setdefault((words, form), set()).add(f"{kind}/{named}")
            for thing in frame["objects"]:
                for words, _ in noun_forms(thing):
                    objects.setdefault(words, set()).add(f"{kind}/{named}")
        self.verbs = Phrases([(words, (form, frozenset(kinds))) for (words, form), kinds in verbs.items()])
        self.objects = Phrases([(words, frozenset(kinds)) for words, kinds in objects.items()])


def _is_done(sentence: Sentence, at: int) -> bool:
    """Whether the verb at this word is passive."""
    return at > 0 and sentence.words[at - 1].folded in ("was", "were", "been", "be", "being", "is", "are")


@cache
def _frames() -> _Frames:
    return _Frames()


def framed(sentence: Sentence, text: str) -> Iterator[Match[ResponseCue]]:
    """The verbs of a sentence that have an object with which they tell a response; each match ends with its object."""
    frames = _frames()
    for verb in frames.verbs.find(sentence.words):
        form, kinds = verb.payload
        stop = _STOP.search(text, verb.end, sentence.end)
        limit = stop.start() if stop is not None else sentence.end
        window = [w for w in sentence.words[verb.last : verb.last + _REACH] if w.end <= limit]
        if form in ("past", "participle") and _is_done(sentence, verb.first):
            # "A curfew was imposed by the army": the object stands before.
            window = sentence.words[max(0, verb.first - _REACH) : verb.first]
            done = [thing.payload & kinds for thing in frames.objects.find(window) if thing.payload & kinds]
            if done:
                kind = min(done[-1]).partition("/")[0]
                yield Match(verb.start, verb.end, verb.first, verb.last, ResponseCue(kind, form, noun=False))
            continue
        for thing in frames.objects.find(window):
            shared = kinds & thing.payload
            if shared:
                kind = min(shared).partition("/")[0]
                yield Match(
                    verb.start, thing.end, verb.first, verb.last + thing.last, ResponseCue(kind, form, noun=False)
                )
                break
