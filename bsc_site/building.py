"""Building on the command line: the site is made, or told of again where it could only be the same."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bsc_site.model.value_class import dataclass
from bsc_site.publish.delivery import default_out, part_out
from bsc_site.publish.repetition.last_build import SaidOfABuild, forget, keep, said_before
from bsc_site.publish.repetition.signature import Asked, input_signature, project_signature, words_of
from bsc_site.wording.language import say, say_count

if TYPE_CHECKING:
    from bsc_site.model.command_progress import Progress
    from bsc_site.outcomes import Outcome

_TRIES = 3
"""So often a build begins anew where the project changes under it; then it goes on whatever changes."""


@dataclass(frozen=True, slots=True)
class WantedBuild:
    """The words of the command: the project, the day, whose site it is, how strictly, where to and how."""

    folder: Path
    as_of: date
    audience: str | None
    strict: bool
    out: Path | None
    site_url: str | None
    no_cache: bool
    only: tuple[str, ...] = ()
    jobs: int | None = None

    @property
    def asked(self) -> Asked:
        """What of it changes the site."""
        words = words_of(self.as_of, self.audience, strict=self.strict, site_url=self.site_url)
        out = part_out(self.folder, self.only) if self.only else default_out(self.folder)
        return Asked(self.folder, self.out or out, (*words, *self.only))


@dataclass(frozen=True, slots=True)
class ToldOfABuild:
    """Lines for standard error, lines for standard output after them, and whether nothing was published."""

    errors: tuple[str, ...]
    lines: tuple[str, ...]
    refused: bool = False


def built(wanted: WantedBuild) -> ToldOfABuild:
    """The site as it was asked for; steps are told on standard output while they go on.

    Raises PublishError, UnknownAudienceError and UnknownScorecardError.
    """
    asked = wanted.asked
    made_from = None if wanted.no_cache else input_signature(asked)
    said = said_before(asked, made_from)
    if said is not None:
        return ToldOfABuild(said.errors, (*said.lines, say("Nothing has changed since that build.")))
    forget(asked)
    return _built_anew(wanted, made_from)


def _built_anew(wanted: WantedBuild, made_from: str | None) -> ToldOfABuild:
    from bsc_site.pipeline import Circle, Order, build_site  # noqa: PLC0415  # slow to import, and not always needed
    from bsc_site.publish.build_progress import progress_on  # noqa: PLC0415  # likewise
    from bsc_site.publish.delivery import Delivery  # noqa: PLC0415  # likewise
    from bsc_site.publish.repetition.repeatable import repeatable  # noqa: PLC0415  # likewise
    from bsc_site.publish.sharing.cores import cores_available  # noqa: PLC0415  # likewise
    from bsc_site.wording.problems.printed import printed  # noqa: PLC0415  # likewise

    asked, readers = wanted.asked, wanted.audience or Circle.WIDEST
    order = Order(asked.root, wanted.as_of, readers, strict=wanted.strict, environment=os.environ, only=wanted.only)
    progress = progress_on(sys.stdout)
    jobs = wanted.jobs or cores_available()
    delivery = Delivery(asked.out, not wanted.no_cache, progress, wanted.site_url or "", jobs)
    outcome = _of_one_input(lambda heard: build_site(order, replace(delivery, progress=heard)), asked, progress)
    told = printed(outcome.problems, "text", asked.root)
    if outcome.published is None:
        return ToldOfABuild(told.errors, (*told.lines, say("Nothing was published.")), refused=True)
    pages, site = outcome.published.pages, str(outcome.published.site)
    site = say_count("{count} page in {site}", "{count} pages in {site}", pages, site=site)
    lines = (*told.lines, site, *outcome.remarks)
    if repeatable(asked.root, outcome.problems):
        keep(asked, made_from, SaidOfABuild(told.errors, lines))
    return ToldOfABuild(told.errors, lines)


class _Watching:
    """A listener to a build that ends it where the project has changed since: its site would be of no one input."""

    def __init__(self, progress: Progress, changed: Callable[[], bool]) -> None:
        self._progress = progress
        self._changed = changed

    def step(self, text: str) -> None:
        """A step begins. OvertakenError where it need not."""
        from bsc_site.publish.preview.preview_state import OvertakenError  # noqa: PLC0415  # see above

        if self._changed():
            raise OvertakenError
        self._progress.step(text)

    def goes_on(self) -> None:
        """Steps are enough."""
        self._progress.goes_on()

    def done(self) -> None:
        """The last step is over."""
        self._progress.done()


def _of_one_input(build: Callable[[Progress], Outcome], asked: Asked, progress: Progress) -> Outcome:
    """What a build comes to, begun anew where the project changes under it: pages and manifest tell of one input."""
    from bsc_site.publish.preview.preview_state import OvertakenError  # noqa: PLC0415  # see above

    for _ in range(_TRIES):
        before = project_signature(asked)
        try:
            return build(_Watching(progress, partial(_is_other, asked, before)))
        except OvertakenError:
            continue
    return build(progress)


def _is_other(asked: Asked, before: str | None) -> bool:
    return project_signature(asked) != before


def assembled(project: Path, out: Path | None, folders: Sequence[Path]) -> ToldOfABuild:
    """One site from parts that were built apart; steps are told on standard output. Raises PublishError."""
    from bsc_site.publish.assembly.assembled_site import assemble  # noqa: PLC0415  # slow to import
    from bsc_site.publish.build_progress import progress_on  # noqa: PLC0415  # likewise
    from bsc_site.publish.publication.site import Surroundings  # noqa: PLC0415  # likewise

    published = assemble(folders, Surroundings(project, out or default_out(project), progress_on(sys.stdout)))
    site = say_count("{count} page in {site}", "{count} pages in {site}", published.pages, site=str(published.site))
    parts = say_count("from {count} part", "from {count} parts", len(folders))
    return ToldOfABuild((), (say("{site}, {parts}", site=site, parts=parts),))
