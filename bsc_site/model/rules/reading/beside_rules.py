"""Rules about figures and columns that stand beside those of a KPI, in other rows or in another file (344-349)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC344",
        Severity.ERROR,
        "A row has no partner in the table that is joined",
        "Its cells would be empty there, so that a filter on them passes it by without a word.",
        "Add the row to the other table, correct the key, or declare `unmatched: empty` in the join.",
    ),
    Rule(
        "BSC345",
        Severity.ERROR,
        "A row has several partners in the table that is joined",
        "The rows of the other table differ, and it would be chance which of them counts.",
        "Keep one of the rows there, or join by more columns.",
    ),
    Rule(
        "BSC346",
        Severity.ERROR,
        "The targets or the benchmark of a source are in no row",
        "It is declared where they stand, and no row there has a figure: without them the KPI would be judged by "
        "nothing.",
        "Correct the filter or the column, or remove the key.",
    ),
    Rule(
        "BSC349",
        Severity.ERROR,
        "A text of a KPI is not in its table",
        "A name or a description is declared to stand in a table of metadata, and no row there, or more than one, has "
        "it.",
        "Correct the filter, fill the cell there, or write the text at the KPI.",
    ),
    Rule(
        "BSC347",
        Severity.ERROR,
        "It is not known from which day on periods are counted",
        "A column of 0, 1, 2, ... says how many days, weeks or months have passed, and the line that should name the "
        "first day is not in the file.",
        "Correct `from` below `periods`, or write the first day there.",
    ),
    Rule(
        "BSC348",
        Severity.ERROR,
        "There is no such time zone",
        "Moments with an offset belong to the day that the clock of a time zone showed; its name is that of the IANA "
        "database, such as Europe/Brussels.",
        "Correct the name.",
        "IANA Time Zone Database",
    ),
)
