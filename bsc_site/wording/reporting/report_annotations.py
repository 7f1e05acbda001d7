"""The report of a comparison as annotations for GitHub, which stand beside the lines that changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from bsc_site.model.differences.difference import Comparison, Difference, DifferenceKind
from bsc_site.model.problem import Place
from bsc_site.wording.language import say, say_count, told
from bsc_site.wording.problems.problem_lines import annotation
from bsc_site.wording.reporting.difference_text import KINDS, causes_text, difference_text
from bsc_site.wording.reporting.report_text import difference_line

MOST = 10
"""GitHub shows so many notices of one step, the first ones."""


def annotation_lines(comparison: Comparison, folder: PurePath) -> Iterator[str]:
    """A notice at each changed line with the status that flipped at its element, such elements first; then bare flips.

    What GitHub would not show any more is counted. Files are named as seen from here; `folder` is the project.
    """
    flips = {each.element: each for each in comparison.differences if each.kind is DifferenceKind.STATUS}
    edits = [each for each in comparison.differences if each.kind is not DifferenceKind.STATUS and each.place]
    edits.sort(key=lambda each: each.element not in flips)
    edited = {each.element for each in edits}
    alone = [each for each in flips.values() if each.element not in edited and each.place]
    found = [*edits, *alone]
    for each in found[:MOST]:
        flip = flips.get(each.element) if each.kind is not DifferenceKind.STATUS else None
        yield _notice(each, flip, comparison, folder)
    more = len(found) - MOST
    if more > 0:
        yield say_count(
            "{count} more has no annotation: GitHub shows {most} of a step.",
            "{count} more have no annotation: GitHub shows {most} of a step.",
            more,
            most=MOST,
        )


def _notice(each: Difference, flip: Difference | None, comparison: Comparison, folder: PurePath) -> str:
    place = each.place or Place("")
    message = difference_line(each, comparison)
    if flip is not None:
        status, causes = difference_text(flip, comparison.projects), causes_text(flip)
        message = say("{edit}. Status: {status}; cause: {causes}", edit=message, status=status, causes=causes)
    seen = place._replace(file=(folder / place.file).as_posix())
    return annotation("notice", seen, told(KINDS[each.kind]), message)
