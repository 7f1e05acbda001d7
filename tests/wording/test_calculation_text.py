"""The calculation of a KPI is told in sentences that can be checked by hand."""
# the names of tests are sentences

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest

from bsc_site.model.calculation.kpi_steps import (
    CalculationStep,
    ExpectedStep,
    NoFigure,
    NoWay,
    OriginStep,
    TargetReason,
)
from bsc_site.model.calculation.scoring_steps import NoPace, NoProgress, NoScore, NotScored, ScoringStep
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.vocabularies import Status
from bsc_site.wording.calculations.calculation_text import told_steps
from bsc_site.wording.calculations.kpi_words import KpiWords
from bsc_site.wording.calculations.origin_text import origin_sentence
from bsc_site.wording.calculations.scoring_text import scoring_sentences
from bsc_site.wording.calculations.target_text import expected_sentence, target_reason
from tests.builders.small_projects import assessed, calculation_told, declared, judged, kpi, monthly, project, readings

TARGET = [{"period": "2025", "value": 10}]
WORDS = KpiWords(declared(unit="%"), StatusNames())
JUNE = {"targets": [{"period": "2025-06", "value": 40}]}


def test_the_calculation_of_a_ratio_can_be_checked_by_hand() -> None:
    keys = kpi(
        unit="%",
        baseline={"period": "2025-01", "value": 24},
        targets=[{"period": "2025-12", "value": 30}],
    )
    assert calculation_told(judged(keys, {"2025-05": (380, 1440), "2025-06": (412, 1480)})) == (
        "Jun 2025: 412 of 1,480 = 27.84 % (data/k.csv)",
        "26.73 % expected by Jun 2025: between 24.00 % (Jan 2025) and 30.00 % (Dec 2025)",
        "The red flag is 25.39 %: 5 % below the target",
        "27.84 % against 26.73 % expected by Jun 2025: on track",
        "Score = 100 × (27.8378 − 2 × 25.3909 + 26.7273) / (3 × (26.7273 − 25.3909)) = 94.37",
        "Progress to the target of Dec 2025 = (27.8378 − 24) / (30 − 24) = 64 %",
        "Pace = 1.552: 42.76 % a year so far, 27.56 % a year needed by Dec 2025",
    )


def test_the_comparison_reads_value_against_target_by_period() -> None:
    keys = kpi(targets=[{"period": "2025-06", "value": 40}], thresholds={"red_flag": 38})
    assert calculation_told(judged(keys, {"2025-06": 41.2}))[:5] == (
        "Jun 2025: 41.2 (data/k.csv)",
        "40.0 expected by Jun 2025: the target of Jun 2025",
        "The red flag is 38.0, as declared",
        "41.2 against 40.0 expected by Jun 2025: on track",
        "Score = 100 × (41.2 − 2 × 38 + 40) / (3 × (40 − 38)) = 86.67",
    )


def test_the_organisations_own_words_name_the_status() -> None:
    keys = kpi(targets=[{"period": "2025-06", "value": 40}])
    result = judged(keys, {"2025-06": 41.2})
    assert "41.2 against 40.0 expected by Jun 2025: Auf Kurs" in calculation_told(result, on_track="Auf Kurs")


def test_a_way_back_is_told_with_a_real_minus_sign() -> None:
    keys = kpi(baseline={"period": "2025-01", "value": 10}, targets=[{"period": "2025-12", "value": 20}])
    steps = calculation_told(judged(keys, {"2025-06": 8}))
    assert "Progress to the target of Dec 2025 = (8 − 10) / (20 − 10) = −20 %" in steps


def test_without_a_baseline_one_sentence_says_why_there_is_no_progress() -> None:
    steps = calculation_told(judged(kpi(targets=TARGET), {"2025-06": 8}))
    assert steps[-1] == "No progress and no pace: the KPI has no baseline"


def test_values_that_look_alike_are_told_apart() -> None:
    keys = kpi(targets=[{"period": "2025-06", "value": 40}])
    assert "39.9999 against 40.0000 expected by Jun 2025: at risk" in calculation_told(
        judged(keys, {"2025-06": 39.9999})
    )


@pytest.mark.parametrize(
    ("keys", "figures", "first"),
    [
        (kpi(aggregate="sum"), {"2025-06-01": 1, "2025-06-30": 2}, "Jun 2025: the sum of 2 figures = 3 (data/k.csv)"),
        (kpi(unit="EUR"), {"2025-06": 1234}, "Jun 2025: € 1,234 (data/k.csv)"),
    ],
)
def test_the_first_step_says_where_the_value_comes_from(
    keys: dict[str, Any], figures: dict[str, float], first: str
) -> None:
    assert calculation_told(judged(keys, figures))[0] == first


def test_a_formula_shows_the_figures_that_it_used() -> None:
    one = project(kpi(id="orders"), kpi(id="visits"), kpi(id="rate", formula="orders / visits * 100", unit="%"))
    result = assessed(one, readings("orders", {"2025-06": 412}), readings("visits", {"2025-06": 1480}))
    expected = "Jun 2025: 27.84 %, computed from orders / visits * 100 with orders = 412, visits = 1,480"
    assert calculation_told(result.kpis["rate"])[0] == expected


