"""What is said of periods that are counted, span years or stand in another time zone."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence, sentence_of_count

NO_FIRST_DAY = sentence("numbers count periods from a day on, and it is not known which; declare {line} with that day")
NO_ZERO = sentence("the periods are counted, and no row has the number 0, so the first one may be 0 or 1; {lines}")
SPAN_OF_YEARS = sentence("'{text}' is a span of years; {lines}")
OR_MONTHS = sentence("{lines}, or {line} where it is a month")
UP_TO_ITS_LAST_YEAR = sentence("a figure belongs to the last year")
FROM_ITS_FIRST_YEAR = sentence("it belongs to the first")
AROUND_ITS_MIDDLE = sentence("it is centred")
MOMENT_IN_ANOTHER_FORM = sentence(
    "'{text}' has an offset, and as it stands it cannot be moved to the time zone; write it like 2024-03-31T23:30:00Z, "
    "or remove time_zone:"
)
NO_TIME_ZONE = sentence("there is no time zone '{name}'{hint}; write one such as Europe/Brussels")
NO_TIME_ZONES = sentence("this machine knows no time zones; install them with pip install tzdata")
NO_SUCH_LINE = sentence(
    "no line of {file} reads like '{pattern}'; correct it, or write the first day, such as from: 2024-01-01"
)
FUTURE_ROW = sentence(
    "the figure of {period} lies after {as_of}, so it is left out; correct the period if it is a slip"
)
FUTURE_ROWS = sentence_of_count(
    "the figure of {period} lies after {as_of}, so it is left out, and so is {count} more row of this file; correct the"
    " period if it is a slip",
    "the figure of {period} lies after {as_of}, so it is left out, and so are {count} more rows of this file; correct"
    " the period if it is a slip",
)
