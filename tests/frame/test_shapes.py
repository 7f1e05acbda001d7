"""Statuses have one sheet of shapes: text, map, charts, badges and print draw from it."""
# the names of tests are sentences

from __future__ import annotations

import re
from itertools import combinations

import pytest

from bsc_site.model.vocabularies import Status
from bsc_site.render.badge import Badge, badge_svg
from bsc_site.render.pages.page_key import shapes_in
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.render.shape_sheet import CUT, shapes_css
from bsc_site.render.status_shapes import STATUS_SHAPES, STRONG_SHAPES
from tests.builders.company import assessed_company
from tests.house.palette import SHAPES

STATUS_SHEET = SHAPES.with_name("bsc-status.css").read_text("utf-8")


def test_the_style_sheet_is_the_table() -> None:
    """When it is not: `python -m tests.house.palette`."""
    assert SHAPES.read_text("utf-8") == shapes_css()


def test_a_square_is_cut_at_the_corners_of_the_path() -> None:
    assert "--bsc-shape-diamond: polygon(50% 4.167%, 95.83% 50%, 50% 95.83%, 4.167% 50%);" in shapes_css()
    assert "--bsc-shape-dash: polygon(8.333% 40%, 91.67% 40%, 91.67% 60%, 8.333% 60%);" in shapes_css()


def test_statuses_in_text_have_no_shape_of_their_own_but_the_ring() -> None:
    assert "polygon(" not in STATUS_SHEET
    assert set(re.findall(r"var\(--bsc-shape-([\w-]+)\)", STATUS_SHEET)) == {"circle", *CUT}


def test_no_two_statuses_share_a_shape() -> None:
    for shapes in (STATUS_SHAPES, STRONG_SHAPES):
        assert [pair for pair in combinations(shapes.values(), 2) if pair[0] == pair[1]] == []


@pytest.mark.parametrize("status", STATUS_SHAPES)
def test_a_badge_draws_the_shape_of_the_table(status: Status) -> None:
    assert f'd="{STATUS_SHAPES[status]}"' in badge_svg(Badge("A", status, "b"))


def test_the_map_draws_the_shapes_of_the_table() -> None:
    found = assessed_company()
    pages = {page.address: page.markdown for page in render_pages(SiteMaterial(found))}
    shown = {goal.standing.status for goal in found.scorecards["corporate"].objectives.values()}
    assert {each for each in Status if f'd="{STATUS_SHAPES[each]}"' in pages["map/"]} >= shown


def test_pages_with_statuses_have_one_key_and_others_none() -> None:
    for page in (each for each in render_pages(SiteMaterial(assessed_company())) if each.address != "style/"):
        keys = re.findall(r'class="bsc-legend(?: bsc-legend--foot)?"', page.markdown)
        assert len(keys) == bool(shapes_in(page.markdown)), page.address
