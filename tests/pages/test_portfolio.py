"""The portfolio page of a small company, as it stands in its Markdown."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bsc_site.model.concluded.assessment import PlanReason
from bsc_site.model.concluded.evidence import InitiativeEffect, TooFewAfter, TooFewBefore
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import InitiativeStatus
from bsc_site.render.page import Page
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.small_projects import assessed, kpi, monthly, readings

GOLDEN = Path(__file__).parent / "golden" / "portfolio.md"
ROWS = [
    {"id": "top", "name": "Top", "objectives": [{"id": "grow", "name": "Grow", "kpis": ["k"]}]},
    {"id": "low", "name": "Low", "objectives": [{"id": "learn", "name": "Learn"}]},
]
WORKS = [
    {
        "id": "app", "name": "App", "owner": "ann", "serves": ["grow", "learn"], "start": "2025-01", "end": "2025-12",
        "budget": 120000, "spent": 80000, "progress": "60%",
        "milestones": [{"name": "Beta", "due": "2025-05", "done": "2025-05-20"}, {"name": "Live", "due": "2025-10"}],
    },
    {
        "id": "depot", "name": "Depot", "start": "2025-03", "end": "2025-06", "budget": 50000, "spent": 10000,
        "progress": "50%", "depends_on": ["app"],
    },
]  # fmt: skip


def pages(**names: str) -> dict[str, Page]:
    """Its pages on 10 July 2025."""
    keys = {
        "id": "c", "title": "Company", "currency": "EUR", "perspectives": ROWS, "initiatives": WORKS,
        "people": [{"id": "ann", "name": "Ann Lee"}], "status_names": names,
        "kpis": [kpi(name="Revenue", incentive="a tenth of the bonus", owner="ann")],
    }  # fmt: skip
    one = Project((Scorecard.model_validate(keys),))
    found = assessed(one, readings("k", monthly([50.0] * 6)), as_of=date(2025, 7, 10))
    return {page.address: page for page in render_pages(SiteMaterial(found))}


def words(page: Page) -> str:
    """What a reader sees, on one line."""
    text = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", page.markdown.split("---\n", 2)[2], flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text))


def test_the_page_is_the_reviewed_one() -> None:
    """Earned 72,000 of 120,000 and 25,000 of 50,000, against 80,000 and 10,000 spent: 7,000 more than was spent."""
    assert pages()["initiatives/"].markdown == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "told",
    [
        "Budget € 170,000 Spent € 90,000 53 % of the budget Earned € 97,000 budget × progress",
        "App € 120,000 € 80,000 € 72,000 −€ 8,000",
        "Depot € 50,000 € 10,000 € 25,000 +€ 15,000",
        "All initiatives € 170,000 € 90,000 € 97,000 +€ 7,000",
        "shared evenly between the objectives that it serves",
        "Top € 60,000 35 % € 40,000 App Low € 60,000 35 % € 40,000 App No objective € 50,000 29 % € 10,000 Depot",
        "Depot waits for App Missed Mar 2025 – Jun 2025 50 % — 10 days late",
        "Initiatives that serve no objective: Depot",
        "What pay depends on KPIs that pay depends on KPI Status Tied to Owner Revenue",
        "a tenth of the bonus Ann Lee",
    ],
)
def test_the_portfolio_tells_what_the_work_costs_and_for_what(told: str) -> None:
    """Worked out by hand; statuses in the organisation's own words."""
    text = re.sub(r"\{ #\w+ \} ", "", words(pages(off_track="Missed")["initiatives/"]))
    assert told in text


