"""From the assessment of a scorecard to its strategy map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from bsc_site.model.concluded.assessment import KpiAssessment, ObjectiveAssessment, ScorecardAssessment
from bsc_site.model.concluded.evidence import LinkEvidence
from bsc_site.model.declared.scorecard import Drive
from bsc_site.model.fields import Duration
from bsc_site.model.value_class import dataclass
from bsc_site.render.strategy_map.courses import courses_of
from bsc_site.render.strategy_map.geometry.map_content import (
    Course,
    MapArrow,
    MapBox,
    MapKpi,
    MapRow,
    MapTheme,
    StrategyMap,
)
from bsc_site.wording.language import say_count
from bsc_site.wording.status_text import stands_out

MARKERS = "ABCDEFGHIJ"
FEWEST_THEMES = 2


def _nowhere(*_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class MapWays:
    """Where a map leads: the pages of objectives and KPIs by their ids, and the evidence by both ends of an arrow."""

    objective: Callable[[str], str]
    kpi: Callable[[str], str] = _nowhere
    evidence: Callable[[str, str], str] = _nowhere


@dataclass(frozen=True)
class _Known:
    """What boxes and arrows of one map are made from."""

    card: ScorecardAssessment
    ways: MapWays
    people: Mapping[str, str]
    kpis: Mapping[str, KpiAssessment]
    markers: Mapping[str, str]
    courses: Mapping[str, Course]
    evidence: Mapping[tuple[str, str], LinkEvidence] = field(default_factory=dict)

    def kpi(self, kpi: str | None) -> tuple[MapKpi, ...]:
        """The KPI by its id, with its course where the map shows that; nothing where readers do not see it."""
        found = self.kpis.get(kpi or "")
        if found is None or kpi is None:
            return ()
        return (MapKpi(kpi, found.kpi.name, self.ways.kpi(kpi), self.courses.get(kpi, ())),)


def from_assessment(
    assessment: ScorecardAssessment,
    ways: MapWays,
    people: Mapping[str, str] | None = None,
    kpis: Mapping[str, KpiAssessment] | None = None,
) -> StrategyMap:
    """The map of one scorecard, with only those objectives that the assessment holds.

    `people` are names by id (the scorecard's own people otherwise), `kpis` those whose figures are drawn. Objectives
    carry the markers of their themes where there are two themes or more.
    """
    card = assessment.scorecard
    names = people if people is not None else {person.id: person.name for person in card.people}
    objectives = tuple(assessment.objectives.values())
    used = {theme for each in objectives for theme in each.objective.themes}
    chosen = [theme for theme in card.themes if theme.id in used]
    marked = FEWEST_THEMES <= len(chosen) <= len(MARKERS)
    markers = {theme.id: MARKERS[place] if marked else "" for place, theme in enumerate(chosen)}
    evidence = {(each.source, each.target): each for each in assessment.evidence}
    shown = [found for each in (kpis or {}) if (found := (kpis or {})[each]).points]
    courses = courses_of(shown, _drawn(objectives, assessment.evidence))
    known = _Known(assessment, ways, names, kpis or {}, markers, courses, evidence)
    return StrategyMap(
        rows=tuple(
            MapRow(row.perspective.id, row.perspective.name, row.perspective.question)
            for row in assessment.perspectives.values()
        ),
        boxes=tuple(_box(each, known) for each in objectives),
        arrows=tuple(_arrow(each, drive, known) for each in objectives for drive in each.objective.drives),
        themes=tuple(MapTheme(theme.id, theme.name, markers.get(theme.id, "")) for theme in card.themes),
    )


def _drawn(objectives: Iterable[ObjectiveAssessment], evidence: Iterable[LinkEvidence]) -> frozenset[str]:
    """The KPIs whose course the map may show: the first of each objective, those that stand for cause and effect."""
    twins = (kpi for each in evidence for kpi in (each.cause, each.outcome) if kpi)
    return frozenset((*(kpi for each in objectives for kpi in each.kpis[:1]), *twins))


def _box(each: ObjectiveAssessment, known: _Known) -> MapBox:
    objective, card, score = each.objective, known.card.scorecard, each.standing.score
    return MapBox(
        id=objective.id,
        row=each.perspective,
        themes=objective.themes,
        name=objective.name,
        owner=known.people.get(objective.owner, objective.owner) if objective.owner else "",
        owner_id=objective.owner or "",
        marker="".join(known.markers.get(theme, "") for theme in objective.themes),
        status=each.standing.status,
        status_name=card.words.of(each.standing.status, score),
        stands_out=stands_out(card.words, each.standing.status, score),
        score=None if score is None else float(round(score)),  # as it is shown: else the least change draws all anew
        trend=each.trend,
        href=known.ways.objective(objective.id),
        kpis=tuple(kpi for id_ in each.kpis for kpi in known.kpi(id_)),
    )


def _arrow(each: ObjectiveAssessment, drive: Drive, known: _Known) -> MapArrow:
    source = each.objective.id
    found = known.evidence.get((source, drive.to))
    return MapArrow(
        source=source,
        target=drive.to,
        sign=drive.sign,
        lag_text=_lag_text(drive.lag) if drive.lag else "",
        grade=found.grade.value.replace("_", " ") if found else None,
        because=drive.because,
        href=known.ways.evidence(source, drive.to) or known.ways.objective(drive.to),
        twin=(*known.kpi(found.cause), *known.kpi(found.outcome)) if found else (),
    )


def _lag_text(lag: Duration) -> str:
    return {
        "day": say_count("{count} day", "{count} days", lag.count),
        "week": say_count("{count} week", "{count} weeks", lag.count),
        "month": say_count("{count} month", "{count} months", lag.count),
        "quarter": say_count("{count} quarter", "{count} quarters", lag.count),
        "year": say_count("{count} year", "{count} years", lag.count),
    }[lag.unit]
