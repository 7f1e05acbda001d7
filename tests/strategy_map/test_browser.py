"""The map in a browser: keyboard, line of sight, filters, narrow pages and the contrast of its colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bsc_site.render.strategy_map import figure_text
from tests.browser.demo import awaited
from tests.builders.maps import written
from tests.frontend.built import SCRIPT, STYLE, TOKENS

LIT = "els => els.filter(e => e.classList.contains('bsc-map--on')).map(e => e.dataset.id).sort()"
CHAIN_OF_REVENUE = [
    "advice", "delivery", "fit", "fulfil", "loyal", "people", "personal", "platform", "profit", "revenue", "safety",
    "shop", "skills",
]  # fmt: skip


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page from a file, with the map alone, in a window of 1,280 by 900."""
    file = tmp_path / "map.html"
    body = f"<style>{STYLE}</style>{figure_text(written())}<script>{SCRIPT}</script>"
    file.write_text(f"<!doctype html><meta charset=utf-8><title>Map</title>{body}", encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(file.as_uri())
    yield page
    page.close()


@pytest.mark.browser
def test_pointing_at_a_box_lights_everything_up_and_down_its_chain(page: Page) -> None:
    """Causes of causes and effects of effects; what is beside the chain steps back, until the pointer leaves."""
    page.hover("[data-id=revenue] .bsc-map__card")
    assert page.eval_on_selector_all(".bsc-map__box", LIT) == CHAIN_OF_REVENUE
    assert page.eval_on_selector("[data-id=cost]", "e => getComputedStyle(e).opacity") == "0.3"
    page.mouse.move(0, 0)
    assert page.eval_on_selector("[data-id=cost]", "e => getComputedStyle(e).opacity") == "1"


@pytest.mark.browser
def test_boxes_are_reached_by_keyboard_in_reading_order_and_escape_clears(page: Page) -> None:
    """After the switch and three filters come the boxes of the top row from the left, after the last box the arrows."""
    order = []
    for _ in range(8):
        page.keyboard.press("Tab")
        order.append(
            page.evaluate("(e => e.dataset.id || e.dataset.filter || e.value)(document.activeElement)"),
        )
    drawn = page.eval_on_selector_all(".bsc-map__box", "els => els.map(e => e.dataset.id)")
    assert order == ["evidence", "theme", "owner", "focus", *drawn[:4]]
    assert page.locator(".bsc-map--lit").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".bsc-map--lit").count() == 0


@pytest.mark.browser
def test_filters_dim_what_does_not_match_without_a_server(page: Page) -> None:
    """The list follows."""
    page.select_option("[data-filter=theme]", "lean")
    kept = page.eval_on_selector_all(".bsc-map__box:not(.bsc-map--out)", "els => els.map(e => e.dataset.themes)")
    assert kept == ["lean"] * 6
    assert page.locator(".bsc-map__item:not(.bsc-map--out)").count() == 6
    page.select_option("[data-filter=theme]", "")
    assert page.locator(".bsc-map--out").count() == 0


SHOWN_LAGS = "els => els.filter(e => getComputedStyle(e).display !== 'none').length"
WIDTHS = "els => [...new Set(els.map(e => getComputedStyle(e).strokeWidth))].sort()"


@pytest.mark.browser
def test_the_switch_shows_lags_or_plain_arrows(page: Page) -> None:
    """Evidence first: thick and thin lines without words; the address keeps what was chosen."""
    assert page.eval_on_selector_all(".bsc-map__line", WIDTHS) == ["1.3px", "3px"]
    assert page.eval_on_selector_all(".bsc-map__lag", SHOWN_LAGS) == 0
    page.check("[value=lags]")
    assert page.eval_on_selector_all(".bsc-map__lag", SHOWN_LAGS) == 15
    page.check("[value=plain]")
    assert page.eval_on_selector_all(".bsc-map__line", WIDTHS) == ["1.3px"]
    assert page.url.endswith("#view=plain")


@pytest.mark.browser
def test_the_switch_needs_no_script(browser: Browser) -> None:
    """It is made of style alone."""
    page = browser.new_page(java_script_enabled=False)
    page.set_content(f"<style>{STYLE}</style>{figure_text(written())}")
    page.check("[value=lags]")
    assert page.locator(".bsc-map__lag").first.is_visible()
    page.close()


@pytest.mark.browser
def test_an_arrow_opens_what_is_known_about_it(page: Page) -> None:
    """Both ends, lag, reason, grade with its meaning, and the courses of both KPIs; Escape leads back to the arrow."""
    page.locator("[data-from=delivery][data-to=loyal].bsc-map__arrow").focus()
    page.keyboard.press("Enter")
    panel = page.locator(".bsc-map__panel")
    words = " ".join(panel.inner_text().split())
    told = (
        "Deliver when promised drives Earn repeat customers, after 1 month, because we believe so, evidence: supported"
    )
    assert told in words
    assert "supported: the figures moved as the map says" in words
    assert panel.locator("path").count() == 2
    assert page.url.endswith("#arrow=delivery.loyal")
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert page.evaluate("document.activeElement.dataset.from") == "delivery"
    assert "#" not in page.url


