"""The published data: the assessment as JSON and CSV files that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from typing import TypeAlias

from bsc_site.model.concluded.assessment import KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.problem import Problem
from bsc_site.model.value_class import dataclass
from bsc_site.publish.data_files.api_kpi import KpiSurroundings, kpi_detail, kpi_entry, kpi_head, surroundings_of
from bsc_site.publish.data_files.api_quality import published_quality
from bsc_site.publish.data_files.api_scorecard import published_scorecard
from bsc_site.publish.data_files.published_series import series_csv
from bsc_site.publish.published_data.published_json import joined, json_bytes
from bsc_site.publish.published_data.published_kpi import KpiEntry, PublishedKpi
from bsc_site.publish.published_data.published_part import PublishedPart
from bsc_site.publish.published_data.published_quality import PublishedQuality
from bsc_site.publish.published_data.published_schema import schema_bytes
from bsc_site.publish.published_data.published_scorecard import PublishedScorecard
from bsc_site.publish.published_data.published_text import members
from bsc_site.render.matter.site_part import SitePart, cards_of

Detail: TypeAlias = "tuple[bytes, bytes, bytes]"
"""What is said of a KPI beside its place in a scorecard: its chances and the members with which its document ends, as
JSON, and its CSV."""
_DOCUMENTS: dict[str, type[PublishedPart]] = {
    "scorecard": PublishedScorecard,
    "kpi": PublishedKpi,
    "data-quality": PublishedQuality,
}


Make: TypeAlias = "Callable[[str, Callable[[], Detail]], Detail]"
"""The detail of the KPI with this id, by what makes it or from what was made before."""


def made_anew(_: str, make: Callable[[], Detail]) -> Detail:
    """As `make` makes it."""
    return make()


def documents(
    assessment: Assessment, problems: Iterable[Problem], make: Make = made_anew, part: SitePart | None = None
) -> dict[str, bytes]:
    """Every published data file of the part by its path in the site: `api/v1/scorecard.json`, `api/v1/kpis/nps.json`,
    `api/v1/data-quality.json`, `data/nps.csv` and the JSON Schemas; those of a child scorecard below `s/<id>/`, for
    each KPI that it declares or lists.

    `problems` are those of the whole project and stand with the root alone, or the files of 200 scorecards would each
    repeat what is wrong with the other 199.
    """  # noqa: D205  # a list of addresses
    listed = tuple(problems)
    around, details = surroundings_of(assessment), _Details(make)
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
            chances, end, series = details.of(assessment, found)
            told = members(kpi_head(assessment, found)) | members(entry) | {"chance": chances.decode()}
            files[f"{home}api/v1/kpis/{kpi}.json"] = b"".join((b"{\n", joined(told).encode(), b",\n", end, b"\n}\n"))
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

    make: Make
    made: dict[str, Detail] = field(default_factory=dict)

    def of(self, assessment: Assessment, found: KpiAssessment) -> Detail:
        """The members of its document, and its series."""
        kpi = found.kpi.id
        if kpi not in self.made:
            home = assessment.scorecards[found.scorecard].scorecard
            self.made[kpi] = self.make(kpi, lambda: _detail(found, home))
        return self.made[kpi]


def _detail(found: KpiAssessment, home: Scorecard) -> Detail:
    detail = kpi_detail(found, home)
    told = members(detail)
    chances = told.pop("chance")
    return chances.encode(), joined(told).encode(), series_csv(detail.series)
