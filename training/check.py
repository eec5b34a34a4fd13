"""Check annotations and write them as stand-off labels.

    python -m training.check --data ../shared/data RAW_FILE...      # third-party texts: files of `# doc ID` blocks
    python -m training.check --own training/reports/*.txt           # our own reports, marked inline

Says each line that cannot be used; with --write, the documents without a fault go to training/annotations/.
"""

import argparse
import hashlib
import json
import re
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from training.documents import BREAK, split_own, text_of
from training.notation.inline import unmark
from training.notation.lines import Document, read_lines
from training.notation.spans import NotationError

_DOC = re.compile(r"^# doc (\S+)\s*$")
ANNOTATIONS = Path(__file__).parent / "annotations"


def blocks(path: Path) -> list[tuple[str, list[str]]]:
    """The documents of a raw file: id and label lines."""
    found: list[tuple[str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        head = _DOC.match(line)
        if head:
            found.append((head.group(1), []))
        elif found:
            found[-1][1].append(line)
    return found


def own(path: Path) -> tuple[Document, str, list[str]]:
    """One of our own reports: its labels, its text, its faults."""
    doc = f"own:{path.stem}"
    marked, labels = split_own(path.stem) if path.parent.name == "reports" else _split(path)
    try:
        text, marks = unmark(marked)
    except NotationError as error:
        return Document(doc=doc), "", [f"{doc}: {error}"]
    if not labels.strip():
        return Document(doc=doc), text, [f"{doc}: no label lines below a line of ---"]
    document, faults = read_lines(doc, labels.splitlines(), text, marks)
    used = set(re.findall(r"(?<![«\w])([a-z]+\d+)\b", labels))
    faults += [f"{doc}: mark {name} is never used below" for name in marks if name not in used]
    return document, text, faults


def _split(path: Path) -> tuple[str, str]:
    marked, _, labels = path.read_text(encoding="utf-8").partition(BREAK)
    return marked, labels


def stand_off(document: Document, text: str, by: str) -> dict[str, Any]:
    """What is kept of a document: offsets and labels, no words."""
    row = asdict(document)
    row["events"] = list(row["events"].values())
    return {"by": by, "sha256": hashlib.sha256(text.encode()).hexdigest(), **row}


def main() -> None:
    """Check the files named; exit status 1 where a line cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--own", action="store_true")
    parser.add_argument("--by", default="a", help="who annotated: a short name")
    parser.add_argument("--write", type=Path, help="append the stand-off labels of faultless documents to this file")
    given = parser.parse_args()
    rows, faults, events = [], [], 0
    for path in given.files:
        if given.own:
            read = [own(path)]
        else:
            read = []
            for doc, lines in blocks(path):
                try:
                    text = text_of(doc, given.data)
                except KeyError:
                    faults.append(f"{doc}: no such document")
                    continue
                read.append((*_swap(read_lines(doc, lines, text, {}), text),))
        for document, text, wrong in read:
            faults += wrong
            events += len(document.events)
            if not wrong:
                rows.append(stand_off(document, text, given.by))
    print("\n".join(faults), file=sys.stderr)
    print(f"{len(rows)} documents without a fault, {events} events, {len(faults)} faults")
    if given.write:
        with given.write.open("a", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    sys.exit(bool(faults))


def _swap(read: tuple[Document, list[str]], text: str) -> tuple[Document, str, list[str]]:
    return read[0], text, read[1]


if __name__ == "__main__":
    main()