def test_what_is_behind_plan_stands_first_and_an_empty_portfolio_says_what_to_write() -> None:
    """Depot is off track, App is not; a scorecard without initiatives shows the first lines of one."""
    page = pages()["initiatives/"].markdown
    table = page[page.index('id="work"') :]
    assert table.index("depot/index.html") < table.index("app/index.html")
    one = Project((Scorecard.model_validate({"id": "c", "title": "C", "perspectives": ROWS, "kpis": [kpi()]}),))
    found = assessed(one, readings("k", monthly([50.0] * 6)), as_of=date(2025, 7, 10))
    empty = {page.address: page for page in render_pages(SiteMaterial(found))}["initiatives/"]
    assert "No initiative is declared yet." in words(empty)
    assert "<pre><code>initiatives:&#10;  - id: loyalty-club&#10;" in empty.markdown


def test_the_milestones_of_an_initiative_are_drawn_on_its_time() -> None:
    """The bar from the first day to the last, filled to its progress, today, and each milestone at its day."""
    page = pages()["initiatives/app/"].markdown
    assert 'bsc-milestones__plan" style="--bsc-part: 0.0; --bsc-length: 100.0"' in page
    assert 'bsc-milestones__done" style="--bsc-part: 0.0; --bsc-length: 60.0"' in page
    assert 'bsc-milestones__today" style="--bsc-part: 52.1"' in page
    assert 'bsc-milestones__stone--reached" style="--bsc-part: 38.1" title="Beta&#58; reached 20 May 2025"' in page
    assert 'bsc-milestones__stone--open" style="--bsc-part: 83.0" title="Live&#58; due 31 Oct 2025"' in page


def test_an_initiative_tells_its_money_its_dates_and_who_waits() -> None:
    """Its own page."""
    found = words(pages()["initiatives/app/"])
    assert "Earned value € 72,000 budget × progress Variance −€ 8,000 spent more than was earned" in found
    assert "Beta 31 May 2025 20 May 2025 11 days early Live 31 Oct 2025 not yet —" in found
    assert "What waits for it Depot" in found


def test_an_initiative_tells_what_happened_to_its_kpis() -> None:
    """A step with its interval, or from when on it can be told."""
    since, later = parse_period("2025-01"), parse_period("2025-06")
    found = _page_with(
        InitiativeEffect("k", -2.0, -3.0, -1.0, since, None),
        InitiativeEffect("k", None, None, None, since, later, TooFewAfter(3, 6)),
        InitiativeEffect("k", None, None, None, since, None, TooFewBefore(4, 12)),
    )
    assert "Revenue Jan 2025 −2 −3 to −1 Since Jan 2025 Revenue is 2 lower than its earlier course" in found
    assert "Revenue Jan 2025 too early from Jun 2025 on Revenue: too early, 3 of the 6 months after it" in found
    assert "Revenue Jan 2025 cannot be told Revenue: cannot be told, only 4 months before; it takes 12." in found
    assert "not proof of cause" in found
    assert "causes" not in found


def test_a_kpi_tells_what_happened_after_the_work() -> None:
    """One line for each initiative."""
    effect = InitiativeEffect("k", -2.0, -3.0, -1.0, parse_period("2025-01"), None)
    found = _page_with(effect, address="kpis/k/")
    assert "After the work of initiatives App Since Jan 2025 Revenue is 2 lower than its earlier course" in found


def _page_with(*effects: InitiativeEffect, address: str = "initiatives/app/") -> str:
    one = Project((Scorecard.model_validate({"id": "c", "title": "C", "perspectives": ROWS, "initiatives": WORKS[:1],
        "people": [{"id": "ann", "name": "Ann Lee"}], "kpis": [kpi(name="Revenue")]}),))  # fmt: skip
    whole = assessed(one, readings("k", monthly([50.0] * 6)), as_of=date(2025, 7, 10))
    card = whole.scorecards["c"]
    work = card.initiatives["app"]
    work = replace(work, status=InitiativeStatus.ON_TRACK, reason=PlanReason.AGAINST_PLAN, effects=effects)
    whole = replace(whole, scorecards={"c": replace(card, initiatives={"app": work})})
    return words({page.address: page for page in render_pages(SiteMaterial(whole))}[address])
