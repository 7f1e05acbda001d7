"""KPI sheets: everything that a board is told about one KPI that is off track."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bsc_site.exchange.meeting_files.board_words import PackCourse, PackKpi, PackLine
from bsc_site.exchange.workbooks.number_formats import decimals_of, number_format
from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.concluded.review_assessment import Element, Unexplained
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency
from bsc_site.render.board_pack.pack_marks import INKS, Ways, mark_of
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import expected_at, gap_sentence, value_text
from bsc_site.render.views.review_views.decision_rows import unexplained_row
from bsc_site.render.views.review_views.remarks import Discussed, discussed_about
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import enumeration, say
from bsc_site.wording.outlooks.kpi_conclusion import kpi_conclusion

MOST_PERIODS = 25
"""How many periods a course shows, the latest of them: two years of months, and the one to compare with."""
_FEWEST = 2
_REMARKS = 2
"""How many reviews are quoted, the latest of them."""


def kpi_sheet(here: Standpoint, ways: Ways, kpi: str, missing: Mapping[str, Unexplained]) -> PackKpi:
    """The sheet of a KPI; `missing` says of whom nobody has said why, or does anything."""
    found = here.assessment.kpis[kpi]
    return PackKpi(
        id=kpi,
        link=ways.to(found.kpi.name, here.addresses.kpi(kpi)),
        mark=mark_of(here.kpi_status(found)),
        conclusion=kpi_conclusion(found, here.names_for(found)),
        facts=tuple(_facts(here, found)),
        said=tuple(_said(discussed_about(here, Element("kpi", "", kpi))[:_REMARKS])),
        silence=say("{silence}.", silence=unexplained_row(here, missing[kpi]).silence) if kpi in missing else "",
        course=course_of(found),
    )


def _observed(kpi: Kpi, point: Point) -> str:
    value = value_text(kpi, point.value)
    if point.period.frequency is Frequency.DAILY:
        return say("{value} on {day}", value=value, day=_when(point))
    return say("{value} in {period}", value=value, period=_when(point))


def _facts(here: Standpoint, found: KpiAssessment) -> Iterator[tuple[str, str]]:
    kpi, point = found.kpi, found.current
    if point is not None:
        yield say("Value"), _observed(kpi, point)
        yield say("Expected"), expected_at(kpi, point)
        yield say("Gap"), gap_sentence(kpi, point) or "—"
    yield say("Trend"), here.trend(found).word
    yield say("Owner"), here.person(kpi.owner).text
    goals = [name for name, goal in here.card.objectives.items() if kpi.id in goal.kpis]
    if goals:
        yield say("Tells about"), enumeration(here.objective(each).text for each in goals)


def _when(point: Point) -> str:
    return period_text(point.period)


def _said(remarks: tuple[Discussed, ...]) -> Iterator[tuple[str, str]]:
    for each in remarks:
        if each.analysis:
            yield say("{review}: analysis", review=each.review.text), each.analysis
        if each.recommendation:
            yield say("{review}: recommendation", review=each.review.text), each.recommendation
        for row in each.decisions:
            told = say(
                "{decision} ({state}, {person}, {until})",
                decision=row.text,
                state=row.mark.word,
                person=row.owner.text,
                until=row.until,
            )
            yield say("{review}: decision", review=each.review.text), told


def course_of(found: KpiAssessment) -> PackCourse | None:
    """The values of the latest periods with what was expected of them; None for fewer than two."""
    points = found.points[-MOST_PERIODS:]
    if len(points) < _FEWEST:
        return None
    kpi, latest = found.kpi, found.current or points[-1]
    digits = decimals_of(each.value for each in points) if kpi.decimals is None else kpi.decimals
    lines = tuple(_lines(points))
    known = [value for line in lines for value in line.values if value is not None]
    return PackCourse(
        periods=tuple(period_text(each.period) for each in points),
        lines=lines,
        number_format=number_format(kpi.unit, digits),
        latest=value_text(kpi, latest.value),
        at=points.index(latest) if latest in points else len(points) - 1,
        ends=(value_text(kpi, min(known)), value_text(kpi, max(known))),
    )


def _lines(points: tuple[Point, ...]) -> Iterator[PackLine]:
    yield PackLine(say("Value"), tuple(each.value for each in points), INKS.accent)
    for name, values in (
        (say("Target"), tuple(each.expected.target for each in points)),
        (say("At least"), tuple(each.expected.low for each in points)),
        (say("At most"), tuple(each.expected.high for each in points)),
    ):
        if any(each is not None for each in values):
            yield PackLine(name, values, INKS.target, dashed=True)
