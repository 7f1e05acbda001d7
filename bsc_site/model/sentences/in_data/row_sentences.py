"""What is said of rows that may be none of their own: totals, repeats, groups that are named once."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence, sentence_of_count

NAMED_ONCE = sentence(
    "'{heading}' is empty here and in {more} rows more, each below a row that names it; declare in the source "
    "`fill: [{quoted}]` if they mean the last one above, `fill: none` if not"
)
REPEATS_A_ROW = sentence(
    "the row repeats row {row} in every cell and would be added to it in {period}; declare in the source "
    "`repeated_rows: left out`, or `repeated_rows: counted` if both are meant"
)
RUN_TOGETHER = sentence("{text} is a period and a figure in one cell; write '{period}' and '{figure}' in two")
SUM_LEFT_OUT = sentence("the row {text} is the sum of the others and left out")
UNNAMED_SUM_LEFT_OUT = sentence("the row without a period is the sum of the others and left out")
NO_SUM = sentence(
    "the row {text} has {value}, and the others of {period} come to {known}; declare in the source "
    "`totals: left out` if it is their total all the same, `totals: counted` if it is a row like any other"
)
SUM_OF_THE_OTHERS = sentence_of_count(
    "{value} is the sum of the other rows of {period}; declare in the source `totals: left out` if it is their total, "
    "`totals: counted` if it is a row like any other",
    "{value} is the sum of the other rows of {period}, as one is in each of the {count} periods; declare in the source "
    "`totals: left out` if it is their total, `totals: counted` if it is a row like any other",
)
