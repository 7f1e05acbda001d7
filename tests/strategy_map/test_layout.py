"""Where boxes, arrows and labels lie: the promises that hold for every map."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bsc_site.render.lettering import width_of
from bsc_site.render.strategy_map import MapArrow, MapColumn, MapRow, StrategyMap, svg_text
from bsc_site.render.strategy_map.cards import Card
from bsc_site.render.strategy_map.dimensions import BOX_PAD, LABEL_WIDTH, NAME, SMALL, WIDTH, Rect
from bsc_site.render.strategy_map.layout import Plan, Wire, plan_of
from tests.builders.maps import ROWS, THEMES, box, layered, made_up, written
from tests.effort import effort

SMALLEST_TEXT = 13
NARROWEST_PAGE = 760


def _segments(wire: Wire) -> list[Rect]:
    return [Rect(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)) for (x1, y1), (x2, y2) in pairwise(wire.points)]


def _trespasses(plan: Plan) -> list[tuple[str, str, str]]:
    """Arrows that run through a box; at their own ends only the side may be touched."""
    found = []
    for wire in plan.wires:
        for card, rect in plan.boxes:
            inner = Rect(rect.left + 0.1, rect.top + 0.1, rect.right - 0.1, rect.bottom - 0.1)
            if any(part.meets(inner) for part in _segments(wire)):
                found.append((wire.arrow.source, wire.arrow.target, card.box.id))
    return found


def _columned(drawing: StrategyMap, columns: int) -> StrategyMap:
    named = tuple(MapColumn(f"c{n}", f"Theme {n}") for n in range(columns))
    placed = tuple(replace(b, column=f"c{hash_of(b.id) % columns}") for b in drawing.boxes)
    return replace(drawing, columns=named, boxes=placed)


def hash_of(text: str) -> int:
    """The same number for the same text in every run."""
    return sum(ord(letter) * 7 for letter in text)


maps = st.builds(made_up, st.integers(0, 10_000), st.integers(0, 40), st.integers(0, 60), st.integers(1, 6))


@given(maps, st.integers(0, 5))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_arrow_runs_through_a_box_and_no_boxes_overlap(drawing: StrategyMap, columns: int) -> None:
    """Whatever the map looks like, with and without columns."""
    plan = plan_of(_columned(drawing, columns) if columns else drawing)
    assert _trespasses(plan) == []
    assert [1 for (_, a), (_, b) in combinations(plan.boxes, 2) if a.meets(b)] == []
    assert len(plan.boxes) == len(drawing.boxes)


@given(maps)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_labels_meet_no_box_no_other_label_and_only_trade_offs_another_arrow(drawing: StrategyMap) -> None:
    """A label is left out rather than set where it hides something."""
    plan = plan_of(drawing)
    places = [label.place for label in plan.labels]
    assert not any(a.meets(b) for a, b in combinations(places, 2))
    assert not any(place.meets(rect) for place in places for _, rect in plan.boxes)
    assert all(place.left >= LABEL_WIDTH and place.right <= WIDTH for place in places)
    for label in plan.labels:
        if label.arrow.sign == "+":
            others = [part for wire in plan.wires if wire.arrow is not label.arrow for part in _segments(wire)]
            assert not any(label.place.meets(part) for part in others)


@given(maps)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_everything_lies_inside_the_drawing(drawing: StrategyMap) -> None:
    """Boxes and arrows never leave the view box."""
    plan = plan_of(drawing)
    rects = [rect for _, rect in plan.boxes] + [part for wire in plan.wires for part in _segments(wire)]
    assert all(r.left >= 0 and r.top >= 0 and r.right <= WIDTH and r.bottom <= plan.height for r in rects)


def _fits(card: Card, rect: Rect) -> bool:
    inner = rect.right - rect.left - 2 * BOX_PAD + 0.01
    return (
        len(card.name) <= 3
        and all(width_of(line, NAME) <= inner for line in card.name)
        and width_of(card.owner, SMALL) <= inner
        and card.height <= rect.bottom - rect.top + 0.01
    )


@given(st.lists(st.text(max_size=120), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_every_text_fits_its_box(names: list[str]) -> None:
    """Names of any letters and length are broken into three lines at most, and cut after that."""
    drawing = StrategyMap(
        ROWS, tuple(box(f"b{n}", ROWS[n % 2].id, name=name, owner=name) for n, name in enumerate(names))
    )
    assert all(_fits(card, rect) for card, rect in plan_of(drawing).boxes)


def test_text_of_a_full_map_is_readable_at_760_pixels() -> None:
    """The smallest text is 11 px or more."""
    assert SMALLEST_TEXT * NARROWEST_PAGE / WIDTH >= 11


@pytest.mark.parametrize("score", [None, 7.0, 100.0])
def test_the_usual_status_words_are_not_cut_in_the_narrowest_boxes(score: float | None) -> None:
    """Five boxes side by side still say `On track` with score and trend."""
    words = ("On track", "At risk", "Off track", "No data", "On track")
    drawing = StrategyMap(
        ROWS, tuple(box(f"b{n}", "customer", status_name=w, score=score) for n, w in enumerate(words))
    )
    assert tuple(" ".join(card.status) for card, _ in plan_of(drawing).boxes) == words


def test_rows_stand_in_declared_order_and_long_rows_take_lines() -> None:
    """Eleven boxes in a row become three lines in one lane."""
    drawing = StrategyMap(ROWS, tuple(box(f"b{n:02}", "customer") for n in range(11)))
    plan = plan_of(drawing)
    assert [label.row.id for label, _ in plan.lanes] == [row.id for row in ROWS]
    assert [a.bottom <= b.top for (_, a), (_, b) in pairwise(plan.lanes)] == [True] * 3
    assert len({rect.top for _, rect in plan.boxes}) == 3


def test_arrows_that_need_not_cross_do_not() -> None:
    """Two causes declared the wrong way round change places."""
    boxes = (box("a", "financial"), box("b", "financial"), box("x", "learning"), box("y", "learning"))
    rows = (ROWS[0], ROWS[3])
    plan = plan_of(StrategyMap(rows, boxes, (MapArrow("x", "b", "+"), MapArrow("y", "a", "+"))))
    assert all(len(wire.points) == 2 for wire in plan.wires)
    assert len({wire.points[0][0] for wire in plan.wires}) == 2


def _on_top(one: Rect, two: Rect) -> bool:
    """Whether two parts of arrows run on the same line for more than a unit."""
    level = one.top == one.bottom and two.top == two.bottom and abs(one.top - two.top) < 0.6
    upright = one.left == one.right and two.left == two.right and abs(one.left - two.left) < 0.6
    along = min(one.right, two.right) - max(one.left, two.left)
    down = min(one.bottom, two.bottom) - max(one.top, two.top)
    return (level and along > 1) or (upright and down > 1)


@pytest.mark.parametrize("seed", range(12))
def test_no_two_arrows_run_on_top_of_each_other(seed: int) -> None:
    """On maps of fifteen objectives and eighteen arrows, as organisations draw them."""
    parts = [_segments(wire) for wire in plan_of(layered(seed, 15, 18)).wires]
    assert not any(_on_top(a, b) for one, two in combinations(parts, 2) for a in one for b in two)


def test_themes_as_columns_keep_their_boxes() -> None:
    """Every box stands inside the stripe of its theme."""
    drawing = replace(written(), columns=THEMES, boxes=tuple(replace(b, column=b.themes[0]) for b in written().boxes))
    plan = plan_of(drawing)
    stripes = {column.id: rect for column, rect in plan.columns}
    assert all(
        stripes[card.box.themes[0]].left <= rect.left and rect.right <= stripes[card.box.themes[0]].right
        for card, rect in plan.boxes
    )


@pytest.mark.parametrize(
    "arrows",
    [
        (("a", "a"),),
        (("a", "b"), ("b", "a")),
        (("a", "b"), ("a", "b"), ("a", "b")),
        (("a", "b"), ("b", "c"), ("c", "a")),
        (("a", "nowhere"), ("nobody", "b")),
        (("c", "a"), ("a", "c")),
    ],
    ids=["itself", "mutual", "repeated", "circle", "unknown ends", "mutual between rows"],
)
def test_unusual_links_are_drawn_or_left_out_without_harm(arrows: tuple[tuple[str, str], ...]) -> None:
    """An arrow from a box to itself or to nowhere is left out; of equal ones the first is drawn."""
    boxes = (box("a", "customer"), box("b", "customer"), box("c", "learning"))
    plan = plan_of(StrategyMap(ROWS, boxes, tuple(MapArrow(a, b, "+") for a, b in arrows)))
    usable = {pair for pair in arrows if pair[0] != pair[1] and set(pair) <= {"a", "b", "c"}}
    assert {(wire.arrow.source, wire.arrow.target) for wire in plan.wires} == usable
    assert len(plan.wires) == len(usable)
    assert _trespasses(plan) == []


@pytest.mark.parametrize(("rows", "count"), [(0, 0), (4, 0), (1, 1), (4, 1), (2, 2)])
def test_the_smallest_maps_are_drawn(rows: int, count: int) -> None:
    """No rows, no objectives, one objective."""
    drawing = StrategyMap(ROWS[:rows], tuple(box(f"b{n}", ROWS[0].id) for n in range(count)))
    assert svg_text(drawing).count('class="bsc-map__card"') == count


def test_a_box_of_an_unknown_row_is_left_out() -> None:
    """The map shows what stands in its rows."""
    drawing = StrategyMap((MapRow("customer", "Customer"),), (box("a", "customer"), box("b", "elsewhere")))
    assert [card.box.id for card, _ in plan_of(drawing).boxes] == ["a"]


def test_the_same_map_gives_the_same_bytes() -> None:
    """Nothing depends on the run."""
    assert svg_text(made_up(1, 30, 40)) == svg_text(made_up(1, 30, 40))


def test_forty_objectives_with_sixty_links_are_laid_out_at_once() -> None:
    """A tenth of a second of a machine of 2026; what is counted does not depend on one."""
    drawing = layered(5, 40, 60)
    assert effort(lambda: svg_text(drawing)) < 600_000


def test_a_long_status_of_the_organisations_own_is_told_in_two_lines() -> None:
    words = "Progress made but acceleration needed"
    drawing = StrategyMap(ROWS, tuple(box(f"b{n}", "customer", status_name=words, score=50.0) for n in range(4)))
    cards = [card for card, _ in plan_of(drawing).boxes]
    assert {" ".join(card.status) for card in cards} == {words}
    assert {len(card.status) - card.stacked for card in cards} <= {0, 1}
