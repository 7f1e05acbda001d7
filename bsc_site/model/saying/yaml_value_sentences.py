"""What is said of a value of the YAML that cannot stand where it does."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

EMPTY = sentence("an empty value")
MAPPING = sentence("a mapping")
LIST = sentence("a list")

MISSING_KEY = sentence("{key} is missing; every {noun} needs one")
UNKNOWN_KEY = sentence("unknown key '{key}'; use {keys}")
KEY_MEANT = sentence("unknown key '{key}'{hint}")
KEY_MEANT_TWICE = sentence(
    "unknown key '{key}'; remove it if it means '{near}', which stands here already; else correct it"
)
NOT_THIS_WORD = sentence("{shown} is not {noun}; use {words}{hint}")
WORD_CANNOT_STAND = sentence("{shown} cannot stand at `{key}`; use {words}{hint}")
BELOW = sentence("{shown} is below {edge}; write at least {edge}")
ABOVE = sentence("{shown} is above {edge}; write at most {edge}")
NO_MAPPING = sentence("{shown} is not a mapping of keys and values")
NO_MAPPING_OR_NONE = sentence("{shown} is not a mapping of keys and values, or remove the key")
NO_LIST = sentence("{shown} is not a list; write it as [..] or with a '- ' before each item")
NO_LIST_OR_NONE = sentence("{shown} is not a list; write it as [..] or with a '- ' before each item, or remove the key")
CANNOT_STAND_HERE = sentence("{shown} cannot stand here ({reason})")
CANNOT_STAND_OR_NONE = sentence("{shown} cannot stand here ({reason}), or remove the key")

NO_TEXT = sentence("{shown} is not a text; put it in quotes if it is meant as one")
LONG_ID = sentence("the id has {count} letters; it becomes a file name, so keep it to {most}")
NO_ID = sentence("'{text}' cannot be an id; use letters a-z, digits, - and _, starting with a letter or digit")
NO_REFERENCE = sentence("'{text}' cannot refer to anything; write the id, or scorecard/id")
NO_NUMBER = sentence("{shown} is not a number; write it with digits and a decimal point, without quotes")
LIKELY_NUMBER = sentence("{shown} is not a number; write {likely}, without quotes")
TOO_SMALL_TO_WRITE = sentence("{number} is too close to 0; write 0, or a smaller unit")
TOO_LARGE_TO_WRITE = sentence("{number} is too large; write it in a larger unit, such as millions")
NO_WHOLE_NUMBER = sentence("{shown} is not a whole number")
NO_FLAG = sentence("{shown} is neither true nor false")
WEIGHT_BELOW_ZERO = sentence("{number} is below zero; a weight is 0 or more")
NO_PERIOD_TYPE = sentence("{shown} is not a period; write it like 2025, 2025-Q3, 2025-03 or 2025-03-31")
LIKELY_PERIOD = sentence("{shown} is not a period; write {likely}")
NO_TIME_OF_A_STRATEGY = sentence("{shown} is no time of a strategy; write a year from {first} to {last}")
NO_REACH = sentence(
    "{shown} does not say how far the file reaches; "
    "write {word}, or the last period that the file holds, such as 2025-06-30"
)
NO_SHARE = sentence("{shown} is not a share; write it like 60%")
SHARE_OUT_OF_RANGE = sentence("{shown} is not between 0% and 100%")
NO_TOLERANCE = sentence("{shown} is not a tolerance; write a share like 5% or an amount like 2")
LIKELY_TOLERANCE = sentence("{shown} is not a tolerance; write {likely}")
NO_AMBER_ZONE_LEFT = sentence("{shown} leaves no amber zone; a tolerance is above zero")
NO_LENGTH_OF_TIME = sentence("{shown} is not a length of time; write it like 10 days, 3 months or 1 year")
TOO_LONG_A_TIME = sentence("{shown} is too long; write at most {most} days, weeks, months or years")

NO_SCORE = sentence("'{text}' is no score; write a number from 0 to 100, target or red flag")
NO_LINES = sentence("{shown} does not say which lines; write them like 8..40 or 8..")
TURNED_LINES = sentence("{shown} ends before it begins; write {turned}")
NO_ROWS_EXPECTED = sentence("'{text}' is no number of rows; write it like '>100'")
NO_PATTERN_OF_A_NAME = sentence("the pattern of a name is a text, such as {example}")
NO_PART_OF_A_PERIOD = sentence("{wrong} is no part of a period; use {known}")
PATTERN_WITHOUT_YEAR = sentence("the pattern names no year; write it like {example}")
NO_COLUMN_NAMED = sentence("a mapping names no column here; write its heading, or its letter like {example}")

NO_SPELLING_OF_A_PERIOD = sentence(
    "'{text}' is not a period; write 2025, 2025-H1, 2025-Q3, 2025-03, 2025-W07, 2025-03-31 or FY2025-Q3"
)
YEAR_OUT_OF_RANGE = sentence("'{text}' is out of range; write a year from {first} to {last}")
NOT_IN_THE_CALENDAR = sentence("'{text}' does not exist in the calendar ({reason})")
NO_LANGUAGE = sentence("{shown} is not the code of a language; write it like en, de or fr-CH")
