"""A project that changes between two builds: its YAML, data, own files, day and readers."""

from __future__ import annotations

import json
import random
import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bsc_site.compute.audience import Circle, Readers
from bsc_site.model.period import parse_period
from tests.builders.project_folders import write

_FIRST = parse_period("2023-10")
_MONTHS = 20
NAMES = ("Sales", "Profit & loss", "Answers < 5 days", '"Very good" ratings', "Über alles (Σ)", "満足度", "Returns")
ROLLED_UP = "b0"
SETTINGS = (
    "site_name: Mill\n",
    "site_name: Mill & Sons\n",
    "site_name: Mill\nsite_url: https://example.org/mill/\n",
    "site_name: Mill\ntheme: {name: material, features: [navigation.instant]}\n",
    "site_name: Mill\nplugins: []\n",
    "site_name: Mill\nextra_css: [more/own.css]\n",
)


def new_kpi(number: int) -> dict[str, Any]:
    """A KPI of that number; every third is to become lower."""
    return {
        "id": f"k{number}",
        "name": f"{NAMES[number % len(NAMES)]} {number}",
        "description": f"How part {number} does",
        "unit": "%" if number % 2 else "count",
        "direction": "higher" if number % 3 else "lower",
        "owner": f"p{number % 3}",
        "baseline": {"period": "2023-10", "value": 100},
        "targets": [{"period": "2024-12", "value": 110 + number if number % 3 else 80 - number / 10}],
    }


def _computed() -> list[dict[str, Any]]:
    """KPIs made from others: by a formula, by one that names it, from one that few may see, from the shop below."""
    names = {"f0": "k2 + k3 / 2", "f1": "f0 * 2 - k4", "f2": "k8 - k2"}
    formulas = [new_kpi(1) | {"id": id_, "name": id_.upper(), "formula": each} for id_, each in names.items()]
    return [*formulas, rolled_up()]


def rolled_up() -> dict[str, Any]:
    """A KPI of the mill that is made from those of the shop."""
    below = {"aggregate": "sum", "tag": "loaves"}
    return new_kpi(2) | {"id": ROLLED_UP, "name": "Below", "from_children": below, "unit": "count"}


def _top() -> dict[str, Any]:
    return {
        "id": "mill",
        "title": "The mill",
        "mission": "Flour for all",
        "audiences": ["public", "board"],
        "perspectives": [
            {
                "id": "money",
                "name": "Money",
                "objectives": [{"id": "earn", "name": "Earn", "owner": "p0", "kpis": ["k0", "k1", "k2"]}],
            },
            {
                "id": "guests",
                "name": "Guests",
                "objectives": [
                    {
                        "id": "please",
                        "name": "Please",
                        "kpis": ["k3", "k4"],
                        "drives": [{"to": "earn", "lag": "1 month"}],
                    },
                    {"id": "serve", "name": "Serve", "kpis": ["k5", "k6", "k7", "k8"], "drives": ["please"]},
                    {"id": "add", "name": "Add", "kpis": [each["id"] for each in _computed()]},
                ],
            },
        ],
        "kpis": [new_kpi(number) for number in range(8)] + [new_kpi(8) | {"audience": "board"}] + _computed(),
        "people": [{"id": f"p{number}", "name": f"Person {number}", "team": "All"} for number in range(3)],
        "initiatives": [
            {
                "id": "oven",
                "name": "A new oven",
                "serves": ["serve"],
                "start": "2024-02",
                "end": "2024-09",
                "owner": "p1",
            }
        ],
        "reviews": [{"period": "2024-06", "on": "kpi/k1", "by": "p0", "analysis": "It grows."}],
        "risks": [{"id": "fire", "name": "Fire", "on": "objective/earn", "likelihood": 2, "impact": 5, "owner": "p2"}],
    }


def shop() -> dict[str, Any]:
    """A scorecard below the mill."""
    return {
        "id": "shop",
        "title": "The shop",
        "parent": "mill",
        "perspectives": [
            {
                "id": "money",
                "name": "Money",
                "objectives": [{"id": "sell", "name": "Sell", "kpis": ["s0"], "supports": ["earn"]}],
            }
        ],
        "kpis": [new_kpi(0) | {"id": "s0", "name": "Loaves", "tags": ["loaves"]}],
    }


@dataclass
class EditedProject:
    """What the project is made of now, and the build that is asked for; each edit is chosen by the dice."""

    dice: random.Random
    cards: list[dict[str, Any]] = field(default_factory=lambda: [_top(), shop()])
    figures: dict[str, dict[str, float]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    day: date = date(2025, 7, 10)
    readers: Readers = Circle.WIDEST
    turn: int = 100

    def __post_init__(self) -> None:
        """Figures for every KPI, and settings."""
        for card in self.cards:
            for kpi in card["kpis"]:
                if "formula" in kpi or "from_children" in kpi:
                    continue
                self.figures[kpi["id"]] = self.course()
        self.files["mkdocs.yml"] = SETTINGS[0]

    def write_to(self, root: Path) -> None:
        """The folder holds exactly this project beside whatever builds have left in it."""
        for each in ("scorecard", "data", "docs", "docs_templates", "mkdocs.yml"):
            path = root / each
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        rows = (f"{kpi},{at},{value:.2f}\n" for kpi, row in self.figures.items() for at, value in row.items())
        cards = {f"scorecard/{card['id']}.yml": json.dumps(card, ensure_ascii=False) for card in self.cards}
        write(root, {**cards, "data/all.csv": "kpi,period,value\n" + "".join(rows), **self.files})

    def course(self) -> dict[str, float]:
        """Figures by chance, month by month."""
        level = 100.0
        course = {}
        for month in range(_MONTHS):
            level += self.dice.gauss(0.5, 2)
            course[str(_FIRST.shift(month))] = round(level, 2)
        return course

    @property
    def kpis(self) -> list[dict[str, Any]]:
        """The KPIs of all scorecards."""
        return [kpi for card in self.cards for kpi in card["kpis"]]

    @property
    def objectives(self) -> list[dict[str, Any]]:
        """The objectives of all scorecards."""
        return [each for card in self.cards for row in card["perspectives"] for each in row["objectives"]]
