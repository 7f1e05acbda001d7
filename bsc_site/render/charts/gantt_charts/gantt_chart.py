"""The Gantt chart of a scorecard's initiatives, filled."""

from __future__ import annotations

from datetime import date
from typing import Any

from bsc_site.model.concluded.assessment import InitiativeAssessment, ScorecardAssessment
from bsc_site.model.declared.initiative import Milestone
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.days import DAY, milliseconds, moments
from bsc_site.render.charts.grammar.ink import STATUS_SIGNS
from bsc_site.wording.figures import date_text, period_text, share_text
from bsc_site.wording.initiative_text import initiative_word, initiatives_sentence
from bsc_site.wording.language import say

_TOP = 26
_ROW = 52
_BAR = 38
_LONGEST_NAME = 32


def gantt_chart(card: ScorecardAssessment, as_of: date) -> Chart:
    """The filled Gantt chart of a scorecard with at least one initiative, earliest start first."""
    ordered = sorted(
        card.initiatives.values(),
        key=lambda each: (each.initiative.start.start, each.initiative.end.end, each.initiative.id),
    )
    first, last = _span(ordered, as_of)
    rows = [
        *moments(first, last),
        *({"k": "today", "t": as_of.isoformat(), "s": say("today")} for _ in [as_of] if first < as_of < last),
    ]
    for number, each in enumerate(ordered):
        rows += _rows(each, number, card)
    floor = _TOP + _ROW * len(ordered) + 4
    options = {
        "left": 6,
        "right": 6,
        "top": _TOP,
        "floor": floor,
        "height": floor + 30,
        "span": [milliseconds(first), milliseconds(last)],
        "zooms": [],
        "remark": "",
        "key": [
            ("plan", say("planned time, filled as far as it got")),
            *(
                [("milestone", say("milestone, filled when reached"))]
                if any(each.initiative.milestones for each in ordered)
                else []
            ),
        ],
    }
    return Chart("gantt", tuple(rows), initiatives_sentence(card), tuple(options.items()))


def _span(ordered: list[InitiativeAssessment], as_of: date) -> tuple[date, date]:
    days = [day for each in ordered for day in (each.initiative.start.start, each.initiative.end.end + DAY)]
    days += [step.due.end for each in ordered for step in each.initiative.milestones]
    length = max(days) - min(days)
    near = min(days) - length / 4 <= as_of <= max(days) + length / 4
    days += [as_of - DAY * 5, as_of + DAY * 5] if near else []
    return min(days), max(days)


def _rows(assessed: InitiativeAssessment, number: int, card: ScorecardAssessment) -> list[dict[str, Any]]:
    work, status = assessed.initiative, assessed.status.value
    row = _TOP + _ROW * number + _BAR
    start, end = work.start.start, work.end.end + DAY
    plan = {"k": "plan", "i": number, "t": start.isoformat(), "u": end.isoformat(), "row": row, "st": status}
    rows = [
        {**plan, "under": row + 8, "s": _short(work.name), "w": _standing(assessed, card), **_words(assessed, card)}
    ]
    if assessed.progress:
        reached = start + (end - start) * min(1.0, assessed.progress)
        rows.append({"k": "so far", "t": start.isoformat(), "u": reached.isoformat(), "row": row, "st": status})
    for step in work.milestones:
        day = step.done.end if step.done else step.due.end
        rows.append({"k": "reached" if step.done else "open", "t": day.isoformat(), "row": row})
    return rows


def _standing(assessed: InitiativeAssessment, card: ScorecardAssessment) -> str:
    word = initiative_word(assessed.status, card.scorecard.status_names)
    progress = "" if assessed.progress is None else f" · {share_text(assessed.progress)}"
    return f"{STATUS_SIGNS[assessed.status.value]} {word}{progress}"


def _words(assessed: InitiativeAssessment, card: ScorecardAssessment) -> dict[str, str]:
    work = assessed.initiative
    dates = say("{first} to {last}", first=date_text(work.start.start), last=date_text(work.end.end))
    steps = [_milestone_words(step) for step in work.milestones]
    names = {name: each.initiative.name for name, each in card.initiatives.items()}
    steps += [say("after {initiative}", initiative=names[each]) for each in work.depends_on if each in names]
    return {"p": work.name, "v": _standing(assessed, card), "e": dates, "n": "; ".join(steps)}


def _milestone_words(step: Milestone) -> str:
    if step.done:
        return say("{milestone}: done {period}", milestone=step.name, period=period_text(step.done))
    return say("{milestone}: due {period}", milestone=step.name, period=period_text(step.due))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1].rstrip()}…"
