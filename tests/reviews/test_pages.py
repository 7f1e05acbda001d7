"""The pages of reviews, risks, benchmarks, people and teams, as Markdown."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bsc_site.compute.kpi.benchmark_position import position_of
from bsc_site.model.declared.kpi import Benchmark, Kpi
from bsc_site.render.addresses import Addresses
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.render.views.initiative_views.risks_view import rating_of
from bsc_site.render.views.kpi_views.benchmarks_view import POSITIONS
from tests.builders.meetings import KPI, PEOPLE, book, decision, review, reviewed

GOLDEN = Path(__file__).parent / "golden"
REVIEWS = (
    review("2025-Q2", by="ann", decisions=[decision(due="2025-08-31"), decision(text="Oil it", done="2025-09-02")]),
    review("2025-Q3", "objective/o", analysis="", recommendation="Ask <b>three</b> customers", audience=None),
)
RISK = {
    "id": "storm",
    "name": "Storm",
    "on": "kpi/k",
    "likelihood": 4,
    "impact": 4,
    "response": "Nail it",
    "owner": "bob",
}


def pages(*reviews: dict[str, Any], **options: Any) -> dict[str, str]:
    """Address to Markdown of every page."""
    return {page.address: page.markdown for page in render_pages(SiteMaterial(reviewed(*reviews, **options)))}


def words(markdown: str) -> str:
    """What a reader sees, on one line."""
    body = markdown.split("---\n", 2)[2]
    text = re.sub(r"<(svg|template).*?</\1>|<[^>]+>", " ", body, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text))


def without_map(markdown: str) -> str:
    """The page with its drawing, which has golden files of its own, left out."""
    return re.sub(r'<figure class="bsc-figure".*?</figure>', "<figure>the map</figure>", markdown, flags=re.DOTALL)


def test_a_review_page_is_as_it_was_agreed() -> None:
    page = without_map(pages(*REVIEWS, review_cadence="quarterly")["reviews/2025-Q2/"])
    assert page == (GOLDEN / "review.md").read_text(encoding="utf-8")


def test_each_period_has_a_page_and_the_next_meeting_has_its_pack() -> None:
    found = pages(*REVIEWS, review_cadence="quarterly")
    assert [each for each in found if each.startswith("reviews/2")] == [
        "reviews/2025-Q2/",
        "reviews/2025-Q3/",
        "reviews/2025-Q4/",
    ]
    assert "Still to be held. The next review looks at Q4 2025 and is due by 20 Jan 2026." in words(
        found["reviews/2025-Q4/"]
    )


def test_a_scorecard_that_was_never_reviewed_says_so_and_its_home_page_keeps_quiet() -> None:
    found = pages()
    assert "No review has decided anything yet." in words(found["reviews/"])
    assert "review_cadence: quarterly reviews: - period: 2027-Q1" in words(found["reviews/"])
    assert "What was decided" not in words(found[""])


def test_the_home_page_names_the_next_review_overdue_decisions_and_kpis_that_nobody_explains() -> None:
    home = words(pages(*REVIEWS, review_cadence="quarterly")[""])
    assert "The next review looks at Q4 2025 and is due by 20 Jan 2026 " in home
    assert "Visits Off track since Jul 2025, and nobody has said why" in home
    assert "Open a second door Overdue 35 days late due 31 Aug 2025 · Ann Lee · Visits" in home


def test_a_kpi_that_nobody_explains_gets_a_page_of_the_pack_that_says_so() -> None:
    page = words(pages(review("2025-Q3", "scorecard/c"))["reviews/2025-Q3/"])
    assert "Since Jul 2025, and nobody has said why or does anything about it." in page


def test_a_pack_tells_first_what_is_off_track_and_undone_and_then_every_kpi_and_what_was_said_before() -> None:
    """The review of Q3 comes after the one of Q2, whose remark stands beside the chart, and not the other way round."""
    later, earlier = (pages(*REVIEWS)[f"reviews/2025-Q{each}/"] for each in (3, 2))
    order = ("bsc-headline", 'id="points"', 'id="undone"', 'id="changed"', "<figure", "bsc-kpis", "bsc-red__words")
    places = [later.index(each) for each in order]
    assert places == sorted(places)
    assert "What reviews before said Review of Q2 2025 then At risk now Off track Analysis It rained" in words(later)
    assert "What reviews before said" not in words(earlier)


def test_a_review_is_told_on_the_page_of_its_kpi_and_of_its_objective() -> None:
    found = pages(*REVIEWS)
    assert "Review of Q2 2025 then At risk now Off track Analysis It rained Ann Lee Decision" in words(found["kpis/k/"])
    assert "Ask <b>three</b> customers" in words(found["objectives/o/"])


def test_a_person_sees_what_is_due_with_its_day_the_most_urgent_first() -> None:
    page = words(pages(*REVIEWS)["people/ann/"])
    assert page.index("Open a second door Visits Overdue 31 Aug 2025 35 days late") < page.index("Figure for Oct 2025")
    assert "Figure for Oct 2025 Visits Due 10 Nov 2025 in 36 days" in page


def test_a_team_has_a_page_with_what_its_people_have() -> None:
    page = words(pages(*REVIEWS)["teams/shop/"])
    assert "Ann Lee Head of shop Bob Ray" in page
    assert "Figure for Oct 2025 Visits Ann Lee Due 10 Nov 2025 in 36 days" in page


def test_teams_whose_names_resemble_each_other_have_different_pages() -> None:
    teams = ["Shop", "shop!", "Ö & Co", "日本"]
    people = [{"id": f"p{n}", "name": "P", "team": team} for n, team in enumerate(teams)]
    one = reviewed(people=[*PEOPLE, *people]).project
    assert Addresses(one).teams == {"Shop": "shop", "shop!": "shop-2", "Ö & Co": "o-co", "日本": "team"}


def test_the_page_of_duty_says_who_is_late_and_by_how_much() -> None:
    page = words(pages(as_of=date(2025, 11, 15))["people/"])
    assert "1 of 1 figure is late, the oldest by 5 days." in page
    assert "Visits Ann Lee Figure for Oct 2025 10 Nov 2025 5 days late 1 figure" in page


def test_nobody_is_late_where_no_figure_is_due() -> None:
    assert "No figure is late; 1 KPI to be kept up to date." in words(pages()["people/"])


def test_a_risk_stands_in_the_matrix_in_the_table_and_where_it_threatens() -> None:
    found = pages(risks=[RISK])
    page = words(found["risks/"])
    assert "The only risk is critical: Storm." in page
    assert "16 Critical 1 Storm 20 Critical" in page
    assert "1 Storm 16 Critical 4 Likely 4 Major Visits KPI Nail it Bob Ray" in page
    assert "What could go wrong Storm 16 Critical Nail it Bob Ray" in words(found["kpis/k/"])
    assert "What could go wrong Storm 16 Critical Nail it Bob Ray" in words(found["objectives/o/"])


def test_the_matrix_is_a_table_with_headings_for_rows_and_columns() -> None:
    matrix = pages(risks=[RISK])["risks/"].split("bsc-matrix")[1].split("</table>")[0]
    assert (matrix.count('<th scope="col">'), matrix.count('<th scope="row">'), matrix.count("<td")) == (6, 5, 25)


@pytest.mark.parametrize(
    ("likelihood", "impact", "word"),
    [
        (1, 4, "Low"),
        (1, 5, "Medium"),
        (3, 3, "Medium"),
        (2, 5, "High"),
        (3, 4, "High"),
        (3, 5, "Critical"),
        (5, 5, "Critical"),
    ],
)
def test_a_risk_is_rated_by_likelihood_times_impact(likelihood: int, impact: int, word: str) -> None:
    rating = rating_of(likelihood, impact)
    assert (rating.number, rating.word) == (str(likelihood * impact), word)


@pytest.mark.parametrize(
    ("direction", "value", "word"),
    [
        ("higher", 41, "Better"),
        ("higher", 40, "Within"),
        ("higher", 20, "Within"),
        ("higher", 19, "Worse"),
        ("lower", 41, "Worse"),
        ("lower", 19, "Better"),
        ("none", 41, "Above"),
        ("band", 19, "Below"),
        ("higher", None, "No value yet"),
    ],
)
def test_the_ends_of_a_benchmark_belong_to_it_and_the_direction_says_which_side_is_better(
    direction: str, value: float | None, word: str
) -> None:
    kpi = Kpi.model_validate({"id": "k", "name": "K", "direction": direction})
    assert POSITIONS[position_of(kpi, Benchmark(low=20, high=40, source="S"), value)].word == word


@pytest.mark.parametrize(
    ("year", "says"),
    [
        ({"year": 2021}, "S 2021 more than three years old"),
        ({"year": 2022}, "S 2022"),
        ({}, "S not given"),
    ],
)
def test_a_benchmark_older_than_three_years_is_flagged(year: dict[str, int], says: str) -> None:
    marked = KPI | {"benchmark": {"low": 2, "high": 4, "source": "S", **year}}
    page = words(pages(kpis=[marked])["benchmarks/"])
    assert page.rstrip().endswith(f"Visits 5 Sep 2025 2 to 4 Better {says}")


def test_a_page_of_a_kpi_says_how_old_its_benchmark_is() -> None:
    marked = KPI | {"benchmark": {"low": 2, "high": 4, "source": "S", "year": 2020}}
    assert "Benchmark 2 to 4 S, 2020, more than three years old" in words(pages(kpis=[marked])["kpis/k/"])


def test_what_reviewers_write_is_shown_as_text() -> None:
    page = pages(*REVIEWS)["reviews/2025-Q3/"]
    assert "<b>three</b>" not in page
    assert "Ask <b>three</b> customers" in words(page)


def test_reviews_and_risks_for_a_narrow_audience_stay_off_the_public_site() -> None:
    secret = review("2025-Q3", audience="board", analysis="Sell the shop")
    assert book(secret, audiences=["public", "board"]).meetings != ()
    hidden = reviewed(secret, audiences=["public", "board"], audience="public")
    assert hidden.reviews["c"].meetings == ()
