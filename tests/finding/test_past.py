"""How a scorecard stood: what is shown of an earlier period is what a build of that day says."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from bsc_site.compute.assess import assess
from bsc_site.compute.past.period_ends import with_past
from bsc_site.compute.series.project_series import build_series
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.project import Project
from bsc_site.pipeline import Examination, Order, examine
from bsc_site.publish.data_files.later_files import later_files
from bsc_site.publish.data_files.published_series import published_series
from bsc_site.render.views.parts.value_sentences import score_text
from bsc_site.wording.figures import period_text
from tests.builders.small_projects import assessed, kpi, project, readings
from tests.house.repository import ROOT

TODAY = date(2026, 11, 5)


@pytest.fixture(scope="module")
def examined() -> Examination:
    """The demo company as of a day of November."""
    return examine(Order(ROOT, TODAY))


@pytest.fixture(scope="module")
def by_figures() -> Project:
    """Its definitions without the status that somebody sets by hand, which did not hold at all times."""
    loaded = load_project(ROOT).project
    assert loaded is not None
    cards = [
        card.model_copy(update={"kpis": tuple(each.model_copy(update={"manual_status": None}) for each in card.kpis)})
        for card in loaded.scorecards
    ]
    return Project(tuple(cards))


def _at(day: date, one: Project, examined: Examination) -> Assessment:
    return assess(one, build_series(one, examined.readings, day).series, day, "public")


@pytest.fixture(scope="module")
def whole(by_figures: Project, examined: Examination) -> Assessment:
    """Its assessment with its past."""
    return with_past(_at(TODAY, by_figures, examined))


@pytest.mark.parametrize("day", [date(2026, 7, 31), date(2025, 12, 31), date(2024, 9, 30)])
def test_an_earlier_period_is_as_a_build_of_its_last_day_says(
    day: date, by_figures: Project, examined: Examination, whole: Assessment
) -> None:
    """Every status and score of every KPI and roll-up of all scorecards, to the last digit."""
    then = _at(day, by_figures, examined)
    for name, card in then.scorecards.items():
        (past,) = [each for each in whole.past[name] if each.period.end == day]
        assert (past.standing.status, past.standing.score) == (card.standing.status, card.standing.score)
        for mine, its in ((past.perspectives, card.perspectives), (past.objectives, card.objectives)):
            told = {each: (found.status, found.score) for each, found in mine.items()}
            assert told == {each: (found.standing.status, found.standing.score) for each, found in its.items()}
        for each, at in past.kpis.items():
            point = None if at is None else whole.kpis[each].points[at]
            expected = then.kpis[each]
            assert (point and point.period) == (expected.current and expected.current.period)
            assert point is None or (point.status, point.score) == (expected.status, expected.score)


def test_every_point_is_that_of_the_published_series(whole: Assessment) -> None:
    """Period, status and score, for each KPI of each scorecard."""
    files = later_files(whole)
    assert len([path for path in files if path.endswith("past.js")]) == len(whole.scorecards)
    for name, card in whole.scorecards.items():
        home = "" if name == whole.project.root.id else f"s/{name}/"
        told = _told(files[f"{home}scorecard/as-of/past.js"], name)
        for id_, (_, _, points, places, _) in zip(card.kpis, told["kpis"], strict=True):
            assert len(places) == len(told["periods"]) + 1
            found = whole.kpis[id_]
            columns = published_series(found.points).held
            judged = zip(columns["status"], columns["score"], strict=True)
            series = dict(zip(columns["period"], judged, strict=True))
            known = {period_text(each.period): str(each.period) for each in found.points}
            for period, _, _, mark, score in points:
                status, figure = series[known[period]]
                assert score == score_text(figure)
                assert told["marks"][mark][1] == card.scorecard.words.of(status, figure)


def _told(script: bytes, scorecard: str) -> dict[str, Any]:
    text = script.decode().removeprefix(f'(window.bscPast ??= {{}})["{scorecard}"] = ')
    told: dict[str, Any] = json.loads(text.removesuffix(";\n"))
    return told


def test_periods_begin_with_the_first_figures_and_end_before_the_day() -> None:
    """The newest first; quarters where nothing is measured more often; none without figures."""
    monthly = assessed(project(kpi()), readings("k", {"2025-02": 1, "2025-05": 2}), as_of=date(2025, 7, 10))
    found = with_past(monthly).past["c"]
    assert [str(each.period) for each in found] == ["2025-06", "2025-05", "2025-04", "2025-03", "2025-02"]
    assert [each.kpis["k"] for each in found] == [1, 1, 0, 0, 0]
    quarterly = assessed(project(kpi(frequency="quarterly")), readings("k", {"2025-Q1": 1}), as_of=date(2025, 7, 10))
    assert [str(each.period) for each in with_past(quarterly).past["c"]] == ["2025-Q2", "2025-Q1"]
    empty = with_past(assessed(project(kpi())))
    assert (empty.past["c"], list(later_files(empty))) == ((), ["scorecard/what-if.js"])


def test_what_an_audience_may_not_see_is_in_no_file() -> None:
    """The file is made of what the readers see."""
    secret = kpi(id="secret", name="Hidden away", audience="board")
    one = project(kpi(), secret, audiences=["public", "board"])
    rows = readings("k", {"2025-01": 1}), readings("secret", {"2025-01": 7})
    told = b"".join(later_files(with_past(assessed(one, *rows, audience="public"))).values())
    assert b'"K"' in told
    assert b"Hidden" not in told
    assert b"secret" not in told
