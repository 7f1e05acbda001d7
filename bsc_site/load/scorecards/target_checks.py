"""Targets as declared: values, bands, red flags and periods of one KPI that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scoring_methods import SCORING_METHODS
from bsc_site.model.declared.targets import Baseline, Target
from bsc_site.model.fields import Tolerance
from bsc_site.model.period import Frequency, Period
from bsc_site.model.saying.noun_sentences import NOUNS, RHYTHMS, UNITS_OF_TIME
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences import target_sentences as told
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction, Method

_SIDED = (Direction.HIGHER, Direction.LOWER)


@dataclass(frozen=True)
class Complaint:
    """What is wrong with one value; `path` begins at the element that is looked at."""

    path: KeyPath
    code: str
    message: str


def target_complaints(kpi: Kpi, tolerance: Tolerance) -> Iterator[Complaint]:
    """What is wrong with the targets, the baseline and the red flags; `tolerance` is the one that holds for the KPI."""
    if kpi.direction is Direction.BAND:
        yield from _band(kpi)
    else:
        yield from _values(kpi)
    for index, target in enumerate(kpi.targets):
        yield from _range(target.low, target.high, ("targets", index, "low"))
    yield from _validity(kpi)
    yield from _same_period(kpi)
    yield from _baseline(kpi)
    yield from _red_flags(kpi)
    yield from _red_flag_needed(kpi, tolerance)


def period_complaints(kpi: Kpi) -> Iterator[Complaint]:
    """Periods of targets, baseline and rebases that are finer than the KPI's figures."""
    named: list[tuple[KeyPath, Period]] = [
        (("targets", n, "period"), each.period) for n, each in enumerate(kpi.targets)
    ]
    named += [(("rebase", n, "period"), each.period) for n, each in enumerate(kpi.rebase)]
    if kpi.baseline is not None:
        named.append((("baseline", "period"), kpi.baseline.period))
    for path, period in named:
        if period.frequency.rank < kpi.frequency.rank:
            yield Complaint(path, "BSC137", _finer(period, kpi.frequency))


def _finer(period: Period, frequency: Frequency) -> Said:
    form = told.FINER_THAN_THE_LONGEST if frequency is Frequency.YEARLY else told.FINER_PERIOD
    return said(
        form,
        period=str(period),
        found=said(UNITS_OF_TIME[period.frequency.noun]),
        frequency=said(RHYTHMS[str(frequency)]),
        noun=said(UNITS_OF_TIME[frequency.noun]),
    )


def _range(low: float | None, high: float | None, path: KeyPath) -> Iterator[Complaint]:
    if low is not None and high is not None and low > high:
        yield Complaint(path, "BSC132", said(told.LOW_ABOVE_HIGH, low=f"{low:g}", high=f"{high:g}"))


def _band(kpi: Kpi) -> Iterator[Complaint]:
    has_band = kpi.scoring.low is not None and kpi.scoring.high is not None
    by_value = SCORING_METHODS[kpi.scoring.method].list_key
    yield from _range(kpi.scoring.low, kpi.scoring.high, ("scoring", "low"))
    if not kpi.targets and not has_band and not by_value:
        yield Complaint(("direction",), "BSC131", said(told.BAND_NEEDED))
    for index, target in enumerate(kpi.targets):
        if target.value is not None:
            yield Complaint(("targets", index, "value"), "BSC147", said(told.NO_SINGLE_VALUE))
        elif (target.low is None or target.high is None) and not has_band:
            yield Complaint(("targets", index), "BSC130", said(told.NO_BAND_OF_TARGET))


def _values(kpi: Kpi) -> Iterator[Complaint]:
    for index, target in enumerate(kpi.targets):
        path: KeyPath = ("targets", index)
        low_or_high = "low" if target.low is not None else "high" if target.high is not None else ""
        if low_or_high:
            wrong = told.NEEDS_DIRECTION_BAND if target.value is None else told.BAND_BESIDE_VALUE
            message = said(wrong, key=low_or_high)
            yield Complaint((*path, low_or_high), "BSC147", message)
        elif target.value is None:
            yield Complaint(path, "BSC130", said(told.NO_VALUE))
        elif kpi.scoring.method is Method.YES_NO and target.value not in {0, 1}:
            yield Complaint((*path, "value"), "BSC147", said(told.NEITHER_YES_NOR_NO, value=f"{target.value:g}"))
        elif kpi.scoring.method is Method.PERCENT_OF_TARGET and target.value <= 0:
            yield Complaint((*path, "value"), "BSC147", said(told.NO_WHOLE, value=f"{target.value:g}"))


def _comparable(kpi: Kpi, target: Target, frequency: Frequency) -> bool:
    """Whether the target can be set beside a figure of `frequency`: totals only with totals of the same length."""
    return not kpi.adds_up or target.period.frequency is frequency


def _same_period(kpi: Kpi) -> Iterator[Complaint]:
    total = kpi.adds_up
    seen: dict[tuple[date, Frequency | None], list[Target]] = {}
    for index, target in enumerate(kpi.targets):
        same = seen.setdefault((target.period.end, target.period.frequency if total else None), [])
        other = next((each for each in same if _held_together(each, target)), None)
        same.append(target)
        if other is not None:
            form = told.TARGET_TWICE if other.period == target.period else told.TARGET_FOR_THE_SAME_END
            message = said(form, period=str(other.period), other=str(target.period))
            yield Complaint(("targets", index, "period"), "BSC133", message)


def _held_together(one: Target, other: Target) -> bool:
    """Whether there may be a period that both versions judge."""
    begins = max((each.from_.start for each in (one, other) if each.from_), default=date.min)
    ends = min((each.until.end for each in (one, other) if each.until), default=date.max)
    return begins <= ends


