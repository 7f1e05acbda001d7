"""Made pages: KPIs of many kinds, assessed and written as a site would, their pages as plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bsc_site.compute.analytics import with_outlook
from bsc_site.compute.comparison import changes_since
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.vocabularies import Status
from bsc_site.render.charts.catalogue import charts_of
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.small_projects import assessed, built, project, readings

AS_OF = date(2026, 1, 20)
NAMES = {
    "on_track": "GRÜN eins",
    "at_risk": "Zwei GELB",
    "off_track": "ROT drei",
    "no_data": "Leer",
    "not_scored": "Ohne",
}
"""Words that no other sentence holds, in letters that show whether somebody changed them."""
OWN = (
    {"name": "ÜBER ziel", "from": 90, "pace": "achieved"},
    {"name": "Im ZIEL", "from": "target", "pace": 0.95},
    {"name": "Etwas TRÄGE", "from": "red flag", "pace": 0.6},
    {"name": "Kaum WAS", "from": 10, "pace": 0},
    {"name": "Zurück INS", "pace": None},
)
"""Own statuses, no word of which is part of another or of any other sentence."""
MET = ({"name": "Das IST es", "from": "target"}, {"name": "Nicht DA", "from": None})
INITIATIVES = (
    {"id": "over", "name": "What is over", "status": "done"},
    {"id": "later", "name": "What comes later", "status": "planned"},
    {"id": "now", "name": "What goes on", "progress": 1 / 2},
)


@dataclass(frozen=True)
class MadeSite:
    """An assessment and the text of its pages by address."""

    assessment: Assessment
    pages: Mapping[str, str]

    def found(self, kpi: str) -> KpiAssessment:
        """What is concluded about a KPI."""
        return self.assessment.kpis[kpi]

    def page(self, kpi: str) -> str:
        """The text of its page."""
        return next(text for address, text in self.pages.items() if address.endswith(f"kpis/{kpi}/"))

    def changes(self) -> str:
        """The text of the page of changes."""
        return next(text for address, text in self.pages.items() if address.endswith("changes/"))


def made(
    kpis: Iterable[dict[str, Any]],
    figures: Mapping[str, Mapping[str, float]],
    statuses: Iterable[Mapping[str, Any]] = (),
) -> MadeSite:
    """The pages of a scorecard with these KPIs under one objective, which three initiatives serve."""
    plan = {"serves": ["o"], "start": "2025-01", "end": "2026-12"}
    own = list(statuses)
    one = project(*kpis, status_names=NAMES, statuses=own, initiatives=[each | plan for each in INITIATIVES])
    rows = [readings(name, values) for name, values in figures.items()]
    series = built(one, *rows, as_of=AS_OF).series
    whole = with_outlook(assessed(one, *rows, as_of=AS_OF), series)
    whole = replace(whole, changes=changes_since(whole, {}, None))
    pages = render_pages(SiteMaterial(whole, charts=charts_of(whole)))
    return MadeSite(whole, {each.address: plain_text(each.markdown) for each in pages})


def plain_text(page: str) -> str:
    """What a reader sees of a page, each piece of text on a line of its own."""
    seen = re.sub(r"<(template|svg|script)\b.*?</\1>", "\n", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"\s*<[^>]+>\s*", "\n", seen))


def statuses_in(text: str, names: StatusNames) -> set[str]:
    """The words of judged statuses that stand in a text: the organisation's own where it has such."""
    own = [each.name for each in names.scale.statuses]
    judged = [StatusNames.model_validate(NAMES).of(each) for each in Status if each.judged]
    return {word for word in (*own, *judged) if word in text}
