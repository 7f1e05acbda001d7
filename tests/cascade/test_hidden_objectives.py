"""What an audience may not see leaves no trace in the cascade either."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bsc_site.model.declared.cascade import Goal
from bsc_site.pipeline import Order, examine
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.organisations import GROUP, NORTH, write_family


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The group keeps `retain` to its board, and so does the north its quiet work."""
    group = GROUP.replace("title: Group\n", "title: Group\naudiences: [public, board]\n")
    group = group.replace("id: retain,", "id: retain, audience: board,")
    north = NORTH.replace("id: quiet,", "id: quiet, audience: board,")
    return write_family(tmp_path / "p", group=group, north=north)


def test_a_hidden_objective_stands_on_no_page(root: Path) -> None:
    """Neither in a matrix nor in a line of sight, above or below."""
    assessment = examine(Order(root, date(2025, 4, 5), "public")).assessment
    assert assessment is not None
    pages = render_pages(SiteMaterial(assessment))
    assert not [page.address for page in pages if "Keep customers" in page.markdown or "Work quietly" in page.markdown]
    assert Goal("group", "retain") not in assessment.project.cascade.supporters
    assert "retain" not in assessment.project.root.objectives


def test_the_board_sees_it(root: Path) -> None:
    """So it was the audience that hid it."""
    assessment = examine(Order(root, date(2025, 4, 5), "board")).assessment
    assert assessment is not None
    assert assessment.project.cascade.supporters[Goal("group", "retain")]
