"""Problems as text: plain lines, JSON for programs, annotations for GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bsc_site.model.problem import Place, Problem, Severity, in_order
from bsc_site.model.rules import OF_JUDGEMENT, RULES
from bsc_site.wording.language import enumeration, say, say_count, whole
from bsc_site.wording.problems.finding_text import said_again
from bsc_site.wording.problems.one_line import one_line
from bsc_site.wording.problems.rule_text import told_rule

_TOLD_OF_A_RULE, _MOST_OF_A_RULE = 3, 5
"""So many lines of a rule are told where there are more than the second figure."""
_JUDGED = frozenset(each.code for each in OF_JUDGEMENT)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def told_in_order(problems: Iterable[Problem], *, strict: bool) -> tuple[Problem, ...]:
    """Each problem once, in the language that is spoken, in order; under `strict` warnings are errors."""
    return in_order((replace(each, message=said_again(each.message)) for each in problems), strict=strict)


def as_lines(problems: Sequence[Problem]) -> tuple[str, ...]:
    """One line a problem: `file:line:column: CODE severity key: message`.

    Of what a rule of judgement finds again and again, and what stops no build, the first are told and the others are
    counted: `a.yml:9:5: BSC218 note kpis[3]: and 37 more: A KPI is not described; --format json lists them all`.
    """
    told = ((each, _rest(each.code, more) if more else each.message) for each, more in first_of(problems))
    return tuple(one_line(str(replace(each, message=whole(message)))) for each, message in told)


def first_of(problems: Sequence[Problem]) -> Iterator[tuple[Problem, int]]:
    """The problems that are told, each with 0, or with the number of all of its rule for which it stands alone."""
    counts = Counter(each.code for each in problems if _may_be_counted(each))
    seen: Counter[str] = Counter()
    for each in problems:
        told, most = seen[each.code], counts[each.code]
        seen[each.code] += 1
        if not _may_be_counted(each) or most <= _MOST_OF_A_RULE or told < _TOLD_OF_A_RULE:
            yield each, 0
        elif told == _TOLD_OF_A_RULE:
            yield each, most - told


def _may_be_counted(problem: Problem) -> bool:
    return problem.severity is not Severity.ERROR and problem.code in _JUDGED


def _rest(code: str, more: int) -> str:
    return say("and {more} more: {title}; --format json lists them all", more=more, title=title_of(code))


def title_of(code: str) -> str:
    """What the rule is about."""
    return told_rule(RULES[code]).title


def as_json(problems: Sequence[Problem]) -> str:
    """A JSON list of objects with file, line, column, code, severity, key and message."""
    entries = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "severity": problem.severity,
            "key": problem.key,
            "message": problem.message,
        }
        for problem in problems
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)


def as_annotations(problems: Sequence[Problem]) -> tuple[str, ...]:
    """GitHub workflow commands, worst first, because only the first ten of each kind are shown beside the code."""
    worst_first = sorted(problems, key=lambda problem: list(Severity).index(problem.severity))
    return tuple(_annotation(problem) for problem in worst_first)


def summary(problems: Sequence[Problem]) -> str:
    """`2 errors, 1 warning`; `no problems` where there are none."""
    counts = Counter(problem.severity for problem in problems)
    return enumeration(_COUNTED[each](counts[each]) for each in Severity if counts[each]) or say("no problems")


_COUNTED: Mapping[Severity, Callable[[int], str]] = {
    Severity.ERROR: lambda count: say_count("{count} error", "{count} errors", count),
    Severity.WARNING: lambda count: say_count("{count} warning", "{count} warnings", count),
    Severity.NOTE: lambda count: say_count("{count} note", "{count} notes", count),
}


def rule_page(code: str) -> tuple[str, ...]:
    """What the rule `code` means and how to mend it, as lines. KeyError for a code that is no rule."""
    rule = told_rule(RULES[code])
    mend = say("How to mend it: {mend}", mend=rule.mend)
    lines = [f"{rule.code} {rule.severity}: {whole(rule.title)}", "", rule.meaning, "", mend]
    if rule in OF_JUDGEMENT:
        silence = f'ignore: [{{rule: {rule.code}, because: "..."}}]'
        lines += ["", say("Where it does not apply, say so at the element or in its scorecard: {line}", line=silence)]
    return tuple([*lines, "", say("Source: {source}", source=rule.source)] if rule.source else lines)


def _annotation(problem: Problem) -> str:
    title = f"{problem.code} {title_of(problem.code)}"
    message = f"{problem.key}: {whole(problem.message)}" if problem.key else problem.message
    return annotation(LEVELS[problem.severity], problem.place, title, message)


def annotation(level: str, place: Place, title: str, message: str) -> str:
    """A workflow command of GitHub, by which a message stands beside the line of a file."""
    parts = {"file": place.file, "title": title}
    if place.line:
        parts |= {"line": str(place.line), "col": str(max(place.column, 1))}
    properties = ",".join(
        f"{name}={_escaped(text).replace(':', '%3A').replace(',', '%2C')}" for name, text in parts.items()
    )
    return f"::{level} {properties}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return one_line(text).replace("%", "%25")
