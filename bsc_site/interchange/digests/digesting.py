"""Digesting: the news of a project since a day become files below `build/digest/`, for each reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bsc_site.compute.audience import audiences_of
from bsc_site.interchange.digests.digest_content import DigestContent, DigestSource, digest_of
from bsc_site.interchange.digests.digest_mail import digest_html, digest_text
from bsc_site.interchange.digests.digest_messages import slack_message, teams_message
from bsc_site.load.git.revisions import version_of
from bsc_site.load.settings.own_settings import read_own_settings, site_address
from bsc_site.load.settings.settings_in_languages import in_language
from bsc_site.load.suggestions import did_you_mean
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.problem import Problem
from bsc_site.model.value_class import dataclass
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from bsc_site.publish.disk.new_files import replace_folder
from bsc_site.publish.file_failures import file_failures
from bsc_site.render.previews.preview_picture import SCALE, preview_svg
from bsc_site.wording.audience_text import left_out_of_file
from bsc_site.wording.language import say
from bsc_site.wording.problems.finding_text import said_again

EVERYBODY = "everybody"


class DigestError(ValueError):
    """A day or a person for whom there is no digest; the text says why."""


@dataclass(frozen=True, slots=True)
class WantedDigest:
    """Since when: a day, or a revision, whose day counts; for which person, everybody and each without one."""

    since: str
    person: str | None = None
    site_url: str = ""


@dataclass(frozen=True, slots=True)
class Digested:
    """What became of it: sentences about the files, none where a problem forbids them."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def digested(order: Order, wanted: WantedDigest) -> Digested:
    """The digests, for the readers of the order; nobody is to send those of an earlier time, which are gone.

    Raises DigestError, RevisionError, UnknownAudienceError, and MachineError when the disk refuses.
    """
    since = _day(order, wanted.since)
    examination = examine(order)
    assessment = examination.assessment
    if assessment is None or examination.refused:
        return Digested((), examination.problems)
    name = in_language(read_own_settings(order.root)).text("site_name") or assessment.project.root.title
    source = DigestSource(assessment, since, wanted.site_url or site_address(order.root), name)
    files = {path: each for person in _readers(assessment, wanted.person) for path, each in _files(source, person)}
    out = order.root / "build" / "digest"
    with file_failures(order.root):
        replace_folder(out, files)
    digests = sum(path.endswith("digest.html") for path in files)
    told = say("wrote {count} digests below {folder}", count=digests, folder=out)
    return Digested((told, *left_out_of_file(examination.apart, audiences_of(assessment.project))))


def _day(order: Order, since: str) -> date:
    """Raises DigestError and RevisionError."""
    try:
        day = date.fromisoformat(since)
    except ValueError:
        day = version_of(order.root, since).day or order.as_of
    if day > order.as_of:
        raise DigestError(f"'{since}' is {day}, after {order.as_of}, to which the digest reaches")
    return day


def _readers(assessment: Assessment, person: str | None) -> Iterable[str | None]:
    people = assessment.project.people
    if person is None:
        return (None, *people)
    if person not in people:
        hint = said_again(did_you_mean(person, people))
        raise DigestError(say("'{person}' is no person of this project{hint}", person=person, hint=hint))
    return (person,)


def _files(source: DigestSource, person: str | None) -> Iterator[tuple[str, bytes]]:
    """Path below the folder of digests, and content."""
    from bsc_site.render.charts.pixels import png_of  # noqa: PLC0415  # slow to import, and not always needed

    content: DigestContent = digest_of(source, person)
    folder = EVERYBODY if person is None else f"people/{person}"
    yield f"{folder}/digest.html", digest_html(content, _picture).encode()
    yield f"{folder}/digest.txt", digest_text(content).encode()
    yield f"{folder}/teams.json", teams_message(content).encode()
    yield f"{folder}/slack.json", slack_message(content).encode()
    for flip in content.flips:
        yield f"{folder}/{_picture(flip.kpi)}", png_of(preview_svg(flip.picture), SCALE)


def _picture(kpi: str) -> str:
    return f"{kpi}.png"
