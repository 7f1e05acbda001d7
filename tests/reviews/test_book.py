"""Reviews tell what stood then and stands now, what was decided, and what nobody explains."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bsc_site.compute.reviews.book import with_reviews
from bsc_site.model.concluded.review_assessment import (
    DecisionState,
    Element,
    NextReview,
    ReviewBook,
    Unexplained,
    element_of,
)
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import InitiativeStatus, Status
from tests.builders.meetings import GOOD_THEN_BAD, KPI, PEOPLE, book, decision, review, reviewed
from tests.builders.small_projects import assessed, monthly, project, readings
from tests.effort import growth

PLAN = {"id": "app", "name": "App", "serves": ["o"], "start": "2025-01", "end": "2025-12"}
STEPS = [
    {"name": "Plan", "due": "2025-03", "done": "2025-03-20"},
    {"name": "Build", "due": "2025-06", "done": "2025-09-01"},
]


@pytest.mark.parametrize(
    ("reference", "element"),
    [
        ("kpi/k", Element("kpi", "", "k")),
        ("kpi/other/k", Element("kpi", "", "k")),
        ("objective/o", Element("objective", "c", "o")),
        ("objective/other/o", Element("objective", "other", "o")),
    ],
)
def test_a_reference_names_an_element_of_its_own_scorecard_unless_it_says_another(
    reference: str, element: Element
) -> None:
    assert element_of(reference, "c") == element


def test_a_kpi_has_the_status_of_the_reviewed_period_and_that_of_today() -> None:
    entry = book(review("2025-Q1")).meetings[0].entries[0]
    assert (entry.then.status, entry.now.status) == (Status.ON_TRACK, Status.OFF_TRACK)
    assert entry.then.point is not None
    assert str(entry.then.point.period) == "2025-03"


def test_an_objective_and_the_scorecard_are_rolled_up_from_the_figures_of_then() -> None:
    entries = book(review("2025-06", "objective/o"), review("2025-06", "scorecard/c")).meetings[0].entries
    assert [(each.then.status, each.now.status) for each in entries] == [(Status.AT_RISK, Status.OFF_TRACK)] * 2


def test_a_kpi_without_a_figure_by_then_has_none() -> None:
    assert book(review("2024-Q4")).meetings[0].entries[0].then.status is Status.NO_DATA


def test_the_milestones_of_an_initiative_tell_what_it_was_then() -> None:
    plan = PLAN | {"milestones": STEPS}
    entry = book(review("2025-Q2", "initiative/app"), initiatives=[plan]).meetings[0].entries[0]
    assert (entry.then.status, entry.now.status) == (InitiativeStatus.ON_TRACK, InitiativeStatus.DONE)


def test_a_declared_progress_is_of_today_and_tells_nothing_of_then() -> None:
    entry = book(review("2025-Q2", "initiative/app"), initiatives=[PLAN | {"progress": "90%"}]).meetings[0].entries[0]
    assert (entry.then.status, entry.now.status) == (None, InitiativeStatus.ON_TRACK)


def test_meetings_come_with_the_latest_first_and_those_not_yet_begun_stay_away() -> None:
    found = book(review("2025-Q1"), review("2025-Q3"), review("2025-Q2"), review("2026-Q1"))
    assert [str(each.period) for each in found.meetings] == ["2025-Q3", "2025-Q2", "2025-Q1"]


def test_a_meeting_tells_which_kpis_changed_since_the_one_before() -> None:
    found = book(review("2025-Q1"), review("2025-Q2"), review("2025-Q3")).meetings
    moves = [[(move.before.status, move.after.status) for move in each.moves] for each in found]
    assert moves == [[(Status.AT_RISK, Status.OFF_TRACK)], [(Status.ON_TRACK, Status.AT_RISK)], []]


@pytest.mark.parametrize(
    ("keys", "state", "late"),
    [
        ({"due": "2025-10-05"}, DecisionState.OPEN, 0),
        ({"due": "2025-10-04"}, DecisionState.OVERDUE, 1),
        ({"due": "2025-10"}, DecisionState.OPEN, 0),
        ({"due": "2025-09"}, DecisionState.OVERDUE, 5),
        ({"due": "2025-09", "done": "2025-10-05"}, DecisionState.DONE, 0),
        ({"due": "2025-09", "done": "2025-10-06"}, DecisionState.OVERDUE, 5),
        ({}, DecisionState.OPEN, 0),
    ],
    ids=str,
)
def test_a_decision_is_overdue_from_the_day_after_its_due_date(
    keys: dict[str, str], state: DecisionState, late: int
) -> None:
    found = book(review("2025-Q2", decisions=[decision(**keys)])).decisions
    assert [(each.state, each.days_late) for each in found] == [(state, late)]


def test_what_was_not_done_by_then_comes_back_in_the_next_meeting() -> None:
    done_late = decision(text="Paint the door", due="2025-05", done="2025-08")
    done_before = decision(text="Oil the door", due="2025-05", done="2025-05")
    found = book(review("2025-Q1", decisions=[done_late, done_before]), review("2025-Q2")).meetings[0]
    assert [each.decision.text for each in found.earlier] == ["Paint the door"]


SINCE = parse_period("2025-07")


@pytest.mark.parametrize(
    ("reviews", "plans", "expected"),
    [
        ([], [], Unexplained("k", SINCE, analysed=False, acted=False)),
        ([review("2025-Q2")], [], Unexplained("k", SINCE, analysed=False, acted=False)),
        ([review("2025-Q3")], [], Unexplained("k", SINCE, analysed=True, acted=False)),
        ([review("2025-Q3", "objective/o")], [], Unexplained("k", SINCE, analysed=True, acted=False)),
        (
            [review("2025-Q3", analysis=" ", recommendation="Act")],
            [PLAN],
            Unexplained("k", SINCE, analysed=False, acted=True),
        ),
        ([], [PLAN], Unexplained("k", SINCE, analysed=False, acted=True)),
        ([], [PLAN | {"status": "cancelled"}], Unexplained("k", SINCE, analysed=False, acted=False)),
        ([review("2025-Q2", decisions=[decision()])], [], Unexplained("k", SINCE, analysed=False, acted=True)),
        ([review("2025-Q3", decisions=[decision()])], [], None),
        ([review("2025-Q3")], [PLAN], None),
    ],
)
def test_a_kpi_off_track_without_analysis_or_action_is_named(
    reviews: list[dict[str, object]], plans: list[dict[str, object]], expected: Unexplained | None
) -> None:
    assert list(book(*reviews, initiatives=plans).unexplained) == ([expected] if expected else [])


def test_a_kpi_on_track_needs_no_explanation() -> None:
    assert book(figures=[12.0] * 9).unexplained == ()


def test_the_next_review_follows_the_latest_one_in_the_declared_rhythm() -> None:
    found = book(review("2025-Q3"), review_cadence="quarterly").next
    assert found == NextReview(parse_period("2025-Q4"), date(2026, 1, 20), 0)


def test_the_first_review_looks_at_the_running_period() -> None:
    found = book(review_cadence={"every": "monthly", "within": "3 days"}).next
    assert found == NextReview(parse_period("2025-10"), date(2025, 11, 3), 0)


def test_a_review_that_was_forgotten_is_late() -> None:
    found = book(review("2025-Q1"), review_cadence="quarterly").next
    assert found == NextReview(parse_period("2025-Q2"), date(2025, 7, 20), 77)


def test_the_rhythm_follows_the_fiscal_year() -> None:
    found = book(review("FY2026-Q1"), review_cadence="quarterly", fiscal_year_starts=7).next
    assert found is not None
    assert str(found.period) == "FY2026-Q2"


def test_without_a_rhythm_nobody_knows_the_next_review() -> None:
    assert book(review("2025-Q1")).next is None


def test_a_meeting_that_is_still_to_be_held_has_its_pack() -> None:
    waiting = book(review("2025-Q3"), review_cadence="quarterly").meetings[0]
    assert (str(waiting.period), waiting.held, waiting.day, waiting.entries) == (
        "2025-Q4",
        False,
        date(2025, 10, 5),
        (),
    )


def test_figures_of_later_periods_do_not_change_what_a_review_says_of_then() -> None:
    early = reviewed(review("2025-Q2"), figures=[12.0, 12.0, 12.0, 11.0, 9.0, 9.0], as_of=date(2025, 7, 5))
    late = reviewed(review("2025-Q2"), as_of=date(2025, 10, 5))
    then = [each.reviews["c"].meetings[0] for each in (early, late)]
    assert then[0].entries[0].then == then[1].entries[0].then
    assert then[0].card.standing == then[1].card.standing


@pytest.mark.slow
def test_a_kpi_is_no_more_work_for_the_meetings_among_many() -> None:
    once, twice = _reviewed(100), _reviewed(200)
    assert growth(once, twice) < 2.2
    found = twice()
    assert (len(found.meetings), len(found.unexplained)) == (9, 200)


def _reviewed(count: int) -> Callable[[], ReviewBook]:
    """The reviews of so many KPIs, in the third of as many objectives."""
    keys = [{**KPI, "id": f"k{n}"} for n in range(count)]
    goals = [{"id": f"o{n}", "name": "O", "kpis": [f"k{n + m}" for m in range(3)]} for n in range(0, count, 3)]
    rows = [{"id": f"p{n}", "name": "P", "objectives": goals[n : n + 10]} for n in range(0, len(goals), 10)]
    held = [review(f"2025-{month:02d}", f"kpi/k{month}") for month in range(1, 10)]
    one = project(*keys, people=PEOPLE, reviews=held, perspectives=rows)
    plain = assessed(one, *(readings(f"k{n}", monthly(GOOD_THEN_BAD)) for n in range(count)), as_of=date(2025, 10, 5))
    return lambda: with_reviews(plain).reviews["c"]
