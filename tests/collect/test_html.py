import subprocess
import sys

import pytest

from annals.collect.html import read_html
from annals.model import Refusal, Report

PARAGRAPHS = (
    "A shell hit the harbour of the old town on Friday and hurt two dockers, the police of the province said.",
    "The port was closed for several hours while soldiers searched the hills above it for those who had fired.",
    "Nobody has said who fired the shell; the governor spoke of rebels, who hold several villages in the hills.",
    "It was the third time in a month that the harbour of the old town had come under fire from the same side.",
)
PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}">
<title>Two hurt in harbour | The Example</title>
<meta property="og:title" content="Two hurt in harbour caf\xe9"><meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2021-03-05T18:30:00Z">
<link rel="canonical" href="https://example.org/harbour"></head><body><nav><ul><li>Home</li><li>World</li></ul></nav>
<article><h1>Two hurt in harbour caf\xe9</h1>{body}</article>
<footer>Follow us. All rights reserved.</footer></body></html>"""


def page(charset: str = "utf-8", body: str | None = None) -> bytes:
    shown = body if body is not None else "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return PAGE.format(charset=charset, body=shown).encode(charset)


def test_the_page_becomes_its_story_with_what_it_says_of_itself() -> None:
    report = read_html(page(), "a.html")
    assert isinstance(report, Report)
    assert report.text == "\n\n".join(("Two hurt in harbour café", *PARAGRAPHS))
    assert (report.title, report.publisher) == ("Two hurt in harbour café", "The Example")
    assert (report.published, report.url) == ("2021-03-05", "https://example.org/harbour")
    assert (report.language, report.origin) == ("en", "a.html")
    title = report.regions[0]
    assert (title.kind, report.text[title.start : title.end]) == ("title", "Two hurt in harbour café")


def test_the_declared_encoding_is_honoured() -> None:
    report = read_html(page("iso-8859-1"), "a.html")
    assert isinstance(report, Report)
    assert report.title == "Two hurt in harbour café"


def test_a_page_that_states_no_date_has_none() -> None:
    bare = page().replace(b'<meta property="article:published_time" content="2021-03-05T18:30:00Z">', b"")
    report = read_html(bare, "a.html")
    assert isinstance(report, Report)
    assert report.published is None


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "no words"),
        (b" \n ", "no words"),
        (b"<html><body><script>1</script></body></html>", "No article"),
        (b"%PDF-1.4", "PDF"),
    ],
)
def test_a_page_without_a_story_is_refused(raw: bytes, said: str) -> None:
    refusal = read_html(raw, "a.html")
    assert isinstance(refusal, Refusal)
    assert said in refusal.reason


def test_broken_pages_never_raise() -> None:
    for raw in (
        b"<" * 5000,
        b"<div>" * 5000 + b"words",
        page()[:700],
        b"<html \xff\xfe",
        b"<!--",
        page(body="&#0;&#xD800;"),
    ):
        assert isinstance(read_html(raw, "a.html"), Report | Refusal)


def test_the_slow_libraries_are_left_alone_until_a_page_comes() -> None:
    code = "import sys, annals.collect; sys.exit('trafilatura' in sys.modules or 'htmldate' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
