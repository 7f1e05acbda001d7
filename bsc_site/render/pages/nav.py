"""The navigation: scorecards, perspectives and overview pages, never every KPI, so that pages stay small."""

from __future__ import annotations

from typing import TypeAlias

from bsc_site.model.assessment import Assessment, ScorecardAssessment
from bsc_site.render.addresses import Addresses
from bsc_site.render.text import inert

Entry: TypeAlias = "dict[str, str | list[Entry]]"


def navigation(assessment: Assessment) -> list[Entry]:
    """The entries of the engine's nav: title (HTML, inert) to a Markdown path or to further entries."""
    addresses = Addresses(assessment.project)
    root = assessment.scorecards[assessment.project.root.id]
    return _entries(assessment, addresses, root)


def _entries(assessment: Assessment, addresses: Addresses, card: ScorecardAssessment) -> list[Entry]:
    id_ = card.scorecard.id

    def overview(title: str, name: str) -> Entry:
        return {title: f"{addresses.overview(id_, name)}index.md"}

    entries: list[Entry] = [
        {"Home": f"{addresses.home(id_)}index.md"},
        overview("Strategy map", "map"),
        overview("Scorecard", "scorecard"),
        overview("Heat map", "heatmap"),
        *_perspectives(addresses, card),
        overview("Initiatives", "initiatives"),
        *_children(assessment, addresses, card),
        {
            "About the figures": [
                overview("Data quality", "data-quality"),
                overview("How it is scored", "method"),
                overview("Definitions", "definitions"),
            ],
        },
    ]
    return entries


def _perspectives(addresses: Addresses, card: ScorecardAssessment) -> list[Entry]:
    entries: list[Entry] = [
        {str(inert(row.perspective.name)): f"{addresses.perspective(card.scorecard.id, each)}index.md"}
        for each, row in card.perspectives.items()
    ]
    return [{"Perspectives": entries}] if entries else []


def _children(assessment: Assessment, addresses: Addresses, card: ScorecardAssessment) -> list[Entry]:
    entries: list[Entry] = [
        {str(inert(each.scorecard.title)): _entries(assessment, addresses, each)}
        for each in assessment.scorecards.values()
        if each.scorecard.parent == card.scorecard.id
    ]
    return [{"Scorecards below": entries}] if entries else []
