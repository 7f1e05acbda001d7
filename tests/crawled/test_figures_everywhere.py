"""Every figure on every page of the demo and the gallery is that of the published JSON, and so is that of the CSV."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.browser.demo import build_demo
from tests.crawled.shown_figures import NUMBER, Shown, agrees, shown_on
from tests.gallery.exhibits import GALLERY, NAMES, STORY_TOLD_ON

pytestmark = pytest.mark.slow
_USUAL = {
    "on_track": "On track",
    "at_risk": "At risk",
    "off_track": "Off track",
    "no_data": "No data",
    "not_scored": "Not scored",
}


@pytest.fixture(scope="module", params=["the demo", *NAMES])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished site with nothing left out."""
    folder = tmp_path_factory.mktemp("crawled") / "project"
    if request.param == "the demo":
        folder.mkdir()
        return build_demo(folder)
    shutil.copytree(GALLERY / request.param, folder, ignore=shutil.ignore_patterns("build", ".bsc-cache"))
    command = [sys.executable, "-m", "bsc_site", "build", "-C", str(folder), "--as-of", STORY_TOLD_ON.isoformat()]
    subprocess.run([*command, "--audience", "all"], check=True, capture_output=True)
    site = folder / "build" / "site"
    shutil.rmtree(site / "fr", ignore_errors=True)  # the same figures, written as French has them
    return site


OTHERWISE = {"chance", "objectives"}
"""What a KPI's own file has in full, and what a list has of its own scorecard alone."""


class Published:
    """The published data of a site, by element."""

    def __init__(self, site: Path) -> None:
        """All of it is read."""
        self.cards = {
            path.parents[2].relative_to(site).as_posix(): _json(path) for path in site.glob("**/api/v1/scorecard.json")
        }
        self.listed = {each["id"]: each for card in self.cards.values() for each in card["kpis"]}
        self.kpis = {path.stem: _json(path) for path in site.glob("**/api/v1/kpis/*.json")}

    def standing(self, shown: Shown) -> Any:
        """An objective or a perspective, whose scorecard is that of its address."""
        *above, name = shown.id.rsplit("/", 1)
        card = self.cards[above[0] if above else "."]
        return next(each for each in card[f"{shown.kind}s"] if each["id"] == name)

    def words(self, kpi: Any) -> list[str]:
        """The word for the status of each period, which stands beside it where an organisation has its own."""
        series = kpi["series"]
        names = {each["status"]: each["status_name"] for card in self.cards.values() for each in _elements(card)}
        named: list[str] = series.get("status_name") or [names.get(each, _USUAL[each]) for each in series["status"]]
        return named

    def of(self, shown: Shown) -> Any:
        """What the published data says in the place of what is shown."""
        if shown.kind in ("objective", "perspective"):
            return self.standing(shown).get(shown.key)
        kpi = self.kpis[shown.id]
        if shown.kind == "series":
            number, key = shown.key.split()
            rows = kpi["series"]
            if key == "status":
                return list(reversed(self.words(kpi)))[int(number)]
            return list(reversed(rows[key]))[int(number)]
        return self.listed[shown.id][shown.key]


def _elements(card: Any) -> Iterator[Any]:
    for kind in ("kpis", "objectives", "perspectives"):
        yield from card[kind]


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _differs(shown: Shown, published: Published) -> str | None:
    meant = published.of(shown)
    if shown.key.endswith("target") and " to " in shown.text:
        return _band_differs(shown, published)
    if "reviews" in shown.page.split("/") and shown.key in ("value", "target", "status_name"):  # as it was then
        kpi = published.kpis[shown.id]
        if shown.key == "status_name":
            same = shown.text in published.words(kpi)
        else:
            same = any(agrees(shown.text, each) for each in kpi["series"][shown.key])
    elif shown.key.endswith(("status_name", "status")):
        same = shown.text == meant
    elif shown.key == "chance":
        low, high = shown.text.startswith(("<", "> ")), meant is not None and not 0.01 <= meant <= 0.99
        same = high if low or shown.text.startswith(">") else agrees(shown.text, None if meant is None else meant * 100)
    else:
        same = agrees(shown.text, meant)
    return (
        None
        if same
        else f"{shown.page}: {shown.kind} {shown.id} {shown.key} is shown as '{shown.text}', published as {meant}"
    )


def _band_differs(shown: Shown, published: Published) -> str | None:
    ends = [published.of(replace(shown, key=f"{shown.key}_{side}")) for side in ("low", "high")]
    same = all(agrees(text, end) for text, end in zip(shown.text.split(" to "), ends, strict=True))
    return None if same else f"{shown.page}: {shown.id} {shown.key} is shown as '{shown.text}', published as {ends}"


def _all(site: Path) -> Iterator[Shown]:
    for page in sorted(site.rglob("index.html")):
        yield from shown_on(site, page)


def test_every_figure_on_every_page_is_the_published_one(site: Path) -> None:
    """Heads of pages, tables, embedded charts; some of each kind are there, or nothing was looked at."""
    published, seen = Published(site), Counter[str]()
    different = []
    for shown in _all(site):
        if shown.kind != "heat":
            seen[f"{shown.kind} {shown.key.split()[-1]}"] += 1
            different.append(_differs(shown, published))
    assert [each for each in different if each] == []
    wanted = {"kpi value", "kpi target", "kpi status_name", "series value", "series score", "objective score"}
    assert wanted <= seen.keys(), seen
    assert sum(seen.values()) > 10 * len(published.kpis)


def test_every_cell_of_a_heat_map_is_a_published_figure(site: Path) -> None:
    """Column after column the latest periods, the newest first."""
    published = Published(site)
    told: dict[tuple[str, str], list[str]] = {}
    for shown in _all(site):
        if shown.kind == "heat":
            told.setdefault((shown.page, shown.id), []).append(shown.text)
    assert told
    for (page, name), cells in told.items():
        values = published.kpis[name]["series"]["value"]
        rest = list(reversed(values))
        for cell in (each for each in cells if NUMBER.search(each)):
            while rest and not agrees(cell, rest[0]):
                rest.pop(0)
            assert rest, f"{page}: {name} has no figure {cell}"
            rest.pop(0)


def test_the_csv_and_every_list_say_the_same_as_the_json_of_a_kpi(site: Path) -> None:
    """Number for number; what the scorecard says of a KPI is what its own file says."""
    published = Published(site)
    for path in site.glob("**/data/*.csv"):
        if path.stem in published.kpis:
            series = published.kpis[path.stem]["series"]
            rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
            assert [each["period"] for each in rows] == series["period"]
            for key in ("value", "target", "score"):
                assert [float(each[key]) if each[key] else None for each in rows] == [
                    None if each is None else float(each) for each in series[key]
                ], (path.name, key)
            assert [each["status"] for each in rows] == series["status"]
    for card in published.cards.values():
        for listed in card["kpis"]:
            own = published.kpis[listed["id"]]
            shared = [key for key in listed if key in own and key not in OTHERWISE]
            assert {key: own[key] for key in shared} == {key: listed[key] for key in shared}
