"""What is implausible about a project: every rule of plausibility, applied to every scorecard."""

from __future__ import annotations

from functools import partial

from bsc_site.compute.health.subject import Look, Subject, Whole, looked_at_alone
from bsc_site.compute.known.memory import NO_MEMORY, Memory
from bsc_site.compute.plausibility.aims import target_behind_the_baseline, target_far_from_the_figures
from bsc_site.compute.plausibility.declared_baseline import baseline_other_than_the_data
from bsc_site.compute.plausibility.doubles import FiguresOfAll, counted_without_saying, figures_twice, same_name
from bsc_site.compute.plausibility.slips import decimal_slip
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.problem import Finding

_ALONE: dict[str, Look] = {
    "BSC360": target_behind_the_baseline,
    "BSC361": target_far_from_the_figures,
    "BSC362": baseline_other_than_the_data,
    "BSC363": decimal_slip,
    "BSC365": counted_without_saying,
}
"""Those that look at one KPI after the other."""


def implausible(assessment: Assessment, memory: Memory = NO_MEMORY) -> tuple[Finding, ...]:
    """Everything that can hardly be meant as it stands, scorecard by scorecard."""
    whole, figures = Whole(assessment), FiguresOfAll(assessment, memory)
    looks: dict[str, Look] = {
        **({code: partial(looked_at_alone, code, look, memory=memory) for code, look in _ALONE.items()}),
        "BSC364": partial(figures_twice, figures=figures),
        "BSC367": same_name,
    }
    subjects = [Subject(whole, each) for each in assessment.scorecards.values()]
    return tuple(
        Finding(verdict.element, verdict.key, code, str(verdict.breach.sentence), verdict.breach.figures)
        for subject in subjects
        for code, look in sorted(looks.items())
        for verdict in look(subject)
        if verdict.breach is not None
    )
