"""The Gantt chart of a scorecard's initiatives, filled."""

from __future__ import annotations

from datetime import date
from typing import Any

from bsc_site.model.concluded.assessment import InitiativeAssessment, ScorecardAssessment
from bsc_site.model.declared.initiative import Milestone
from bsc_site.model.vocabularies import InitiativeStatus
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.days import DAY, fine_moments, milliseconds, moments
from bsc_site.render.lettering import Style, wrapped
from bsc_site.wording.figures import date_text, period_text, share_text
from bsc_site.wording.initiative_text import initiative_word, initiatives_sentence
from bsc_site.wording.language import say

_ROW, _LINE = 56, 16
_NAME, _BAR, _BELOW = 18, 30, 48
"""Where name, bar and, on a phone, status stand in the band of one initiative."""
_NARROW = 24.0
"""How wide a name may be on a phone, in the size of its letters."""
_BOLD = Style(1, bold=True)


def gantt_chart(card: ScorecardAssessment, as_of: date) -> Chart:
    """The filled Gantt chart of a scorecard with at least one initiative, earliest start first."""
    ordered = sorted(
        card.initiatives.values(),
        key=lambda each: (each.initiative.start.start, each.initiative.end.end, each.initiative.id),
    )
    first, last = _span(ordered, as_of)
    rows = [
        *moments(first, last),
        *fine_moments(first, last),
        *({"k": "today", "t": as_of.isoformat(), "s": say("today")} for _ in [as_of] if first < as_of < last),
    ]
    top = 0
    for number, each in enumerate(ordered):
        lines = wrapped(each.initiative.name, _NARROW, _BOLD)
        top += _LINE * (len(lines) - 1)
        rows += [*_name_rows(each, top, lines, card), *_bar_rows(each, number, top, card, min(as_of, last))]
        top += _ROW
    options = {
        "left": 0.6,
        "right": 0.2,
        "height": top,
        "high": top,
        "span": [milliseconds(first), milliseconds(last)],
        "full": milliseconds(last),
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


def _name_rows(
    assessed: InitiativeAssessment, top: int, lines: tuple[str, ...], card: ScorecardAssessment
) -> list[dict[str, Any]]:
    """Sign, name and status of an initiative; a name of several lines is one of one line where there is room."""
    base, status = top + _NAME, assessed.status.value
    words = _standing(assessed, card)
    rows = [
        {"k": "sign", "row": base - 4, "st": status},
        {"k": "standing", "row": base, "st": status, "s": words},
        {"k": "standing below", "row": top + _BELOW, "st": status, "s": words},
    ]
    if len(lines) == 1:
        return [*rows, {"k": "name", "row": base, "s": lines[0]}]
    rows.append({"k": "wide name", "row": base, "s": assessed.initiative.name})
    places = (base - _LINE * (len(lines) - 1 - number) for number in range(len(lines)))
    return [*rows, *({"k": "narrow name", "row": place, "s": line} for place, line in zip(places, lines, strict=True))]


def _bar_rows(
    assessed: InitiativeAssessment, number: int, top: int, card: ScorecardAssessment, as_of: date
) -> list[dict[str, Any]]:
    """The bar of an initiative, as far as it got, how long it is late, and its milestones."""
    work, status = assessed.initiative, assessed.status.value
    row = top + _BAR
    start, end = work.start.start, work.end.end + DAY
    bar = {"row": row, "st": status}
    rows: list[dict[str, Any]] = [
        {"k": "plan", "i": number, "t": start.isoformat(), "u": end.isoformat(), **bar, **_words(assessed, card)}
    ]
    if assessed.progress:
        reached = start + (end - start) * min(1.0, assessed.progress)
        rows.append({"k": "so far", "t": start.isoformat(), "u": reached.isoformat(), **bar})
    if end < as_of and assessed.status not in (InitiativeStatus.DONE, InitiativeStatus.CANCELLED):
        rows.append({"k": "late", "t": end.isoformat(), "u": as_of.isoformat(), **bar})
    for step in work.milestones:
        day = step.done.end if step.done else step.due.end
        rows.append({"k": "reached" if step.done else "open", "t": day.isoformat(), "row": row})
    return rows


def _standing(assessed: InitiativeAssessment, card: ScorecardAssessment) -> str:
    word = initiative_word(assessed.status, card.scorecard.status_names)
    progress = "" if assessed.progress is None else f" · {share_text(assessed.progress)}"
    return f"{word}{progress}"


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
