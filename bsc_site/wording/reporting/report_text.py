"""The report of a comparison for a terminal: a heading, the differences by kind, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.model.differences.difference import Comparison, Difference, Version
from bsc_site.wording.figures import date_text
from bsc_site.wording.language import say, say_count, told
from bsc_site.wording.problems.one_line import one_line
from bsc_site.wording.reporting.difference_text import KINDS, causes_text, difference_text, sort_text

_INDENT = "  "


def report_lines(comparison: Comparison) -> Iterator[str]:
    """The whole report, one line for each difference."""
    yield heading_text(comparison)
    for kind, name in KINDS.items():
        found = [each for each in comparison.differences if each.kind is kind]
        if found:
            yield ""
            yield told(name)
            yield from (_INDENT + difference_line(each, comparison) for each in found)
    yield ""
    yield summary_text(comparison)


def heading_text(comparison: Comparison) -> str:
    """Which versions were compared, for whom, and that both are judged at the same date."""
    return say(
        "From {before} to {after}, both judged as of {day}, for {audience}",
        before=version_text(comparison.before),
        after=version_text(comparison.after),
        day=date_text(comparison.as_of),
        audience=comparison.audience or say("those who see everything"),
    )


def version_text(version: Version) -> str:
    """`HEAD~1 (3 June 2025)`, or the working tree."""
    if version.day is None:
        return say("the working tree")
    return say("{revision} ({day})", revision=version.name, day=date_text(version.day))


def difference_line(difference: Difference, comparison: Comparison) -> str:
    """`Repeat purchase rate (KPI): On track to At risk; cause: target`."""
    line = say(
        "{name} ({sort}): {what}; cause: {causes}",
        name=difference.name,
        sort=sort_text(difference),
        what=difference_text(difference, comparison.projects),
        causes=causes_text(difference),
    )
    return one_line(line)


def summary_text(comparison: Comparison) -> str:
    """How many differences there are."""
    count = len(comparison.differences)
    return say_count("{count} difference.", "{count} differences.", count) if count else say("Nothing is different.")
