"""What happened to a KPI after the initiatives that serve it."""

from __future__ import annotations

from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.outlooks.effect_text import effect_sentences


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One initiative with what can be said of the KPI since, or from when on it can."""

    initiative: Link
    sentence: str


def effect_lines(here: Standpoint, kpi: str) -> tuple[EffectLine, ...]:
    """Every initiative whose effect on the KPI was looked at, in the order of the files."""
    declared = here.assessment.kpis[kpi].kpi
    return tuple(
        EffectLine(here.initiative(name, scorecard), effect_sentences(effect, declared, card.initiatives))
        for scorecard, card in here.assessment.scorecards.items()
        for name, found in card.initiatives.items()
        for effect in found.effects
        if effect.kpi == kpi
    )
