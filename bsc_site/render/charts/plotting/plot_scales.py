"""Scales: where the days and the values of a chart stand in its inner drawing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from bsc_site.render.charts.grammar.ink import WIDTH
from bsc_site.render.charts.plotting.plot_paths import Corner
from bsc_site.render.charts.plotting.plot_pieces import TENTHS
from bsc_site.render.charts.plotting.plot_signs import short

_FIRST_DAY = date(1970, 1, 1).toordinal()
_DAY = 86_400_000


class _Across(dict[str, int]):
    """Days (or minutes) to their places, each found once."""

    def __init__(self, first: float, last: float) -> None:
        super().__init__()
        self._first, self._steps = first, WIDTH * TENTHS / (last - first)

    def __missing__(self, when: str) -> int:
        place = self[when] = round((_moment(when) - self._first) * self._steps)
        return place


@lru_cache(maxsize=64)
def _across(first: float, last: float) -> _Across:
    """Most charts of a scorecard show the same time, and find its days once."""
    return _Across(first, last)


class Scales:
    """The places of a chart's days and values, in tenths of a unit."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        """Of a chart with these options. ZeroDivisionError where time or values reach nowhere."""
        self.options = options
        self.width, self.height = WIDTH * TENTHS, round(options["height"] * TENTHS)
        self.across: Mapping[str, int] = _across(*options["span"])
        low, high = options.get("reach", (0, 1))
        self._high, self._steps = float(high), float(options["height"] * TENTHS / (high - low))

    def down(self, value: float) -> int:
        """From the top of the plot to a value."""
        return round((self._high - value) * self._steps)

    def course(self, rows: Iterable[Mapping[str, Any]], height: str) -> list[Corner]:
        """From row to row through the values of this name: there are hundreds in a chart."""
        across, high, steps = self.across, self._high, self._steps
        return [(across[row["t"]], round((high - row[height]) * steps)) for row in rows]

    def tenths(self, pixels: float) -> int:
        """A height that is told in units from the top."""
        return round(pixels * TENTHS)

    def share_across(self, place: int) -> str:
        """A place from the left in per cent of the plot, 0 where it stands there."""
        return _share(place, self.width)

    def share_down(self, place: int) -> str:
        """A place from the top likewise."""
        return _share(place, self.height)

    def beside(self, place: int) -> str:
        """Its distance from the right edge, in units."""
        return short((place - self.width) / TENTHS)

    def below(self, place: int) -> str:
        """Its distance from the floor, in units."""
        return short((place - self.height) / TENTHS)

    def held(self, when: str) -> int:
        """The place of a day, or the edge of the plot where it is not shown."""
        return min(max(self.across[when], 0), self.width)


def _share(place: int, whole: int) -> str:
    """`45.21%`: to a tenth of a pixel of a page 1,000 wide."""
    text = f"{place / whole * 100:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("0", "-0") else f"{text}%"


@lru_cache(maxsize=4096)
def _moment(when: str) -> float:
    """A day or a minute as JavaScript counts time."""
    if len(when) == len("2024-01-01"):
        return (date.fromisoformat(when).toordinal() - _FIRST_DAY) * _DAY
    return datetime.fromisoformat(when).astimezone(UTC).timestamp() * 1000
