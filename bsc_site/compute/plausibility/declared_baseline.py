"""Declared baselines that are not what the data has for the same period."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.health.subject import Breach, Subject, Verdict, breach
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.targets import FoundBaseline
from bsc_site.model.problem import Quantity
from bsc_site.model.rules.plausibility import BASELINE_DIFFERS


def baseline_other_than_the_data(subject: Subject) -> Iterator[Verdict]:
    """A declared baseline is the figure that the data has for it, as far as it was rounded."""
    for found in subject.own_kpis:
        if found.kpi.baseline is not None and found.kpi.baseline.value is not None:
            yield Verdict(f"kpi/{found.kpi.id}", _told(found, found.kpi.baseline.value), "baseline.value")


def _told(found: KpiAssessment, declared: float) -> Breach | None:
    other, baseline = found.other_baseline, found.kpi.baseline
    if other is None or baseline is None:
        return None
    return breach(
        BASELINE_DIFFERS,
        period=baseline.period,
        written=str(baseline.period),
        declared=Quantity(declared, found.kpi.unit),
        value=Quantity(other, found.kpi.unit),
    )


def other_baseline(found: KpiAssessment) -> float | None:
    """The data's own figure for the period of the declared baseline, where it is another one; None otherwise.

    A baseline that was rounded when it was written down is the same figure.
    """
    baseline = found.kpi.baseline
    if baseline is None or baseline.value is None or isinstance(baseline, FoundBaseline):
        return None
    ordinal = baseline.period.ordinal  # told apart sooner than periods, and the same for the same period
    alike = (each for each in found.points if each.period.ordinal == ordinal and each.complete)
    there = next((each.value for each in alike if each.period == baseline.period), None)
    return None if there is None or _rounded_alike(baseline.value, there) else there


def _rounded_alike(declared: float, there: float) -> bool:
    """Whether the figure of the data, rounded to the digits of the declared one, is the declared one."""
    _, _, decimals = f"{declared:.12f}".rstrip("0").partition(".")
    coarse = 10 ** -len(decimals) / 2
    return abs(declared - there) <= coarse * (1 + 1e-9) or abs(declared - there) <= 5e-4 * abs(there)
