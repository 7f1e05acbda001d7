"""The matter of a KPI's page: the assessment with the figures of one KPI, and of all others what is declared."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property

from bsc_site.model.concluded.assessment import (
    Coverage,
    Freshness,
    KpiAssessment,
    ScorecardAssessment,
    Standing,
    Trend,
)
from bsc_site.model.concluded.data_quality import DataQuality, KpiQuality
from bsc_site.model.concluded.evidence import InitiativeEffect
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import ReviewBook, ReviewMeeting
from bsc_site.model.differences.declared_history import NO_HISTORY, DeclaredHistory
from bsc_site.model.provenance import Provenance
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import FreshnessWord, Status, TrendWord

_UNKNOWN = Standing(Status.NO_DATA, None, Coverage(0, 0), ())
_NO_TREND = Trend(TrendWord.TOO_SHORT, None, None, 0, 0)
_NO_DATE = Freshness(FreshnessWord.FRESH, None, None, None, 0)
_NO_EFFECTS: Mapping[str, Mapping[str, tuple[InitiativeEffect, ...]]] = {}
_NO_BOOKS: Mapping[str, ReviewBook] = {}


@dataclass(frozen=True, slots=True)
class KpiMatter:
    """What figures and people say of one KPI.

    `effects` are those of initiatives on it, by scorecard and initiative; `reviews` what meetings said about it and
    what nobody has explained, by scorecard.
    """

    found: KpiAssessment
    quality: KpiQuality | None
    effects: Mapping[str, Mapping[str, tuple[InitiativeEffect, ...]]] = field(default_factory=dict)
    reviews: Mapping[str, ReviewBook] = field(default_factory=dict)
    history: DeclaredHistory = NO_HISTORY


@dataclass(frozen=True)
class KpiMatters:
    """The matter of every KPI of an assessment."""

    assessment: Assessment

    @cached_property
    def declared(self) -> Assessment:
        """The assessment without anything that figures or reviews say: what the pages of all KPIs share."""
        whole = self.assessment
        return Assessment(
            whole.project,
            whole.as_of,
            whole.audience,
            {name: _declared_card(card) for name, card in whole.scorecards.items()},
            {name: _declared_kpi(found) for name, found in whole.kpis.items()},
        )

    def of(self, kpi: str) -> KpiMatter:
        """That of one KPI."""
        return KpiMatter(
            self.assessment.kpis[kpi],
            self.assessment.quality.kpis.get(kpi),
            self._effects.get(kpi, _NO_EFFECTS),
            self._reviews.get(kpi, _NO_BOOKS),
            self.assessment.histories.get(f"kpi/{kpi}", NO_HISTORY),
        )

    def told(self, matter: KpiMatter) -> Assessment:
        """What the page of the KPI may show: what is declared, and its matter."""
        declared, kpi = self.declared, matter.found.kpi.id
        cards = {name: _with_effects(declared.scorecards[name], effects) for name, effects in matter.effects.items()}
        return replace(
            declared,
            scorecards={**declared.scorecards, **cards} if cards else declared.scorecards,
            kpis=ChainMap({kpi: matter.found}, declared.kpis),  # type: ignore[arg-type]  # nobody writes into it
            reviews=matter.reviews,
            histories={f"kpi/{kpi}": matter.history},
            quality=DataQuality({} if matter.quality is None else {kpi: matter.quality}),
        )

    @cached_property
    def _effects(self) -> Mapping[str, Mapping[str, Mapping[str, tuple[InitiativeEffect, ...]]]]:
        found: dict[str, dict[str, dict[str, tuple[InitiativeEffect, ...]]]] = defaultdict(lambda: defaultdict(dict))
        for card in self.assessment.scorecards.values():
            for name, each in card.initiatives.items():
                for effect in each.effects:
                    of_card = found[effect.kpi][card.scorecard.id]
                    of_card[name] = (*of_card.get(name, ()), effect)
        return {kpi: dict(cards) for kpi, cards in found.items()}

    @cached_property
    def _reviews(self) -> Mapping[str, Mapping[str, ReviewBook]]:
        found: dict[str, dict[str, ReviewBook]] = defaultdict(dict)
        for name, book in self.assessment.reviews.items():
            named = {each.element.id for meeting in book.meetings for each in meeting.entries}
            for kpi in named.union(each.kpi for each in book.unexplained).intersection(self.assessment.kpis):
                found[kpi][name] = self._about(kpi, book)
        return found

    def _about(self, kpi: str, book: ReviewBook) -> ReviewBook:
        unexplained = tuple(each for each in book.unexplained if each.kpi == kpi)
        return ReviewBook(tuple(self._meetings(kpi, book)), (), None, unexplained)

    def _meetings(self, kpi: str, book: ReviewBook) -> Iterator[ReviewMeeting]:
        for each in book.meetings:
            entries = tuple(one for one in each.entries if (one.element.kind, one.element.id) == ("kpi", kpi))
            if entries:
                card = self.declared.scorecards[each.card.scorecard.id]
                yield replace(each, entries=entries, card=card, kpis={}, moves=(), unexplained=(), earlier=())


def _declared_kpi(found: KpiAssessment) -> KpiAssessment:
    return KpiAssessment(
        kpi=found.kpi,
        scorecard=found.scorecard,
        points=(),
        current=None,
        previous=None,
        status=Status.NO_DATA,
        score=None,
        progress=None,
        pace=None,
        trend=_NO_TREND,
        freshness=_NO_DATE,
        origin=Provenance(()),
        calculation=(),
    )


def _declared_card(card: ScorecardAssessment) -> ScorecardAssessment:
    return replace(
        card,
        standing=_UNKNOWN,
        freshness={},
        perspectives={name: replace(each, standing=_UNKNOWN) for name, each in card.perspectives.items()},
        objectives={
            name: replace(each, standing=_UNKNOWN, trend=TrendWord.TOO_SHORT) for name, each in card.objectives.items()
        },
        initiatives={name: replace(each, effects=()) for name, each in card.initiatives.items()},
        evidence=(),
    )


def _with_effects(
    card: ScorecardAssessment, effects: Mapping[str, tuple[InitiativeEffect, ...]]
) -> ScorecardAssessment:
    plans = {name: replace(card.initiatives[name], effects=each) for name, each in effects.items()}
    return replace(card, initiatives={**card.initiatives, **plans})
