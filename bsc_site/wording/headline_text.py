"""The headline of a scorecard: how many KPIs need action, and what turned since the period before."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.wording.language import say, say_count


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many KPIs of a scorecard stand where; `known` is False where no KPI has a period to compare with."""

    on_track: int = 0
    at_risk: int = 0
    off_track: int = 0
    no_data: int = 0
    better: int = 0
    worse: int = 0
    known: bool = False

    @property
    def judged(self) -> int:
        """Those with a status."""
        return self.on_track + self.at_risk + self.off_track


def headline(tally: HeadCount) -> str:
    """What a director should know first, and then what moved: `3 of 22 KPIs need action. 4 got better ...`."""
    moves = _moves(tally)
    standing = _standing(tally)
    return say("{standing} {moves}", standing=standing, moves=moves) if moves else standing


def _standing(tally: HeadCount) -> str:
    """The worst that there is, as one sentence."""
    total = tally.judged
    if not total and not tally.no_data:
        return say("No KPI of this scorecard is scored.")
    if not total:
        return say_count("The only KPI has no figure yet.", "None of the {count} KPIs has a figure yet.", tally.no_data)
    if tally.off_track == total:
        return say_count("The only KPI needs action.", "All {count} KPIs need action.", total)
    if tally.off_track:
        return say_count(
            "{count} of {total} KPIs needs action.",
            "{count} of {total} KPIs need action.",
            tally.off_track,
            total=total,
        )
    if tally.at_risk:
        return say_count(
            "No KPI needs action; {count} of {total} is to be watched.",
            "No KPI needs action; {count} of {total} are to be watched.",
            tally.at_risk,
            total=total,
        )
    return say_count("The only KPI is on track.", "All {count} KPIs are on track.", total)


def _moves(tally: HeadCount) -> str:
    if not tally.known:
        return ""
    if tally.better and tally.worse:
        return say(
            "Since the period before, {better} got better and {worse} got worse.",
            better=tally.better,
            worse=tally.worse,
        )
    if tally.better:
        return say("Since the period before, {better} got better and none got worse.", better=tally.better)
    if tally.worse:
        return say("Since the period before, none got better and {worse} got worse.", worse=tally.worse)
    return say("None changed its status since the period before.")
