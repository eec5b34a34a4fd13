"""Decisions: same, different, unsure, an override, a withdrawal, an alias, an undo or the same again; form or JSON."""

import threading
from datetime import date
from typing import Any, Literal
from urllib.parse import parse_qsl

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from annals.errors import AnnalsError, UsageError
from annals.judging import Decided
from annals.ledger import Ledger
from annals.web.entering import local
from annals.web.links import ServedLinks
from annals.web.page import Site
from annals.web.problems import Refused
from annals.web.security import csrf_token, same

Kind = Literal["same", "different", "unsure", "override", "withdraw", "alias", "undo", "confirm"]
_LONGEST = 2_000
_PLAIN = "decided on the page, without more words"
"""The reason where a person gave none, for all but a value: one key must do for the plain ones."""
AT_ONCE = 3.0
"""Seconds: where deriving took longer the last time, a decision is stored at once and derived in the background."""


class Decision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person sends."""

    kind: Kind
    subject: str
    """An incident's or a mention's id; for `undo` and `confirm` (the same again) the decision's id, for `alias` the
    name as reports have it."""
    other: str | None = None
    """The other incident or mention of same, different and unsure; for `alias` the actor's id or name."""
    field: str | None = None
    """The field of an override."""
    value: Any = None
    """The value of an override."""
    by: str
    """Who decides."""
    reason: str
    """Why; an override needs one."""


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a decision."""

    judgement_id: str
    incident_id: str | None
    """The incident that it led to, where the records were derived anew."""
    derived: bool
    """Whether the records know of it already; else they will before long."""


class Deriving:
    """Derives in the background, one after the other, so that a burst of decisions costs one derivation."""

    def __init__(self) -> None:
        """Begin at rest."""
        self._lock = threading.Lock()
        self._wanted = False
        self._running = False

    def want(self, site: Site) -> None:
        """Derive soon."""
        with self._lock:
            self._wanted = True
            if self._running:
                return
            self._running = True
        threading.Thread(target=self._run, args=(site,), daemon=True, name="annals-deriving").start()

    def _run(self, site: Site) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._running = False
                    return
                self._wanted = False
            try:
                site.ledger.refresh()
            except AnnalsError:
                # The decision is kept; the pages say that the records are not up to date, and the next build derives.
                continue


DERIVING = Deriving()


async def decide(site: Site, links: ServedLinks, request: Request) -> Response:
    """Record one decision. A form is sent back to its page, JSON is answered with JSON."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await request.body()
    if kind == "application/json":
        sent, form = _from_json(body), {}
        token = request.headers.get("x-annals-token", "")
    elif kind == "application/x-www-form-urlencoded":
        form = _fields(body)
        sent, token = _from_form(form), form.get("csrf", "")
    else:
        raise Refused(415, "Send a form or JSON (application/json).")
    if not same(token, csrf_token(site.secret, request.scope["annals.session"])):
        raise Refused(403, "The page was too old to decide from; load it again and repeat. Nothing was changed.")
    user = request.scope.get("annals.user")
    recorded = await run_in_threadpool(record, site, msgspec.structs.replace(sent, by=user) if user else sent)
    if kind == "application/json":
        return Response(msgspec.json.encode(recorded), 201, media_type="application/json")
    answer = RedirectResponse(_back(form, links, recorded), 303)
    answer.set_cookie("annals_by", _cookie_safe(sent.by), max_age=90 * 86400, httponly=True, samesite="strict")
    return answer


def record(site: Site, sent: Decision) -> Recorded:
    """Store a decision, and derive at once where that is quick.

    Raises:
        UsageError: something is missing, or a value that the field cannot have.
        NotFoundError: no such incident, mention or decision.
        LedgerLockedError: another process is writing; nothing was stored.
    """
    if not sent.by.strip():
        raise UsageError("by: say who decides.")
    if any(len(text or "") > _LONGEST for text in (sent.subject, sent.other, sent.field, sent.by, sent.reason)):
        raise UsageError(f"Give at most {_LONGEST} characters in each field.")
    seconds = site.ledger.browse.summary().derive_seconds
    derive = seconds is not None and seconds <= AT_ONCE
    made = _made(site.ledger, sent, derive=derive)
    if not made.derived:
        DERIVING.want(site)
    return Recorded(judgement_id=made.judgement.judgement_id, incident_id=made.incident_id, derived=made.derived)


def _made(ledger: Ledger, sent: Decision, *, derive: bool) -> Decided:
    by, reason = sent.by.strip(), sent.reason.strip()
    if sent.kind == "undo":
        return ledger.undo(sent.subject, by=by, reason=reason, derive=derive)
    if sent.kind == "confirm":
        return ledger.confirm(sent.subject, by=by, reason=reason, derive=derive)
    if sent.kind == "withdraw":
        return ledger.withdraw(sent.subject, by=by, reason=reason, derive=derive)
    if sent.kind == "override":
        if not sent.field:
            raise UsageError("field: say which field is set.")
        if not reason:
            raise UsageError("reason: say why the value is set; it is shown beside it for ever.")
        return ledger.override(sent.subject, sent.field, sent.value, by=by, reason=reason, derive=derive)
    if sent.kind == "alias":
        if not sent.other:
            raise UsageError("other: say whom the name means, by an actor's id or name.")
        return ledger.alias(sent.subject, sent.other, by=by, reason=reason, derive=derive)
    if not sent.other:
        raise UsageError(f"other: {sent.kind} is said of two; give the other one.")
    say = {"same": ledger.same, "different": ledger.different, "unsure": ledger.unsure}[sent.kind]
    return say(sent.subject, sent.other, by=by, reason=reason, derive=derive)


