"""The page of the strategy map."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import Frame
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.strategy_views.destination_and_offer import Offer, offers_of
from bsc_site.wording.language import say


@dataclass(frozen=True, slots=True)
class MapView:
    """Everything that `map.md.jinja` shows; `map` is the drawing with the text behind it."""

    title: str
    frame: Frame
    vision: str
    map: Markup
    offers: tuple[Offer, ...]


def map_view(here: Standpoint, drawing: Markup) -> MapView:
    """The strategy map on a page of its own."""
    declared = here.card.scorecard
    title = say("Strategy map: {scorecard}", scorecard=declared.title)
    return MapView(title, here.frame(title), declared.vision, drawing, offers_of(here))
