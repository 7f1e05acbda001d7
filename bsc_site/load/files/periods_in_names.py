"""Periods in names: the period of all rows of a file, as its name says it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

import numpy as np

from bsc_site.load.tables.cells import TableError
from bsc_site.load.tables.columns import recoded
from bsc_site.load.tables.table import Table, files_of_lines, line_in_file
from bsc_site.model.declared.columns.period_name import by_pattern
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told

_PATTERNS = {
    "yyyy": r"(?P<yyyy>\d{4})",
    "yy": r"(?P<yy>\d{2})",
    "mm": r"(?P<mm>\d{1,2})",
    "mon": r"(?P<mon>[^\W\d_]{3,12}\.?)",
    "q": r"(?P<q>[1-4])",
    "ww": r"(?P<ww>\d{1,2})",
    "dd": r"(?P<dd>\d{1,2})",
}
_PLACE = re.compile(r"(\{\w+\})")


def with_periods_of_names(table: Table, pattern: str) -> Table:
    """The table with a column more, which says the period that the name of each row's file does.

    A name that does not fit is among the flaws of the table of many files, and its rows are left out; of a single file
    it raises TableError.
    """
    files = table.files or (table.file,)
    flaws: list[TableError] = []
    periods: list[str | None] = []
    for number, file in enumerate(files):
        try:
            periods.append(period_in_name(file, pattern))
        except TableError as error:
            if not table.files:
                raise
            flaws.append(TableError(error.code, error.message, line_in_file(number, 0)))
            periods.append(None)
    numbers = files_of_lines(table.lines).astype(np.int32) if table.files else np.zeros(len(table), np.int32)
    whole = table.with_column(by_pattern(pattern), recoded(numbers, periods))
    if not flaws:
        return whole
    fits = np.array([period is not None for period in periods])
    return replace(whole.keep(fits[numbers]), flaws=(*table.flaws, *flaws))


def period_in_name(file: str, pattern: str) -> str:
    """The period that the name of a file says, as it is written in data: `2024-03`.

    A pattern with a / is looked for in the path, others in the name alone. Raises TableError where the name does not
    fit.
    """
    name = file if "/" in pattern else PurePosixPath(file).name
    found = _compiled(pattern).search(name)
    if found is None:
        raise TableError("BSC378", said(told.NAME_WITHOUT_PERIOD, name=name, pattern=pattern))
    return _text({key: value for key, value in found.groupdict().items() if value is not None})


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    known: set[str] = set()
    text = ""
    for part in _PLACE.split(pattern):
        key = part[1:-1]
        if part.startswith("{") and key in _PATTERNS:
            text += f"(?P={key})" if key in known else _PATTERNS[key]
            known.add(key)
        else:
            text += re.escape(part).replace(r"\*", ".*")
    before = r"(?<!\d)" if text.startswith("(?P<") else ""
    after = r"(?!\d)" if text.endswith(")") else ""
    return re.compile(f"{before}{text}{after}", re.IGNORECASE)


def _text(parts: dict[str, str]) -> str:
    year = parts.get("yyyy") or f"20{parts['yy']}"
    if "mon" in parts:
        return " ".join(filter(None, (parts.get("dd"), parts["mon"], year)))
    if "mm" in parts:
        day = f"-{int(parts['dd']):02d}" if "dd" in parts else ""
        return f"{year}-{int(parts['mm']):02d}{day}"
    if "q" in parts:
        return f"{year}-Q{parts['q']}"
    return f"{year}-W{int(parts['ww']):02d}" if "ww" in parts else year
