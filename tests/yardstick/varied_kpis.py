"""Two hundred KPIs, seeded, that differ in everything that changes how a KPI is judged."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from datetime import date
from typing import Any

from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import Frequency, Period, period_of
from bsc_site.model.series import GroupSeries, Observation, Series

COUNT = 200
DAY = date(2025, 6, 10)
_FREQUENCIES = (*[Frequency.MONTHLY] * 6, *Frequency)
_LENGTHS = (3, 7, 8, 12, 19, 24, 25, 36, 60, 61, 96, 120, 121)
_SPC: tuple[Any, ...] = (
    *["adjusted"] * 5,
    "nhs",
    "none",
    {"method": "adjusted", "baseline_points": 12},
    {"method": "adjusted", "screen_outliers": False},
    {"method": "nhs", "baseline_points": 6},
)
_SHARES = {"on_track": 0.9, "at_risk": 0.5}
_RULES = [
    {"when": "value >= target and value > previous", "status": "on_track"},
    {"when": "value > red_flag", "status": "at_risk", "score": 50},
    {"when": "value < baseline", "status": "off_track"},
]
_STEPS = [{"from": 104, "status": "on_track", "score": 90}, {"from": 97, "status": "at_risk"}, {"status": "off_track"}]
_WAYS: tuple[dict[str, Any], ...] = (
    *[{}] * 5,
    {"scoring": "progress"},
    {"scoring": {"method": "progress"} | _SHARES},
    {"scoring": "pace"},
    {"scoring": "percent_of_target"},
    {"scoring": {"method": "percent_of_target"} | _SHARES},
    {"scoring": {"method": "rules", "rules": _RULES}},
    {"scoring": {"method": "bands", "bands": _STEPS}},
    {"direction": "band", "scoring": {"method": "band", "low": 96, "high": 108}},
    {"direction": "none"},
)
_OWN = [{"name": "Met", "from": "target"}, {"name": "Missed"}]


def varied_project(seed: int = 20251127) -> tuple[Project, dict[str, Series]]:
    """The project and the series of its KPIs; always the same for one seed."""
    dice = random.Random(seed)  # noqa: S311  # made-up data, not a secret
    made = [_kpi(f"k{number:03d}", dice) for number in range(COUNT)]
    keys = [each for each, _ in made]
    cards = (
        _card("top", keys[: COUNT // 2]),
        _card("years", keys[COUNT // 2 : COUNT * 3 // 4], fiscal_year_starts=4, parent="top"),
        _card("own", keys[COUNT * 3 // 4 :], statuses=_OWN, parent="top"),
    )
    project = Project(cards)
    shapes = {each["id"]: shape for each, shape in made}
    return project, {each.id: _series(each.id, each.frequency, shapes[each.id], dice) for each in project.kpis.values()}


def _card(name: str, kpis: list[dict[str, Any]], **more: Any) -> Scorecard:
    objectives = [
        {
            "id": f"{name}-{at}",
            "name": f"Objective {at}",
            "kpis": [each["id"] for each in kpis[at : at + 5]],
            "rollup": ("mean", "worst", "best", "most_frequent")[at // 5 % 4],
            "drives": [{"to": f"{name}-0", "lag": "2 months"}] if at and at % 10 == 0 else [],
        }
        for at in range(0, len(kpis), 5)
    ]
    rows = [{"id": f"{name}-row", "name": "Row", "objectives": objectives}]
    keys = {"id": name, "title": name, "kpis": kpis, "perspectives": rows} | more
    return Scorecard.model_validate(keys, context={"year_starts": more.get("fiscal_year_starts", 1)})


_Shape = Callable[[int, random.Random], float]


def _kpi(id_: str, dice: random.Random) -> tuple[dict[str, Any], _Shape]:
    """The keys of a KPI, and its value at each place."""
    shape, unit = dice.choice(_SHAPES)
    first, second = round(dice.uniform(92, 112), 1), round(dice.uniform(92, 118), 1)
    keys: dict[str, Any] = {
        "id": id_,
        "name": f"Measure {id_}",
        "unit": unit,
        "frequency": dice.choice(_FREQUENCIES).value,
        "direction": dice.choice(("higher", "higher", "lower")),
        "targets": [{"period": "2021", "value": first}, {"period": "2025-12", "value": second}],
        "baseline": {"period": "2015", "value": dice.choice((99.95, 0, 120))},
        "spc": dice.choice(_SPC),
    }
    keys |= dice.choice(_WAYS)
    keys |= dice.choice(_TARGETS)
    keys |= dice.choice(({}, {}, {"tolerance": 2}, {"tolerance": "8%"}, {"thresholds": {"red_flag": 95}}))
    keys |= dice.choice(({}, {}, {}, {"aggregate": "sum"}, {"limit": 112}, {"path": "step"}, {"kind_of_data": "count"}))
    keys |= dice.choice(({}, {}, {}, {"rebase": [{"period": "2022-01", "because": "new till"}]}))
    if unit in _WITH_WORDS:
        keys |= {"direction": "higher", "targets": [], "baseline": None} | _WITH_WORDS[unit]
    if "baseline" in keys and dice.random() < 0.2:
        keys.pop("baseline")
    return keys, shape


_TARGETS: tuple[dict[str, Any], ...] = (
    *[{}] * 6,
    {"targets": []},
    {"targets": [{"period": "2027", "value": 0}]},
    {"targets": [{"period": "2022", "value": -4}, {"period": "2026", "value": 6}]},
    {"targets": [{"period": 2026, "value": 104, "from": "2024-01"}, {"period": 2026, "value": 99, "until": 2023}]},
    {"targets": [{"period": "2026-06", "low": 95, "high": 110}], "direction": "band", "scoring": "band"},
)
_WITH_WORDS: dict[str, dict[str, Any]] = {
    "yes/no": {"scoring": "yes_no"},
    "state": {"scoring": {"method": "states", "states": {"good": 100, "fair": 50, "poor": 0}}, "unit": ""},
}


def _noise(_at: int, dice: random.Random) -> float:
    return 100 + dice.gauss(0, 3)


def _drift(at: int, dice: random.Random) -> float:
    return round(80 + at * 0.4 + dice.gauss(0, 2), 2)


def _bend(at: int, dice: random.Random) -> float:
    return 130 - 40 * math.exp(-at / 25) + dice.gauss(0, 0.7)


def _season(at: int, dice: random.Random) -> float:
    return 100 * (1 + 0.2 * math.sin(math.pi * at / 6)) + 0.1 * at + dice.gauss(0, 2)


def _below_zero(at: int, dice: random.Random) -> float:
    return 8 * math.cos(math.pi * at / 6) + dice.gauss(0, 2)


def _steps(at: int, dice: random.Random) -> float:
    return (95 if at < 30 else 107) + dice.gauss(0, 2)


def _percent(_at: int, dice: random.Random) -> float:
    return min(100.0, round(97 + dice.gauss(0, 4), 1))


def _low_percent(_at: int, dice: random.Random) -> float:
    return max(0.0, round(3 + dice.gauss(0, 3), 1))


def _count(_at: int, dice: random.Random) -> float:
    return float(max(0, round(dice.gauss(2, 2))))


def _many(at: int, dice: random.Random) -> float:
    return float(round(1000 + 3 * at + dice.gauss(0, 40)))


def _rare(_at: int, dice: random.Random) -> float:
    return 1.0 if dice.random() < 0.06 else 0.0


def _still(_at: int, _dice: random.Random) -> float:
    return 42.0


def _rounded(at: int, dice: random.Random) -> float:
    return float(round(98 + at * 0.05 + dice.gauss(0, 1)))


def _huge(at: int, _dice: random.Random) -> float:
    return 1e150 * (1 + at / 50)


def _yes(_at: int, dice: random.Random) -> float:
    return float(dice.random() < 0.7)


def _state(_at: int, dice: random.Random) -> float:
    return dice.choice((100.0, 50.0, 0.0))


_SHAPES: tuple[tuple[_Shape, str], ...] = (
    *((shape, unit) for shape in (_noise, _drift, _bend, _season, _below_zero, _steps) for unit in ("", "EUR")),
    *((shape, "%") for shape in (_percent, _low_percent, _drift, _noise)),
    *((shape, "count") for shape in (_count, _many, _rare, _rounded)),
    (_still, "points"),
    (_rounded, "points"),
    (_huge, "points"),
    (_yes, "yes/no"),
    (_state, "state"),
)


def _series(name: str, frequency: Frequency, shape: _Shape, dice: random.Random) -> Series:
    length = dice.choice(_LENGTHS)
    last = period_of(DAY, frequency)
    gaps, running = dice.choice((0.0, 0.0, 0.08, 0.4)), dice.random() < 0.15
    own = dice.random() < 0.1
    observations = []
    for at in range(length):
        period = last.shift(at + 1 - length)
        if dice.random() < gaps and at:
            continue
        open_ = at == length - 1
        observations.append(_observed(period, shape(at, dice), dice, complete=not open_ or running, own=own))
        if open_ and running:
            observations[-1] = observations[-1]._replace(running=True)
    groups: tuple[GroupSeries, ...] = ()
    if dice.random() < 0.08:
        groups = tuple(
            GroupSeries("region", each, tuple(one._replace(value=one.value + add) for one in observations))
            for each, add in (("North", -2.0), ("South", 3.5))
        )
    return Series(name, frequency, tuple(observations), groups=groups)


def _observed(period: Period, value: float, dice: random.Random, *, complete: bool, own: bool) -> Observation:
    base = float(dice.randint(80, 400)) if own else None
    return Observation(
        period,
        value,
        complete,
        target=101.5 if own and dice.random() < 0.5 else None,
        note="as told" if dice.random() < 0.05 else "",
        rating="Good" if dice.random() < 0.02 else "",
        numerator=None if base is None else value * base / 100,
        denominator=base,
    )
