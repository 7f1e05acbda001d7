"""A project with a text in every field that takes one, each made by a function of the field's name."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.builders.project_folders import write

Say = Callable[[str], str]


def draw_project(root: Path, say: Say) -> Path:
    """The project in `root`; `say` makes a text from the name of a field."""
    notes = [[f"2025-{month:02}", 20 + month, say("note")] for month in range(1, 7)]
    tidy = [[kpi, *row] for kpi in ("b", "c") for row in notes]
    head: list[Any] = ["month", say("column"), "remark", say("filter")]
    source = [head, *([*row, say("word")] for row in notes)]
    card = yaml.safe_dump(_card(say), allow_unicode=True, sort_keys=False, width=10**6)
    return write(
        root,
        {
            "scorecard/shop.yml": card,
            "scorecard/till.yml": yaml.safe_dump(_child(say), allow_unicode=True, sort_keys=False, width=10**6),
            "data/till.csv": "month,sales\n" + "".join(f"2025-{month:02},{20 + month}\n" for month in (1, 2, 3, 5, 6)),
            "data/source.csv": _csv(source),
            "data/tidy.csv": _csv([["kpi", "period", "value", "note"], *tidy]),
        },
    )


def _csv(rows: list[list[Any]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _card(say: Say) -> dict[str, Any]:
    words = ("title", "description", "mission", "vision", "strategy", "currency")
    return {
        "id": "shop",
        **{word: say(word) for word in words},
        "values": [say("a value"), say("another value")],
        "destination": {"period": "2027", "text": say("destination")},
        "status_names": {each: say(each) for each in ("on_track", "at_risk", "off_track", "no_data", "not_scored")},
        "themes": [{"id": "t", "name": say("theme"), "description": say("about the theme")}],
        "value_proposition": {each: say(each) for each in ("functionality", "relationship", "image")},
        "perspectives": [
            {"id": "p", "name": say("perspective"), "question": say("question"), "objectives": _objectives(say)}
        ],
        "kpis": _kpis(say),
        "initiatives": [_initiative(say)],
        "people": [{"id": "ann", **{each: say(each) for each in ("name", "role", "team", "email")}}],
        "reviews": [_review(say)],
        "risks": [_risk(say)],
    }


def _child(say: Say) -> dict[str, Any]:
    """A scorecard below with what the first one cannot have: statuses of its own, a figure that is gone."""
    kpi: dict[str, Any] = {"id": "till", "name": say("till"), "owner": "bob", "unit": say("unit of the till")}
    kpi |= {
        "source": {
            "file": "data/till.csv",
            "period": "month",
            "value": "sales",
            "correct": [{"row": 3, "column": "sales", "was": 22, "value": 23, "because": say("why corrected")}],
        },
        "rated_by": say("rated by"),
        "ratings": [{"period": "2025-02", "rating": say("rating")}],
        "gone": [{"period": "2025-04", "because": say("why gone")}],
        "targets": [{"period": "2025-12", "value": 30, "note": say("note of the target")}],
        "benchmark": {"value": 30, "source": say("source"), "year": 2023, "note": say("note of the benchmark")},
    }
    by_hand = {"status": "on_track", "because": say("why by hand"), "until": "2025-12"}
    objective = {"id": "sell", "name": say("sell"), "owner": "bob", "kpis": ["till"], "manual_status": by_hand}
    return {
        "id": "till-card",
        "title": say("title below"),
        "parent": "shop",
        "statuses": [
            {"name": say("achieved"), "from": 90},
            {"name": say("in time"), "from": "target"},
            {"name": say("standing still")},
        ],
        "perspectives": [{"id": "q", "name": say("below"), "question": say("asked"), "objectives": [objective]}],
        "kpis": [kpi],
        "people": [{"id": "bob", "name": say("bob"), "team": say("team")}],
    }


def _objectives(say: Say) -> list[dict[str, Any]]:
    drive = {"to": "grow", "because": say("because"), "lag": "3 months", "via": ["a", "c"]}
    loyal: dict[str, Any] = {
        "id": "loyal",
        "name": say("objective"),
        "description": say("about the objective"),
        "owner": "ann",
    }
    loyal |= {"themes": ["t"], "kpis": ["a", "b"], "drives": [drive]}
    return [loyal, {"id": "grow", "name": say("another objective"), "kpis": ["c"], "owner": "ann"}]


def _kpis(say: Say) -> list[dict[str, Any]]:
    words = ("name", "description", "purpose", "formula_in_words", "unit", "incentive")
    first = {
        "id": "a",
        **{word: say(word) for word in words},
        "owner": "ann",
        "source": {
            "file": "data/source.csv",
            "delimiter": ",",
            "period": "month",
            "value": say("column"),
            "note": "remark",
            "where": {say("filter"): say("word")},
        },
        "baseline": {"period": "2025-01", "value": 20},
        "targets": [{"period": "2025-12", "value": 30}],
        "rebase": [{"period": "2025-04", "because": say("why rebased")}],
        "benchmark": {"low": 20, "high": 40, "source": say("source of the benchmark"), "year": 2023},
        "tags": [say("tag")],
        "ignore": [{"rule": "BSC204", "because": say("why ignored")}],
    }
    second = {"id": "b", "name": say("second"), "targets": [{"period": "2025-12", "value": 30}], "owner": "ann"}
    return [first, second, {"id": "c", "name": say("third"), "direction": "none", "unit": say("unit"), "owner": "ann"}]


def _initiative(say: Say) -> dict[str, Any]:
    milestones = [
        {"name": say("milestone"), "due": "2025-05"},
        {"name": say("met"), "due": "2025-04", "done": "2025-04"},
    ]
    times = {"start": "2025-02", "end": "2025-09", "budget": 5, "spent": 3, "milestones": milestones}
    return {"id": "i", "name": say("initiative"), "description": say("about it"), "serves": ["loyal"], **times}


def _review(say: Say) -> dict[str, Any]:
    decision = {"text": say("decision"), "owner": "ann", "due": "2025-08"}
    words = {word: say(word) for word in ("analysis", "recommendation")}
    return {"period": "2025-06", "on": "kpi/a", "by": "ann", **words, "decisions": [decision]}


def _risk(say: Say) -> dict[str, Any]:
    return {
        "id": "r",
        "name": say("risk"),
        "on": "objective/loyal",
        "likelihood": 3,
        "impact": 4,
        "response": say("so"),
    }
