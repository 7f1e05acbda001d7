"""What is said of arithmetic over the columns of a row."""

from __future__ import annotations

from bsc_site.model.rule import sentence

UNCLOSED_NAME = sentence("the name that begins with {sign} at position {position} is never closed")
TWO_READINGS = sentence(
    "'{text}' at position {position} is a column and can also be read as arithmetic or a number; "
    "write the names of columns between backticks: `{text}` is the column"
)
