"""The definitions page: what every KPI of a scorecard means."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.render.views.parts.page_parts import Frame, Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import direction_in_list, unit_text
from bsc_site.wording.calculations.origin_text import source_text
from bsc_site.wording.language import enumeration, say
from bsc_site.wording.period_counts import frequency_word


@dataclass(frozen=True, slots=True)
class Definition:
    """One KPI in words; an em dash where the scorecard says nothing."""

    link: Link
    measured: str
    """`%, monthly, higher is better`."""
    description: str
    purpose: str
    formula: str
    owner: Link
    updater: Link
    origin: str


@dataclass(frozen=True, slots=True)
class DefinitionsView:
    """Everything that `definitions.md.jinja` shows."""

    title: str
    frame: Frame
    definitions: tuple[Definition, ...]


def definitions_view(here: Standpoint) -> DefinitionsView:
    """The definitions of the scorecard's KPIs, by name."""
    title = say("Definitions: {scorecard}", scorecard=here.card.scorecard.title)
    found = (_definition(here, each) for each in here.seen(here.card.kpis))
    return DefinitionsView(title, here.frame(title), tuple(sorted(found, key=lambda each: each.link.text.casefold())))


def _definition(here: Standpoint, kpi: str) -> Definition:
    found = here.assessment.kpis[kpi]
    declared = found.kpi
    measures = (unit_text(declared), frequency_word(declared.frequency), direction_in_list(declared.direction))
    return Definition(
        link=here.kpi(kpi),
        measured=enumeration(measures),
        description=declared.description or "—",
        purpose=declared.purpose or "—",
        formula=declared.formula_in_words or declared.formula or "—",
        owner=here.person(declared.owner),
        updater=here.person(declared.updater or declared.owner),
        origin=source_text(found.origin) or "—",
    )
