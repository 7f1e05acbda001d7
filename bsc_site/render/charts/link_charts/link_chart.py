"""The chart of one arrow of the map, filled: the cause, moved by the lag, above the effect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.evidence import LinkEvidence
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.days import fine_moments, milliseconds, moments
from bsc_site.render.charts.grammar.ink import LETTER
from bsc_site.render.charts.grammar.levels import Levels, levels_of
from bsc_site.render.lettering import Style, wrapped
from bsc_site.wording.figures import period_text
from bsc_site.wording.kpi_figures import figure_text
from bsc_site.wording.language import say
from bsc_site.wording.outlooks.evidence_text import link_conclusion
from bsc_site.wording.period_counts import periods_text

MOST_PERIODS = 240
_TOP, _PANEL, _GAP = 16, 104, 56
_MOST_LINES = 3
_MOST_DOTS = 60
_NARROW = 26.0
"""How wide a heading may be on a phone, in the size of its letters."""
_LINE = 16
_BOLD = Style(1, bold=True)

Row = dict[str, Any]


@dataclass(frozen=True)
class _Panel:
    """One of the two: a KPI with its latest values by period, the place of its top, and how far it is moved."""

    kpi: Kpi
    values: Mapping[Period, float]
    top: int
    lag: int
    kind: str

    @cached_property
    def levels(self) -> Levels:
        return levels_of(list(self.values.values()), self.kpi.unit, states=self.kpi.scoring.states)

    def place(self, value: float) -> float:
        """The height of a value in units from the top of the drawing."""
        reach = self.levels
        return round(self.top + _PANEL * (reach.high - value) / (reach.high - reach.low), 1)


def link_chart(evidence: LinkEvidence, cause: KpiAssessment, outcome: KpiAssessment) -> Chart:
    """The filled chart of a tested link."""
    lag = evidence.lag or 0
    upper = _Panel(cause.kpi, _latest(cause), _TOP, lag, "cause")
    lower = _Panel(outcome.kpi, _latest(outcome), _TOP + _PANEL + _GAP, 0, "outcome")
    days = [each.shift(panel.lag).start for panel in (upper, lower) for each in panel.values]
    first, last = min(days), max(days)
    rows = [*moments(first, last), *fine_moments(first, last), *_course(upper), *_course(lower), *_pairs(upper, lower)]
    widest = max(upper.levels.width, lower.levels.width)
    inside = upper.levels.inside or lower.levels.inside
    options = {
        "left": 0.2 if inside else round(widest + 10 / LETTER, 2),
        "right": 0.8,
        "height": lower.top + _PANEL + 6,
        "high": lower.top + _PANEL + 6,
        "inside": inside,
        "span": [milliseconds(first), milliseconds(last)],
        "full": milliseconds(last),
        "zooms": [],
        "remark": _remark(cause, outcome),
        "key": [],
    }
    return Chart("link", tuple(rows), link_conclusion(evidence, cause.kpi, outcome.kpi), tuple(options.items()))


def _latest(found: KpiAssessment) -> dict[Period, float]:
    complete = [each for each in found.points if each.complete]
    return {each.period: each.value for each in complete[-MOST_PERIODS:]}


def _remark(*found: KpiAssessment) -> str:
    longest = max(sum(each.complete for each in one.points) for one in found)
    if longest <= MOST_PERIODS:
        return ""
    periods = periods_text(MOST_PERIODS, found[0].kpi.frequency)
    return say("Drawn are the latest {periods}; all are tested.", periods=periods)


def _lines(panel: _Panel) -> list[tuple[float, str]]:
    """At most three grid lines with their words."""
    levels = panel.levels
    step = -(-len(levels.lines) // _MOST_LINES) or 1
    return list(zip(levels.lines, levels.words, strict=True))[::step]


def _course(panel: _Panel) -> list[Row]:
    rows: list[Row] = [{"k": "line", "row": panel.place(value), "s": word} for value, word in _lines(panel)]
    lines = wrapped(_heading(panel), _NARROW, _BOLD)
    for number, line in enumerate(reversed(lines)):
        rows.append({"k": f"{panel.kind} name", "row": panel.top - 18 - _LINE * number, "s": line})
    return rows + _points(panel)


def _heading(panel: _Panel) -> str:
    """`Revenue (€)`, `Visits, moved 2 months later`."""
    heading, unit = panel.kpi.name, panel.levels.unit
    if unit:
        heading = say("{kpi} ({unit})", kpi=heading, unit=unit)
    if not panel.lag:
        return heading
    return say("{heading}, moved {lag} later", heading=heading, lag=periods_text(panel.lag, panel.kpi.frequency))


def _points(panel: _Panel) -> list[Row]:
    """The values, in a new group after each gap; dots only where they do not run into each other."""
    rows: list[Row] = []
    group, before = 0, None
    for period, value in panel.values.items():
        group += before is not None and period.ordinal != before + 1
        before = period.ordinal
        day = period.shift(panel.lag).start.isoformat()
        dot = {"dot": 1} if len(panel.values) <= _MOST_DOTS else {}
        rows.append({"k": panel.kind, "t": day, "row": panel.place(value), "g": group, **dot})
    return rows


def _pairs(upper: _Panel, lower: _Panel) -> list[Row]:
    """Each period of the effect with the one of the cause that is drawn above it."""
    above: Sequence[tuple[Period, float]] = [(each, lower.values[each]) for each in lower.values]
    found = [(each, value, each.shift(-upper.lag)) for each, value in above if each.shift(-upper.lag) in upper.values]
    return [
        {
            "k": "pair",
            "i": number,
            "t": period.start.isoformat(),
            "upper": upper.place(upper.values[earlier]),
            "lower": lower.place(value),
            "p": period_text(period),
            "v": say("{kpi} {value}", kpi=lower.kpi.name, value=_value(lower.kpi, value)),
            "n": say(
                "{kpi} {value} in {period}",
                kpi=upper.kpi.name,
                value=_value(upper.kpi, upper.values[earlier]),
                period=period_text(earlier),
            ),
        }
        for number, (period, value, earlier) in enumerate(found)
    ]


def _value(kpi: Kpi, value: float) -> str:
    return figure_text(kpi, value)
