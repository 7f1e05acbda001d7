"""Rules about targets: whether there are any, whether they lie ahead, whether they tell anything apart."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.health.subject import Subject, Verdict
from bsc_site.compute.kpi.target_path import target_path
from bsc_site.compute.scoring.judge import needs_of
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.figures import count_text, period_text
from bsc_site.model.vocabularies import Direction

FEWEST_PERIODS = 12


def kpi_without_target(subject: Subject) -> Iterator[Verdict]:
    """Every KPI that has a better side has a target."""
    for found in subject.own_kpis:
        if found.kpi.direction is Direction.NONE or not needs_of(found.kpi).needs_target:
            continue
        figures = count_text(sum(each.complete for each in found.points), "figure")
        flaw = f"'{found.kpi.name}' has {figures} and no target, so it has no status"
        yield Verdict(f"kpi/{found.kpi.id}", "" if _has_target(found) else flaw, "targets")


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
        last = max(target.period for target in targets)
        over = last.end < subject.as_of and not _target_in_data(subject, found)
        flaw = (
            f"{_all_of(len(targets))} of '{found.kpi.name}' lies in the past: the last was for {period_text(last)}, "
            f"{count_text((subject.as_of - last.end).days, 'day')} ago"
        )
        yield Verdict(f"kpi/{found.kpi.id}", flaw if over else "", "targets")


def _target_in_data(subject: Subject, found: KpiAssessment) -> bool:
    """Whether the latest figure is held against another target than the dated ones give: one that the data brings."""
    current = found.current
    return current is not None and target_path(found.kpi, subject.card).at(current.period.ordinal) != current.expected


def _all_of(count: int) -> str:
    return "the only target" if count == 1 else f"each of the {count} targets"


def status_never_changed(subject: Subject) -> Iterator[Verdict]:
    """Within 12 periods and more the status of a KPI changes at least once."""
    for found in subject.own_kpis:
        statuses = [each.status for each in found.points if each.status.judged]
        if len(statuses) < FEWEST_PERIODS:
            continue
        word = subject.card.status_names.of(statuses[0])
        flaw = f"'{found.kpi.name}' was '{word}' in all {len(statuses)} periods, so its status tells nothing new"
        yield Verdict(f"kpi/{found.kpi.id}", flaw if len(set(statuses)) == 1 else "", "targets")
