"""The words of KPIs: each of all that the conclusions about one KPI follow from, found before they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bsc_site.compute.known.kpi_home import KpiHome
from bsc_site.compute.known.reading_words import told_of
from bsc_site.compute.known.value_word import word_of_values
from bsc_site.model.declared.project import Project
from bsc_site.model.series import Readings


def series_words(
    project: Project, readings: Mapping[str, Readings], as_of: date, needs: Mapping[str, Iterable[str]]
) -> dict[str, str]:
    """KPI id to the word of its declaration, its home, its figures and, at any depth, of the KPIs that it `needs`.

    These are the ones that its formula names or from which it is rolled up, each with the name of its scorecard.
    """
    homes = {card.id: _home_word(card, as_of) for card in project.scorecards}
    own = {
        name: word_of_values(homes[project.home_of[name].id], kpi, told_of(readings.get(name)))
        for name, kpi in project.kpis.items()
    }
    found: dict[str, str] = {}
    for name in project.kpis:
        _find(name, found, own, needs, project)
    return found


def _find(
    name: str, found: dict[str, str], own: Mapping[str, str], needs: Mapping[str, Iterable[str]], project: Project
) -> None:
    """Enter the word of a KPI, those of what it is made from first; these wait on a stack of their own."""
    waiting = [name]
    while waiting:
        each = waiting[-1]
        below = tuple(needs.get(each, ()))
        missing = [one for one in below if one not in found]
        if missing:
            waiting += missing
            continue
        waiting.pop()
        joined = [(one, found[one], project.home_of[one].title) for one in below]
        found[each] = word_of_values(own[each], joined) if below else own[each]


def _home_word(home: KpiHome, as_of: date) -> str:
    """The word of what a scorecard declares for its KPIs, on the day of the build."""
    terms = (home.id, home.fiscal_year_starts, home.horizon, home.due, home.tolerance, home.statuses)
    return word_of_values(as_of, terms)
