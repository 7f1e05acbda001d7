"""What is said of YAML that cannot be read as it is meant."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

PARTED_BY_A_COMMA = sentence(
    "unknown key '{key}'; a comma in braces parts entries, so put quotes around arithmetic that has one"
)

MENDED_LINE = sentence("{wrong}; write `{line}`")
BLANK_BEHIND_COLON = sentence("a blank is missing behind the colon")
BLANK_BEHIND_DASH = sentence("a blank is missing behind the dash")
COLON_MISSING = sentence("the colon behind the key is missing")
COMMA_MISSING = sentence("a comma is missing here")
LONE_DASH = sentence("a lone - begins a list; write '-' in quotes: sign: '-'")
CANNOT_START = sentence("a text cannot start with {sign}; put it in quotes")
SECOND_COLON = sentence("a second ': ' stands in this line; put the text in quotes")
SPLIT_SIGN = sentence("YAML knows no sign in two halves, as JSON writes some; write the sign itself")
BACKSLASH = sentence("'\\' has a meaning in double quotes; use single quotes")
QUOTE_INSIDE = sentence("the text has a {quote} inside of its quotes")
BEHIND_QUOTE = sentence("the text goes on behind its closing quote")

TAB = sentence("a tab stands here; indent with spaces")
TAB_IN_TWO_LINES = sentence("a tab stands here; indent with spaces, also in line {other}")
TAB_IN_MANY_LINES = sentence("a tab stands here; indent with spaces, also in {more} more lines")
IN_CURLY_QUOTES = sentence(
    "{word} has no quotes for YAML, which knows \" and ' alone; write {meant}, or '{word}' if they belong to the text"
)
CURLY_QUOTE = sentence("{quote} is no quote for YAML, which knows \" and ' alone")
QUOTE_NOT_CLOSED = sentence("the text that opens here with a quote is not closed")
LIST_NOT_CLOSED = sentence("the list that opens here is not closed; write `{line}`")
LIST_NOT_CLOSED_BELOW = sentence("the list that opens here is not closed; write `{line}` in line {number}")
MAPPING_NOT_CLOSED = sentence("the mapping that opens here is not closed; write `{line}`")
MAPPING_NOT_CLOSED_BELOW = sentence("the mapping that opens here is not closed; write `{line}` in line {number}")
CLOSES_NOTHING = sentence("this '{mark}' closes nothing")
DASH_MISSING = sentence("the dash before this item of the list is missing; write `- {line}`")
WRONG_INDENTATION = sentence("the indentation is wrong; begin this line in column {column}, as line {other} does")
WITH_THOSE_BELOW = sentence("{wrong}, with the lines that stand deeper below it")

MAPPING_IN_A_LINE = sentence("a second ': ' stands in this line; put the text in quotes, or mend the indentation")
LIST_OF_LINE_NOT_CLOSED = sentence(
    "the list that opens with '[' in line {start} is not closed; write ']' or a missing ','"
)
MAPPING_OF_LINE_NOT_CLOSED = sentence(
    "the mapping that opens with '{{' in line {start} is not closed; write '}}' or a missing ','"
)
LIST_ENDS = sentence("the list of line {start} ends here; indent this line like its '-', or deeper")
MAPPING_ENDS = sentence("this does not continue the mapping of line {start}; mend the indentation, or the quotes")
INDENTED_LESS = sentence("this line is indented less than the first one; begin all keys in the same column")
KEY_WITHOUT_COLON = sentence("a key without ':' stands before this place, in line {start}; write 'key: value'")
UNKNOWN_ESCAPE = sentence("'\\' has a meaning in double quotes; use single quotes, or write '\\\\'")
LIST_IN_A_LINE = sentence("a list cannot start in this line; begin its first '- ' in the next line")

READ_AS_TRUTH = sentence(
    "YAML reads {word} without quotes as {meant}; write '{word}' in quotes for the word, or {meant}"
)
MONTH_FIRST = sentence(
    "YAML may read {word} as a number; write {month} for the month, or '{word}' in quotes for the text"
)
OCTAL = sentence(
    "YAML may read {word} as an octal number; write '{word}' in quotes for the text, or drop the leading zero"
)
UNDERSCORES = sentence(
    "YAML may read {word} as {plain}; write '{word}' in quotes for the text, or {plain} for the number"
)
BASE_60 = sentence("YAML may read {word} as a number to base 60; write '{word}' in quotes")

NOT_UTF8 = sentence("byte {byte} is not UTF-8; save the file as UTF-8")
CONTROL_CHARACTER = sentence("the control character {sign} stands here; delete it")
CONTROL_CHARACTER_MEANT = sentence("the text holds the control character {sign}; remove it")
SECOND_DOCUMENT = sentence("a second document starts here; keep one a file, without '---' between")
NOTHING = sentence("the file holds nothing; fill or delete it")
NO_KEYS = sentence("the file does not hold keys; start it with a key such as id: or kpis:, not with a list or a text")
TOO_DEEP = sentence("more than {most} levels stand in each other here; a scorecard needs fewer than ten")
TOO_MANY_KEYS = sentence("more than {most} keys stand side by side here; no scorecard has as many")
TOO_LONG = sentence("the text has {length} letters; keep it to {most}")
TOO_LARGE = sentence("the file has {size} MB; part it into files of at most {most} MB")
TAG = sentence("the tag {tag} has no meaning here; delete it")
ALIAS_OF_NOTHING = sentence("*{name} refers to nothing; mark its value with &{name} before")
ALIAS_INSIDE = sentence("*{name} stands inside of what it refers to; write the value out")
TOO_MANY_REPEATED = sentence("the aliases of this file grow to more than {most} values; write them out")
KEY_IS_NO_WORD = sentence("a key must be a word; a list or a mapping cannot be one")
NOTHING_TO_TAKE_OVER = sentence("'<<' takes over the keys of a mapping; write an alias to one after it")
KEY_TWICE = sentence("the key '{key}' stands already in line {line}, column {column}; keep one of the two")
TO_BE_WRITTEN = sentence("to be written: {words}")
SOMETHING = sentence("something")
