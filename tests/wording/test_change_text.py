"""A change is told with its figures and its reason, and in a few words for those who only read headlines."""
# the names of tests are sentences

from __future__ import annotations

import pytest

from bsc_site.model.concluded.changes import (
    Change,
    ChangeKind,
    Crossing,
    Happening,
    Moved,
    Revised,
    StoodOut,
    Unnoted,
)
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.period import parse_period
from bsc_site.model.series import MissingBelow
from bsc_site.model.vocabularies import PointLabel, Status, Variation
from bsc_site.speech import language_of
from bsc_site.wording.calculations.change_text import change_headline, change_reason, change_statement, change_summary
from bsc_site.wording.language import speaking
from tests.builders.small_projects import declared

NOV, DEC = parse_period("2024-11"), parse_period("2024-12")
KPI = declared(name="Sales", unit="%")
LOST = Moved(NOV, 101, 97, 100, Crossing.NO_LONGER_MET)


def _change(kind: ChangeKind, what: Happening) -> Change:
    return Change("k", kind, DEC, what, "a strike", Status.ON_TRACK, Status.AT_RISK)


@pytest.mark.parametrize(
    ("kind", "what", "statement", "headline"),
    [
        (
            ChangeKind.STATUS,
            LOST,
            "101 % in Nov 2024, 97 % in Dec 2024 against 100 %; no longer meets its target",
            "Sales: On track to At risk",
        ),
        (
            ChangeKind.STATUS,
            Moved(NOV, 101, 97, None, None),
            "101 % in Nov 2024, 97 % in Dec 2024",
            "Sales: On track to At risk",
        ),
        (
            ChangeKind.TARGET,
            Moved(NOV, 97, 101, 100, Crossing.REACHED),
            "97 % in Nov 2024, 101 % in Dec 2024 against 100 %; reached its target",
            "Sales: reached its target",
        ),
        (ChangeKind.TARGET, LOST, None, "Sales: no longer meets its target"),
        (
            ChangeKind.SIGNAL,
            StoodOut(DEC, Variation.IMPROVEMENT_HIGH, PointLabel.ABOVE_LIMIT),
            "A real improvement, not noise: Dec 2024 is above the upper limit of natural variation",
            "Sales: A real improvement, not noise: Dec 2024 is above the upper limit of natural variation",
        ),
        (ChangeKind.REVISED, Revised(90, 101), "Dec 2024: 90 % became 101 %", "Sales: figure of Dec 2024 revised"),
    ],
)
def test_each_kind_of_change_is_told_with_its_figures(
    kind: ChangeKind, what: Happening, statement: str | None, headline: str
) -> None:
    change = _change(kind, what)
    assert statement in {None, change_statement(change, KPI)}
    assert change_headline(change, KPI, StatusNames()) == headline


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("a strike", "a strike"),
        (MissingBelow(("North",)), "missing from below: North"),
        (Unnoted.WITHIN_VARIATION, "The move itself lies within natural variation."),
        (Unnoted.NO_NOTE, "No note says why."),
        ("", ""),
    ],
)
def test_the_reason_is_the_note_or_what_is_known_without_one(why: str | MissingBelow | Unnoted, said: str) -> None:
    change = Change("k", ChangeKind.REVISED, DEC, Revised(90, 101), why)
    assert change_reason(change) == said
    assert change_summary(change, KPI) == f"Dec 2024: 90 % became 101 %. {said}".rstrip()


def test_a_change_of_a_day_stands_on_its_day() -> None:
    """In German too, where the same sentence would ask for another word."""
    day, before = parse_period("2026-11-03"), parse_period("2026-11-02")
    change = Change(
        "k", ChangeKind.STATUS, day, Moved(before, 101, 97, 100, None), "a strike", Status.ON_TRACK, Status.AT_RISK
    )
    assert change_statement(change, KPI) == "101 % on 2 Nov 2026, 97 % on 3 Nov 2026 against 100 %"
    with speaking(language_of("de")):
        assert (
            change_statement(change, KPI) == "101 % am 2. Nov. 2026, 97 % am 3. Nov. 2026 bei einem Zielwert von 100 %"
        )
