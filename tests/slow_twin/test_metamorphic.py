"""What must not change a judgement: another unit, sign or order, other files, other names, rows of the future."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bsc_site.checking import checked
from bsc_site.outcomes import Order
from tests.slow_twin.made_scorecards import Made, made
from tests.slow_twin.twin_calendar import period_of

SEEDS = range(40)
_TURNED = {"higher": "lower", "lower": "higher", "min": "max", "max": "min"}
_IN_THE_UNIT = ("value", "low", "high", "red_flag", "red_flag_low", "red_flag_high")


def _concluded(root: Path, one: Made) -> dict[str, tuple[Any, ...]]:
    """Each element's status and score to eight digits; of KPIs all words besides, and when the next figure is due."""
    assessment = checked(Order(one.write(root), one.as_of)).examination.assessment
    assert assessment is not None
    card = assessment.scorecards["made"]
    found: dict[str, tuple[Any, ...]] = {
        name: (
            *(each.status, _digits(each.score), _digits(each.progress), _digits(each.pace), each.trend.word),
            *(each.freshness.word, each.freshness.next_due, len(each.points)),
        )
        for name, each in assessment.kpis.items()
    }
    standings = {"made": card.standing, **{name: each.standing for name, each in card.perspectives.items()}}
    standings |= {name: each.standing for name, each in card.objectives.items()}
    return found | {name: (each.status, _digits(each.score)) for name, each in standings.items()}


def _digits(figure: float | None) -> str:
    return "None" if figure is None else f"{figure + 0.0:.8g}"  # zero has no sign


def _thousandfold(one: Made) -> Made:
    """Grams for kilograms, in figures, targets, baselines and whatever is an amount."""
    other = copy.deepcopy(one)
    for kpi in other.yaml["kpis"]:
        for part in (kpi.get("baseline"), kpi.get("thresholds"), *kpi.get("targets", ())):
            for key in _IN_THE_UNIT:
                if part and key in part:
                    part[key] = float(Decimal(str(part[key])) * 1000)
        if isinstance(kpi.get("tolerance"), float | int):
            kpi["tolerance"] *= 1000
    for name, text in one.files.items():
        head, *rows = text.splitlines()
        column = head.split(",").index("a" if ",a," in head else "value")
        other.files[name] = "\n".join([head, *(_times(row, column, 1000) for row in rows), ""])
    return other


def _times(row: str, column: int, factor: int) -> str:
    cells = row.split(",")
    cells[column] = str(Decimal(cells[column]) * factor)
    return ",".join(cells)


def _shuffled(one: Made) -> Made:
    """Rows come as they come, and so do KPIs in their list."""
    other, draw = copy.deepcopy(one), random.Random(3)  # noqa: S311  # the same in every run
    for name, text in one.files.items():
        head, *rows = text.splitlines()
        draw.shuffle(rows)
        other.files[name] = "\n".join([head, *rows, ""])
    draw.shuffle(other.yaml["kpis"])
    return other


def _split(one: Made) -> Made:
    """The rows of all KPIs, dealt out to three files like cards."""
    other = copy.deepcopy(one)
    head, *rows = other.files.pop("data/made.csv", "kpi,period,value\n").splitlines()
    for number in range(3):
        if rows[number::3]:
            other.files[f"data/part-{number}.csv"] = "\n".join([head, *rows[number::3], ""])
    return other


def _with_a_future(one: Made) -> Made:
    """A wild figure of each of the next three years, of every KPI without a source."""
    other = copy.deepcopy(one)
    text = other.files.get("data/made.csv")
    if text is None:
        return other
    for kpi in one.kpis:
        if f"\n{kpi.id}," in text:
            coming = period_of(kpi.frequency, one.as_of, kpi.starts)
            text += "".join(f"{kpi.id},{coming.later(step).written()},{step * 99991}\n" for step in (1, 2, 5))
    other.files["data/made.csv"] = text
    return other


def _renamed(one: Made) -> Made:
    """Every KPI under another id, in YAML and data alike."""
    other = copy.deepcopy(one)
    names = {kpi.id: f"measure-{99 - place}" for place, kpi in enumerate(one.kpis)}
    for kpi in other.yaml["kpis"]:
        kpi["id"] = names[kpi["id"]]
    for row in other.yaml["perspectives"]:
        for objective in row["objectives"]:
            objective["kpis"] = [names[each] for each in objective["kpis"]]
    for name, text in one.files.items():
        lines = text.splitlines()
        other.files[name] = "\n".join(
            [",".join([names.get(line.split(",")[0], line.split(",")[0]), *line.split(",")[1:]]) for line in lines]
            + [""]
        )
    return other


