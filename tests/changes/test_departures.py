"""KPIs that an earlier version had: who learns that they are gone, and of what."""

from __future__ import annotations

from datetime import date

from bsc_site.compute.departures import departed_kpis, renamed_kpis, with_last_standing
from bsc_site.model.concluded.changes import Departed, Renamed
from bsc_site.model.declared.project import Project
from bsc_site.model.kept_fields import KeptField, keeping
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import Status
from tests.builders.small_projects import built, card, kpi, monthly, project, readings

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


def test_what_is_gone_is_told_with_where_it_stood() -> None:
    before = project(CALLS, LETTERS | {"targets": [{"period": "2025-02", "value": 90}], "thresholds": {"red_flag": 80}})
    gone = departed_kpis(project(CALLS), before, None)
    figures = built(before, readings("letters", monthly([60, 70])), as_of=date(2025, 3, 1)).series
    (found,) = with_last_standing(gone, before, figures, date(2025, 3, 1), None)
    assert found.last is not None
    assert (found.last.period, found.last.status) == (parse_period("2025-02"), Status.OFF_TRACK)
    (silent,) = with_last_standing(gone, before, {}, date(2025, 3, 1), None)
    assert silent.last is None


def test_where_it_stood_tells_no_target_that_was_kept() -> None:
    keys = LETTERS | {"targets": [{"period": "2025-02", "value": 90}], "thresholds": {"red_flag": 80}}
    whole = project(CALLS, keys)
    before = Project((keeping(whole.root, (KeptField(("kpis", 1, "targets"), "board"),)),))
    figures = built(before, readings("letters", monthly([60, 70])), as_of=date(2025, 3, 1)).series
    for audience, status in (("public", Status.NOT_SCORED), ("board", Status.OFF_TRACK)):
        gone = departed_kpis(project(CALLS), before, audience)
        (found,) = with_last_standing(gone, before, figures, date(2025, 3, 1), audience)
        assert found.last is not None
        assert found.last.status is status


def test_no_scorecard_no_namesake_and_nobody_that_is_hidden_since_is_named() -> None:
    """Although all three are in the project."""
    before = project(CALLS, LETTERS | {"owner": "ann"}, people=[{"id": "ann", "name": "Ann"}])
    quiet = LETTERS | {"id": "post", "audience": "board", "owner": "ann"}
    (found,) = departed_kpis(project(CALLS, quiet, people=[{"id": "ann", "name": "Ann"}]), before, "public")
    assert (found.kpi, found.now, found.owners) == ("letters", "", ())
    below = card(LETTERS, id="d", parent="c")
    closed = below.model_copy(update={"kpis": (), "perspectives": (), "audience": "board"})
    top = project(CALLS).root
    assert departed_kpis(Project((top, closed)), Project((top, below)), "public") == ()
    assert len(departed_kpis(Project((top, closed)), Project((top, below)), "board")) == 1


def test_another_id_and_another_name_are_told() -> None:
    moved = ANEW | {"was": ["calls"]}
    assert renamed_kpis(project(moved), project(CALLS), None) == (Renamed("calls-in-time", "calls", "Calls answered"),)
    assert departed_kpis(project(moved), project(CALLS), None) == ()
    called = CALLS | {"name": "Calls answered in time"}
    assert renamed_kpis(project(called), project(CALLS), None) == (Renamed("calls", "calls", "Calls answered"),)
    assert renamed_kpis(project(CALLS), project(CALLS), None) == ()


def test_the_old_name_of_what_readers_could_not_see_is_not_told() -> None:
    hidden, now = CALLS | {"audience": "board"}, CALLS | {"name": "Calls"}
    assert renamed_kpis(project(now), project(hidden), "public") == ()
    assert renamed_kpis(project(hidden | {"name": "Calls"}), project(CALLS), "public") == ()
    assert renamed_kpis(project(now), project(hidden), "neighbours") == ()
