"""The navigation: scorecards, perspectives and overview pages, never every KPI, so that pages stay small."""

from __future__ import annotations

from typing import TypeAlias

from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.render.addresses import Addresses
from bsc_site.render.text import inert

Entry: TypeAlias = "dict[str, str | list[Entry]]"

IN_NAV = 12
"""How many scorecards below the root have an entry of their own."""


def navigation(assessment: Assessment) -> list[Entry]:
    """The entries of the engine's nav: title (HTML, inert) to a Markdown path or to further entries.

    The root scorecard with its perspectives and overview pages, and every scorecard below by its home page, from which
    its own pages are linked: every entry stands on every page of the site.
    """
    addresses = Addresses(assessment.project)
    root = assessment.scorecards[assessment.project.root.id]

    def overview(title: str, name: str) -> Entry:
        return {title: f"{addresses.overview(root.scorecard.id, name)}index.md"}

    return [
        {"Home": "index.md"},
        overview("Strategy map", "map"),
        *_section(
            "Scorecard",
            [
                overview("Status table", "scorecard"),
                overview("Heat map", "heatmap"),
                overview("What changed", "changes"),
            ],
        ),
        overview("Evidence", "evidence"),
        *_section("Perspectives", _perspectives(addresses, root)),
        overview("Initiatives", "initiatives"),
        *_section("Meetings", [overview("Reviews", "reviews"), overview("Risks", "risks")]),
        *_cascade(assessment, addresses),
        *_section(
            "About the figures",
            [
                overview("Data quality", "data-quality"),
                overview("Who is late", "people"),
                overview("Benchmarks", "benchmarks"),
                overview("Health of the scorecard", "health"),
                overview("How it is scored", "method"),
                overview("Definitions", "definitions"),
            ],
        ),
    ]


def _section(title: str, entries: list[Entry]) -> list[Entry]:
    return [{title: entries}] if entries else []


def _perspectives(addresses: Addresses, card: ScorecardAssessment) -> list[Entry]:
    return [
        {str(inert(row.perspective.name)): f"{addresses.perspective(card.scorecard.id, each)}index.md"}
        for each, row in card.perspectives.items()
    ]


def _cascade(assessment: Assessment, addresses: Addresses) -> list[Entry]:
    """Alignment and the scorecards below; many of them share one entry, or each page would name all others."""
    root = assessment.project.root.id
    if not assessment.project.cascade.children[root]:
        return []
    alignment: Entry = {"Alignment": f"{addresses.overview(root, 'alignment')}index.md"}
    if len(assessment.scorecards) > IN_NAV + 1:
        return [alignment, {"All scorecards": f"{addresses.overview(root, 'scorecards')}index.md"}]
    return [alignment, *_section("Scorecards below", _below(assessment, addresses))]


def _below(assessment: Assessment, addresses: Addresses) -> list[Entry]:
    return [
        {str(inert(card.scorecard.title)): f"{addresses.home(each)}index.md"}
        for each, card in assessment.scorecards.items()
        if each != assessment.project.root.id
    ]
