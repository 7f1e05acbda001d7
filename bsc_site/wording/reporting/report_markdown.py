"""The report of a comparison as Markdown, for a comment of a pull request and the summary of a job."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from bsc_site.model.differences.difference import Comparison, Difference, DifferenceKind
from bsc_site.wording.language import say, say_count, told
from bsc_site.wording.reporting.difference_text import KINDS, causes_text, difference_text, sort_text
from bsc_site.wording.reporting.report_text import heading_text, summary_text

MARKER = "<!-- bsc-site diff -->"
"""By which a comment that is renewed is found again."""
_MOST = 56_000
"""Bytes for the lines of differences; with what stands around them they fit into a comment of 65,536 letters."""
_MARKS = re.compile(r"[\\`*_{}\[\]()#+!|~<>@&$:/-]")


def markdown_lines(comparison: Comparison) -> Iterator[str]:
    """The whole report; of what no comment has room for each kind says how much it is."""
    title = say("What changes in the scorecard")
    yield from (MARKER, f"### {title}", "", escaped(heading_text(comparison)), "")
    found = {kind: [_line(each, comparison) for each in comparison.differences if each.kind is kind] for kind in KINDS}
    rooms = _rooms({kind: _size(lines) for kind, lines in found.items() if lines})
    left_out = 0
    for kind, room in rooms.items():
        fitting = _fitting(found[kind], room)
        more = len(found[kind]) - len(fitting)
        left_out += more
        rest = [say_count("- and {count} more", "- and {count} more", more)] if more else []
        yield from (f"**{told(KINDS[kind])}**", "", *fitting, *rest, "")
    if left_out:
        yield say_count(
            "{count} difference is left out, as a comment has no more room; `bsc-site diff` tells it.",
            "{count} differences are left out, as a comment has no more room; `bsc-site diff` tells them.",
            left_out,
        )
        yield ""
    yield escaped(summary_text(comparison))


def _rooms(sizes: Mapping[DifferenceKind, int]) -> dict[DifferenceKind, int]:
    """The bytes of each kind, in their order: as many as it asks for, or its share of what small ones leave."""
    left, rooms = _MOST, {}
    for place, kind in enumerate(sorted(sizes, key=sizes.__getitem__)):
        rooms[kind] = min(sizes[kind], left // (len(sizes) - place))
        left -= rooms[kind]
    return {kind: rooms[kind] for kind in sizes}


def _size(lines: Iterable[str]) -> int:
    return sum(len(each.encode()) + 1 for each in lines)


def _fitting(lines: list[str], room: int) -> list[str]:
    fitting = []
    for line in lines:
        room -= _size([line])
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
