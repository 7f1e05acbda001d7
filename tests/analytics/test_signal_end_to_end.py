"""The 153 series of the R package NHSRplotthedots, as a project: YAML and CSV in, published JSON out, no mismatch."""

from __future__ import annotations

import itertools
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bsc_site.model.period import Period, parse_period
from bsc_site.pipeline import Order, examine
from bsc_site.publish.data_files.api import documents
from tests.analytics.gates import LABELS
from tests.analytics.test_signal_oracle import ASSURANCES

FIRST = parse_period("2010-01")
DIRECTIONS = {"increase": "higher", "decrease": "lower", "neutral": "none"}


def _name(place: int) -> str:
    return f"series-{place}"


def _kpi(place: int, given: dict[str, Any]) -> dict[str, Any]:
    last = FIRST.shift(len(given["y"]) - 1)
    exact = given["fix_after_n_points"] is None and given["screen_outliers"]
    long = {
        "method": "nhs",
        "baseline_points": given["fix_after_n_points"],
        "screen_outliers": given["screen_outliers"],
    }
    kpi: dict[str, Any] = {
        "id": _name(place),
        "name": f"Series {place}",
        "direction": DIRECTIONS[given["improvement_direction"]],
        "frequency": "monthly",
        "spc": "nhs" if exact else {key: value for key, value in long.items() if value is not None},
        "rebase": [{"period": str(FIRST.shift(at)), "because": "changed"} for at in given["rebase_at_index0"]],
    }
    if given["target"] is not None:
        kpi["targets"] = [{"period": str(last), "value": given["target"]}]
        gap = abs(given["target"]) or 1.0
        worse = 1 if kpi["direction"] == "lower" else -1
        kpi["thresholds"] = {"red_flag": given["target"] + worse * gap}
    return kpi


def _project(folder: Path, cases: list[dict[str, Any]]) -> Path:
    card = {"id": "nhs", "title": "NHS", "kpis": [_kpi(place, case["input"]) for place, case in enumerate(cases)]}
    periods: list[Period] = [FIRST.shift(place) for place in range(max(len(case["input"]["y"]) for case in cases))]
    lines = [
        f"{_name(place)},{period},{value!r}"
        for place, case in enumerate(cases)
        for period, value in zip(periods, case["input"]["y"], strict=False)
    ]
    for name, text in {
        "scorecard/nhs.yml": yaml.safe_dump(card, sort_keys=False),
        "data/series.csv": "\n".join(["kpi,period,value", *lines]) + "\n",
        "mkdocs.yml": "site_name: NHS\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def published(oracles: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each case with the document of its KPI."""
    cases: list[dict[str, Any]] = json.loads((oracles / "nhsr_golden.json").read_text())["cases"]
    root = _project(tmp_path_factory.mktemp("nhs"), cases)
    examination = examine(Order(root, date(2200, 1, 1)))
    assert examination.assessment is not None, [each.message for each in examination.problems]
    files = documents(examination.assessment, ())
    return [(case, json.loads(files[f"api/v1/kpis/{_name(place)}.json"])) for place, case in enumerate(cases)]


def test_every_published_label_is_that_of_the_oracle(
    published: list[tuple[dict[str, Any], dict[str, Any]]],
) -> None:
    """Point by point."""
    assert len(published) == 153
    for case, document in published:
        ours = document["spc"]["points"]["label"]
        assert ours == [LABELS[label].value for label in case["expected"]["special_cause_type"]], case["id"]


def test_every_published_limit_is_that_of_the_oracle(
    published: list[tuple[dict[str, Any], dict[str, Any]]],
) -> None:
    """To a billionth, as many segments as there are, from the right periods on."""
    for case, document in published:
        segments = document["spc"]["segments"]
        starts = [0, *case["input"]["rebase_at_index0"]]
        assert [each["from"] for each in segments] == [str(FIRST.shift(at)) for at in starts], case["id"]
        columns = {"mean": "mean_per_segment", "lower": "lpl_per_segment", "upper": "upl_per_segment"}
        for name, column in columns.items():
            ours = [each[name] for each in segments]
            assert ours == pytest.approx(case["expected"][column], abs=1e-9), case["id"]


def test_every_published_icon_is_that_of_the_oracle(
    published: list[tuple[dict[str, Any], dict[str, Any]]],
) -> None:
    """The R package does not name the side of an improvement or concern, we do."""
    seen = set()
    for case, document in published:
        theirs = case["expected"]["variation_icon"].removeprefix("special_cause_")
        assert document["variation"].startswith(theirs), case["id"]
        assert document["assurance"] == ASSURANCES[case["expected"]["assurance_icon"]].value, case["id"]
        seen |= {document["variation"], document["assurance"]}
    assert len(seen) > 8


def test_the_cases_need_the_long_form_and_rebases(oracles: Path) -> None:
    """Otherwise the tests above would say less than they seem to."""
    given = [case["input"] for case in json.loads((oracles / "nhsr_golden.json").read_text())["cases"]]
    assert any(each["fix_after_n_points"] for each in given)
    assert any(not each["screen_outliers"] for each in given)
    assert any(each["rebase_at_index0"] for each in given)
    assert len(set(itertools.chain.from_iterable(each["y"] for each in given))) > 1000
