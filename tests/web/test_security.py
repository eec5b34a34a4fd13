"""What stands between the network and the pages."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from annals.errors import UsageError
from annals.ledger import Ledger
from annals.web.app import create_app
from annals.web.settings import WebSettings

HOST = "http://127.0.0.1:8471"


@pytest.fixture
def client(own_ledger: Path) -> TestClient:
    return TestClient(create_app(own_ledger), base_url=HOST, follow_redirects=False)


def decision(client: TestClient, **changed: str) -> dict[str, str]:
    """The form of a decision that would be taken."""
    client.get("/incidents", headers={"accept": "text/html"})
    token = client.get("/session.json").json()["token"]
    first, second = (row["incident_id"] for row in client.get("/incidents.json?size=2").json()["rows"])
    return {
        "csrf": token,
        "kind": "different",
        "subject": first,
        "other": second,
        "by": "Ana",
        "reason": "two volleys",
    } | changed


def test_only_own_host_names_are_answered(own_ledger: Path) -> None:
    app = create_app(own_ledger, WebSettings(names=("ledger.example",)))
    for host, status in (
        ("127.0.0.1:8471", 200),
        ("localhost", 200),
        ("[::1]:8471", 200),
        ("ledger.example", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
    ):
        answer = TestClient(app, base_url=HOST).get("/incidents.json", headers={"host": host})
        assert (host, answer.status_code) == (host, status)
        if status != 200:
            assert answer.headers["content-type"] == "application/problem+json"


def test_every_answer_carries_the_rules_of_the_browser(client: TestClient) -> None:
    for path in ("/incidents", "/incidents.json", "/nope", "/static/annals.css", "/openapi.json", "/incidents.csv"):
        answer = client.get(path, headers={"accept": "text/html"})
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"


def test_a_decision_needs_the_token_of_its_session(client: TestClient) -> None:
    form = decision(client)
    assert client.post("/judgements", data=form | {"csrf": "0" * 40}).status_code == 403
    assert client.post("/judgements", data={k: v for k, v in form.items() if k != "csrf"}).status_code == 403
    other = TestClient(client.app, base_url=HOST, follow_redirects=False)
    assert other.post("/judgements", data=form).status_code == 403, "another session's token"
    assert client.post("/judgements", data=form).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://127.0.0.1:9999"},
    ],
)
def test_a_write_from_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    form = decision(client)
    assert client.post("/judgements", data=form, headers=headers).status_code == 403


def test_json_decisions(client: TestClient) -> None:
    form = decision(client)
    token = form.pop("csrf")
    sent = form | {"value": None}
    headers = {"x-annals-token": token}
    made = client.post("/judgements.json", json=sent, headers=headers)
    assert made.status_code == 201
    assert set(made.json()) == {"judgement_id", "incident_id", "derived"}
    assert client.post("/judgements.json", json=sent).status_code == 403
    changed: tuple[dict[str, str | None], ...] = ({"subject": "i0"}, {"by": ""}, {"kind": "override"})
    wrongs: list[object] = [{}, {"kind": "erase"}, [], *(sent | change for change in changed)]
    for wrong in wrongs:
        answer = client.post("/judgements.json", json=wrong, headers=headers)
        assert 400 <= answer.status_code < 500
        assert answer.headers["content-type"] == "application/problem+json"
    assert client.post("/judgements.json", content=b"x", headers=headers).status_code == 415


def test_reading_never_writes(client: TestClient) -> None:
    assert client.get("/judgements").status_code == 405
    assert client.put("/incidents").status_code == 405


def test_read_only_refuses_every_write(own_ledger: Path) -> None:
    client = TestClient(create_app(own_ledger, WebSettings(read_only=True)), base_url=HOST, follow_redirects=False)
    answer = client.post("/judgements", data=decision(client))
    assert answer.status_code == 403
    with Ledger.open(own_ledger, create=False) as ledger:
        assert ledger.browse.log().total == 0


def test_sizes_are_bounded(client: TestClient) -> None:
    assert client.post("/judgements", content=b"a" * 70_000).status_code == 413
    assert client.get("/incidents", params={"text": "a" * 9_000}).status_code == 414
    assert client.get("/incidents.json", params={"text": "a" * 400}).status_code == 400
    many = "&".join(f"country=C{n}" for n in range(60))
    assert client.get(f"/incidents.json?{many}").status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2fapp.py",
        "/static//etc/passwd",
        "/incidents/..%2f..%2fetc%2fpasswd",
        "/reports/%2e%2e%2f%2e%2e%2fsecret",
        "/actors/../../etc/passwd",
        "/incidents/%00",
        "/runs/1%00",
        "/review/%F0%9F%9A%80",
        "/incidents/x/why/../../../y",
    ],
)
def test_no_path_reaches_the_file_system(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"accept": "text/html"})
    assert answer.status_code in {404, 400}
    assert "root:" not in answer.text
    assert "Starlette" not in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "since=2019-99",
        "sort=x",
        "size=0",
        "size=a",
        "cursor=zzz",
        "bounds=1,2,3",
        "mapped=maybe",
        "min_reports=-1",
        "text=%00",
    ],
)
def test_a_wrong_question_is_a_sentence(client: TestClient, query: str) -> None:
    answer = client.get(f"/incidents.json?{query}")
    assert answer.status_code == 400
    problem = answer.json()
    assert problem["status"] == 400
    assert problem["detail"].endswith(".")


def test_beyond_loopback_a_token_is_demanded() -> None:
    with pytest.raises(UsageError, match="--token"):
        WebSettings(host="0.0.0.0").check()  # noqa: S104 - that is the point
    with pytest.raises(UsageError, match="16 characters"):
        WebSettings(token="short").check()  # noqa: S106 - no password
    WebSettings(host="0.0.0.0", token="x" * 20).check()  # noqa: S104 - with a token
    WebSettings(host="0.0.0.0", user_header="x-user").check()  # noqa: S104 - behind a proxy


def test_a_token_opens_the_door(own_ledger: Path) -> None:
    token = "correct horse battery staple"  # noqa: S105 - no password
    client = TestClient(create_app(own_ledger, WebSettings(token=token)), base_url=HOST, follow_redirects=False)
    assert client.get("/incidents.json").status_code == 401
    assert client.get("/incidents.json", headers={"authorization": f"Bearer {token}"}).status_code == 200
    assert client.get("/incidents.json", headers={"authorization": "Bearer wrong"}).status_code == 401
    sent = client.get("/incidents", headers={"accept": "text/html"})
    assert sent.headers["location"] == "/enter?to=/incidents"
    door = client.get(sent.headers["location"], headers={"accept": "text/html"}).text
    csrf = door.partition('name="csrf" value="')[2].partition('"')[0]
    assert client.post("/enter", data={"csrf": csrf, "token": "no", "to": "/"}).status_code == 403
    entered = client.post("/enter", data={"csrf": csrf, "token": token, "to": "//evil.example"})
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    assert client.get("/incidents.json").status_code == 200


def test_a_proxy_names_the_user(own_ledger: Path) -> None:
    app = create_app(own_ledger, WebSettings(user_header="x-remote-user"))
    client = TestClient(app, base_url=HOST, follow_redirects=False)
    assert client.get("/incidents.json").status_code == 401
    client.headers["x-remote-user"] = "ana@newsroom"
    assert client.post("/judgements", data=decision(client, by="Somebody else")).status_code == 303
    with Ledger.open(own_ledger, create=False) as ledger:
        assert ledger.browse.log().entries[0].judgement.by == "ana@newsroom"


def test_a_fault_of_our_own_says_nothing_of_the_inside(own_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = TestClient(create_app(own_ledger), base_url=HOST, raise_server_exceptions=False)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret/path")

    monkeypatch.setattr("annals.store.browse.Browse.page", broken)
    answer = client.get("/incidents.json")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers
