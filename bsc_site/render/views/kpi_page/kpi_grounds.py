"""The grounds of a KPI on its page, each folded behind one line: definition, calculation, targets, source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.data_quality import KpiQuality
from bsc_site.model.declared.benchmark_age import is_old
from bsc_site.model.declared.kpi import Benchmark, Kpi
from bsc_site.model.declared.targets import FoundBaseline, Target
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import Aggregate
from bsc_site.render.views.kpi_page.kpi_course import next_target
from bsc_site.render.views.parts.frequency_words import several_figures
from bsc_site.render.views.parts.page_parts import Fact
from bsc_site.render.views.parts.standpoint import Standpoint, score_of
from bsc_site.render.views.parts.value_sentences import (
    benchmark_text,
    direction_word,
    expected_at,
    judgement_sentence,
    red_flag_text,
    target_text,
    unit_text,
    value_text,
)
from bsc_site.wording.calculations.origin_text import source_text
from bsc_site.wording.calculations.target_text import validity_text
from bsc_site.wording.figures import number_text, period_text, share_text
from bsc_site.wording.language import noted, say, told
from bsc_site.wording.provenance.data_quality_text import rows_text

_AGGREGATES = {
    Aggregate.SUM: noted("added up"),
    Aggregate.MEAN: noted("averaged"),
    Aggregate.LAST: noted("the last one counts"),
    Aggregate.MIN: noted("the smallest one counts"),
    Aggregate.MAX: noted("the largest one counts"),
    Aggregate.RATIO: noted("numerators and denominators are added up first, then divided"),
}


def definition_facts(kpi: Kpi) -> tuple[Fact, ...]:
    """What the KPI is for, how it is computed, and how to read it."""
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


def definition_line(kpi: Kpi) -> str:
    """What it is, in one line; empty where the scorecard does not say."""
    return kpi.description or kpi.formula_in_words or kpi.formula or kpi.purpose


def calculation_line(here: Standpoint, found: KpiAssessment) -> str:
    """`28.9 % in Oct 2026 against 29.7 % expected: At risk, 48 of 100`."""
    verdict = judgement_sentence(found, here.names)
    return say("{verdict}, {score}", verdict=verdict, score=score_of(found)) if found.score is not None else verdict


def target_lines(found: KpiAssessment) -> tuple[str, ...]:
    """`Red flag 28.2 %`, `Target 30.0 % by Dec 2026`, `Benchmark 20 to 40 %`: those that there are."""
    return tuple(_target_lines(found))


def _target_lines(found: KpiAssessment) -> Iterator[str]:
    kpi, now = found.kpi, found.current
    if now and kpi.unit != "yes/no" and (flag := red_flag_text(kpi, now.expected)):
        yield say("Red flag {flag}", flag=flag)
    target = next_target(kpi, now)
    if target:
        yield say("Target {target} by {period}", target=target_text(kpi, target), period=period_text(target.period))
    elif now and now.expected.given:
        yield say("Target {target}", target=expected_at(kpi, now))
    if kpi.benchmark:
        yield say("Benchmark {benchmark}", benchmark=benchmark_text(kpi, kpi.benchmark))


def source_lines(here: Standpoint, found: KpiAssessment) -> tuple[str, ...]:
    """`data/crm.csv, columns repeat / customers by month`, `40 of 40 rows`, `quality 100 of 100`."""
    known = here.assessment.quality.kpis.get(found.kpi.id)
    return tuple(each for each in (source_text(found.origin), *(_quality(known) if known else ())) if each)


def _quality(known: KpiQuality) -> Iterator[str]:
    yield rows_text(known)
    yield say("Quality {score} of 100", score=number_text(known.score, 0))


def target_facts(here: Standpoint, found: KpiAssessment) -> tuple[Fact, ...]:
    """Everything that the figures are held against: targets, red flag, baseline, limit, progress, pace, benchmark."""
    return (*_expected_now(here, found), *_declared(found), *_way(found), *_others(here, found))


def _expected_now(here: Standpoint, found: KpiAssessment) -> Iterator[Fact]:
    kpi, now = found.kpi, found.current
    if not now or not now.expected.given:
        return
    period = say("for {period}", period=period_text(now.period))
    yield Fact(say("Target now"), expected_at(kpi, now), period)
    if kpi.unit != "yes/no" and (flag := red_flag_text(kpi, now.expected)):
        yield Fact(say("Red flag"), flag, say("beyond it: {off_track}", off_track=here.names.off_track))


_BASELINE = {
    True: noted("in {period}, from the data"),
    False: noted("in {period}"),
    None: noted("in {period}, as declared; the data has {other}"),
}
"""Whether it was taken from the data; None where it says something else than these."""
_BASELINE_OF_A_DAY = {
    True: noted("on {period}, from the data"),
    False: noted("on {period}"),
    None: noted("on {period}, as declared; the data has {other}"),
}


def _declared(found: KpiAssessment) -> Iterator[Fact]:
    kpi = found.kpi
    for each in kpi.targets:
        label = say("Target for {period}", period=period_text(each.period))
        yield Fact(label, target_text(kpi, each), _about(each))
    if kpi.baseline and kpi.baseline.value is not None:
        period = period_text(kpi.baseline.period)
        taken = isinstance(kpi.baseline, FoundBaseline)
        form = _BASELINE_OF_A_DAY if kpi.baseline.period.frequency is Frequency.DAILY else _BASELINE
        where = told(form[taken], period=period)
        if found.other_baseline is not None:
            other = value_text(kpi, found.other_baseline)
            where = told(form[None], period=period, other=other)
        yield Fact(say("Baseline"), value_text(kpi, kpi.baseline.value), where)
    if kpi.limit is not None:
        yield Fact(say("Limit"), value_text(kpi, kpi.limit), say("the best value that can be"))


def _way(found: KpiAssessment) -> Iterator[Fact]:
    if found.progress is not None:
        yield Fact(say("Progress"), share_text(found.progress), say("of the way from baseline to target"))
    if found.pace is not None:
        yield Fact(say("Pace"), number_text(found.pace), say("1 is just fast enough to arrive on time"))


def _others(here: Standpoint, found: KpiAssessment) -> Iterator[Fact]:
    if mark := found.kpi.benchmark:
        source = _source(mark, here.assessment.as_of)
        yield Fact(say("Benchmark"), benchmark_text(found.kpi, mark), source)


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
