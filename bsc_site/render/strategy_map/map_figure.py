"""The strategy map as it stands in a page: switch, filters, drawing, key and list in one line of HTML."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.render.strategy_map.geometry.dimensions import WIDTH
from bsc_site.render.strategy_map.geometry.layout import Plan, plan_of
from bsc_site.render.strategy_map.geometry.map_content import StrategyMap
from bsc_site.render.strategy_map.geometry.mirroring import mirrored
from bsc_site.render.strategy_map.map_key import key_of
from bsc_site.render.strategy_map.map_list import list_of
from bsc_site.render.strategy_map.svg import svg_text
from bsc_site.render.strategy_map.texts import short
from bsc_site.render.text import inert
from bsc_site.wording.language import runs_left, say

FEWEST_CHOICES = 2
NARROW, HALF = 480, 760
"""Widths of drawings in pixels, on a page of 1,280."""


def figure_text(drawing: StrategyMap, tool: str = "") -> str:
    """The whole figure as one line of HTML that Markdown passes on unchanged.

    The filters are hidden until the script is there; the switch needs none. The list is folded below the drawing where
    there is room for the drawing, and takes its place where there is not. `tool` stands at the end of the bar.
    """
    plan = mirrored(plan_of(drawing)) if runs_left() else plan_of(drawing)
    return (
        f'<div class="bsc-map{_size(plan)}" data-search-exclude style="--bsc-part:{short(plan.width)}">'
        f'<div class="bsc-map__bar">{_views(drawing)}{_filters(drawing)}{tool}</div>'
        f"{svg_text(drawing, plan)}{key_of(drawing)}{_panel(drawing)}{list_of(drawing)}</div>"
    )


def what_if_button(content: str, scorecard: str) -> str:
    """The tool that tries out other values of KPIs, hidden until the script is there; `content` is what it loads."""
    name = inert(say("What if"))
    return (
        f'<button type="button" class="bsc-chip bsc-map__what-if" data-content="{inert(content)}" '
        f'data-scorecard="{inert(scorecard)}" aria-pressed="false" hidden>{name}</button>'
    )


def _size(plan: Plan) -> str:
    """Classes for a map of so few columns that it would be a poster on a whole page: something may stand beside it."""
    if plan.width <= NARROW:
        return " bsc-map--small bsc-map--narrow"
    if plan.width <= HALF:
        return " bsc-map--small bsc-map--half"
    return " bsc-map--small" if plan.width < WIDTH else ""


def _views(drawing: StrategyMap) -> str:
    """The switch of what the arrows show; none without arrows."""
    if not drawing.drawn_arrows():
        return ""
    choices = (("evidence", say("Evidence")), ("lags", say("Lags")), ("plain", say("Plain")))
    entries = "".join(
        f'<label><input type="radio" name="map-view" value="{value}"{" checked" * (not place)}> {inert(word)}</label>'
        for place, (value, word) in enumerate(choices)
    )
    title = inert(say("Arrows show"))
    return f'<div class="bsc-map__views" role="radiogroup" aria-label="{title}"><span>{title}</span>{entries}</div>'


def _filters(drawing: StrategyMap) -> str:
    owners = {box.owner_id or box.owner: box.owner for box in drawing.shown if box.owner}
    used = {theme for box in drawing.shown for theme in box.themes}
    selects = [
        _select("theme", say("Theme"), [(each.id, each.name) for each in drawing.themes if each.id in used]),
        _select("owner", say("Owner"), sorted(owners.items(), key=lambda each: each[1])),
    ]
    if drawing.drawn_arrows():
        selects.append(_select("focus", say("Chain of"), [(box.id, box.name) for box in drawing.shown]))
    return f'<div class="bsc-map__filters" hidden>{"".join(selects)}</div>' if any(selects) else ""


def _select(kind: str, label: str, options: list[tuple[str, str]]) -> str:
    if len(options) < FEWEST_CHOICES:
        return ""
    choices = "".join(f'<option value="{inert(value)}">{inert(name)}</option>' for value, name in options)
    every = inert(say("All"))
    choices = f'<option value="">{every}</option>{choices}'
    return f'<label>{inert(label)} <select data-filter="{kind}">{choices}</select></label>'


def _panel(drawing: StrategyMap) -> Markup | str:
    """Where the script shows what is known about an arrow; empty and hidden until then."""
    if not drawing.drawn_arrows():
        return ""
    name, close = inert(say("The arrow")), inert(say("Close"))
    return (
        f'<section class="bsc-map__panel" aria-label="{name}" tabindex="-1" hidden>'
        f'<button type="button" class="bsc-map__close" aria-label="{close}">×</button></section>'
    )
