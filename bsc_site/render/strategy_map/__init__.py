"""The strategy map: our own inline SVG, laid out at build time."""

from bsc_site.render.strategy_map.assessed import MapWays, from_assessment
from bsc_site.render.strategy_map.geometry.map_content import (
    MapArrow,
    MapBox,
    MapKpi,
    MapRow,
    MapTheme,
    StrategyMap,
)
from bsc_site.render.strategy_map.in_words import TextArrow, TextBox, TextRow, text_equivalent
from bsc_site.render.strategy_map.map_figure import figure_text, what_if_button
from bsc_site.render.strategy_map.svg import svg_text

__all__ = [
    "MapArrow",
    "MapBox",
    "MapKpi",
    "MapRow",
    "MapTheme",
    "MapWays",
    "StrategyMap",
    "TextArrow",
    "TextBox",
    "TextRow",
    "figure_text",
    "from_assessment",
    "svg_text",
    "text_equivalent",
    "what_if_button",
]
