"""The list of incidents in the browser: facets, search, order and the way back."""

from playwright.sync_api import Page, expect


def count_of(page: Page) -> int:
    return int(page.locator("#results .count b").inner_text().split()[0].replace(",", ""))


def test_a_facet_narrows_the_list_and_back_widens_it(page: Page) -> None:
    page.goto("/incidents")
    page.wait_for_load_state("networkidle")  # htmx comes last
    everything = count_of(page)
    page.evaluate("window.kept = true")
    choice = page.locator("#f-country-IQ")
    counted = int(choice.locator(".count").inner_text())
    choice.click()
    expect(page.locator(".chips")).to_contain_text("Iraq")
    assert page.url.endswith("/incidents?country=IQ")
    assert count_of(page) == counted < everything
    assert page.evaluate("window.kept"), "only the list was exchanged"
    assert page.evaluate("document.activeElement.id") == "f-country-IQ", "the focus stays"
    assert str(counted) in (page.locator("#said").text_content() or ""), "the count is said"
    page.locator("#f-country-SY").click()
    expect(page.locator(".chips")).to_contain_text("Syria")
    assert count_of(page) > counted, "values of one facet are alternatives"
    page.locator("#f-country-IQ").click()
    expect(page.locator(".chips")).not_to_contain_text("Iraq")
    page.go_back()
    expect(page.locator(".chips")).to_contain_text("Iraq")


def test_search_marks_the_words_in_the_reports(page: Page) -> None:
    page.goto("/incidents?country=IQ")
    page.fill(".filter [name=text]", "airport")
    page.press(".filter [name=text]", "Enter")
    page.wait_for_url("**text=airport**")
    assert "country=IQ" in page.url, "the rest of the question stays"
    marks = page.locator(".snippet mark").all_inner_texts()
    assert marks
    assert all(mark.casefold().startswith("airport") for mark in marks)


def test_order_and_an_empty_answer(page: Page) -> None:
    page.goto("/incidents?country=IQ")
    page.select_option("[name=sort]", "killed")
    page.wait_for_url("**sort=killed**")
    page.goto("/incidents?country=IQ&since=1900&until=1901")
    assert "None is all that was asked for" in page.locator(".empty").inner_text()
    page.locator(".empty a").first.click()
    assert page.url.count("=") < 3, "one part of the question is left out"


def test_the_map_and_its_list_are_in_step(page: Page) -> None:
    page.goto("/map")
    expect(page.locator("#map-count")).to_contain_text("in view")
    for _ in range(3):
        page.locator(".leaflet-control-zoom-in").click()
        page.wait_for_timeout(350)
    seen = mapped = 0
    for _ in range(100):
        # On a slow machine the view's last answer may still be on its way.
        page.wait_for_load_state("networkidle")
        shown = page.locator("#map-count").inner_text()
        mapped, seen = int(shown.split()[0]), int(shown.split(",")[1].split()[0])
        if seen < mapped and page.locator("#mapped .note").first.inner_text().startswith(f"{seen} incident"):
            break
        page.wait_for_timeout(100)
    assert 0 < seen < mapped, "zoomed in, some lie outside the view"
    expect(page.locator("#mapped .note").first).to_contain_text(f"{seen} incident")
    assert "not mapped (" in page.locator(".unmapped").inner_text()
