"""Rules about rows of data files that are none of their own: totals, repeats and other tables (34x)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC338",
        Severity.NOTE,
        "A row of totals is left out",
        "A row that is called Total, or has a figure and no period, and is the sum of the other rows would count "
        "everything twice.",
        "Declare `totals: left out` in the source to say so, or `totals: counted` where it is a row like any other.",
    ),
    Rule(
        "BSC339",
        Severity.ERROR,
        "A row may be the total of others",
        "A total beside its parts counts everything twice; a row that is called Total and is not their sum, or is "
        "their sum and not called so, can be meant in two ways.",
        "Declare `totals: left out` or `totals: counted` in the source, or pick rows with `where`.",
    ),
    Rule(
        "BSC341",
        Severity.NOTE,
        "Another table begins below the first one",
        "Headings that differ from those above, or stand below a title of their own, begin another table, whose "
        "figures are about something else.",
        "Declare `table` with its headings, or `rows` with its lines, for a source that means the other table.",
    ),
    Rule(
        "BSC342",
        Severity.ERROR,
        "A row repeats another in every cell",
        "Where each period has one row, the same row again is an export that was put together twice more likely than "
        "a second figure, and would be added to it.",
        "Remove the row, or declare `repeated_rows: left out` or `repeated_rows: counted` in the source.",
    ),
    Rule(
        "BSC343",
        Severity.ERROR,
        "Empty cells of a filter's column may mean the one above",
        "Where only the first row of a group names it, the rows below belong to it too; elsewhere an empty cell is "
        "one, such as both sexes together.",
        "Declare `fill` in the source, with the column or `none`, or write the text into each row.",
    ),
)
