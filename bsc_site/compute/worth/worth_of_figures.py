"""The data quality of every KPI whose figures are read: what was found, and how many points that is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from bsc_site.compute.known.memory import NO_MEMORY, Memory
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.changes import ChangeKind
from bsc_site.model.concluded.data_quality import DataQuality, KpiQuality, PartScore, QualityPart
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.period import Period
from bsc_site.model.provenance import Provenance
from bsc_site.model.series import Readings
from bsc_site.model.vocabularies import FreshnessWord, PointLabel

RECENT = 12
"""Of so many latest figures those beyond the limits are to be checked; older ones have been seen for long."""
_ON_TIME = {FreshnessWord.FRESH: 1.0, FreshnessWord.DUE: 1.0, FreshnessWord.OVERDUE: 0.5, FreshnessWord.STALE: 0.0}
_BEYOND = {PointLabel.ABOVE_LIMIT, PointLabel.BELOW_LIMIT}


def data_quality_of(
    assessment: Assessment, readings: Mapping[str, Readings], changed: Mapping[str, date], memory: Memory = NO_MEMORY
) -> DataQuality:
    """The data quality of the KPIs that are assessed, the worst first; `changed` is the day of each data file.

    KPIs that are computed, and those that never had a figure, have none.
    """
    found = [
        _quality(assessment, each, _Delivered(readings[name], changed), memory)
        for name, each in assessment.kpis.items()
        if name in readings and readings[name].rows and isinstance(each.origin, Provenance)
    ]
    return DataQuality({each.kpi: each for each in sorted(found, key=lambda each: (each.score, each.kpi))})


class _Delivered(NamedTuple):
    """What was read of a KPI, and the day of each data file."""

    readings: Readings
    days: Mapping[str, date]

    @property
    def changed(self) -> date | None:
        """The day of the last delivery of any of its files."""
        return max((self.days[file] for file in self.readings.files if file in self.days), default=None)


def _quality(assessment: Assessment, found: KpiAssessment, delivered: _Delivered, memory: Memory) -> KpiQuality:
    readings, changed = delivered.readings, delivered.changed
    news = assessment.changes.by_kpi.get(found.kpi.id, ())
    revised, compared = sum(each.kind is ChangeKind.REVISED for each in news), assessment.changes.since is not None
    word = assessment.words.get(found.kpi.id)
    at = word and (word, readings.files, readings.facts, readings.corrections, changed, revised, compared)

    def made() -> KpiQuality:
        figures, due = _coverage(found)
        known = KpiQuality(
            kpi=found.kpi.id,
            files=readings.files,
            steward=found.kpi.updater or found.kpi.owner,
            changed=changed,
            rows=readings.facts.rows,
            figures=figures,
            due=due,
            revised=revised,
            outliers=tuple(_outliers(found)),
            corrections=readings.corrections,
            expected=readings.facts.expected,
        )
        return _scored(known, found, compared=compared)

    return memory.recalled("quality", at, made)


def _coverage(found: KpiAssessment) -> tuple[int, int]:
    """How many complete periods have a figure, and how many should have one, without those that are said to be gone."""
    complete = [each.period for each in found.points if each.complete]
    if not complete:
        return 0, found.freshness.missed
    source = found.kpi.source
    gone = (*found.kpi.gone, *(source.gone if source else ()))
    known, first = {each.ordinal for each in complete}, complete[0]
    missing = (first.shift(at - first.ordinal) for at in range(first.ordinal, max(known)) if at not in known)
    missed = sum(not any(entry.means(each) for entry in gone) for each in missing)
    return len(known), len(known) + missed + found.freshness.missed


def _outliers(found: KpiAssessment) -> Iterator[Period]:
    noted = {each.period for each in found.points if each.note}
    for point in found.signal.points[-RECENT:]:
        if point.label in _BEYOND and point.period not in noted:
            yield point.period


def _scored(known: KpiQuality, found: KpiAssessment, *, compared: bool) -> KpiQuality:
    """The same with its parts: each that there is anything to look at."""
    recent = len(found.signal.points[-RECENT:])
    looked_at: dict[QualityPart, tuple[float, float]] = {
        QualityPart.TIMELY: (_ON_TIME[found.freshness.word], 1.0),
        QualityPart.COMPLETE: (known.figures, known.due),
        QualityPart.EXPECTED: (sum(not each.broken for each in known.expected), len(known.expected)),
        QualityPart.CLEAN: (known.rows.taken - known.corrected, known.rows.taken),
        QualityPart.STEADY: (known.figures - known.revised, known.figures if compared else 0),
        QualityPart.PLAUSIBLE: (recent - len(known.outliers), recent),
    }
    return replace(
        known, parts=tuple(PartScore(part, max(0.0, good), of) for part, (good, of) in looked_at.items() if of)
    )
