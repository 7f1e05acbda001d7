"""The text of the map: its HTML, and what it says without a picture."""

from __future__ import annotations

import re

import markdown  # type: ignore[import-untyped]  # published without types
import pytest
from lxml import etree

from bsc_site.model.vocabularies import Status
from bsc_site.render.strategy_map import MapArrow, MapKpi, MapRow, StrategyMap, figure_text, text_equivalent
from bsc_site.speech import language_of
from bsc_site.wording.language import speaking
from tests.builders.maps import COURSE, ROWS, THEMES, box, drawn, written

HOSTILE = "<script>alert('x')</script> {{ 7*7 }} \"quoted\" & {: .a } Größe מטרה \n\n# no *heading*"
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "def_list", "footnotes", "abbr", "admonition"]


def _hostile() -> StrategyMap:
    boxes = (
        box("a", "r", name=HOSTILE, owner=HOSTILE, status_name=HOSTILE, themes=("t",)),
        box("b", "r", name="Donaudampfschifffahrtsgesellschaftskapitän" * 3, href="../a b/?x=1&y='\""),
    )
    arrow = MapArrow("a", "b", "-", HOSTILE, HOSTILE, HOSTILE)
    return StrategyMap((MapRow("r", HOSTILE, HOSTILE),), boxes, (arrow,), THEMES)


def _svg(drawing: StrategyMap) -> etree._Element:
    return etree.fromstring(drawn(drawing))


def _all(tree: etree._Element, css: str) -> list[etree._Element]:
    return [each for each in tree.iter() if css in (each.get("class") or "").split()]


@pytest.mark.parametrize("draw", [drawn, figure_text], ids=["drawing", "figure"])
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


def test_each_status_has_its_own_shape() -> None:
    """Readable in grey; the word is in the key below the drawing, and in what a screen reader says."""
    boxes = tuple(box(s.value, "customer", status=s, status_name=s.value) for s in Status)
    drawing = StrategyMap(ROWS, boxes)
    shapes = [etree.tostring(each[0]) for each in _all(_svg(drawing), "bsc-map__shape")]
    assert len(set(shapes)) == len(Status)
    key = figure_text(drawing).split('class="bsc-map__key"')[1].split("</p>")[0]
    assert [each for each in Status if f">{each.value}</span>" not in key.replace("&#95;", "_")] == []


def test_a_box_shows_the_course_of_its_first_kpi() -> None:
    """None where it has no figures."""
    tree = _svg(StrategyMap(ROWS, (box("a", "customer"), box("b", "customer", kpis=()))))
    assert [each.get("d") for each in _all(tree, "bsc-map__course")] == ["M0 13l19 3 19-10 38-6"]


def test_a_trade_off_is_a_dashed_arrow_of_its_own() -> None:
    """With a minus before its lag."""
    against = _all(_svg(written()), "bsc-map__arrow--against")
    assert len(against) == 2
    assert [_all(each, "bsc-map__lag")[0].text for each in against] == ["− 1 month", "− 1 month"]


def test_the_grade_of_evidence_is_a_style_and_a_word() -> None:
    """Supported arrows differ from those without evidence, and stand above them."""
    tree = _svg(written())
    assert len(_all(tree, "bsc-map__arrow--supported")) == 6
    assert _all(tree, "bsc-map__arrow--no-evidence")[0].get("aria-label") == (
        "Build data skills in every team drives Make the shop fast and simple, after 6 months, evidence: no evidence"
    )
    supported = ["supported" in str(each.get("class")) for each in _all(tree, "bsc-map__arrow")]
    assert supported == sorted(supported)


def test_an_arrow_is_a_link_to_its_evidence() -> None:
    """Also without a script."""
    first = _all(_svg(written()), "bsc-map__arrow")[0]
    assert first.get("href") == f"evidence/index.html#{first.get('data-from')}--{first.get('data-to')}"


