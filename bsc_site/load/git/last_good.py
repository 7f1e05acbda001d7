"""Last good: which day the figures are of that stand in for a connection that does not answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from bsc_site.load.connections.series_of_sources import Stale
from bsc_site.load.git.deliveries import delivery_days
from bsc_site.model.problem import Finding
from bsc_site.model.sentences.asked import connection_sentences as told


def last_good_findings(root: Path, stale: Iterable[Stale]) -> Iterator[Finding]:
    """One finding for each KPI whose figures are those that were fetched last, with their day where it is known."""
    asked = tuple(stale)
    days = delivery_days(root, {each.file for each in asked})
    for each in asked:
        figures = (("wrong", str(each.wrong)), ("file", each.file))
        element, day = f"kpi/{each.kpi}", days.get(each.file)
        if day is None:
            yield Finding(element, "source.connection", "BSC415", told.LAST_GOOD_UNDATED, figures)
        else:
            yield Finding(element, "source.connection", "BSC415", told.LAST_GOOD, (*figures, ("day", day)))
