"""Worked tables: figures of the demo company that explanations show, computed by the program."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bsc_site.compute.audience import Circle
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.fields import weight_at
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from bsc_site.publish.data_files.api import each_document
from tests.docs.clone import ROOT
from tests.docs.reference.cells import cell

METHODS = tuple(sorted((ROOT / "docs" / "methods").glob("*.md")))
DAY = date(2026, 11, 5)
"""The day up to which the demo tells its story."""
LEAST_SHOWN = 0.001
_PLACE = re.compile(r"(<!-- worked: (\w+) -->\n).*?(<!-- end -->\n)", re.DOTALL)


@cache
def _assessment() -> Assessment:
    found = examine(Order(ROOT, DAY, Circle.WIDEST)).assessment
    assert found is not None
    return found


@cache
def demo() -> dict[str, Any]:
    """What the demo publishes of its scorecard at the top."""
    assessment = _assessment()
    found = (content for path, content in each_document(assessment, ()) if Path(path).name == "scorecard.json")
    return dict(json.loads(next(found)))


def with_tables(page: str) -> str:
    """The page with each of its tables as the program computes it now."""
    return _PLACE.sub(lambda place: f"{place[1]}\n{_TABLES[place[2]]()}\n{place[3]}", page)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(head)
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _arrows() -> str:
    names = {name: each.kpi.name for name, each in _assessment().kpis.items()}
    rows = [
        (
            f"{names[link['cause']]} → {names[link['outcome']]}",
            link["sign"].replace("-", "−"),
            f"{link['lag']}",
            f"{link['n']}",
            _signed(link["effect"]),
            f"{_signed(link['low'])} … {_signed(link['high'])}",
            _share(link["p"]),
            _share(link["q"]),
            f"{link['detectable']:.2f}",
            link["grade"].replace("_", " "),
        )
        for link in demo()["links"]
        if link["p"] is not None
    ]
    head = ("arrow", "declared", "lag", "n", "effect", "95 % interval", "p", "q", "detectable", "grade")
    return _table(head, rows)


def _effects() -> str:
    rows = [
        (cell(each["name"]), found["since"], cell(found["sentence"]), _share(found["q"]))
        for each in demo()["initiatives"]
        for found in each["effect"]
        if found["q"] is not None
    ]
    return _table(("initiative", "since", "what is said", "q"), rows)


def _perspectives() -> str:
    declared = _assessment().project.root.objectives
    rows = []
    for each in demo()["perspectives"]:
        below = [one for one in demo()["objectives"] if one["perspective"] == each["id"] and one["score"] is not None]
        parts = ", ".join(
            f"{one['name']} {one['score']:.1f} (weight {weight_at(declared[one['id']].weight, DAY):g})" for one in below
        )
        counted = f"{each['coverage']['scored']} of {each['coverage']['total']}"
        rows.append((each["name"], cell(parts), f"{each['score']:.1f}", counted))
    return _table(("perspective", "objectives", "score", "scored from"), rows)


def _share(value: float) -> str:
    return f"{value:.3f}" if value >= LEAST_SHOWN else "< 0.001"


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


_TABLES = {"arrows": _arrows, "effects": _effects, "perspectives": _perspectives}

if __name__ == "__main__":
    for path in METHODS:
        path.write_text(with_tables(path.read_text(encoding="utf-8")), encoding="utf-8")
