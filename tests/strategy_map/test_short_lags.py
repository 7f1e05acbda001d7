"""A lag that figures so far apart cannot show is refused, and the lag that the line names is taken."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bsc_site.compute.evidence.short_lags import short_lags
from bsc_site.model.declared.project import Project
from bsc_site.wording.problems.finding_text import finding_message
from tests.builders.small_projects import project


def _project(lag: str | None, frequency: str, other: str | None = None, **drive: Any) -> Project:
    link = {"to": "above", **({"lag": lag} if lag else {}), **drive}
    objectives = [
        {"id": "below", "name": "Below", "kpis": ["cause"], "drives": [{"to": "nowhere"}, link]},
        {"id": "above", "name": "Above", "kpis": ["effect"]},
    ]
    kpis = [
        {"id": "cause", "name": "Cause", "frequency": frequency},
        {"id": "effect", "name": "Effect", "frequency": other or frequency},
        {"id": "weekly", "name": "Weekly", "frequency": "weekly"},
        {"id": "sales", "name": "Sales", "frequency": "weekly"},
    ]
    rows = [{"id": "row", "name": "Row", "objectives": objectives}]
    return project(*kpis, id="one", title="One", perspectives=rows)


@pytest.mark.parametrize(
    ("lag", "frequency"),
    [
        ("2 weeks", "monthly"),
        ("10 days", "monthly"),
        ("1 month", "quarterly"),
        ("3 days", "weekly"),
        ("2 months", "half-yearly"),
    ],
)
def test_a_lag_below_half_a_period_is_refused_and_the_advice_is_accepted(lag: str, frequency: str) -> None:
    (found,) = short_lags(_project(lag, frequency))
    assert (found.element, found.key, found.code) == ("objective/one/below", "drives[1].lag", "BSC395")
    told = finding_message(found)
    assert told.startswith(f"{lag} is less than half a period of 'cause' and 'effect', which are ")
    for advised in re.findall(r"lag: (\d+ \w+)", told):
        assert short_lags(_project(advised, frequency)) == ()


@pytest.mark.parametrize(
    ("lag", "frequency", "other"),
    [
        ("2 months", "quarterly", None),
        ("4 days", "weekly", None),
        ("1 month", "monthly", None),
        ("0 days", "monthly", None),
        (None, "monthly", None),
        ("6 months", "yearly", None),
        ("2 weeks", "monthly", "quarterly"),
    ],
)
def test_any_other_lag_is_taken(lag: str | None, frequency: str, other: str | None) -> None:
    """Half a period counts as a whole one; KPIs that cannot be compared are told elsewhere."""
    assert short_lags(_project(lag, frequency, other)) == ()


def test_the_kpis_that_stand_for_the_link_decide() -> None:
    assert short_lags(_project("2 weeks", "monthly", via=["weekly", "sales"])) == ()
