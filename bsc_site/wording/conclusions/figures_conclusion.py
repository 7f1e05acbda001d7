"""How good the data is, how well the scorecard is made, and whether its KPIs are explained."""

from __future__ import annotations

from bsc_site.wording.language import say, say_count


def data_conclusion(score: str, late: int, total: int) -> str:
    """`The data scores 96 of 100. 2 of 21 figures are late.`; `score` is empty where no figure is read from data."""
    if not total:
        return say("There is no KPI yet, so there are no figures.")
    worth = say("The data scores {score} of 100.", score=score) if score else say("No figure is read from data yet.")
    if not late:
        return " ".join((worth, say("No figure is late.")))
    return " ".join(
        (
            worth,
            say_count("{count} of {total} figures is late.", "{count} of {total} figures are late.", late, total=total),
        )
    )


def health_conclusion(score: str, broken: int, rules: int) -> str:
    """`97 of 100: 3 of 27 rules find something to mend.`; `score` is empty where nothing could be checked."""
    if not score or not rules:
        return say("There is nothing to check yet.")
    if not broken:
        return say_count(
            "{score} of 100: the only rule that applies is kept.",
            "{score} of 100: all {count} rules that apply are kept.",
            rules,
            score=score,
        )
    return say_count(
        "{score} of 100: {count} of {rules} rules finds something to mend.",
        "{score} of 100: {count} of {rules} rules find something to mend.",
        broken,
        score=score,
        rules=rules,
    )


def definitions_conclusion(total: int, undescribed: int) -> str:
    """`3 of 21 KPIs have no description.`."""
    if not total:
        return say("No KPI is declared yet.")
    if not undescribed:
        return say_count("The only KPI is described.", "All {count} KPIs are described.", total)
    if undescribed == total:
        return say_count(
            "The only KPI has no description yet.", "None of the {count} KPIs has a description yet.", total
        )
    return say_count(
        "{count} of {total} KPIs has no description.",
        "{count} of {total} KPIs have no description.",
        undescribed,
        total=total,
    )
