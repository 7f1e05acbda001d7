"""Printed advice followed to the letter: what somebody would type who believes the message and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from bsc_site.model.problem import Problem
from tests.advice import typed_changes as typed

Change = Callable[[typed.Spot, typed.Match], None]

ENTRY = r"(?P<name>[a-z_]+): (?P<value>[^`.]+)"
FIRST = r"(?P<value>[^,;]+?)(?=,| or |;|$)"
ADVICE: tuple[tuple[str, Change], ...] = (
    (r"'(?P<wrong>[^']+)'.*did you mean '(?P<right>[^']+)'\?", typed.other_word),
    (r" (?P<wrong>\S+): there is no such file; did you mean '(?P<right>\S+)'\?", typed.other_word),
    (r"^BSC312 .(?P<wrong>[^']+)' is only.*write all like (?P<right>\S+)", typed.other_word),
    (r"^BSC311 '(?P<wrong>[^']+)'.*write it like (?P<right>[^,]+)", typed.other_word),
    (rf"save it as UTF-8, or declare the source's (?:encoding, often )?`{ENTRY}`", typed.encoding),
    (r"'(?P<wrong>[^']+)' .*leave the cell empty(?P<right>)", typed.other_word),
    (rf"declare (?:in the source |at the KPI )?`{ENTRY}`", typed.declared_for_data),
    (rf"write `{ENTRY}` at the KPI", typed.declared_for_data),
    (r"write `(?P<line>.+)`$", typed.whole_line),
    (r"read (?P<wrong>\S+) as .*, or (?P<right>\d+) for the number", typed.other_word),
    (r"write '(?P<wrong>[^']+)' in quotes", typed.in_quotes),
    (r"^BSC003 (?P<wrong>.+) has no quotes for YAML, .*; write (?P<right>.+), or '", typed.other_word),
    (r"^BSC132 (?P<one>\w+)(?: \S+)? lies above (?P<other>\w+).*exchange the two", typed.exchanged),
    (r"horizon ends with .*exchange the two", typed.exchanged),
    (r"write from: (?P<value>red flag) for '(?P<who>[^']+)'", typed.at_status),
    (r"write from: (?P<value>target), or add", typed.other_value),
    (r"write (?P<name>audiences|scoring|unit): (?P<value>\[.*\]|percentage points|\w+)", typed.key_of_kpi),
    (r"such as (?P<name>tolerance): (?P<value>\w+)", typed.key_of_kpi),
    (r"set (?P<name>parent): (?P<value>null)", typed.key_of_kpi),
    (r"^BSC179 .*write \w+: (?P<value>null)", typed.other_value),
    (r"such as (?P<name>from): (?P<value>red flag)", typed.key_below),
    (r"write (?P<value>red_flag|value)(?:: instead.*)?$", typed.other_key),
    (r"write it as \[\.\.\]", typed.as_list),
    (r"ends before it begins; write (?P<value>\S+)$", typed.other_value),
    (r"write at (?:least|most) (?P<value>\S+)", typed.other_value),
    (rf"(?:(?<!a key )such as|write it like|write a share like) {FIRST}", typed.other_value),
    (r"write a number from 0 to 100, (?P<value>target)", typed.other_value),
    (rf"^BSC(?:010|392) .*; write {FIRST}", typed.other_value),
    (r"; write (?P<value>sum|1 )(?:for yes|$)", typed.other_value),
    (rf"^BSC012 '(?P<wrong>[^']+)' .*use {FIRST.replace('value', 'right')}", typed.other_word),
    (rf"^BSC(?:012|108|144|150) .*use {FIRST}", typed.other_value),
    (r"(?:give|rename) one of the two", typed.another_id),
    (
        r"; (?:keep one of the two$|remove (?:it|one of the two|one of the dependencies|the line|the entry|\w+:))",
        typed.entry_removed,
    ),
)


def advice_in(problem: Problem) -> tuple[Change, typed.Match] | None:
    """What the message says to do, where it says it to the letter."""
    said = ((done, re.search(advice, f"{problem.code} {problem.message}")) for advice, done in ADVICE)
    return next(((done, found) for done, found in said if found), None)


def follow(root: Path, problem: Problem) -> None:
    """Change the files below `root` as the message of the problem says."""
    advice = advice_in(problem)
    assert advice is not None, problem
    advice[0](typed.Spot(root, problem), advice[1])
