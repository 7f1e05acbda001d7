"""The checkup: every check of balance, applied to every scorecard."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bsc_site.compute.health.checks import CHECKS, Check
from bsc_site.compute.health.subject import Breach, Subject, Verdict, Whole, looked_at_alone
from bsc_site.compute.known.memory import NO_MEMORY, Memory
from bsc_site.model.concluded.health import CheckResult
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.problem import Finding, Severity
from bsc_site.model.rules import RULES
from bsc_site.model.saying.said import Counted
from bsc_site.model.value_class import dataclass

WEIGHTS = {Severity.ERROR: 3, Severity.WARNING: 3, Severity.NOTE: 1}
"""How much a rule counts in the health of a scorecard."""
_NO_DATES: Mapping[str, date] = {}


@dataclass(frozen=True)
class Checkup:
    """What every check came to, nothing silenced yet; by scorecard id."""

    results: Mapping[str, tuple[CheckResult, ...]]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, scorecard by scorecard."""
        return tuple(finding for results in self.results.values() for each in results for finding in each.found)


def checkup(assessment: Assessment, changed: Mapping[str, date] = _NO_DATES, memory: Memory = NO_MEMORY) -> Checkup:
    """Every check at every scorecard.

    `changed` says by scorecard id when its files last changed; a scorecard that it does not name is not held against
    its age.
    """
    whole = Whole(assessment)
    subjects = (Subject(whole, each, changed.get(name)) for name, each in assessment.scorecards.items())
    return Checkup(
        {subject.card.id: tuple(_result(check, subject, memory) for check in CHECKS) for subject in subjects}
    )


def findings(
    assessment: Assessment, changed: Mapping[str, date] = _NO_DATES, memory: Memory = NO_MEMORY
) -> tuple[Finding, ...]:
    """Everything about the balance of the scorecards that one might mend; see `checkup`."""
    return checkup(assessment, changed, memory).findings


def _result(check: Check, subject: Subject, memory: Memory) -> CheckResult:
    alone = check.alone and memory.wanted
    verdicts = list(looked_at_alone(check.code, check.look, subject, memory) if alone else check.look(subject))
    found = tuple(_finding(check, each, each.breach) for each in verdicts if each.breach is not None)
    return CheckResult(check.code, check.aspect, WEIGHTS[RULES[check.code].severity], len(verdicts), found)


def _finding(check: Check, verdict: Verdict, told: Breach) -> Finding:
    one, many = told.sentence if isinstance(told.sentence, Counted) else (told.sentence, "")
    return Finding(verdict.element, verdict.key, check.code, one, told.figures, many)
