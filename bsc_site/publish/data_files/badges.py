"""The badges of a site: one for each KPI and one for each scorecard."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.render.addresses import Addresses
from bsc_site.render.badge import Badge, badge_svg
from bsc_site.render.matter.row_making import RowMaking, made_now
from bsc_site.render.matter.site_part import SitePart, cards_of
from bsc_site.wording.figures import number_text, period_text
from bsc_site.wording.kpi_figures import figure_text
from bsc_site.wording.status_text import stands_out


def badges(assessment: Assessment, part: SitePart | None = None, rows: RowMaking = made_now) -> dict[str, bytes]:
    """Every badge of the part by its path: `badges/nps.svg` for each KPI that the scorecard declares or lists,
    `badges/scorecard.svg` for the scorecard itself; those of a child scorecard below `s/<id>/`.

    A KPI whose id is `scorecard` keeps its address, and that scorecard has no badge of its own.
    """  # noqa: D205  # a list of addresses
    addresses = Addresses(assessment.project)
    files: dict[str, bytes] = {}
    for card in cards_of(assessment, part):
        folder = f"{addresses.home(card.scorecard.id)}badges/"
        files[f"{folder}scorecard.svg"] = badge_svg(_of_scorecard(card)).encode()
        for name in card.kpis:
            found = assessment.kpis.get(name)
            if found is not None:
                files[f"{folder}{name}.svg"] = _text_of(found, card, rows).encode()
    return files


def _text_of(found: KpiAssessment, card: ScorecardAssessment, rows: RowMaking) -> str:
    text: str = rows("badge", found, card.scorecard.id, lambda: badge_svg(_of_kpi(found, card)))
    return text


def _of_kpi(found: KpiAssessment, card: ScorecardAssessment) -> Badge:
    kpi, current = found.kpi, found.current
    word = card.scorecard.words.of(found.status, found.score)
    strong = stands_out(card.scorecard.words, found.status, found.score)
    if current is None:
        return Badge(kpi.name, found.status, word, strong=strong)
    words = f"{word} · {figure_text(kpi, current.value)}"
    return Badge(kpi.name, found.status, words, period_text(current.period), strong)


def _of_scorecard(card: ScorecardAssessment) -> Badge:
    standing = card.standing
    names = card.scorecard.words
    word = names.of(standing.status, standing.score)
    words = word if standing.score is None else f"{word} · {number_text(standing.score, 0)} of 100"
    strong = stands_out(names, standing.status, standing.score)
    return Badge(card.scorecard.title, standing.status, words, strong=strong)