def _validity(kpi: Kpi) -> Iterator[Complaint]:
    for index, target in enumerate(kpi.targets):
        if target.from_ and target.until and target.until.end < target.from_.start:
            message = said(told.UNTIL_BEFORE_FROM, until=str(target.until), start=str(target.from_))
            yield Complaint(("targets", index, "until"), "BSC383", message)


def _baseline(kpi: Kpi) -> Iterator[Complaint]:
    if kpi.baseline is None or not kpi.targets:
        return
    first = min(kpi.targets, key=lambda each: each.period.end)
    if kpi.baseline.period.end >= first.period.end:
        message = said(told.BASELINE_NOT_BEFORE, baseline=str(kpi.baseline.period), first=str(first.period))
        yield Complaint(("baseline", "period"), "BSC138", message)
    if kpi.baseline.value is None:
        return
    yield from _no_way(kpi, kpi.baseline)


def _no_way(kpi: Kpi, baseline: Baseline) -> Iterator[Complaint]:
    """A method that measures the way to a target needs one that differs from the baseline."""
    equal = [each.value == baseline.value and _comparable(kpi, each, baseline.period.frequency) for each in kpi.targets]
    if kpi.scoring.method in {Method.PROGRESS, Method.PACE} and all(equal):
        yield Complaint(("scoring",), "BSC135", said(told.NO_WAY_TO_MEASURE, value=f"{baseline.value:g}"))


def _red_flags(kpi: Kpi) -> Iterator[Complaint]:
    flags = kpi.thresholds
    targets = [each for each in kpi.targets if _comparable(kpi, each, kpi.frequency)]
    if kpi.direction in _SIDED and flags.red_flag is not None:
        values = [each.value for each in targets if each.value is not None]
        yield from _wrong_side(flags.red_flag, values, "red_flag", below=kpi.direction is Direction.HIGHER)
    if kpi.direction is Direction.BAND:
        lows = [low for low in (*(each.low for each in targets), kpi.scoring.low) if low is not None]
        highs = [high for high in (*(each.high for each in targets), kpi.scoring.high) if high is not None]
        if flags.red_flag_low is not None:
            yield from _wrong_side(flags.red_flag_low, lows, "red_flag_low", below=True)
        if flags.red_flag_high is not None:
            yield from _wrong_side(flags.red_flag_high, highs, "red_flag_high", below=False)


def _wrong_side(flag: float, ends: list[float], key: str, *, below: bool) -> Iterator[Complaint]:
    wrong = [end for end in ends if (flag >= end if below else flag <= end)]
    if wrong:
        form = told.RED_FLAG_NOT_BELOW if below else told.RED_FLAG_NOT_ABOVE
        yield Complaint(("thresholds", key), "BSC134", said(form, flag=f"{flag:g}", end=f"{wrong[0]:g}"))


def _red_flag_needed(kpi: Kpi, tolerance: Tolerance) -> Iterator[Complaint]:
    scored = kpi.scoring.method is Method.GOAL_RED_FLAG and kpi.direction in _SIDED
    if not scored or kpi.thresholds.red_flag is not None or not tolerance.relative:
        return
    if _leads_somewhere(kpi):
        return
    for index, target in enumerate(kpi.targets):
        if target.value == 0:
            message = said(told.NO_AMBER_ZONE, tolerance=str(tolerance))
            yield Complaint(("targets", index, "value"), "BSC136", message)


def _leads_somewhere(kpi: Kpi) -> bool:
    """Whether the path has a way of which the tolerance can be a share: from a baseline, or from target to target."""
    if kpi.baseline is not None and kpi.baseline.value is None:
        return True
    values = {each.value for each in kpi.targets if each.value is not None}
    return len(values | ({kpi.baseline.value} if kpi.baseline else set())) > 1


def limit_and_pace_complaints(kpi: Kpi) -> Iterator[Complaint]:
    """What is wrong with the limit of a KPI, and with what its pace is measured from and to."""
    values = list(_declared(kpi))
    if kpi.limit is not None:
        yield from _beyond(kpi, kpi.limit, values)
    if kpi.scoring.method is Method.PACE and kpi.direction is not Direction.BAND:
        yield from _no_pace(values)


def _declared(kpi: Kpi) -> Iterator[tuple[KeyPath, str, float]]:
    if kpi.baseline is not None and kpi.baseline.value is not None:
        yield ("baseline", "value"), "baseline", kpi.baseline.value
    for index, target in enumerate(kpi.targets):
        if target.value is not None:
            yield ("targets", index, "value"), "target", target.value


def _beyond(kpi: Kpi, limit: float, values: list[tuple[KeyPath, str, float]]) -> Iterator[Complaint]:
    if kpi.direction not in (Direction.HIGHER, Direction.LOWER):
        message = said(told.NO_BETTER_SIDE, direction=str(kpi.direction))
        yield Complaint(("limit",), "BSC176", message)
        return
    for path, word, value in values:
        if value > limit if kpi.direction is Direction.HIGHER else value < limit:
            figures = {"key": said(NOUNS[word]), "value": f"{value:g}", "limit": f"{limit:g}"}
            yield Complaint(path, "BSC175", said(told.BEYOND_THE_LIMIT, **figures))


def _no_pace(values: list[tuple[KeyPath, str, float]]) -> Iterator[Complaint]:
    for path, word, value in values:
        if value <= 0:
            yield Complaint(path, "BSC174", said(told.NO_PACE, key=said(NOUNS[word]), value=f"{value:g}"))
