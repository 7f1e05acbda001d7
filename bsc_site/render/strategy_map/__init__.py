"""The strategy map: our own inline SVG, laid out at build time."""

from bsc_site.render.strategy_map.assessed import from_assessment
from bsc_site.render.strategy_map.in_words import TextArrow, TextBox, TextRow, text_equivalent
from bsc_site.render.strategy_map.map_content import MapArrow, MapBox, MapColumn, MapRow, StrategyMap
from bsc_site.render.strategy_map.map_figure import figure_text
from bsc_site.render.strategy_map.svg import svg_text

__all__ = [
    "MapArrow",
    "MapBox",
    "MapColumn",
    "MapRow",
    "StrategyMap",
    "TextArrow",
    "TextBox",
    "TextRow",
    "figure_text",
    "from_assessment",
    "svg_text",
    "text_equivalent",
]
