"""The scorecard: mission, perspectives, objectives with their links, KPIs, initiatives, people, reviews and risks."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Ignore, Kpi, ManualStatus
from bsc_site.model.declared.own_statuses import NO_SCALE, OwnStatus, StatusScale
from bsc_site.model.declared.review import Cadence, Review, Risk
from bsc_site.model.declared.sources.period_writing import PeriodWriting
from bsc_site.model.fields import (
    EVEN,
    Flag,
    Id,
    Length,
    Month,
    Part,
    Reference,
    Share,
    Text,
    Tolerance,
    Weight,
    When,
    Width,
)
from bsc_site.model.translated.prose import LanguageCode, ProperName, Prose
from bsc_site.model.vocabularies import PartialRollUps, RollUp, Status

DEFAULT_AUDIENCES = ("public", "staff", "board")
"""From the widest to the narrowest, where no scorecard names its own."""
NO_AUDIENCE = "all"
"""What a command is given in place of an audience to leave nothing out; so no audience may have that name."""


class Horizon(Part):
    """The time that the strategy covers."""

    from_: When = Field(alias="from")
    """The period with which the time of the strategy begins; it does not lie after `to`."""
    to: When
    """The period with which the time of the strategy ends; forecasts reach that far, but five years at most."""


class StatusNames(Part):
    """The organisation's own words for the statuses."""

    on_track: Prose = "On track"
    """The word for what reaches its target; On track unless said otherwise."""
    at_risk: Prose = "At risk"
    """The word for what lies between its target and its red flag; At risk unless said otherwise."""
    off_track: Prose = "Off track"
    """The word for what lies beyond its red flag; Off track unless said otherwise."""
    no_data: Prose = "No data"
    """The word for what is to be scored but has no value yet; No data unless said otherwise."""
    not_scored: Prose = "Not scored"
    """The word for what has nothing to be compared with, such as a target; Not scored unless said otherwise."""

    def of(self, status: Status, score: float | None = None) -> str:  # noqa: ARG002  # own statuses look at it
        """The organisation's word for `status`."""
        return str(getattr(self, status.value))

    @property
    def scale(self) -> StatusScale:
        """The organisation's own statuses; without any where it only has other words."""
        return NO_SCALE


class StatusWords(StatusNames):
    """The words for the statuses where an organisation has its own: by the score, and joined where none is given."""

    statuses: tuple[OwnStatus, ...] = ()

    def of(self, status: Status, score: float | None = None) -> str:
        """The organisation's own status of what has this status and score."""
        own = self.scale.own(status, score)
        return super().of(status) if own is None else own.name

    @cached_property
    def scale(self) -> StatusScale:
        """Those statuses, with what each of them means."""
        return StatusScale(self.statuses)


class Theme(Part):
    """A strategic theme: a column of the map that runs through the perspectives."""

    id: Id
    """The short name by which objectives refer to the theme, unique in its scorecard."""
    name: Prose
    """The theme as readers see it, above its column of the map or among the filters."""
    description: Prose = ""
    """What the theme means, for those who read the file; the site shows the name alone."""
    audience: Id | None = None
    """The widest circle of readers that may see the theme, such as board; everybody may where none is named."""


class ValueProposition(Part):
    """What customers are offered, in the three parts of Kaplan and Norton."""

    functionality: Prose = ""
    """What the product or service does for those you serve: its quality, price, time and choice."""
    relationship: Prose = ""
    """How those you serve are treated, from the first question to the last complaint."""
    image: Prose = ""
    """What it says about people to be served by you."""


class Destination(Part):
    """Where the organisation wants to be in three to five years."""

    period: When
    """The period by whose end the destination is reached; the targets of that year stand beside its text."""
    text: Prose
    """What will be true then, in one sentence that the home page shows."""


