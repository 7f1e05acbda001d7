"""Rules about the quality of data (358, 359, 368 to 371): figures that are gone, and what is expected of a source."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule, sentence, sentence_of_count

RULES: tuple[Rule, ...] = (
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
    "a figure that the data of {day} had is gone, that of {first}; put it back, or declare at the KPI `{entry}`",
    "{count} figures that the data of {day} had are gone, of {first} to {last}; put them back, or declare at the KPI "
    "`{entry}`",
)
VANISHED_FROM_SITE = sentence_of_count(
    "a figure that the site has is gone, that of {first}; put it back, or declare at the KPI `{entry}`",
    "{count} figures that the site has are gone, of {first} to {last}; put them back, or declare at the KPI `{entry}`",
)
GONE_IS_THERE = sentence(
    "the figures of {first} to {last} are said to be gone, and the data has all of them; remove the entry"
)
