"""Standpoints: the page that is being written, from which links lead elsewhere and statuses get their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from markupsafe import Markup

from bsc_site.model.calculation.rollup_steps import NothingToRollUp
from bsc_site.model.concluded.assessment import InitiativeAssessment, KpiAssessment, ScorecardAssessment, Standing
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import InitiativeStatus, Status, TrendWord
from bsc_site.render.addresses import Addresses, file_href, page_href
from bsc_site.render.matter.row_making import RowMaking, made_now
from bsc_site.render.page_kinds import OverviewPage
from bsc_site.render.text import own, quoted
from bsc_site.render.views.parts.listings import Listings
from bsc_site.render.views.parts.page_parts import NO_FRAME, Frame, Link, ScoreMark, StatusMark, TrendMark
from bsc_site.render.views.parts.value_sentences import judgement_sentence, score_text
from bsc_site.wording.calculations.rollup_text import standing_steps
from bsc_site.wording.calculations.sensitivity_text import sensitivity_sentence
from bsc_site.wording.figures import number_text
from bsc_site.wording.initiative_text import initiative_steps, initiative_word
from bsc_site.wording.language import say, say_count, told
from bsc_site.wording.outlooks.heading_text import heading_alone, run_text
from bsc_site.wording.status_text import stands_out
from bsc_site.wording.trend_text import trend_alone

_STYLES = {each: own(each.value.replace("_", "-")) for each in (*Status, *InitiativeStatus, *TrendWord)}
STRONG_STYLES = {each: own(f"{style}--strong") for each, style in _STYLES.items() if isinstance(each, Status)}
_PLAN_STYLES = {
    InitiativeStatus.PLANNED: own("not-scored"),
    InitiativeStatus.DONE: own("done"),
    InitiativeStatus.CANCELLED: own("not-scored"),
}
_ARROWS = {True: "↗", False: "↘", None: "→"}


@dataclass(frozen=True)
class Standpoint:
    """A page at `address`, one of those of the scorecard `card`; `pages` are those that each scorecard has once.

    `around` is what surrounds the page; `listings` are shared by all pages that are written from one another.
    `rows` makes what one KPI shows in a long list, or knows it from before. `site_url` is where the site will stand on
    the web; empty where nobody knows it.
    """

    assessment: Assessment
    addresses: Addresses
    card: ScorecardAssessment
    address: str
    pages: Mapping[str, OverviewPage]
    around: Frame = NO_FRAME
    listings: Listings = field(default_factory=Listings)
    rows: RowMaking = made_now
    site_url: str = ""

    @property
    def id(self) -> str:
        """The id of the scorecard."""
        return self.card.scorecard.id

    @property
    def names(self) -> StatusNames:
        """The organisation's words for the statuses of what has a score."""
        return self.card.scorecard.words

    @property
    def plan_names(self) -> StatusNames:
        """Its words for the statuses of initiatives, which have none."""
        return self.card.scorecard.status_names

    def names_for(self, found: KpiAssessment) -> StatusNames:
        """The words of the scorecard that declares the KPI, in which its calculation is told."""
        return self.assessment.scorecards[found.scorecard].scorecard.words

    def href(self, address: str) -> Markup:
        """The way to another page."""
        return own(page_href(self.address, address))

    def file(self, path: str) -> Markup:
        """The way to a file of this scorecard, such as `data/nps.csv`."""
        return own(file_href(self.address, self.addresses.home(self.id) + path))

    def overview_address(self, name: str, scorecard: str = "") -> str:
        """The address of a page that a scorecard has once, this one unless another is named."""
        return self.addresses.overview(scorecard or self.id, self.pages[name].folder)

    def overview(self, name: str, text: str = "") -> Link:
        """A link to a page that the scorecard has once, by its title unless another text is given."""
        return Link(text or told(self.pages[name].title), self.href(self.overview_address(name)))

    def overviews(self) -> tuple[Link, ...]:
        """Links to the overview pages of the scorecard."""
        return tuple(self.overview(page.name) for page in self.pages.values() if page.linked(self))

    def subscribed(self) -> tuple[Link, ...]:
        """What tells readers who do not look: the feed of this scorecard, and the calendar of everybody."""
        calendar = Link(say("Calendar of what is due"), own(file_href(self.address, "calendar.ics")))
        return Link(say("Feed of changes"), self.file("feed.xml")), calendar

    @property
    def children(self) -> tuple[str, ...]:
        """The ids of the scorecards directly below."""
        return self.assessment.project.cascade.children[self.id]

    @property
    def above(self) -> str:
        """The id of the scorecard above; empty for none."""
        parent = self.card.scorecard.parent
        return parent if parent is not None and parent in self.assessment.scorecards else ""

    def frame(self, title: str) -> Frame:
        """The frame of the page, which is called `title` unless its frame knows better."""
        return self.around if self.around.title else replace(self.around, title=quoted(title))

    def scorecard(self, scorecard: str) -> Link:
        """A link to the home page of a scorecard."""
        return Link(
            self.assessment.scorecards[scorecard].scorecard.title,
            self.href(self.addresses.home(scorecard)),
        )

    def kpi(self, kpi: str) -> Link:
        """A link to a KPI; its id alone where this audience does not see it."""
        found = self.assessment.kpis.get(kpi)
        return Link(found.kpi.name, self.href(self.addresses.kpi(kpi))) if found else Link(kpi)

    def objective(self, objective: str, scorecard: str = "") -> Link:
        """A link to an objective of this scorecard or another; its id alone where this audience does not see it."""
        card = self.assessment.scorecards.get(scorecard or self.id)
        if card is None or objective not in card.objectives:
            return Link(objective)
        address = self.addresses.objective(card.scorecard.id, objective)
        return Link(card.objectives[objective].objective.name, self.href(address))

    def perspective(self, perspective: str) -> Link:
        """A link to a perspective of this scorecard."""
        found = self.card.perspectives[perspective].perspective
        return Link(found.name, self.href(self.addresses.perspective(self.id, perspective)))

    def initiative(self, initiative: str, scorecard: str = "") -> Link:
        """A link to an initiative; its id alone where this audience does not see it."""
        card = self.assessment.scorecards[scorecard or self.id]
        if initiative not in card.initiatives:
            return Link(initiative)
        address = self.addresses.initiative(card.scorecard.id, initiative)
        return Link(card.initiatives[initiative].initiative.name, self.href(address))

    def person(self, person: str | None) -> Link:
        """A link to a person; `Nobody` where no one is named."""
        if person is None:
            return Link(say("Nobody"))
        found = self.assessment.project.people.get(person)
        return Link(found.name, self.href(self.addresses.person(person))) if found else Link(person)

    def team(self, team: str) -> Link:
        """A link to a team; nothing where there is none."""
        return Link(team, self.href(self.addresses.team(team))) if team in self.addresses.teams else Link(team)

    def status(
        self, status: Status, score: float | None, why: str = "", names: StatusNames | None = None
    ) -> StatusMark:
        """A status with the organisation's word for it; `names` are those of another scorecard."""
        words = names or self.names
        styles = STRONG_STYLES if stands_out(words, status, score) else _STYLES
        return StatusMark(styles[words.scale.within(status)], words.of(status, score), why)

    def legend(self) -> tuple[StatusMark, ...]:
        """Every status that the scorecard has, the best first."""
        known = self.names.scale.lowest_scores
        return tuple(self.status(each, score) for each in Status for score in known.get(each, (None,)))

    def counted(self, standings: Iterable[Standing]) -> tuple[tuple[StatusMark, int], ...]:
        """How many of them have each status, the best first."""
        order = self.legend()
        counts = Counter(self.status(each.status, each.score) for each in standings)
        return tuple((mark, counts[mark]) for mark in sorted(counts, key=order.index))

    def kpi_status(self, found: KpiAssessment) -> StatusMark:
        """The status of a KPI, with the figures that it follows from."""
        return self.status(found.status, found.score, judgement_sentence(found, self.names))

    def plan_status(self, status: InitiativeStatus, why: str) -> StatusMark:
        """The status of an initiative."""
        return StatusMark(_PLAN_STYLES.get(status) or _STYLES[status], initiative_word(status, self.plan_names), why)

    def initiative_status(self, found: InitiativeAssessment) -> StatusMark:
        """The status of an initiative, with the steps that it follows from."""
        return self.plan_status(found.status, " ".join(initiative_steps(found, self.plan_names)))

    def standing(self, standing: Standing, names: StatusNames | None = None) -> ScoreMark:
        """A rolled-up score, its coverage beside it; `names` are those of the scorecard, if it is another one."""
        words = names or self.names
        coverage = _coverage_text(standing)
        score = score_text(standing.score)
        why = _why_text(standing, coverage)
        tested = standing.sensitivity
        turns = sensitivity_sentence(tested, words) if tested else ""
        steps = (*standing_steps(standing, words), *((turns,) if tested else ()))
        mark = self.status(standing.status, standing.score, why, words)
        whole = standing.coverage.scored == standing.coverage.total and not _withheld(standing)
        partial = "" if whole else coverage
        edge = say("on the edge") if tested and not tested.firm else ""
        return ScoreMark(mark, score, coverage, steps, partial, edge, turns)

    def trend(self, found: KpiAssessment) -> TrendMark:
        """The trend of a KPI with its arrow."""
        word = found.trend.word
        arrow = "" if word is TrendWord.TOO_SHORT else _ARROWS[found.trend.rising]
        return TrendMark(_STYLES[word], arrow, heading_alone(found), run_text(found))

    def trend_word(self, word: TrendWord) -> TrendMark:
        """The trend of something that has no value of its own, so no arrow either."""
        return TrendMark(_STYLES[word], "", trend_alone(word), "")

    def seen(self, kpis: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the KPIs that this audience sees."""
        return tuple(each for each in kpis if each in self.assessment.kpis)


def _coverage_text(standing: Standing) -> str:
    if _withheld(standing):
        return say("the score is for fewer readers")
    return say_count(
        "scored from {scored} of {count} KPI",
        "scored from {scored} of {count} KPIs",
        standing.coverage.total,
        scored=standing.coverage.scored,
    )


def _withheld(standing: Standing) -> bool:
    return NothingToRollUp.WITHHELD in standing.calculation


def _why_text(standing: Standing, coverage: str) -> str:
    if standing.score is None:
        return say("No score, {coverage}", coverage=coverage)
    return say("{score} of 100, {coverage}", score=score_text(standing.score), coverage=coverage)


def score_of(found: KpiAssessment) -> str:
    """The score of a KPI with its scale: `72 of 100`; an em dash for none."""
    return "—" if found.score is None else say("{score} of 100", score=number_text(found.score, 0))
