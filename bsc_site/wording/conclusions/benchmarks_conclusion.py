"""How a scorecard stands against what others reach, and how far their figures can be relied on."""

from __future__ import annotations

from bsc_site.model.value_class import dataclass
from bsc_site.wording.language import say, say_count


@dataclass(frozen=True, slots=True)
class BenchmarkCount:
    """How many KPIs have a benchmark, how many are better, worse or within it, and how many have no value yet.

    `old` and `undated` are how many benchmarks are more than three years old, and how many name no year.
    """

    total: int
    better: int = 0
    worse: int = 0
    within: int = 0
    unknown: int = 0
    old: int = 0
    undated: int = 0


def benchmarks_conclusion(count: BenchmarkCount) -> str:
    """`2 of 5 KPIs are better than what others reach, 1 is worse. 4 of the benchmarks name no year.`."""
    if not count.total:
        return say("No KPI has a benchmark yet.")
    doubts = [
        say_count(
            "{count} benchmark is more than three years old.",
            "{count} benchmarks are more than three years old.",
            count.old,
        )
        if count.old
        else "",
        say_count("{count} benchmark names no year.", "{count} benchmarks name no year.", count.undated)
        if count.undated
        else "",
    ]
    return " ".join(filter(None, (_standing(count), *doubts)))


def _standing(count: BenchmarkCount) -> str:
    kpis = say_count("{count} KPI", "{count} KPIs", count.total)
    if count.unknown == count.total:
        return say("None of the KPIs with a benchmark has a value yet.")
    if count.better and count.worse:
        return say(
            "Better than what others reach: {better} of {kpis} with a benchmark; worse: {worse}.",
            better=count.better,
            worse=count.worse,
            kpis=kpis,
        )
    if count.better:
        return say_count(
            "{count} of {kpis} with a benchmark is better than what others reach, and none is worse.",
            "{count} of {kpis} with a benchmark are better than what others reach, and none is worse.",
            count.better,
            kpis=kpis,
        )
    if count.worse:
        return say_count(
            "{count} of {kpis} with a benchmark is worse than what others reach, and none is better.",
            "{count} of {kpis} with a benchmark are worse than what others reach, and none is better.",
            count.worse,
            kpis=kpis,
        )
    if count.within == count.total:
        return say_count(
            "The only KPI with a benchmark lies within what others reach.",
            "All {count} KPIs with a benchmark lie within what others reach.",
            count.total,
        )
    return say_count(
        "The only KPI with a benchmark is neither better nor worse than what others reach.",
        "None of the {count} KPIs with a benchmark is better or worse than what others reach.",
        count.total,
    )
