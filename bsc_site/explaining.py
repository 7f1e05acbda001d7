"""Why a KPI stands where it does: read, judged and looked ahead with what its own figures rest on, and no more."""

from __future__ import annotations

from bsc_site.compute.assess import assess_alone
from bsc_site.compute.helper_kpis import without_helpers
from bsc_site.compute.kpi_outlook import with_own_outlook
from bsc_site.compute.series.project_series import build_series, rests_on
from bsc_site.load.connections.patience import Asking
from bsc_site.load.git.deliveries import with_deliveries
from bsc_site.load.git.last_good import with_last_good
from bsc_site.load.languages.site_languages import site_languages
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.load.settings.offered_languages import base
from bsc_site.load.uncollected import uncollected
from bsc_site.outcomes import Explanation, Order
from bsc_site.wording.calculations.explanation import explanation_of, meant_kpi
from bsc_site.wording.language import spoken
from bsc_site.wording.status_words import with_status_words


@uncollected()
def explained(order: Order, kpi: str) -> Explanation:
    """The whole calculation of a KPI's status and score, for those who see everything. Raises UnknownKpiError.

    A project that cannot be read has all its problems instead.
    """
    spoken_here = (each for each in site_languages(order.root) if base(each) == spoken().code)
    loaded = load_project(order.root, next(spoken_here, ""))
    project = loaded.project
    if project is None:
        from bsc_site.checking import checked  # noqa: PLC0415  # what tells problems is slow to import

        return Explanation((), checked(order).examination.problems)
    project = with_status_words(project)
    name = meant_kpi(without_helpers(project), kpi)
    asking, wanted = Asking(order.environment), rests_on(project, name)
    read = load_readings(order.root, project, loaded.facts, asking=asking, wanted=wanted)
    last_good = with_last_good(order.root, read.readings, read.stale).readings
    series = build_series(project, with_deliveries(order.root, project, last_good), order.as_of).series
    card = project.home_of[name]
    found = assess_alone(project, series, order.as_of, name)
    told = with_own_outlook(found, series[name], card.horizon.to if card.horizon else None)
    return Explanation(explanation_of(told, card), ())
