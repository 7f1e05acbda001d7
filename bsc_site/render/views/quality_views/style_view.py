"""The page of the style: everything that pages are made of, by the templates and tokens that make them."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import FreshnessWord, InitiativeStatus, Status, TrendWord
from bsc_site.render.badge import Badge, badge_svg
from bsc_site.render.eyes import GREY, MACHADO, filter_values
from bsc_site.render.palette import CHART_INKS, PAGE_INKS, Ink
from bsc_site.render.text import own
from bsc_site.render.views.parts.freshness_marks import word_mark
from bsc_site.render.views.parts.kpi_tables import KpiTable, kpi_table
from bsc_site.render.views.parts.page_parts import Fact, Frame, ScoreMark, StatusMark, TrendMark
from bsc_site.render.views.parts.standpoint import STRONG_STYLES, Standpoint
from bsc_site.wording.glossary.terms import TERMS
from bsc_site.wording.language import noted, say, told

_EYES = {
    "protanopia": noted("Without red (protanopia)"),
    "deuteranopia": noted("Without green (deuteranopia)"),
    "tritanopia": noted("Without blue (tritanopia)"),
    "grey": noted("In grey"),
}
_SHOWN = 6
"""So many KPIs stand in the table."""


@dataclass(frozen=True, slots=True)
class Eye:
    """A way to see: its anchor, its name, and the matrix that turns what is shown into what is seen."""

    anchor: Markup
    name: str
    values: Markup


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour by its variable, and what it is on light ground, on dark ground and on paper."""

    name: Markup
    light: Markup
    dark: Markup
    paper: Markup


@dataclass(frozen=True, slots=True)
class StyleView:
    """Everything that `style.md.jinja` shows."""

    title: str
    frame: Frame
    statuses: tuple[StatusMark, ...]
    strong: tuple[StatusMark, ...]
    plans: tuple[StatusMark, ...]
    freshness: tuple[StatusMark, ...]
    badges: tuple[Markup, ...]
    eyes: tuple[Eye, ...]
    types: tuple[Markup, ...]
    spaces: tuple[Markup, ...]
    inks: tuple[Swatch, ...]
    chart_inks: tuple[Swatch, ...]
    standing: ScoreMark
    width: Markup
    trends: tuple[TrendMark, ...]
    facts: tuple[Fact, ...]
    terms: tuple[str, ...]
    table: KpiTable


def style_view(here: Standpoint, tokens: Iterable[str]) -> StyleView:
    """The style as this scorecard shows it; `tokens` are the names of all tokens of the style sheets."""
    title, standing = say("Style"), here.card.standing
    names = tuple(tokens)
    return StyleView(
        title=title,
        frame=here.frame(title),
        statuses=here.legend(),
        strong=tuple(StatusMark(style, here.names.of(each, None), "") for each, style in _strong()),
        plans=tuple(here.plan_status(each, "") for each in InitiativeStatus),
        freshness=tuple(word_mark(each) for each in FreshnessWord),
        badges=tuple(_badge(here, each) for each in Status),
        eyes=tuple(
            Eye(own(f"eyes-{name}"), told(words), own(filter_values(MACHADO.get(name, GREY))))
            for name, words in _EYES.items()
        ),
        types=tuple(own(each) for each in names if each.startswith("--bsc-type-")),
        spaces=tuple(own(each) for each in names if each.startswith("--bsc-space-")),
        inks=_swatches(PAGE_INKS),
        chart_inks=_swatches(CHART_INKS),
        standing=here.standing(standing),
        width=own(f"{standing.score or 0.0:.1f}"),
        trends=tuple(here.trend_word(each) for each in TrendWord),
        facts=_facts(here),
        terms=TERMS,
        table=kpi_table(here, here.seen(here.card.kpis)[:_SHOWN]),
    )


def _badge(here: Standpoint, status: Status) -> Markup:
    """The badge as it is published, with no brace that another engine could take for its own."""
    drawn = badge_svg(Badge(say("KPI"), status, here.names.of(status, None))).strip()
    return own(drawn.replace("{", "&#123;").replace("}", "&#125;"))


def _strong() -> Iterable[tuple[Status, Markup]]:
    return ((each, style) for each, style in STRONG_STYLES.items() if isinstance(each, Status) and each.judged)


def _swatches(inks: Iterable[Ink]) -> tuple[Swatch, ...]:
    return tuple(Swatch(*(own(each) for each in (ink.variable, ink.light, ink.dark, ink.paper))) for ink in inks)


def _facts(here: Standpoint) -> tuple[Fact, ...]:
    row = kpi_table(here, here.seen(here.card.kpis)[:1]).rows
    return tuple(Fact(each.link.text, each.figures.current, each.status.word) for each in row)
