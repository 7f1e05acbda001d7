"""Scoring the health of a scorecard from its checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import fmean

from bsc_site.compute.health.checkup import Checkup
from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.concluded.health import Aspect, AspectHealth, CheckResult, Health, Silenced
from bsc_site.model.problem import Finding


def health_of(checked: Checkup, scorecard: str, told: Mapping[Finding, str | None] | None = None) -> Health:
    """The health of one scorecard.

    Within each part every rule counts by its weight and the share of its checks that passed; the parts count the same.
    `told` maps each finding that may be told to the reason for which it is silenced, None when it is not; a finding
    that is not in it stays out, and without `told` all of them count.
    """
    checks = tuple(_settled(each, told) for each in checked.results[scorecard])
    aspects = tuple(_aspect(aspect, [each for each in checks if each.aspect is aspect]) for aspect in Aspect)
    scores = [each.score for each in aspects if each.score is not None]
    return Health(fmean(scores) if scores else None, aspects, checks)


def _settled(result: CheckResult, told: Mapping[Finding, str | None] | None) -> CheckResult:
    if told is None:
        return result
    found = tuple(each for each in result.found if each in told and told[each] is None)
    reasons = ((each, told.get(each)) for each in result.found)
    return replace(result, found=found, silenced=tuple(Silenced(each, why) for each, why in reasons if why is not None))


def _aspect(aspect: Aspect, checks: Sequence[CheckResult]) -> AspectHealth:
    counted = [each for each in checks if each.counted > 0]
    weight = sum(each.weight for each in counted)
    if not weight:
        return AspectHealth(aspect)
    passed = exact_sum(each.weight * each.passed / each.counted for each in counted)
    return AspectHealth(aspect, 100 * passed / weight, passed, weight, len(counted))
