"""Goals and targets: the perspectives and objectives of a framework, from the numbers of its indicators."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from typing import Any

from bsc_site.exchange.open_sdg.phrases import Phrases
from bsc_site.exchange.open_sdg.repository import IndicatorRecord, natural
from bsc_site.model.value_class import dataclass

_GOALS = (
    *("No poverty", "Zero hunger", "Good health and well-being", "Quality education", "Gender equality"),
    *("Clean water and sanitation", "Affordable and clean energy", "Decent work and economic growth"),
    *("Industry, innovation and infrastructure", "Reduced inequalities", "Sustainable cities and communities"),
    *("Responsible consumption and production", "Climate action", "Life below water", "Life on land"),
    *("Peace, justice and strong institutions", "Partnerships for the goals"),
)
"""The short names of the goals of the 2030 Agenda."""
_LABEL = re.compile(r"(?:goal|target|indicator)s?\b\s*:?\s*", re.IGNORECASE)
_SHORT = 90


@dataclass(slots=True)
class GoalsAndTargets:
    """The perspectives as they grow, indicator by indicator."""

    phrases: Phrases
    goals: dict[str, dict[str, Any]] = field(default_factory=dict)
    targets: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    def add(self, record: IndicatorRecord, kpis: Iterable[str]) -> None:
        """Put the KPIs of an indicator below its goal and target, which are taken from its number."""
        goal, target = number_of(record)
        words = self.phrases.said(record.take("SDG_GOAL", "goal_name"))
        row = self.goals.setdefault(goal, {"id": f"goal-{_plain(goal)}", "name": "", "objectives": []})
        row["name"] = row["name"] or self._goal_name(goal, words)
        text = self._target_text(target, record)
        held = self.targets.get((goal, target))
        if held is None:
            held = {"id": f"target-{_plain(target)}", "name": "", "description": "", "kpis": []}
            self.targets[goal, target] = held
            row["objectives"].append(held)
        if text and not held["name"]:
            short = len(text) <= _SHORT
            held["name"] = f"{target} {text}" if short else f"Target {target}"
            held["description"] = "" if short else text
        held["kpis"] += kpis

    @property
    def perspectives(self) -> list[dict[str, Any]]:
        """The perspectives with their objectives, in the order of their numbers."""
        for (_, target), held in self.targets.items():
            held["name"] = held["name"] or f"Target {target}"
        return [self.goals[each] for each in sorted(self.goals, key=natural)]

    def _goal_name(self, goal: str, words: str) -> str:
        short = self.phrases.of(f"global_goals.{goal}-short") or bare(words, goal)
        if not short and goal.isdigit() and 0 < int(goal) <= len(_GOALS):
            short = _GOALS[int(goal) - 1]
        return f"{goal} {short}" if short else f"Goal {goal}"

    def _target_text(self, target: str, record: IndicatorRecord) -> str:
        held = record.take("target_name", "SDG_TARGET", "target")
        known = self.phrases.of(f"global_targets.{_plain(target)}-title")
        return known or bare(self.phrases.said(held), target)


def number_of(record: IndicatorRecord) -> tuple[str, str]:
    """The numbers of goal and target, such as 1 and 1.a, from that of the indicator."""
    for key in ("sdg_goal", "goal_number", "target_id", "target_number", "indicator_number", "indicator"):
        record.take(key)
    parts = record.name.split("-")
    return parts[0], ".".join(parts[:2])


def bare(text: str, number: str) -> str:
    """A text without its number and the word before it: `Target 1.2: By 2030 ..` is `By 2030 ..` for 1.2."""
    label = _LABEL.match(text)
    rest = text[label.end() :] if label else text
    for written in (number, number.replace(".", "-")):
        after = rest.removeprefix(written)
        if after != rest and not (after[:1].isalnum() or (after[:1] in {".", "-", ","} and after[1:2].isalnum())):
            return after.lstrip(" .:–-").strip()
    return text.strip()


def _plain(number: str) -> str:
    return number.replace(".", "-").lower()
