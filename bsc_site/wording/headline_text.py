"""The headline of a scorecard: how many KPIs need action, who has no figure, and what turned with the latest ones."""

from __future__ import annotations

from bsc_site.model.period import Frequency, Period
from bsc_site.model.value_class import dataclass
from bsc_site.wording.figures import month_in_full, period_text
from bsc_site.wording.language import say, say_count


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many KPIs of a scorecard stand where; `known` is False where no KPI has a period to compare with.

    `period` is the one in which all of `better` and `worse` turned (where none did, that of all KPIs that could
    have); None where there are several.
    """

    on_track: int = 0
    at_risk: int = 0
    off_track: int = 0
    no_data: int = 0
    better: int = 0
    worse: int = 0
    known: bool = False
    period: Period | None = None

    @property
    def judged(self) -> int:
        """Those with a status."""
        return self.on_track + self.at_risk + self.off_track


def standing_headline(tally: HeadCount) -> str:
    """The worst that there is, as one sentence: `3 of 22 KPIs need action.`."""
    total = tally.judged
    if not total and not tally.no_data:
        return say("No KPI of this scorecard is scored.")
    if not total:
        return say_count("The only KPI has no figure yet.", "None of the {count} KPIs has a figure yet.", tally.no_data)
    if tally.off_track not in (0, total):
        return say_count(
            "{count} of {total} KPIs needs action.",
            "{count} of {total} KPIs need action.",
            tally.off_track,
            total=total,
        )
    if tally.at_risk and not tally.off_track:
        return say_count(
            "No KPI needs action; {count} of {total} is to be watched.",
            "No KPI needs action; {count} of {total} are to be watched.",
            tally.at_risk,
            total=total,
        )
    return _all_alike(tally)


def _all_alike(tally: HeadCount) -> str:
    """All that have a figure stand on the same side."""
    total = tally.judged
    if tally.no_data and total == 1:
        return (
            say("The only KPI with a figure needs action.")
            if tally.off_track
            else say("The only KPI with a figure is on track.")
        )
    if tally.no_data:
        return (
            say("All {count} KPIs with a figure need action.", count=total)
            if tally.off_track
            else say("All {count} KPIs with a figure are on track.", count=total)
        )
    if tally.off_track:
        return say_count("The only KPI needs action.", "All {count} KPIs need action.", total)
    return say_count("The only KPI is on track.", "All {count} KPIs are on track.", total)


def missing_headline(tally: HeadCount) -> str:
    """`2 more have no figure yet.`; empty where all have one, and where none has."""
    if not tally.judged or not tally.no_data:
        return ""
    return say_count("{count} more has no figure yet.", "{count} more have no figure yet.", tally.no_data)


def moves_headline(tally: HeadCount) -> str:
    """What turned: `4 got better in October 2026, none got worse.`; empty where there is nothing to compare with."""
    if not tally.known:
        return ""
    when = _when(tally.period)
    figures = {"better": tally.better, "worse": tally.worse, "period": when}
    if not when:
        return _moves_of_several(tally, figures)
    if tally.better and tally.worse:
        return say("{better} got better and {worse} got worse in {period}.", **figures)
    if tally.better:
        return say("{better} got better in {period}, none got worse.", **figures)
    if tally.worse:
        return say("{worse} got worse in {period}, none got better.", **figures)
    return say("No status changed in {period}.", **figures)


def _moves_of_several(tally: HeadCount, figures: dict[str, object]) -> str:
    """The same where no one period can be named."""
    if tally.better and tally.worse:
        return say("With the latest figures {better} got better and {worse} got worse.", **figures)
    if tally.better:
        return say("With the latest figures {better} got better, none got worse.", **figures)
    if tally.worse:
        return say("With the latest figures {worse} got worse, none got better.", **figures)
    return say("No status changed with the latest figures.")


def _when(period: Period | None) -> str:
    """`October 2026`, `Q3 2026`; empty for days, which would need other words around them, and for none."""
    if period is None or period.frequency is Frequency.DAILY:
        return ""
    if period.frequency is Frequency.MONTHLY:
        return say("{month} {year}", month=month_in_full(period.start.month), year=period.start.year)
    return period_text(period)
