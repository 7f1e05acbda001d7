"""The page of a KPI: where it is, against what, since when, what next, whose it is, how and from where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.concluded.review_assessment import Element
from bsc_site.model.declared.benchmark_age import is_old
from bsc_site.model.declared.kpi import Benchmark, Kpi
from bsc_site.model.declared.targets import FoundBaseline, Target, in_force
from bsc_site.model.vocabularies import Aggregate, Direction, FreshnessWord, InitiativeStatus, Kind
from bsc_site.render.views.initiative_views.risks_view import RiskRow, risks_about
from bsc_site.render.views.kpi_views.breakdown_view import BreakdownView, breakdown_views
from bsc_site.render.views.kpi_views.kpi_effects import EffectLine, effect_lines
from bsc_site.render.views.kpi_views.origin_blocks import OriginView, origin_view
from bsc_site.render.views.kpi_views.point_table import ROWS, point_table
from bsc_site.render.views.kpi_views.signals import SignalMark, chance_facts, signal_marks, signal_notes
from bsc_site.render.views.parts.frequency_words import several_figures, slope_text
from bsc_site.render.views.parts.freshness_marks import delivery_text, freshness_mark
from bsc_site.render.views.parts.page_parts import Fact, Frame, Link, StatusMark, TrendMark
from bsc_site.render.views.parts.standpoint import Standpoint, score_of
from bsc_site.render.views.parts.value_sentences import (
    benchmark_text,
    difference_text,
    direction_in_list,
    direction_word,
    expected_at,
    gap_sentence,
    held_for,
    judgement_sentence,
    rating_source,
    red_flag_text,
    rounds_to_nothing,
    target_text,
    unit_text,
    value_text,
)
from bsc_site.render.views.review_views.remarks import Discussed, discussed_about
from bsc_site.wording.calculations.calculation_text import calculation_steps
from bsc_site.wording.calculations.target_text import validity_text
from bsc_site.wording.figures import date_text, number_text, period_text, share_text
from bsc_site.wording.kpi_figures import state_of
from bsc_site.wording.language import enumeration, noted, say, told
from bsc_site.wording.period_counts import frequency_word, periods_text
from bsc_site.wording.point_text import so_far_text
from bsc_site.wording.trend_text import trend_steps

_AGGREGATES = {
    Aggregate.SUM: noted("added up"),
    Aggregate.MEAN: noted("averaged"),
    Aggregate.LAST: noted("the last one counts"),
    Aggregate.MIN: noted("the smallest one counts"),
    Aggregate.MAX: noted("the largest one counts"),
    Aggregate.RATIO: noted("numerators and denominators are added up first, then divided"),
}


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that work has reached, as words, and the initiatives for a KPI that stand there."""

    words: str
    initiatives: tuple[Link, ...]


_STAGES = {
    InitiativeStatus.PLANNED: noted("Planned for it"),
    InitiativeStatus.DONE: noted("Done for it"),
    InitiativeStatus.CANCELLED: noted("Cancelled"),
}
_UNDER_WAY = noted("Under way for it")


@dataclass(frozen=True, slots=True)
class KpiFiles:
    """Where the KPI's own files are."""

    csv: Markup
    json: Markup
    badge: Markup


@dataclass(frozen=True, slots=True)
class KpiView:
    """Everything that `kpi.md.jinja` shows."""

    title: str
    frame: Frame
    kind: str
    """`Leading KPI, monthly, higher is better`."""
    objectives: tuple[Link, ...]
    value: str
    period: str
    verdict: str
    status: StatusMark
    trend: TrendMark
    score: str
    target: str
    gap: str
    figure: Markup
    description: str
    against: tuple[Fact, ...]
    since: tuple[Fact, ...]
    signals: tuple[SignalMark, ...]
    signal_notes: tuple[str, ...]
    trend_steps: tuple[str, ...]
    next: tuple[Fact, ...]
    work: tuple[Stage, ...]
    rating: tuple[Fact, ...]
    """The latest official rating, by whom and of when; empty without any."""
    breakdowns: tuple[BreakdownView, ...]
    effects: tuple[EffectLine, ...]
    risks: tuple[RiskRow, ...]
    said: tuple[Discussed, ...]
    owner: Link
    owner_role: str
    updater: Link
    freshness: StatusMark
    freshness_detail: str
    definition: tuple[Fact, ...]
    calculation: tuple[str, ...]
    origin: OriginView
    table_caption: str
    rows: Markup
    files: KpiFiles


