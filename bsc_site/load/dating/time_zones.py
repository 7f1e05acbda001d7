"""Time zones: moments with an offset as the clock of an organisation showed them."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bsc_site.model.period import PeriodSpellingError
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import period_sentences as told

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_CLOCK = r"\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?"
_ZONE = r"Z|UTC|GMT|[+-]\d{2}:?\d{2}"
_MOMENT = re.compile(rf"(\d{{4}}-\d{{2}}-\d{{2}})[T ]+({_CLOCK}) ?({_ZONE})", re.ASCII | re.IGNORECASE)
_OFFSET = re.compile(rf"\d:\d{{2}}(?::\d{{2}}(?:[.,]\d+)?)?(?: ?[AP]M)? ?(?:{_ZONE})$", re.ASCII | re.IGNORECASE)
_AT_ZERO = {"Z", "UTC", "GMT"}


@lru_cache(maxsize=32)
def zone_called(name: str) -> ZoneInfo | None:
    """The time zone of a name such as Europe/Brussels; None where there is none."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415  # only for those who declare one

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zones() -> frozenset[str]:
    """The names of all time zones."""
    from zoneinfo import available_timezones  # noqa: PLC0415  # likewise

    return frozenset(available_timezones())


@lru_cache(maxsize=65536)
def at_home(cell: Any, name: str) -> Any:
    """A cell with a moment as the clock of the zone showed it, without an offset; any other cell as it is.

    Raises PeriodSpellingError for a moment with an offset that is not written as 2024-03-31T23:30:00Z.
    """
    zone = zone_called(name)
    if zone is None:
        return cell
    if isinstance(cell, datetime):
        return cell if cell.tzinfo is None else cell.astimezone(zone).replace(tzinfo=None)
    if not isinstance(cell, str) or _OFFSET.search(cell.strip()) is None:
        return cell
    found = _MOMENT.fullmatch(cell.strip())
    if found is None:
        raise PeriodSpellingError(said(told.MOMENT_IN_ANOTHER_FORM, text=cell.strip()))
    offset = "+00:00" if found[3].upper() in _AT_ZERO else found[3]
    clock = found[2].replace(",", ".")
    moment = datetime.fromisoformat(f"{found[1]}T{clock}{offset if ':' in offset else f'{offset[:3]}:{offset[3:]}'}")
    return moment.astimezone(zone).replace(tzinfo=None)
