"""Periods in names: the period of all rows of a file, as its name says it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath

from bsc_site.load.tables.cells import TableError
from bsc_site.model.said import said
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
