"""The published data: the assessment as JSON and CSV files that other programs read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bsc_site.model.concluded.assessment import (
    Coverage,
    InitiativeAssessment,
    KpiAssessment,
    ObjectiveAssessment,
    PerspectiveAssessment,
    ScorecardAssessment,
)
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.period import Period
from bsc_site.model.problem import Problem
from bsc_site.model.vocabularies import FreshnessWord
from bsc_site.publish.data_files import api_outlook
from bsc_site.publish.data_files.api_definition import definition
from bsc_site.publish.data_files.api_schemas import SCHEMA_VERSION, kpi_schema, scorecard_schema
from bsc_site.publish.data_files.published_json import Ready, all_ready, json_bytes, plain
from bsc_site.publish.data_files.published_series import published_series
from bsc_site.render.addresses import Addresses
from bsc_site.wording.calculations.calculation_text import calculation_steps


def documents(assessment: Assessment, problems: Iterable[Problem]) -> dict[str, bytes]:
    """Every published data file by its path in the site: `api/v1/scorecard.json`, `api/v1/kpis/nps.json`,
    `data/nps.csv` and the JSON Schemas; those of a child scorecard below `s/<id>/`, for each KPI that it declares or
    lists.

    `problems` are those of the whole project and stand with the root alone, or the files of 200 scorecards would each
    repeat what is wrong with the other 199.
    """  # noqa: D205  # a list of addresses
    addresses = Addresses(assessment.project)
    listed = [_problem(each) for each in problems]
    root = assessment.project.root.id
    files: dict[str, bytes] = {}
    details: dict[str, tuple[dict[str, Ready], bytes]] = {}
    for card in assessment.scorecards.values():
        home = addresses.home(card.scorecard.id)
        objectives = _objectives_by_kpi(card)
        entries = {
            each: _kpi(assessment.kpis[each], objectives.get(each, []), addresses)
            for each in card.kpis
            if each in assessment.kpis
        }
        files[f"{home}api/v1/scorecard.json"] = json_bytes(
            _scorecard(assessment, card, entries, listed if card.scorecard.id == root else [])
        )
        files[f"{home}api/v1/scorecard.schema.json"] = json_bytes(scorecard_schema())
        files[f"{home}api/v1/kpi.schema.json"] = json_bytes(kpi_schema())
        for kpi, entry in entries.items():
            found = assessment.kpis[kpi]
            detail, series = details.get(kpi) or details.setdefault(kpi, _detail(assessment, found))
            files[f"{home}api/v1/kpis/{kpi}.json"] = json_bytes(_kpi_head(assessment, found) | entry | detail)
            files[f"{home}data/{kpi}.csv"] = series
    return files


def _scorecard(
    assessment: Assessment,
    card: ScorecardAssessment,
    kpis: Mapping[str, dict[str, Any]],
    problems: list[dict[str, Any]],
) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": assessment.as_of.isoformat(),
        "audience": assessment.audience,
        "scorecard": {"id": card.scorecard.id, "title": card.scorecard.title},
        "score": plain(card.standing.score),
        "status": card.standing.status.value,
        "coverage": _coverage(card.standing.coverage),
        "freshness": {word.value: card.freshness.get(word, 0) for word in FreshnessWord},
        "perspectives": [_perspective(each) for each in card.perspectives.values()],
        "objectives": [_objective(each) for each in card.objectives.values()],
        "kpis": list(kpis.values()),
        "links": api_outlook.links(card, assessment.kpis),
        "initiatives": [_initiative(each, assessment.kpis) for each in card.initiatives.values()],
        "problems": problems,
    }


def _kpi_head(assessment: Assessment, found: KpiAssessment) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": assessment.as_of.isoformat(),
        "audience": assessment.audience,
        "scorecard": found.scorecard,
    }


def _detail(assessment: Assessment, found: KpiAssessment) -> tuple[dict[str, Ready], bytes]:
    """What every scorecard says alike of a KPI, as JSON and as CSV: made once, however many scorecards list it."""
    series = published_series(found.points)
    names = assessment.scorecards[found.scorecard].scorecard.status_names
    detail = {
        "definition": definition(found),
        "calculation": list(calculation_steps(found, names)),
        "series": series.lines,
        "spc": api_outlook.control_chart(found),
        "forecast": api_outlook.forecast(found),
        "chance": api_outlook.chances(found),
    }
    return all_ready(detail), series.csv


def _kpi(found: KpiAssessment, objectives: list[str], addresses: Addresses) -> dict[str, Any]:
    kpi, current, trend = found.kpi, found.current, found.trend
    expected = current.expected if current else None
    return {
        "id": kpi.id,
        "name": kpi.name,
        "objectives": objectives,
        "owner": kpi.owner,
        "unit": kpi.unit,
        "direction": kpi.direction.value,
        "kind": kpi.kind.value,
        "frequency": kpi.frequency.value,
        "period": str(current.period) if current else None,
        "value": plain(current.value) if current else None,
        "target": plain(expected.target) if expected else None,
        "target_low": plain(expected.low) if expected else None,
        "target_high": plain(expected.high) if expected else None,
        "red_flag": plain(expected.red_flag) if expected else None,
        "status": found.status.value,
        "score": plain(found.score),
        "progress": plain(found.progress),
        "pace": plain(found.pace),
        "trend": trend.word.value,
        "slope": plain(trend.slope),
        "run_length": trend.run_length,
        "variation": api_outlook.variation(found),
        "assurance": api_outlook.assurance(found),
        "freshness": found.freshness.word.value,
        "chance": plain(found.forecast.next_chance),
        "url": addresses.kpi(kpi.id),
    }


def _perspective(found: PerspectiveAssessment) -> dict[str, Any]:
    return {
        "id": found.perspective.id,
        "name": found.perspective.name,
        "score": plain(found.standing.score),
        "status": found.standing.status.value,
        "coverage": _coverage(found.standing.coverage),
    }


def _objective(found: ObjectiveAssessment) -> dict[str, Any]:
    return {
        "id": found.objective.id,
        "name": found.objective.name,
        "perspective": found.perspective,
        "owner": found.objective.owner,
        "score": plain(found.standing.score),
        "status": found.standing.status.value,
        "coverage": _coverage(found.standing.coverage),
        "trend": found.trend.value,
    }


def _initiative(found: InitiativeAssessment, kpis: Mapping[str, KpiAssessment]) -> dict[str, Any]:
    plan = found.initiative
    return {
        "id": plan.id,
        "name": plan.name,
        "status": found.status.value,
        "progress": plain(found.progress),
        "start": _period(plan.start),
        "end": _period(plan.end),
        "budget": plain(plan.budget),
        "spent": plain(plan.spent),
        "effect": api_outlook.effects(found, kpis),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.place.file,
        "line": problem.place.line,
        "message": problem.message,
    }


def _coverage(coverage: Coverage) -> dict[str, int]:
    return {"scored": coverage.scored, "total": coverage.total}


def _period(period: Period | None) -> str | None:
    return str(period) if period else None


def _objectives_by_kpi(card: ScorecardAssessment) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in card.objectives.values():
        for kpi in each.kpis:
            found.setdefault(kpi, []).append(each.objective.id)
    return found
