"""Whatever was built before, the sites in all languages are those of a build from nothing."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from bsc_site.pipeline import Order, build_site
from bsc_site.publish.delivery import Delivery
from tests.builders.project_folders import files_of
from tests.several_languages.polyglot import TWO, polyglot

KPIS = "".join(
    f'  - id: kpi-{number}\n    name: {{en: "Number {number}", de: "Nummer {number}"}}\n    direction: higher\n'
    for number in range(9)
)
"""So many that most of their pages are filled."""
EDITS = (
    ("scorecard/shop.yml", "Nummer 3", "Ziffer 3"),
    ("data/shop.csv", "2025-06,26", "2025-06,27"),
    ("mkdocs.yml", "[en, de]", "[de, en, fr]"),
    ("mkdocs.yml", "[de, en, fr]", "[de, en]"),
    ("docs/about.de.md", "Über uns", "Wer wir sind"),
)


def _project(root: Path) -> Path:
    polyglot(root, TWO, about="# About\n", about__de="# Über uns\n")
    card = root / "scorecard" / "shop.yml"
    card.write_text(card.read_text("utf-8").replace("kpis: [repeat-rate]", f"kpis: [repeat-rate, {_ids()}]") + KPIS)
    return root


def _ids() -> str:
    return ", ".join(f"kpi-{number}" for number in range(9))


def _built(root: Path, *, cached: bool) -> tuple[list[str], dict[str, bytes]]:
    order = Order(root, date(2025, 7, 10), stands=root / "nowhere")
    outcome = build_site(order, Delivery(root / "build" / "site", cached=cached))
    assert outcome.published is not None, outcome.problems
    return list(map(str, outcome.problems)), files_of(root / "build" / "site")


def test_after_each_edit_a_warm_build_makes_what_a_cold_one_makes(tmp_path: Path) -> None:
    warm, cold = _project(tmp_path / "warm"), tmp_path / "cold"
    _built(warm, cached=True)
    for file, before, after in EDITS:
        text = (warm / file).read_text("utf-8")
        assert before in text
        (warm / file).write_text(text.replace(before, after), "utf-8")
        shutil.copytree(warm, cold, ignore=shutil.ignore_patterns("build", ".bsc-cache"))
        said, site = _built(warm, cached=True)
        said_cold, from_nothing = _built(cold, cached=False)
        assert said == said_cold
        assert sorted(site) == sorted(from_nothing)
        assert [name for name in site if site[name] != from_nothing[name]] == []
        shutil.rmtree(cold)
    for code in ("de", "en"):
        folder = "" if code == "de" else "en/"
        assert f'hreflang="{code}"' in from_nothing[f"{folder}kpis/kpi-3/index.html"].decode()
