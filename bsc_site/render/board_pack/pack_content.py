"""Pack content: what of an assessment a board is told, part by part."""

from __future__ import annotations

from bsc_site.exchange.meeting_files.board_words import BoardPack, Cell, PackSection, PackTable
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import DecisionState, ReviewMeeting
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status
from bsc_site.render.addresses import Addresses
from bsc_site.render.board_pack.kpi_sheets import kpi_sheet
from bsc_site.render.board_pack.pack_map import pack_map
from bsc_site.render.board_pack.pack_marks import INKS, Ways, mark_of
from bsc_site.render.pages.register import BY_NAME
from bsc_site.render.views.overview.changes_view import NOTHING_NEW, changes_of, changes_view
from bsc_site.render.views.overview.headline import headline_of
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import expected_at, score_text, value_text, variance_text
from bsc_site.render.views.review_views.decision_rows import decision_rows, pending, unexplained_row
from bsc_site.render.views.review_views.review_view import flips_of
from bsc_site.render.views.review_views.reviews_view import book_of
from bsc_site.wording.conclusions.reviews_conclusion import MeetingCount, off_track_conclusion, reviews_conclusion
from bsc_site.wording.figures import date_text, period_text
from bsc_site.wording.language import runs_left, say, say_count, spoken, told

MOST_SHEETS = 24
"""How many KPIs that are off track have a sheet of their own, the worst of them."""


@dataclass(frozen=True, slots=True)
class PackAsked:
    """Whose pack it is: the organisation as its site is called, the address of the site, and for which readers."""

    organisation: str
    address: str = ""
    readers: str = ""


def pack_of(assessment: Assessment, scorecard: str, asked: PackAsked) -> BoardPack:
    """The pack of a scorecard, as its figures stand at the date of the assessment."""
    return _Content(_standpoint(assessment, scorecard), asked, Ways(asked.address)).pack()


def _standpoint(assessment: Assessment, scorecard: str) -> Standpoint:
    """The home page at the top, from which every link is the address of a page."""
    return Standpoint(assessment, Addresses(assessment.project), assessment.scorecards[scorecard], "", BY_NAME)


