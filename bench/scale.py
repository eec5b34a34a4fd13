"""Linking very many mentions: how long, in how much memory, and how both grow.

Run as `python -m bench.scale SIZE`, it makes so many mentions, links them and writes what it took as one line of JSON:
each size has a process of its own, so that the memory of one does not count for another.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from math import log
from pathlib import Path

from annals.link.crowd import Crowd
from annals.link.linking import gathered
from annals.link.profile import Profile, profiles_of
from annals.model.rulings import Rulings
from annals.store.store import Store
from bench import made_mentions, outside
from bench.page import cores, table

ROOT = Path(__file__).resolve().parents[1]
SIZES = (100_000, 1_000_000)
SHAPED = 5_000
"""Made mentions of which the shape is measured."""


@dataclass(frozen=True, kw_only=True)
class Linking:
    """How linking so many mentions went."""

    mentions: int
    gathered: float
    """Seconds to bring what reports tell in comparable form and pack it, in one process."""
    linked: float
    """Seconds from there to clusters and doubts, on all cores."""
    worked: float
    """Of these, seconds of processor time, of all processes together."""
    peak_mib: float
    """Most memory: of this process, and of the largest of its helpers for each of them."""
    clusters: int
    largest: int
    doubts: int
    precision: float
    """Of pairs of mentions."""
    recall: float
    load: float
    """Load average when linking was begun."""


def section(sizes: Sequence[int], shapes: Mapping[str, Mapping[str, float]], tell: Callable[[str], None]) -> str:
    """Measure in processes of their own, and write what came of it; `shapes` as of `made_mentions.shape`, by name."""
    found = []
    for size in sizes:
        tell(f"linking {size:,} mentions")
        command = (sys.executable, "-m", "bench.scale", str(size))
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        found.append(Linking(**json.loads(done.stdout)))
    rows = [
        [
            f"{one.mentions:,}",
            f"{one.gathered:.0f}",
            f"{one.linked:.0f}",
            f"{one.worked:.0f}",
            f"{one.peak_mib / 1024:.1f}",
            f"{one.clusters:,}",
            str(one.largest),
            f"{one.doubts:,}",
            f"{100 * one.precision:.1f}/{100 * one.recall:.1f}",
            f"{one.load:.1f}",
        ]
        for one in found
    ]
    names = ["mentions", "gather, s", "link, s", "processor, s", "peak, GiB", "clusters", "largest", "doubts"]
    measured = table([*names, "pairs P/R, %", "load before"], rows)
    shaped = table(
        ["what linking sees", *shapes],
        [[name, *(f"{shape[name]:.2f}" for shape in shapes.values())] for name in next(iter(shapes.values()), {})],
    )
    return f"""
## Linking very many mentions

Mentions made up in memory (bench/made_mentions.py, seed 1), each from a report of its own, spread over twenty years and
the towns of the world. Gather: from what was read to the form in which mentions are compared, in one process. Link:
from there to clusters and doubts, by {cores()} processes, wall time; processor time is that of all of them together.
Peak: the memory of this process and, for each of its helpers, of the largest.

{measured}
{_growth(found)}

How like the makings are to reports that people wrote, by what linking sees of them:

{shaped}"""


def _growth(found: Sequence[Linking]) -> str:
    if len(found) < 2:
        return ""
    first, last = found[0], found[-1]
    times = log(last.mentions / first.mentions)
    wall, worked = log(last.linked / first.linked) / times, log(last.worked / first.worked) / times
    return (
        f"From {first.mentions:,} to {last.mentions:,} mentions the time grows with their number to the power of "
        f"{wall:.2f} (processor time: {worked:.2f})."
    )


def measured(size: int) -> Linking:
    """Make so many mentions and link them, here and now."""
    event: dict[str, str] = {}
    making = 0.0

    def made() -> Iterator[Profile]:
        nonlocal making
        left = time.perf_counter()
        for account, published, name in made_mentions.accounts(size):
            making += time.perf_counter() - left
            for profile in profiles_of(account, origin=account.report_id, published=published):
                event[profile.mention_id] = name
                yield profile
            left = time.perf_counter()

    began = time.perf_counter()
    crowd = Crowd(made())
    gather = time.perf_counter() - began - making
    load, began, worked = os.getloadavg()[0], time.perf_counter(), _processor()
    found = gathered(crowd, Rulings(()))
    linked, worked = time.perf_counter() - began, _processor() - worked
    peak = _peak(resource.RUSAGE_SELF) + cores() * _peak(resource.RUSAGE_CHILDREN)
    groups = [cluster.mention_ids for cluster in found.clusters]
    said = [(event[a], event[b]) for group in groups for a, b in combinations(group, 2)]
    right = sum(a == b for a, b in said)
    wanted = sum(n * (n - 1) // 2 for n in Counter(event.values()).values())
    return Linking(
        mentions=len(crowd),
        gathered=gather,
        linked=linked,
        worked=worked,
        peak_mib=peak,
        clusters=len(groups),
        largest=max(map(len, groups), default=0),
        doubts=len(found.doubts),
        precision=right / max(1, len(said)),
        recall=right / max(1, wanted),
        load=load,
    )


def shapes(source: Path, folder: Path) -> dict[str, dict[str, float]]:
    """What linking sees of made mentions, and of gva_incidents, dev, where that is there; by name."""
    event: dict[str, str] = {}
    profiles: list[Profile] = []
    for account, published, name in made_mentions.accounts(SHAPED):
        profiles += profiles_of(account, origin=account.report_id, published=published)
        event[account.mentions[0].mention_id] = name
    found = {"made": made_mentions.shape(profiles, event)}
    if source.is_dir():
        found["gva_incidents, dev"] = made_mentions.shape(*_of_gva(source, folder))
    return found


def _of_gva(source: Path, folder: Path) -> tuple[list[Profile], dict[str, str]]:
    """The main mentions of reports with one incident and a text of their own, and their incidents."""
    path = outside.gva_ledger(source, folder)
    gold = [json.loads(line) for line in (source / "gold.dev.jsonl").read_text(encoding="utf-8").splitlines()]
    incident = {
        row["doc_id"]: row["incident_ids"][0] for row in gold if len(row["incident_ids"]) == 1 and not row["noisy"]
    }
    with Store.open(path, create=False) as store:
        basis = store.basis()
    known = {report.report_id: report for report in basis.reports}
    profiles, event = [], {}
    for account in basis.accounts:
        report = known[account.report_id]
        main = outside.main_mention(account)
        for profile in profiles_of(account, origin=account.report_id, published=report.published):
            if main and profile.mention_id == main.mention_id and report.given_id in incident:
                profiles.append(profile)
                event[profile.mention_id] = incident[report.given_id]
    return profiles, event


def _processor() -> float:
    """Seconds of processor time so far, of this process and of its children that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 2**20


if __name__ == "__main__":
    print(json.dumps(asdict(measured(int(sys.argv[1])))))
