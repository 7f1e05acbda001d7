"""The material of a site: everything that its pages are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from markupsafe import Markup

from bsc_site.model.concluded.health import Health
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.problem import Problem
from bsc_site.model.translated.missing import Translations
from bsc_site.model.value_class import dataclass
from bsc_site.render.addresses import link_anchor, page_href
from bsc_site.render.charts.chart_figure import figure_html
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.live_data import live_file
from bsc_site.render.charts.plotting.plot_pieces import PlotPieces
from bsc_site.render.charts.still_figure import still_figure
from bsc_site.render.matter.row_making import RowMaking, made_now
from bsc_site.render.page import Page
from bsc_site.render.strategy_map import MapWays, StrategyMap, figure_text, from_assessment
from bsc_site.render.text import own
from bsc_site.render.views.parts.standpoint import Standpoint


def _written(outline: Any, write: Callable[[Any], Page]) -> Page:
    return write(outline)


def chart_made_now(_: str, __: str, make: Callable[[], str]) -> str:
    """As `make` makes it."""
    return make()


def value_made_now(_: str, __: object, make: Callable[[], str]) -> str:
    """As `make` makes it."""
    return make()


@dataclass(frozen=True)
class SiteMaterial:
    """Everything that the pages are made of.

    `charts` and `drawings` (their SVG) have the same keys, element addresses: `kpi/<id>`, `initiatives/<scorecard>`; a
    key may be missing. `own_templates` maps the names of the project's own templates to their texts.
    """

    assessment: Assessment
    problems: tuple[Problem, ...] | None = ()
    """None: not for these readers."""
    charts: Mapping[str, Chart] = field(default_factory=dict)
    drawings: Mapping[str, str] = field(default_factory=dict)
    own_templates: Mapping[str, str] = field(default_factory=dict)
    health: Mapping[str, Health] = field(default_factory=dict)
    """Scorecard id to how well it is made; a scorecard may be missing, then nothing was checked."""
    kept: Callable[[Any, Callable[[Any], Page]], Page] = _written
    """The page of an outline, from what is known before or by what writes it."""
    chart_text: Callable[[str, str, Callable[[], str]], str] = chart_made_now
    """What a chart is shown as, by the name of that and the key of the chart: from what is known before, or made."""
    value_text: Callable[[str, object, Callable[[], str]], str] = value_made_now
    """What follows from a value, by the name of that and the value, likewise."""
    rows: RowMaking = made_now
    """What one KPI shows in a long list, likewise."""
    site_url: str = ""
    """The address of the site, with which pages tell others how to show them; empty where it is not known."""
    translations: Translations = field(default_factory=Translations)
    """How far the texts of the project are translated."""
    set_off: Mapping[str, Markup] = field(default_factory=dict)
    """Each text in another language or direction than that of the pages to the attributes that say so."""
    plots: Mapping[str, PlotPieces] = field(default_factory=dict)
    """The pieces of drawings, as far as they are still there."""
    maps: dict[tuple[str, str], StrategyMap] = field(default_factory=dict, repr=False, compare=False)
    """What strategy maps show, by the scorecard and the address of the page: looked for, written and kept as one."""

    def figure(self, key: str) -> Markup:
        """The chart of an element address with its caption; empty where there is nothing to draw."""
        return own(self.chart_text("figure", key, lambda: self._figure(key)))

    def _figure(self, key: str) -> str:
        chart = self.charts.get(key)
        return figure_html(chart, self.drawings.get(key, ""), key) if chart else ""

    def still(self, key: str) -> Markup:
        """The same chart for a page on which nobody switches anything."""
        chart = self.charts.get(key)
        return own(still_figure(chart, self.plots.get(key)) if chart else "")

    def live(self, key: str) -> tuple[tuple[str, str], ...]:
        """The file with what brings that chart to life; none where there is nothing to draw."""
        chart = self.charts.get(key)
        return (live_file(key, chart),) if chart else ()

    def health_of(self, scorecard: str) -> Health:
        """How well the scorecard is made."""
        return self.health.get(scorecard, Health())

    def map_from(self, at: Standpoint, tool: str = "") -> Markup:
        """The strategy map of the scorecard, as seen from the page `at`, with a tool in its bar."""
        drawing = self.maps.get((at.id, at.address))
        if drawing is None:
            drawing = self.maps[at.id, at.address] = self._map_from(at)
        return own(self.value_text("map", (drawing, tool), lambda: figure_text(drawing, tool)))

    def _map_from(self, at: Standpoint) -> StrategyMap:
        people = {id_: person.name for id_, person in self.assessment.project.people.items()}

        known = {(each.source, each.target) for each in self.assessment.scorecards[at.id].evidence}

        def evidence(source: str, target: str) -> str:
            page = at.href(at.overview_address("evidence"))
            return f"{page}#{link_anchor(source, target)}" if (source, target) in known else ""

        ways = MapWays(
            lambda objective: page_href(at.address, at.addresses.objective(at.id, objective)),
            lambda kpi: page_href(at.address, at.addresses.kpi(kpi)),
            evidence,
        )
        return from_assessment(at.card, ways, people, at.assessment.kpis)
