"""From the assessment of a scorecard to its strategy map."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bsc_site.model.concluded.assessment import ObjectiveAssessment, ScorecardAssessment
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.fields import Duration
from bsc_site.render.strategy_map.map_content import MapArrow, MapBox, MapColumn, MapRow, StrategyMap
from bsc_site.wording.language import say_count
from bsc_site.wording.status_text import stands_out

FEWEST_COLUMNS, MOST_COLUMNS = 2, 4


def from_assessment(
    assessment: ScorecardAssessment,
    href_of: Callable[[str], str],
    people: Mapping[str, str] | None = None,
    grades: Mapping[tuple[str, str], str] | None = None,
) -> StrategyMap:
    """The map of one scorecard, with only those objectives that the assessment holds.

    `href_of` gives the address of an objective's page, `people` names by id (the scorecard's own people otherwise),
    `grades` the grade of evidence by source and target. Themes become columns where there are two to four and each
    objective has exactly one; otherwise they only filter.
    """
    card = assessment.scorecard
    names = people if people is not None else {person.id: person.name for person in card.people}
    themes = tuple(MapColumn(theme.id, theme.name) for theme in card.themes)
    objectives = tuple(assessment.objectives.values())
    as_columns = FEWEST_COLUMNS <= len(themes) <= MOST_COLUMNS and all(len(o.objective.themes) == 1 for o in objectives)
    return StrategyMap(
        rows=tuple(
            MapRow(row.perspective.id, row.perspective.name, row.perspective.question)
            for row in assessment.perspectives.values()
        ),
        boxes=tuple(_box(each, card, names, href_of) for each in objectives),
        arrows=tuple(arrow for each in objectives for arrow in _arrows(each, grades or {})),
        columns=themes if as_columns else (),
        themes=themes,
    )


def _box(each: ObjectiveAssessment, card: Scorecard, names: Mapping[str, str], href_of: Callable[[str], str]) -> MapBox:
    objective = each.objective
    return MapBox(
        id=objective.id,
        row=each.perspective,
        column=objective.themes[0] if objective.themes else None,
        themes=objective.themes,
        name=objective.name,
        owner=names.get(objective.owner, objective.owner) if objective.owner else "",
        status=each.standing.status,
        status_name=card.words.of(each.standing.status, each.standing.score),
        stands_out=stands_out(card.words, each.standing.status, each.standing.score),
        score=each.standing.score,
        trend=each.trend,
        href=href_of(objective.id),
    )


def _arrows(each: ObjectiveAssessment, grades: Mapping[tuple[str, str], str]) -> list[MapArrow]:
    return [
        MapArrow(
            source=each.objective.id,
            target=drive.to,
            sign=drive.sign,
            lag_text=_lag_text(drive.lag) if drive.lag else "",
            grade=grades.get((each.objective.id, drive.to)),
            because=drive.because,
        )
        for drive in each.objective.drives
    ]


def _lag_text(lag: Duration) -> str:
    return {
        "day": say_count("{count} day", "{count} days", lag.count),
        "week": say_count("{count} week", "{count} weeks", lag.count),
        "month": say_count("{count} month", "{count} months", lag.count),
        "quarter": say_count("{count} quarter", "{count} quarters", lag.count),
        "year": say_count("{count} year", "{count} years", lag.count),
    }[lag.unit]