class Drive(Part):
    """A hypothesis of the strategy map: this objective moves another one."""

    to: Id
    """The id of the objective of the same scorecard that this one moves."""
    sign: Literal["+", "-"] = "+"
    """`+`, the default, where reaching this objective helps the other one, or "-" in quotes where it works against
    it."""
    lag: Length | None = None
    """How long it takes until the effect shows; without it, lags of 1 to 6 periods are tried when the link is
    tested."""
    because: Prose = ""
    """Why the one moves the other, in half a sentence that stands at the arrow; a link without a reason gets a note."""
    via: Annotated[tuple[Id, ...], Field(examples=[["repeat-rate", "revenue"]])] = ()
    """The two KPIs that stand for cause and effect, cause first; otherwise the first KPI of each objective does."""
    controls: tuple[Id, ...] = ()
    """KPIs, measured as often as the cause, whose own influence is taken out when the link is tested."""
    audience: Id | None = None
    """The widest circle of readers that may see the link, such as board; everybody may where none is named."""


def _reference_alone(value: Any) -> Any:
    return {"to": value} if isinstance(value, str) else value


class Objective(Part):
    """What the organisation wants to achieve, who owns it and which KPIs tell."""

    id: Id
    """The objective's short name in addresses and references, unique in its scorecard."""
    name: Prose
    """What will be different for whom, such as `Answer every call in a minute`."""
    was: tuple[Id, ...] = ()
    """Earlier ids: their addresses lead here."""
    description: Prose = ""
    """What the name means, in a sentence or two that the objective's page shows."""
    owner: Id | None = None
    """The id of the person who answers for the objective."""
    themes: tuple[Id, ...] = ()
    """The ids of the strategic themes to which the objective belongs."""
    value_proposition: tuple[Literal["functionality", "relationship", "image"], ...] = ()
    """The parts of the value proposition that the objective carries: functionality, relationship or image."""
    weight: Weight = EVEN
    """How much it counts in its perspective beside the others, 1 by default; a list tells from when on which one
    holds."""
    supports: Annotated[tuple[Reference, ...], Field(examples=[["group/retain-customers"]])] = ()
    """The objectives of the parent scorecard that it helps to reach, by id or as parent/id: the line of sight."""
    drives: tuple[Annotated[Drive, BeforeValidator(_reference_alone)], ...] = ()
    """The objectives of the same scorecard that it moves, each a link of the map; an id alone is enough."""
    kpis: tuple[Id, ...] = ()
    """The ids of the KPIs that tell whether it is reached, the most telling first; other scorecards may declare
    them."""
    rollup: RollUp = RollUp.MEAN
    """How its KPIs become its score: mean (by weight, the default), worst, best, most_frequent, or self for the
    first."""
    min_coverage: Share = 0.0
    """The share of its KPIs that need a score before it gets one itself; 0 % unless said otherwise."""
    manual_status: ManualStatus | None = None
    """A status that people set by hand for a while, against the computed one."""
    audience: Id | None = None
    """The widest circle of readers that may see it, such as staff; everybody may where none is named."""
    ignore: tuple[Ignore, ...] = ()
    """The rules that do not apply to this objective, each with the reason."""


class Perspective(Part):
    """One row of the strategy map, with the question that it answers."""

    id: Id
    """The perspective's short name in addresses, unique in its scorecard; other files add objectives under the same
    id."""
    name: Prose
    """The perspective as readers see it, such as `Customer`; a file that only adds objectives to it leaves it out."""
    was: tuple[Id, ...] = ()
    """Earlier ids: their addresses lead here."""
    question: Prose = ""
    """The question that this row of the map answers, such as `How do customers see us?`."""
    weight: Weight = EVEN
    """How much it counts in the scorecard beside the others, 1 by default; a list tells from when on which one
    holds."""
    rollup: RollUp = RollUp.MEAN
    """How its objectives become its score: mean (by weight, the default), worst, best or most_frequent."""
    min_coverage: Share = 0.0
    """The share of the KPIs below it that need a score before it gets one itself; 0 % unless said otherwise."""
    objectives: tuple[Objective, ...] = ()
    """The objectives of this row; those that other files add to it stand behind them."""
    audience: Id | None = None
    """The widest circle of readers that may see it and all in it; everybody may where none is named."""
    ignore: tuple[Ignore, ...] = ()
    """The rules that do not apply to this perspective and to what is in it, each with the reason."""


