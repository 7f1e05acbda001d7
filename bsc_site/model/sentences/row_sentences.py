"""What is said of rows that are computed, compared and mended."""

from __future__ import annotations

from bsc_site.model.rule import sentence

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