@dataclass(frozen=True, slots=True)
class _Content:
    here: Standpoint
    asked: PackAsked
    ways: Ways

    def pack(self) -> BoardPack:
        """All of it."""
        here, headline = self.here, headline_of(self.here)
        standing = here.standing(here.card.standing)
        missing = {each.kpi: each for each in book_of(here).unexplained}
        day = date_text(here.assessment.as_of)
        foot = say("{organisation} · figures up to {day}", organisation=self.asked.organisation, day=day)
        return BoardPack(
            organisation=self.asked.organisation,
            title=here.card.scorecard.title,
            kind=say("Board pack"),
            about=self._about(day),
            standing=headline.standing,
            rest=headline.rest,
            mark=mark_of(standing.status),
            score=say("{score} of 100", score=score_text(here.card.standing.score)),
            contents=say("Contents"),
            map_section=self._map(),
            drawing=pack_map(here, self.ways),
            changes=self._changes(),
            off_track=self._off_track(),
            kpis=tuple(kpi_sheet(here, self.ways, each, missing) for each in self._red()[:MOST_SHEETS]),
            decisions=self._decisions(),
            inks=INKS,
            foot=foot,
            language=spoken().code,
            leftward=runs_left(),
        )

    def _about(self, day: str) -> tuple[str, ...]:
        meeting = self._meeting()
        told_of = [say("Review of {period}", period=period_text(meeting.period))] if meeting else []
        readers = [say("For: {audience}", audience=self.asked.readers)] if self.asked.readers else []
        return (*told_of, say("Figures up to {day}", day=day), *readers)

    def _meeting(self) -> ReviewMeeting | None:
        meetings = book_of(self.here).meetings
        return meetings[0] if meetings else None

    def _red(self) -> list[str]:
        """The KPIs that are off track, the worst score first."""
        found = [self.here.assessment.kpis[each] for each in self.here.seen(self.here.card.kpis)]
        red = [each for each in found if each.status is Status.OFF_TRACK]
        return [each.kpi.id for each in sorted(red, key=lambda each: -1.0 if each.score is None else each.score)]

    def _map(self) -> PackSection:
        """The objectives by their perspectives, which are the map for those who cannot see it."""
        here, rows = self.here, []
        for row in here.card.perspectives.values():
            for name in row.objectives:
                standing = here.card.objectives[name].standing
                link = self.ways.to(here.objective(name).text, here.addresses.objective(here.id, name))
                mark = mark_of(here.status(standing.status, standing.score))
                rows.append((row.perspective.name, link, mark, score_text(standing.score)))
        headings = (say("Perspective"), say("Objective"), say("Status"), say("Score"))
        table = PackTable(headings, (0.25, 0.45, 0.18, 0.12), tuple(rows))
        none = say("There is no objective yet.")
        return PackSection("map", say("Strategy map"), say("Where the strategy stands"), table=table, empty=none)

    def _changes(self) -> PackSection:
        """What changed since the review before, where the coming one looks at today; else since the period before."""
        meeting, name = self._meeting(), say("What changed")
        if meeting is not None and meeting.since is not None and meeting.day == self.here.assessment.as_of:
            before = period_text(meeting.since)
            flips = flips_of(self.here, meeting)
            none = say("No KPI has another status since the review of {period}.", period=before)
            rows = [self._move(each.link, (each.before, each.after), each.sentence) for each in flips]
            finding = _flipped(len(flips), before) if flips else none
            return PackSection("changes", name, finding, table=_moves(rows), empty=none)
        news = [self._move(each.link, each.flip, each.sentence, each.reason) for each in changes_of(self.here)]
        summary = changes_view(self.here).summary
        return PackSection("changes", name, summary, table=_moves(news), empty=told(NOTHING_NEW))

    def _move(self, link: Link, flip: tuple[StatusMark, ...], sentence: str, reason: str = "") -> tuple[Cell, ...]:
        marks: tuple[Cell, ...] = tuple(mark_of(each) for each in flip) or ("", "")
        return (self.ways.link(link), *marks, " ".join(filter(None, (sentence, reason))))

    def _off_track(self) -> PackSection:
        here, red = self.here, self._red()
        silent = [each for each in book_of(here).unexplained if each.kpi in red]
        count = MeetingCount(len(here.seen(here.card.kpis)), len(red), len(silent))
        headings = (say("KPI"), say("Status"), say("Value"), say("Expected"), say("Gap"), say("Owner"))
        table = PackTable(headings, (0.26, 0.12, 0.2, 0.12, 0.14, 0.16), tuple(map(self._red_row, red)))
        hidden = len(red) - MOST_SHEETS
        more = say_count("{count} more has no page of its own.", "{count} more have no page of their own.", hidden)
        return PackSection(
            "off-track",
            say("KPIs off track"),
            off_track_conclusion(count),
            note=more if hidden > 0 else "",
            table=table,
            empty=off_track_conclusion(count),
        )

    def _red_row(self, kpi: str) -> tuple[Cell, ...]:
        found = self.here.assessment.kpis[kpi]
        point = found.current
        figures: tuple[str, ...] = ("—", "—", "—")
        if point is not None:
            value = say(
                "{value} in {period}", value=value_text(found.kpi, point.value), period=period_text(point.period)
            )
            figures = (value, expected_at(found.kpi, point), variance_text(found.kpi, point))
        owner = self.here.person(found.kpi.owner)
        name = self.ways.to(found.kpi.name, self.here.addresses.kpi(kpi))
        return (name, mark_of(self.here.kpi_status(found)), *figures, self.ways.link(owner))

    def _decisions(self) -> PackSection:
        here, book = self.here, book_of(self.here)
        states = [each.state for each in book.decisions]
        finding = reviews_conclusion(states.count(DecisionState.OVERDUE), states.count(DecisionState.OPEN), len(states))
        headings = (say("Decision"), say("State"), say("Due"), say("Owner"), say("About"))
        rows = tuple(
            (row.text, mark_of(row.mark), row.due, self.ways.link(row.owner), self.ways.link(row.about))
            for row in decision_rows(here, pending(book.decisions))
        )
        table = PackTable(headings, (0.38, 0.13, 0.13, 0.16, 0.2), rows)
        return PackSection(
            "decisions", say("Decisions"), finding, table=table, empty=finding, more=self._still_to_decide()
        )

    def _still_to_decide(self) -> tuple[str, PackTable] | None:
        found = [unexplained_row(self.here, each) for each in book_of(self.here).unexplained[:MOST_SHEETS]]
        if not found:
            return None
        rows = tuple(
            (self.ways.link(each.link), mark_of(each.mark), self.ways.link(each.owner), each.silence) for each in found
        )
        headings = (say("KPI"), say("Status"), say("Owner"), say("What is missing"))
        return say("Still to be decided"), PackTable(headings, (0.3, 0.13, 0.18, 0.39), rows)


def _moves(rows: list[tuple[Cell, ...]]) -> PackTable:
    headings = (say("KPI"), say("Before"), say("Now"), say("Figures"))
    return PackTable(headings, (0.24, 0.13, 0.13, 0.5), tuple(rows))


def _flipped(count: int, before: str) -> str:
    return say_count(
        "{count} KPI has another status since the review of {period}.",
        "{count} KPIs have another status since the review of {period}.",
        count,
        period=before,
    )
