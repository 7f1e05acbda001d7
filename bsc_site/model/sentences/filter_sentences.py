"""What is said of filters."""

from __future__ import annotations

from bsc_site.model.rule import sentence

EMPTY_OR_THE_WORD = sentence(
    "{file}: '{column}' has empty cells and cells that say 'empty'; write `{column}: [empty]` for the word, "
    '`{column}: ""` for the empty cells'
)
NOT_COMPARED = sentence("the filter compares '{column}', but {problem}")
READ_IN_TWO_WAYS = sentence("{cell} can be read in two ways")
LEAVES_NO_ROW = sentence("; '{column}' is {texts} there")
LEAVES_NO_ROW_OF_THOSE = sentence("; '{column}' is {texts} in the rows that meet the conditions before")
TAKES_THE_LAST = sentence("; the condition on '{column}' takes the last row")
