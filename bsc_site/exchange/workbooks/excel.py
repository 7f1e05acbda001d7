"""Excel: what a workbook is made of, and the only place of this floor that knows openpyxl.

The package is an extra, so it is imported when a workbook is asked for: each function may raise ImportError.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NOT_IN_A_CELL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORMULA_STARTS = ("=", "+", "-", "@")
_FONT = "Calibri"
_FIGURE, _AIM = "1D4F8C", "40444D"
_LONGEST_NAME = 31
_LONGEST_CELL = 32_000


def _package() -> Any:
    import openpyxl  # noqa: PLC0415  # slow to import, and most commands do without
    import openpyxl.chart.series  # noqa: PLC0415  # likewise
    import openpyxl.worksheet.datavalidation  # noqa: PLC0415  # likewise

    return openpyxl


def bold(cell: Any) -> None:
    """Write a cell in bold letters."""
    cell.font = _package().styles.Font(name=_FONT, size=11, bold=True)


def ground(colour: str) -> Any:
    """The ground of a cell in a colour, six digits."""
    return _package().styles.PatternFill("solid", fgColor=colour)


def inked(colour: str) -> Any:
    """Letters in a colour, six digits."""
    return _package().styles.Font(name=_FONT, size=11, color=colour, bold=True)


class ChartRows(NamedTuple):
    """What a chart draws: rows of a sheet, their column of periods, and a column for each line by its name."""

    sheet: Any
    first: int
    last: int
    periods: int
    lines: Mapping[str, int]

    def column(self, number: int) -> Any:
        """The cells of one column."""
        return _package().chart.Reference(
            self.sheet, min_col=number, max_col=number, min_row=self.first, max_row=self.last
        )


def line_chart(sheet: Any, place: str, rows: ChartRows, title: str) -> None:
    """A chart of the first line, and of the others dashed, over their periods; an empty cell breaks a line."""
    charts = _package().chart
    chart = charts.LineChart()
    chart.title, chart.height, chart.width = title, 7.5, 16
    for offset, (name, column) in enumerate(rows.lines.items()):
        chart.add_data(rows.column(column), titles_from_data=False)
        line = chart.series[offset]
        line.tx = charts.series.SeriesLabel(v=name)
        line.graphicalProperties.line.solidFill, line.smooth = (_AIM if offset else _FIGURE), False
        line.graphicalProperties.line.prstDash = "dash" if offset else "solid"
    chart.set_categories(rows.column(rows.periods))
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.legend.position = "b"
    sheet.add_chart(chart, place)


def empty_book() -> Any:
    """A workbook without sheets."""
    book = _package().Workbook()
    book.remove(book.active)
    return book


def opened(content: bytes, *, results: bool) -> Any:
    """A workbook that is read row by row, with the results of its formulas or with the formulas themselves."""
    return _package().load_workbook(io.BytesIO(content), read_only=True, data_only=results)


def free(cell: Any) -> None:
    """Let a cell of a protected sheet be changed."""
    cell.protection = _package().styles.Protection(locked=False)


def number_rule() -> Any:
    """Cells that take a number or stay empty."""
    rule = _package().worksheet.datavalidation.DataValidation(
        "decimal", operator="between", formula1="-1E+18", formula2="1E+18", allow_blank=True
    )
    rule.error, rule.showErrorMessage = "Please enter a number.", True
    return rule


def list_rule(where: str) -> Any:
    """Cells that take one of the words in a range."""
    rule = _package().worksheet.datavalidation.DataValidation("list", formula1=f"={where}", allow_blank=True)
    rule.showErrorMessage = True
    return rule


def put(sheet: Any, row: int, column: int, value: str | float | None) -> Any:
    """The cell, holding a number as a number and a text as a text, also one that begins with `=`."""
    cell = sheet.cell(row=row, column=column)
    if isinstance(value, str):
        cell.value = _NOT_IN_A_CELL.sub("", value)[:_LONGEST_CELL]
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_FORMULA_STARTS)
    elif value is not None:
        cell.value = value
    return cell


def heading_row(sheet: Any, row: int, headings: Iterable[str]) -> None:
    """A row of headings, above which the sheet stays in sight."""
    for column, text in enumerate(headings, start=1):
        cell = put(sheet, row, column, text)
        bold(cell)
        cell.fill = ground("E3E6EA")
        cell.alignment = _package().styles.Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = sheet.cell(row=row + 1, column=1)


def printed(sheet: Any, *, head: int = 0) -> None:
    """Let the sheet be printed across, as wide as a page, with the row of headings on each; to be filtered there."""
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr = _package().worksheet.properties.PageSetupProperties(fitToPage=True)
    if head:
        sheet.print_title_rows = f"{head}:{head}"
        last = _package().utils.get_column_letter(sheet.max_column)
        sheet.auto_filter.ref = f"A{head}:{last}{sheet.max_row}"


def break_pages(sheet: Any, rows: Iterable[int]) -> None:
    """Begin a new page behind each of these rows."""
    for row in rows:
        sheet.row_breaks.append(_package().worksheet.pagebreak.Break(id=row))


def widths(sheet: Any, each: Iterable[float]) -> None:
    """The widths of the columns, in letters."""
    for column, width in enumerate(each, start=1):
        sheet.column_dimensions[_package().utils.get_column_letter(column)].width = width


def sheet_name(text: str, taken: set[str]) -> str:
    """A name for a sheet that Excel takes and that no other sheet has, whatever its case."""
    wanted = " ".join(_NOT_IN_A_NAME.sub(" ", text).split()).strip("'")[:_LONGEST_NAME].strip() or "Sheet"
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
    taken.add(name.casefold())
    return name
