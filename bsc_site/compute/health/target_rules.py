"""Rules about targets: whether there are any, whether they lie ahead, whether they tell anything apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bsc_site.compute.health.subject import Subject, Verdict, breach
from bsc_site.compute.kpi.target_versions import target_versions
from bsc_site.compute.scoring.judge import needs_of
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.targets import in_force
from bsc_site.model.problem import Span
from bsc_site.model.rules.balance_sentences import KPI_WITHOUT_TARGET, NO_TARGET_AHEAD, STATUS_NEVER_CHANGED
from bsc_site.model.vocabularies import Direction

FEWEST_PERIODS = 12


def kpi_without_target(subject: Subject) -> Iterator[Verdict]:
    """Every KPI that has a better side has a target."""
    for found in subject.own_kpis:
        if found.kpi.direction is Direction.NONE or not needs_of(found.kpi).needs_target:
            continue
        told = breach(KPI_WITHOUT_TARGET, name=found.kpi.name, count=sum(each.complete for each in found.points))
        yield Verdict(f"kpi/{found.kpi.id}", None if _has_target(found) else told, "targets")


def _has_target(found: KpiAssessment) -> bool:
    scoring = found.kpi.scoring
    expected = (each.expected for each in found.points)
    in_data = any(each.target is not None or each.low is not None for each in expected)
    return bool(found.kpi.targets) or scoring.low is not None or in_data


def no_target_ahead(subject: Subject) -> Iterator[Verdict]:
    """Of the targets of a KPI at least one lies ahead."""
    for found in subject.own_kpis:
        targets = found.kpi.targets
        if not targets or found.kpi.direction is Direction.NONE:
            continue
        last = max(target.period for target in in_force(targets, None) or targets)
        over = last.end < subject.as_of and not _target_in_data(subject, found)
        ago = Span((subject.as_of - last.end).days)
        told = breach(NO_TARGET_AHEAD, name=found.kpi.name, count=len(targets), last=last, ago=ago)
        yield Verdict(f"kpi/{found.kpi.id}", told if over else None, "targets")


def _target_in_data(subject: Subject, found: KpiAssessment) -> bool:
    """Whether the latest figure is held against another target than the dated ones give: one that the data brings."""
    current = found.current
    if current is None:
        return False
    ordinal = current.period.ordinal
    return (
        target_versions(found.kpi, subject.card).at(ordinal).at(ordinal).without_red_flags
        != current.expected.without_red_flags
    )


def status_never_changed(subject: Subject) -> Iterator[Verdict]:
    """Within 12 periods and more the status of a KPI changes at least once."""
    for found in subject.own_kpis:
        counts = Counter([each.status for each in found.points])
        count = sum(each for status, each in counts.items() if status.judged)
        if count < FEWEST_PERIODS:
            continue
        names = subject.card.words
        scored = bool(names.scale.statuses)  # then two words may have one status
        judged = dict.fromkeys((each.status, each.score if scored else None) for each in found.points)
        words = dict.fromkeys(names.of(*each) for each in judged if each[0].judged)
        told = breach(STATUS_NEVER_CHANGED, name=found.kpi.name, word=next(iter(words)), count=count)
        yield Verdict(f"kpi/{found.kpi.id}", told if len(words) == 1 else None, "targets")
