"""The suggestion for other programs: everything that the text says, as an object of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from bsc_site.interchange.suggestion.suggested import AskedQuestion, SuggestedKpi, SuggestedTable, Suggestion
from bsc_site.interchange.suggestion.suggested_yaml import SHOWN, lines_of, text_of_suggestion
from bsc_site.interchange.suggestion.trial_reading import TrialFigure
from bsc_site.wording.problems.problem_lines import as_json


def json_of_suggestion(suggestion: Suggestion) -> str:
    """The text of one JSON object; `yaml` is what is printed without it."""
    value = {
        "file": suggestion.file,
        "in_project": suggestion.inside,
        "kpi": suggestion.declared or None,
        "tables": [_table(each) for each in suggestion.tables],
        "yaml": "\n".join(text_of_suggestion(suggestion)) + "\n",
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _table(table: SuggestedTable) -> dict[str, Any]:
    return {
        "line": table.line,
        "rows": table.rows,
        "sheet": table.sheet or None,
        "tidy": table.tidy,
        "kpis": [_kpi(each) for each in table.kpis],
        "questions": [_question(each) for each in table.questions],
        "left_out": [*table.remarks],
        "problems": json.loads(as_json(table.problems)),
    }


def _kpi(kpi: SuggestedKpi) -> dict[str, Any]:
    source = dict(kpi.source) if kpi.source is not None else None
    return {"id": kpi.id, "name": kpi.name, **kpi.keys, "source": source, "figures": _figures(kpi.figures[:SHOWN])}


def _question(question: AskedQuestion) -> dict[str, Any]:
    return {
        "question": question.words,
        "kpis": sorted(question.kpis),
        "example": question.example,
        "choices": [
            {
                "kpi_lines": lines_of(each.choice, in_source=False),
                "source_lines": lines_of(each.choice, in_source=True),
                "figures": {kpi: _figures(figures) for kpi, figures in each.figures.items()},
            }
            for each in question.answers
        ],
    }


def _figures(figures: Iterable[TrialFigure]) -> list[dict[str, Any]]:
    return [{"period": str(each.period), "value": each.value, "lines": list(each.lines)} for each in figures]
