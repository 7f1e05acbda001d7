"""The page of the strategy: what the scorecard is for, where it leads, what customers are offered."""

from __future__ import annotations

from bsc_site.model.value_class import dataclass
from bsc_site.render.views.overview.next_step import NextStep, first_words
from bsc_site.render.views.parts.page_parts import Frame
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.strategy_views.destination_and_offer import DestinationView, Offer, destination_of, offers_of
from bsc_site.wording.language import say


@dataclass(frozen=True, slots=True)
class StrategyView:
    """Everything that `strategy.md.jinja` shows."""

    title: str
    frame: Frame
    next_step: NextStep
    description: str
    mission: str
    vision: str
    values: tuple[str, ...]
    destination: DestinationView
    offers: tuple[Offer, ...]


def strategy_view(here: Standpoint) -> StrategyView:
    """Mission, vision, values, destination and value proposition of the scorecard."""
    declared = here.card.scorecard
    title = say("Strategy: {scorecard}", scorecard=declared.title)
    return StrategyView(
        title=title,
        frame=here.frame(title),
        next_step=first_words(here),
        description=declared.description,
        mission=declared.mission,
        vision=declared.vision,
        values=declared.values,
        destination=destination_of(here),
        offers=offers_of(here),
    )