def _mirrored(one: Made) -> Made:
    """Losses for gains: figures, targets, bands and red flags with the other sign, higher for lower, least for most.

    KPIs whose amber begins a share of the target away stay as they are: a share of a loss is none.
    """
    other = copy.deepcopy(one)
    turned = {kpi["id"] for kpi in other.yaml["kpis"] if _can_be_turned(kpi)}
    for kpi in other.yaml["kpis"]:
        if kpi["id"] in turned:
            kpi["direction"] = _TURNED.get(kpi["direction"], kpi["direction"])
            if "aggregate" in kpi:
                kpi["aggregate"] = _TURNED.get(kpi["aggregate"], kpi["aggregate"])
            for part in (kpi.get("baseline"), kpi.get("thresholds"), *kpi.get("targets", ())):
                _turn(part or {})
    for name, text in one.files.items():
        head, *rows = text.splitlines()
        heads = head.split(",")
        column, own = heads.index("a" if "a" in heads else "value"), Path(name).stem
        mirrored = [
            _times(row, column, -1) if (own if "a" in heads else row.split(",")[0]) in turned else row for row in rows
        ]
        other.files[name] = "\n".join([head, *mirrored, ""])
    return other


def _can_be_turned(kpi: dict[str, Any]) -> bool:
    amount = isinstance(kpi.get("tolerance"), float | int) or "thresholds" in kpi
    return amount or "targets" not in kpi or kpi["direction"] in ("band", "none")


def _turn(part: dict[str, Any]) -> None:
    """Of a band the lower edge becomes the upper one."""
    for key in _IN_THE_UNIT:
        if key in part:
            part[key] = -part[key]
    for low, high in (("low", "high"), ("red_flag_low", "red_flag_high")):
        if low in part or high in part:
            edges = part.pop(low, None), part.pop(high, None)
            part |= {key: edge for key, edge in ((high, edges[0]), (low, edges[1])) if edge is not None}


CHANGES: dict[str, Callable[[Made], Made]] = {
    "a thousandth of the unit": _thousandfold,
    "another order": _shuffled,
    "several files": _split,
    "rows of the future": _with_a_future,
}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_judged_otherwise_after(change: str, tmp_path: Path) -> None:
    """Of forty made scorecards every status, score and word stays."""
    different: dict[tuple[int, str], Any] = {}
    for seed in SEEDS:
        one = made(seed)
        before = _concluded(tmp_path / f"{seed}", one)
        after = _concluded(tmp_path / f"{seed}-changed", CHANGES[change](one))
        different |= {(seed, name): (before[name], after[name]) for name in before if before[name] != after[name]}
    assert different == {}


def test_nothing_is_judged_otherwise_under_other_ids(tmp_path: Path) -> None:
    """A KPI is found by its place among the others."""
    different: dict[tuple[int, str], Any] = {}
    for seed in SEEDS:
        one = made(seed)
        before, after = _concluded(tmp_path / f"{seed}", one), _concluded(tmp_path / f"{seed}-changed", _renamed(one))
        names = {kpi.id: f"measure-{99 - place}" for place, kpi in enumerate(one.kpis)}
        different |= {
            (seed, name): (before[name], after[names.get(name, name)])
            for name in before
            if before[name] != after[names.get(name, name)]
        }
    assert different == {}


def test_less_is_judged_in_the_other_direction_as_more_was(tmp_path: Path) -> None:
    """All but the pace, a yearly rate, which figures below zero do not have."""
    different: dict[tuple[int, str], Any] = {}
    turned = 0
    for seed in SEEDS:
        one = made(seed)
        turned += sum(_can_be_turned(kpi) for kpi in one.yaml["kpis"])
        before, after = _concluded(tmp_path / f"{seed}", one), _concluded(tmp_path / f"{seed}-turned", _mirrored(one))
        for name, told in before.items():
            kept = [(*each[:3], *each[4:]) for each in (told, after[name])]
            different |= {(seed, name): tuple(kept)} if kept[0] != kept[1] else {}
    assert different == {}
    assert turned > len(SEEDS)
