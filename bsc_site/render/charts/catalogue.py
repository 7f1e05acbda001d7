"""The catalogue: which element of an assessment has which chart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from bsc_site.model.concluded.assessment import KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.initiative import Initiative
from bsc_site.render.charts.gantt_charts.gantt_chart import gantt_chart
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.kpi_charts.kpi_chart import kpi_chart
from bsc_site.render.charts.kpi_charts.kpi_rows import Story
from bsc_site.render.charts.link_charts.link_chart import link_chart
from bsc_site.render.matter.site_part import SitePart, cards_of

Fill = Callable[[], Chart]


def charts_of(assessment: Assessment) -> dict[str, Chart]:
    """Element address to chart, as `charts_to_fill` has them."""
    return {address: fill() for address, fill in charts_to_fill(assessment).items()}


def charts_to_fill(assessment: Assessment, part: SitePart | None = None) -> dict[str, Fill]:
    """Element address to what fills the chart, in some milliseconds.

    `kpi/<id>` for each KPI with a value, and of every scorecard of the part `initiatives/<scorecard>` where there are
    any, and `link/<scorecard>/<from>/<to>` for each arrow of its map that was tested.
    """
    serving = _initiatives_by_kpi(assessment)
    charts: dict[str, Fill] = {}
    for name, assessed in assessment.kpis.items():
        if assessed.points:
            charts[f"kpi/{name}"] = partial(_of_kpi, assessment, assessed, serving.get(name, ()))
    for card in cards_of(assessment, part):
        name = card.scorecard.id
        if card.initiatives:
            charts[f"initiatives/{name}"] = partial(gantt_chart, card, assessment.as_of)
        charts |= {f"link/{name}/{key}": fill for key, fill in _links(card, assessment)}
    return charts


def _of_kpi(assessment: Assessment, assessed: KpiAssessment, initiatives: tuple[Initiative, ...]) -> Chart:
    return kpi_chart(_story(assessment, assessed, initiatives))


def _links(card: ScorecardAssessment, assessment: Assessment) -> Iterator[tuple[str, Fill]]:
    """Where several arrows join the same two objectives, the first has the chart."""
    for each in reversed(card.evidence):
        cause, outcome = (assessment.kpis.get(kpi or "") for kpi in (each.cause, each.outcome))
        if cause is not None and outcome is not None and each.lag is not None:
            yield f"{each.source}/{each.target}", partial(link_chart, each, cause, outcome)


def _story(assessment: Assessment, assessed: KpiAssessment, initiatives: tuple[Initiative, ...]) -> Story:
    card = assessment.scorecards[assessed.scorecard].scorecard
    return Story(assessed, card.words, initiatives)


def _initiatives_by_kpi(assessment: Assessment) -> dict[str, tuple[Initiative, ...]]:
    """KPI id to the initiatives that serve an objective which lists the KPI, in the order of the files."""
    found: dict[str, tuple[Initiative, ...]] = {}
    for card in assessment.scorecards.values():
        for each in card.initiatives.values():
            for kpi in _kpis_served(card, each.initiative):
                found[kpi] = (*found.get(kpi, ()), each.initiative)
    return found


def _kpis_served(card: ScorecardAssessment, initiative: Initiative) -> list[str]:
    objectives = (card.objectives[name] for name in initiative.serves if name in card.objectives)
    return list(dict.fromkeys(kpi for each in objectives for kpi in each.kpis))
