"""A finding is told with its figures; without any its message stands as it is."""
# the names of tests are sentences

from __future__ import annotations

import pytest

from bsc_site.model.period import Frequency, parse_period
from bsc_site.model.problem import Chain, Figure, Finding
from bsc_site.model.rules.formulas import (
    DENOMINATOR_IS_ZERO,
    FIGURES_LEFT_ASIDE,
    FORMULA_DIVIDES_BY_ZERO,
    NO_REAL_NUMBER,
)
from bsc_site.model.rules.rollups import COARSER_BELOW, ROLLUP_LEADS_BACK
from bsc_site.wording.problems.finding_text import finding_message, worded

MONTHS = tuple(parse_period(f"2025-{month:02d}") for month in range(1, 7))


@pytest.mark.parametrize(
    ("message", "figures", "said"),
    [
        (DENOMINATOR_IS_ZERO, {"periods": MONTHS[:1]}, "the denominator is zero in Jan 2025; no value there"),
        (
            NO_REAL_NUMBER,
            {"periods": MONTHS[:3]},
            "the result is too large or not a real number in Jan 2025, Feb 2025, Mar 2025; no value there",
        ),
        (
            FORMULA_DIVIDES_BY_ZERO,
            {"periods": MONTHS[:4]},
            "the formula divides by zero in Jan 2025, Feb 2025, Mar 2025 and 1 more period; no value there",
        ),
        (
            FORMULA_DIVIDES_BY_ZERO,
            {"periods": MONTHS},
            "the formula divides by zero in Jan 2025, Feb 2025, Mar 2025 and 3 more periods; no value there",
        ),
        (FIGURES_LEFT_ASIDE, {"source": "data/{k}.csv"}, "figures in data/{k}.csv are left aside"),
        (ROLLUP_LEADS_BACK, {"chain": Chain(("a", "b", "a"))}, "the figures lead back to themselves: a → b → a"),
        (
            COARSER_BELOW,
            {"below": "a", "frequency": Frequency.HALF_YEARLY, "own": Frequency.DAILY},
            "'a' is half-yearly, coarser than this daily KPI",
        ),
    ],
)
def test_each_figure_stands_in_its_place(message: str, figures: dict[str, Figure], said: str) -> None:
    finding = Finding("kpi/k", "formula", "BSC405", message, tuple(figures.items()))
    assert finding_message(finding) == said
    assert worded(finding) == Finding("kpi/k", "formula", "BSC405", said)


def test_a_message_without_figures_may_hold_braces() -> None:
    finding = Finding("kpi/k", "", "BSC201", "the name is '{x}'")
    assert worded(finding) is finding
    assert finding_message(finding) == "the name is '{x}'"
