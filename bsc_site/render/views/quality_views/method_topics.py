"""Topics of the method page: each figure in plain words, with an example from this very site, and where it is weak."""

from __future__ import annotations

from collections.abc import Iterable

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.evidence import InitiativeEffect
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.calculations.sensitivity_text import sensitivity_sentence
from bsc_site.wording.language import noted, say, told
from bsc_site.wording.outlooks.effect_text import effect_sentences
from bsc_site.wording.outlooks.evidence_text import evidence_sentence
from bsc_site.wording.outlooks.forecast_text import forecast_sentences
from bsc_site.wording.outlooks.heading_text import assurance_text
from bsc_site.wording.outlooks.signal_text import limit_sentences, variation_meaning

_NOISE = noted(
    "Every figure moves a little from period to period without any reason. The control chart measures how much: "
    "the mean, and limits at 2.66 times the average step between neighbouring values. A value is a signal when it"
    " lies outside the limits, when seven in a row rise or fall, when two of three lie close to one limit, or "
    "when a long run stays on one side of the mean. These are the rules of the NHS programme Making Data Count."
)
_MEMORY = noted(
    "Where neighbouring values resemble each other, limits are wider and runs must be longer, so that a slow "
    "drift is not mistaken for news; a yearly pattern is taken out first. Where there is a trend the limits stand "
    "around its line, so that a break in the course is seen. What is 0, or 100 %, in more than half of all periods has "
    "no limits: the others are counted."
)
_THETA = noted(
    "The forecast goes on from the figures themselves: their level, half of their slope and their yearly pattern "
    "(the Theta method, one of the best of the M3 forecasting competition). The fan shows where the figure will "
    "be in 80 and in 95 of 100 cases if nothing changes. The chance of a target is the share of that fan on the "
    "good side of it."
)
_PAST_ONLY = noted(
    "It knows nothing but the past. Two years of monthly figures are the least; a new product, a crisis or an "
    "initiative that has just begun are not in it."
)
_HYPOTHESIS = noted(
    "Each arrow of the strategy map is a guess: when this gets better, that will follow. The test asks whether "
    "changes of the first KPI come before changes of the second in the declared time, when the year's pattern and"
    " the second one's own past are allowed for. All arrows are judged together, for and against, so that a map with "
    "many arrows does not find support by luck. Two KPIs behind which the same figures stand are not tested at all."
)
_NO_PROOF = noted(
    "An association, even in time order, is not proof of cause. It is the least that a true hypothesis should show."
)
_COMMON_PERIODS = noted(
    "It takes 24 common periods beyond the lag, and 36 for a firm grade. What moves both KPIs at once can look "
    "like a link; name such a thing as a control."
)
_COURSE = noted(
    "The KPI's own course before the initiative is carried on; the effect is how far the figures after it lie "
    "from that course, with an interval that holds the true step in 95 of 100 cases. All KPIs of an initiative are "
    "judged together, and other initiatives for the same KPI at about the same time are named."
)
_AT_THE_SAME_TIME = noted(
    "Twelve periods before and six after are the least. Whatever else happened at the same time is in it too."
)
_CHOICES = noted(
    "Weights and thresholds are chosen by people. So each rolled-up status is tried again with every weight a "
    "tenth higher and lower, and with the thresholds of everything below it moved by a tenth of the distance "
    "between red flag and target. If none of this changes the status it is firm, otherwise on the edge."
)
_NOTHING_YET = noted("No KPI of this scorecard has enough figures for an example yet.")


@dataclass(frozen=True, slots=True)
class Topic:
    """One figure: what it says, an example with the way to its page, and its weak spots."""

    anchor: str
    heading: str
    words: tuple[str, ...]
    example: Link
    sentences: tuple[str, ...]
    weakness: str


def topics_of(here: Standpoint) -> tuple[Topic, ...]:
    """Signal, forecast, evidence, effects of initiatives and sensitivity, in this order."""
    found = [here.assessment.kpis[name] for name in here.seen(here.card.kpis)]
    return (_signal(here, found), _forecast(here, found), _evidence(here), _effect(here), _sensitivity(here))


def _signal(here: Standpoint, found: Iterable[KpiAssessment]) -> Topic:
    example = next((each for each in found if each.signal.grounds is not None), None)
    sentences = () if example is None else _signal_sentences(example)
    return Topic(
        "signal",
        say("Is it real, or noise?"),
        (
            told(_NOISE),
            told(_MEMORY),
        ),
        here.kpi(example.kpi.id) if example else Link(told(_NOTHING_YET)),
        sentences,
        say("Fewer than 13 values give limits on trial only. One wild value in a short history widens them."),
    )


def _signal_sentences(found: KpiAssessment) -> tuple[str, ...]:
    meanings = (variation_meaning(found.signal.variation), assurance_text(found))
    return (*(each for each in meanings if each), *limit_sentences(found.signal, found.kpi))


def _forecast(here: Standpoint, found: Iterable[KpiAssessment]) -> Topic:
    example = next((each for each in found if each.forecast.chances), None)
    return Topic(
        "forecast",
        say("Where does it go from here?"),
        (told(_THETA),),
        here.kpi(example.kpi.id) if example else Link(told(_NOTHING_YET)),
        forecast_sentences(example.forecast, example.kpi) if example else (),
        told(_PAST_ONLY),
    )


def _evidence(here: Standpoint) -> Topic:
    example = next((each for each in here.card.evidence if each.effect is not None), None)
    link = here.objective(example.source) if example else Link(say("No arrow of this map can be tested yet."))
    return Topic(
        "evidence",
        say("Does the map hold?"),
        (
            told(_HYPOTHESIS),
            told(_NO_PROOF),
        ),
        link,
        (evidence_sentence(example, here.assessment.kpis),) if example else (),
        told(_COMMON_PERIODS),
    )


def _effect(here: Standpoint) -> Topic:
    pairs = [(each.initiative.id, one) for each in here.card.initiatives.values() for one in each.effects]
    example = next((pair for pair in pairs if pair[1].effect is not None), None)
    link = (
        here.initiative(example[0])
        if example
        else Link(say("No initiative has figures enough before and after it yet."))
    )
    return Topic(
        "effect",
        say("Did the initiative change anything?"),
        (told(_COURSE),),
        link,
        (_effect_sentences(here, example[1]),) if example else (),
        told(_AT_THE_SAME_TIME),
    )


def _effect_sentences(here: Standpoint, effect: InitiativeEffect) -> str:
    return effect_sentences(effect, here.assessment.kpis[effect.kpi].kpi, here.card.initiatives)


def _sensitivity(here: Standpoint) -> Topic:
    tried = here.card.standing.sensitivity
    return Topic(
        "sensitivity",
        say("Firm, or on the edge?"),
        (told(_CHOICES),),
        here.scorecard(here.id),
        (sensitivity_sentence(tried, here.names),) if tried else (),
        say("One choice is moved at a time; two wrong choices together may still matter."),
    )
