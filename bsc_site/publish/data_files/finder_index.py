"""The finder's index: what can be found by name, as a script, because a page opened from a folder may load no JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bsc_site.render.pages.finder_rows import FinderRow
from bsc_site.render.status_shapes import SIGNS
from bsc_site.wording.language import told

INDEX = "finder-index.js"
"""Its name beside the script of the site."""
_BETWEEN = " · "
_NO_MARKUP = str.maketrans("<>", "‹›")
"""The engine's index of texts holds no markup, whatever words a project has for its statuses."""


def finder_index(rows: Sequence[FinderRow]) -> bytes:
    """`window.bscFinderIndex = {kinds, marks, rows}`: a row is the number of its kind, name, address, the number of its
    mark (-1 for none), value, what it belongs to and further words; texts that are empty at its end are left out.
    """  # noqa: D205  # the form of the file
    kinds = list(dict.fromkeys(row.kind for row in rows))
    marks = list(dict.fromkeys((row.status.shape, row.status.word) for row in rows if row.status))
    listed = []
    for row in rows:
        mark = marks.index((row.status.shape, row.status.word)) if row.status else -1
        listed.append(_trimmed([kinds.index(row.kind), row.name, row.address, mark, row.value, row.more, row.words]))
    head = {"kinds": [told(each) for each in kinds], "marks": marks}
    lines = ",\n".join(_json(each) for each in listed)
    return f'window.bscFinderIndex = {_json(head)[:-1]},"rows":[\n{lines}\n]}};\n'.encode()


def answers(rows: Sequence[FinderRow]) -> dict[str, str]:
    """Address of each page of an element to what answers of the search say of it: `KPI · ▲ Watch · 28.9 %`."""
    found: dict[str, str] = {}
    for row in rows:
        sign = SIGNS.get(str(row.status.shape), "") if row.status else ""
        status = f"{sign} {row.status.word}".strip() if row.status else ""
        told_of_it = _BETWEEN.join(filter(None, (told(row.kind), status, row.value)))
        found.setdefault(row.address, told_of_it.translate(_NO_MARKUP))
    return found


def _trimmed(row: list[str | int]) -> list[str | int]:
    while row[-1] == "":
        row.pop()
    return row


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
