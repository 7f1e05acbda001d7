"""Each rule of plausibility says both numbers, and keeps quiet about what is meant."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.compute.plausibility.plausible import implausible
from bsc_site.compute.plausibility.slips import far_apart, jump, slips
from bsc_site.model.problem import Severity
from bsc_site.model.rules import plausibility
from bsc_site.pipeline import Order, examine
from bsc_site.wording.problems.finding_text import finding_message
from tests.builders.project_folders import draw
from tests.builders.small_projects import AS_OF
from tests.builders.snippets import assessed_yaml
from tests.plausibility.test_figures_alike import FLOWS, series

ROOT = Path(__file__).parents[2]
YEAR = "figures: {k: [40, 41, 42, 41, 43, 42, 44, 43, 42, 44, 45, 44]}\n"


def told(*keys: str, figures: str = YEAR) -> list[str]:
    """What is said of KPIs with these keys: code and sentence."""
    names = "kmn"
    entries = ", ".join(f"{{id: {names[index]}, name: Visits, {each}}}" for index, each in enumerate(keys))
    found = implausible(assessed_yaml(f"kpis: [{entries}]\n{figures}"))
    return [f"{each.code} {finding_message(each)}" for each in found]


def path(start: float, *targets: float) -> str:
    """A baseline and the targets of the years after it."""
    dated = ", ".join(f"{{period: {2025 + year}, value: {value}}}" for year, value in enumerate(targets))
    return f"frequency: yearly, baseline: {{period: 2024, value: {start}}}, targets: [{dated}]"


@pytest.mark.parametrize("scoring", ["goal_red_flag", "progress", "pace"])
@pytest.mark.parametrize(
    ("direction", "start", "targets", "said"),
    [
        ("lower", 110, [130, 125], "the target 130 for 2025 lies above the baseline 110 of 2024, and lower is better"),
        ("higher", 88, [9.1, 95], "the target 9.1 for 2025 lies below the baseline 88 of 2024, and higher is better"),
        ("higher", 50, [49.9], "the target 49.9 for 2025 lies below the baseline 50 of 2024, and higher is better"),
        ("lower", -5, [-4, -6], "the target -4 for 2025 lies above the baseline -5 of 2024, and lower is better"),
    ],
)
def test_a_target_behind_the_baseline_is_told(
    scoring: str, direction: str, start: float, targets: list[float], said: str
) -> None:
    """Whichever method scores it, and however near the two are."""
    other = {"lower": "higher", "higher": "lower"}[direction]
    keys = f"direction: {direction}, scoring: {scoring}, {path(start, *targets)}"
    assert [each.replace("−", "-") for each in told(keys, figures="")] == [
        f"BSC360 {said}; correct one of the two, or write direction: {other}"
    ]


@pytest.mark.parametrize(
    ("direction", "targets"),
    [("higher", [20]), ("lower", [20, 20]), ("lower", [20, 18, 15]), ("higher", [20 + 1e-12]), ("none", [5])],
)
def test_a_level_that_is_held_is_a_target(direction: str, targets: list[float]) -> None:
    """Also where it falls afterwards; and where neither way is better nothing is behind."""
    assert told(f"direction: {direction}, {path(20, *targets)}", figures="") == []


def test_a_target_in_another_unit_is_told() -> None:
    """A share beside percentages, thousands beside units, the total of a year beside months."""
    assert told("targets: [{period: 2026-12, value: 0.5}]") == [
        "BSC361 the figure 44 of Dec 2025 is 88 times the target 0.5 for Dec 2026; write both in the same unit"
    ]
    assert told("targets: [{period: 2025-12, value: 48000}]") == [
        "BSC361 the target 48,000 for Dec 2025 is 1,091 times the figure 44 of Dec 2025; write both in the same unit"
    ]
    assert told("targets: [{period: 2025, value: 520}]") == [
        (
            "BSC361 the target 520 for 2025 is 12 times the figure 44 of Dec 2025, as if it were the total of its "
            "monthly figures; declare `aggregate: sum`"
        )
    ]


@pytest.mark.parametrize(
    "keys",
    [
        "aggregate: sum, targets: [{period: 2025, value: 520}]",
        "targets: [{period: 2026-12, value: 400}]",
        "direction: lower, targets: [{period: 2026-12, value: 1}]",
        "direction: lower, tolerance: 2, targets: [{period: 2026-12, value: 0}]",
        "baseline: {period: 2025-01, value: 40}, targets: [{period: 2027-12, value: 1000}]",
        "scoring: {method: bands, bands: [{from: 30, status: on_track}, {status: off_track}]}",
    ],
)
def test_what_is_ambitious_is_not_implausible(keys: str) -> None:
    """A total of a year, nine times as many, nearly none, none at all, a leap from a baseline."""
    assert told(keys) == []


def test_a_baseline_that_the_data_contradicts_is_told_with_both_figures() -> None:
    """One that was rounded when it was written down is the same."""
    keys = "baseline: {period: 2025-02, value: %s}, targets: [{period: 2026, value: 50}]"
    figures = "figures: {k: [40, 41.36, 42]}"
    assert told(keys % 39.5, figures=figures) == [
        (
            "BSC362 the baseline of Feb 2025 is declared as 39.5, and the data has 41.36 for it; the declared one is "
            "used. Correct one of the two, or write `baseline: {period: 2025-02}` to take the data's"
        )
    ]
    assert [told(keys % value, figures=figures) for value in (41.36, 41.4, 41)] == [[], [], []]
    assert told(keys.replace("2025-02", "2024-12") % 39, figures=figures) == []


def test_a_slip_of_the_decimal_mark_is_told() -> None:
    """Ten times or a hundredth, in the middle or at the end; or all from one period on."""
    few = "[40, 41, 42, 41, %s, 42, 44, 43, 42, 44, 45, %s]"
    assert told("unit: EUR", figures=f"figures: {{k: {few % (430, 44)}}}") == [
        "BSC363 € 430 in May 2025 is about 10 times the figures before and after it, € 41 to € 44"
    ]
    assert told("unit: EUR", figures=f"figures: {{k: {few % (43, 0.44)}}}") == [
        "BSC363 € 0.44 in Dec 2025: the figures before and after it, € 42 to € 45, are about 100 times as large"
    ]
    shifted = [40.2, 41, 42.5, 41, 43.1, 42.3, 44, 43, 42000, 44100, 45200, 44000]
    assert told("unit: EUR", figures=f"figures: {{k: {shifted}}}") == [
        "BSC363 from Sep 2025 on the figures are about 1,000 times those before: € 42,000 after € 43"
    ]


@pytest.mark.parametrize(
    "figures",
    [
        [3, 0, 2, 30, 1, 2, 0, 3],
        [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048],
        [-5, 40, -3, 50, 2, -20, 30, 1],
        [10, 100, 1000],
    ],
    ids=["few of anything", "growth", "around zero", "too few"],
)
def test_figures_that_vary_have_no_slips(figures: list[float]) -> None:
    assert told("unit: EUR", figures=f"figures: {{k: {figures}}}") == []


def test_a_month_of_fairs_in_each_year_is_no_slip() -> None:
    """Once it looks like one."""
    year = [40.0, 41, 42, 400, 43, 42, 44, 43, 42, 44, 45, 44]
    assert [len(slips(series(year * years))) for years in (1, 2, 3)] == [1, 0, 0]


@given(
    st.lists(st.sampled_from([0.0, 1.0, 1.2, 7.4, 7.5, 9.0, 10.0, 120.0, 900.0]), max_size=14),
    st.sampled_from([1.0, -1.0, 1e-300, 1e300]),
)
def test_only_figures_that_are_far_apart_can_have_slipped(sizes: list[float], times: float) -> None:
    """Those of all other KPIs are not looked at one by one."""
    figures = series([size * times for size in sizes])
    assert far_apart(figures) or (slips(figures) == () and jump(figures) is None)


def test_the_same_figures_under_two_ids_are_told_once() -> None:
    """Unless one is computed from the other, which says so itself."""
    figures = f"figures: {{k: {FLOWS}, m: {FLOWS}}}"
    said = "BSC364 'Other' has the same figures as 'Visits' in 12 of 12 periods"
    assert told("unit: EUR", "unit: EUR", figures=figures)[0] == said.replace("Other", "Visits")
    late = f"figures: {{k: {FLOWS[:30]}, m: {[1, 2, *FLOWS[:28]]}}}"
    assert "BSC364 'Visits' has the same figures as 'Visits' 2 months before, in 10 of 10 periods" in told(
        "unit: EUR", "unit: EUR", figures=late
    )
    assert told("unit: EUR", "formula: k * 1", figures=f"figures: {{k: {FLOWS}}}") == [
        "BSC367 two KPIs have the same name 'Visits': k and m; say in the names what tells them apart"
    ]


def test_every_rule_is_a_warning_that_says_how_to_mend_it() -> None:
    """Published all the same: the organisation may know better."""
    assert {each.severity for each in plausibility.RULES} == {Severity.WARNING}
    assert all(each.mend.endswith(".") for each in plausibility.RULES)


def _codes(root: Path, ignore: str) -> list[str]:
    card = (
        "id: c\ntitle: C\nkpis:\n  - {id: k, name: K, frequency: yearly, direction: lower, baseline: {period: 2023, "
        f"value: 9}}, targets: [{{period: 2027, value: 12}}]{ignore}}}\n"
    )
    shutil.copy(ROOT / "mkdocs.yml", draw(root, {"c.yml": card}) / "mkdocs.yml")
    return [each.code for each in examine(Order(root, AS_OF)).problems if each.code.startswith("BSC36")]


def test_a_rule_is_silenced_with_a_reason(tmp_path: Path) -> None:
    """As those about balance are."""
    assert _codes(tmp_path / "loud", "") == ["BSC360"]
    assert _codes(tmp_path / "quiet", ', ignore: [{rule: BSC360, because: "prices rise"}]') == []
