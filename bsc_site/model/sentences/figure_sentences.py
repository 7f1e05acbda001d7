"""What is said of figures that cannot be read or may mean something else, and of rows computed, compared and mended."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence, sentence_of_count

NOT_A_NUMBER = sentence("{cell} is not a number")
DASH_IS_NO_NUMBER = sentence(
    "'-' is not a number; if it means no value, declare `missing: [\"-\"]`; if it means 0, write 0"
)
MAY_BE_MISSING = sentence('{cell} is not a number; if it means no value, declare `missing: ["{text}"]`')
DASH_IN_A_COMMON_FILE = sentence(
    "'-' is not a number; if it means no value, leave the cell empty; if it means 0, write 0"
)
MAY_BE_EMPTY = sentence("{cell} is not a number; if it means no value, leave the cell empty")
OTHER_THOUSANDS = sentence("{cell} is not a number whose thousands have the mark '{mark}' as declared")
OTHER_DECIMALS_DECLARED = sentence(
    "{cell} has '{found}' before its decimals, but they begin with '{mark}' as is declared; "
    "write all figures of a column alike"
)
OTHER_DECIMALS_SHOWN = sentence(
    "{cell} has '{found}' before its decimals, but they begin with '{mark}' in {other} of the same column; "
    "write all figures of a column alike"
)
NO_STATE = sentence("{cell} is none of the states {states}")
RATING_WITHOUT_FIGURE = sentence(
    "'{rating}' has no figure beside it, so it is not shown; "
    "write `ratings: [{{period: {period}, rating: {rating}}}]` at the KPI"
)
NO_NUMERATOR = sentence("the numerator is empty, so there is no ratio")
NO_DENOMINATOR = sentence("the denominator is empty, so there is no ratio")
NO_WEIGHT = sentence("the weight is empty, so the figure does not count; write 0 if that is meant")
BEYOND_THE_LARGEST = sentence("{figure} is beyond 1e18, the largest figure; write it in a larger unit")
LEFT_AS_GAPS = sentence_of_count(
    "{count} figure cannot be read and is left out, as `unreadable: gap` says: {texts}",
    "{count} figures cannot be read and are left out, as `unreadable: gap` says: {texts}",
)
MERGED_CELLS = sentence(
    "{cell} is merged over several rows or columns, and nothing says which part is whose; write a figure into each cell"
)
TOO_LARGE = sentence("{cell} is too large for a number")

NO_PER_CENT_SIGN = sentence(
    "{figure} has no per cent sign, but others of '{kpi}' have one, so it is {figure} % or {hundredfold} %; "
    "write all alike, in a workbook by the same number format"
)
STANDS_ALONE = sentence(
    "{figure} stands alone, but others of '{kpi}' are written in thousands or millions, so it may be too; "
    "write all alike"
)
NOT_IN_THE_UNIT = sentence("{cell} is not in {unit}, the unit of '{kpi}'; convert it")
OTHER_CURRENCY_IN_A_ROW = sentence("{cell} is not in {unit}, the unit of what is computed from it; convert it")
PER_CENT_OF_ANOTHER_UNIT = sentence(
    "{cell} is per cent, but the unit of '{kpi}' is {unit}; declare `unit: '%'` at the KPI, or name the column "
    "of the figures in {unit}"
)
OTHER_CURRENCY = sentence("{cell} is in another currency than the figures of '{kpi}' before it")
TWO_MEANINGS_OF_A_SOURCE = sentence(
    "{cell} can be read in two ways, and no figure of its column tells which; "
    'declare `thousands: "{mark}"` or `decimal: "{mark}"`'
)
TWO_MEANINGS = sentence(
    "{cell} can be read in two ways, and no figure of its column tells which; write {plain}, or one decimal more"
)

SHARES_OF_ONE = sentence(
    "all figures of '{kpi}' lie between 0 and 1, such as {figure}, which is shown as {figure} %; "
    "if it means {hundredfold} %, write {hundredfold}"
)
SHARES_OF_ONE_IN_A_SOURCE = sentence(
    "all figures of '{kpi}' lie between 0 and 1, such as {figure}, which is shown as {figure} %; "
    "declare `scale: 100` in its source if it means {hundredfold} %, or `scale: 1` if not"
)
SHARES_IN_AN_OLD_WORKBOOK = sentence(
    "'{kpi}' is in per cent, and its kind of workbook does not tell which numbers are shown so; "
    "declare `scale: 100` in its source if {figure} means {hundredfold} %, or `scale: 1` if not"
)

AND_MORE_LIKE_THIS = sentence("{message} (and {more} more like this)")
AND_AT_LEAST_MORE = sentence("{message} (and at least {more} more like this)")

UNCLOSED_NAME = sentence("the name that begins with {sign} at position {position} is never closed")
TWO_READINGS = sentence(
    "'{text}' at position {position} is a column and can also be read as arithmetic or a number; "
    "write the names of columns between backticks: `{text}` is the column"
)
DIVIDES_BY_ZERO = sentence(
    "`{arithmetic}` divides by zero in this row; leave such rows out with `where`, or say what holds then, "
    "as in if(a == 0, 0, b / a)"
)
NO_NUMBER = sentence(
    "`{arithmetic}` is too large or not a real number in this row; correct the cells, or the arithmetic"
)
UNKNOWN_ANSWER = sentence(
    "{cell} is no answer of `map`; add it with its figure there, or `rest: 0` for all that are not named"
)

EMPTY_OR_THE_WORD = sentence(
    "{file}: '{column}' has empty cells and cells that say 'empty'; write `{column}: [empty]` for the word, "
    '`{column}: ""` for the empty cells'
)
NOT_COMPARED = sentence("the filter compares '{column}', but {problem}")
READ_IN_TWO_WAYS = sentence("{cell} can be read in two ways")
LEAVES_NO_ROW = sentence("; '{column}' is {texts} there")
LEAVES_NO_ROW_OF_THOSE = sentence("; '{column}' is {texts} in the rows that meet the conditions before")
TAKES_THE_LAST = sentence("; the condition on '{column}' takes the last row")

NO_COLUMN = sentence("{problem}")
NO_ROW = sentence("{file} has no row {row} in its table; look where the cell stands now, or remove the correction")
SAYS_OTHERWISE = sentence(
    "row {row} of {file} has {cell} in '{column}', not {was}, so nothing is corrected; "
    "remove the correction, or write what stands there if it is still wrong"
)

SHORTER_THAN_THE_WINDOW = sentence(
    "the file does not hold {window} and a whole period after them, which would begin on {first} or later, so nobody "
    "can be told from those who came before; shorten `window`, or add older orders"
)