def kpi_view(here: Standpoint, kpi: str, figure: Markup) -> KpiView:
    """The page of `kpi`; `figure` is its chart, empty where there is nothing to draw."""
    found = here.assessment.kpis[kpi]
    declared, now = found.kpi, found.current
    person = here.assessment.project.people.get(declared.owner or "")
    return KpiView(
        title=declared.name,
        frame=here.frame(declared.name),
        kind=_kind(declared),
        objectives=_objectives(here, kpi),
        value=value_text(declared, now.value if now else None),
        period=so_far_text(now) if now else say("no value yet"),
        verdict=judgement_sentence(found, here.names),
        status=here.kpi_status(found),
        trend=here.trend(found),
        score=score_of(found),
        target=expected_at(declared, now),
        gap=gap_sentence(declared, now) if now else "",
        figure=figure,
        description=declared.description,
        against=_against(here, found),
        since=_since(here, found),
        signals=signal_marks(found),
        signal_notes=signal_notes(found),
        trend_steps=trend_steps(found.trend, declared),
        next=_next(found),
        work=_work(here, kpi),
        rating=_rating(found),
        breakdowns=breakdown_views(here, found),
        effects=effect_lines(here, kpi),
        risks=risks_about(here, [Element("kpi", "", kpi)]),
        said=discussed_about(here, Element("kpi", "", kpi)),
        owner=here.person(declared.owner),
        owner_role=enumeration(part for part in (person.role, person.team) if part) if person else "",
        updater=here.person(declared.updater) if declared.updater else Link(""),
        freshness=freshness_mark(found.freshness),
        freshness_detail=delivery_text(found.freshness),
        definition=_definition(declared),
        calculation=calculation_steps(found, here.names_for(found)),
        origin=origin_view(here, found),
        table_caption=_caption(found),
        rows=point_table(here, found),
        files=_files(here, kpi),
    )


def _files(here: Standpoint, kpi: str) -> KpiFiles:
    return KpiFiles(here.file(f"data/{kpi}.csv"), here.file(f"api/v1/kpis/{kpi}.json"), here.file(f"badges/{kpi}.svg"))


def _rating(found: KpiAssessment) -> tuple[Fact, ...]:
    if not found.ratings:
        return ()
    period, words = found.ratings[-1]
    detail = rating_source(found.kpi, period_text(period))
    return (Fact(say("Official rating"), words, detail),)


def _kind(kpi: Kpi) -> str:
    words = {"frequency": frequency_word(kpi.frequency), "direction": direction_in_list(kpi.direction)}
    if kpi.kind is Kind.LEADING:
        return say("Leading KPI, {frequency}, {direction}", **words)
    return say("Lagging KPI, {frequency}, {direction}", **words)


def _serving(here: Standpoint, kpi: str) -> list[tuple[str, str]]:
    """Scorecard and objective of everything that lists the KPI, its own scorecard first."""
    cards = sorted(here.assessment.scorecards.values(), key=lambda card: card.scorecard.id != here.id)
    return [(card.scorecard.id, each) for card in cards for each, found in card.objectives.items() if kpi in found.kpis]


def _objectives(here: Standpoint, kpi: str) -> tuple[Link, ...]:
    return tuple(here.objective(each, scorecard) for scorecard, each in _serving(here, kpi))


def _work(here: Standpoint, kpi: str) -> tuple[Stage, ...]:
    """The initiatives that serve the KPI, by their own status: what is done is not under way."""
    serving, found = set(_serving(here, kpi)), defaultdict[str, list[Link]](list)
    for id_, card in here.assessment.scorecards.items():
        for each, plan in card.initiatives.items():
            if serving.intersection((id_, goal) for goal in plan.initiative.serves):
                found[_STAGES.get(plan.status, _UNDER_WAY)].append(here.initiative(each, id_))
    stages = (_UNDER_WAY, *_STAGES.values())
    return tuple(Stage(told(stage), tuple(found[stage])) for stage in stages if stage in found)


def _against(here: Standpoint, found: KpiAssessment) -> tuple[Fact, ...]:
    kpi, now = found.kpi, found.current
    facts: list[Fact] = []
    if now and now.expected.given:
        facts.append(
            Fact(say("Target now"), expected_at(kpi, now), say("for {period}", period=period_text(now.period)))
        )
        if flag := red_flag_text(kpi, now.expected):
            facts.append(Fact(say("Red flag"), flag, say("beyond it: {off_track}", off_track=here.names.off_track)))
    facts.extend(
        Fact(say("Target for {period}", period=period_text(each.period)), target_text(kpi, each), _about(each))
        for each in kpi.targets
    )
    if kpi.baseline and kpi.baseline.value is not None:
        period = period_text(kpi.baseline.period)
        taken = isinstance(kpi.baseline, FoundBaseline)
        where = say("in {period}, from the data", period=period) if taken else say("in {period}", period=period)
        if found.other_baseline is not None:
            other = value_text(kpi, found.other_baseline)
            where = say("in {period}, as declared; the data has {other}", period=period, other=other)
        facts.append(Fact(say("Baseline"), value_text(kpi, kpi.baseline.value), where))
    if kpi.limit is not None:
        facts.append(Fact(say("Limit"), value_text(kpi, kpi.limit), say("the best value that can be")))
    if found.progress is not None:
        facts.append(Fact(say("Progress"), share_text(found.progress), say("of the way from baseline to target")))
    if found.pace is not None:
        facts.append(Fact(say("Pace"), number_text(found.pace), say("1 is just fast enough to arrive on time")))
    if kpi.benchmark:
        source = _source(kpi.benchmark, here.assessment.as_of)
        facts.append(Fact(say("Benchmark"), benchmark_text(kpi, kpi.benchmark), source))
    return tuple(facts)


