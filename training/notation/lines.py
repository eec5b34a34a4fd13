"""The label lines of one document: read word by word into labels with offsets."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from training.notation import vocabulary as v
from training.notation.spans import Folded, NotationError, find

_TOKEN = re.compile(r"«([^»]*)»(@\d+)?|(\S+)")
_MARK = re.compile(r"[a-z]+\d+$")
_VALUE = re.compile(r"(?:(\d+)-(\d+)|(\d+)\+|-(\d+)|~(\d+)|(\d+)|\?)$")
_EVENT_ID = re.compile(r"e\d+$")

Span = tuple[int, int]


@dataclass(kw_only=True)
class Words:
    """The words of a line, taken from the front."""

    items: list[tuple[str, bool]]
    locate: Callable[[str, bool], Span]

    def more(self) -> bool:
        """Whether any word is left."""
        return bool(self.items)

    def peek(self) -> str:
        """The next bare word, not taken; "" for a quote or the end."""
        return self.items[0][0] if self.items and not self.items[0][1] else ""

    def word(self, what: str, among: Iterable[str] | None = None) -> str:
        """The next bare word, which must be one of `among`."""
        if not self.items or self.items[0][1]:
            raise NotationError(f"{what} is missing")
        word = self.items.pop(0)[0]
        allowed = None if among is None else tuple(among)
        if allowed is not None and word not in allowed:
            raise NotationError(f"{what} {word!r} is not one of: {', '.join(allowed)}")
        return word

    def is_span(self) -> bool:
        """Whether a quote or a mark comes next."""
        return bool(self.items) and (self.items[0][1] or _MARK.match(self.items[0][0]) is not None)

    def span(self, what: str) -> Span:
        """The next quote or mark, as offsets."""
        if not self.is_span():
            raise NotationError(f"{what}: a «quote» is missing")
        text, quoted = self.items.pop(0)
        return self.locate(text, quoted)

    def spans(self, what: str) -> list[Span]:
        """All quotes and marks that come next, at least one."""
        found = [self.span(what)]
        while self.is_span():
            found.append(self.span(what))
        return found


@dataclass(kw_only=True)
class Document:
    """The labels of one document; spans are [start, end) in code points of its text."""

    doc: str
    kind: str = ""
    about: str = ""
    events: dict[str, dict[str, Any]] = field(default_factory=dict)
    stances: list[dict[str, Any]] = field(default_factory=list)
    tallies: list[dict[str, Any]] = field(default_factory=list)
    responses: list[dict[str, Any]] = field(default_factory=list)
    ties: list[dict[str, Any]] = field(default_factory=list)
    others: list[dict[str, Any]] = field(default_factory=list)


def read_lines(doc: str, lines: list[str], text: str, marks: dict[str, Span]) -> tuple[Document, list[str]]:
    """The labels of a document, and a sentence for each line that cannot be used."""
    folded = Folded.of(text)

    def locate(quote: str, quoted: bool) -> Span:
        if quoted:
            return find(quote, folded)
        if quote not in marks:
            raise NotationError(f"no mark {quote} in the text")
        return marks[quote]

    document = Document(doc=doc)
    faults = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        items = [(m.group(1) + (m.group(2) or ""), True) if m.group(3) is None else (m.group(3), False)
                 for m in _TOKEN.finditer(line)]  # fmt: skip
        try:
            _line(document, Words(items=items, locate=locate))
        except NotationError as error:
            faults.append(f"{doc}: line {number} ({line.strip()[:70]}): {error}")
    return document, faults + _whole(document)


def _whole(document: Document) -> list[str]:
    faults = []
    if document.kind == "":
        faults.append(f"{document.doc}: no `kind` line")
    if document.kind == "negative" and any(
        e["realis"] == "actual" and e["prominence"] == "reported" and v.EVENT_TYPES[e["type"]]
        for e in document.events.values()
    ):
        faults.append(f"{document.doc}: kind negative, but an event is actual and reported")
    faults += [
        f"{document.doc}: event {name} has no trigger" for name, e in document.events.items() if not e["triggers"]
    ]
    return faults


def _line(document: Document, words: Words) -> None:
    head = words.word("the first word")
    if _EVENT_ID.match(head):
        if head not in document.events:
            raise NotationError(f"event {head} is not declared above (event {head} TYPE REALIS PROMINENCE)")
        _of_event(document.events[head], words)
    elif head in _HEADS:
        _HEADS[head](document, words)
    else:
        raise NotationError(f"{head!r} begins no line; try kind, event, e1, stance, tally, response, tie, other")
    if words.more():
        raise NotationError(f"left over at the end: {words.items[0][0]!r}")


def _kind(document: Document, words: Words) -> None:
    document.kind = words.word("kind", v.KINDS)
    while words.more():
        document.about = f"{document.about} {words.word('about')}".strip()


def _event(document: Document, words: Words) -> None:
    name = words.word("the event's id")
    if not _EVENT_ID.match(name) or name in document.events:
        raise NotationError(f"event id {name!r} must be e1, e2 … and new")
    event = {
        "id": name,
        "type": words.word("type", v.EVENT_TYPES),
        "realis": words.word("realis", v.REALIS),
        "prominence": words.word("prominence", v.PROMINENCE),
        "aggregate": False,
        "triggers": [],
        "arguments": [],
        "figures": [],
    }
    if words.more() and words.word("aggregate", ("aggregate",)):
        event["aggregate"] = True
    document.events[name] = event


def _of_event(event: dict[str, Any], words: Words) -> None:
    what = words.word("role", ("trigger", *v.ROLES, *v.COUNTS))
    if what == "trigger":
        event["triggers"] += words.spans("trigger")
    elif what in v.ROLES:
        event["arguments"] += [{"role": what, "span": span} for span in words.spans(what)]
    else:
        event["figures"].append(_figure(what, words))


def _figure(kind: str, words: Words) -> dict[str, Any]:
    low, high = _value(words.word("the number"))
    figure: dict[str, Any] = {"kind": kind, "low": low, "high": high, "status": "total"}
    if words.peek() in v.STATUSES:
        figure["status"] = words.word("status", v.STATUSES)
    figure["span"] = words.span(kind)
    _options(figure, words, spans=("by", "of", "hedge"))
    return figure


def _value(word: str) -> tuple[int | None, int | None]:
    match = _VALUE.match(word)
    if match is None:
        raise NotationError(f"number {word!r}: write 12, 12+ (at least), -12 (up to), 12-14, ~12 (about) or ? (vague)")
    low, high, least, most, about, exact = (None if g is None else int(g) for g in match.groups())
    if low is not None:
        return low, high
    if least is not None:
        return least, None
    if most is not None:
        return None, most
    return (about, about) if about is not None else (exact, exact)


def _options(
    label: dict[str, Any], words: Words, *, spans: tuple[str, ...], choices: dict[str, tuple[str, ...]] | None = None,
    events: tuple[str, ...] = (),
) -> None:  # fmt: skip
    choices = choices or {}
    while words.more():
        option = words.word("an option", (*spans, *choices, *events))
        if option in spans:
            label[option] = words.span(option)
        elif option in choices:
            label[option] = words.word(option, choices[option])
        else:
            label[option] = [words.word(option)]
            while _EVENT_ID.match(words.peek()):
                label[option].append(words.word(option))


def _known(document: Document, names: list[str]) -> None:
    for name in names:
        if name not in document.events:
            raise NotationError(f"event {name} is not declared above")


def _stance(document: Document, words: Words) -> None:
    label: dict[str, Any] = {"stance": words.word("stance", v.STANCES), "cue": words.span("cue")}
    _options(label, words, spans=("by", "party", "hedge"), choices={"basis": v.BASES}, events=("about",))
    _known(document, label.get("about", []))
    if not label.get("about"):
        raise NotationError("say which events: about e1")
    document.stances.append(label)


def _tally(document: Document, words: Words) -> None:
    low, high = _value(words.word("the number"))
    label: dict[str, Any] = {"low": low, "high": high, "span": words.span("tally")}
    _options(label, words, spans=("what", "window", "place", "actor", "by"), events=("includes",))
    _known(document, label.get("includes", []))
    document.tallies.append(label)


def _response(document: Document, words: Words) -> None:
    label: dict[str, Any] = {"category": words.word("category", v.RESPONSES), "span": words.span("response")}
    _options(
        label, words, spans=("by", "to", "date"),
        choices={"realis": ("actual", "planned", "threatened", "denied")}, events=("about",),
    )  # fmt: skip
    _known(document, label.get("about", []))
    document.responses.append(label)


def _tie(document: Document, words: Words) -> None:
    label: dict[str, Any] = {
        "relation": words.word("relation", v.RELATIONS),
        "from": words.word("from"),
        "to": words.word("to"),
        "span": words.span("tie"),
    }
    _known(document, [label["from"], label["to"]])
    document.ties.append(label)


def _other(document: Document, words: Words) -> None:
    document.others.append({"what": words.word("what", v.OTHER_FIGURES), "span": words.span("other")})


_HEADS: dict[str, Callable[[Document, Words], None]] = {
    "kind": _kind,
    "event": _event,
    "stance": _stance,
    "tally": _tally,
    "response": _response,
    "tie": _tie,
    "other": _other,
}
