"""What changed is told with its reason, and a small move is not news."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from bsc_site.compute.analytics import with_outlook
from bsc_site.compute.assess import assess
from bsc_site.compute.comparison import changes_since
from bsc_site.model.concluded.changes import Change, ChangeKind, Changes, Crossing, Moved, Revised, StoodOut
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation, Series
from bsc_site.model.vocabularies import PointLabel, Variation
from bsc_site.pipeline import Order, examine
from tests.builders.project_folders import write
from tests.builders.repositories import begun, commit
from tests.builders.small_projects import kpi, project

FIRST = parse_period("2023-01")
AS_OF = date(2025, 1, 5)
ONE: dict[str, str | bytes] = {"scorecard/one.yml": "id: one\ntitle: One\nkpis: [{id: k, name: K}]\n"}


def _series(values: list[float], notes: dict[int, str] | None = None) -> Series:
    told = notes or {}
    rows = tuple(Observation(FIRST.shift(place), value, note=told.get(place, "")) for place, value in enumerate(values))
    return Series("k", FIRST.frequency, rows)


def _changes(now: Series, earlier: Series | None = None, as_of: date = AS_OF, **keys: Any) -> Changes:
    one = project(kpi(**{"targets": [{"period": "2023-01", "value": 100}]} | keys), perspectives=[])
    assessed = with_outlook(assess(one, {"k": now}, as_of, None), {"k": now})
    return changes_since(assessed, {"k": earlier} if earlier else {}, None)


def _only(changes: Changes) -> Change:
    (news,) = changes.by_kpi["k"]
    return news


STEADY = [100.0 + (place % 3) for place in range(24)]


def test_another_status_is_news_with_its_figures_and_note() -> None:
    """102 falls to 97: below the target, above the red flag, and inside the limits."""
    news = _only(_changes(_series([*STEADY[:-1], 97.0], {23: "a strike"})))
    assert (news.kind, news.what, news.why) == (
        ChangeKind.STATUS,
        Moved(parse_period("2024-11"), 101.0, 97.0, 100.0, Crossing.NO_LONGER_MET),
        "a strike",
    )


def test_a_value_outside_the_limits_is_news_under_the_same_status() -> None:
    """140 is on track like the value before it, but more than noise."""
    news = _only(_changes(_series([*STEADY[:-1], 140.0])))
    assert (news.kind, news.what) == (
        ChangeKind.SIGNAL,
        StoodOut(parse_period("2024-12"), Variation.IMPROVEMENT_HIGH, PointLabel.ABOVE_LIMIT),
    )


def test_a_small_move_is_quiet() -> None:
    """101 to 102, on track both times."""
    changes = _changes(_series([*STEADY[:-1], 102.0]))
    assert (dict(changes.by_kpi), changes.quiet) == ({}, frozenset({"k"}))


def test_stale_figures_are_no_news() -> None:
    """A status that flipped half a year ago."""
    changes = _changes(_series([*STEADY[:-1], 80.0]), as_of=date(2025, 6, 5))
    assert (dict(changes.by_kpi), changes.quiet) == ({}, frozenset())


def test_a_revised_figure_is_news_with_its_note() -> None:
    """The old and the new figure of the period."""
    earlier = _series([*STEADY[:10], 90.0, *STEADY[11:]])
    news = _only(_changes(_series(STEADY, {10: "returns booked late"}), earlier))
    assert (news.kind, news.what, news.why) == (
        ChangeKind.REVISED,
        Revised(90.0, 101.0),
        "returns booked late",
    )


def test_a_figure_that_was_not_there_before_is_not_revised() -> None:
    """It is new."""
    assert "k" not in _changes(_series(STEADY), _series(STEADY[:-1])).by_kpi


def test_the_data_of_a_month_ago_comes_from_the_git_history(tmp_path: Path) -> None:
    """November's figure was committed as 90 and is 95 now."""
    commit(begun(write(tmp_path, ONE | {"data/k.csv": "kpi,period,value\nk,2024-10,80\nk,2024-11,90\n"})), "2024-12-01")
    write(tmp_path, {"data/k.csv": "kpi,period,value\nk,2024-10,80\nk,2024-11,95\nk,2024-12,99\n"})
    assessment = examine(Order(tmp_path, AS_OF)).assessment
    assert assessment is not None
    assert assessment.changes.since == date(2024, 12, 1)
    assert _only(assessment.changes).what == Revised(90.0, 95.0)


def test_without_a_history_there_are_no_revised_figures(tmp_path: Path) -> None:
    """And nothing breaks."""
    assessment = examine(Order(write(tmp_path, ONE), AS_OF)).assessment
    assert assessment is not None
    assert assessment.changes.since is None


def test_what_stands_out_as_before_is_neither_news_nor_noise() -> None:
    """The level jumped in November; December is as high."""
    changes = _changes(_series([*STEADY[:-2], 140.0, 141.0]))
    assert (dict(changes.by_kpi), changes.quiet, changes.lasting) == ({}, frozenset(), frozenset({"k"}))


def test_without_a_control_chart_nobody_can_tell_a_move_from_noise() -> None:
    changes = _changes(_series([101.0, 102.0]), as_of=date(2023, 3, 5))
    assert (dict(changes.by_kpi), changes.quiet, changes.untold) == ({}, frozenset(), frozenset({"k"}))


def test_a_status_set_by_hand_is_no_flip_of_the_figures() -> None:
    by_hand = {"status": "off_track", "because": "we know better", "until": "2025-12"}
    changes = _changes(_series([*STEADY[:-1], 97.0]), manual_status=by_hand)
    assert _only(changes).kind is ChangeKind.TARGET
