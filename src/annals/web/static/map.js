// annals: the map. The list beside it holds the same incidents and is what assistive tools read.
"use strict";
(() => {
  const box = document.getElementById("map");
  if (!box || !window.L || !window.annalsBase) return;
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const words = (text) => { const span = document.createElement("span"); span.textContent = text; return span; };
  const map = L.map(box, {
    preferCanvas: true, minZoom: 1, maxZoom: 14, worldCopyJump: true, zoomSnap: 0.5,
    zoomAnimation: !reduced, fadeAnimation: !reduced, attributionControl: true,
  });
  map.attributionControl.setPrefix("").addAttribution("Natural Earth, borders de facto");
  const base = L.geoJSON(window.annalsBase, {
    interactive: false,
    style: { color: colour("--border"), weight: 0.8, fillColor: colour("--land"), fillOpacity: 1 },
  }).addTo(map);
  const drawn = L.layerGroup().addTo(map);
  const names = L.layerGroup().addTo(map);

  // A country's name stands in the middle of its largest part, where that is wide enough on the screen.
  const parts = window.annalsBase.features.map((country) => {
    const boxes = country.geometry.coordinates.map(([ring]) => L.latLngBounds(ring.map(([lon, lat]) => [lat, lon])));
    const size = (box) => (box.getEast() - box.getWest()) * (box.getNorth() - box.getSouth());
    return { name: country.properties.name, box: boxes.reduce((a, b) => (size(b) > size(a) ? b : a)) };
  });

  function label() {
    names.clearLayers();
    if (map.getZoom() < 3) return;
    const view = map.getBounds();
    parts.filter(({ box }) => view.intersects(box)).forEach(({ name, box }) => {
      const wide = map.latLngToContainerPoint(box.getNorthEast()).x - map.latLngToContainerPoint(box.getNorthWest()).x;
      if (wide < 9 * name.length) return;
      L.tooltip({ permanent: true, direction: "center", className: "country-label" })
        .setLatLng(box.getCenter()).setContent(words(name)).addTo(names);
    });
  }
  map.on("moveend", label);
  const count = document.getElementById("map-count");
  let byId = new Map();

  function popup(row, href) {
    const card = document.createElement("div");
    const link = document.createElement("a");
    link.href = href;
    link.textContent = row.title;
    card.append(link, document.createElement("br"), words(`${row.place.name ?? ""}, within ${row.place.radius_m >= 1000 ? `${row.place.radius_m / 1000} km` : `${row.place.radius_m} m`}`));
    return card;
  }

  function area(row, href) {
    const at = [row.place.lat, row.place.lon];
    const circle = L.circle(at, {
      radius: Math.max(row.place.radius_m || 0, 400), color: colour("--killed"), weight: 1, fillOpacity: 0.12,
    });
    const core = L.circleMarker(at, { radius: 4, color: colour("--killed"), weight: 1.5, fillOpacity: 0.75 });
    core.bindTooltip(words(row.title)).bindPopup(() => popup(row, href));
    circle.bindPopup(() => popup(row, href));
    byId.set(row.incident_id, core);
    drawn.addLayer(circle).addLayer(core);
  }

  function bin(cell) {
    const radius = 8 + Math.min(26, Math.sqrt(cell.incidents) * 2.2);
    const disc = L.circleMarker([cell.lat, cell.lon], { radius, color: colour("--accent"), weight: 1.5, fillOpacity: 0.35 });
    disc.bindTooltip(words(cell.incidents.toLocaleString("en")), { permanent: true, direction: "center", className: "bin-label" });
    disc.on("click", () => map.fitBounds([[cell.south, cell.west], [cell.north, cell.east]], { maxZoom: map.getZoom() + 3, padding: [30, 30] }));
    drawn.addLayer(disc);
  }

  function draw(view, hrefOf) {
    drawn.clearLayers();
    byId = new Map();
    view.bins.forEach(bin);
    view.areas.forEach((row) => area(row, hrefOf(row)));
  }

  function bounds() {
    const b = map.getBounds();
    const clamp = (n, most) => Math.max(-most, Math.min(most, n)).toFixed(3);
    const wide = b.getEast() - b.getWest() >= 360;
    return [wide ? -180 : clamp(b.getWest(), 180), clamp(b.getSouth(), 90), wide ? 180 : clamp(b.getEast(), 180), clamp(b.getNorth(), 90)].join(",");
  }

  const address = (where) => {
    const url = new URL(where, location.href);
    url.searchParams.set("bounds", bounds());
    url.searchParams.set("zoom", String(Math.round(map.getZoom())));
    return url;
  };

  let asking = null;
  async function refresh() {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(address(box.dataset.source), { signal: asking.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = await answer.json();
      draw(found.map, (row) => `/incidents/${encodeURIComponent(row.incident_id)}`);
      count.replaceChildren(words(`${found.map.mapped.toLocaleString("en")} incidents mapped, ${found.map.in_view.toLocaleString("en")} in view`));
      const list = address(box.dataset.list);
      window.htmx?.ajax("GET", list.pathname + list.search, { target: "#mapped", swap: "outerHTML" });
    } catch (error) {
      if (error.name !== "AbortError") count.textContent = "The map could not be brought up to date; the list beside it still holds.";
    }
  }

  function begin(view) {
    const points = view.areas.map((row) => [row.place.lat, row.place.lon]);
    view.bins.forEach((cell) => points.push([cell.south, cell.west], [cell.north, cell.east]));
    map.fitBounds(points.length ? L.latLngBounds(points).pad(0.15) : base.getBounds(), { maxZoom: 8, animate: false });
  }

  document.addEventListener("mouseover", (event) => {
    const row = event.target.closest?.("#mapped [data-id]");
    byId.get(row?.dataset.id)?.openTooltip();
  });

  if (window.annalsMap) { // published as files: all is here already
    begin(window.annalsMap);
    draw(window.annalsMap, (row) => row.href);
    return;
  }
  let timer = 0;
  const given = new URLSearchParams(location.search).get("bounds")?.split(",").map(Number);
  const first = new URL(box.dataset.source, location.href);
  first.searchParams.set("zoom", "7"); // small cells, so that the first view fits closely
  fetch(first).then((answer) => answer.json()).then((found) => {
    if (given?.length === 4 && given.every(Number.isFinite)) {
      map.fitBounds([[given[1], given[0]], [given[3], given[2]]], { animate: false });
    } else {
      begin(found.map);
    }
    map.on("moveend", () => { clearTimeout(timer); timer = setTimeout(refresh, 120); });
    return refresh();
  }).catch(() => { count.textContent = "The map could not be drawn; the list beside it still holds."; });
})();
