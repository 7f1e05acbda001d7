"""The page of a KPI: its head and chart, whether it is real, what next, what was decided, and its grounds."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.review_assessment import Element
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.value_class import dataclass
from bsc_site.render.addresses import EMBEDDED
from bsc_site.render.views.initiative_views.risks_view import RiskRow, risks_about
from bsc_site.render.views.kpi_page.breakdown_view import BreakdownView, breakdown_views
from bsc_site.render.views.kpi_page.embed_view import frame_around
from bsc_site.render.views.kpi_page.kpi_course import Stage, next_facts, since_facts, work_for
from bsc_site.render.views.kpi_page.kpi_effects import EffectLine, effect_lines
from bsc_site.render.views.kpi_page.kpi_grounds import (
    calculation_line,
    definition_facts,
    definition_line,
    source_lines,
    target_facts,
    target_lines,
)
from bsc_site.render.views.kpi_page.kpi_head import Head, kpi_head
from bsc_site.render.views.kpi_page.origin_blocks import OriginView, origin_view
from bsc_site.render.views.kpi_page.point_table import ROWS, PointTable, point_table
from bsc_site.render.views.kpi_views.signals import SignalMark, signal_marks, signal_notes
from bsc_site.render.views.parts.freshness_marks import delivery_text
from bsc_site.render.views.parts.history_facts import edited_facts, moved_facts
from bsc_site.render.views.parts.page_parts import Fact, Frame
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.review_views.decision_rows import unexplained_row
from bsc_site.render.views.review_views.remarks import Discussed, discussed_about
from bsc_site.wording.calculations.calculation_text import calculation_steps
from bsc_site.wording.language import say
from bsc_site.wording.period_counts import periods_text
from bsc_site.wording.trend_text import trend_steps


@dataclass(frozen=True, slots=True)
class KpiFiles:
    """Where the KPI's own files are."""

    csv: Markup
    json: Markup
    badge: Markup
    feed: Markup


@dataclass(frozen=True, slots=True)
class Shared:
    """What shows the KPI elsewhere: the way to its embedded chart, and what is pasted where the site has an address.

    `frame` is markup for a page, `badge` the address of its badge; both are empty otherwise.
    """

    embed: Markup
    frame: str
    badge: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What reviews said of a KPI, what came of it, and what nobody has said or done."""

    said: tuple[Discussed, ...]
    silence: tuple[str, ...]
    """`Since Jul 2026, and nobody has said why`, for each scorecard where that is so; empty where all is explained."""
    reference: str
    """How a review names the KPI: `on: kpi/nps`."""
    effects: tuple[EffectLine, ...]


@dataclass(frozen=True, slots=True)
class ClosedLines:
    """What stands on each folded part of the page while it is closed."""

    definition: str
    calculation: str
    targets: tuple[str, ...]
    source: tuple[str, ...]
    figures: str


@dataclass(frozen=True, slots=True)
class KpiView:
    """Everything that `kpi.md.jinja` shows."""

    title: str
    frame: Frame
    head: Head
    figure: Markup
    since: tuple[Fact, ...]
    signals: tuple[SignalMark, ...]
    signal_notes: tuple[str, ...]
    trend_steps: tuple[str, ...]
    next: tuple[Fact, ...]
    work: tuple[Stage, ...]
    risks: tuple[RiskRow, ...]
    decided: Decided
    breakdowns: tuple[BreakdownView, ...]
    lines: ClosedLines
    description: str
    definition: tuple[Fact, ...]
    calculation: tuple[str, ...]
    against: tuple[Fact, ...]
    origin: OriginView
    delivery: str
    table: PointTable
    rated: bool
    files: KpiFiles
    shared: Shared


def kpi_view(here: Standpoint, kpi: str, figure: Markup) -> KpiView:
    """The page of `kpi`; `figure` is its chart, empty where there is nothing to draw."""
    found = here.assessment.kpis[kpi]
    declared, goals = found.kpi, _serving(here, kpi)
    return KpiView(
        title=declared.name,
        frame=here.frame(declared.name),
        head=kpi_head(here, found, tuple(here.objective(each, scorecard) for scorecard, each in goals)),
        figure=figure,
        since=since_facts(here, found),
        signals=signal_marks(found),
        signal_notes=signal_notes(found),
        trend_steps=trend_steps(found.trend, declared),
        next=next_facts(found),
        work=work_for(here, goals),
        risks=risks_about(here, [Element("kpi", "", kpi)]),
        decided=_decided(here, kpi),
        breakdowns=breakdown_views(here, found),
        lines=_lines(here, found),
        description=declared.description,
        definition=(*definition_facts(declared), *edited_facts(here, f"kpi/{kpi}")),
        calculation=calculation_steps(found, here.names_for(found)),
        against=(*target_facts(here, found), *moved_facts(here, declared)),
        origin=origin_view(here, found),
        delivery=delivery_text(found.freshness),
        table=point_table(here, found),
        rated=bool(found.ratings),
        files=_files(here, kpi),
        shared=_shared(here, declared),
    )


def _files(here: Standpoint, kpi: str) -> KpiFiles:
    names = (f"data/{kpi}.csv", f"api/v1/kpis/{kpi}.json", f"badges/{kpi}.svg", f"kpis/{kpi}/feed.xml")
    return KpiFiles(*map(here.file, names))


def _shared(here: Standpoint, kpi: Kpi) -> Shared:
    page, site = here.addresses.kpi(kpi.id), here.site_url
    badge = f"{site.rstrip('/')}/{here.addresses.home(here.id)}badges/{kpi.id}.svg" if site else ""
    return Shared(here.href(f"{page}{EMBEDDED}"), frame_around(site, page, kpi.name) if site else "", badge)


def _serving(here: Standpoint, kpi: str) -> list[tuple[str, str]]:
    """Scorecard and objective of everything that lists the KPI, its own scorecard first."""
    cards = sorted(here.assessment.scorecards.values(), key=lambda card: card.scorecard.id != here.id)
    return [(card.scorecard.id, each) for card in cards for each in here.listings.of(card, kpi)]


def _decided(here: Standpoint, kpi: str) -> Decided:
    books = here.assessment.reviews.values()
    left = (each for book in books for each in book.unexplained if each.kpi == kpi)
    return Decided(
        said=discussed_about(here, Element("kpi", "", kpi)),
        silence=tuple(dict.fromkeys(unexplained_row(here, each).silence for each in left)),
        reference=f"on: kpi/{kpi}",
        effects=effect_lines(here, kpi),
    )


def _lines(here: Standpoint, found: KpiAssessment) -> ClosedLines:
    return ClosedLines(
        definition=definition_line(found.kpi),
        calculation=calculation_line(here, found),
        targets=target_lines(found),
        source=source_lines(here, found),
        figures=_caption(found),
    )


def _caption(found: KpiAssessment) -> str:
    periods = periods_text(len(found.points), found.kpi.frequency)
    if len(found.points) > ROWS:
        return say("Latest {rows} of {periods}", rows=ROWS, periods=periods)
    return say("All {periods}", periods=periods) if found.points else say("No figures yet")
