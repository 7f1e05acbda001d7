"""A project of awkward series: pages, charts and data say something true of each, and never nan, inf or None."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from bsc_site.compute.forecast.kpi_forecast import forecast_of
from bsc_site.compute.kpi.trend import trend_of
from bsc_site.compute.signal.control_chart import signal_of
from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.concluded.outlook import TooFewPeriods, TooManyGaps
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, period_of
from bsc_site.model.series import Observation
from bsc_site.pipeline import Order, examine
from bsc_site.publish.data_files.api import documents
from bsc_site.render.charts.catalogue import charts_of
from bsc_site.render.charts.plotting.own_drawing import own_drawing
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.wording.outlooks.forecast_text import forecast_sentences
from bsc_site.wording.outlooks.signal_text import signal_sentences
from tests.effort import effort

AS_OF = date(2026, 1, 15)
NOISE: list[float] = np.random.default_rng(3).normal(0, 1, 2000).tolist()
MONTHS: dict[str, list[float | None]] = {
    "gaps": [None if place % 5 == 2 else 50 + NOISE[place] for place in range(40)],
    "mostly-missing": [50 + NOISE[place] if place % 9 == 0 else None for place in range(60)],
    "constant": [5.0] * 40,
    "zeros": [0.0] * 40,
    "negative": [-20 + NOISE[place] for place in range(40)],
    "through-zero": [NOISE[place] for place in range(40)],
    "one-point": [4.0],
    "two-points": [4.0, 5.0],
    "three-points": [4.0, 5.0, 3.0],
    "twelve-points": [4 + NOISE[place] for place in range(12)],
    "step-at-the-end": [*[10.0] * 39, 100.0],
    "long-step": [*[10 + NOISE[place] / 9 for place in range(24)], *[20 + NOISE[place] / 9 for place in range(16)]],
    "seasonal": [100 + 40 * (place % 12 > 9) + NOISE[place] for place in range(60)],
    "huge": [1e15 + 1e13 * NOISE[place] for place in range(40)],
    "tiny": [1e-9 * (2 + NOISE[place] / 5) for place in range(40)],
}
PLAIN: dict[str, Any] = {"targets": [{"period": "2026-12", "value": 30}], "thresholds": {"red_flag": 20}}
BAND: dict[str, Any] = {
    "direction": "band",
    "targets": [{"period": "2026", "low": 6, "high": 9}],
    "tolerance": "10%",
}


def _rows(kpi: str, frequency: Frequency, values: Sequence[float | None]) -> list[str]:
    last = period_of(AS_OF, frequency).shift(-1)
    first = last.shift(1 - len(values))
    return [f"{kpi},{first.shift(place)},{value!r}" for place, value in enumerate(values) if value is not None]


def _project(folder: Path) -> Path:
    kpis: list[dict[str, Any]] = [{"id": name, "frequency": "monthly", **PLAIN} for name in MONTHS]
    rows = [row for name, values in MONTHS.items() for row in _rows(name, Frequency.MONTHLY, values)]
    days = AS_OF - timedelta(days=2000)
    rows += [f"daily,{days + timedelta(days=place)},{50 + NOISE[place]!r}" for place in range(2000)]
    kpis.append({"id": "daily", "frequency": "daily", "unit": "%", "targets": [{"period": "2026-12-31", "value": 55}]})
    for frequency in (Frequency.WEEKLY, Frequency.QUARTERLY, Frequency.HALF_YEARLY, Frequency.YEARLY):
        name = f"every-{frequency.noun}"
        rows += _rows(name, frequency, [8 + NOISE[place] for place in range(12)])
        kpis.append({"id": name, "frequency": frequency.value, **BAND})
    kpis += [
        {"id": "never", "frequency": "monthly", **PLAIN},
        {"id": "beyond-squares", "frequency": "monthly", "formula": " * ".join(["huge"] * 14), **PLAIN},
        {"id": "audit", "frequency": "monthly", "unit": "yes/no", "scoring": "yes_no"},
        {"id": "unlimited", "frequency": "monthly", "spc": "none", "benchmark": {"value": 9, "source": "A"}, **PLAIN},
        {
            "id": "share",
            "frequency": "monthly",
            "unit": "%",
            "kind_of_data": "proportion",
            "direction": "lower",
            **PLAIN,
        },
    ]
    kpis[-1]["thresholds"] = {"red_flag": 40}
    rows += _rows("audit", Frequency.MONTHLY, [float(place % 3 > 0) for place in range(30)])
    rows += _rows("unlimited", Frequency.MONTHLY, [9 + NOISE[place] for place in range(30)])
    rows += _rows("share", Frequency.MONTHLY, [min(100.0, 97 + 3 * abs(NOISE[place])) for place in range(30)])
    card = {"id": "awkward", "title": "Awkward", "kpis": [{"name": each["id"].capitalize(), **each} for each in kpis]}
    card["perspectives"] = [
        {
            "id": "all",
            "name": "All",
            "objectives": [{"id": "every", "name": "Every one", "kpis": [each["id"] for each in kpis]}],
        }
    ]
    for path, text in {
        "scorecard/awkward.yml": yaml.safe_dump(card, sort_keys=False),
        "data/all.csv": "\n".join(["kpi,period,value", *rows]) + "\n",
        "mkdocs.yml": "site_name: Awkward\n",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """The assessed project."""
    examination = examine(Order(_project(tmp_path_factory.mktemp("awkward")), AS_OF))
    assert examination.assessment is not None, [each.message for each in examination.problems]
    return examination.assessment


def test_no_page_shows_what_is_not_a_number(awkward: Assessment) -> None:
    """Nor the name of a missing value."""
    pages = render_pages(SiteMaterial(awkward))
    assert len(pages) > len(MONTHS)
    for page in pages:
        words = re.sub(r"<[^>]*>", " ", page.markdown)
        assert not re.search(r"\b(nan|NaN|inf|Infinity|None(?! (?:of|is) )|null)\b", words), page.address


def test_no_document_holds_what_is_not_a_number(awkward: Assessment) -> None:
    """JSON without NaN; every KPI has a document."""

    def refuse(word: str) -> float:
        raise AssertionError(word)

    for path, content in documents(awkward, ()).items():
        if path.endswith(".json"):
            json.loads(content, parse_constant=refuse)


def test_every_chart_can_be_drawn(awkward: Assessment) -> None:
    """Its content is strict JSON, and its caption a sentence."""
    for name, chart in charts_of(awkward).items():
        content = json.dumps([chart.rows, chart.options, chart.finding], ensure_ascii=False, allow_nan=False)
        assert re.search(r"\.$", chart.finding), name
        assert not re.search(r"\b(nan|inf|None)\b", content), name
        assert own_drawing(chart), name


def test_every_series_gets_a_sentence_of_signal_and_forecast(awkward: Assessment) -> None:
    """Or says what is missing; a KPI without a chart, or that never moved, has neither limits nor labels."""
    silent = {"never", "audit", "one-point", "two-points", "beyond-squares", "unlimited"}
    unmoved = {"constant", "zeros"}
    for name, found in awkward.kpis.items():
        told = signal_sentences(found.signal, found.kpi)
        assert bool(told) == (name not in silent), name
        assert bool(found.signal.points) == (name not in silent | unmoved), name
        forecast = found.forecast
        assert forecast.points or forecast_sentences(forecast, found.kpi) or name in {"never", "audit"}, name
    for name in ("one-point", "three-points", "twelve-points"):
        assert isinstance(awkward.kpis[name].forecast.obstacle, TooFewPeriods), name
    assert isinstance(awkward.kpis["mostly-missing"].forecast.obstacle, TooFewPeriods | TooManyGaps)


def test_a_page_without_a_chart_says_why(awkward: Assessment) -> None:
    """Two values are too few; `spc: none` is a wish."""
    pages = {page.address: page.markdown for page in render_pages(SiteMaterial(awkward))}
    assert "Too few values to tell a real change from noise" in pages["kpis/two-points/"]
    assert "It has been 5 all along" in pages["kpis/constant/"]
    assert "No limits of natural variation are drawn for this KPI." in pages["kpis/unlimited/"]
    assert "Answers of this kind have no natural variation" in pages["kpis/audit/"]
    assert "too large to draw limits" in pages["kpis/beyond-squares/"]


def test_a_rebase_is_suggested_and_never_applied(awkward: Assessment) -> None:
    """Sixteen months on another level: said, with the month, and the limits stay as they are."""
    found = awkward.kpis["long-step"]
    signal = found.signal
    assert len(signal.segments) == 1
    assert str(signal.suggestion) == "2024-09"
    assert any("declare a rebase" in sentence for sentence in signal_sentences(signal, found.kpi))


def test_twice_as_long_a_history_is_at_most_twice_the_work() -> None:
    """Signal, trend and forecast: at most as many calls as in some milliseconds of a machine of 2026."""
    first = period_of(date(2010, 1, 1), Frequency.MONTHLY)
    values = [100 + 10 * (place % 12 > 9) + NOISE[place % 60] for place in range(240)]
    observations = tuple(Observation(first.shift(place), value) for place, value in enumerate(values))
    kpi = Kpi.model_validate({"id": "a", "name": "A", "targets": [{"period": "2021-12", "value": 120}]})

    def looked_at(count: int) -> int:
        seen = observations[:count]

        def once() -> None:
            signal_of(kpi, seen, 110.0)
            forecast_of(kpi, seen, None)
            trend_of(seen, kpi.direction, Expectation())

        once()
        return effort(once)

    long = looked_at(120)
    assert (long < 15_000, looked_at(240) < 2.1 * long) == (True, True)
