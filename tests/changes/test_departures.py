"""KPIs that an earlier version had: who learns that they are gone, and of what."""

from __future__ import annotations

from bsc_site.compute.departures import departed_kpis
from bsc_site.model.concluded.changes import Departed
from tests.builders.small_projects import kpi, project

CALLS, LETTERS = kpi(id="calls", name="Calls answered"), kpi(id="letters", name="Letters answered")
ANEW = kpi(id="calls-in-time", name="Calls answered")


def test_a_kpi_that_is_no_more_is_named() -> None:
    assert departed_kpis(project(CALLS), project(CALLS, LETTERS), None) == (
        Departed("letters", "Letters answered", project(CALLS).root.id),
    )


def test_a_kpi_of_the_same_name_is_what_it_became() -> None:
    (found,) = departed_kpis(project(ANEW), project(CALLS), None)
    assert (found.kpi, found.now) == ("calls", "calls-in-time")


def test_a_kpi_of_the_same_name_that_was_there_before_is_another_one() -> None:
    (found,) = departed_kpis(project(ANEW), project(CALLS, ANEW), None)
    assert (found.kpi, found.now) == ("calls", "")


def test_what_readers_could_not_see_is_not_named_to_them_when_it_goes() -> None:
    hidden = LETTERS | {"audience": "board"}
    assert departed_kpis(project(CALLS), project(CALLS, hidden), "public") == ()
    assert len(departed_kpis(project(CALLS), project(CALLS, hidden), "board")) == 1


def test_what_is_hidden_since_is_not_gone() -> None:
    assert departed_kpis(project(CALLS, LETTERS | {"audience": "board"}), project(CALLS, LETTERS), "public") == ()


def test_an_audience_that_was_unknown_then_learns_nothing() -> None:
    assert departed_kpis(project(CALLS), project(CALLS, LETTERS), "neighbours") == ()
