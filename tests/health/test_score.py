"""The score of health, worked out by hand."""

from __future__ import annotations

from bsc_site.compute.health.checkup import checkup
from bsc_site.compute.health.score import health_of
from bsc_site.model.concluded.health import Aspect, Health
from bsc_site.wording.problems.health_text import aspect_step, health_step
from tests.builders.snippets import assessed_yaml

FOUR_OWNERS = """perspectives:
  - id: p
    name: P
    objectives:
      - {id: a, name: A, owner: ann}
      - {id: b, name: B, owner: bob}
      - {id: c, name: C, owner: ann}
      - {id: d, name: D}
people: [{id: ann, name: Ann}, {id: bob, name: Bob}]
"""


def _health(snippet: str, **silenced: str) -> Health:
    checked = checkup(assessed_yaml(snippet))
    return health_of(checked, "c", {each: silenced.get(each.code) for each in checked.findings})


def _ownership(health: Health) -> tuple[float | None, str]:
    return next((each.score, aspect_step(each)) for each in health.aspects if each.aspect is Aspect.OWNERSHIP)


def test_a_rule_counts_by_its_weight_and_the_share_of_its_checks_that_passed() -> None:
    """BSC252 3 x 3/4; BSC253 1 x 2/2; BSC254 1 x 0: not enough owned elements; BSC251: no KPI. (2.25 + 1) / 4."""
    score, step = _ownership(_health(FOUR_OWNERS))
    assert (score, step) == (81.25, "3.25 of 4 points from 2 rules: 81.2")


def test_what_is_silenced_does_not_count() -> None:
    """Three of three checks are left, and the reason is kept."""
    health = _health(FOUR_OWNERS, BSC252="she starts in May")
    assert _ownership(health)[0] == 100
    silenced = [each for check in health.checks for each in check.silenced]
    assert [(each.finding.element, each.because) for each in silenced] == [("objective/c/d", "she starts in May")]


def test_a_rule_that_is_silenced_everywhere_is_left_out() -> None:
    """No points are given for what does not apply."""
    snippet = "kpis: [{id: k, name: K}]"
    assert _ownership(_health(snippet)) == (0, "0.00 of 3 points from 1 rule: 0.0")
    assert _ownership(_health(snippet, BSC251="nobody yet")) == (None, "Nothing to check")


def test_the_health_is_the_mean_of_its_parts() -> None:
    """Parts with nothing to check stay out."""
    health = _health(FOUR_OWNERS)
    scores = [each.score for each in health.aspects if each.score is not None]
    assert health.score is not None
    assert abs(health.score - sum(scores) / len(scores)) < 1e-9
    assert health_step(health).endswith(f"/ {len(scores)} = {health.score:.1f}")


def test_a_finding_that_may_not_be_told_counts_as_passed() -> None:
    """Readers who see a part of the scorecard learn nothing about the rest."""
    checked = checkup(assessed_yaml(FOUR_OWNERS))
    assert _ownership(health_of(checked, "c", {}))[0] == 100


def test_better_scorecards_never_score_less() -> None:
    """Naming the missing owner raises the health."""
    before, after = _health(FOUR_OWNERS), _health(FOUR_OWNERS.replace("name: D}", "name: D, owner: bob}"))
    assert (before.score or 0) < (after.score or 0)


def test_the_order_of_elements_does_not_matter() -> None:
    """Objectives turned around, the same score."""
    lines = FOUR_OWNERS.splitlines(keepends=True)
    turned = "".join([*lines[:4], *reversed(lines[4:8]), *lines[8:]])
    assert _health(turned).score == _health(FOUR_OWNERS).score


def test_where_nothing_could_be_checked_there_is_no_score() -> None:
    """A page without any element of a scorecard says so."""
    assert (Health().score, health_step(Health())) == (None, "Nothing was checked")
