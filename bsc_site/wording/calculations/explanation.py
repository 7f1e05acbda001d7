"""The explanation of a KPI: how it came by its status, as lines to read."""

from __future__ import annotations

from bsc_site.load.suggestions import did_you_mean
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.wording.calculations.calculation_text import calculation_steps
from bsc_site.wording.freshness_text import freshness_steps
from bsc_site.wording.language import say
from bsc_site.wording.outlooks.forecast_text import forecast_sentences
from bsc_site.wording.outlooks.heading_text import assurance_text
from bsc_site.wording.outlooks.signal_text import signal_sentences
from bsc_site.wording.problems.finding_text import said_again
from bsc_site.wording.problems.one_line import one_line
from bsc_site.wording.trend_text import trend_steps


class UnknownKpiError(ValueError):
    """The KPI is none of the project's; the message names one that is close."""


def meant_kpi(project: Project, name: str) -> str:
    """The id of the KPI that is called so, today or earlier. Raises UnknownKpiError."""
    meant = project.renamed_kpis.get(name, name)
    if meant in project.kpis:
        return meant
    hint = said_again(did_you_mean(name, project.kpis))
    raise UnknownKpiError(say("'{name}' is neither a KPI of this project nor a rule{hint}", name=name, hint=hint))


def explanation_of(found: KpiAssessment, card: Scorecard) -> tuple[str, ...]:
    """The status of a KPI, then every step of its calculation, its signal and its forecast; `card` declares it."""
    names = card.words
    heading = f"{found.kpi.name}: {names.of(found.status, found.score)}"
    trend = trend_steps(found.trend, found.kpi)
    steps = (*calculation_steps(found, names), *trend, *freshness_steps(found.freshness))
    outlook = (
        *signal_sentences(found.signal, found.kpi, assurance_text(found)),
        *forecast_sentences(found.forecast, found.kpi),
    )
    return tuple(map(one_line, (heading, *steps, *outlook)))
