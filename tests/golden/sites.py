"""Small projects beside the files that are expected of them, and the way to renew those."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bsc_site.pipeline import Circle, Order, examine
from bsc_site.publish.data_files.api import documents
from bsc_site.publish.data_files.badges import badges
from bsc_site.publish.subscriptions.feed import feeds
from bsc_site.render.charts.catalogue import charts_of
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages

HERE = Path(__file__).parent
AS_OF = date(2025, 7, 10)
RENEW = "BSC_RENEW"
NAMES = "files.txt"
DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
"""A picture, and the data that bring a chart to life: tests of their own look at them."""
AROUND = re.compile(r'<p class="bsc-around">.*?</p>|<nav class="bsc-local".*?</nav>\n')
"""The links to all other overview pages: the same on each of them."""


@dataclass(frozen=True)
class Golden:
    """One of the small projects by the name of its folder, and the files whose whole text is expected."""

    name: str
    main: tuple[str, ...]

    @property
    def project(self) -> Path:
        """Its YAML and its data."""
        return HERE / self.name / "project"

    @property
    def expected(self) -> Path:
        """The files that are expected of it."""
        return HERE / self.name / "expected"


GOLDENS = (
    Golden(
        "small",
        (
            "index.md",
            "scorecard/index.md",
            "heatmap/index.md",
            "initiatives/index.md",
            "initiatives/oven/index.md",
            "objectives/fresh/index.md",
            *(f"kpis/{each}/index.md" for each in ("guests", "inspected", "waiting", "warm")),
            *(f"api/v1/kpis/{each}.json" for each in ("guests", "inspected", "waiting", "warm")),
            "api/v1/scorecard.json",
            "data/guests.csv",
            "badges/guests.svg",
            "feed.xml",
        ),
    ),
    Golden(
        "cascade",
        (
            "index.md",
            "alignment/index.md",
            "kpis/members/index.md",
            "reviews/2025-Q1/index.md",
            "risks/index.md",
            "scorecards/index.md",
            "s/north/index.md",
            "s/north/objectives/welcome/index.md",
            "api/v1/scorecard.json",
            "api/v1/kpis/members.json",
            "s/north/api/v1/scorecard.json",
            "s/north/data/members-north.csv",
        ),
    ),
    Golden(
        "bare",
        (
            "index.md",
            "scorecard/index.md",
            "data-quality/index.md",
            "kpis/first/index.md",
            "objectives/begin/index.md",
            "api/v1/scorecard.json",
            "api/v1/kpis/first.json",
            "data/first.csv",
        ),
    ),
)


def made(golden: Golden, root: Path) -> dict[str, str]:
    """Every page and document for everybody by its path below build/docs, made from a copy below `root`.

    Drawings are left out; a copy has no history that would change what is told.
    """
    copy = root / golden.name
    shutil.copytree(golden.project, copy)
    found = examine(Order(copy, AS_OF, Circle.WIDEST))
    assert found.assessment is not None
    charts = charts_of(found.assessment)
    drawings = dict.fromkeys(charts, "<svg></svg>")
    pages = render_pages(SiteMaterial(found.assessment, found.problems, charts, drawings, health=found.health))
    texts = {page.source_path: AROUND.sub("", DRAWING.sub("…", page.markdown)) for page in pages}
    published = documents(found.assessment, found.problems) | badges(found.assessment) | feeds(found.assessment)
    return texts | {name: body.decode() for name, body in published.items()}


def renewing() -> bool:
    """Whether what is expected shall be written anew; never where nobody reviews it."""
    if not os.environ.get(RENEW):
        return False
    if os.environ.get("CI"):
        pytest.fail(f"{RENEW} writes what is expected anew, for somebody to review; it has no place where CI is set")
    return True


def renew(golden: Golden, files: dict[str, str]) -> None:
    """Write what is expected of the project anew."""
    shutil.rmtree(golden.expected, ignore_errors=True)
    golden.expected.mkdir()
    (golden.expected / NAMES).write_text(listed(files), encoding="utf-8")
    for name in golden.main:
        path = golden.expected / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name].encode())


def listed(files: dict[str, str]) -> str:
    """The names of all files, a line for each."""
    return "".join(f"{name}\n" for name in sorted(files))
