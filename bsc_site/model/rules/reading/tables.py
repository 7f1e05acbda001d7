"""Rules about which table of which file is meant (37x)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC396",
        Severity.ERROR,
        "A column tells too many groups apart",
        "Groups of a KPI, such as its regions, are shown side by side on its page. A column with hundreds of texts "
        "holds names of customers or numbers of orders, and nobody could read that.",
        "Name a column with fewer different texts in `by`, or remove it.",
    ),
    Rule(
        "BSC397",
        Severity.ERROR,
        "The row of the headings holds figures",
        "Columns are named by their letters, and what stands above them are figures or dates: in a file without "
        "headings its first row would be lost without a word.",
        "Declare `header: none`, or the row of the headings by its number.",
    ),
    Rule(
        "BSC372",
        Severity.ERROR,
        "The file has no such table",
        "A source names the headings of one of several tables, and no row of the file has them all; in a database, a "
        "table that it does not have.",
        "Write the headings as they stand in the file, fewer of them, or the lines of the table with `rows`.",
    ),
    Rule(
        "BSC373",
        Severity.ERROR,
        "Several tables of the file may be meant",
        "More than one table fits what the source says, and each has other figures.",
        "Add `number` to `table`, name a heading that only one of them has, or its lines with `rows`.",
    ),
    Rule(
        "BSC374",
        Severity.ERROR,
        "Two keys of a source say the same in two ways",
        "Where the headings stand is found by `table`, or said by `header`; `fill` and `fill_down` are one key.",
        "Remove one of the two.",
    ),
    Rule(
        "BSC375",
        Severity.ERROR,
        "Several files have rows of one period",
        "Where files overlap, one may replace what another said, or both are parts of one figure.",
        "Declare `repeated_files: newest name` or `repeated_files: added` in the source.",
    ),
    Rule(
        "BSC376",
        Severity.ERROR,
        "A column is missing in some of many files",
        "The figures of these files would be missing without a word.",
        "Correct the heading in the file, or name the files that are meant.",
    ),
    Rule(
        "BSC377",
        Severity.ERROR,
        "The file is too large once it is unpacked",
        "A small file can be packed so that it fills the memory of whoever opens it.",
        "Split the file, save it as Parquet, or unpack it yourself where its size is right.",
    ),
    Rule(
        "BSC378",
        Severity.ERROR,
        "The name of a file does not say the period",
        "Figures whose period is unknown cannot be placed in time.",
        "Rename the file, correct the pattern, or let `file` name only files that fit it.",
    ),
    Rule(
        "BSC379",
        Severity.ERROR,
        "Nothing says where the columns of a fixed width file begin",
        "Between columns of fixed width stands no mark; a blank may as well be part of a text.",
        "Declare `columns_at` or `widths` in the source.",
    ),
)
