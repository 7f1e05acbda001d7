"""How findings get their place, and how rules are silenced."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.load.scorecards.element_places import Marks
from bsc_site.model.problem import Finding
from tests.builders.project_folders import HEAD, loaded_from

CORPORATE = (
    HEAD
    + """ignore: [{rule: BSC301, because: data comes later}]
perspectives:
  - id: customer
    name: Customer
    objectives:
      - id: loyal
        name: Loyal customers
        drives: [{to: grow, lag: 3 months}]
      - {id: grow, name: Grow}
"""
)
KPIS = """kpis:
  - {id: first, name: First}
  - id: nps
    name: Net promoter score
    targets:
      - {period: 2025-12, value: 40}
    ignore: [{rule: BSC204, because: measured twice a year}, {rule: BSC134, because: no}]
people: [{id: cmo, name: Kim}]
initiatives: [{id: app, name: App, start: 2025-01, end: 2025-06}]
"""


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    """The marks of a small project in two files."""
    return loaded_from(
        tmp_path, {"corporate.yml": CORPORATE, "kpis.yml": KPIS.replace("because: no}", "because: 'no'}")}
    ).marks


@pytest.mark.parametrize(
    ("element", "key", "where"),
    [
        ("kpi/nps", "", "scorecard/kpis.yml:3:5: BSC001 error kpis[1]"),
        ("kpi/nps", "targets[0].value", "scorecard/kpis.yml:6:27: BSC001 error kpis[1].targets[0].value"),
        ("kpi/nps", "owner", "scorecard/kpis.yml:3:5: BSC001 error kpis[1].owner"),
        ("person/cmo", "name", "scorecard/kpis.yml:8:20: BSC001 error people[0].name"),
        ("initiative/corporate/app", "end", "scorecard/kpis.yml:9:52: BSC001 error initiatives[0].end"),
        ("perspective/corporate/customer", "", "scorecard/corporate.yml:5:5: BSC001 error perspectives[0]"),
        (
            "objective/corporate/loyal",
            "drives[0].lag",
            "scorecard/corporate.yml:10:29: BSC001 error perspectives[0].objectives[0].drives[0].lag",
        ),
        ("scorecard/corporate", "title", "scorecard/corporate.yml:2:1: BSC001 error title"),
        ("scorecard/corporate", "", "scorecard/corporate.yml:1:1: BSC001 error"),
        ("kpi/unheard-of", "owner", "scorecard:0:0: BSC001 error kpi/unheard-of owner"),
    ],
)
def test_a_finding_is_shown_at_its_element_in_its_file(marks: Marks, element: str, key: str, where: str) -> None:
    """Positions and keys are those of the file that holds the element."""
    assert str(marks.problem_of(Finding(element, key, "BSC001", "text"))) == f"{where}: text"


@pytest.mark.parametrize(
    ("element", "code", "reason"),
    [
        ("kpi/nps", "BSC204", "measured twice a year"),
        ("kpi/first", "BSC204", None),
        ("kpi/first", "BSC301", "data comes later"),
        ("objective/corporate/loyal", "BSC301", "data comes later"),
        ("kpi/nps", "BSC134", None),
        ("kpi/unheard-of", "BSC204", None),
    ],
)
def test_a_rule_is_silenced_at_its_element_or_in_its_scorecard(
    marks: Marks,
    element: str,
    code: str,
    reason: str | None,
) -> None:
    """Errors in the file itself and in what it declares cannot be silenced."""
    assert marks.silenced(Finding(element, "", code, "text")) == reason


def test_places_are_right_beside_elements_that_were_left_out(tmp_path: Path) -> None:
    """The second KPI is broken, and the third still stands in its own line."""
    text = HEAD + "kpis:\n  - {id: a, name: A}\n  - {name: B}\n  - {id: c, name: C, owner: x}\n"
    loaded = loaded_from(tmp_path, {"corporate.yml": text})
    found = loaded.marks.problem_of(Finding("kpi/c", "owner", "BSC103", "text"))
    assert (found.place.line, found.key) == (6, "kpis[2].owner")
    assert [each.key for each in loaded.problems] == ["kpis[1].id", "kpis[2].owner"]
