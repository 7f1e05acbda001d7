"""Bands, rules and statuses set by hand name an organisation's own statuses, of their scorecard or the one above."""

from __future__ import annotations

from pathlib import Path

from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.vocabularies import Status
from tests.builders.project_folders import write

TOP = """id: top
title: Top
statuses:
  - {name: Ahead, from: 90}
  - {name: On plan, from: target}
  - {name: Watch, from: red flag}
  - {name: Act}
"""
KPIS = """kpis:
  - id: banded
    name: Banded
    scoring: {method: bands, bands: [{from: 95, status: Ahead}, {from: 80, status: on plan}, {status: off_track}]}
  - id: ruled
    name: Ruled
    scoring: {method: rules, rules: [{when: value > 3, status: Watch, score: 60}]}
  - id: set
    name: Set
    manual_status: {status: Act, because: the till failed, until: 2026}
"""


def test_each_becomes_what_it_means_with_the_score_in_the_middle(tmp_path: Path) -> None:
    files = {"scorecard/top.yml": TOP, "scorecard/below.yml": f"id: below\ntitle: Below\nparent: top\n{KPIS}"}
    loaded = load_project(write(tmp_path, files))
    assert loaded.project is not None, loaded.problems
    kpis = loaded.project.kpis
    bands = kpis["banded"].scoring.bands
    assert [(each.status, each.score) for each in bands] == [
        (Status.ON_TRACK, 95),
        (Status.ON_TRACK, (90 + 200 / 3) / 2),
        (Status.OFF_TRACK, None),
    ]
    assert [(each.status, each.score) for each in kpis["ruled"].scoring.rules] == [(Status.AT_RISK, 60)]
    by_hand = kpis["set"].manual_status
    assert by_hand is not None
    assert (by_hand.status, by_hand.score) == (Status.OFF_TRACK, 100 / 6)


def test_a_word_that_is_no_status_is_a_problem_as_before(tmp_path: Path) -> None:
    loaded = load_project(write(tmp_path, {"scorecard/top.yml": TOP + KPIS.replace("Ahead", "Afar")}))
    (told,) = loaded.problems
    assert (told.code, told.key) == ("BSC012", "kpis[0].scoring.bands[0].status")
