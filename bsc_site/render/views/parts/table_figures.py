"""Table figures: the figures of a KPI as the columns of a table hold them, and its gap to the target on one scale."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.concluded.amber_zones import zones_from_target
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.value_sentences import expected_at, value_text, variance_text
from bsc_site.wording.figures import currency_sign, difference_unit, unit_around

_SILENT = ("", "count", "yes/no")
WIDEST = 2.0
"""So many amber zones the bar of a gap reaches to either side; what lies farther ends there."""


@dataclass(frozen=True, slots=True)
class CellFigures:
    """Without their unit, which stands once beside the name of the KPI; an em dash for none."""

    unit: str
    code: str
    """The unit as it was declared, where a sign stands for it: `EUR`."""
    current: str
    target: str
    gap: str
    bar: Markup
    """How far the bar of the gap reaches from the middle: -2 to 2 amber zones; empty where there are none."""


def figures_of(found: KpiAssessment) -> CellFigures:
    """Those of the latest complete period."""
    kpi, now = found.kpi, found.current
    zones = zones_from_target(now, kpi) if now else None
    return CellFigures(
        unit=unit_beside(kpi),
        code=kpi.unit if currency_sign(kpi.unit) not in ("", kpi.unit) else "",
        current=bare(value_text(kpi, now.value if now else None), kpi.unit),
        target=bare(expected_at(kpi, now), kpi.unit) if now else "—",
        gap=bare(variance_text(kpi, now), difference_unit(kpi.unit)),
        bar=own("") if zones is None else own(f"{max(-WIDEST, min(zones, WIDEST)):.2f}"),
    )


def unit_beside(kpi: Kpi) -> str:
    """The unit as it stands beside the name: `€`, `%`, `days`; empty where the figures need none."""
    return "" if kpi.unit in _SILENT else currency_sign(kpi.unit) or kpi.unit


def bare(figure: str, unit: str) -> str:
    """A finished figure without its unit: `41.2` for `41.2 %`, `+1,234` for `+€ 1,234`."""
    if unit in _SILENT:
        return figure
    before, after = unit_around(unit)
    return figure.replace(before, "", 1).removesuffix(after)
