"""Rules about the quality of data (358, 359, 368 to 371): figures that are gone, and what is expected of a source."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule
from bsc_site.model.saying.said import sentence, sentence_of_count

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC358",
        Severity.ERROR,
        "The data is not as expected",
        "What must hold of a file or of figures was declared in advance, and it does not: nothing is published until "
        "somebody has looked.",
        "Correct the data, or what `expect` says of it; write `severity: warning` there to publish all the same.",
    ),
    Rule(
        "BSC359",
        Severity.WARNING,
        "The data is not as expected, and published all the same",
        "What must hold of a file or of figures was declared in advance as a warning, and it does not.",
        "Correct the data, or what `expect` says of it.",
    ),
    Rule(
        "BSC368",
        Severity.ERROR,
        "The data gives no KPI a figure",
        "There are files, and nothing in them is a figure of any KPI: they were renamed, spoilt or saved in another "
        "form. A scorecard without a single figure would replace the one that people rely on.",
        "Follow what is told of each file; of a project that has no figures yet, take the files out of data/.",
    ),
    Rule(
        "BSC369",
        Severity.WARNING,
        "Figures that are said to be gone are there",
        "Whoever reads the file believes that these periods have no figure.",
        "Take the entry out of `gone`.",
    ),
    Rule(
        "BSC371",
        Severity.ERROR,
        "Figures that were there are gone",
        "A file that was cut, renamed or filled from the wrong place loses figures without a word, and a page with a "
        "shorter history looks as sound as before. Compared are the last commit, or else the version of a month ago, "
        "and the site that stands.",
        "Put the figures back; where they were taken out on purpose, say so with `gone` at the KPI, or at its source "
        "where it is the way of the file, and say why.",
    ),
)

NO_FIGURES = sentence_of_count(
    "the data file {files} gives no KPI a figure; correct it, or take it out of data/ until there are figures",
    "the {count} data files give no KPI a figure: {files}; correct them, or take them out of data/ until there are "
    "figures",
)
VANISHED = sentence_of_count(
    "a figure that the data of {day} had is gone, that of {first}; put it back, or declare at the KPI `{entries}`",
    "{count} figures that the data of {day} had are gone, of {first} to {last}; put them back, or declare at the KPI "
    "`{entries}`",
)
VANISHED_FROM_SITE = sentence_of_count(
    "a figure that the site has is gone, that of {first}; put it back, or declare at the KPI `{entries}`",
    "{count} figures that the site has are gone, of {first} to {last}; put them back, or declare at the KPI "
    "`{entries}`",
)
FIGURE_BELOW = sentence_of_count(
    "the figure {value} of {period} lies below {bound}, the least that is expected; correct it, or `expect`",
    "{count} figures lie below {bound}, the least that is expected; the first is {value} of {period}; correct them, or "
    "`expect`",
)
FIGURE_ABOVE = sentence_of_count(
    "the figure {value} of {period} lies above {bound}, the most that is expected; correct it, or `expect`",
    "{count} figures lie above {bound}, the most that is expected; the first is {value} of {period}; correct them, or "
    "`expect`",
)
FIGURE_MISSING = sentence_of_count(
    "there is no figure of {period}, and every period is expected to have one; add it, or correct `expect`",
    "there are no figures of {count} periods, the first is {period}, and every period is expected to have one; add "
    "them, or correct `expect`",
)
ROW_BELOW = sentence(
    "the figure {value} lies below {bound}, the least that the source expects; correct it, or `expect`"
)
ROW_ABOVE = sentence("the figure {value} lies above {bound}, the most that the source expects; correct it, or `expect`")
ROW_WITHOUT_FIGURE = sentence(
    "the row has no figure in '{column}', and the source expects one in every row; correct it, or `expect`"
)
WRONG_ROWS = sentence_of_count(
    "the source takes {count} row, and {bound} is expected; correct it, or `expect`",
    "the source takes {count} rows, and {bound} is expected; correct it, or `expect`",
)
NOT_UNIQUE = sentence(
    "the row has the same {columns} as row {line}, and the source expects no two of them; correct it, or `expect`"
)
COLUMN_EXPECTED = sentence(
    "there is no column '{column}', which the source expects; there are: {there}; correct it, or `expect`"
)
GONE_IS_THERE = sentence(
    "the figures of {first} to {last} are said to be gone, and the data has all of them; remove the entry"
)