def _about(target: Target) -> str:
    """Which periods are judged by a version of a target, and what there is to say about it."""
    held = validity_text(target)
    if held and target.note:
        return say("{held}; {note}", held=held, note=target.note)
    return held or target.note


def _source(mark: Benchmark, as_of: date) -> str:
    """`Trade survey, 2021, more than three years old. Members only`."""
    year = str(mark.year)
    if mark.year is None:
        year = say("year not given")
    elif is_old(mark, as_of):
        year = say("{year}, more than three years old", year=mark.year)
    if mark.note:
        return say("{source}, {year}. {note}", source=mark.source, year=year, note=mark.note)
    return say("{source}, {year}", source=mark.source, year=year)


def _since(here: Standpoint, found: KpiAssessment) -> tuple[Fact, ...]:
    kpi, now, before = found.kpi, found.current, found.previous
    trend = here.trend(found)
    details = "; ".join(part for part in (_slope(found), trend.detail) if part)
    facts = [Fact(say("Trend"), f"{trend.word} {trend.arrow}".strip(), details)]
    if found.by_hand is not None:
        until = say("set by hand until {period}", period=period_text(found.by_hand.until))
        facts.append(Fact(say("Status"), here.names.of(found.status, found.score), until))
    elif now and (held := held_for(found, here.names.scale)):
        periods = periods_text(held, kpi.frequency)
        facts.append(Fact(say("Status"), here.names.of(now.status, now.score), say("for {periods}", periods=periods)))
    if now and before:
        change = say("{difference} since then", difference=difference_text(kpi, now.value - before.value))
        change = "" if state_of(kpi, before.value) else change  # between states there is no distance
        label = say("Before ({period})", period=period_text(before.period))
        facts.append(Fact(label, value_text(kpi, before.value), change))
    facts.extend(
        Fact(say("New start in {period}", period=period_text(each.period)), each.because) for each in kpi.rebase
    )
    return tuple(facts)


def _slope(found: KpiAssessment) -> str:
    """`about +0.4 points a month`; empty where it rounds to nothing."""
    kpi, slope = found.kpi, found.trend.slope or 0.0
    return "" if rounds_to_nothing(kpi, slope) else slope_text(difference_text(kpi, slope), kpi.frequency)


def _next(found: KpiAssessment) -> tuple[Fact, ...]:
    kpi, now = found.kpi, found.current
    facts: list[Fact] = []
    target = _next_target(kpi, now)
    if target:
        needed = ""
        if now and target.value is not None:
            needed = _needed(kpi, now, target.value)
        label = say("Next target, {period}", period=period_text(target.period))
        facts.append(Fact(label, target_text(kpi, target), needed))
    facts += chance_facts(found)
    due = found.freshness
    if due.next_due and due.next_period:
        late = due.word in {FreshnessWord.OVERDUE, FreshnessWord.STALE}
        label = say("Figure missing") if late else say("Next figure")
        facts.append(Fact(label, period_text(due.next_period), say("due {day}", day=date_text(due.next_due))))
    return tuple(facts)


def _next_target(kpi: Kpi, now: Point | None) -> Target | None:
    known = in_force(kpi.targets, now.period if now else None)
    ahead = [each for each in known if now is None or each.period.end > now.period.end]
    return min(ahead, key=lambda each: each.period.end, default=None)


def _needed(kpi: Kpi, now: Point, target: float) -> str:
    gap = target - now.value
    reached = gap <= 0 if kpi.direction is Direction.HIGHER else gap >= 0
    return say("already there") if reached else say("{difference} to go", difference=difference_text(kpi, gap))


def _definition(kpi: Kpi) -> tuple[Fact, ...]:
    facts = [
        Fact(say("What it is for"), kpi.purpose),
        Fact(say("In words"), kpi.formula_in_words),
        Fact(say("Formula"), kpi.formula or ""),
        Fact(say("Unit"), unit_text(kpi)),
    ]
    if kpi.aggregate:
        facts.append(Fact(several_figures(kpi.frequency), told(_AGGREGATES[kpi.aggregate])))
    facts.append(Fact(say("Which way is better"), direction_word(kpi.direction)))
    return tuple(each for each in facts if each.answer)


def _caption(found: KpiAssessment) -> str:
    periods = periods_text(len(found.points), found.kpi.frequency)
    if len(found.points) > ROWS:
        return say("Latest {rows} of {periods}", rows=ROWS, periods=periods)
    return say("All {periods}", periods=periods)
