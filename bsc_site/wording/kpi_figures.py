"""KPI figures: a figure of one KPI as text, in its unit, its decimals and the names of its states."""

from __future__ import annotations

from bsc_site.model.calculation.significant_digits import own_decimals
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.vocabularies import Method
from bsc_site.wording.figures import alike, difference_unit, finer_text, quantity_text, range_text, texts_apart


def figure_text(kpi: Kpi, value: float | None) -> str:
    """A value with its unit, or the name of the state that it stands for; an em dash for none."""
    if kpi.scoring.method is Method.STATES and (state := state_of(kpi, value)):
        return state
    return quantity_text(value, kpi.unit, kpi.decimals)


def state_of(kpi: Kpi, value: float | None) -> str:
    """The name of the state with this score; empty where the KPI has no states, and between two of them."""
    if kpi.scoring.method is not Method.STATES or value is None:
        return ""
    return next((name for name, score in kpi.scoring.states.items() if alike(score, value)), "")


def declared_text(kpi: Kpi, value: float | None) -> str:
    """A figure that the scorecard declares, with all decimals that it was declared with."""
    if value is None or kpi.decimals is None:
        return figure_text(kpi, value)
    return state_of(kpi, value) or quantity_text(value, kpi.unit, max(kpi.decimals, own_decimals(value)))


def figures_apart(kpi: Kpi, value: float, other: float) -> tuple[str, str]:
    """Two figures of the KPI, with as many decimals as it takes to tell them apart."""
    texts = figure_text(kpi, value), figure_text(kpi, other)
    if texts[0] != texts[1]:
        return texts
    return texts_apart(value, other, kpi.unit, kpi.decimals)


def slope_figure(kpi: Kpi, size: float) -> str:
    """How much a value moves from one period to the next, without its sign, no finer than the figures themselves.

    What would be nothing in their decimals has one digit: `0.03 points`.
    """
    unit = difference_unit(kpi.unit)
    if kpi.decimals is None:
        return quantity_text(float(f"{size:.2g}"), unit)
    if size and not round(size, kpi.decimals):
        return quantity_text(float(f"{size:.1g}"), unit)
    return quantity_text(size, unit, kpi.decimals)


def figure_beside(kpi: Kpi, value: float, other: float) -> str:
    """A figure that stands beside `other`: with more decimals where the two differ and would read alike."""
    return state_of(kpi, value) or finer_text(value, other, kpi.unit, kpi.decimals)


def figures_between(kpi: Kpi, low: float, high: float) -> str:
    """`20 to 40 %`: two figures of the KPI with the unit once."""
    return range_text(low, high, kpi.unit, kpi.decimals)
