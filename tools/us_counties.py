"""Make tools/gazetteer/us_counties.csv from the npm package us-atlas (boundaries of the US Census Bureau).

npm pack us-atlas@3.0.1 && tar xzf us-atlas-3.0.1.tgz
python tools/us_counties.py package/counties-10m.json
"""

import csv
import json
import math
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from build_basemap import Point, decoded

OUT = Path(__file__).parent / "gazetteer" / "us_counties.csv"
STATES = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE", "11": "DC",
    "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA", "20": "KS", "21": "KY",
    "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT",
    "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND", "39": "OH",
    "40": "OK", "41": "OR", "42": "PA", "44": "RI", "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT",
    "50": "VT", "51": "VA", "53": "WA", "54": "WV", "55": "WI", "56": "WY",
}  # fmt: skip
"""First two digits of a county's FIPS code -> postal code of its state."""
NOUNS = {"LA": "Parish", "AK": "Borough"}
"""What a county is called, where it is not called county."""
INDEPENDENT = {"24510", "29510", "32510"}
"""Cities that are counties of their own, besides those of Virginia with codes from 500 on: they are towns already."""
HEAD = """\
# Counties of the United States: state (postal code), name, centre of the extent (degrees, WGS 84), radius_km (of the
# circle that holds it).
# Made by tools/us_counties.py from us-atlas 3.0.1 (ISC), boundaries of the US Census Bureau (public domain).
"""


def main(path: str) -> None:
    """Read the topology at `path` and write the table."""
    topology = json.loads(Path(path).read_text(encoding="utf-8"))
    arcs = decoded(topology)
    rows = []
    for county in topology["objects"]["counties"]["geometries"]:
        code = str(county["id"]).zfill(5)
        state = STATES.get(code[:2])
        independent = code in INDEPENDENT or (state == "VA" and int(code[2:]) >= 500)
        if state is None or state == "DC" or independent:
            continue
        name = f"{county['properties']['name']} {NOUNS.get(state, 'County')}"
        lat, lon, radius = circle(corners(county, arcs))
        rows.append((state, name, f"{lat:.3f}", f"{lon:.3f}", f"{radius:.0f}"))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("state", "name", "lat", "lon", "radius_km"))
        writer.writerows(sorted(rows))
    print(f"{OUT}: {len(rows)} counties")


def corners(county: Any, arcs: list[list[Point]]) -> list[Point]:
    """All points of a county's border; east of the date line counted on."""
    rings = county["arcs"] if county["type"] == "Polygon" else [ring for part in county["arcs"] for ring in part]
    found = [point for ring in rings for arc in ring for point in arcs[arc if arc >= 0 else ~arc]]
    return [(x - 360 if x > 0 else x, y) for x, y in found]


def circle(points: list[Point]) -> tuple[float, float, float]:
    """The middle of the extent, latitude first, and the distance in km to its farthest point."""
    lon = (min(x for x, _ in points) + max(x for x, _ in points)) / 2
    lat = (min(y for _, y in points) + max(y for _, y in points)) / 2
    wide = math.cos(math.radians(lat))
    reach = max(math.hypot((x - lon) * wide, y - lat) for x, y in points) * 111.2
    return lat, lon, reach


if __name__ == "__main__":
    main(sys.argv[1])
