"""Trend, run, latest value and target are told from the same facts, so that they agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bsc_site.model.concluded.assessment import KpiAssessment, Trend
from bsc_site.model.concluded.outlook import Chance, Forecast, Signal
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import Assurance, TrendWord, Variation
from bsc_site.wording.outlooks.heading_text import (
    assurance_name,
    assurance_text,
    heading_alone,
    latest_sentences,
    run_text,
    steady_text,
)
from tests.builders.small_projects import judged, kpi

TREND = Trend(TrendWord.IMPROVING, 0.3, rising=True, run_length=4, n=36)


def heading(trend: Trend, values: tuple[float, float] = (40, 41), **keys: Any) -> KpiAssessment:
    """A KPI with two figures and this trend."""
    declared = kpi(targets=[{"period": "2025-06", "value": 40}], **keys)
    return replace(judged(declared, {"2025-05": values[0], "2025-06": values[1]}), trend=trend)


def with_signal(found: KpiAssessment, **changed: Any) -> KpiAssessment:
    """The same with a signal that says this."""
    signal: Signal = replace(found.signal, **changed)
    return replace(found, signal=signal)


def test_a_run_says_which_way_it_goes() -> None:
    assert run_text(heading(TREND)) == "up 4 months in a row"
    assert run_text(heading(TREND, (41, 40))) == "lately down 4 months in a row"
    assert run_text(heading(replace(TREND, rising=False), (41, 40))) == "down 4 months in a row"
    assert run_text(heading(replace(TREND, run_length=1))) == ""


def test_what_is_steady_has_no_run() -> None:
    found = heading(replace(TREND, word=TrendWord.STEADY, rising=None))
    assert run_text(found) == ""
    assert steady_text(found) == "steady"
    assert steady_text(with_signal(found, variation=Variation.CONCERN_LOW)) == "steady over 36 months"


def test_where_neither_way_is_better_it_rises_or_falls() -> None:
    watched = replace(TREND, word=TrendWord.STEADY)
    assert heading_alone(heading(watched, direction="none")) == "Rising"
    assert heading_alone(heading(replace(watched, rising=False), direction="none")) == "Falling"
    assert run_text(heading(watched, direction="none")) == "up 4 months in a row"


@pytest.mark.parametrize(
    ("word", "variation", "said"),
    [
        (TrendWord.IMPROVING, Variation.IMPROVEMENT_HIGH, ("A real improvement, not noise.",)),
        (
            TrendWord.IMPROVING,
            Variation.CONCERN_LOW,
            ("The latest value goes the other way.", "A real change for the worse, not noise."),
        ),
        (
            TrendWord.WORSENING,
            Variation.IMPROVEMENT_LOW,
            ("The latest value goes the other way.", "A real improvement, not noise."),
        ),
        (TrendWord.WORSENING, Variation.COMMON_CAUSE, ()),
    ],
)
def test_a_latest_value_against_the_trend_is_told_as_that(
    word: TrendWord, variation: Variation, said: tuple[str, ...]
) -> None:
    assert tuple(latest_sentences(with_signal(heading(replace(TREND, word=word)), variation=variation))) == said


@pytest.mark.parametrize(
    ("assurance", "value", "chance", "words"),
    [
        (Assurance.PASS, 41, 0.9, ("Meets the target", "As it runs now, this will keep meeting the target.")),
        (
            Assurance.PASS,
            39,
            0.9,
            ("Met the target so far", "So far this met the target that holds now; the latest value misses it."),
        ),
        (
            Assurance.FAIL,
            41,
            None,
            ("Missed the target so far", "So far this missed the target that holds now; the latest value meets it."),
        ),
        (
            Assurance.FAIL,
            39,
            0.8,
            (
                "Missed the target so far",
                "So far this missed the target that holds now; the forecast sees the next one within reach.",
            ),
        ),
        (
            Assurance.PASS,
            41,
            0.2,
            (
                "Met the target so far",
                "So far this met the target that holds now; the forecast is less sure of the next one.",
            ),
        ),
        (
            Assurance.HIT_OR_MISS,
            39,
            0.8,
            (
                "Hit or miss",
                "As it runs now, this meets the target in some periods and misses it in others.",
            ),
        ),
    ],
)
def test_what_the_chart_says_of_the_target_denies_neither_latest_value_nor_forecast(
    assurance: Assurance, value: float, chance: float | None, words: tuple[str, str]
) -> None:
    found = with_signal(heading(TREND, (40, value)), assurance=assurance)
    if chance is not None:
        found = replace(found, forecast=Forecast(chances=(Chance(parse_period("2026-06"), 40, chance, 0.1),)))
    assert (assurance_name(found), assurance_text(found)) == words
