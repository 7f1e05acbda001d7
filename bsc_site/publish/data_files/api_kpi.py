"""A KPI in the published data: its entry in the scorecard's document, and what its own document adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.overview import BenchmarkPosition, Duty
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.scorecard import Scorecard, StatusNames
from bsc_site.model.value_class import dataclass
from bsc_site.publish.data_files import api_outlook
from bsc_site.publish.data_files.api_breakdowns import breakdowns
from bsc_site.publish.data_files.api_definition import definition
from bsc_site.publish.data_files.api_overview import duty_facts
from bsc_site.publish.data_files.published_series import published_series
from bsc_site.publish.published_data.published_columns import digits_beside
from bsc_site.publish.published_data.published_kpi import KpiDetail, KpiEntry, KpiHead
from bsc_site.render.addresses import Addresses
from bsc_site.wording.calculations.calculation_text import calculation_steps


def kpi_head(assessment: Assessment, found: KpiAssessment) -> KpiHead:
    """What the document of a KPI begins with."""
    return KpiHead(as_of=assessment.as_of, audience=assessment.audience, scorecard=found.scorecard)


@dataclass(frozen=True, slots=True)
class KpiSurroundings:
    """What is said of each KPI besides its assessment: its page, its position against others, its next figure."""

    addresses: Addresses
    positions: Mapping[str, BenchmarkPosition]
    duties: Mapping[str, Duty]


def surroundings_of(assessment: Assessment) -> KpiSurroundings:
    """Of all KPIs, by their ids."""
    overviews = assessment.overviews.values()
    positions = {kpi: position for each in overviews for kpi, position in each.benchmarks.items()}
    duties = {duty.kpi: duty for each in overviews for duty in each.roster.duties}
    return KpiSurroundings(Addresses(assessment.project), positions, duties)


def kpi_entry(found: KpiAssessment, objectives: Sequence[str], around: KpiSurroundings, names: StatusNames) -> KpiEntry:
    """The KPI where it stands now; `objectives` and `names` are those of the scorecard that lists it."""
    kpi, current, trend = found.kpi, found.current, found.trend
    expected = current.expected if current else None
    duty = around.duties.get(kpi.id)
    return KpiEntry(
        id=kpi.id,
        name=kpi.name,
        objectives=tuple(objectives),
        owner=kpi.owner,
        unit=kpi.unit,
        direction=kpi.direction,
        kind=kpi.kind,
        frequency=kpi.frequency,
        period=str(current.period) if current else None,
        value=current.value if current else None,
        target=expected.target if expected else None,
        target_low=expected.low if expected else None,
        target_high=expected.high if expected else None,
        red_flag=expected.red_flag if expected else None,
        status=found.status,
        status_name=names.of(found.status, found.score),
        score=found.score,
        rating=found.ratings[-1].rating if found.ratings else None,
        rating_period=str(found.ratings[-1].period) if found.ratings else None,
        rated_by=kpi.rated_by,
        progress=found.progress,
        pace=found.pace,
        trend=trend.word,
        slope=trend.slope,
        run_length=trend.run_length,
        variation=api_outlook.variation(found),
        assurance=api_outlook.assurance(found),
        freshness=found.freshness.word,
        chance=found.forecast.next_chance,
        url=around.addresses.kpi(kpi.id),
        benchmark_position=around.positions.get(kpi.id),
        duty=duty_facts(duty) if duty else None,
    )


def kpi_detail(found: KpiAssessment, home: Scorecard) -> KpiDetail:
    """What every scorecard says alike of a KPI, which is declared in the scorecard `home`."""
    digits = digits_beside(each.value for each in found.points)
    return KpiDetail(
        definition=definition(found, home),
        calculation=calculation_steps(found, home.words),
        series=published_series(found.points, home.words, digits),
        breakdowns=breakdowns(found, home.words),
        spc=api_outlook.control_chart(found, digits),
        forecast=api_outlook.forecast(found, digits),
        chance=api_outlook.chances(found),
    )
