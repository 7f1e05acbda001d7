"""What is said of filters."""

from __future__ import annotations

from bsc_site.model.rule import sentence

EMPTY_OR_THE_WORD = sentence(
    "{file}: '{column}' has empty cells and cells that say 'empty'; write `{column}: [empty]` for the word, "
    '`{column}: ""` for the empty cells'
)
NOT_COMPARED = sentence("the filter compares '{column}', but {problem}")
