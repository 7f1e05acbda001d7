"""History facts: since when a target is what it is, when a definition was edited."""

from __future__ import annotations

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.differences.declared_history import NO_HISTORY
from bsc_site.render.views.parts.page_parts import Fact
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import say
from bsc_site.wording.reporting.history_text import definition_history, target_history


def edited_facts(here: Standpoint, address: str) -> tuple[Fact, ...]:
    """When the definition of an element was edited; nothing where it never was, or nobody knows."""
    edited = definition_history(here.assessment.histories.get(address, NO_HISTORY))
    return (Fact(say("Definition edited"), edited),) if edited else ()


def moved_facts(here: Standpoint, kpi: Kpi) -> tuple[Fact, ...]:
    """The targets of a KPI that were moved."""
    history = here.assessment.histories.get(f"kpi/{kpi.id}", NO_HISTORY)
    return tuple(Fact(say("Target moved"), target_history(each, kpi)) for each in history.targets)
