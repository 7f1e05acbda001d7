"""What is said of arithmetic over the columns of a row."""

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
