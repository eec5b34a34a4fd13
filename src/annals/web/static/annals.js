// annals: what pages do beyond links and forms. Every page works without it.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  // htmx comes after the page is painted; until then its links are plain links.
  const htmx = document.currentScript.dataset.htmx;
  if (htmx) {
    addEventListener("load", () => {
      const script = document.createElement("script");
      script.src = htmx;
      document.head.append(script);
    });
  }

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const say = (words) => { const said = document.getElementById("said"); if (said) said.textContent = words; };

  // --- Quotes: a claim's link shows its words in the archived text, a mark leads back to the claim. ---------------

  let from = null; // the link that a quote was opened from

  const segmentsOf = (claim, within = document) =>
    all(`mark[data-claims~="${CSS.escape(claim)}"]`, within);

  function showQuote(claim, link) {
    const segments = segmentsOf(claim);
    if (!segments.length) return false;
    all("mark.focus, mark[data-chosen]").forEach((m) => { m.classList.remove("focus"); m.removeAttribute("data-chosen"); });
    all(".pick[aria-current]").forEach((a) => a.removeAttribute("aria-current"));
    segments.forEach((m) => m.classList.add("focus"));
    const pane = segments[0].closest("[data-texts]");
    link?.setAttribute("aria-current", "true");
    centre(pane, segments[0]);
    const head = pane?.querySelector("#pane-head");
    const report = segments[0].closest("[data-report]")?.querySelector("h3")?.textContent.trim();
    const labels = segments[0].title.split("; ");
    const label = labels[segments[0].dataset.claims.split(" ").indexOf(claim)] || labels[0];
    if (head) head.textContent = `${label}${report ? ` — \u2068${report}\u2069` : ""}`;
    say(`Quote: ${segments.map((m) => m.textContent).join("")}`);
    return true;
  }

  // Scrolls the pane itself where it scrolls, so that the matrix stays where it is.
  function centre(pane, mark) {
    if (!pane || pane.scrollHeight <= pane.clientHeight + 4 || getComputedStyle(pane).position !== "sticky") {
      mark.scrollIntoView({ block: "center" });
      return;
    }
    // Twice: the texts before it may take their true height only once they are near.
    for (let turn = 0; turn < 2; turn += 1) {
      const off = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTo({ top: pane.scrollTop + off - pane.clientHeight / 3, behavior: "instant" });
    }
    if (pane.getBoundingClientRect().bottom < 80 || pane.getBoundingClientRect().top > innerHeight - 80) {
      pane.scrollIntoView({ block: "nearest" });
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-claim]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      if (link.classList.contains("pick")) from = link;
      if (link.hasAttribute("hx-get")) return; // htmx brings the text, then it is shown
      if (showQuote(link.dataset.claim, link)) {
        event.preventDefault();
        history.replaceState(null, "", link.getAttribute("href").startsWith("#") ? link.getAttribute("href") : location.href);
        if (!link.classList.contains("pick")) segmentsOf(link.dataset.claim)[0].closest("[data-texts]")?.focus?.({ preventScroll: true });
      }
      return;
    }
    const mark = event.target.closest("mark[data-claims]");
    if (mark && !String(getSelection())) {
      const claim = mark.dataset.claims.split(" ").find((id) => document.querySelector(`a[data-claim="${CSS.escape(id)}"]`));
      const cell = claim && document.querySelector(`a[data-claim="${CSS.escape(claim)}"]`);
      if (cell) { openAround(cell); showQuote(claim, cell); focusCell(cell); }
    }
  });

  const openAround = (node) => { for (let d = node.closest("details"); d; d = d.parentElement.closest("details")) d.open = true; };

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "results") say(document.querySelector("#results .result-head .count")?.textContent.trim() ?? "");
    if (event.detail.target.id !== "texts" && document.getElementById("texts") === null) return;
    if (from?.hasAttribute("hx-get")) showQuote(from.dataset.claim, from);
  });
  document.addEventListener("htmx:responseError", (event) => {
    say(`Nothing was changed: the server said ${event.detail.xhr.status}. The page shows what it showed before.`);
  });
  document.addEventListener("htmx:sendError", () => say("The server cannot be reached; the page shows what it showed before."));

  // --- The claim matrix: one tab stop, arrows move, Enter opens the quote, Escape leads back. ------------------------

  const matrix = document.querySelector("[data-matrix]");
  const picks = (cell) => all("a.pick, a.reconciled, summary, .origin > a", cell).filter((a) => a.offsetParent !== null);

  function setUpMatrix() {
    if (!matrix) return;
    all("a, summary", matrix).forEach((a) => { a.tabIndex = -1; });
    const first = matrix.querySelector("a.pick") || matrix.querySelector("a");
    if (first) first.tabIndex = 0;
    matrix.closest(".matrix-wrap").removeAttribute("tabindex");
  }

  function focusCell(link) {
    all("[tabindex='0']", matrix || document.createElement("i")).forEach((a) => { a.tabIndex = -1; });
    link.tabIndex = 0;
    link.focus({ preventScroll: false });
  }

  function moveInMatrix(event) {
    const here = event.target.closest("td, th");
    if (!here) return;
    const row = here.parentElement, rows = all("tr", matrix), at = row.cells ? [...row.cells].indexOf(here) : 0;
    const inside = picks(here), own = inside.indexOf(event.target.closest("a, summary"));
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (!step) {
      const ends = { Home: 0, End: row.cells.length - 1 }[event.key];
      if (ends === undefined) return;
      const found = picks(row.cells[ends])[0] || [...row.cells].reverse().flatMap(picks)[0];
      if (found) { event.preventDefault(); focusCell(found); }
      return;
    }
    event.preventDefault();
    const sideways = getComputedStyle(matrix).direction === "rtl" ? -step[1] : step[1];
    if (step[0] && inside[own + step[0]]) { focusCell(inside[own + step[0]]); return; }
    let y = rows.indexOf(row), x = at;
    for (;;) { // on to the next cell that holds anything
      y += step[0]; x += sideways;
      const cell = rows[y]?.cells[x];
      if (!cell) return;
      const found = picks(cell);
      if (found.length) { focusCell(step[0] < 0 ? found[found.length - 1] : found[0]); return; }
    }
  }

  matrix?.addEventListener("keydown", moveInMatrix);
  matrix?.addEventListener("focusin", (event) => {
    const link = event.target.closest("a, summary");
    if (link && link.tabIndex !== 0) { all("[tabindex='0']", matrix).forEach((a) => { a.tabIndex = -1; }); link.tabIndex = 0; }
  });
  matrix?.addEventListener("keydown", (event) => {
    const link = event.target.closest("a.pick");
    if (event.key === "Enter" && link) {
      from = link;
      setTimeout(() => document.querySelector("[data-texts]")?.focus({ preventScroll: true }), 0);
    }
  });

  // --- Keys. One list, told by "?", that can be turned off. --------------------------------------------------------

  const stored = (name, value) => {
    try { if (value === undefined) return localStorage.getItem(name); localStorage.setItem(name, value); } catch { /* no storage from a folder */ }
    return null;
  };
  const off = document.querySelector("[data-keys-off]");
  if (off) {
    off.checked = stored("annals-keys") === "off";
    off.addEventListener("change", () => stored("annals-keys", off.checked ? "off" : "on"));
  }
  const dialog = document.getElementById("keys");
  document.querySelector("[data-shortcuts]")?.addEventListener("click", () => dialog.showModal());

  function moveInList(by) {
    const rows = all("[data-list] [data-row]");
    if (!rows.length) return;
    const at = rows.findIndex((row) => row.classList.contains("here"));
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    rows.forEach((row) => row.classList.remove("here"));
    next.classList.add("here");
    next.scrollIntoView({ block: "nearest" });
    next.querySelector("[data-open]")?.focus({ preventScroll: true });
  }

  function stepQuote(by) {
    const marks = all("[data-texts] mark[data-claims]");
    const starts = marks.filter((m, n) => n === 0 || marks[n - 1].dataset.claims.split(" ")[0] !== m.dataset.claims.split(" ")[0]);
    if (!starts.length) return;
    const now = starts.findIndex((m) => m.classList.contains("focus") || m.hasAttribute("data-chosen"));
    const next = starts[(now + by + starts.length) % starts.length];
    showQuote(next.dataset.claims.split(" ")[0], null);
  }

  const press = (selector) => { const found = document.querySelector(selector); if (found) found.click(); return Boolean(found); };

  function decide(key) {
    const button = document.querySelector(`[data-review] [data-decide="${key}"]`);
    if (!button) return false;
    const name = button.form?.elements.by;
    if (name && !name.value.trim()) { name.focus(); say("Give your name first: a decision says who made it."); return true; }
    button.click();
    return true;
  }

  const KEYS = {
    "/": () => { const find = document.querySelector("[data-key='/']"); find?.focus(); find?.select(); return Boolean(find); },
    "?": () => { dialog?.showModal(); return Boolean(dialog); },
    j: () => { moveInList(1); return true; },
    k: () => { moveInList(-1); return true; },
    o: () => press(".here [data-open]"),
    n: () => { stepQuote(1); return true; },
    p: () => { stepQuote(-1); return true; },
    u: () => { const form = document.querySelector("[data-undo]"); form?.requestSubmit(); return Boolean(form); },
    a: () => decide("a"), d: () => decide("d"), w: () => decide("w"), s: () => decide("s"),
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.key === "Escape") {
      if (typing) { event.target.blur(); return; }
      const open = document.querySelector(".menu[open]");
      if (open) { open.open = false; open.querySelector("summary").focus(); return; }
      if (from && document.contains(from)) focusCell(from);
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || dialog?.open || off?.checked) return;
    if (KEYS[event.key]?.()) event.preventDefault();
  });

  // --- Small things. ------------------------------------------------------------------------------------------------

  document.addEventListener("click", async (event) => {
    all(".menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
    const copy = event.target.closest("[data-copy]");
    if (!copy) return;
    const words = document.querySelector(copy.dataset.copy).textContent.replace(/\s+/g, " ").trim();
    try { await navigator.clipboard.writeText(words); copy.textContent = "Copied"; } catch { say("Copy it by hand: the browser did not allow it."); }
  });
  document.addEventListener("change", (event) => { if (event.target.matches("[data-submit]")) event.target.form.requestSubmit(); });
  const foldSide = () => { const side = document.querySelector("[data-side]"); if (side && matchMedia("(max-width: 52rem)").matches) side.open = false; };

  setUpMatrix();
  foldSide();
  document.addEventListener("htmx:afterSettle", foldSide);
  const asked = new URLSearchParams(location.search).get("claim") || (location.hash.startsWith("#m-") ? decodeURIComponent(location.hash.slice(3)) : null);
  if (asked) {
    const link = document.querySelector(`a.pick[data-claim="${CSS.escape(asked)}"]`);
    from = link;
    if (link) openAround(link);
    showQuote(asked, link);
  }
})();
