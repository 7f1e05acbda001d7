"""The published data: the assessment as JSON and CSV files that other programs read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from bsc_site.model.concluded.assessment import KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.problem import Problem
from bsc_site.model.value_class import dataclass
from bsc_site.publish.data_files.api_kpi import KpiSurroundings, kpi_detail, kpi_entry, kpi_head, surroundings_of
from bsc_site.publish.data_files.api_quality import published_quality
from bsc_site.publish.data_files.api_scorecard import published_scorecard
from bsc_site.publish.data_files.published_series import series_csv
from bsc_site.publish.published_data.published_json import json_bytes
from bsc_site.publish.published_data.published_kpi import KpiEntry, PublishedKpi
from bsc_site.publish.published_data.published_part import PublishedPart
from bsc_site.publish.published_data.published_quality import PublishedQuality
from bsc_site.publish.published_data.published_schema import schema_bytes
from bsc_site.publish.published_data.published_scorecard import PublishedScorecard
from bsc_site.publish.published_data.published_text import members
from bsc_site.render.matter.site_part import SitePart, cards_of

_DOCUMENTS: dict[str, type[PublishedPart]] = {
    "scorecard": PublishedScorecard,
    "kpi": PublishedKpi,
    "data-quality": PublishedQuality,
}


def documents(assessment: Assessment, problems: Iterable[Problem], part: SitePart | None = None) -> dict[str, bytes]:
    """Every published data file of the part by its path in the site: `api/v1/scorecard.json`, `api/v1/kpis/nps.json`,
    `api/v1/data-quality.json`, `data/nps.csv` and the JSON Schemas; those of a child scorecard below `s/<id>/`, for
    each KPI that it declares or lists.

    `problems` are those of the whole project and stand with the root alone, or the files of 200 scorecards would each
    repeat what is wrong with the other 199.
    """  # noqa: D205  # a list of addresses
    listed = tuple(problems)
    around, details = surroundings_of(assessment), _Details()
    schemas = {name: schema_bytes(document) for name, document in _DOCUMENTS.items()}
    files: dict[str, bytes] = {}
    for card in cards_of(assessment, part):
        home = around.addresses.home(card.scorecard.id)
        entries = _entries(assessment, card, around)
        own = listed if card.scorecard.id == assessment.project.root.id else ()
        scorecard = published_scorecard(assessment, card, entries.values(), own)
        files[f"{home}api/v1/scorecard.json"] = json_bytes(members(scorecard))
        files[f"{home}api/v1/data-quality.json"] = json_bytes(members(published_quality(assessment, card)))
        files |= {f"{home}api/v1/{name}.schema.json": schema for name, schema in schemas.items()}
        for kpi, entry in entries.items():
            found = assessment.kpis[kpi]
            detail, series = details.of(assessment, found)
            files[f"{home}api/v1/kpis/{kpi}.json"] = json_bytes(
                members(kpi_head(assessment, found)) | members(entry) | detail
            )
            files[f"{home}data/{kpi}.csv"] = series
    return files


def _entries(assessment: Assessment, card: ScorecardAssessment, around: KpiSurroundings) -> dict[str, KpiEntry]:
    objectives: dict[str, list[str]] = {}
    for each in card.objectives.values():
        for kpi in each.kpis:
            objectives.setdefault(kpi, []).append(each.objective.id)
    return {
        kpi: kpi_entry(assessment.kpis[kpi], objectives.get(kpi, ()), around, card.scorecard.words)
        for kpi in card.kpis
        if kpi in assessment.kpis
    }


@dataclass(frozen=True, slots=True)
class _Details:
    """What every scorecard says alike of a KPI, as JSON and as CSV: made once, however many scorecards list it."""

    made: dict[str, tuple[dict[str, str], bytes]] = field(default_factory=dict)

    def of(self, assessment: Assessment, found: KpiAssessment) -> tuple[dict[str, str], bytes]:
        """The members of its document, and its series."""
        made = self.made.get(found.kpi.id)
        if made is None:
            detail = kpi_detail(assessment, found)
            made = self.made[found.kpi.id] = members(detail), series_csv(detail.series)
        return made
