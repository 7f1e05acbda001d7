"""LEEDS 2023: sixteen files of daily figures, orders, shifts, wide months and undated snapshots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from bsc_site.load.readings.project_readings import LoadedReadings, load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.series import Readings
from bsc_site.model.vocabularies import Aggregate
from tests.real_input.projects import real_project

GRIDS = {"weekly": "W-SUN", "monthly": "M", "quarterly": "Q", "yearly": "Y"}


@pytest.fixture(scope="module")
def leeds(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, LoadedReadings]:
    """The project and what was read for it; a problem of any kind fails."""
    root = real_project("leeds", real_data, tmp_path_factory.mktemp("leeds") / "project")
    loaded = load_project(root)
    assert [str(each) for each in loaded.problems] == []
    assert loaded.project is not None
    return loaded.project, load_readings(root, loaded.project)


def test_nothing_in_the_data_is_a_problem(leeds: tuple[Project, LoadedReadings]) -> None:
    _, read = leeds
    assert (read.problems, read.findings) == ((), ())


def test_every_one_of_the_sixteen_files_feeds_a_kpi(leeds: tuple[Project, LoadedReadings], real_data: Path) -> None:
    _, read = leeds
    files = {file for each in read.readings.values() for file in each.files}
    data = real_data / "leeds2023"
    assert files == {f"data/{file.relative_to(data).as_posix()}" for file in data.rglob("*.csv")}
    assert len(files) == 16


def table(real_data: Path, name: str) -> pd.DataFrame:
    """One of the files as pandas reads it."""
    return pd.read_csv(real_data / "leeds2023" / name)


def by_month(frame: pd.DataFrame, day: str, value: str, grid: str = "M", how: str = "sum") -> pd.Series:
    """Figures of a column by period, periods without any figure left out."""
    dated = frame.assign(at=pd.PeriodIndex(pd.to_datetime(frame[day]), freq=grid)).dropna(subset=[value])
    return dated.groupby("at")[value].agg(how)


def wide(frame: pd.DataFrame) -> pd.Series:
    """Sums of the month columns."""
    months = frame[[column for column in frame.columns if column.startswith("20")]].sum()
    return months.set_axis(pd.PeriodIndex(months.index, freq="M"))


EXPECTED: dict[str, Callable[[Path], pd.Series]] = {
    "orders": lambda at: by_month(table(at, "events/tickets/orders.csv"), "created_at", "event_id", how="count"),
    "public-tickets": lambda at: by_month(
        table(at, "events/tickets/orders.csv").query("public_event == True"),
        "created_at",
        "number_of_tickets",
        "W-SUN",
    ),
    "ticketed-events": lambda at: by_month(
        table(at, "events/tickets/events.csv").query("public_event == True"),
        "event_date",
        "event_id",
        how="count",
    ),
    "signature-events": lambda at: by_month(
        table(at, "events/master/all.csv").query("project_type == 'Produce (Signature)'"),
        "start_date",
        "airtable_id",
        "Q",
        "count",
    ),
    "event-audience": lambda at: by_month(
        table(at, "events/master/all.csv"),
        "start_date",
        "actual_audience_size_number_of_participants_in_person",
        "Q",
    ),
    "roadshow-attendance": lambda at: by_month(table(at, "roadshows/attendance.csv"), "date", "attendance"),
    "weekly-users": lambda at: by_month(
        table(at, "web_analytics/weekly_page_views.csv"), "day", "total_users", "W-SUN"
    ),
    "page-views": lambda at: by_month(table(at, "web_analytics/daily_page_views.csv"), "day", "event_count"),
    "linkedin-growth": lambda at: by_month(table(at, "social/linkedin.csv"), "date", "net_audience_growth", "Q"),
    "twitter-audience": lambda at: by_month(table(at, "social/twitter.csv"), "date", "audience", how="max"),
    "local-coverage": lambda at: wide(table(at, "media_coverage/coverage_report.csv").query("Scope == 'local'")),
    "regional-coverage": lambda at: wide(
        table(at, "media_coverage/coverage_report.csv").query("Scope == 'regional' and Type in ['feature', 'news']"),
    ),
    "coverage-2021": lambda at: by_month(table(at, "media_kpi_lcc_21_22.csv"), "Month", "count"),
    "reach-2022": lambda at: by_month(table(at, "media_kpi_lcc_22_24.csv"), "Month", "reach", "Q") * 0.000001,
    "volunteer-hours": lambda at: by_month(table(at, "volunteers/shifts.csv"), "date", "volunteer_hours"),
    "host-shifts": lambda at: by_month(
        table(at, "volunteers/shifts.csv").query("event_type == 'LEEDS 2023 Events'"),
        "date",
        "shift_id",
        "W-SUN",
        "count",
    ),
    "confirmed-funding": lambda at: _snapshot(
        table(at, "fundraising/amount_by_stage_and_type.csv").query("status == 'CONFIRMED'")["amount"].sum(),
    ),
    "sponsors-won": lambda at: _snapshot(len(table(at, "fundraising/pipeline.csv").query("stage == 'Won'"))),
}
RATIOS = {
    "facebook-engagement": ("social/facebook.csv", "engagements", "impressions", "M"),
    "instagram-engagement": ("social/instagram.csv", "engagements", "impressions", "Q"),
    "shift-fill-rate": ("volunteers/shifts.csv", "attended", "demand", "Q"),
}


def _snapshot(value: float) -> pd.Series:
    return pd.Series([value], index=pd.PeriodIndex(["2023"], freq="Y"))


def combined(kpi: Kpi, readings: Readings) -> dict[str, float]:
    """What we read, by the first day of each period of the KPI, combined as the KPI says."""
    groups: dict[str, list[float]] = defaultdict(list)
    for row in readings.rows:
        groups[row.period.within(kpi.frequency).start.isoformat()].append(row.value or 0.0)
    how = max if kpi.aggregate is Aggregate.MAX else sum
    return {day: how(figures) for day, figures in groups.items()}


def test_every_kpi_has_an_independent_figure(leeds: tuple[Project, LoadedReadings]) -> None:
    project, _ = leeds
    assert set(project.kpis) == {*EXPECTED, *RATIOS}


@pytest.mark.parametrize("kpi", EXPECTED)
def test_values_agree_with_pandas(leeds: tuple[Project, LoadedReadings], real_data: Path, kpi: str) -> None:
    project, read = leeds
    figures = EXPECTED[kpi](real_data)
    days = pd.PeriodIndex(figures.index).start_time.strftime("%Y-%m-%d")
    expected = dict(zip(days, figures, strict=True))
    assert combined(project.kpis[kpi], read.readings[kpi]) == pytest.approx(expected)


@pytest.mark.parametrize("kpi", RATIOS)
def test_numerators_and_denominators_agree_with_pandas(
    leeds: tuple[Project, LoadedReadings],
    real_data: Path,
    kpi: str,
) -> None:
    _, read = leeds
    name, above, below, grid = RATIOS[kpi]
    frame = table(real_data, name)
    rows = pd.DataFrame(
        [(row.period.start, row.numerator, row.denominator) for row in read.readings[kpi].rows],
        columns=["day", "above", "below"],
    )
    found = by_month(rows, "day", "above", grid) / by_month(rows, "day", "below", grid)
    expected = by_month(frame, "date", above, grid) / by_month(frame, "date", below, grid)
    assert list(found) == pytest.approx(list(expected), nan_ok=True)


def test_the_leading_blanks_of_the_page_views_are_no_figures(leeds: tuple[Project, LoadedReadings]) -> None:
    _, read = leeds
    views = read.readings["page-views"]
    assert (len(views.rows), str(views.rows[0].period), str(views.covers_to)) == (436, "2022-11-05", "2024-01-14")


def test_dates_of_fridays_are_weeks(leeds: tuple[Project, LoadedReadings]) -> None:
    _, read = leeds
    assert str(read.readings["weekly-users"].rows[0].period) == "2021-W35"
