"""The diagnosis: what is to be mended about balance and plausibility, and how healthy each scorecard is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from bsc_site.compute.health.checkup import checkup, findings
from bsc_site.compute.health.five_steps import steps_of
from bsc_site.compute.health.score import health_of
from bsc_site.compute.known.memory import NO_MEMORY, Memory
from bsc_site.compute.plausibility.plausible import implausible
from bsc_site.model.concluded.health import Health
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.problem import Finding
from bsc_site.model.value_class import dataclass

Silencing: TypeAlias = Callable[[Finding], "str | None"]
"""The reason for which a finding is silenced in the YAML; None when it is not."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is to be mended, scorecard by scorecard, and scorecard id to how well it is made."""

    findings: tuple[Finding, ...]
    health: Mapping[str, Health]


def diagnosis_of(
    seen: Assessment,
    everything: Assessment,
    changed: Mapping[str, date],
    silenced: Silencing,
    memory: Memory = NO_MEMORY,
) -> Diagnosis:
    """The diagnosis of what an audience sees; `changed` says by scorecard id when its files last changed.

    Of what was found in the part that the audience sees, only what holds for `everything` is told to who keeps it: an
    objective whose only KPI is hidden has a KPI; and what was found in the part alone names nothing hidden. The health,
    which the site shows, is judged from that part alone: anything else would tell of what is hidden.
    """
    checked = checkup(seen, changed, memory)
    found = (*checked.findings, *implausible(seen, memory))
    reasons = {each: silenced(each) for each in found}
    true = frozenset(found) if everything is seen else _found_in(everything, changed, memory)
    told = tuple(each for each, because in reasons.items() if because is None and each in true)
    shown = checked if everything is seen else checkup(seen, {}, memory)
    health = {name: health_of(shown, name, reasons) for name in seen.scorecards}
    return Diagnosis(told, {name: replace(each, steps=steps_of(seen, name, each)) for name, each in health.items()})


def _found_in(everything: Assessment, changed: Mapping[str, date], memory: Memory) -> frozenset[Finding]:
    return frozenset((*findings(everything, changed, memory), *implausible(everything, memory)))
