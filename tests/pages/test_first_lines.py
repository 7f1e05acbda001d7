"""Where a scorecard has none of a kind, its page shows the first lines to write, and they can be read."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
import yaml

from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Objective, Scorecard
from bsc_site.render.page import Page
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.render.views.parts.first_lines import _FIRST_LINES, first_lines
from tests.builders.small_projects import assessed


class _Loader(yaml.SafeLoader):
    """Dates stay texts and `on` is a key, as the program reads them."""


_Loader.yaml_implicit_resolvers = {
    first: [each for each in found if not each[0].endswith((":timestamp", ":bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _read(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(unescape(str(first_lines(kind).lines)), Loader=_Loader)  # noqa: S506
    return found


@pytest.mark.parametrize("kind", _FIRST_LINES)
def test_the_lines_can_be_read_as_they_stand(kind: str) -> None:
    """As a part of a scorecard; objectives stand in a perspective."""
    lines = _read(kind)
    if kind == "arrows":
        assert [Objective.model_validate(each).drives[0].to for each in lines["objectives"]] == ["grow-revenue"]
    else:
        Scorecard.model_validate({"id": "c", "title": "C", **lines})


@pytest.fixture(scope="module")
def bare() -> dict[str, Page]:
    """The pages of a scorecard with a title and nothing else."""
    found = assessed(Project((Scorecard.model_validate({"id": "c", "title": "C"}),)))
    return {page.address: page for page in render_pages(SiteMaterial(found))}


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("initiatives/", "initiatives"),
        ("risks/", "risks"),
        ("reviews/", "reviews"),
        ("benchmarks/", "benchmarks"),
        ("people/", "people"),
        ("evidence/", "arrows"),
        ("alignment/", "scorecards"),
    ],
)
def test_an_empty_page_says_what_to_write(bare: dict[str, Page], address: str, kind: str) -> None:
    assert f"<pre><code>{first_lines(kind).lines}</code></pre>" in bare[address].markdown
