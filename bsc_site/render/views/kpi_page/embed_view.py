"""The embedded chart of a KPI: a page of its own that other pages show in a frame."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.value_class import dataclass
from bsc_site.render.addresses import EMBEDDED, way_up
from bsc_site.render.text import own, xml_text
from bsc_site.render.views.parts.page_parts import StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import expected_at, value_text
from bsc_site.wording.figures import date_text
from bsc_site.wording.language import html_language, say
from bsc_site.wording.point_text import so_far_text

EMBED = "embed.html.jinja"
SHEET = "assets/bsc-site/embed.css"
"""The style sheet of all embedded charts."""


FRAME_WIDTH, FRAME_HEIGHT = 600, 360
"""What other programs are told of the size of its frame, in pixels."""


def frame_around(site_url: str, kpi_page: str, title: str, width: str = "100%") -> str:
    """The element that shows the chart of the KPI with this page on a page elsewhere; `site_url` is the site's."""
    src = f"{site_url.rstrip('/')}/{kpi_page}{EMBEDDED}index.html"
    return (
        f'<iframe src="{xml_text(src)}" title="{xml_text(title)}" width="{width}" height="{FRAME_HEIGHT}" '
        'loading="lazy" style="border:0"></iframe>'
    )


@dataclass(frozen=True, slots=True)
class EmbedView:
    """Everything that `embed.html.jinja` shows; `target` is empty where nothing is expected of the KPI."""

    language: Markup
    sheet: Markup
    title: str
    page: Markup
    value: str
    status: StatusMark
    period: str
    target: str
    figure: Markup
    origin: str
    """Whose figure it is, and of which day: `Acme`, `As of 12 Jan 2026`."""
    as_of: str


def embed_view(here: Standpoint, kpi: str, figure: Markup) -> EmbedView:
    """The embedded chart of the KPI whose page is written from `here`; `figure` is empty without anything to draw."""
    found = here.assessment.kpis[kpi]
    now = found.current
    return EmbedView(
        language=own(html_language()),
        sheet=own(f"{way_up(here.address)}../{SHEET}"),
        title=found.kpi.name,
        page=own("../index.html"),
        value=value_text(found.kpi, now.value) if now else "",
        status=here.status(found.status, found.score),
        period=so_far_text(now) if now else say("no value yet"),
        target=expected_at(found.kpi, now) if now and now.expected.given else "",
        figure=figure,
        origin=here.card.scorecard.title,
        as_of=say("As of {day}", day=date_text(here.assessment.as_of)),
    )