def test_an_equal_part_of_a_yearly_total_is_expected() -> None:
    keys = kpi(aggregate="sum", targets=[{"period": "2025", "value": 24}])
    assert (
        calculation_told(judged(keys, {"2025-06": 2}))[1]
        == "2 expected by Jun 2025: an equal part of the total for 2025"
    )


def _rules(*rules: dict[str, Any]) -> dict[str, Any]:
    return {"scoring": {"method": "rules", "rules": list(rules)}}


YEARS = {"frequency": "yearly", "scoring": "pace", "baseline": {"period": "2020", "value": 100}}
STATES = {"scoring": {"method": "states", "states": {"certified": 100, "applied for": 50}}}
RANGES = {"scoring": {"method": "bands", "bands": [{"status": "off_track"}, {"from": 80, "status": "on_track"}]}}
HIGH = {"scoring": {"method": "bands", "bands": [{"from": 80, "status": "on_track"}]}}
BAND = {"direction": "band", "scoring": {"method": "band", "low": 6, "high": 9}, "tolerance": 1}
SHARE = JUNE | {"scoring": "percent_of_target"}
WAY = {
    "scoring": "progress",
    "baseline": {"period": "2025-01", "value": 10},
    "targets": [{"period": "2025-12", "value": 40}],
}


@pytest.mark.parametrize(
    ("keys", "value", "said"),
    [
        (
            JUNE,
            30,
            (
                "30 against 40 expected by Jun 2025: off track",
                "Score = 100 × (30 − 2 × 38 + 40) / (3 × (40 − 38)) = 0 (the scale ends at 0 and 100)",
            ),
        ),
        (
            BAND,
            7,
            (
                "7 against 6 to 9 expected by Jun 2025: on track",
                "Score = 88.89: 66.67 at an edge of the band, rising to 100 at its centre",
            ),
        ),
        (
            BAND,
            9.5,
            (
                "9.5 against 6 to 9 expected by Jun 2025: at risk",
                "Score = 66.67 − 33.33 × 0.5 outside / 1 from edge to red flag = 50",
            ),
        ),
        (RANGES, 90, ("90 is in the band from 80: on track", "Score = 100, the score of this band")),
        (RANGES, 70, ("70 is in the lowest band: off track", "Score = 0, the score of this band")),
        (HIGH, 70, ("70 is below every band: off track", "Score = 0, the score of this band")),
        (
            STATES,
            50,
            (
                "Score = 50: the state is 'applied for'",
                "50, on track from 66.67, at risk from 33.33: at risk",
            ),
        ),
        (
            STATES,
            75,
            (
                "Score = 75: between the declared states",
                "75, on track from 66.67, at risk from 33.33: on track",
            ),
        ),
        ({"unit": "yes/no"}, 1, ("Yes in Jun 2025, where yes is wanted: on track", "Score = 100")),
        ({"unit": "yes/no"}, 0, ("No in Jun 2025, where yes is wanted: off track", "Score = 0")),
        (
            {"unit": "yes/no", "direction": "lower"},
            1,
            ("Yes in Jun 2025, where no is wanted: off track", "Score = 0"),
        ),
        (
            {"unit": "yes/no", "direction": "lower"},
            0,
            ("No in Jun 2025, where no is wanted: on track", "Score = 100"),
        ),
        (
            JUNE | _rules({"when": "value >= 0.8 * target", "status": "at_risk"}),
            33,
            ("value >= 0.8 * target holds (target 40, value 33): at risk", "Score = 50, the score of this rule"),
        ),
        (
            SHARE,
            39,
            (
                "39 against 40 expected by Jun 2025: at risk",
                "39 / 40 = 97.5 % of the target; on track from 100 %, at risk from 95 %",
                "Score = 50 on the scale of those two",
            ),
        ),
        (
            SHARE | {"direction": "lower"},
            0,
            (
                "0 against 40 expected by Jun 2025: on track",
                "Nothing is left to lower; on track from 100 %, at risk from 95 %",
                "Score = 100 on the scale of those two",
            ),
        ),
        (
            SHARE | {"direction": "lower"},
            50,
            (
                "50 against 40 expected by Jun 2025: off track",
                "40 / 50 = 80 % of the target; on track from 100 %, at risk from 95 %",
                "Score = 0 on the scale of those two",
            ),
        ),
        (
            WAY,
            25,
            (
                "50 % of the way, where 67 % are on track, 33 % at risk: at risk",
                "Score = 50: linear between 0 % (0), 33 % (33.33), 67 % (66.67) and 100 % (100)",
            ),
        ),
    ],
)
def test_each_way_of_scoring_shows_its_numbers(keys: dict[str, Any], value: float, said: tuple[str, ...]) -> None:
    scored = [each for each in judged(kpi(**keys), {"2025-06": value}).calculation if isinstance(each, ScoringStep)]
    assert told_steps(scored, KpiWords(declared(**keys), StatusNames())) == said


