"""The suggestion as text: YAML to be pasted, with questions as lines of which one is to be taken, and what is read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bsc_site.exchange.draft.yaml_text import yaml_line, yaml_text
from bsc_site.interchange.suggestion.suggested import AskedQuestion, SuggestedKpi, SuggestedTable, Suggestion
from bsc_site.interchange.suggestion.trial_reading import TrialFigure
from bsc_site.load.proposals.proposed import Choice
from bsc_site.wording.language import say, say_count
from bsc_site.wording.problems.problem_lines import as_lines

SHOWN = 10
_WIDTH = 110
_DOUBLE = 2
_FEW, _LESS = 4, 3


def text_of_suggestion(suggestion: Suggestion) -> Iterator[str]:
    """The lines of the text: as a whole they are YAML, where everything but the KPIs is a comment."""
    yield from _comment(_head(suggestion))
    for table in suggestion.tables:
        yield from _comment(_about(table))
        yield from _comment(as_lines(table.problems[:SHOWN]))
    pasted = [line for table in suggestion.tables for line in _block(table, suggestion)]
    if pasted:
        yield from _comment([_where_to(suggestion)])
        yield "source:" if suggestion.declared and not suggestion.tables[0].tidy else "kpis:"
        yield from pasted
    for table in suggestion.tables:
        yield from _comment(_read(table))
        yield from _comment(say("Left out: {what}", what=each) for each in table.remarks)


def _head(suggestion: Suggestion) -> Iterator[str]:
    if not suggestion.inside:
        yield say("Copy the file into the project first, to {file}", file=suggestion.file)


def _about(table: SuggestedTable) -> Iterator[str]:
    size = say_count("{count} row", "{count} rows", table.rows)
    place = say("{size} and {columns} columns", size=size, columns=table.columns)
    if table.line:
        place = say("{size}, headings in line {line}", size=place, line=table.line)
    sheet = say("Sheet {name}: ", name=table.sheet) if table.sheet else ""
    if table.tidy:
        yield sheet + say(
            "{size}. Its rows name KPIs, so no source is needed: below data/ it is read as it is.", size=place
        )
    else:
        yield sheet + place
    if table.questions:
        yield say_count(
            "One question is open: take the # from the line that is right, or from none",
            "{count} questions are open: take the # from one line of each",
            len(table.questions),
        )


def _where_to(suggestion: Suggestion) -> str:
    if suggestion.declared:
        return say("Paste this below the KPI {kpi}, then run: bsc-site check", kpi=suggestion.declared)
    return say("Paste this into the file of a scorecard, then run: bsc-site check")


def _block(table: SuggestedTable, suggestion: Suggestion) -> Iterator[str]:
    for kpi in table.kpis:
        asked = [each for each in table.questions if each.about(kpi.id)]
        if suggestion.declared and kpi.source is not None:
            yield from _source(kpi, asked, "  ")
            continue
        value = {"id": kpi.id, "name": kpi.name, "direction": "none", **kpi.keys}
        _, *lines = yaml_text({"kpis": [value]}).splitlines()
        choice = say("higher, lower or band, once it has a target")
        yield from (f"{line}  # {choice}" if "direction: none" in line else line for line in lines)
        for question in asked:
            yield from _choices(question, kpi.id, "    ", in_source=False)
        if kpi.source is not None:
            yield "    source:"
            yield from _source(kpi, asked, "      ")


def _source(kpi: SuggestedKpi, asked: Iterable[AskedQuestion], indent: str) -> Iterator[str]:
    yield from (f"{indent}{line}" for line in yaml_text(kpi.source or {}).splitlines())
    for question in asked:
        yield from _choices(question, kpi.id, indent, in_source=True)


def _choices(question: AskedQuestion, kpi: str, indent: str, *, in_source: bool) -> Iterator[str]:
    """The question above its answers, at the level where most of these stand."""
    answers = [each for each in question.answers if each.choice.source or not in_source]
    here = [(each, lines_of(each.choice, in_source=in_source)) for each in answers]
    here = [(each, lines) for each, lines in here if lines]
    if not here:
        return
    yield from (f"{indent}# {line}" for line in textwrap.wrap(question.words, _WIDTH))
    wide = max(len(", ".join(lines)) for _, lines in here)
    for answer, lines in here:
        first = _first(answer.figures.get(kpi, ()))
        for number, line in enumerate(lines):
            told = f"{line:{wide}}  # {first}" if first and number == 0 else line
            yield f"{indent}# {told}"


def lines_of(choice: Choice, *, in_source: bool) -> list[str]:
    """The lines of YAML that give an answer, those of the source or those of the KPI."""
    keys: Mapping[str, Any] = choice.source if in_source else choice.keys
    return [yaml_line(key, value) for key, value in keys.items()]


def _first(figures: Iterable[TrialFigure]) -> str:
    return ", ".join(f"{each.period}: {_number(each.value)}" for each in list(figures)[:_DOUBLE])


def _read(table: SuggestedTable) -> Iterator[str]:
    """The first figures of each KPI, fewer of each where there are many."""
    shown = SHOWN if len(table.kpis) <= _FEW else _LESS
    for kpi in table.kpis:
        if kpi.figures:
            yield say("What is read for {kpi}:", kpi=kpi.id)
        wide = max((len(_number(each.value)) for each in kpi.figures[:shown]), default=0)
        for each in kpi.figures[:shown]:
            yield f"  {each.period!s:10}  {_number(each.value):>{wide}}  {_lines(each.lines)}".rstrip()
        more = len(kpi.figures) - shown
        if more > 0:
            yield "  " + say_count("and {count} more", "and {count} more", more)


def _lines(lines: Sequence[int]) -> str:
    if len(lines) <= 1:
        return say("line {line}", line=lines[0]) if lines else ""
    return say("{count} lines, {first} to {last}", count=f"{len(lines):,}", first=min(lines), last=max(lines))


def _number(value: float) -> str:
    return f"{value:.10g}"


def _comment(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        inset = len(line) - len(line.lstrip()) + 1
        for number, part in enumerate(_wrapped(line.lstrip())):
            yield f"#{' ' * (inset if number == 0 else inset + 2)}{part}"


def _wrapped(line: str) -> list[str]:
    return [line] if len(line) <= _WIDTH else textwrap.wrap(line, _WIDTH)
