"""Builders: small projects and readings, written as a test needs them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from bsc_site.compute.assess import assess
from bsc_site.compute.series.project_series import BuiltSeries, build_series
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard, StatusNames
from bsc_site.model.period import parse_period
from bsc_site.model.problem import Place
from bsc_site.model.provenance import Provenance, TableOrigin
from bsc_site.model.series import Observation, Reading, Readings, Series
from bsc_site.wording.calculations.calculation_text import calculation_steps

AS_OF = date(2025, 12, 31)


def kpi(**keys: Any) -> dict[str, Any]:
    """The keys of a KPI as YAML has them; id and name are filled in."""
    return {"id": "k", "name": "K"} | keys


def declared(**keys: Any) -> Kpi:
    """A KPI as the loader would hand it over."""
    return Kpi.model_validate(kpi(**keys))


def scorecard(**keys: Any) -> Scorecard:
    """A scorecard of these keys; id and title are filled in."""
    year = {"year_starts": keys.get("fiscal_year_starts", 1)}
    return Scorecard.model_validate({"id": "c", "title": "C"} | keys, context=year)


def card(*kpis: dict[str, Any], **keys: Any) -> Scorecard:
    """A scorecard with these KPIs, all of them under one objective unless perspectives are given."""
    names = [each["id"] for each in kpis]
    rows = [{"id": "p", "name": "P", "objectives": [{"id": "o", "name": "O", "kpis": names}]}]
    return scorecard(**{"kpis": list(kpis), "perspectives": rows} | keys)


def project(*kpis: dict[str, Any], **keys: Any) -> Project:
    """A project of one scorecard."""
    return Project((card(*kpis, **keys),))


def monthly(values: Sequence[float], start: str = "2025-01") -> dict[str, float]:
    """Values month by month."""
    first = parse_period(start)
    return {str(first.shift(index)): value for index, value in enumerate(values)}


def readings(
    name: str, figures: Mapping[str, Any] | Iterable[tuple[str, Any]], covers_to: str | None = None
) -> Readings:
    """Rows of one KPI: period to value, or to (numerator, denominator), or to the fields of a Reading."""
    pairs = figures.items() if isinstance(figures, Mapping) else figures
    rows = tuple(_reading(period, figure, line) for line, (period, figure) in enumerate(pairs, 2))
    origin = Provenance((TableOrigin(f"data/{name}.csv"),))
    return Readings(name, rows, origin, covers_to=None if covers_to is None else parse_period(covers_to))


def _reading(period: str, figure: Any, line: int) -> Reading:
    when, place = parse_period(period), Place("data/x.csv", line)
    if isinstance(figure, tuple):
        return Reading(when, place, numerator=figure[0], denominator=figure[1])
    if isinstance(figure, dict):
        return Reading(when, place, **figure)
    return Reading(when, place, figure)


def built(one: Project, *rows: Readings, as_of: date = AS_OF) -> BuiltSeries:
    """The series of a project from these readings."""
    return build_series(one, {each.kpi: each for each in rows}, as_of)


def figures_of(series: Series) -> dict[str, float]:
    """Period to value."""
    return {str(each.period): each.value for each in series.observations}


def observed(figures: Mapping[str, float]) -> tuple[Observation, ...]:
    """Complete observations."""
    return tuple(Observation(parse_period(period), value) for period, value in figures.items())


def course(values: Sequence[float], start: str = "2025-01") -> tuple[Observation, ...]:
    """Complete observations one after the other, from the period `start` on."""
    return observed(monthly(values, start))


def assessed(one: Project, *rows: Readings, as_of: date = AS_OF, audience: str | None = None) -> Assessment:
    """The whole way from readings to the assessment."""
    return assess(one, built(one, *rows, as_of=as_of).series, as_of, audience)


def judged(keys: dict[str, Any], figures: Mapping[str, Any], as_of: date = AS_OF, **card_keys: Any) -> KpiAssessment:
    """The assessment of a single KPI."""
    one = project(keys, **card_keys)
    return assessed(one, readings(keys["id"], figures), as_of=as_of).kpis[keys["id"]]


def calculation_told(found: KpiAssessment, **names: str) -> tuple[str, ...]:
    """The calculation of a KPI in words, the statuses by these names."""
    return calculation_steps(found, StatusNames.model_validate(names))
