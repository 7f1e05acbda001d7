"""The checks of balance: which rule is looked into by which function, and which part of the health it counts for."""

from __future__ import annotations

from typing import NamedTuple

from bsc_site.compute.health import (
    benchmark_rules,
    data_rules,
    kpi_rules,
    map_rules,
    ownership_rules,
    review_rules,
    target_rules,
)
from bsc_site.compute.health.subject import Look
from bsc_site.model.concluded.health import Aspect


class Check(NamedTuple):
    """One rule, the part of the health it counts for, and the function that applies it."""

    code: str
    aspect: Aspect
    look: Look
    alone: bool = False
    """Whether it looks at nothing but one KPI at a time and the terms of its scorecard."""


CHECKS = (
    Check("BSC201", Aspect.MAP, map_rules.too_many_objectives),
    Check("BSC202", Aspect.MAP, map_rules.too_few_objectives),
    Check("BSC203", Aspect.MAP, map_rules.objective_without_link),
    Check("BSC204", Aspect.MAP, map_rules.link_to_a_lower_row),
    Check("BSC205", Aspect.MAP, map_rules.links_in_a_circle),
    Check("BSC206", Aspect.MAP, map_rules.link_without_reason),
    Check("BSC207", Aspect.MAP, map_rules.only_links_of_the_top_row),
    Check("BSC208", Aspect.MAP, map_rules.vague_name),
    Check("BSC211", Aspect.KPIS, kpi_rules.too_many_kpis),
    Check("BSC212", Aspect.KPIS, kpi_rules.objective_without_kpi),
    Check("BSC213", Aspect.KPIS, kpi_rules.objective_with_too_many_kpis),
    Check("BSC214", Aspect.KPIS, kpi_rules.perspective_without_leading_kpi),
    Check("BSC215", Aspect.KPIS, kpi_rules.objective_without_leading_kpi),
    Check("BSC216", Aspect.KPIS, kpi_rules.only_financial_kpis),
    Check("BSC217", Aspect.KPIS, kpi_rules.pilot_suggested),
    Check("BSC218", Aspect.KPIS, kpi_rules.kpi_without_description),
    Check("BSC219", Aspect.KPIS, kpi_rules.same_measure_twice),
    Check("BSC231", Aspect.TARGETS, target_rules.kpi_without_target),
    Check("BSC232", Aspect.TARGETS, target_rules.no_target_ahead),
    Check("BSC233", Aspect.TARGETS, target_rules.status_never_changed, alone=True),
    Check("BSC241", Aspect.DATA, data_rules.kpi_without_source),
    Check("BSC242", Aspect.DATA, data_rules.stale_data),
    Check("BSC243", Aspect.DATA, data_rules.overdue_data),
    Check("BSC244", Aspect.DATA, data_rules.finer_than_its_data, alone=True),
    Check("BSC245", Aspect.DATA, kpi_rules.averaged_ratio),
    Check("BSC251", Aspect.OWNERSHIP, ownership_rules.kpi_without_owner),
    Check("BSC252", Aspect.OWNERSHIP, ownership_rules.objective_without_owner),
    Check("BSC253", Aspect.OWNERSHIP, ownership_rules.person_who_owns_nothing),
    Check("BSC254", Aspect.OWNERSHIP, ownership_rules.owner_of_everything),
    Check("BSC261", Aspect.REVIEW, review_rules.initiative_without_objective),
    Check("BSC262", Aspect.REVIEW, review_rules.initiative_ended_unfinished),
    Check("BSC271", Aspect.REVIEW, review_rules.off_track_without_review),
    Check("BSC272", Aspect.REVIEW, review_rules.never_reviewed),
    Check("BSC273", Aspect.REVIEW, review_rules.unchanged_for_a_year),
    Check("BSC281", Aspect.TARGETS, benchmark_rules.old_benchmark),
    Check("BSC282", Aspect.TARGETS, benchmark_rules.benchmark_without_year),
)
