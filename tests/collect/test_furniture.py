import pytest

from annals.collect import report_of
from annals.collect.furniture import regions

LEAD = "A shell hit the harbour of the old town on Friday and hurt two people, the police said."
MORE = "The port was closed for several hours while soldiers searched the hills above it."
TITLE = "Two hurt as shell hits harbour"


def marked(text: str) -> list[tuple[str, str]]:
    report = report_of(text=text, raw=b"")
    return [
        (region.kind, report.text[region.start : region.end]) for region in report.regions if region.kind != "title"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on:", "Follow us on X and Facebook", "ON NOW", "Advertisement", "ADVERTISEMENT",
        "Read more: Port reopens after a week", "ALSO READ: Fish prices | Tides today", "Related: Port reopens",
        "Related topics: Harbours | Shells", "Most read: Fish prices | Tides today", "Tags: harbour, shelling",
        "Download as PDF (200 KB)", "Download as PDF", "14 comments", "0 Comments", "Page 2 of 3", "- 2 -", "7",
        "Share this article", "Share", "Sign up for our daily newsletter.", "Subscribe to our newsletter",
        "We use cookies to improve this site.",
        "© 2021 The Example", "Copyright 2021 The Example. All rights reserved.",
        "(c) 2021 Example Media", "Copyright Example Press",
        "This is a developing story; more to come.", "Updated at 19:30",
        "First published 18:52. Updated 20:10.", "Letters: The price of fish, page 20",
        "Fish: the week's prices, see page 7.", "https://example.org/a", "***", "_______", "5 min read",
        "Click here to report an error.", "The weather: sun, then rain",
        "Was this forwarded to you? Sign up.", "Fish prices | Tides today | Crossword",
    ],
)  # fmt: skip
def test_page_furniture_after_the_story(line: str) -> None:
    assert marked(f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\n{line}") == [("furniture", line)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Share prices fell after the shelling, and the port's owner lost a tenth of its value.",
        "Read more than once, the statement still does not say who fired the shells.",
        "Follow-up fire hit the market an hour later and killed a trader.",
        "Related attacks on two other ports killed nine people last month, the ministry said.",
        "The group said on its Telegram channel that it had fired twelve rockets at the port.",
        "By Friday evening the army had retaken the hills.",
        "By our count it was the fourth attack this year.",
        "Copyright law was not what the sailors had in mind.",
        "Reporting by a newspaper showed that the guards had opened fire first.",
        "Live ammunition was used against the dockers, three of whom died.",
        "Update, Monday: A docker has died in hospital, which brings the toll to three.",
        "Note to editors: an earlier figure of nine dead is withdrawn.",
        "Correction: an earlier version of this report said that nine people had died.",
        "Police said 14 people were hurt",
        "Port mayor hails docker",
        "Photographs of the quay showed a crater.",
        "On page 3 of its report the mission counts 12 dead.",
    ],
)
def test_news_that_only_looks_like_furniture_is_kept(paragraph: str) -> None:
    assert marked(f"{TITLE}\n\n{LEAD}\n\n{paragraph}\n\n{MORE}") == []


