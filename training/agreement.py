"""How far two annotators agree: `python -m training.agreement` writes training/agreement.md.

Agreement is F1 of one against the other for every kind of label, on exact offsets and on offsets that overlap, and the
share of equal values on the labels that both gave.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Row = dict[str, Any]
_WHAT = (
    "F1 of the one against the other; `same value` is the share of equal values (type, realis and prominence; "
    "number; stance ...) where both marked the same words."
)
Label = tuple[Any, int, int]


def kinds(row: Row) -> dict[str, list[Label]]:
    """All labels of a document by kind: value, start, end."""
    found: dict[str, list[Label]] = {"trigger": [], "figure (any kind)": [], "stance cue": []}
    for event in row["events"]:
        found["trigger"] += [((event["type"], event["realis"], event["prominence"]), *t) for t in event["triggers"]]
        for argument in event["arguments"]:
            found.setdefault(argument["role"], []).append((None, *argument["span"]))
        for figure in event["figures"]:
            value = (figure["kind"], figure["low"], figure["high"], figure["status"])
            found["figure (any kind)"].append((value, *figure["span"]))
            found.setdefault(figure["kind"], []).append(((figure["low"], figure["high"]), *figure["span"]))
    for stance in row["stances"]:
        found["stance cue"].append((stance["stance"], *stance["cue"]))
        for key in ("by", "party"):
            if key in stance:
                found.setdefault(f"stance {key}", []).append((stance["stance"], *stance[key]))
    for name, labels, value in (
        ("tally", row["tallies"], "low"),
        ("response", row["responses"], "category"),
        ("tie", row["ties"], "relation"),
        ("other figure", row["others"], "what"),
    ):
        found[name] = [(label[value], *label["span"]) for label in labels]
    return found


def main() -> None:
    """Compare the second annotations with the first of the same documents."""
    first = {
        r["doc"]: r for p in sorted((HERE / "annotations").glob("*.jsonl")) if p.stem != "second" for r in _rows(p)
    }
    second = {r["doc"]: r for r in _rows(HERE / "annotations/second.jsonl")}
    both = [(first[doc], row) for doc, row in second.items() if doc in first]
    exact, near, counts, same = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    grouped = [0, 0, 0]
    for one, other in both:
        left, right = kinds(one), kinds(other)
        for kind in left.keys() | right.keys():
            a, b = left.get(kind, []), right.get(kind, [])
            counts[kind] += len({x[1:] for x in a}) + len({x[1:] for x in b})
            exact[kind] += 2 * len({x[1:] for x in a} & {x[1:] for x in b})
            near[kind] += _met(a, b) + _met(b, a)
            known = {x[1:]: x[0] for x in b}
            same[kind] += sum(x[1:] in known and x[0] == known[x[1:]] for x in {x[1:]: x for x in a}.values())
        for n, value in enumerate(_grouping(one, other)):
            grouped[n] += value
    lines = [
        "# Agreement of two annotators",
        "",
        f"Written by `python -m training.agreement` from {len(both)} documents annotated twice, independently.",
        _WHAT,
        "",
        "| label | labels of both | exact words F1 | overlapping words F1 | same value |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for kind in sorted(counts, key=lambda k: -counts[k]):
        if counts[kind]:
            value = f"{100 * 2 * same[kind] / exact[kind]:.0f}" if exact[kind] else "-"
            lines.append(
                f"| {kind} | {counts[kind]} | {100 * exact[kind] / counts[kind]:.1f} | "
                f"{100 * near[kind] / counts[kind]:.1f} | {value} |"
            )
    right, said, wanted = grouped
    lines += ["", f"Pairs of shared triggers put into one event: F1 {200 * right / max(said + wanted, 1):.1f}."]
    same_kind = sum(a["kind"] == b["kind"] for a, b in both)
    lines += [f"Documents called report or negative alike: {same_kind} of {len(both)}.", ""]
    (HERE / "agreement.md").write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))


def _met(left: Iterable[Label], right: Iterable[Label]) -> int:
    spans = {x[1:] for x in right}
    return sum(any(a < d and c < b for c, d in spans) for a, b in {x[1:] for x in left})


def _grouping(one: Row, other: Row) -> tuple[int, int, int]:
    def pairs(row: Row, keep: Callable[[tuple[int, int]], bool]) -> set[tuple[tuple[int, int], ...]]:
        groups = [[(t[0], t[1]) for t in e["triggers"] if keep((t[0], t[1]))] for e in row["events"]]
        return {(a, b) for g in groups for a in g for b in g if a < b}

    spans = [{(t[0], t[1]) for e in row["events"] for t in e["triggers"]} for row in (one, other)]
    shared = spans[0] & spans[1]
    left, right = (pairs(row, lambda t: t in shared) for row in (one, other))
    return len(left & right), len(left), len(right)


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
