"""What holds for any decision, any review and any figures."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bsc_site.compute.kpi.update_duty import roster_of
from bsc_site.compute.reviews.decision_states import decisions_of, state_of
from bsc_site.model.concluded.review_assessment import DecisionState
from bsc_site.model.declared.review import Decision, Review
from bsc_site.model.period import Frequency, Period, period_of
from tests.builders.meetings import book, review, reviewed

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
PERIODS = st.builds(period_of, DAYS, st.sampled_from(Frequency))
DECISIONS = st.builds(
    lambda due, done: Decision(text="x", due=due, done=done), st.none() | PERIODS, st.none() | PERIODS
)


@given(DECISIONS, DAYS)
def test_a_decision_is_late_exactly_when_it_is_overdue_and_then_its_day_is_over(decision: Decision, day: date) -> None:
    state, late = state_of(decision, day)
    assert (state is DecisionState.OVERDUE) == (late > 0)
    if state is DecisionState.OVERDUE:
        assert decision.due is not None
        assert decision.due.end < day
        assert decision.due.end + timedelta(days=late) == day


@given(DECISIONS, DAYS)
def test_what_is_done_stays_done_and_what_is_overdue_does_not_open_again(decision: Decision, day: date) -> None:
    today, tomorrow = (state_of(decision, each)[0] for each in (day, day + timedelta(days=1)))
    if today is DecisionState.DONE:
        assert tomorrow is DecisionState.DONE
    if today is DecisionState.OVERDUE:
        assert tomorrow is not DecisionState.OPEN


@given(st.lists(DECISIONS, max_size=6), PERIODS, DAYS)
def test_every_decision_is_told_once_the_overdue_ones_first(
    decisions: list[Decision], period: Period, day: date
) -> None:
    found = decisions_of([Review(period=period, on="kpi/k", decisions=tuple(decisions))], "c", day)
    assert sorted(map(id, (each.decision for each in found))) == sorted(map(id, decisions))
    order = [list(DecisionState).index(each.state) for each in found]
    assert order == sorted(order)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(0, 20).map(lambda value: round(value, 1)), min_size=1, max_size=12), st.integers(1, 12))
def test_the_status_then_is_that_of_a_build_at_the_end_of_the_period(figures: list[float], month: int) -> None:
    month = min(month, len(figures))
    last = period_of(date(2025, month, 1), Frequency.MONTHLY)
    then = book(review(str(last)), figures=figures, as_of=date(2026, 3, 1)).meetings[0]
    built = reviewed(review(str(last)), figures=figures[:month], as_of=last.end)
    assert then.entries[0].then.status == built.kpis["k"].status
    assert then.card.standing == built.scorecards["c"].standing
    assert then.kpis["k"].trend == built.kpis["k"].trend


@settings(max_examples=25, deadline=None)
@given(DAYS, st.integers(1, 12))
def test_a_figure_is_owed_by_somebody_and_late_only_after_its_day(day: date, months: int) -> None:
    found = roster_of(reviewed(figures=[1.0] * months, as_of=day).kpis.values(), day).duties
    assert [each.person for each in found] == ["ann"]
    for each in found:
        assert (each.days_late > 0) == (each.due is not None and each.due < day)
        assert each.due is None or (each.missing > 0) == (each.days_late > 0)
