"""Elements: a link and a status mark for whatever a review or a risk is about."""

from __future__ import annotations

from bsc_site.model.review_assessment import Element, Stand
from bsc_site.model.words import Status
from bsc_site.render.text import own
from bsc_site.render.views.parts import Link, StatusMark
from bsc_site.render.views.sentences import point_sentence
from bsc_site.render.views.standpoint import Standpoint

_NOUNS = {"kpi": "KPI"}


def kind_word(element: Element) -> str:
    """`KPI`, `Objective`, `Initiative` ..."""
    return _NOUNS.get(element.kind) or element.kind.capitalize()


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
    if element.kind == "perspective" and element.id in card.perspectives:
        name = card.perspectives[element.id].perspective.name
        return Link(name, here.href(here.addresses.perspective(element.scorecard, element.id)))
    if element.kind == "risk":
        names = {each.id: each.name for each in card.scorecard.risks}
        page = here.href(here.addresses.overview(element.scorecard, "risks"))
        return Link(names.get(element.id, element.id), page if element.id in names else own(""))
    return here.scorecard(element.id) if element.id in here.assessment.scorecards else Link(element.id)


def stand_mark(here: Standpoint, element: Element, stand: Stand) -> StatusMark:
    """Where the element stood, as shape and word; for a KPI with the figures that it follows from."""
    if stand.status is None:
        return StatusMark(own("not-scored"), "Not recorded", "")
    if not isinstance(stand.status, Status):
        return here.plan_status(stand.status, "")
    found = here.assessment.kpis.get(element.id) if element.kind == "kpi" else None
    why = point_sentence(found.kpi, stand.point, here.names) if found and stand.point else ""
    return here.status(stand.status, why)
