"""A comparison as the command prints it, in each of its formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from bsc_site.model.differences.difference import Comparison, Version
from bsc_site.model.problem import Problem
from bsc_site.wording.language import say_count
from bsc_site.wording.problems.problem_lines import as_lines
from bsc_site.wording.reporting.report_annotations import annotation_lines
from bsc_site.wording.reporting.report_json import json_of_comparison
from bsc_site.wording.reporting.report_markdown import markdown_lines
from bsc_site.wording.reporting.report_text import report_lines, version_text

_FIRST = 5
"""So many problems of a version are told."""


def printed_comparison(comparison: Comparison, form: str, folder: PurePath) -> tuple[str, ...]:
    """The lines for standard output; `folder` is the project as seen from here."""
    if form == "json":
        return (json_of_comparison(comparison),)
    if form == "github":
        return tuple(annotation_lines(comparison, folder))
    return tuple(markdown_lines(comparison) if form == "markdown" else report_lines(comparison))


def unsound_lines(version: Version, problems: Sequence[Problem]) -> tuple[str, ...]:
    """Why a version cannot be compared: how many errors it has, and the first of them, as git names their files."""
    told = [replace(each, place=each.place._replace(file=_named(version, each.place.file))) for each in problems]
    count = say_count(
        "{version} cannot be judged: it has {count} error; mend it, or name another revision",
        "{version} cannot be judged: it has {count} errors; mend them, or name another revision",
        len(problems),
        version=version_text(version),
    )
    return (*as_lines(told[:_FIRST]), count)


def _named(version: Version, file: str) -> str:
    return f"{version.name}:{file}" if version.name else file
