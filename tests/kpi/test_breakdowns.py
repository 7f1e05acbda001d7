"""Groups of a KPI: each judged like the whole, unless they are its parts; how far they lie apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.series import GroupReadings
from bsc_site.wording.breakdown_text import beside_the_whole, gap_text
from tests.builders.small_projects import assessed, kpi, project, readings

NORTH = {"2024": 30, "2025": 41}
SOUTH = {"2024": 15, "2025": 28}


def in_groups(whole: Mapping[str, float], groups: Mapping[str, Mapping[str, float]], **keys: object) -> KpiAssessment:
    """A yearly KPI with a target of 30 in 2025, its figures, and those of its groups."""
    declared = kpi(frequency="yearly", targets=[{"period": "2025", "value": 30}], **keys)
    rows = tuple(GroupReadings("Region", name, readings("k", figures)) for name, figures in groups.items())
    return assessed(project(declared), replace(readings("k", whole), groups=rows)).kpis["k"]


def test_each_group_is_held_against_the_target() -> None:
    """The groups of a rate have the target of the whole."""
    (found,) = in_groups({"2024": 22, "2025": 34}, {"North": NORTH, "South": SOUTH}, unit="%").breakdowns
    assert [(each.name, each.current and each.current.status) for each in found.groups] == [
        ("North", "on_track"),
        ("South", "off_track"),
    ]
    assert not found.parts


@pytest.mark.parametrize("keys", [{}, {"aggregate": "sum"}])
def test_parts_of_a_whole_have_no_target_of_their_own(keys: dict[str, str]) -> None:
    """Nobody says what a part of a total should be; that they add up is seen from the figures too."""
    whole = {"2024": 45, "2025": 69}
    found = in_groups(whole, {"North": NORTH, "South": SOUTH}, **keys)
    (parts,) = found.breakdowns
    assert parts.parts
    assert {each.current.status for each in parts.groups if each.current} == {"not_scored"}
    assert [beside_the_whole(found, parts, each) for each in parts.groups] == ["59 %", "41 %"]


def test_the_gap_is_that_of_the_latest_period_and_of_a_year_before() -> None:
    """In words with both ends."""
    found = in_groups({"2024": 22, "2025": 34}, {"North": NORTH, "South": SOUTH}, unit="%")
    assert gap_text(found.kpi, found.breakdowns[0]) == (
        "From 28 % (South) to 41 % (North) in 2025: 13 points apart; a year before it was 15 points."
    )


def test_a_group_without_its_latest_figure_is_left_out_of_the_gap() -> None:
    """What was measured a year ago says nothing about today; one group alone has no gap."""
    found = in_groups({"2025": 34}, {"North": NORTH, "South": {"2024": 15}, "West": {"2025": 36}}, unit="%")
    gap = found.breakdowns[0].gap
    assert gap is not None
    assert (gap.highest, gap.lowest, gap.before) == ("North", "West", None)
    alone = in_groups({"2025": 34}, {"North": NORTH, "South": {"2024": 15}}, unit="%")
    assert alone.breakdowns[0].gap is None
    assert gap_text(alone.kpi, alone.breakdowns[0]) == "There are not two groups with a figure of the same period."


def test_each_group_stands_beside_the_whole() -> None:
    """The difference to the figure of the same period; nothing where the whole has none."""
    found = in_groups(
        {"2025": 34}, {"North": NORTH, "South": SOUTH, "West": {"2025": 34}, "Old": {"2024": 3}}, unit="%"
    )
    told = [beside_the_whole(found, found.breakdowns[0], each) for each in found.breakdowns[0].groups]
    assert told == ["+7 points", "−6 points", "0 points", ""]
