"""The order of audiences: where their names are known, the widest comes first."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.load.scorecards.validation import Sheet
from bsc_site.model.problem import Problem

_WIDE, _MIDDLE, _NARROW = (
    ("public", "everyone", "everybody", "world"),
    ("staff", "employees", "internal", "company"),
    ("management", "managers", "leaders", "leadership", "executives", "board", "directors", "confidential"),
)
_CIRCLES = {name: rank for rank, names in enumerate((_WIDE, _MIDDLE, _NARROW)) for name in names}


def turned_audiences(sheet: Sheet) -> Iterator[Problem]:
    """Known audiences that stand in the wrong order: the site for everybody would show what was meant for a few."""
    names = sheet.card.audiences
    known = [name for name in names if name.casefold() in _CIRCLES]
    ordered = sorted(known, key=_circle)
    if known == ordered:
        return
    turned = next(index for index, name in enumerate(names) if name in known and name != ordered[known.index(name)])
    rest = iter(ordered)
    right = ", ".join(next(rest) if name in known else name for name in names)
    message = f"audiences run from the widest to the narrowest; write audiences: [{right}]"
    yield sheet.problem("BSC154", ("audiences", turned), message)


def _circle(name: str) -> int:
    return _CIRCLES[name.casefold()]
