"""What is said of the data repository of Open SDG: what has no place in a scorecard, or is read in a way of its own."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence, sentence_of_count

NO_PLACE = sentence("is left out: a scorecard has no place for it; it stands at {where}")
LOOKS = sentence("these say how Open SDG shows an indicator, and are left out: {keys}")
SOURCES = sentence("of sources the first organisation is kept; these are left out: {keys}")
TARGET_LINE = sentence(
    "the chart has a target line at {value} without a year, so it is no target; "
    "write it as targets: [{{period: 2030, value: {value}}}]"
)
OF_THE_UN = sentence("texts of the United Nations, whose keys end with __GLOBAL, are left out")
OTHER_LANGUAGES = sentence("texts in other languages are left out: {folders}; the scorecard speaks {language}")
OTHER_INPUT = sentence("what {kind} reads is left out: only CSV files and YAML of the folder are read")
MANUAL_STATUS = sentence(
    "the progress status '{status}' was set by hand and names no year, so it is left out; "
    "write it as ratings: [{{period: 2024, rating: {status}}}]"
)

UNREADABLE = sentence("{why}; the file is left out")
SECOND_FILE = sentence("{file} is the data file of this indicator; this one is left out")
PROGRESS_COLUMN = sentence(
    "Open SDG computes progress from the column Progress instead of Value; here it is that of Value, "
    "so the status can be another one"
)
NO_DATA = sentence_of_count(
    "{count} indicator has no data file and is left out: {ids}",
    "{count} indicators have no data file and are left out: {ids}",
)
NOT_APPLICABLE = sentence_of_count(
    "{count} indicator is not applicable and is left out: {ids}",
    "{count} indicators are not applicable and are left out: {ids}",
)
NO_META = sentence("there is no file of metadata for '{id}'; its name and unit are left to be written")

NO_HEADLINE = sentence(
    "no row has {columns} empty, and no option names a series, so the indicator is left out; name one under "
    "progress_calculation_options, or import with --disaggregations"
)
NO_NUMBERS = sentence("none of its rows that are read holds a number, so the indicator is left out")
SECOND_FIGURE = sentence(
    "a second figure of {year} where line {line} has one already ({series}), so this series is left out; "
    "tell them apart in a column, or delete one"
)

NO_PHRASE = sentence_of_count(
    "{count} text such as '{key}' is not below translations/; copy {group}.yml of the translations that "
    "config_data.yml names into translations/ in the folder of the language, and import again",
    "{count} texts such as '{key}' are not below translations/; copy {group}.yml of the translations that "
    "config_data.yml names into translations/ in the folder of the language, and import again",
)

LOWER_BY_DEFAULT = sentence("no direction is named, which Open SDG reads as negative; so direction: lower is written")
NEAR_ZERO = sentence("{what} of 0 allows no growth rate, so Open SDG computes with 0.001, which is written")
FIRST_YEAR = sentence(
    "years such as '{text}' are the first one for Open SDG, and so they are read: {year}, "
    "by periods: map: of the source"
)
START_VALUES = sentence("no row has all disaggregations empty; those that Open SDG shows first are read: {series}")
BASE_YEAR_LATER = sentence("there is no figure of the base year {base}; that of {year} is the baseline")
SHARES = sentence("the status of the indicator is the mean of {count} series; each is a KPI that weighs {weight}")

NOT_ONE_YEAR = sentence("'{text}' begins with no year; its rows are left out by periods: map: of the source")
NO_NUMBER = sentence("'{text}' is no number; it is read as no value, by missing: of the source")
UNKNOWN_DIRECTION = sentence("'{word}' is no direction; write positive or negative")
NO_NUMBER_OPTION = sentence("{key}: '{text}' is no number and is left out")
NO_SERIES = sentence("no row has {series}; write it as the data file does")
SEVERAL_SERIES = sentence("several series fit ({series}), so target, limit and baseline are left out; name one of them")
TARGET_IS_BASELINE = sentence(
    "target and figure of the base year are both {value}: there is no growth to compare with, so no baseline is written"
)
TARGET_BEFORE = sentence("the target is for {year}, and the first figure is of {first}; no baseline is written")

MORE_SERIES = sentence_of_count(
    "{count} series by {columns} is left out; import with --disaggregations to have it as a KPI",
    "{count} series by {columns} are left out; import with --disaggregations to have them as KPIs",
)
