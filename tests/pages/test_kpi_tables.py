"""The table of KPIs: its order, its one scale for gaps, its lean pictures and what it can be narrowed to."""
# the names of tests are sentences

from __future__ import annotations

import re

import pytest

from bsc_site.model.concluded.amber_zones import zones_from_target
from bsc_site.model.concluded.assessment import Expectation, Point
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import Status
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.render.views.parts.lean_sparkline import LATEST, lean_sparkline
from bsc_site.render.views.parts.table_figures import bare
from tests.builders.company import assessed_company


@pytest.fixture(scope="module")
def table() -> str:
    """The scorecard page of the small company."""
    pages = render_pages(SiteMaterial(assessed_company()))
    return next(page.markdown for page in pages if page.address == "scorecard/")


def _rows(table: str) -> list[str]:
    return re.findall(r"<tr class=.*?</tr>", table)


def test_the_worst_comes_first(table: str) -> None:
    words = [row.split("<td>", 1)[1].split("</td>", 1)[0] for row in _rows(table)]
    assert words == ["Off track", "At risk", "On track", "On track"]


def test_a_row_carries_its_place_in_every_sorted_column(table: str) -> None:
    places = [re.findall(r'data-places="([^"]*)"', row)[0].split(",") for row in _rows(table)]
    assert {len(each) for each in places} == {7}
    assert [row[1] for row in places] == ["0", "1", "2", "3"]


def test_chips_say_how_many_rows_they_leave(table: str) -> None:
    chips = re.findall(r'name="status" value="([^"]*)" data-in="(\w+)".*?<b>(\d+)</b>', table)
    rows = _rows(table)
    assert [word for word, _, _ in chips] == ["Off track", "At risk", "On track"]
    for _, token, count in chips:
        assert sum(token in re.findall(r'data-in="([^"]*)"', row)[0].split() for row in rows) == int(count)


def test_a_period_stands_below_a_value_only_where_it_is_another_one(table: str) -> None:
    assert "<small>Jun 2025</small>" in table[: table.index("</thead>")]
    below = [re.findall(r"<small>([^<]*20\d\d[^<]*)</small>", row) for row in _rows(table)]
    assert sorted(each for one in below for each in one) == ["Jun 2025, late", "Q2 2025, late"]


def _zones(value: float, expected: Expectation, direction: str = "higher") -> float | None:
    kpi = Kpi.model_validate({"id": "one", "name": "One", "direction": direction})
    period = parse_period("2025-01")
    return zones_from_target(
        Point(period, value, complete=True, expected=expected, status=Status.AT_RISK, score=50.0), kpi
    )


@pytest.mark.parametrize(
    ("value", "expected", "direction", "zones"),
    [
        (95.0, Expectation(target=100.0, red_flag=90.0), "higher", -0.5),
        (110.0, Expectation(target=100.0, red_flag=90.0), "higher", 1.0),
        (0.3, Expectation(target=0.2, red_flag=0.25), "lower", -2.0),
        (7.0, Expectation(low=6.0, high=9.0, red_flag_low=5.0, red_flag_high=12.0), "band", 0.0),
        (10.5, Expectation(low=6.0, high=9.0, red_flag_low=5.0, red_flag_high=12.0), "band", -0.5),
        (5.5, Expectation(low=6.0, high=9.0), "band", None),
        (95.0, Expectation(target=100.0), "higher", None),
        (95.0, Expectation(target=100.0, red_flag=110.0), "higher", None),
        (95.0, Expectation(), "higher", None),
    ],
)
def test_a_gap_is_measured_in_the_amber_zone_of_its_own_kpi(
    value: float, expected: Expectation, direction: str, zones: float | None
) -> None:
    found = _zones(value, expected, direction)
    assert found == (None if zones is None else pytest.approx(zones))


def test_a_figure_loses_its_unit_and_nothing_else() -> None:
    assert [bare("41.2 %", "%"), bare("+€ 1,234", "EUR"), bare("6.0 to 9.5 weeks", "weeks")] == [
        "41.2",
        "+1,234",
        "6.0 to 9.5",
    ]
    assert [bare("Yes", "yes/no"), bare("—", "%"), bare("within", "days")] == ["Yes", "—", "within"]


def test_a_straight_target_is_one_line_and_a_bend_stays() -> None:
    targets = [float(each) for each in range(13)]
    assert lean_sparkline([0.0] * 12 + [12.0], targets).split('"')[1] == "M3 19l84-16"
    bent = [*targets[:7], *[6.0] * 6]
    assert lean_sparkline([0.0] * 12 + [12.0], bent).split('"')[1] == "M3 19l42-8 42 0"


@pytest.mark.parametrize("values", [[1.0, 1.0], [-1e308, 1e308], [0.1] * 40])
def test_a_picture_stays_in_its_frame(values: list[float]) -> None:
    drawn = lean_sparkline(values, [None] * len(values))
    x, y = re.findall(r"M(\d+) (\d+)h0", drawn)[0]
    assert (int(x), 3 <= int(y) <= 19) == (87, True)
    assert lean_sparkline(values[:1], [None]) == ""
    assert len(drawn) < 30 + 8 * LATEST
