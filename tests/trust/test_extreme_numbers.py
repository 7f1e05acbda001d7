"""Numbers at the ends of what numbers are: each has a clear line or is shown rightly, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bsc_site.pipeline import Circle, Order, examine
from tests.builders.program import DAY, called
from tests.commands.every_text import draw_project

EXTREMES = ["1.0e+308", "-1.0e+308", "1.0e-320", "4.9e-324", "0", "-1", ".nan", ".inf", "1" + "0" * 400, "1.0e+18"]
CELLS = {
    "largest": ["1e18", "-1e18"],
    "next to nothing": ["1e-320", "4.9e-324", "0", "1e-19", "-1e-300"],
    "all at once": ["1e18", "1e-300", "-1e18", "0", "1e-18", "5"],
    "none at all": ["1e308", "nan", "inf", "1e999", "1" + "0" * 400],
}
WORDS_OF_NO_NUMBER = re.compile(r"\b(?:nan|NaN|inf|Infinity)\b")


class _Written(str):
    """A number as it is written."""

    __slots__ = ()


yaml.SafeDumper.add_representer(
    _Written,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:int" if text.lstrip("-").isdigit() else "tag:yaml.org,2002:float", str(text)
    ),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a number under every key that takes one and that this many KPIs can have."""
    root = draw_project(tmp_path, lambda field: field)
    path = root / "scorecard" / "shop.yml"
    card = yaml.safe_load(path.read_text("utf-8"))
    card["kpis"][0] |= {"limit": 100, "decimals": 1, "weight": 1, "tolerance": 2, "thresholds": {"red_flag": 10}}
    card["kpis"][0]["source"] |= {"scale": 1, "header": 1}
    band = {"method": "band", "low": 3, "high": 5}
    bands = {"method": "bands", "bands": [{"from": 3, "status": "on_track", "score": 90}, {"status": "off_track"}]}
    share = {"method": "percent_of_target", "on_track": 0.95, "at_risk": 0.6}
    more: list[dict[str, Any]] = [
        {"id": "d", "direction": "band", "scoring": band, "thresholds": {"red_flag_low": 1, "red_flag_high": 9}},
        {"id": "e", "direction": "higher", "scoring": bands},
        {"id": "f", "direction": "lower", "formula": "a * 2 + 1", "targets": [{"period": "2025-12", "value": 7}]},
        {"id": "g", "direction": "higher", "scoring": share, "targets": [{"period": "2025-12", "value": 7}]},
    ]
    card["kpis"] += [{"name": each["id"], "owner": "ann", **each} for each in more]
    card |= {"tolerance": 5, "fiscal_year_starts": 1}
    card["perspectives"][0] |= {"weight": 1, "min_coverage": 0.5}
    card["perspectives"][0]["objectives"][0]["kpis"] += [each["id"] for each in more]
    card["initiatives"][0]["progress"] = 0.5
    path.write_text(yaml.safe_dump(card, sort_keys=False), encoding="utf-8")
    tidy = root / "data" / "tidy.csv"
    rows = [f"{kpi},2025-{month:02},{month + at}," for at, kpi in enumerate("deg") for month in range(1, 7)]
    tidy.write_text(tidy.read_text("utf-8").rstrip() + "\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return root


def _numbers(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _numbers(each, (*way, key))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield way


def _with(value: Any, way: tuple[Any, ...], number: str) -> Any:
    whole = place = deepcopy(value)
    for key in way[:-1]:
        place = place[key]
    place[way[-1]] = _Written(number)
    return whole


@pytest.mark.slow
@pytest.mark.parametrize("number", EXTREMES, ids=lambda each: each[:8])
def test_every_key_takes_it_or_names_it(number: str, project: Path) -> None:
    """Nothing fails, and what is refused is refused where it stands."""
    path = project / "scorecard" / "shop.yml"
    card = yaml.safe_load(path.read_text("utf-8"))
    ways = list(_numbers(card))
    assert len(ways) > 30
    for way in ways:
        path.write_text(yaml.safe_dump(_with(card, way, number), sort_keys=False), encoding="utf-8")
        found = examine(Order(project, date.fromisoformat(DAY), Circle.EVERYTHING))
        errors = [each for each in found.problems if each.severity == "error"]
        assert bool(errors) == found.refused, way
        assert all(each.place.line for each in errors), way


@pytest.mark.slow
@pytest.mark.parametrize("kind", CELLS)
def test_every_cell_is_shown_or_named(kind: str, project: Path) -> None:
    """No page and no file of the site holds a word for what is no number."""
    tidy = project / "data" / "tidy.csv"
    head, *rows = tidy.read_text("utf-8").splitlines()
    cells = [each.split(",") for each in rows]
    written = [",".join([*row[:2], CELLS[kind][at % len(CELLS[kind])], *row[3:]]) for at, row in enumerate(cells)]
    tidy.write_text("\n".join([head, *written]) + "\n", encoding="utf-8")
    told = called("build", "-C", str(project), "--as-of", DAY, "--audience", "all")
    if kind == "none at all":
        assert told.code == 1
        assert all(each.startswith("data/tidy.csv:") for each in told.lines if " error " in each)
        return
    assert told.code == 0, told.err
    for file in (project / "build" / "site").rglob("*"):
        if file.suffix in {".json", ".csv", ".svg"}:
            assert not WORDS_OF_NO_NUMBER.search(file.read_text("utf-8")), file


def test_a_number_next_to_nothing_is_named_with_what_to_write(project: Path) -> None:
    path = project / "scorecard" / "shop.yml"
    card = yaml.safe_load(path.read_text("utf-8"))
    path.write_text(yaml.safe_dump(_with(card, ("kpis", 0, "limit"), "1.0e-320"), sort_keys=False), encoding="utf-8")
    [line] = [each for each in called("check", "-C", str(project), "--as-of", DAY).lines if " error " in each]
    assert re.fullmatch(
        r"scorecard/shop\.yml:\d+:\d+: BSC011 error kpis\[0\]\.limit: 9\.99989e-321 is too close to 0; write 0, or a "
        r"smaller unit",
        line,
    )
