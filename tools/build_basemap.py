"""Make the map base, static/vendor/naturalearth/countries.js, from the npm package world-atlas (Natural Earth 1:50m).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/build_basemap.py package/countries-50m.json

Shared borders are simplified once, so that neighbours still fit; the result is GeoJSON in a script, because a page
opened from a folder may not fetch files but may load scripts.
"""

import json
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src/annals/web/static/vendor/naturalearth/countries.js"
TOLERANCE = 0.03
"""Degrees that a simplified border may be off: about 3 km, less than the map shows."""

Point = tuple[float, float]


def main(path: str) -> None:
    """Read the topology at `path` and write the script."""
    topology = json.loads(Path(path).read_text(encoding="utf-8"))
    arcs = [simplified(points) for points in decoded(topology)]
    features = [
        {
            "type": "Feature",
            "properties": {"name": country["properties"]["name"]},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons(country, arcs)},
        }
        for country in topology["objects"]["countries"]["geometries"]
    ]
    features = [feature for feature in features if feature["geometry"]["coordinates"]]
    body = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"), ensure_ascii=False)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(f"window.annalsBase={body};\n", encoding="utf-8")
    print(f"{OUT}: {len(features)} countries, {OUT.stat().st_size / 1000:.0f} kB")


def decoded(topology: Any) -> list[list[Point]]:
    """Undo TopoJSON's delta coding of arcs."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        found.append(points)
    return found


def simplified(points: list[Point]) -> list[Point]:
    """Keep the points that Douglas and Peucker keep; a closed arc keeps its farthest point too."""
    keep = {0, len(points) - 1}
    stretches = [(0, len(points) - 1)]
    while stretches:
        first, last = stretches.pop()
        away = [(off(points[n], points[first], points[last]), n) for n in range(first + 1, last)]
        if away and (found := max(away))[0] > TOLERANCE:
            keep.add(found[1])
            stretches += [(first, found[1]), (found[1], last)]
    return [(round(points[n][0], 2), round(points[n][1], 2)) for n in sorted(keep)]


def off(point: Point, start: Point, end: Point) -> float:
    """Distance of a point from a stretch, degrees."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    at = 0.0 if length == 0 else ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length
    at = min(1.0, max(0.0, at))
    return float(((start[0] + at * dx - point[0]) ** 2 + (start[1] + at * dy - point[1]) ** 2) ** 0.5)


def polygons(country: Any, arcs: list[list[Point]]) -> list[list[list[Point]]]:
    """Put a country's arcs together; an islet that shrank to less than a triangle is left out."""
    parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    found = []
    for part in parts:
        rings = [ring(numbers, arcs) for numbers in part]
        rings = [points for points in map(unwrapped, rings) if len(points) >= 4]
        if not rings:
            continue
        found.append(rings)
        east = max(lon for lon, _ in rings[0])
        if east > 180:  # what lies beyond the 180th meridian is drawn at both edges of the map
            found.append([[(round(lon - 360, 2), lat) for lon, lat in points] for points in rings])
    return found


def unwrapped(points: list[Point]) -> list[Point]:
    """Let a ring that crosses the 180th meridian run on beyond it; close one that goes round a pole along the pole."""
    found = points[:1]
    for lon, lat in points[1:]:
        before = found[-1][0]
        turns = round((before - lon) / 360)
        found.append((round(lon + 360 * turns, 2), lat))
    if found and abs(found[-1][0] - found[0][0]) > 180:
        found += [(found[-1][0], -90.0), (found[0][0], -90.0), found[0]]
    if found and min(lon for lon, _ in found) < -180:
        found = [(round(lon + 360, 2), lat) for lon, lat in found]
    return found


def ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Join arcs end to end; a number below zero is an arc taken backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc if not points else arc[1:]
    return [point for n, point in enumerate(points) if n == 0 or point != points[n - 1]]


if __name__ == "__main__":
    main(sys.argv[1])
