"""Scorecards that nobody has: made from a number, as files for the program and as plain values for the twin."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from tests.builders.project_folders import write
from tests.slow_twin.twin_calendar import Kind, TwinPeriod, period_of
from tests.slow_twin.twin_judgement import TwinKpi, TwinTarget, exact

FREQUENCIES: tuple[Kind, ...] = (
    "monthly",
    "monthly",
    "monthly",
    "quarterly",
    "half-yearly",
    "yearly",
    "weekly",
    "daily",
)
ROLLUPS = ("mean", "mean", "mean", "worst", "best")
_COARSE = {"quarterly", "half-yearly", "yearly"}


@dataclass(frozen=True)
class TwinNode:
    """An objective, a perspective or the scorecard: what is below it, and how it rolls up."""

    id: str
    below: Sequence[Any]
    rollup: str
    min_coverage: Fraction = Fraction(0)
    weight: Fraction = Fraction(1)


@dataclass
class Made:
    """One scorecard: its files, the same as values, and the day."""

    as_of: date
    top: TwinNode
    kpis: list[TwinKpi]
    yaml: dict[str, Any]
    files: dict[str, str] = field(default_factory=dict)

    def write(self, root: Path) -> Path:
        """The project as files."""
        text = yaml.safe_dump(self.yaml, sort_keys=False, allow_unicode=True)
        return write(root, {"scorecard/made.yml": text, **self.files})


class _Maker:
    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311  # the same in every run
        self.starts = self.draw.choice([1, 1, 1, 4, 7, 10])
        self.as_of = date(2023, 1, 1) + timedelta(self.draw.randrange(1400))
        self.tidy = ["kpi,period,value"]
        self.files: dict[str, str] = {}

    def number(self, places: int | None = None, low: int = -300, high: int = 3000) -> str:
        places = self.draw.choice([0, 0, 1, 2, 3]) if places is None else places
        low = low if self.draw.random() < 0.15 else max(1, low)
        whole = self.draw.randint(low * 10**places, high * 10**places)
        return f"{whole / 10**places:.{places}f}"

    def near(self, text: str, share: int = 25) -> str:
        """Another number, often within some per cent of this one, sometimes the very same."""
        if self.draw.random() < 0.08:
            return text
        value = exact(text) * (100 + Fraction(self.draw.randint(-share * 10, share * 10), 10)) / 100
        return f"{float(value):.{self.draw.choice([0, 1, 2])}f}"

    def kpi(self, name: str) -> tuple[dict[str, Any], TwinKpi]:
        draw = self.draw
        frequency = draw.choice(FREQUENCIES)
        starts = self.starts if frequency in _COARSE else 1
        direction = draw.choice(["higher", "higher", "higher", "lower", "lower", "band", "none"])
        method = (
            draw.choice(["goal_red_flag"] * 3 + ["progress"]) if direction in ("higher", "lower") else "goal_red_flag"
        )
        keys: dict[str, Any] = {"id": name, "name": f"The {name}", "direction": direction, "frequency": frequency}
        if method != "goal_red_flag":
            keys["scoring"] = method
        fields: dict[str, Any] = {}
        around = self.number()
        now = period_of(frequency, self.as_of, starts)
        first = now.later(-draw.randint(2, 14))
        self._aims(keys, fields, around, (first, now), method)
        self._data(keys, fields, around, (first, now))
        if draw.random() < 0.2:
            keys["due"] = fields["due"] = draw.choice(["0 days", "5 days", "15 days", "2 weeks", "1 month", "45 days"])
        if draw.random() < 0.3:
            keys["weight"] = draw.choice([0.5, 2, 3, 0])
            fields["weight"] = exact(str(keys["weight"]))
        return keys, TwinKpi(name, frequency, starts, direction, method, **fields)

    def _aims(
        self,
        keys: dict[str, Any],
        fields: dict[str, Any],
        around: str,
        span: tuple[TwinPeriod, TwinPeriod],
        method: str,
    ) -> None:
        draw, first = self.draw, span[0]
        band = keys["direction"] == "band"
        if not band and (method == "progress" or draw.random() < 0.6):
            period, value = first.later(draw.randint(-2, 2)), self.near(around)
            keys["baseline"] = {"period": _key(period), "value": _plain(value)}
            fields["baseline"] = (period, exact(value))
        last = max(first.later(3), fields["baseline"][0].later(1) if "baseline" in fields else first)
        targets: list[dict[str, Any]] = []
        meant: list[TwinTarget] = []
        for _ in range(draw.choice([1, 2]) if method == "progress" or band else draw.choice([0, 1, 1, 2, 3])):
            last = last.later(draw.randint(0 if not meant else 1, 9))
            if band:
                low, high = sorted([self.near(around), self.near(around)], key=exact)
                targets.append({"period": _key(last), "low": _plain(low), "high": _plain(high)})
                meant.append(TwinTarget(last, low=exact(low), high=exact(high)))
            else:
                value = self.near(around, 40)
                targets.append({"period": _key(last), "value": _plain(value)})
                meant.append(TwinTarget(last, exact(value)))
        if targets:
            keys["targets"], fields["targets"] = targets, meant
        if draw.random() < 0.2:
            keys["path"], fields["step"] = "step", True
        if targets and not band:
            self._amber(keys, fields, [each.value for each in meant if each.value is not None])
        elif targets:
            width = self.number(1, 1, 50).lstrip("-")
            keys["tolerance"], fields["tolerance"] = _plain(width), (exact(width), False)

    def _amber(self, keys: dict[str, Any], fields: dict[str, Any], goals: list[Fraction]) -> None:
        """A share, an amount, or a red flag on the bad side of every target and of the baseline."""
        draw, lower = self.draw, keys["direction"] == "lower"
        ends = [*goals, *([fields["baseline"][1]] if "baseline" in fields else [])]
        kind = draw.choice(["default", "share", "amount", "flag"])
        if min(ends) <= 0 and kind in ("default", "share"):
            kind = "amount"
        if kind == "share":
            share = draw.choice(["2.5", "10", "20"])
            keys["tolerance"], fields["tolerance"] = f"{share}%", (exact(share) / 100, True)
        elif kind == "amount":
            width = self.number(1, 1, 90).lstrip("-")
            keys["tolerance"], fields["tolerance"] = _plain(width), (exact(width), False)
        elif kind == "flag":
            gap = draw.randint(1, 400)
            flag = f"{float(max(ends) + gap if lower else min(ends) - gap):.1f}"
            keys["thresholds"], fields["red_flag"] = {"red_flag": _plain(flag)}, exact(flag)

    def _data(
        self, keys: dict[str, Any], fields: dict[str, Any], around: str, span: tuple[TwinPeriod, TwinPeriod]
    ) -> None:
        draw, (first, now) = self.draw, span
        frequency = keys["frequency"]
        finer = frequency in _COARSE and draw.random() < 0.5
        end = now.later(draw.choice([0, 0, -1, -1, -2, -3, 2]))
        if finer:
            begin, stop = (period_of("monthly", day) for day in (first.first_day, end.last_day))
            stop = stop.later(-draw.choice([0, 0, 0, 1, 2]))
            periods = [begin.later(step) for step in range(max(0, stop.number - begin.number + 1))]
            fields["aggregate"] = keys["aggregate"] = draw.choice(["sum", "mean", "last", "min", "max"])
            if keys["aggregate"] == "sum" and "targets" not in keys:
                keys["aggregate"] = fields["aggregate"] = "mean"
        else:
            periods = [first.later(step) for step in range(max(0, end.number - first.number + 1))]
            periods = [each for each in periods if draw.random() < 0.9]
        if draw.random() < 0.05:
            periods = []
        finer = finer and bool(periods)
        if draw.random() < 0.15 and periods:
            fields["rows"] = self._ratio(keys, fields, periods)
            return
        rows = [(each, self.near(around)) for each in periods]
        fields["rows"] = [(each, (exact(text),)) for each, text in rows]
        lines = [f"{keys['id']},{each.written()},{text}" for each, text in rows]
        draw.shuffle(lines)
        if finer:
            self.files[f"data/{keys['id']}.csv"] = "\n".join(["kpi,period,value", *lines, ""])
        else:
            self.tidy += lines

    def _ratio(self, keys: dict[str, Any], fields: dict[str, Any], periods: list[TwinPeriod]) -> list[Any]:
        """Two columns in a file of their own: added up before one is divided by the other."""
        keys["aggregate"] = fields["aggregate"] = "ratio"
        keys["source"] = {"file": f"data/{keys['id']}.csv", "period": "when", "numerator": "a", "denominator": "b"}
        if self.draw.random() < 0.5:
            keys["unit"], fields["percent"] = "%", True
        rows = [(each, self.draw.randint(0, 900), self.draw.randint(1, 900)) for each in periods]
        text = "".join(f"{each.written()},{above},{below}\n" for each, above, below in rows)
        self.files[f"data/{keys['id']}.csv"] = f"when,a,b\n{text}"
        return [(each, (Fraction(above), Fraction(below))) for each, above, below in rows]

    def node(self, name: str, below: Sequence[Any], rollups: Sequence[str]) -> tuple[dict[str, Any], TwinNode]:
        keys: dict[str, Any] = {"id": name, "name": f"The {name}"}
        rollup, coverage, weight = self.draw.choice(rollups), Fraction(0), Fraction(1)
        if rollup != "mean":
            keys["rollup"] = rollup
        if self.draw.random() < 0.15:
            per_cent = self.draw.choice([25, 50, 60, 100])
            keys["min_coverage"], coverage = f"{per_cent}%", Fraction(per_cent, 100)
        if self.draw.random() < 0.3:
            keys["weight"] = self.draw.choice([0.5, 2, 3, 4])
            weight = exact(str(keys["weight"]))
        return keys, TwinNode(name, below, rollup, coverage, weight)


def _plain(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def _key(period: TwinPeriod) -> str | int:
    """As YAML has it: a plain year is a number."""
    text = period.written()
    return int(text) if text.isdigit() else text


def made(seed: int) -> Made:
    """The scorecard of this number."""
    maker = _Maker(seed)
    kpis: list[TwinKpi] = []
    declared: list[dict[str, Any]] = []
    rows, perspectives = [], []
    for row in range(maker.draw.randint(1, 3)):
        objectives, below = [], []
        for place in range(maker.draw.randint(1, 3)):
            found = [maker.kpi(f"k{row}{place}{each}") for each in range(maker.draw.randint(1, 3))]
            declared += [keys for keys, _ in found]
            kpis += [kpi for _, kpi in found]
            keys, node = maker.node(f"o{row}{place}", [kpi for _, kpi in found], (*ROLLUPS, "self"))
            objectives.append({**keys, "kpis": [each["id"] for each, _ in found]})
            below.append(node)
        keys, node = maker.node(f"p{row}", below, ROLLUPS)
        rows.append({**keys, "objectives": objectives})
        perspectives.append(node)
    keys, top = maker.node("made", perspectives, (*ROLLUPS, "most_frequent"))
    card: dict[str, Any] = {"id": "made", "title": "Made", "perspectives": rows, "kpis": declared}
    card |= {key: keys[key] for key in ("rollup", "min_coverage") if key in keys}
    if maker.starts != 1:
        card["fiscal_year_starts"] = maker.starts
    if len(maker.tidy) > 1:
        maker.files["data/made.csv"] = "\n".join(maker.tidy) + "\n"
    return Made(maker.as_of, top, kpis, card, maker.files)
