"""Pair pictures: the cause of an arrow above its effect, over the same periods, the cause moved by the lag."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.concluded.evidence import LinkEvidence
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import say
from bsc_site.wording.period_counts import periods_text

WIDTH, HEIGHT, EDGE = 600, 60, 4
MOST_PERIODS = 240

Run = list[tuple[int, float]]
"""Neighbouring periods, by their number, with their values."""


@dataclass(frozen=True, slots=True)
class PairPicture:
    """Two lines on one axis of time with their names; `first` and `last` are the ends of the axis."""

    cause: str
    moved: str
    """How far the upper line is moved: `moved 3 months later`; empty for not at all."""
    outcome: str
    upper: Markup
    lower: Markup
    first: str
    last: str


def pair_picture(link: LinkEvidence, cause: KpiAssessment, outcome: KpiAssessment) -> PairPicture:
    """The picture of a tested arrow; both lines fill their own height, so only their shapes compare."""
    lag = link.lag or 0
    above, below = _latest(cause), _latest(outcome)
    periods = sorted({*(each.period.shift(lag) for each in above), *(each.period for each in below)})
    first, last = periods[0], periods[-1]
    ends = (first.ordinal, last.ordinal)
    moved = say("moved {lag} later", lag=periods_text(lag, cause.kpi.frequency)) if lag else ""
    return PairPicture(
        cause=_named(cause.kpi),
        moved=moved,
        outcome=_named(outcome.kpi),
        upper=_line(_runs((each.period.shift(lag).ordinal, each.value) for each in above), ends),
        lower=_line(_runs((each.period.ordinal, each.value) for each in below), ends),
        first=period_text(first),
        last=period_text(last),
    )


def _named(kpi: Kpi) -> str:
    return say("{kpi} ({unit})", kpi=kpi.name, unit=kpi.unit) if kpi.unit else kpi.name


def _latest(found: KpiAssessment) -> list[Point]:
    return [each for each in found.points if each.complete][-MOST_PERIODS:]


def _runs(values: Iterable[tuple[int, float]]) -> list[Run]:
    """The values in groups without gaps."""
    runs: list[Run] = []
    for number, value in values:
        if runs and runs[-1][-1][0] == number - 1:
            runs[-1].append((number, value))
        else:
            runs.append([(number, value)])
    return runs


def _line(runs: list[Run], ends: tuple[int, int]) -> Markup:
    first, last = ends
    known = [value for run in runs for _, value in run]
    low, high = min(known), max(known)
    drop = (HEIGHT - 2 * EDGE) / (high - low) if high > low else 0.0
    step = WIDTH / max(1, last - first)

    def place(number: int, value: float) -> str:
        height = HEIGHT - EDGE - (value - low) * drop if drop else HEIGHT / 2
        return f"{(number - first) * step:.0f},{height:.1f}"

    lines = (" ".join(place(*each) for each in run) for run in runs)
    drawn = "".join(f'<polyline points="{each}"/>' for each in lines)
    return own(
        f'<svg class="bsc-pair__line" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" aria-hidden="true">'
        f"{drawn}</svg>"
    )