def test_an_arrow_that_the_figures_contradict_is_crossed() -> None:
    """Told without colour."""
    boxes = (box("a", "customer"), box("b", "financial"))
    tree = _svg(StrategyMap(ROWS, boxes, (MapArrow("a", "b", "+", "", "contradicted"),)))
    assert len(_all(tree, "bsc-map__cross")) == 1
    assert _all(_svg(written()), "bsc-map__cross") == []


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
    assert [(told.against, told.other.name, told.rest, told.grade) for told in delivery.arrows] == [
        (False, "Earn repeat customers", "after 1 month, because we believe so", "supported"),
        (True, "Cut the cost to serve", "after 1 month, because we believe so", ""),
    ]
    assert [told.other.name for told in delivery.causes] == ["Ship complete and on the same day"]
    words = re.sub(r"<[^>]+>", "", figure_text(written()))
    assert "Driven by 1, drives 2" in words
    assert "drives Earn repeat customers, after 1 month, because we believe so, evidence: supported" in words
    assert "works against Cut the cost to serve, after 1 month" in words


def test_filters_offer_only_what_there_is_to_choose() -> None:
    """Two themes, two owners and every chain; nothing where there is only one objective."""
    assert figure_text(written()).count("<option") == 3 + 3 + 16
    assert "bsc-map__filters" not in figure_text(StrategyMap(ROWS, (box("a", "customer"),)))


def test_the_switch_is_there_where_there_are_arrows() -> None:
    """It needs no script; evidence is what one sees first."""
    assert '<input type="radio" name="map-view" value="evidence" checked>' in figure_text(written())
    assert "map-view" not in figure_text(StrategyMap(ROWS, (box("a", "customer"),)))


def test_the_key_explains_only_what_is_drawn() -> None:
    """Statuses always; kinds of arrows and letters of themes where there are any."""
    key = figure_text(written()).split('class="bsc-map__key"')[1].split("</p>")[0]
    words = [each for each in re.split(r"<[^>]+>", key) if each.strip(' ">')]
    assert words == [
        *("On track", "At risk", "Off track", "No data", "Not scored"),
        *(" supported", " no evidence", " works against"),
        *("A", " Customers for life", "B", " Lean operations"),
    ]
    alike = figure_text(StrategyMap(ROWS, (box("a", "customer"),)))
    assert "bsc-map__key-line" not in alike
    assert "bsc-map__hint" not in alike


def test_an_objective_tells_its_kpis() -> None:
    """Each a link; of those that an arrow shows, the list keeps the course that the drawing does not have."""
    kpis = tuple(MapKpi(name[0].lower(), name, f"{name[0].lower()}/index.html", COURSE) for name in ("K", "L", "M"))
    boxes = (box("a", "customer", kpis=kpis), box("b", "customer"))
    text = figure_text(StrategyMap(ROWS, boxes, (MapArrow("a", "b", "+", twin=kpis[:2]),)))
    assert '<li><a href="m/index.html">M</a></li>' in text
    assert '<li data-kpi="k"><a href="k/index.html">K</a></li>' in text
    assert '<li data-kpi="l" data-course="M0 13l19 3 19-10 38-6"><a href="l/index.html">L</a></li>' in text


def test_the_map_weighs_no_more_than_a_picture() -> None:
    """Fifteen objectives, eighteen arrows: drawing and list."""
    assert len(drawn(written())) < 30_000
    assert len(figure_text(written())) < 50_000


def test_where_lines_run_from_right_to_left_the_map_begins_on_the_right() -> None:
    """Names of lanes and of boxes, the shape before the score; the course of the figures runs on as time does."""
    with speaking(language_of("ar")):
        tree = etree.fromstring(re.search("<svg.*?</svg>", figure_text(written()))[0])  # type: ignore[index]  # it is
    width = float((tree.get("viewBox") or "").split()[2])
    assert min(_number(each, "x") for each in _all(tree, "bsc-map__row-name")) > 0.9 * width
    scored = [each for each in _all(tree, "bsc-map__box") if _all(each, "bsc-map__score")]
    assert scored
    for each in scored:
        card, score = _all(each, "bsc-map__card")[0], _all(each, "bsc-map__score")[0]
        shape = float(re.findall(r"[\d.]+", _all(each, "bsc-map__shape")[0].get("transform") or "")[0])
        left, right = _number(card, "x"), _number(card, "x") + _number(card, "width")
        assert left < _number(score, "x") < shape < right


def _number(element: etree._Element, name: str) -> float:
    return float(element.get(name) or "")
