"""What is typed into a file where advice is followed: one change for each kind of advice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.problem import Problem
from tests.advice.written_yaml import Written

Match = re.Match[str]


@dataclass(frozen=True)
class Spot:
    """A problem in a copy of its project."""

    root: Path
    problem: Problem

    @property
    def file(self) -> Path:
        """The file that the problem names."""
        return self.root / self.problem.place.file

    @property
    def text(self) -> str:
        """The text of that file."""
        return self.file.read_text(encoding="utf-8")

    @property
    def offset(self) -> int:
        """Where the problem's place begins in the text; the column of a table is a cell, so its line counts."""
        lines = self.text.splitlines(keepends=True)
        column = self.problem.place.column - 1 if self.problem.key else 0
        return sum(map(len, lines[: self.problem.place.line - 1])) + column

    @property
    def key(self) -> str:
        """The path of keys that the problem names; empty in data files."""
        return self.problem.key

    @property
    def yaml(self) -> Written:
        """The file, to change it key by key."""
        return Written(self.text)

    def feeds(self, kpi: dict[str, Any]) -> bool:
        """Whether the data file holds figures of this KPI."""
        source = kpi.get("source")
        cells = re.split(r"[,\n]", self.file.read_bytes().decode("utf-8", "ignore").replace("\0", ""))
        return bool(source["file"] == self.problem.place.file if source else {"kpi", kpi["id"]} <= set(cells))

    def write(self, text: str) -> None:
        """Save the file with this text."""
        self.file.write_text(text, encoding="utf-8")

    def instead(self, old: str, new: str) -> None:
        """Write `new` for the first `old` at or after the place."""
        before, after = self.text[: self.offset], self.text[self.offset :]
        changed = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", lambda _: new, after, count=1)
        assert changed != after, f"{old} does not stand at {self.problem}"
        self.write(before + changed)


def other_word(spot: Spot, found: Match) -> None:
    """One word for another."""
    spot.instead(found["wrong"], found["right"])


def in_quotes(spot: Spot, found: Match) -> None:
    """The same word in quotes."""
    spot.instead(found["wrong"], f"'{found['wrong']}'")


def whole_line(spot: Spot, found: Match) -> None:
    """The whole line anew, where it began; a dash that was missing stands before that."""
    lines = spot.text.splitlines(keepends=True)
    old = lines[spot.problem.place.line - 1]
    begin = len(old) - len(old.lstrip()) - (2 if found["line"].startswith("- ") and "- " not in old else 0)
    lines[spot.problem.place.line - 1] = " " * begin + found["line"] + "\n"
    spot.write("".join(lines))


def other_value(spot: Spot, found: Match) -> None:
    """Another value at the problem's key."""
    spot.write(spot.yaml.replaced(spot.key, found["value"]))


def at_status(spot: Spot, found: Match) -> None:
    """The score of the status that is named."""
    at = re.findall(r"name: (\w+)", spot.text).index(found["who"])
    spot.write(spot.yaml.put(f"statuses[{at}]", "from", found["value"]))


def as_list(spot: Spot, _: Match) -> None:
    """What stands there as the only item of a list."""
    spot.write(spot.yaml.listed(spot.key))


def key_of_kpi(spot: Spot, found: Match) -> None:
    """A key of the KPI, or of the scorecard where no KPI is meant."""
    kpi = re.match(r"kpis\[\d+\]", spot.key)
    spot.write(spot.yaml.put(kpi[0] if kpi else "", found["name"], found["value"]))


def key_below(spot: Spot, found: Match) -> None:
    """A key of the element that the problem names."""
    spot.write(spot.yaml.put(spot.key, found["name"], found["value"]))


def other_key(spot: Spot, found: Match) -> None:
    """Another key for the same value."""
    spot.instead(spot.key.rpartition(".")[2], found["value"])


def another_id(spot: Spot, _: Match) -> None:
    """An id that nothing else has."""
    spot.write(spot.yaml.replaced(spot.key, f"another-{spot.file.stem}-{spot.offset}"))


def entry_removed(spot: Spot, _: Match) -> None:
    """The entry at the key goes, or the row of a table."""
    row = spot.problem.place.line
    rest = [line for at, line in enumerate(spot.text.splitlines(keepends=True), 1) if at != row]
    spot.write(spot.yaml.removed(spot.key) if spot.key else "".join(rest))


def exchanged(spot: Spot, found: Match) -> None:
    """Two entries beside each other exchange their values."""
    one, other = found.groupdict().get("one", "from"), found.groupdict().get("other", "to")
    lines = spot.text.splitlines(keepends=True)
    at = spot.problem.place.line - 1
    lines[at] = re.sub(rf"\b({one}|{other}):", lambda each: f"{other if each[1] == one else one}:", lines[at])
    spot.write("".join(lines))


def encoding(spot: Spot, found: Match) -> None:
    """Saved as UTF-8 where no source reads the file, declared otherwise."""
    cards = [path.read_text(encoding="utf-8") for path in (spot.root / "scorecard").glob("*.yml")]
    if any(f"file: {spot.problem.place.file}" in card for card in cards):
        declared_for_data(spot, found)
    else:
        spot.write(spot.file.read_text(encoding=found["value"]))


def declared_for_data(spot: Spot, found: Match) -> None:
    """A key of each KPI, or of its source, that the data file's figures belong to."""
    name, value = found["name"], found["value"]
    for card in [] if spot.key else (spot.root / "scorecard").glob("*.yml"):
        for at, kpi in enumerate(yaml.safe_load(card.read_text(encoding="utf-8"))["kpis"]):
            if not spot.feeds(kpi):
                continue
            written = Written(card.read_text(encoding="utf-8"))
            if name in Kpi.model_fields:
                text = written.put(f"kpis[{at}]", name, value)
            elif "source" in kpi:
                text = written.put(f"kpis[{at}].source", name, value)
            else:
                pytest.fail(f"{kpi['id']} has no source in which {name}: could be declared")
            card.write_text(text, encoding="utf-8")
    if spot.key:
        key_below(spot, found)
