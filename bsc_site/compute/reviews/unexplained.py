"""Unexplained: KPIs that are off track while nobody has said why, or nobody does anything about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bsc_site.compute.reviews.decision_states import state_of
from bsc_site.compute.reviews.past_standing import Past
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import DecisionState, Element, Unexplained, element_of
from bsc_site.model.declared.review import Review
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import InitiativeStatus, Status

_ENDED = (InitiativeStatus.DONE, InitiativeStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class Talk:
    """What is said about which element in any scorecard, and which objectives list which KPI."""

    reviews: Mapping[Element, tuple[Review, ...]]
    objectives: Mapping[str, tuple[Element, ...]]

    def about(self, kpi: str) -> tuple[Element, ...]:
        """The KPI and the objectives that list it."""
        return (Element("kpi", "", kpi), *self.objectives.get(kpi, ()))


def talk_of(assessment: Assessment) -> Talk:
    """Every review and every objective of the project, found once."""
    reviews: dict[Element, tuple[Review, ...]] = {}
    objectives: dict[str, tuple[Element, ...]] = {}
    for name, card in assessment.scorecards.items():
        for review in card.scorecard.reviews:
            element = element_of(review.on, name)
            reviews[element] = (*reviews.get(element, ()), review)
        for id_, goal in card.objectives.items():
            for kpi in goal.kpis:
                objectives[kpi] = (*objectives.get(kpi, ()), Element("objective", name, id_))
    return Talk(reviews, objectives)


def unexplained_kpis(past: Past, scorecard: str, talk: Talk) -> Iterator[Unexplained]:
    """The KPIs of the scorecard that are off track at that day and lack an analysis or an action, worst score first."""
    red = [each for each in past.kpis(scorecard).values() if each.status is Status.OFF_TRACK and each.current]
    for found in sorted(red, key=lambda each: -1.0 if each.score is None else each.score):
        since = _since(found)
        about = talk.about(found.kpi.id)
        said = (review for element in about for review in talk.reviews.get(element, ()))
        heard = [each for each in said if each.period.start <= past.day]
        analysed = any(each.analysis.strip() and each.period.end >= since.start for each in heard)
        acted = any(_acts(each, since, past) for each in heard) or _is_served(past, about)
        if not (analysed and acted):
            yield Unexplained(found.kpi.id, since, analysed, acted)


def _since(found: KpiAssessment) -> Period:
    """The first of the periods in a row, up to the latest complete one, that are off track."""
    complete = [point for point in found.points if point.complete]
    first = complete[-1].period
    for point in reversed(complete):
        if point.status is not Status.OFF_TRACK:
            break
        first = point.period
    return first


def _acts(review: Review, since: Period, past: Past) -> bool:
    if review.period.end >= since.start and review.decisions:
        return True
    return any(state_of(each, past.day)[0] is not DecisionState.DONE for each in review.decisions)


def _is_served(past: Past, about: Sequence[Element]) -> bool:
    """Whether an initiative that has not ended serves one of the objectives."""
    for scorecard in {each.scorecard for each in about if each.kind == "objective"}:
        goals = {each.id for each in about if each.scorecard == scorecard}
        for found in past.card(scorecard).initiatives.values():
            if found.status not in _ENDED and goals.intersection(found.initiative.serves):
                return True
    return False
