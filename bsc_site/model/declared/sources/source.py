"""Sources: where the figures of a KPI stand."""

from __future__ import annotations

from bsc_site.model.declared.sources.data_promises import DataPromises
from bsc_site.model.declared.sources.figure_choice import FigureChoice, FigureCleaning
from bsc_site.model.declared.sources.file_form import FileForm
from bsc_site.model.declared.sources.join_choice import JoinChoice
from bsc_site.model.declared.sources.period_choice import PeriodChoice
from bsc_site.model.declared.sources.query_choice import QueryChoice
from bsc_site.model.declared.sources.row_choice import RowChoice
from bsc_site.model.declared.sources.table_choice import TableChoice


class Source(
    FileForm,
    QueryChoice,
    TableChoice,
    RowChoice,
    FigureChoice,
    PeriodChoice,
    JoinChoice,
    FigureCleaning,
    DataPromises,
):
    """Where a KPI's figures stand in a file, and how they are written there.

    With `period` naming a column, each row is one period (`value`, or `numerator` and `denominator`, name columns).
    Without it, each column whose heading is a period is one, and `where` picks the row; `columns` says which period a
    heading stands for where it is not one itself. `at` is the one period of a file that names none at all.
    """
