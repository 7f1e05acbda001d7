"""Rules about figures that come from other KPIs, most from the scorecards below (155, 16x declared, 41x computed)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule, sentence

ROLLUP_LEADS_BACK = sentence("the figures lead back to themselves: {chain}")
COARSER_BELOW = sentence("'{below}' is {frequency}, coarser than this {own} KPI")
MADE_FROM_HIDDEN = sentence(
    "'{kpi}', from which it is made, is not for everybody, so neither is this KPI; say for whom it is: "
    "`audience: {audience}`, or `audience: {widest}` if everybody may see its figures"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC155",
        Severity.NOTE,
        "A KPI is made from figures that are not for everybody",
        "Who sees what is computed from a figure may work out the figure itself, so a KPI that names no audience is "
        "kept from all those from whom one of its figures is kept.",
        "Write its own audience: that of the figures, or a wider one if its result may be seen.",
    ),
    Rule(
        "BSC160",
        Severity.ERROR,
        "A rolled-up KPI also has other figures",
        "The figures of a KPI come from one place: from the scorecards below, from a file, or from a formula.",
        "Remove source: or formula:, or from_children:.",
    ),
    Rule(
        "BSC161",
        Severity.ERROR,
        "A roll-up names no KPI",
        "Without KPIs of the scorecards below there is nothing to add up.",
        "Name them, from_children: {aggregate: sum, kpis: [..]}, or give them a common tag and name that.",
    ),
    Rule(
        "BSC162",
        Severity.ERROR,
        "A roll-up takes a KPI that stands in no scorecard below",
        "Figures are rolled up from the scorecards below: from KPIs that these declare or list in an objective.",
        "Name a KPI of a scorecard below, or use formula: for KPIs from elsewhere.",
    ),
    Rule(
        "BSC410",
        Severity.ERROR,
        "A roll-up leads back to itself",
        "A figure that is made from the scorecards below cannot be needed there first.",
        "Break the chain at one place: give one of these KPIs a source of its own.",
    ),
    Rule(
        "BSC411",
        Severity.ERROR,
        "A roll-up uses a KPI of a coarser frequency",
        "A quarterly figure says nothing about each of its months, so a monthly figure cannot be made from it.",
        "Give the rolled-up KPI the coarser frequency; finer figures below are aggregated by their own rule.",
    ),
)
