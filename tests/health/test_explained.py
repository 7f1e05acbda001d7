"""`bsc-site explain` tells how a rule about balance is mended and how it is silenced."""

from __future__ import annotations

import pytest

from bsc_site.model.rules import balance
from bsc_site.wording.problems.problem_lines import rule_page


def test_a_rule_is_explained_with_both_ways_out_and_its_source() -> None:
    """Code, meaning, mend, silence, source."""
    assert rule_page("BSC261") == (
        "BSC261 warning: An initiative serves no objective",
        "",
        "It costs money and time, and nobody can say what for.",
        "",
        "How to mend it: Name the objectives under serves:, or stop the initiative.",
        "",
        'Where it does not apply, say so at the element or in its scorecard: ignore: [{rule: BSC261, because: "..."}]',
        "",
        "Source: Kaplan and Norton, The Balanced Scorecard (1996): initiatives close the gap to a target.",
    )


@pytest.mark.parametrize("code", [each.code for each in balance.RULES])
def test_every_rule_about_balance_can_be_silenced(code: str) -> None:
    """The way to do it names its code."""
    assert any(f"rule: {code}, because" in line for line in rule_page(code))


def test_a_mistake_in_the_file_cannot() -> None:
    """Nothing is offered."""
    assert not any("ignore:" in line for line in rule_page("BSC130"))