@pytest.mark.browser
def test_what_was_chosen_stands_in_the_address_and_in_the_history(page: Page) -> None:
    """A link shows the same, and Back takes back one choice."""
    page.select_option("[data-filter=theme]", "lean")
    page.select_option("[data-filter=focus]", "revenue")
    assert page.url.endswith("#theme=lean&focus=revenue")
    assert page.eval_on_selector_all(".bsc-map__box", LIT) == CHAIN_OF_REVENUE
    page.go_back()
    assert page.locator(".bsc-map--lit").count() == 0
    assert page.locator(".bsc-map__box:not(.bsc-map--out)").count() == 6
    page.goto("about:blank")
    page.go_back()
    assert page.input_value("[data-filter=theme]") == "lean"
    assert page.locator(".bsc-map__box:not(.bsc-map--out)").count() == 6


@pytest.mark.browser
def test_an_address_that_is_not_about_the_map_changes_nothing(page: Page) -> None:
    """Anchors of headings, and what nobody knows."""
    page.select_option("[data-filter=theme]", "lean")
    page.evaluate("location.hash = 'offer'")
    assert page.input_value("[data-filter=theme]") == "lean"
    page.evaluate("location.hash = 'theme=nothing&owner='")
    awaited(page, "document.querySelector('[data-filter=theme]').value === ''")
    assert page.locator(".bsc-map--out").count() == 0


TOPS = "els => els.map(e => e.getBoundingClientRect().top)"


@pytest.mark.browser
def test_a_narrow_page_shows_chips_instead_and_needs_no_sideways_scrolling(page: Page) -> None:
    """Two in a row, each opens in place; the drawing comes back when there is room."""
    assert not page.locator(".bsc-map__item").first.is_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    chips = page.locator(".bsc-map__item")
    chips.first.wait_for(state="visible")
    assert not page.locator(".bsc-map__svg").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert len(set(page.eval_on_selector_all(".bsc-map__item", TOPS)[:2])) == 1
    assert page.evaluate("document.querySelector('.bsc-map').getBoundingClientRect().height") < 1000
    page.locator("[data-id=loyal] summary").click()
    assert page.locator(".bsc-map__item[data-id=loyal] a").first.is_visible()
    page.set_viewport_size({"width": 1280, "height": 740})
    chips.first.wait_for(state="hidden")
    assert page.locator(".bsc-map__svg").is_visible()


@pytest.mark.browser
def test_no_text_leaves_its_box_in_the_browsers_own_measure(page: Page) -> None:
    """The estimated widths hold for the font that is really used."""
    too_wide = page.eval_on_selector_all(
        ".bsc-map__box text",
        """els => els.filter(e => {
            const card = e.closest('a').querySelector('.bsc-map__card').getBBox(), box = e.getBBox();
            const right = card.x + card.width, bottom = card.y + card.height;
            return box.x < card.x || box.x + box.width > right || box.y + box.height > bottom;
        }).map(e => e.textContent)""",
    )
    assert too_wide == []


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"(--bsc-[\w-]+): (#[0-9a-f]{6})", block))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, two: str) -> float:
    low, high = sorted((_luminance(one), _luminance(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [":root {", '[data-md-color-scheme="slate"] {', "  :root, [data-md-color-scheme] {"])
def test_text_has_a_contrast_of_4_5_and_lines_of_3(scheme: str) -> None:
    """WCAG 2.2 AA in light, dark and print."""
    colours = {"--bsc-map-ground": "#1e2129"} | _colours(TOKENS.split(f"\n{scheme}")[1].split("}")[0])
    tones = {name.removesuffix("-tint") for name in colours if name.endswith("-tint")}
    assert len(tones) == 8
    pairs = [(tone, f"{tone}-tint") for tone in sorted(tones)]
    pairs += [(ink, f"{tone}-tint") for tone in sorted(tones) for ink in ("--bsc-map-ink", "--bsc-map-soft")]
    pairs += [("--bsc-map-soft", ground) for ground in ("--bsc-map-lane", "--bsc-map-ground")]
    pairs += [("--bsc-map-focus", ground) for ground in ("--bsc-map-lane", "--bsc-map-ground")]
    assert [pair for pair in pairs if _contrast(colours[pair[0]], colours[pair[1]]) < 4.5] == []
    inks = ("--bsc-map-line", "--bsc-map-quiet", "--bsc-map-contradicted", "--bsc-map-focus")
    lines = [(ink, ground) for ink in inks for ground in ("--bsc-map-lane", "--bsc-map-ground")]
    assert [pair for pair in lines if _contrast(colours[pair[0]], colours[pair[1]]) < 3] == []
