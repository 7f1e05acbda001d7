"""Next steps: what to write where, on pages of a scorecard that has nothing to show yet."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import period_of
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction, Status
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import say


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do as one sentence, and the lines to write; both empty where nothing is missing."""

    sentence: str = ""
    lines: tuple[str, ...] = ()


def first_figures(here: Standpoint) -> NextStep:
    """For a scorecard of which no KPI has a status: its first figures, else its first target."""
    kpis = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    if any(each.status.judged for each in kpis):
        return NextStep()
    waiting = [each for each in kpis if each.current is None]
    if waiting:
        return _figure_of(here, waiting[0])
    unscored = [each.kpi for each in kpis if each.status is Status.NOT_SCORED]
    return _target_of(here, unscored[0]) if unscored else _first_kpi()


def _figure_of(here: Standpoint, found: KpiAssessment) -> NextStep:
    kpi = found.kpi
    if kpi.source is not None or kpi.computed:
        return NextStep(say("No figure of {kpi} was found; its page says where they are looked for.", kpi=kpi.name))
    period = found.freshness.next_period or period_of(here.assessment.as_of, kpi.frequency).shift(-1)
    sentence = say("Next: write the figures into a CSV file below data/, such as data/figures.csv, one line for each:")
    return NextStep(sentence, ("kpi,period,value", f"{kpi.id},{period},…"))


def _target_of(here: Standpoint, kpi: Kpi) -> NextStep:
    sentence = say("Next: say in the scorecard file, below the id {kpi}, what is to be reached by when:", kpi=kpi.id)
    year = here.assessment.as_of.year + 1
    if kpi.direction is Direction.NONE:
        return NextStep(sentence, ("direction: higher", f"targets: [{{period: {year}, value: …}}]"))
    return NextStep(sentence, (f"targets: [{{period: {year}, value: …}}]",))


def _first_kpi() -> NextStep:
    sentence = say("Next: name what you measure in the scorecard file:")
    return NextStep(sentence, ("kpis:", "  - {id: sales, name: Sales, unit: EUR}"))


def first_words(here: Standpoint) -> NextStep:
    """For a scorecard that says nothing of what it is for."""
    declared = here.card.scorecard
    if declared.mission or declared.vision or declared.values or declared.destination or declared.description:
        return NextStep()
    sentence = say("Nothing is said yet of what this scorecard is for. Next: write it into its file, below its id:")
    return NextStep(sentence, ("mission: …", "vision: …", "values: […, …]"))
