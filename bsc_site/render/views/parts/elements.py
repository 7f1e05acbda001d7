"""Elements: a link and a status mark for whatever a review or a risk is about."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.concluded.review_assessment import Element, StatusThen
from bsc_site.model.vocabularies import Status
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import point_sentence
from bsc_site.wording.language import noted, say, told

_KINDS = {
    "kpi": noted("KPI"),
    "objective": noted("Objective"),
    "initiative": noted("Initiative"),
    "perspective": noted("Perspective"),
    "risk": noted("Risk"),
    "scorecard": noted("Scorecard"),
}


def kind_word(element: Element) -> str:
    """`KPI`, `Objective`, `Initiative` ..."""
    return told(_KINDS[element.kind])


def element_link(here: Standpoint, element: Element) -> Link:
    """A link to the element; its id alone where this audience does not see it."""
    if element.kind == "kpi":
        return here.kpi(element.id)
    card = here.assessment.scorecards.get(element.scorecard)
    if card is None:
        return Link(element.id)
    if element.kind == "objective":
        return here.objective(element.id, element.scorecard)
    if element.kind == "initiative":
        return here.initiative(element.id, element.scorecard)
    return _other(here, element, card)


def _other(here: Standpoint, element: Element, card: ScorecardAssessment) -> Link:
    """A perspective, a risk or a scorecard."""
    names = {
        "perspective": {each: row.perspective.name for each, row in card.perspectives.items()},
        "risk": {each.id: each.name for each in card.scorecard.risks},
        "scorecard": {each: found.scorecard.title for each, found in here.assessment.scorecards.items()},
    }[element.kind]
    if element.id not in names:
        return Link(element.id)
    address = {
        "perspective": here.addresses.perspective(element.scorecard, element.id),
        "risk": here.overview_address("risks", element.scorecard),
        "scorecard": here.addresses.home(element.id),
    }[element.kind]
    return Link(names[element.id], here.href(address))


def stand_mark(here: Standpoint, element: Element, stand: StatusThen) -> StatusMark:
    """Where the element stood, as shape and word; for a KPI with the figures that it follows from."""
    if stand.status is None:
        return StatusMark(own("not-scored"), say("Not recorded"), "")
    if not isinstance(stand.status, Status):
        return here.plan_status(stand.status, "")
    found = here.assessment.kpis.get(element.id) if element.kind == "kpi" else None
    why = point_sentence(found.kpi, stand.point, here.names) if found and stand.point else ""
    return here.status(stand.status, stand.score, why)
