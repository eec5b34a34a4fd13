"""Whole records against a gold: runs the evaluator that lies beside the data, and gives its table with intervals."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.intervals import Interval, bootstrap, scores, wilson
from bench.page import between, table
from bench.running import annals

SETS = ("reports_dev_a", "reports_dev_b")
OWN = tuple(sorted((Path(__file__).parent / "gold").glob("reports_dev_*")))
"""More sets in the same form, which are our own and lie with the bench."""

Result = dict[str, Any]

_OF = re.compile(r"\((\d+)/(\d+)\)")

EXPLAINED = {
    "records/articles": "incidents that annals wrote, from so many reports",
    "incidents P/R/F1": "records that match one incident of the gold, and incidents found",
    "split/false/in negatives": "second record of an incident; record of nothing; of those, from a report without any",
    "neutral/of them repeats": "records of incidents that are only recalled: neither wanted nor wrong",
    "background recall": "incidents that are only recalled, found",
    "pairs P/R/F1": "is each report in the right record",
    "background pairs recall": "is each report in the record of the incident that it recalls",
    "B3 P/R/F1 of found": "grouping of the reports, over what was found",
    "B3 P/R/F1 strict": "the same; what is missed or spurious counts as wrong",
    "over-merges/splits": "records with two incidents; incidents in two records",
    "claims: pairs scored": "reports in the right record, of all; the rows below are about these",
    "wanted/found": "incidents that some report tells in its own right; of them found",
    "date right": "claims: within the days that the report's words allow; records: within the incident's days",
    "coarse/unknown/wrong": "dates that say too little, nothing, or something else",
    "wrong/missed/invented": "another number, no number, a number where the report gives none",
    "blames F1": "of these, one stance alone",
    "claims F1": "of these, one stance alone",
    "denies F1": "of these, one stance alone",
    "exact/invented/inv. zero": "range no wider than the gold; figures, and zeros, that no report gives",
    "said/without gold": "tallies of the records; of them in reports for which the gold has none",
    "asserting report right": "of the right links: told by the right report",
    "killed right": "some claim is the report's figure for the whole incident",
    "wounded right": "the same for the wounded",
    "missing right": "the same for the missing",
    "abducted right": "the same for the abducted",
    "zero right/wrong/missed/inv.": "of these: claims of none at all",
    "figures P/R": "single figures, parts of a toll among them",
    "weapon kind P/R/F1": "coarse kinds of weapon",
    "fired right": "numbers of munitions fired",
    "hit right": "numbers that hit",
    "intercepted right": "numbers that were stopped",
    "(party, stance) P/R/F1": "who is blamed, claims, denies",
    "speaker right": "of the attributions found: who said so",
    "'nobody claimed' kept": "reports that say so, and the record keeps it",
    "records: place 5/25/100 km": "place of the record, within that distance",
    "country right": "country of the record",
    "date precision right": "neither surer nor vaguer than the gold",
    "killed covers gold min-max": "the record's range holds every figure told, the replaced too",
    "wounded covers gold min-max": "the same for the wounded",
    "killed covers live figures": "the same, without figures that were withdrawn or replaced",
    "killed best = settled": "the best figure is the one finally agreed on",
    "disagreements P/R/F1": "fields on which the reports differ",
    "tallies found": "stated counts of attacks, with the right number and report",
    "links P/R/F1": "retaliation, response, part of: relation and both ends right",
    "pairs found, any relation": "both ends right, whatever the relation",
    "RECEIPTS (must be 100)": "quotes that stand in the text where the record says",
    "CONTRACT BREACHES (must be 0)/kinds": "departures from the shape of the record",
}

COUNTED: dict[str, tuple[str, str, str]] = {
    "B3 P/R/F1 of found": ("b3", "mentions_found", "mentions_found"),
    "B3 P/R/F1 strict": ("b3", "mentions", "mentions"),
    "claims, weapon kind P/R/F1": ("claims.weapon_kind", "kinds_said", "kinds"),
    "claims, (party, stance) P/R/F1": ("claims.attribution", "said", "wanted"),
    "claims, killed: figures P/R": ("claims.killed", "claims", "figures"),
    "claims, wounded: figures P/R": ("claims.wounded", "claims", "figures"),
    "records, disagreements P/R/F1": ("values.disagreements", "said", "wanted"),
    "links P/R/F1": ("links", "said", "wanted"),
}
"""Label -> part of the result, and its numbers of answers and of wanted answers, where the table has only rates."""


def sets_in(data: Path) -> dict[str, Path]:
    """The sets by name and where they lie; none where the evaluator is not beside `data`."""
    if not (data.parent / "evaluate").is_dir():
        return {}
    return {name: data / name for name in SETS if (data / name).is_dir()} | {own.name: own for own in OWN}


def score(data: Path, folder: Path) -> dict[str, Result]:
    """Build and score each set that lies in `data`; ledgers and records go to `folder`."""
    tools = data.parent / "evaluate"
    results = {}
    for name, gold in sets_in(data).items():
        given, ledger, records = (folder / f"{name}.{end}" for end in ("input.jsonl", "db", "jsonl"))
        given.write_text(_tool(tools / "make_inputs.py", gold), encoding="utf-8")
        annals("build", given, "--ledger", ledger)
        records.write_text(annals("write", "--ledger", ledger, "--format", "jsonl"), encoding="utf-8")
        scored = _tool(tools / "score_records.py", "--gold", gold, records, "--json")
        (folder / f"{name}.score.json").write_text(scored, encoding="utf-8")
        results[name] = json.loads(scored)
    return results


def section(data: Path, folder: Path) -> str:
    """The table in Markdown."""
    results = score(data, folder)
    if not results:
        return "Not measured: the sets of whole records were not there.\n"
    folders = sets_in(data)
    named = [f"{name}={folder / f'{name}.score.json'}" for name in results]
    rows = list(labelled(_tool(data.parent / "evaluate" / "score_records.py", "--table", *named)))
    lines = []
    for path, shown, cells in rows:
        extra = [
            _interval(path, cell, result, folders[name])
            for cell, (name, result) in zip(cells, results.items(), strict=True)
        ]
        lines.append(
            [
                path,
                *(f"{cell} {more}".strip() for cell, more in zip(cells, extra, strict=True)),
                EXPLAINED.get(shown, ""),
            ]
        )
    return table(["figure", *results, "what it says"], lines, right=len(results))


def labelled(text: str) -> Iterable[tuple[str, str, list[str]]]:
    r"""Read the evaluator's table: of each row its name, with those above it in short, its own label, and its cells.

    >>> list(labelled("    a\nclaims: pairs scored  1/2\n  killed right  5.0\n    figures P/R  1/2"))[1:]
    [('claims, killed right', 'killed right', ['5.0']), ('claims, killed: figures P/R', 'figures P/R', ['1/2'])]
    """
    section = above = ""
    for line in text.splitlines()[1:]:
        label, *cells = re.split(r"\s{2,}", line.strip())
        match len(line) - len(line.lstrip()):
            case 0:
                section, name = label.split()[0].rstrip(":"), label
            case 2:
                above, name = re.sub(r" (?:right|P/R/F1|covers .*|kept)$", "", label), f"{section}, {label}"
            case _:
                name = f"{section}, {above}: {label}"
        yield name, label, cells


def _interval(path: str, cell: str, result: Result, gold: Path) -> str:
    """What stands behind a figure: its interval in brackets, else how many cases it rests on."""
    maker = _RESAMPLED.get(path)
    if maker is not None:
        return f"[{' / '.join(between(one) or '-' for one in maker(result, gold))}]"
    counted = COUNTED.get(path)
    if counted is not None:
        part = result
        for key in counted[0].split("."):
            part = part[key]
        said, wanted = part[counted[1]], part[counted[2]]
        return f"(n {said})" if counted[1] == counted[2] else f"(n {said} said, {wanted} wanted)"
    share = _OF.search(cell)
    if share is not None and "must" not in path:
        return f"[{between(wilson(int(share[1]), int(share[2])))}]" if int(share[2]) else ""
    return ""


def _pairs(result: Result, gold: Path) -> list[Interval | None]:
    """Draws articles."""
    articles = json.loads((gold / "gold.json").read_text(encoding="utf-8"))["articles"]
    missed = _by_article(result["pairs"]["lists"]["missed"])
    wrong = _by_article(result["pairs"]["lists"]["wrong"])
    units = []
    for article in articles:
        wanted = len({told["incident"] for told in article["reports"] if told["role"] == "main"})
        right = wanted - missed[article["id"]]
        units.append((right, right + wrong[article["id"]], wanted))
    return _three(units)


def _incidents(result: Result, _gold: Path) -> list[Interval | None]:
    """Draws incidents of the gold, each with its second records, and records of nothing."""
    found = result["incidents"]
    again = Counter(match[1] for line in found["lists"]["split"] if (match := re.search(r"repeats (\w+)", line)))
    doubles = sorted(again.values(), reverse=True)
    single = found["right"] - len(doubles)
    units = [(1, 1 + more, 1) for more in doubles] + [(1, 1, 1)] * single
    units += [(0, 0, 1)] * (found["wanted"] - found["right"]) + [(0, 1, 0)] * found["false"]
    return _three(units)


def _three(units: Sequence[tuple[int, int, int]]) -> list[Interval | None]:
    def figure(number: int) -> Callable[[Sequence[tuple[int, int, int]]], float | None]:
        return lambda drawn: scores(*(sum(unit[column] for unit in drawn) for column in range(3)))[number]

    return [bootstrap(units, figure(number)) for number in range(3)]


def _by_article(lines: Iterable[str]) -> Counter[str]:
    return Counter(line.split()[0] for line in lines)


_RESAMPLED: dict[str, Callable[[Result, Path], list[Interval | None]]] = {
    "pairs P/R/F1": _pairs,
    "incidents P/R/F1": _incidents,
}


def _tool(script: Path, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, script, *arguments], check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    return done.stdout
