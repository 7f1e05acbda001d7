"""What a digest says: every text decided, before it gets the form of a mail or of a message."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bsc_site.compute.due_dates import due_dates_of
from bsc_site.compute.reviews.status_flips import flips_since
from bsc_site.model.concluded.overview import DueDate, DueKind
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import Move
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status
from bsc_site.render.addresses import Addresses
from bsc_site.render.previews.preview_picture import PreviewPicture
from bsc_site.wording.conclusions.due_text import due_text
from bsc_site.wording.figures import date_text, period_text
from bsc_site.wording.kpi_figures import figure_text
from bsc_site.wording.language import say, say_count
from bsc_site.wording.status_text import stands_out

_LATEST = 36
"""Values of the course that a picture shows."""


@dataclass(frozen=True, slots=True)
class DigestDue:
    """One line of what is due: until when, how late it is (empty for not at all), what, and where to read more."""

    day: str
    late: str
    what: str
    link: str


@dataclass(frozen=True, slots=True)
class DigestFlip:
    """A KPI whose status flipped; `picture` shows its course, `words` say the same."""

    kpi: str
    name: str
    words: str
    status: Status
    picture: PreviewPicture
    link: str


@dataclass(frozen=True, slots=True)
class DigestContent:
    """One digest: its title, the time that it is about, what is due, what flipped, and where the site stands."""

    title: str
    about: str
    due: tuple[DigestDue, ...]
    nothing_due: str
    flips: tuple[DigestFlip, ...]
    nothing_flipped: str
    link: str


@dataclass(frozen=True, slots=True)
class DigestSource:
    """What digests are made of; `site_url` is empty for a site without an address."""

    assessment: Assessment
    since: date
    site_url: str
    site_name: str

    def link(self, address: str) -> str:
        """The address of a page on the web; empty without one."""
        return f"{self.site_url.rstrip('/')}/{address}" if self.site_url else ""


def digest_of(source: DigestSource, person: str | None) -> DigestContent:
    """The digest of a person, or of everybody without one."""
    assessment = source.assessment
    name = source.site_name if person is None else assessment.project.people[person].name
    days = {"since": date_text(source.since), "day": date_text(assessment.as_of)}
    return DigestContent(
        title=say("{site}: what is due and what changed", site=source.site_name),
        about=say("For {name}, from {since} to {day}", name=name, **days),
        due=tuple(_due(source, person)),
        nothing_due=say("Nothing is due."),
        flips=tuple(_flips(source, person)),
        nothing_flipped=say("No status flipped."),
        link=source.link(""),
    )


def _due(source: DigestSource, person: str | None) -> Iterator[DigestDue]:
    for due in due_dates_of(source.assessment):
        if person is None or person in due.people:
            days = (source.assessment.as_of - due.day).days
            late = say_count("{count} day late", "{count} days late", days) if days > 0 else ""
            yield DigestDue(date_text(due.day), late, due_text(due), source.link(_page(source, due)))


def _page(source: DigestSource, due: DueDate) -> str:
    addresses = Addresses(source.assessment.project)
    if due.kind is DueKind.FIGURE:
        return addresses.kpi(due.about)
    if due.kind is DueKind.MILESTONE:
        return addresses.initiative(due.scorecard, due.about)
    return addresses.overview(due.scorecard, "reviews")


def _flips(source: DigestSource, person: str | None) -> Iterator[DigestFlip]:
    addresses = Addresses(source.assessment.project)
    for move in flips_since(source.assessment, source.since):
        found = source.assessment.kpis[move.kpi]
        if person is None or person in (found.kpi.owner, found.kpi.updater):
            link = source.link(addresses.kpi(move.kpi))
            words, picture = _words(source, move), _picture(source, move)
            yield DigestFlip(move.kpi, found.kpi.name, words, move.after.status, picture, link)


def _words(source: DigestSource, move: Move) -> str:
    found = source.assessment.kpis[move.kpi]
    names = source.assessment.scorecards[found.scorecard].scorecard.words
    before, after = (names.of(each.status, each.score) for each in (move.before, move.after))
    figures = {
        "value": figure_text(found.kpi, move.before.value),
        "period": period_text(move.before.period),
        "now": figure_text(found.kpi, move.after.value),
        "latest": period_text(move.after.period),
    }
    return say("{before} to {after}: {value} in {period}, {now} in {latest}", before=before, after=after, **figures)


def _picture(source: DigestSource, move: Move) -> PreviewPicture:
    found, now = source.assessment.kpis[move.kpi], move.after
    names = source.assessment.scorecards[found.scorecard].scorecard.words
    strong = "--strong" if stands_out(names, now.status, now.score) else ""
    course = tuple(each.value for each in found.points[-_LATEST:])
    shape = f"{now.status.value.replace('_', '-')}{strong}"
    word, value = names.of(now.status, now.score), figure_text(found.kpi, now.value)
    return PreviewPicture(source.site_name, found.kpi.name, shape, word, value, course)
