"""The map under fonts of readers: no text leaves its place or meets another, with and without the script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from playwright.sync_api import Browser, Page

from bsc_site.render.strategy_map import StrategyMap, figure_text
from bsc_site.speech import language_of
from bsc_site.wording.language import speaking
from tests.builders.map_languages import LONGEST
from tests.builders.maps import written
from tests.fonts.faces import Face, face, stretched, style_of
from tests.frontend.built import SCRIPT, STYLE

pytestmark = pytest.mark.browser

MAPS = {"usual": written(), "many languages": LONGEST}
FACES = {"as wide as Arial": ("plain", 1.0), "DejaVu": ("dejavu", 1.0), "Noto": ("noto", 1.0)}
FACES |= {"a quarter wider than DejaVu": ("dejavu", 1.25), "a fifth narrower than Arial": ("plain", 0.8)}
STRAYS = """svg => {
    const wide = text => { const box = text.getBBox(); return [box.x, box.x + box.width]; };
    const cards = [...svg.querySelectorAll('.bsc-map__card')].map(card => card.getBBox());
    const lane = svg.querySelector('.bsc-map__lane').getBBox();
    const first = Math.min(...cards.map(card => card.x)), last = Math.max(...cards.map(card => card.x + card.width));
    const margin = document.dir === 'rtl' ? [last, lane.x + lane.width] : [lane.x, first];
    const room = text => {
        const box = text.closest('.bsc-map__box');
        return box ? wide(box.querySelector('.bsc-map__card')) : margin;
    };
    const high = text => {
        const box = text.getBBox(), card = text.closest('.bsc-map__box')?.querySelector('.bsc-map__card').getBBox();
        return card && (box.y < card.y || box.y + box.height > card.y + card.height);
    };
    const out = text => wide(text)[0] < room(text)[0] || wide(text)[1] > room(text)[1] || high(text);
    return [...svg.querySelectorAll('text:not(.bsc-map__lag)')].filter(out).map(text => text.textContent);
}"""
MEETINGS = """svg => [...svg.querySelectorAll('.bsc-map__box')].filter(box => {
    const [score, course, marker] = ['score', 'course', 'marker'].map(name => {
        const part = box.querySelector(`.bsc-map__${name}`);
        return part && part.getBoundingClientRect();
    });
    const meets = other => other && course.left < other.right && other.left < course.right;
    return course && (meets(score) || meets(marker));
}).map(box => box.textContent)"""
STRETCHED = """svg => [...svg.querySelectorAll('text[textLength]')].filter(text => {
    const set = text.getComputedTextLength(), held = text.getAttribute('textLength');
    text.removeAttribute('textLength');
    const own = text.getComputedTextLength();
    text.setAttribute('textLength', held);
    return set > own + 0.5;
}).map(text => text.textContent)"""


@cache
def _face(kind: str) -> Face:
    name, factor = FACES[kind]
    return face(name) if factor == 1 else stretched(face(name), factor)


def _drawn(drawing: StrategyMap, direction: str) -> str:
    """The map as a language of the direction has it: mirrored where lines run to the left."""
    with speaking(language_of("ar" if direction == "rtl" else "en")):
        return str(figure_text(drawing))


@contextmanager
def _shown(browser: Browser, drawing: StrategyMap, one: Face, direction: str = "ltr") -> Iterator[Page]:
    """A page with the map alone, set in the face, its letters loaded, its script not yet there."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    head = f"<!doctype html><html dir={direction}><meta charset=utf-8><title>Map</title>"
    page.set_content(f"{head}<style>{STYLE}{style_of(one)}</style>{_drawn(drawing, direction)}")
    page.evaluate("document.fonts.ready.then(() => document.fonts.size)")
    assert page.evaluate("document.fonts.check('14px Forced') && document.fonts.check('bold 14px Forced')")
    yield page
    page.close()


def _astray(page: Page) -> list[str]:
    """The texts that leave their places, and the boxes whose score or letter runs into the course."""
    drawing = page.locator(".bsc-map__svg")
    found: list[str] = [*drawing.evaluate(STRAYS), *drawing.evaluate(MEETINGS)]
    return found


@pytest.mark.parametrize("kind", FACES)
def test_no_text_leaves_its_place_in_any_font(browser: Browser, kind: str) -> None:
    """Names, scores, letters of themes and rows; without the script and with it."""
    with _shown(browser, written(), _face(kind)) as page:
        assert _astray(page) == []
        page.add_script_tag(content=SCRIPT)
        assert _astray(page) == []


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("kind", FACES)
def test_no_text_leaves_its_place_in_any_script(browser: Browser, kind: str, direction: str) -> None:
    """Names in the letters of many languages, on pages that run from left to right and from right to left."""
    with _shown(browser, LONGEST, _face(kind), direction) as page:
        if "quarter" not in kind:
            assert _astray(page) == []
        page.add_script_tag(content=SCRIPT)
        assert _astray(page) == []
        assert page.locator(".bsc-map__svg").evaluate(STRETCHED) == []


def test_a_font_that_comes_late_is_measured_when_it_is_there(browser: Browser) -> None:
    """A site's own style sheet may name fonts; they load after the script has run."""
    with _shown(browser, written(), _face("as wide as Arial")) as page:
        page.add_script_tag(content=SCRIPT)
        assert page.locator("text[textLength]").count() == 0
        page.add_style_tag(content=style_of(_face("DejaVu")).replace("Forced", "Late"))
        page.locator("text[textLength]").first.wait_for(state="attached")
        assert _astray(page) == []