def _fields(body: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=40)
    except (UnicodeDecodeError, ValueError):
        raise UsageError("The form cannot be read; send it in UTF-8 with at most 40 fields.") from None
    return dict(pairs)


def _from_form(form: dict[str, str]) -> Decision:
    told = {name: form[name] for name in ("kind", "subject", "other", "field", "by", "reason") if form.get(name)}
    if "act" in form:  # a button that says what is done and to which decision
        told["kind"], _, told["subject"] = form["act"].partition(" ")
    value: Any = form.get("value", "").strip()
    if told.get("kind") == "override":
        value = _value(form)
    if told.get("kind") in {"same", "different", "unsure", "alias", "undo", "confirm"}:
        told.setdefault("reason", _PLAIN)
    return _checked({"by": "", "reason": "", **told, "value": value or None})


def _value(form: dict[str, str]) -> Any:
    """Return the value that a form gives: a toll, a date, a place, words, or JSON for those who write it."""
    if any(name in form for name in ("low", "best", "high")):
        return {name: _whole(form.get(name, ""), name) for name in ("low", "best", "high")}
    if "start" in form:
        return _date(form["start"].strip(), form.get("end", "").strip())
    if "precision" in form:
        return _place(form)
    value = form.get("value", "").strip()
    if value[:1] in {"{", '"'}:
        try:
            return msgspec.json.decode(value)
        except msgspec.DecodeError:
            raise UsageError(f"value: {value[:80]!r} is no JSON.") from None
    return value


def _date(start: str, end: str) -> dict[str, str]:
    """Return the days from `start` to `end` as the record writes a date."""
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    except ValueError:
        raise UsageError("start, end: give days as YYYY-MM-DD.") from None
    days = (last - first).days + 1
    if days < 1:
        raise UsageError("end: the last possible day is before the first.")
    steps = ((1, "day"), (6, "few_days"), (7, "week"), (31, "month"), (366, "year"))
    precision = next((name for most, name in steps if days <= most), "unknown")
    edtf = start if days == 1 else f"{first.isoformat()}/{last.isoformat()}"
    return {"edtf": edtf, "start": start, "end": last.isoformat(), "precision": precision, "basis": "stated"}


def _place(form: dict[str, str]) -> dict[str, Any]:
    """Return the place of a form as the record writes it; what is left empty is not known."""
    told: dict[str, Any] = {n: form.get(n, "").strip() or None for n in ("name", "admin1", "country")}
    if told["country"] is not None:
        told["country"] = told["country"].upper()
    for name, most in (("lat", 90.0), ("lon", 180.0)):
        text = form.get(name, "").strip()
        try:
            told[name] = float(text) if text else None
        except ValueError:
            raise UsageError(f"{name}: {text[:40]!r} is not a number of degrees.") from None
        if told[name] is not None and not -most <= told[name] <= most:
            raise UsageError(f"{name}: {text[:40]} is not within {most:g} degrees.")
    if (told["lat"] is None) != (told["lon"] is None):
        raise UsageError("lat, lon: a point needs both.")
    radius = _whole(form.get("radius_m", ""), "radius_m")
    return {**told, "radius_m": radius if told["lat"] is not None else None, "precision": form["precision"]}


def _whole(text: str, name: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 10):  # noqa: PLR2004 - what fits an integer
        raise UsageError(f"{name}: {text[:40]!r} is not a whole number.")
    return int(text)


def _from_json(body: bytes) -> Decision:
    try:
        return msgspec.json.decode(body, type=Decision)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused(422, f"The decision cannot be read: {error}.") from None


def _checked(told: dict[str, Any]) -> Decision:
    try:
        return msgspec.convert(told, Decision)
    except msgspec.ValidationError as error:
        raise UsageError(f"The decision cannot be read: {error}.") from None


def _back(form: dict[str, str], links: ServedLinks, recorded: Recorded) -> str:
    """Return where a form leads: its own page, or the incident that came out, with the decision named."""
    to = local(form.get("to", "/"))
    if form.get("follow") == "incident" and recorded.incident_id is not None:
        to = links.to(f"incidents/{recorded.incident_id}")
    path, _, fragment = to.partition("#")
    between = "&" if "?" in path else "?"
    pending = "" if recorded.derived else "&pending=yes"
    return f"{path}{between}done={recorded.judgement_id}{pending}{'#' + fragment if fragment else ''}"


def _cookie_safe(name: str) -> str:
    return "".join(c for c in name.strip()[:80] if c.isascii() and (c.isalnum() or c in " ._-@"))
