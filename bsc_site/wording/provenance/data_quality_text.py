"""The quality of data in words: what each part found, and how the score comes about."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.concluded.data_quality import KpiQuality, PartScore, QualityPart
from bsc_site.model.declared.sources.gone_figures import Gone
from bsc_site.model.reading_facts import CheckedExpectation
from bsc_site.wording.figures import number_text, period_text
from bsc_site.wording.language import noted, say, say_count, told
from bsc_site.wording.provenance.written_text import shortened

_PARTS: Mapping[QualityPart, str] = {
    QualityPart.TIMELY: noted("Timely"),
    QualityPart.COMPLETE: noted("Complete"),
    QualityPart.EXPECTED: noted("As expected"),
    QualityPart.CLEAN: noted("Clean"),
    QualityPart.STEADY: noted("Steady"),
    QualityPart.PLAUSIBLE: noted("Plausible"),
}
_FOUND: Mapping[QualityPart, str] = {
    QualityPart.COMPLETE: noted("{good} of {all} periods that are due have a figure"),
    QualityPart.EXPECTED: noted("{good} of {all} expectations hold"),
    QualityPart.CLEAN: noted("{good} of {all} rows are read as they stand"),
    QualityPart.STEADY: noted("{good} of {all} figures are what they were a month ago"),
    QualityPart.PLAUSIBLE: noted("{good} of the latest {all} figures lie within the limits, or a note says why not"),
}
_EXPECTATIONS: Mapping[str, str] = {
    "min": noted("no figure below {bound}"),
    "max": noted("no figure above {bound}"),
    "not_null": noted("a figure in every row"),
    "rows": noted("rows: {bound}"),
    "unique": noted("no two rows with the same {bound}"),
    "columns": noted("the columns {bound}"),
}


def part_name(part: QualityPart) -> str:
    """`Complete`."""
    return told(_PARTS[part])


def part_step(part: PartScore) -> str:
    """`Complete: 34 of 36 periods that are due have a figure, 2.83 of 3 points`."""
    points, weight = number_text(part.points, 2 if part.points % 1 else 0), part.weight
    return say_count(
        "{part}: {found}, {points} of {count} point",
        "{part}: {found}, {points} of {count} points",
        weight,
        part=part_name(part.part),
        found=_found(part),
        points=points,
    )


def quality_steps(known: KpiQuality) -> tuple[str, ...]:
    """Each part with its points, and the score that they come to."""
    points = exact_sum(each.points for each in known.parts)
    weight = sum(each.weight for each in known.parts)
    total = say_count(
        "{points} of {count} point: {score} of 100",
        "{points} of {count} points: {score} of 100",
        weight,
        points=number_text(points, 2 if points % 1 else 0),
        score=number_text(known.score, 0),
    )
    return (*map(part_step, known.parts), total)


def rows_text(known: KpiQuality) -> str:
    """`34 of 480 rows`, and how many the filter takes where these are others."""
    rows = known.rows
    used = say_count("{used} of {count} row", "{used} of {count} rows", rows.read, used=number_text(rows.used, 0))
    if rows.taken in {rows.used, rows.read}:
        return used
    return say("{used}, {taken} pass the filter", used=used, taken=number_text(rows.taken, 0))


def to_check_text(known: KpiQuality) -> str:
    """The recent figures that lie beyond the limits without a note: `Mar 2025, Apr 2025`; empty without any."""
    return shortened(map(period_text, known.outliers))


def expectation_text(checked: CheckedExpectation) -> str:
    """`no figure below 0: holds`, or in how many places it does not."""
    what = told(_EXPECTATIONS[checked.key], bound=checked.bound)
    if not checked.broken:
        return say("{expectation}: holds", expectation=what)
    return say_count(
        "{expectation}: does not hold in {count} place",
        "{expectation}: does not hold in {count} places",
        checked.broken,
        expectation=what,
    )


def gone_periods_text(entry: Gone) -> str:
    """Which figures are gone on purpose: `Mar 2024`, `Jan 2023 to Dec 2023`, `up to Nov 2023`, `some`."""
    if entry.period is not None:
        return period_text(entry.period)
    first, last = entry.from_, entry.to
    if first is not None and last is not None:
        return say("{first} to {last}", first=period_text(first), last=period_text(last))
    if first is not None:
        return say("from {period} on", period=period_text(first))
    if last is not None:
        return say("up to {period}", period=period_text(last))
    return say("whichever the file holds no more")


def _found(part: PartScore) -> str:
    if part.part is not QualityPart.TIMELY:
        return told(_FOUND[part.part], good=number_text(part.good, 0), all=number_text(part.all, 0))
    if part.good == part.all:
        return say("the latest figure that is due is there")
    return say("the latest figure is late") if part.good else say("two or more figures are late")
