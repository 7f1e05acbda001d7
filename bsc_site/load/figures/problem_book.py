"""The problem book: collects what is wrong in data files, a few examples of each kind instead of a flood."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field, replace

from bsc_site.load.figures.spelling import Spellings
from bsc_site.load.tables.cells import TableError
from bsc_site.load.tables.table import Table
from bsc_site.model.problem import Finding, Place, Problem, Severity
from bsc_site.model.rules import RULES, problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import figure_sentences as told
from bsc_site.model.value_class import dataclass

EXAMPLES = 5
"""How many problems of one rule are told for one file."""
COUNTED = 200_000
"""How many of them are counted; a file with more is broken throughout, and memory is better spent."""


@dataclass(slots=True)
class ProblemBook:
    """Problems by file and rule, and findings about what the YAML says of the data.

    `spellings` is what columns have shown so far: whether a figure is a problem may hang on one that comes later.
    """

    findings: list[Finding] = field(default_factory=list)
    spellings: Spellings = field(default_factory=Spellings)
    many: dict[str, Table] = field(default_factory=dict)
    """The tables that are made of many files, by their names."""
    _told: dict[tuple[str, str, str], list[Problem]] = field(default_factory=lambda: defaultdict(list))
    _seen: dict[tuple[str, str, str], set[tuple[Place, str]]] = field(default_factory=lambda: defaultdict(set))

    def add(self, code: str, place: Place, message: str, kind: str = "") -> None:
        """Keep a problem of a data file, once, unless enough of its `kind` within the rule are known."""
        if place.file in self.many:
            place = self.many[place.file].placed(place)
        key = (place.file, code, kind)
        if len(self._seen[key]) >= COUNTED or (place, message) in self._seen[key]:
            return
        self._seen[key].add((place, message))
        if len(self._told[key]) < EXAMPLES:
            self._told[key].append(problem(code, place, message))

    def add_table_error(self, file: str, error: TableError) -> None:
        """Keep what made a table unreadable."""
        self.add(error.code, Place(file, error.line, error.column), error.message)

    def find(self, kpi: str, key: str, code: str, message: str) -> None:
        """Keep a finding about a KPI's declaration; the pipeline knows its place in the YAML."""
        self.keep(Finding(f"kpi/{kpi}", key, code, message))

    def keep(self, finding: Finding) -> None:
        """Keep a finding once."""
        if finding not in self.findings:
            self.findings.append(finding)

    def knows(self, file: str) -> bool:
        """Whether anything is wrong in a file; what is merely worth knowing is not."""
        names = self.many[file].files if file in self.many else (file,)
        return any(known in names and RULES[code].severity is not Severity.NOTE for known, code, _ in self._told)

    @property
    def findings_refuse(self) -> bool:
        """Whether a finding about what the YAML says of the data forbids to publish."""
        return any(RULES[each.code].severity is Severity.ERROR for each in self.findings)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order of files and lines; the last example of a kind says how many more there are."""
        found = []
        for key, examples in self._told.items():
            more = len(self._seen[key]) - len(examples)
            ordered = sorted(examples, key=lambda each: each.sort_key)
            if more:
                form = told.AND_AT_LEAST_MORE if len(self._seen[key]) >= COUNTED else told.AND_MORE_LIKE_THIS
                ordered[-1] = replace(ordered[-1], message=said(form, message=ordered[-1].message, more=more))
            found += ordered
        return tuple(sorted(found, key=lambda each: each.sort_key))