@pytest.mark.parametrize(
    ("keys", "value", "said"),
    [
        (
            YEARS | {"targets": [{"period": "2024", "value": 146.41}]},
            110.25,
            (
                "Pace 0.5, where 0.95 is on track, 0.60 at risk: off track",
                "Score = 23.81 on the scale of those two",
            ),
        ),
        (
            YEARS | {"targets": [{"period": "2024", "value": 146.41}]},
            150,
            ("150 meets the target 146.41: achieved, on track", "Score = 100: the target is met"),
        ),
        (
            YEARS,
            100 * 1.01**2,
            (
                "1 % a year; without a target 1.5 % in the right direction is on track, 0.5 % at risk: at risk",
                "Score = 50 on the scale of those two",
            ),
        ),
    ],
)
def test_pace_shows_its_numbers(keys: dict[str, Any], value: float, said: tuple[str, ...]) -> None:
    scored = [each for each in judged(kpi(**keys), {"2022": value}).calculation if isinstance(each, ScoringStep)]
    assert told_steps(scored, KpiWords(declared(**keys), StatusNames())) == said


@pytest.mark.parametrize(
    ("keys", "figures", "said"),
    [
        (JUNE | {"direction": "none"}, {}, "The KPI has no direction: not scored"),
        ({}, {}, "The KPI has no target: not scored"),
        (JUNE, {}, "There is no value yet: no data"),
        (JUNE, {"2025-12": 3}, "The only period with figures is not complete: no data"),
    ],
)
def test_a_kpi_without_a_value_says_why(keys: dict[str, Any], figures: dict[str, float], said: str) -> None:
    assert calculation_told(judged(kpi(**keys), figures, date(2025, 12, 5))) == (said,)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({}, "Not scored: no target holds at this period"),
        (JUNE | {"direction": "none"}, "Not scored: the KPI has no direction"),
        (JUNE | {"scoring": "progress"}, "Not scored: No progress: the KPI has no baseline"),
        (
            JUNE | {"scoring": "pace", "baseline": {"period": "2025-06", "value": 9}},
            "Not scored: No pace: Jun 2025 is not after the baseline, Jun 2025",
        ),
    ],
)
def test_a_value_without_a_score_says_why(keys: dict[str, Any], said: str) -> None:
    assert said in calculation_told(judged(kpi(**keys), {"2025-06": 5}))


def test_the_organisations_word_for_not_scored_stands_as_it_is_declared() -> None:
    assert "ohne Wertung: no target holds at this period" in calculation_told(
        judged(kpi(), monthly([5])), not_scored="ohne Wertung"
    )


@pytest.mark.parametrize(
    ("keys", "value", "said"),
    [
        (JUNE | {"direction": "lower"}, 41, "The red flag is 42: 5 % above the target"),
        (JUNE | {"tolerance": 3}, 41, "The red flag is 37: 3 below the target"),
        (
            {"targets": [{"period": "2025-03", "value": 4}]},
            4,
            "4 expected by Jun 2025: the last target before, 4 (Mar 2025)",
        ),
        ({"targets": [{"period": "2025-09", "value": 4}]}, 4, "4 expected by Jun 2025: the first target, 4 (Sep 2025)"),
        (BAND, 7, "The red flags are 5 and 10"),
        (BAND, 7, "6 to 9 expected by Jun 2025"),
        (BAND, 7, "No progress and no pace: a band has no single target"),
    ],
)
def test_what_is_expected_is_told_with_its_reason(keys: dict[str, Any], value: float, said: str) -> None:
    assert said in calculation_told(judged(kpi(**keys), {"2025-06": value}))


def test_a_status_set_by_hand_and_one_that_ran_out_are_told() -> None:
    manual = {"status": "off_track", "because": "the till failed", "until": "2025-08"}
    keys = kpi(**JUNE, manual_status=manual)
    assert calculation_told(judged(keys, {"2025-06": 41}, date(2025, 7, 1)))[-1] == (
        "Set by hand to Off track until Aug 2025, because the till failed (computed: On track)"
    )
    assert (
        calculation_told(judged(keys, {"2025-06": 41}, date(2025, 9, 1)))[-1]
        == "The status set by hand ran out with Aug 2025"
    )


def test_every_kind_of_step_and_every_reason_has_words() -> None:
    for union, teller in (
        (OriginStep, origin_sentence),
        (ExpectedStep, expected_sentence),
        (ScoringStep, scoring_sentences),
        (TargetReason, target_reason),
    ):
        unknown = teller.dispatch(object)
        assert [each for each in get_args(union) if teller.dispatch(each) is unknown] == []
    reasons: list[CalculationStep] = [*NoProgress, *NoPace, *NoWay, *NoFigure]
    reasons += [NotScored(Status.NOT_SCORED, each) for each in (*NoScore, *NoProgress, *NoPace)]
    sentences = told_steps(reasons, WORDS)
    assert len(sentences) == len(set(sentences)) == len(reasons)
