"""Where boxes, arrows and labels lie: the promises that hold for every map."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bsc_site.render.lettering import width_of
from bsc_site.render.strategy_map import MapArrow, MapRow, StrategyMap
from bsc_site.render.strategy_map.geometry.cards import Card
from bsc_site.render.strategy_map.geometry.dimensions import (
    BOX_HEIGHT,
    BOX_PAD,
    LABEL_WIDTH,
    LANE_NAME,
    MARGIN,
    NAME,
    NAME_STEP,
    WIDTH,
    Rect,
)
from bsc_site.render.strategy_map.geometry.layout import Plan, Wire, plan_of
from bsc_site.render.strategy_map.geometry.mirroring import mirrored
from tests.builders.maps import ROWS, box, drawn, layered, made_up, written
from tests.effort import effort

SCREEN = 700
"""So many pixels of a screen are left for the map."""


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


maps = st.builds(made_up, st.integers(0, 10_000), st.integers(0, 40), st.integers(0, 60), st.integers(1, 6))


@given(maps)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_arrow_runs_through_a_box_and_no_boxes_overlap(drawing: StrategyMap) -> None:
    """Whatever the map looks like; the names of lanes are kept clear as well."""
    plan = plan_of(drawing)
    assert min([part.left for wire in plan.wires for part in _segments(wire)] + [LABEL_WIDTH]) >= LABEL_WIDTH
    assert _trespasses(plan) == []
    assert [1 for (_, a), (_, b) in combinations(plan.boxes, 2) if a.meets(b)] == []
    assert len(plan.boxes) == len(drawing.boxes)


@given(maps)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_label_meets_no_box(drawing: StrategyMap) -> None:
    """It stands on its own arrow or beside it, and inside the drawing."""
    plan = plan_of(drawing)
    places = [label.place for label in plan.labels]
    assert not any(place.meets(rect) for place in places for _, rect in plan.boxes)
    assert all(place.left >= LABEL_WIDTH and place.right <= plan.width for place in places)


def test_every_lag_of_the_written_map_has_a_label_of_its_own_place() -> None:
    """On a map of usual size none is left out, and none hides another."""
    plan = plan_of(written())
    assert len(plan.labels) == sum(bool(arrow.lag_text) or arrow.sign == "-" for arrow in written().drawn_arrows())
    assert not any(a.place.meets(b.place) for a, b in combinations(plan.labels, 2))


@given(maps)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_everything_lies_inside_the_drawing(drawing: StrategyMap) -> None:
    """Boxes and arrows never leave the view box."""
    plan = plan_of(drawing)
    rects = [rect for _, rect in plan.boxes] + [part for wire in plan.wires for part in _segments(wire)]
    assert all(r.left >= 0 and r.top >= 0 and r.right <= plan.width and r.bottom <= plan.height for r in rects)


def _fits(card: Card, rect: Rect) -> bool:
    inner = rect.right - rect.left - 2 * BOX_PAD + 0.01
    lines = BOX_PAD + NAME_STEP * len(card.name) + NAME_STEP + BOX_PAD
    return len(card.name) <= 2 and lines <= BOX_HEIGHT and all(width_of(line, NAME) <= inner for line in card.name)


@given(st.lists(st.text(max_size=120), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_every_text_fits_its_box(names: list[str]) -> None:
    """Names of any letters and length are broken into two lines at most, and cut after that; those of lanes too."""
    rows = tuple(replace(row, name=names[0]) for row in ROWS)
    drawing = StrategyMap(rows, tuple(box(f"b{n}", ROWS[n % 2].id, name=name) for n, name in enumerate(names)))
    plan = plan_of(drawing)
    assert all(_fits(card, rect) for card, rect in plan.boxes)
    assert all(width_of(line, LANE_NAME) <= LABEL_WIDTH - 2 * MARGIN for label, _ in plan.lanes for line in label.name)
    assert all(label.height <= rect.bottom - rect.top for label, rect in plan.lanes)


def test_boxes_are_of_one_size_and_stand_in_columns() -> None:
    """In every row the same ones, so that gutters lie above each other."""
    rects = [rect for _, rect in plan_of(layered(3, 19, 24)).boxes]
    assert len({(round(r.right - r.left, 3), r.bottom - r.top) for r in rects}) == 1
    assert len({round(r.left, 3) for r in rects}) == 5


@pytest.mark.parametrize("seed", range(8))
def test_a_map_of_fifteen_objectives_fits_one_screen(seed: int) -> None:
    """Four rows, and twenty arrows between them, below a headline and a key."""
    plan = plan_of(layered(seed, 15, 20))
    assert plan.height * 1240 / plan.width <= SCREEN - 90
    assert plan_of(written()).height <= SCREEN - 90


@pytest.mark.parametrize("rows", [4, 5, 6])
@pytest.mark.parametrize("seed", range(4))
def test_a_map_of_forty_objectives_stays_clear(seed: int, rows: int) -> None:
    """Nothing overlaps, no arrow runs on top of another, and at most six objectives stand beside each other."""
    plan = plan_of(layered(seed, 40, 50, rows))
    assert _trespasses(plan) == []
    assert _on_top_of_others(plan) == []
    assert not any(a.meets(b, 10) for (_, a), (_, b) in combinations(plan.boxes, 2))
    assert plan.width <= WIDTH
    assert len({rect.top for _, rect in plan.boxes}) <= 2 * rows


@pytest.mark.parametrize(("count", "widest"), [(1, 480), (4, 480)])
def test_a_small_map_is_no_wider_than_it_needs(count: int, widest: int) -> None:
    """Of one objective, or of one in each row."""
    drawing = StrategyMap(ROWS, tuple(box(f"b{n}", ROWS[n].id) for n in range(count)))
    assert plan_of(drawing).width <= widest


def test_rows_stand_in_declared_order_and_long_rows_take_lines() -> None:
    """Thirteen boxes in a row become three lines in one lane."""
    drawing = StrategyMap(ROWS, tuple(box(f"b{n:02}", "customer") for n in range(13)))
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
    """Unless they lead to the same objective with the same sign: those join. Fifteen objectives, eighteen arrows."""
    assert _on_top_of_others(plan_of(layered(seed, 15, 18))) == []


def _on_top_of_others(plan: Plan) -> list[tuple[MapArrow, MapArrow]]:
    apart = [(one, two) for one, two in combinations(plan.wires, 2) if _bundle(one) != _bundle(two)]
    return [
        (one.arrow, two.arrow)
        for one, two in apart
        if any(_on_top(a, b) for a in _segments(one) for b in _segments(two))
    ]


def _bundle(wire: Wire) -> tuple[str, str]:
    return wire.arrow.target, wire.arrow.sign


def test_arrows_into_the_same_objective_end_in_one_line() -> None:
    """From three objectives below it, and one further down."""
    boxes = (*(box(each, "customer") for each in "abc"), box("top", "financial"), box("far", "learning"))
    drawing = StrategyMap(ROWS, boxes, tuple(MapArrow(each, "top", "+") for each in ("a", "b", "c", "far")))
    assert len({wire.points[-1] for wire in plan_of(drawing).wires}) == 1


def test_an_arrow_that_works_against_has_a_line_of_its_own() -> None:
    """Beside those that drive the same objective."""
    boxes = (box("a", "customer"), box("b", "customer"), box("top", "financial"))
    drawing = StrategyMap(ROWS, boxes, (MapArrow("a", "top", "+"), MapArrow("b", "top", "-")))
    assert len({wire.points[-1] for wire in plan_of(drawing).wires}) == 2


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
    assert drawn(drawing).count('class="bsc-map__card"') == count


def test_a_box_of_an_unknown_row_is_left_out() -> None:
    """The map shows what stands in its rows."""
    drawing = StrategyMap((MapRow("customer", "Customer"),), (box("a", "customer"), box("b", "elsewhere")))
    assert [card.box.id for card, _ in plan_of(drawing).boxes] == ["a"]


def test_the_same_map_gives_the_same_bytes() -> None:
    """Nothing depends on the run."""
    assert drawn(made_up(1, 30, 40)) == drawn(made_up(1, 30, 40))


def test_forty_objectives_with_sixty_links_are_laid_out_at_once() -> None:
    """A tenth of a second of a machine of 2026; what is counted does not depend on one."""
    drawing = layered(5, 40, 60)
    assert effort(lambda: drawn(drawing)) < 600_000


@given(maps)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_mirrored_plan_keeps_every_promise_with_its_names_on_the_right(drawing: StrategyMap) -> None:
    """Mirrored twice it is what it was."""
    plan = plan_of(drawing)
    turned = mirrored(plan)
    right = turned.width - LABEL_WIDTH
    assert max([part.right for wire in turned.wires for part in _segments(wire)] + [right]) <= right + 0.01
    assert _trespasses(turned) == []
    assert all(rect.right <= right + 0.01 for _, rect in turned.boxes)
    again = mirrored(turned)
    assert [rect.left for _, rect in again.boxes] == pytest.approx([rect.left for _, rect in plan.boxes])
    assert [wire.points[0] for wire in again.wires] == [pytest.approx(wire.points[0]) for wire in plan.wires]
