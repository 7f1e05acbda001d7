"""The text of the map: its HTML, and what it says without a picture."""

from __future__ import annotations

import re

import markdown  # type: ignore[import-untyped]  # published without types
import pytest
from lxml import etree

from bsc_site.model.vocabularies import Status, TrendWord
from bsc_site.render.strategy_map import MapArrow, MapRow, StrategyMap, figure_text, svg_text, text_equivalent
from tests.builders.maps import ROWS, THEMES, box, written

HOSTILE = "<script>alert('x')</script> {{ 7*7 }} \"quoted\" & {: .a } Größe מטרה \n\n# no *heading*"
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "def_list", "footnotes", "abbr", "admonition"]


def _hostile() -> StrategyMap:
    boxes = (
        box("a", "r", name=HOSTILE, owner=HOSTILE, status_name=HOSTILE, themes=("t",)),
        box("b", "r", name="Donaudampfschifffahrtsgesellschaftskapitän" * 3, href="../a b/?x=1&y='\""),
    )
    arrow = MapArrow("a", "b", "-", HOSTILE, HOSTILE, HOSTILE)
    return StrategyMap((MapRow("r", HOSTILE, HOSTILE),), boxes, (arrow,), (), THEMES)


def _svg(drawing: StrategyMap) -> etree._Element:
    return etree.fromstring(svg_text(drawing))


def _all(tree: etree._Element, css: str) -> list[etree._Element]:
    return [each for each in tree.iter() if css in (each.get("class") or "").split()]


@pytest.mark.parametrize("draw", [svg_text, figure_text], ids=["drawing", "figure"])
@pytest.mark.parametrize("drawing", [written(), _hostile()], ids=["usual", "hostile"])
def test_markdown_passes_the_map_on_unchanged(draw: object, drawing: StrategyMap) -> None:
    """One line of HTML between two paragraphs comes out as it went in."""
    assert callable(draw)
    text = draw(drawing)
    page = markdown.markdown(f"Before\n\n{text}\n\nAfter", extensions=EXTENSIONS)
    assert "\n" not in text
    assert [line for line in page.split("\n") if line] == ["<p>Before</p>", text, "<p>After</p>"]


def test_what_people_wrote_stays_text() -> None:
    """No element, no template expression and no attribute grows out of a name."""
    text = figure_text(_hostile())
    assert "<script" not in text
    assert "{{" not in text
    links = _all(_svg(_hostile()), "bsc-map__box")
    assert [link.get("data-id") for link in links] == ["a", "b"]
    assert links[1].get("href") == "../a b/?x=1&y='\""


def test_every_box_is_a_link_that_says_it_all() -> None:
    """In reading order, with status, score, trend and owner."""
    links = _all(_svg(written()), "bsc-map__box")
    assert len(links) == 15
    assert all(link.tag.endswith("}a") for link in links)
    first = next(link for link in links if link.get("data-id") == "revenue")
    assert first.get("aria-label") == "Grow revenue per customer: At risk, score 61, steady, owner Ada Okafor"
    rows = [next(b.row for b in written().boxes if b.id == link.get("data-id")) for link in links]
    assert rows == sorted(rows, key=[row.id for row in ROWS].index)


def test_each_status_has_its_own_shape_and_word() -> None:
    """Readable in grey."""
    boxes = tuple(box(s.value, "customer", status=s, status_name=s.value) for s in Status)
    shapes = [etree.tostring(each[0]) for each in _all(_svg(StrategyMap(ROWS, boxes)), "bsc-map__shape")]
    words = [each.text for each in _all(_svg(StrategyMap(ROWS, boxes)), "bsc-map__status")]
    assert len(set(shapes)) == len(Status)
    assert len(set(words)) == len(Status)


def test_the_trend_is_an_arrow_with_its_word() -> None:
    """A trend that is too short to tell has no arrow."""
    boxes = tuple(box(t.value, "customer", trend=t) for t in TrendWord)
    titles = {each[0].text for each in _all(_svg(StrategyMap(ROWS, boxes)), "bsc-map__trend")}
    assert titles == {"improving", "steady", "worsening"}


