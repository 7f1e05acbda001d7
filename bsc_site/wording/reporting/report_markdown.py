"""The report of a comparison as Markdown, for a comment of a pull request and the summary of a job."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bsc_site.model.differences.difference import Comparison, Difference
from bsc_site.wording.language import say, say_count, told
from bsc_site.wording.reporting.difference_text import KINDS, causes_text, difference_text, sort_text
from bsc_site.wording.reporting.report_text import heading_text, summary_text

MARKER = "<!-- bsc-site diff -->"
"""By which a comment that is renewed is found again."""
_MOST = 60_000
"""Letters that fit into one comment, which may have 65,536."""
_MARKS = re.compile(r"[\\`*_{}\[\]()#+!|~<>@&$:/-]")


def markdown_lines(comparison: Comparison) -> Iterator[str]:
    """The whole report; what no comment has room for is counted."""
    title = say("What changes in the scorecard")
    yield from (MARKER, f"### {title}", "", escaped(heading_text(comparison)), "")
    left = _MOST
    told_of = 0
    for kind, name in KINDS.items():
        found = [each for each in comparison.differences if each.kind is kind]
        lines = [_line(each, comparison) for each in found]
        fitting = _fitting(lines, left)
        left -= sum(map(len, fitting))
        told_of += len(fitting)
        if fitting:
            yield from (f"**{told(name)}**", "", *fitting, "")
    more = len(comparison.differences) - told_of
    if more:
        yield say_count(
            "And {count} more; `bsc-site diff` tells it.", "And {count} more; `bsc-site diff` tells them.", more
        )
        yield ""
    yield escaped(summary_text(comparison))


def _fitting(lines: list[str], room: int) -> list[str]:
    fitting = []
    for line in lines:
        room -= len(line)
        if room < 0:
            break
        fitting.append(line)
    return fitting


def _line(difference: Difference, comparison: Comparison) -> str:
    return say(
        "- **{name}** ({sort}): {what} — _cause: {causes}_",
        name=escaped(difference.name),
        sort=sort_text(difference),
        what=escaped(difference_text(difference, comparison.projects)),
        causes=causes_text(difference),
    )


def escaped(text: str) -> str:
    """A text as it is: no link, no mention of anybody, no HTML, on one line."""
    return _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", " ".join(text.split()))
