"""Benchmark strips: what others reach as a range on a line, our own value as a dot on the same line."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.declared.kpi import Benchmark
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own


@dataclass(frozen=True, slots=True)
class BenchmarkStrip:
    """Places and lengths in hundredths of the line; `dot` is empty without a value."""

    start: Markup
    length: Markup
    dot: Markup


def strip_of(mark: Benchmark, value: float | None) -> BenchmarkStrip:
    """The strip of one KPI, each on a scale of its own, with half the range to spare on either side."""
    low = mark.value if mark.low is None else mark.low
    high = mark.value if mark.high is None else mark.high
    ends = [each for each in (low, high) if each is not None]
    known = [*ends, *([] if value is None else [value])]
    room = (max(known) - min(known)) / 2 or abs(known[0]) / 10 or 1.0
    first, last = min(known) - room, max(known) + room
    begin = first if low is None else low
    end = last if high is None else high
    return BenchmarkStrip(
        start=_part(begin - first, last - first),
        length=_part(end - begin, last - first),
        dot=Markup() if value is None else _part(value - first, last - first),
    )


def _part(distance: float, whole: float) -> Markup:
    return own(f"{100 * distance / whole:.1f}")
