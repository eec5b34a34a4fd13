"""How well stories match annotations: events, arguments, figures, stances.

Two spans are one where they overlap, since annotators agree on what a word says far better than on where its phrase
begins; labels must be equal. Arguments and stances are known by the last word of their phrase, its head in English.
"""

from collections import Counter
from typing import Any

from annals.extract.trained.events import Story
from annals.extract.trained.labels import TYPES
from training.notation.vocabulary import COUNTS, EVENT_TYPES

Span = tuple[int, int]


def measured(row: dict[str, Any], story: Story) -> Counter[str]:
    """Counts `KIND:right`, `KIND:said`, `KIND:wanted` of one document."""
    found: Counter[str] = Counter()
    said_events, wanted_events = _said_mentions(story), _wanted_mentions(row)
    for kind, cut in (("trigger", 1), ("trigger+type", 2), ("trigger+type+realis", 3)):
        said, wanted = (_labelled(events, slice(1, cut)) for events in (said_events, wanted_events))
        _matched(found, kind, said, wanted)
    _count(found, "same event", _said_links(story, row), _wanted_links(row))
    _count(found, "arguments", _said_arguments(story), _wanted_arguments(row))
    said_figures, wanted_figures = _said_figures(story), _wanted_figures(row)
    _matched(found, "figures", said_figures, wanted_figures)
    _matched(found, "killed+wounded", _toll(said_figures), _toll(wanted_figures))
    _count(found, "stances", _said_stances(story), _wanted_stances(row))
    _count(found, "stance+speaker", _said_stances(story, speaker=True), _wanted_stances(row, speaker=True))
    for layer, labels in (("tally", row["tallies"]), ("response", row["responses"]), ("tie", row["ties"])):
        cues = {(s.start, s.end) for s in story.spans if s.layer == layer}
        _overlapping(found, layer, cues, {(t["span"][0], t["span"][1]) for t in labels})
    return found


def rates(counts: Counter[str]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 by kind, per cent."""
    found = {}
    for kind in dict.fromkeys(name.split(":")[0] for name in counts):
        right, said, wanted = (counts[f"{kind}:{x}"] for x in ("right", "said", "wanted"))
        precision, recall = right / max(said, 1), right / max(wanted, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        found[kind] = (100 * precision, 100 * recall, 100 * f1)
    return found


def _count(found: Counter[str], kind: str, said: set[Any], wanted: set[Any]) -> None:
    found[f"{kind}:right"] += len(said & wanted)
    found[f"{kind}:said"] += len(said)
    found[f"{kind}:wanted"] += len(wanted)


def _labelled(events: set[tuple[Span, str, str]], labels: slice) -> set[tuple[Any, Span]]:
    return {((*event[labels],), event[0]) for event in events}


def _matched(found: Counter[str], kind: str, said: set[tuple[Any, Span]], wanted: set[tuple[Any, Span]]) -> None:
    """Count labelled spans, each matched with at most one of the same label that it overlaps, in the text's order."""
    free = sorted(wanted, key=lambda item: item[1])
    right = 0
    for label, (start, end) in sorted(said, key=lambda item: item[1]):
        hit = next((w for w in free if w[0] == label and w[1][0] < end and start < w[1][1]), None)
        if hit is not None:
            free.remove(hit)
            right += 1
    found[f"{kind}:right"] += right
    found[f"{kind}:said"] += len(said)
    found[f"{kind}:wanted"] += len(wanted)


def _overlapping(found: Counter[str], kind: str, said: set[Span], wanted: set[Span]) -> None:
    hits = sum(any(a < d and c < b for c, d in wanted) for a, b in said)
    found[f"{kind}:right"] += min(hits, len(wanted))
    found[f"{kind}:said"] += len(said)
    found[f"{kind}:wanted"] += len(wanted)


def _said_mentions(story: Story) -> set[tuple[Span, str, str]]:
    return {((m.start, m.end), TYPES[int(e.type_odds.argmax())], e.realis) for e in story.events for m in e.mentions}


def _wanted_mentions(row: dict[str, Any]) -> set[tuple[Span, str, str]]:
    return {
        ((t[0], t[1]), EVENT_TYPES[e["type"]] or e["type"].replace("_", "-"), e["realis"])
        for e in row["events"]
        for t in e["triggers"]
    }


def _pairs(groups: list[list[Span]]) -> set[tuple[Span, Span]]:
    return {(a, b) for g in groups for a in g for b in g if a < b}


def _said_links(story: Story, row: dict[str, Any]) -> set[tuple[Span, Span]]:
    wanted = sorted((t[0], t[1]) for e in row["events"] for t in e["triggers"])

    def known(start: int, end: int) -> Span:
        return next((w for w in wanted if w[0] < end and start < w[1]), (start, end))

    return _pairs([sorted({known(m.start, m.end) for m in e.mentions}) for e in story.events])


def _wanted_links(row: dict[str, Any]) -> set[tuple[Span, Span]]:
    return _pairs([[(t[0], t[1]) for t in e["triggers"]] for e in row["events"]])


_ROLES = ("date", "time", "place", "facility", "perpetrator", "target", "victim", "weapon", "damage")


def _said_arguments(story: Story) -> set[tuple[str, str, int]]:
    """Role, last word's end: heads stand at the end of English noun phrases, so articles and adjectives may differ."""
    return {(role, "", s.end) for e in story.events for role, s in e.parts if role in _ROLES}


def _wanted_arguments(row: dict[str, Any]) -> set[tuple[str, str, int]]:
    return {(a["role"], "", a["span"][1]) for e in row["events"] for a in e["arguments"] if a["role"] in _ROLES}


def _said_figures(story: Story) -> set[tuple[str, Span]]:
    found = set()
    for event in story.events:
        for role, span in event.parts:
            if role in COUNTS or role == "nobody":
                found.add((role, (span.start, span.end)))
    return found


def _wanted_figures(row: dict[str, Any]) -> set[tuple[str, Span]]:
    found = set()
    for event in row["events"]:
        for figure in event["figures"]:
            none = figure["high"] == 0 and figure["kind"] in ("killed", "wounded")
            found.add(("nobody" if none else figure["kind"], (figure["span"][0], figure["span"][1])))
    return found


def _toll(figures: set[tuple[str, Span]]) -> set[tuple[str, Span]]:
    return {f for f in figures if f[0] in ("killed", "wounded")}


def _said_stances(story: Story, *, speaker: bool = False) -> set[tuple[Any, ...]]:
    found: set[tuple[Any, ...]] = set()
    for saying in story.sayings:
        if saying.cue.layer != "stance":
            continue
        who = (saying.by.end if saying.by else None,) if speaker else ()
        for party in saying.party or (None,):
            found.add((saying.cue.label, party.end if party else None, *who))
    return found


def _wanted_stances(row: dict[str, Any], *, speaker: bool = False) -> set[tuple[Any, ...]]:
    return {
        (
            s["stance"],
            s["party"][1] if "party" in s else None,
            *((s["by"][1] if "by" in s else None,) if speaker else ()),
        )
        for s in row["stances"]
    }