@pytest.mark.parametrize(
    "line",
    [
        "Smoke over the quay of the old harbour in this file photo. Image Credit: Jane Roe",
        "The quay of Port Example, which the minister visited last year, seen on Friday - AP",
        "File photo: a crane in the harbour.",
        "FILE - In this March 3, 2020 file photo, a crane stands in the harbour.",
        "[Image: a crane. Image source: Example Media]",
        "[Video: What is a shell? 1:42]",
        "A crane in the harbour (Photo: Jane Roe)",
        "A crane in the harbour on Friday. REUTERS/Jane Roe",
        "A crane in the harbour. Jane Roe/AFP via Getty Images",
        "Picture: the crane after the blast",
        "(AP Photo/Jane Roe)",
        "The quay after the blast (Example photo)",
    ],
)
def test_captions_above_the_story(line: str) -> None:
    assert marked(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{MORE}") == [("caption", line)]


def test_a_caption_printed_twice_with_its_credit_glued_on() -> None:
    line = "A crane at the quay of the old harbour"
    assert marked(f"{line}\n{line}Reuters\n\n{LEAD}\n\n{MORE}") == [("caption", line), ("caption", line + "Reuters")]


def test_an_agency_that_signs_the_last_paragraph_makes_it_no_caption() -> None:
    assert marked(f"{TITLE}\n\nA shell hit the harbour and hurt two people - AP") == []


def test_a_picture_credit_inside_a_paragraph_is_cut_out_alone() -> None:
    long = f"{LEAD} (Photo: Jane Roe) {MORE} Nobody has said who fired it, and nobody expects to learn it soon."
    assert marked(f"{TITLE}\n\n{long}\n\n{MORE}") == [("caption", "(Photo: Jane Roe)")]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe", "BY JANE ROE", "By: Breaking News Staff",
        "By Jane Roe and John Q. Doe in Port Example", "Jane Roe", "Jane al-Roe and John Doe",
        "By Our Correspondent", "From staff and agencies", "By our defence editor", "Jane Roe, harbour correspondent",
        "jane.roe@example.org", "Staff Writer",
    ],
)  # fmt: skip
def test_bylines_above_the_story(line: str) -> None:
    assert marked(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{MORE}") == [("byline", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Jane Roe in Port Example; Editing by John Doe",
        "(Reporting by Jane Roe, editing by John Doe)",
        "The Associated Press contributed to this report.",
        "-- Example Agency; additional reporting by the newsroom --",
        "Reuters",
    ],
)
def test_bylines_below_the_story(line: str) -> None:
    assert marked(f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\n{line}") == [("byline", line)]


def test_a_short_line_between_paragraphs_is_no_reporters_name() -> None:
    assert marked(f"{TITLE}\n\n{LEAD}\n\nHarbour Master Resigns\n\n{MORE}") == []


def test_a_dateline_covers_its_prefix_alone() -> None:
    text = f"{TITLE}\n\nPORT EXAMPLE, Jan 3 (Agency) - {LEAD}\n\nKANO - {MORE}"
    assert marked(text) == [("dateline", "PORT EXAMPLE, Jan 3 (Agency) - "), ("dateline", "KANO - ")]


def test_a_date_above_the_story_is_a_dateline_and_its_sections_are_not() -> None:
    text = f"{TITLE}\n\n21 March 2021 | World | Africa\n\n{LEAD}\n\n{MORE}"
    assert marked(text) == [("dateline", "21 March 2021"), ("furniture", "| World | Africa")]
    assert marked(f"{TITLE}\n\nPublished: 21 March 2021\n\n{LEAD}") == [("dateline", "Published: 21 March 2021")]


def test_a_date_between_paragraphs_stays_for_it_dates_what_follows() -> None:
    assert marked(f"{TITLE}\n\n{LEAD}\n\n21 March 2021\n\n{MORE}") == []


def test_links_after_their_heading_are_furniture_up_to_the_next_sentence() -> None:
    links = ["More on this story", "- Who holds the hills? 12 March 2018", "- Port shut 2 hours ago"]
    text = "\n".join([TITLE, "", LEAD, "", *links, "", MORE])
    assert marked(text) == [("furniture", link) for link in links]


def test_a_standfirst_cut_off_in_mid_sentence_is_furniture_where_the_whole_follows() -> None:
    cut = f"{LEAD} {MORE[:30]}".rstrip()
    assert marked(f"{TITLE}\n\n{cut}\n\n{LEAD}\n\n{MORE}") == [("furniture", cut)]
    assert marked(f"{TITLE}\n\n{cut} ...\n\n{LEAD}\n\n{MORE}") == [("furniture", f"{cut} ...")]
    assert marked(f"{TITLE}\n\n{cut}\n\n{MORE}") == []


def test_a_paragraph_printed_twice_is_read_once() -> None:
    assert marked(f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\n{LEAD}") == [("furniture", LEAD)]


def test_the_headline_printed_again_is_furniture() -> None:
    assert marked(f"{TITLE}\n\n{TITLE}\n\n{LEAD}\n\n{MORE}") == [("furniture", TITLE)]


def test_the_weather_is_no_news() -> None:
    forecast = ("Tonight", "Mainly clear early, then cloudy. Low 71F. Winds S at 5 to 10 mph.")
    text = "\n\n".join(("Two men were hurt at a mill in Arden on Friday, the police there say.", *forecast))
    assert [text[r.start : r.end] for r in regions(text, None) if r.kind == "furniture"] == list(forecast)
    told = "The raid came tonight, in winds so high that no boat went out."
    assert regions(told, None) == ()
