"""What is said of texts of KPIs that should stand in a table of metadata."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

NO_ROW = sentence("no row of {file} passes the filter; correct it, or write the text here")
EMPTY_CELL = sentence("'{column}' is empty in line {line} of {file}; fill it there, or write the text here")
SEVERAL_TEXTS = sentence("'{column}' of {file} has different texts in lines {lines}; narrow where: to one row")
UNKNOWN_KEY = sentence("unknown key '{key}'{hint}")
USE_ONE_OF = sentence("; use {keys}")
MISSING_KEY = sentence("{key} is missing; every text of a table needs one")
NO_SUCH_VALUE = sentence("this is no value for the key; see the schema")
