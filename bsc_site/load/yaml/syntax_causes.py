"""Causes of broken YAML: what is wrong where it begins, found by trying which mend lets the text be read further."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

import yaml

from bsc_site.load.yaml.line_slips import YamlSlip
from bsc_site.load.yaml.slips_of_text import Stop, slips
from bsc_site.load.yaml.yaml_syntax import syntax_mistake

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_MISTAKES = 10
_MOST_TRIED = 120
_LONGEST_TRIED = 400_000
"""Longer texts are not tried again and again."""


class Cause(NamedTuple):
    """Line and column (from 1) of a mistake, and what is wrong with a way to mend it."""

    line: int
    column: int
    message: str


class Causes(NamedTuple):
    """Every mistake for which a text cannot be read, and the text without them, None where one is left."""

    found: tuple[Cause, ...]
    mended: str | None


def syntax_causes(error: yaml.YAMLError, text: str) -> Causes:
    """The mistakes of a text that cannot be read; `error` is that with which reading it stopped.

    Each stands where it begins, which may be far above the place where reading stopped. Where no mend was found, that
    place is told. Lines of the mended text are those of the text.
    """
    found: list[Cause] = []
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    stopped: yaml.YAMLError | None = error
    while stopped is not None:
        best = _likeliest(lines, stopped) if len(text) <= _LONGEST_TRIED and len(found) < _MOST_MISTAKES else None
        if best is None:
            told = found or [Cause(*syntax_mistake(stopped, "\n".join(lines)))]
            return Causes(tuple(told), None)
        found.append(Cause(best.line, best.column, best.message))
        lines, stopped = best.lines, _stops(best.lines)
    return Causes(tuple(found), "\n".join(lines))


def _likeliest(lines: list[str], error: yaml.YAMLError) -> YamlSlip | None:
    """The slip without which the text is read to its end with the fewest keys twice, otherwise the furthest."""
    reached = _line_of(error)
    best, furthest = None, (reached, 0)
    for slip in islice(slips(lines, Stop(reached, _start_of(error))), _MOST_TRIED):
        stopped = _stops(slip.lines)
        if stopped is None:
            twice = _keys_twice(slip.lines)
            if not twice:
                return slip
            result = (len(lines), -twice)
        else:
            result = (_line_of(stopped), 0)
        if result > furthest:
            best, furthest = slip, result
    return best


def _keys_twice(lines: list[str]) -> int:
    """How many keys of a text that can be read stand twice in their mapping."""
    try:
        root = yaml.compose("\n".join(lines), Loader=_LOADER)
    except (yaml.YAMLError, RecursionError):  # aliases of nothing, nesting without end: told when the text is read
        return 0
    found, waiting = 0, [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:  # an alias
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            keys = [str(key.value) for key, _ in node.value]
            found += len(keys) - len(set(keys))
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
    return found


def _stops(lines: list[str]) -> yaml.YAMLError | None:
    """With what reading stops; None where the text can be read."""
    try:
        for _ in yaml.parse("\n".join(lines), Loader=_LOADER):
            pass
    except yaml.YAMLError as error:
        return error
    return None


def _line_of(error: yaml.YAMLError) -> int:
    """The line (from 0) where reading stopped; that of the quote where a text in quotes runs on to the end."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "quoted scalar" in (getattr(error, "context", None) or ""):
        mark = getattr(error, "context_mark", None) or mark
    return mark.line if mark is not None else 0


def _start_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "context_mark", None)
    return mark.line if mark is not None else _line_of(error)
