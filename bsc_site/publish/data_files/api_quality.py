"""The quality of the data in the published data."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.concluded.data_quality import DataQuality, KpiQuality
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.series import Mended
from bsc_site.publish.published_data.published_quality import (
    CorrectionEntry,
    ExpectationEntry,
    FileQualityEntry,
    KpiQualityEntry,
    PublishedQuality,
    QualityPartEntry,
    RowCountsEntry,
    StewardQualityEntry,
)
from bsc_site.publish.published_data.published_scorecard import ScorecardName


def published_quality(assessment: Assessment, card: ScorecardAssessment) -> PublishedQuality:
    """The quality of the data of the KPIs that a scorecard lists."""
    known = assessment.quality.of(card.kpis)
    return PublishedQuality(
        as_of=assessment.as_of,
        audience=assessment.audience,
        scorecard=ScorecardName(id=card.scorecard.id, title=card.scorecard.title),
        score=known.score,
        kpis=tuple(map(_kpi, known.kpis.values())),
        files=tuple(_files(known)),
        stewards=tuple(
            StewardQualityEntry(person=each.person, score=each.score, kpis=each.kpis) for each in known.stewards
        ),
    )


def _kpi(known: KpiQuality) -> KpiQualityEntry:
    return KpiQualityEntry(
        id=known.kpi,
        score=known.score,
        parts=tuple(
            QualityPartEntry(part=each.part, good=each.good, all=each.all, weight=each.weight, points=each.points)
            for each in known.parts
        ),
        steward=known.steward,
        files=known.files,
        last_changed=known.changed,
        rows=RowCountsEntry(read=known.rows.read, taken=known.rows.taken, used=known.rows.used),
        figures=known.figures,
        due=known.due,
        revised=known.revised,
        corrected=known.corrected,
        corrections=tuple(map(_correction, known.corrections)),
        to_check=tuple(map(str, known.outliers)),
        expectations=tuple(
            ExpectationEntry(key=each.key, bound=each.bound, broken=each.broken) for each in known.expected
        ),
    )


def _correction(cells: Mended) -> CorrectionEntry:
    return CorrectionEntry(
        by=cells.by,
        column=cells.column,
        what=cells.what,
        rows=cells.rows,
        was=cells.was,
        value=cells.value,
        file=cells.place.file,
        line=cells.place.line,
        because=cells.because,
    )


def _files(known: DataQuality) -> list[FileQualityEntry]:
    return [
        FileQualityEntry(file=each.file, score=each.score, kpis=each.kpis, rows=each.rows, last_changed=each.changed)
        for each in known.sources
    ]
