"""Empty periods: what a period means in which no row of a table is for the KPI."""

from __future__ import annotations

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.readings.settling import Settled
from bsc_site.load.readings.source_rows import SourceRows
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, Period, period_of

_NAMED = 3


def empty_is_zero(kpi: Kpi, rows: SourceRows, settled: Settled, book: ProblemBook) -> bool:
    """Whether a period without a row is 0: as declared, and where rows are counted.

    Where dated rows are added up and the filter passes none of a period that others have rows in, nothing may have
    happened or something may be missing: that is a finding unless it is declared.
    """
    source = kpi.source
    if source is None or not kpi.adds_up:
        return False
    if source.empty is not None or source.count is not None:
        return source.empty != "missing"
    gaps = _passed_over(kpi, rows, settled)
    if gaps:
        more = f" and {len(gaps) - _NAMED} more periods" if len(gaps) > _NAMED else ""
        named = ", ".join(str(each) for each in gaps[:_NAMED])
        wrong = (
            f"no row passes the filter in {named}{more}, though {source.file} has others there; declare `empty: zero` "
            "at the source if nothing happened then, or `empty: missing` if the figure is not known"
        )
        book.find(kpi.id, "source.where", "BSC341", wrong)
    return False


def _passed_over(kpi: Kpi, rows: SourceRows, settled: Settled) -> list[Period]:
    """Periods of the KPI, after its first row and before the table's last, of which the filter passes no dated row."""
    table = rows.table_periods()
    if table is None or not settled.rows or {each.frequency for each in table} != {Frequency.DAILY}:
        return []
    if any(row.period.frequency is not Frequency.DAILY for row in settled.rows):
        return []  # one date a period stands for the whole of it: a panel, whose missing row is a missing figure
    own = {_within(kpi, rows, row.period) for row in settled.rows}
    there = {_within(kpi, rows, day) for day in table}
    first, last = min(each.start for each in own), max(each.start for each in there)
    return sorted((each for each in there - own if first < each.start < last), key=lambda each: each.start)


def _within(kpi: Kpi, rows: SourceRows, period: Period) -> Period:
    return period_of(period.end, kpi.frequency, rows.year_starts)
