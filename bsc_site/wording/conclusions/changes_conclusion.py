"""What turned since the period before, and which of several scorecards stands lowest."""

from __future__ import annotations

from bsc_site.wording.language import say_count


def changes_conclusion(better: int, worse: int, other: int) -> str:
    """`4 KPIs got better since the period before, 1 got worse. There are 2 more pieces of news.`."""
    turned = _turned(better, worse)
    if not other:
        return turned
    more = say_count("There is {count} more piece of news.", "There are {count} more pieces of news.", other)
    return f"{turned} {more}"


def _turned(better: int, worse: int) -> str:
    if not worse:
        return say_count(
            "{count} KPI got better since the period before, none got worse.",
            "{count} KPIs got better since the period before, none got worse.",
            better,
        )
    if not better:
        return say_count(
            "{count} KPI got worse since the period before, none got better.",
            "{count} KPIs got worse since the period before, none got better.",
            worse,
        )
    return say_count(
        "{count} KPI got worse since the period before; better got: {better}.",
        "{count} KPIs got worse since the period before; better got: {better}.",
        worse,
        better=better,
    )


def scorecards_conclusion(total: int, lowest: str, score: str) -> str:
    """`Of 3 scorecards, Operations stands lowest: 42 of 100.`; `lowest` is empty where none has a score."""
    if not lowest:
        return say_count(
            "The only scorecard has no score yet.", "None of the {count} scorecards has a score yet.", total
        )
    return say_count(
        "The only scorecard stands at {score} of 100.",
        "Of {count} scorecards, {scorecard} stands lowest: {score} of 100.",
        total,
        scorecard=lowest,
        score=score,
    )