class Person(Part):
    """Someone who owns or updates elements of the scorecard."""

    id: Id
    """The short name by which owner, updater and by refer to the person, unique in the whole project."""
    name: ProperName
    """The person's name as readers see it; it is published with the site."""
    was: tuple[Id, ...] = ()
    """Earlier ids: their addresses lead here."""
    role: Prose = ""
    """What the person does, such as `Head of sales`, shown beside the name."""
    team: Text = ""
    """The team that the person belongs to; each team has a page with all that its people own."""
    email: Annotated[Text, Field(examples=["kim@example.org"])] = ""
    """The address under which readers reach the person, published on the person's page."""
    audience: Id | None = None
    """The widest circle of readers that may know of the person, such as staff; everybody may where none is named."""


class Scorecard(Part):
    """One scorecard with everything that stands in its file or folder."""

    id: Id
    """The scorecard's short name in addresses and references; a file without it is a part of the folder's scorecard."""
    title: Prose
    """The scorecard's name as readers see it, at the head of its home page and in the navigation."""
    was: tuple[Id, ...] = ()
    """Earlier ids of a scorecard below the top: all addresses below theirs lead here."""
    description: Prose = ""
    """What the scorecard is about, in a sentence or two that its home page shows."""
    parent: Id | None = None
    """The id of the scorecard that this one cascades from; the one at the top of the site has none."""
    mission: Prose = ""
    """Why the organisation is there, in one sentence that the home page shows."""
    vision: Prose = ""
    """What the organisation wants to become, in one sentence that stands over the map and every line of sight."""
    strategy: Prose = ""
    """How the vision is to be reached, in a few sentences for those who read the file; no page shows them."""
    values: tuple[Prose, ...] = ()
    """What the organisation holds on to whatever its strategy, as short texts that the home page lists."""
    destination: Destination | None = None
    """Where the organisation wants to be in three to five years, beside which this year's targets are shown."""
    horizon: Horizon | None = None
    """The time that the strategy covers, from one period to another."""
    languages: Annotated[tuple[LanguageCode, ...], Field(examples=[["en", "de"]])] = ()
    """The codes of the languages in which texts are written, the first for those without one and for the
    site, unless its theme names another; only the scorecard at the top names them."""
    fiscal_year_starts: Annotated[Month, Field(examples=[4])] = 1
    """The month, 1 to 12, in which the year of quarters and fiscal years begins; a child takes over its parent's."""
    periods: PeriodWriting = PeriodWriting.model_construct()
    """How the data of its KPIs writes periods where they could be read in two ways; a KPI or a source may differ, and
    a child takes over its parent's."""
    currency: Annotated[Text, Field(examples=["EUR"])] = ""
    """The code of the currency in which costs of initiatives are shown; a child takes over its parent's."""
    due: Length | None = None
    """How long after a period's end the figures of KPIs that do not say it themselves may take; a child takes over its
    parent's."""
    tolerance: Width = Tolerance(0.05, relative=True)
    """The width of the amber zone of KPIs that name none: a share of the target, 5 % by default, or an amount."""
    status_names: StatusNames = StatusNames.model_construct()
    """The organisation's own words for the statuses, wherever they are shown; a child takes over its parent's."""
    statuses: Annotated[
        tuple[OwnStatus, ...],
        Field(
            examples=[[{"name": "Met", "from": "target"}, {"name": "Close", "from": "red flag"}, {"name": "Missed"}]]
        ),
    ] = ()
    """The organisation's own two to six statuses in place of on track, at risk and off track, the best first, each with
    the score from which on it holds; a child takes over its parent's."""
    audiences: Annotated[tuple[Id, ...], Field(examples=[["public", "staff", "board"]])] = ()
    """The circles of readers, widest first: public, staff and board unless named; a child takes over its parent's."""
    audience: Id | None = None
    """The widest circle of readers that may know of it and of all below it; the one at the top is for everybody."""
    themes: tuple[Theme, ...] = ()
    """The strategic themes; two to four become columns of the map where each objective has exactly one."""
    value_proposition: ValueProposition = ValueProposition.model_construct()
    """What is offered to those whom the organisation serves, shown with the objectives that carry it."""
    rollup: RollUp = RollUp.MEAN
    """How the perspectives become the score of the scorecard: mean (by weight, the default), worst, best,
    most_frequent."""
    partial_rollups: PartialRollUps = PartialRollUps.VISIBLE
    """What readers see of a score of which a part is kept from them: visible, the default, for that of what they see,
    or hidden for none; a child takes over its parent's."""
    min_coverage: Share = 0.0
    """The share of all listed KPIs that need a score before the scorecard gets one; 0 % unless said otherwise."""
    pilot: Flag = False
    """Whether the scorecard is only being tried, so that no note is made of beginning with more than ten KPIs."""
    perspectives: tuple[Perspective, ...] = ()
    """The rows of the map, results on top and foundations below; several files may add objectives to one of them."""
    defaults: Annotated[
        dict[str, Any], Field(examples=[{"frequency": "yearly", "source": {"file": "data/{id}.csv", "period": "Year"}}])
    ] = Field(default_factory=dict)
    """What holds for every KPI of this scorecard, none of its children, that does not say otherwise: any key but id and
    name, with `{id}` and `{name}` in texts for those of the KPI."""
    kpis: tuple[Kpi, ...] = ()
    """The KPIs that this scorecard declares; every scorecard of the project may list them in its objectives."""
    initiatives: tuple[Initiative, ...] = ()
    """The work by which objectives are to be reached, with its time, its costs and its milestones."""
    people: tuple[Person, ...] = ()
    """The people who own, update or review elements of any scorecard of the project."""
    review_cadence: Cadence | None = None
    """How often the scorecard is reviewed: a frequency alone, or with the time that the meeting may take to come."""
    reviews: tuple[Review, ...] = ()
    """What review meetings said and decided, one entry for each element that was spoken of."""
    risks: tuple[Risk, ...] = ()
    """What may keep the strategy or one of its elements from its aim."""
    ignore: tuple[Ignore, ...] = ()
    """The rules that do not apply to this scorecard and to what is in it, each with the reason."""

    @cached_property
    def scale(self) -> StatusScale:
        """Its own statuses, with what each of them means."""
        return StatusScale(self.statuses)

    @cached_property
    def words(self) -> StatusNames:
        """The words for the statuses of what has a score: those of its own statuses where it declares any."""
        if not self.statuses:
            return self.status_names
        joined = {each.value: " / ".join(own.name for own in self.scale.meant_by(each)) for each in Status}
        named = {name: words for name, words in joined.items() if words}
        return StatusWords.model_construct(**{**self.status_names.model_dump(), **named}, statuses=self.statuses)

    @cached_property
    def objectives(self) -> dict[str, Objective]:
        """Every objective by id, in the order of the map."""
        return {objective.id: objective for row in self.perspectives for objective in row.objectives}

    def perspective_of(self, objective: str) -> Perspective:
        """The perspective that holds the objective; KeyError when none does."""
        for row in self.perspectives:
            if any(each.id == objective for each in row.objectives):
                return row
        raise KeyError(objective)

    def year_starts_of(self, kpi: Kpi) -> int:
        """The month in which the year of a KPI that is declared here starts: its own, otherwise the scorecard's."""
        return kpi.own_year_starts or self.fiscal_year_starts
