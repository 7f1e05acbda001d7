"""Figures that an earlier version of the data had: which of them are told as gone."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from bsc_site.compute.plausibility.vanished_figures import in_site, in_version, needlessly_gone, vanished_figures
from bsc_site.pipeline import Order, examine
from bsc_site.wording.problems.gone_text import gone_text
from tests.builders.project_folders import write
from tests.builders.repositories import begun, commit
from tests.builders.small_projects import built, kpi, project, readings

DAY = date(2025, 6, 30)
THREE = {"2025-01": 1, "2025-02": 2, "2025-03": 3}


def gone(now: dict[str, float], keys: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """What is told where the version before had three figures."""
    before = built(project(kpi(frequency="monthly")), readings("k", THREE), as_of=DAY).series
    today = project(kpi(**({"frequency": "monthly"} | (keys or {}))))
    found = vanished_figures(today, [in_version(before, DAY)], built(today, readings("k", now), as_of=DAY).series)
    return [dict(each.figures) for each in found]


def test_periods_that_had_a_figure_and_have_none_are_told_together() -> None:
    (told,) = gone({"2025-03": 3})
    assert (told["count"], str(told["first"]), str(told["last"])) == (2, "2025-01", "2025-02")


def test_new_and_revised_figures_are_nothing_to_tell() -> None:
    assert gone({**THREE, "2025-02": 7, "2025-04": 4}) == []


def test_what_is_said_to_be_gone_is_no_loss() -> None:
    said = {"gone": [{"to": "2025-01", "because": "another shop"}]}
    (told,) = gone({"2025-03": 3}, said)
    assert (told["count"], gone_text(told["entries"])) == (
        1,
        'gone: [{to: 2025-01, because: "another shop"}, {period: 2025-02, because: "say why"}]',
    )
    assert gone({"2025-03": 3}, {"source": {"file": "data/a.csv", "gone": {"because": "it holds a month"}}}) == []


def test_the_line_to_be_written_names_each_run_of_periods() -> None:
    (told,) = gone({"2025-02": 3})
    assert (
        gone_text(told["entries"])
        == 'gone: [{period: 2025-01, because: "say why"}, {period: 2025-03, because: "say why"}]'
    )
    (told,) = gone({})
    assert gone_text(told["entries"]) == 'gone: [{from: 2025-01, to: 2025-03, because: "say why"}]'


def test_what_is_said_to_be_gone_and_is_there_is_told() -> None:
    entries = [{"period": "2025-Q1", "because": "a"}, {"from": "2025-02", "to": "2025-04", "because": "b"}]
    today = project(kpi(frequency="monthly", gone=entries))
    found = needlessly_gone(today, built(today, readings("k", THREE), as_of=DAY).series)
    assert [each.key for each in found] == ["gone[0]"]


def test_the_site_that_stands_is_compared_up_to_the_day() -> None:
    today = project(kpi(frequency="monthly"))
    now = built(today, readings("k", THREE), as_of=DAY).series
    stood = in_site({"k": ("2025-03", "2025-04", "2025-12", "garbage", "2025"), "other": ("2025-01",)}, today, now, DAY)
    (told,) = vanished_figures(today, [stood], now)
    assert [str(dict(told.figures)[name]) for name in ("count", "first")] == ["1", "2025-04"]


def test_figures_of_another_frequency_are_not_compared() -> None:
    assert gone({"2025-Q1": 6}, {"frequency": "quarterly"}) == []


def test_what_is_computed_follows_from_what_it_is_made_of() -> None:
    assert gone({}, {"formula": "1 + 1"}) == []


K = kpi(frequency="monthly")
CARD = {"id": "org", "title": "Org", "kpis": [K]}


def lines(root: Path, figures: str, card: dict[str, Any] | None = None) -> list[str]:
    """What the check says of the rule after a change of the files."""
    write(root, {"scorecard/a.yml": json.dumps(card or CARD), "data/a.csv": f"kpi,period,value\n{figures}"})
    return [each.message for each in examine(Order(root, DAY)).problems if each.code == "BSC371"]


def test_the_check_compares_with_the_last_commit(tmp_path: Path) -> None:
    root = begun(tmp_path)
    assert lines(root, "k,2025-01,1\nk,2025-02,2\n") == []
    commit(root, "2025-06-20")
    (line,) = lines(root, "k,2025-02,2\n")
    assert line.startswith("a figure that the data of 20 Jun 2025 had is gone, that of Jan 2025; put it back, or ")
    assert line.endswith('declare at the KPI `gone: [{period: 2025-01, because: "say why"}]`')
    entry = {"period": "2025-01", "because": "say why"}
    assert lines(root, "k,2025-02,2\n", CARD | {"kpis": [K | {"gone": [entry]}]}) == []
    reason = {"rule": "BSC371", "because": "January was of another shop"}
    assert lines(root, "k,2025-02,2\n", CARD | {"kpis": [K | {"ignore": [reason]}]}) == []


def test_a_row_that_cannot_be_read_is_the_cause_and_told_alone(tmp_path: Path) -> None:
    root = begun(tmp_path)
    lines(root, "k,2025-01,1\nk,2025-02,2\n")
    commit(root, "2025-06-20")
    assert lines(root, "k,2025-O1,1\nk,2025-02,2\n") == []
