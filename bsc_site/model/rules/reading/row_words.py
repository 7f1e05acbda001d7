"""Rules about what is computed, compared, counted and mended in the rows of data files (386 to 391)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC386",
        Severity.ERROR,
        "The arithmetic of a row cannot be read",
        "`value: Quantity * Price` is arithmetic over the columns of a table, with the signs and functions of the "
        "formulas of KPIs. A name that is also a number, or arithmetic over other columns, would be a guess.",
        "Mend it at the position shown; write names of columns with blanks or signs between backticks: "
        "Quantity * `Unit price`.",
    ),
    Rule(
        "BSC387",
        Severity.ERROR,
        "A row has no result",
        "Dividing by zero gives no figure, and leaving the row out without a word would publish a part of the whole.",
        "Leave such rows out with `where: {Sessions: {above: 0}}`, or say what holds then: "
        "if(Sessions == 0, 0, Orders / Sessions).",
    ),
    Rule(
        "BSC388",
        Severity.ERROR,
        "A correction does not fit the file any longer",
        "A correction holds for one cell as it was; where something else stands there now, it would spoil it.",
        "Remove the correction if the file was mended, or write in `was` what stands there if it is still wrong.",
    ),
    Rule(
        "BSC389",
        Severity.WARNING,
        "Figures that cannot be read are left out",
        "`unreadable: gap` says so, and everybody should know how much is missing.",
        "Mend the cells in the file, or declare what they mean with `clean`, `missing` or `correct`.",
    ),
    Rule(
        "BSC390",
        Severity.ERROR,
        "A cell cannot be compared as the filter asks",
        "Whether its row belongs to the KPI cannot be told, and leaving it out would be a guess.",
        "Mend the cell, declare it with `missing` or `clean`, or leave its row out by another condition of `where`.",
    ),
    Rule(
        "BSC391",
        Severity.ERROR,
        "An answer has no figure",
        "`map` says what each answer stands for, and this one is not among them.",
        "Add the answer with its figure to `map`, or `rest` with the figure of all that are not named.",
    ),
)