def test_a_trade_off_always_carries_its_sign() -> None:
    """Dashed line and a minus on it."""
    tree = _svg(written())
    assert len(_all(tree, "bsc-map__arrow--against")) == 2
    assert len(_all(tree, "bsc-map__minus")) == 2
    texts = [text.text for label in _all(tree, "bsc-map__label--against") for text in label if text.text]
    assert texts == ["1 month", "1 month"]


def test_the_grade_of_evidence_is_a_style_and_a_word() -> None:
    """Supported arrows differ from those without evidence."""
    tree = _svg(written())
    assert len(_all(tree, "bsc-map__arrow--supported")) == 6
    assert _all(tree, "bsc-map__arrow--no-evidence")[0][0].text == (
        "Build data skills in every team drives Make the shop fast and simple, after 6 months, because we believe so, "
        "evidence: no evidence"
    )


def test_a_cut_name_is_whole_in_its_title() -> None:
    """The reader gets the rest by pointing at it."""
    name = "Word " * 40
    link = _all(_svg(StrategyMap(ROWS, (box("a", "customer", name=name.strip()),))), "bsc-map__box")[0]
    assert (link[0].text or "").startswith(name.strip())
    assert _all(link, "bsc-map__name")[-1].text.endswith("…")  # type: ignore[union-attr]  # a name has text


def test_the_list_says_what_the_arrows_say() -> None:
    """Rows, objectives and hypotheses in words."""
    rows = text_equivalent(written())
    assert [row.row.name for row in rows] == [row.name for row in ROWS]
    delivery = next(each for each in rows[1].boxes if each.box.id == "delivery")
    assert delivery.standing == "On track, score 87, improving, Benedikt Schönberger-Wiese"
    assert [(arrow.against, arrow.target, arrow.rest) for arrow in delivery.arrows] == [
        (False, "Earn repeat customers", "after 1 month, because we believe so, evidence: supported"),
        (True, "Cut the cost to serve", "after 1 month, because we believe so"),
    ]
    words = re.sub(r"<[^>]+>", "", figure_text(written()))
    assert "drives Earn repeat customers, after 1 month" in words
    assert "works against Cut the cost to serve, after 1 month" in words


def test_filters_offer_only_what_there_is_to_choose() -> None:
    """Two themes and two owners; nothing where there is only one."""
    assert figure_text(written()).count("<option") == 6
    assert "bsc-map__filters" not in figure_text(StrategyMap(ROWS, (box("a", "customer"),)))


def test_the_key_explains_only_the_arrows_that_are_drawn() -> None:
    """Nothing to explain where all arrows are alike."""
    assert "− works against" in figure_text(written())
    boxes = (box("a", "customer"), box("b", "financial"))
    assert "bsc-map__key" not in figure_text(StrategyMap(ROWS, boxes, (MapArrow("a", "b", "+"),)))
    supported = figure_text(StrategyMap(ROWS, boxes, (MapArrow("a", "b", "+", "", "supported"),)))
    assert "</svg> supported</span>" in supported
    assert "bsc-map__grade" in supported
    assert "works against" not in supported


def test_a_long_name_of_a_status_gets_a_line_of_its_own() -> None:
    """Other organisations say `Needs intervention`; nothing of it is cut, and score and trend stay below it."""
    boxes = tuple(box(f"b{at}", "customer", status_name="Needs intervention", score=61.0) for at in range(4))
    tree = _svg(StrategyMap(ROWS, boxes))
    status, score = (_all(tree, each)[0] for each in ("bsc-map__status", "bsc-map__score"))
    assert "".join(str(each) for each in status.itertext()) == "Needs intervention"
    heights = [float(str(next(iter(each.iter("{*}text"))).get("y"))) for each in (status, score)]
    assert heights[0] < heights[1]
