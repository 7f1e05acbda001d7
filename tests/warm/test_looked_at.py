"""What a page looks at is noted, and a page that is watched is the page that nobody watches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest

from bsc_site.model.concluded.assessment import Coverage, Freshness, ScorecardAssessment, Standing, Trend
from bsc_site.model.concluded.changes import Changes
from bsc_site.model.concluded.outlook import NO_FORECAST, NO_SIGNAL
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import Unexplained
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.vocabularies import FreshnessWord, Status, TrendWord
from bsc_site.publish.keeping.kept_pages import KeptPages
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.words import Words
from bsc_site.render.matter.looked_at import NAMES, LookedAt, part_at
from bsc_site.render.page import Page
from bsc_site.render.pages.site_pages import PageOutline, SiteMaterial, outlines_of, render_pages
from bsc_site.render.views.parts.listings import Listings
from tests.builders.company import assessed_company
from tests.builders.meetings import reviewed


def _built(folder: Path, whole: Assessment, problems: tuple[Problem, ...] = ()) -> tuple[dict[str, Page], set[str]]:
    """The pages of a build that keeps them, and the addresses of those that it found."""
    written: set[str] = set()
    with KeptResults(folder, "page") as results:
        material = SiteMaterial(whole, problems=problems)
        kept = KeptPages(results, Words(whole, {}), material)

        def page(outline: PageOutline, write: Callable[[PageOutline], Page]) -> Page:
            def noted(outline: PageOutline) -> Page:
                written.add(outline.at.address)
                return write(outline)

            return kept.page(outline, noted)

        pages = render_pages(replace(material, kept=page))
    return {each.address: each for each in pages}, {each.address for each in pages} - written


def _alone(whole: Assessment, problems: tuple[Problem, ...] = ()) -> dict[str, Page]:
    """The pages as nobody watches them."""
    return {each.address: each for each in render_pages(SiteMaterial(whole, problems=problems))}


ENTRY = {
    "period": "2025-Q1",
    "on": "kpi/k",
    "by": "ann",
    "analysis": "Because.",
    "decisions": [{"text": "Do", "owner": "ann"}],
}


@pytest.mark.parametrize("whole", [assessed_company(), reviewed(ENTRY)])
def test_pages_that_are_watched_are_the_same(tmp_path: Path, whole: Assessment) -> None:
    pages, _ = _built(tmp_path, whole)
    assert pages == _alone(whole)


def test_all_that_show_nothing_but_the_assessment_are_found_again(tmp_path: Path) -> None:
    """But for that of a review, which shows a map too."""
    first, _ = _built(tmp_path, assessed_company())
    again, found = _built(tmp_path, assessed_company())
    assert again == first
    assert found == {each.at.address for each in outlines_of(assessed_company()) if each.watched or each.matter}


def _kpi(**fields: object) -> Change:
    """One KPI is another, and nothing that follows from it: whoever looked at it must be made anew."""

    def changed(whole: Assessment) -> Assessment:
        found = whole.kpis["nps"]
        return replace(whole, kpis={**whole.kpis, "nps": replace(found, **fields)})  # type: ignore[arg-type]  # of a KPI

    return changed


def _card(whole: Assessment, **fields: object) -> Assessment:
    root = whole.project.root.id
    card: ScorecardAssessment = replace(whole.scorecards[root], **fields)  # type: ignore[arg-type]  # its fields
    return replace(whole, scorecards={**whole.scorecards, root: card})


def _objective(whole: Assessment) -> Assessment:
    goals = whole.scorecards[whole.project.root.id].objectives
    name = next(iter(goals))
    return _card(whole, objectives={**goals, name: replace(goals[name], standing=BAD)})


def _perspective(whole: Assessment) -> Assessment:
    rows = whole.scorecards[whole.project.root.id].perspectives
    name = next(iter(rows))
    return _card(whole, perspectives={**rows, name: replace(rows[name], standing=BAD)})


def _initiative(whole: Assessment) -> Assessment:
    plans = whole.scorecards[whole.project.root.id].initiatives
    return _card(whole, initiatives={name: replace(each, progress=0.01) for name, each in plans.items()})


Change: TypeAlias = "Callable[[Assessment], Assessment]"
BAD = Standing(Status.OFF_TRACK, 1.0, Coverage(1, 3), ())
CHANGES: dict[str, Change] = {
    "nothing": lambda whole: whole,
    "the status of a KPI": _kpi(status=Status.OFF_TRACK, score=2.0),
    "how fresh a KPI is": _kpi(freshness=Freshness(FreshnessWord.OVERDUE, None, None, None, 3)),
    "the score of a KPI": _kpi(score=2.5),
    "the trend of a KPI": _kpi(trend=Trend(TrendWord.WORSENING, -1.0, rising=False, run_length=3, n=9)),
    "the signal of a KPI": _kpi(signal=NO_SIGNAL, forecast=NO_FORECAST),
    "the figures of a KPI": _kpi(points=(), current=None, previous=None),
    "the standing of an objective": _objective,
    "the standing of a perspective": _perspective,
    "the standing of the scorecard": lambda whole: _card(whole, standing=BAD),
    "an initiative": _initiative,
    "the evidence": lambda whole: _card(whole, evidence=()),
    "the overviews": lambda whole: replace(
        whole, overviews={name: replace(each, examples=()) for name, each in whole.overviews.items()}
    ),
    "what became of reviews": lambda whole: replace(
        whole, reviews={name: replace(each, decisions=(), meetings=()) for name, each in whole.reviews.items()}
    ),
    "what changed": lambda whole: replace(whole, changes=Changes()),
    "the day": lambda whole: replace(whole, as_of=whole.as_of.replace(day=1)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_pages_that_looked_at_what_has_changed_are_written_anew(tmp_path: Path, change: str) -> None:
    """What is declared, such as an initiative, all pages have looked at."""
    whole = assessed_company()
    _built(tmp_path, whole)
    changed = CHANGES[change](whole)
    pages, found = _built(tmp_path, changed)
    assert pages == _alone(changed)
    assert bool(found) == (change not in {"the day", "an initiative"})


def test_a_figure_leaves_pages_of_other_objectives_alone(tmp_path: Path) -> None:
    whole = assessed_company()
    goals = whole.scorecards[whole.project.root.id].objectives
    _built(tmp_path, whole)
    _, found = _built(tmp_path, CHANGES["the figures of a KPI"](whole))
    kept = {name: f"objectives/{name}/" in found for name in goals}
    assert kept == {name: "nps" not in goal.kpis for name, goal in goals.items()}


def test_what_the_checks_found_is_looked_at_like_all_else(tmp_path: Path) -> None:
    whole, found = assessed_company(), problem("BSC301", Place("data/a.csv", 3), "a line")
    _built(tmp_path, whole)
    pages, kept = _built(tmp_path, whole, (found,))
    assert pages == _alone(whole, (found,))
    assert {each for each in pages if each.endswith("data-quality/")} == pages.keys() - kept - {"reviews/2025-Q1/"}


def test_a_page_stays_that_shows_another_fact_of_a_kpi(tmp_path: Path) -> None:
    whole = assessed_company()
    _built(tmp_path, whole)
    _, found = _built(tmp_path, CHANGES["the trend of a KPI"](whole))
    assert {"map/", "people/", "definitions/", "data-quality/"} <= found
    assert "scorecard/" not in found


def test_what_lists_a_kpi_is_known_of_a_scorecard_whichever_page_asks() -> None:
    whole, listings = assessed_company(), Listings()
    card = whole.scorecards[whole.project.root.id]
    listing = [name for name, goal in card.objectives.items() if "nps" in goal.kpis]
    looked = [LookedAt(whole).assessment.scorecards[card.scorecard.id] for _ in range(3)]
    assert [listings.of(each, "nps") for each in (*looked, card)] == [listing] * 4
    assert listing
    assert len(listings.known) == 1


def test_a_way_leads_to_what_was_asked_for() -> None:
    whole = assessed_company()
    looked = LookedAt(whole)
    seen = looked.assessment
    card = seen.scorecards[whole.project.root.id]
    assert (seen.as_of, card.scorecard, seen.kpis["nps"].kpi) == (
        whole.as_of,
        whole.project.root,
        whole.kpis["nps"].kpi,
    )
    assert looked.ways == {("", "kpi", "nps")}
    assert seen.kpis["nps"].status is whole.kpis["nps"].status
    assert seen.kpis["repeat-rate"].signal is whole.kpis["repeat-rate"].signal
    assert (seen.kpis["days"].by_hand, seen.kpis["days"].current) == (None, whole.kpis["days"].current)
    assert card.standing is whole.scorecards[card.scorecard.id].standing
    assert [*seen.reviews] == []
    assert seen.kpis.get("nobody") is None
    expected = {("", "calculation", "days"), ("", "current", "days"), ("", "status", "nps"), ("kpis", "repeat-rate")}
    expected |= {
        ("", "kpi", "nps"),
        ("scorecards", card.scorecard.id, "standing"),
        ("reviews", NAMES),
        ("kpis", "nobody"),
    }
    assert looked.ways == expected
    assert part_at(whole, ("kpis", "nps")) is whole.kpis["nps"]
    assert part_at(whole, ("reviews", NAMES)) == ()


@pytest.mark.parametrize("way", [("kpis", "nobody"), ("nothing",), ("as_of", "year"), ("kpis", "nps", "kpi", "name")])
def test_other_ways_lead_nowhere(way: tuple[str, ...]) -> None:
    with pytest.raises((KeyError, AttributeError)):
        part_at(assessed_company(), way)


def test_what_nobody_has_explained_leaves_pages_alone_that_show_decisions(tmp_path: Path) -> None:
    """Every page of an objective looks at reviews; which KPIs lack an analysis is told on few pages."""
    whole = reviewed(ENTRY)
    name = whole.project.root.id
    said = Unexplained("k", whole.kpis["k"].points[0].period, analysed=True, acted=True)
    changed = replace(whole, reviews={name: replace(whole.reviews[name], unexplained=(said,))})
    _built(tmp_path, whole)
    pages, found = _built(tmp_path, changed)
    assert pages == _alone(changed)
    assert "reviews/" not in found
    assert {f"objectives/{each}/" for each in whole.scorecards[name].objectives} <= found
