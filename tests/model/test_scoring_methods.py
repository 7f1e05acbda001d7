"""Everything that depends on the way of scoring is read from one table, so that none can be forgotten."""
# the names of tests are sentences

from __future__ import annotations

import pytest

from bsc_site.compute.scoring.judge import method_of
from bsc_site.load.scorecards.source_and_scoring_checks import scoring_complaints
from bsc_site.model.declared.scoring import Scoring
from bsc_site.model.declared.scoring_methods import SCORING_METHODS
from bsc_site.model.vocabularies import Method
from tests.builders.small_projects import declared


def test_every_method_stands_in_the_table() -> None:
    assert set(SCORING_METHODS) == set(Method)


@pytest.mark.parametrize("method", Method)
def test_the_example_of_a_method_is_scored_by_it_and_nothing_is_wrong_with_it(method: Method) -> None:
    kpi = declared(**SCORING_METHODS[method].example.keys)
    assert method_of(kpi) is method
    assert list(scoring_complaints(kpi)) == []


@pytest.mark.parametrize("method", Method)
def test_what_a_method_needs_is_asked_for(method: Method) -> None:
    """A list where it has one, a better side, a baseline; and shares only where it takes them."""
    needs = SCORING_METHODS[method]
    bare = declared(direction="band", scoring={"method": method, "on_track": "90%"})
    codes = {each.code for each in scoring_complaints(bare)}
    assert ("BSC145" in codes) == bool(needs.list_key)
    assert ("BSC146" in codes) == needs.needs_side
    assert ("BSC152" in codes) == needs.needs_baseline
    assert ("BSC148" in codes) != needs.takes_shares


def test_every_list_of_the_options_belongs_to_one_method() -> None:
    lists = [each.list_key for each in SCORING_METHODS.values() if each.list_key]
    assert len(lists) == len(set(lists)) == 3
    assert set(lists) <= set(Scoring.model_fields)


@pytest.mark.parametrize(
    ("keys", "computed"),
    [
        ({}, False),
        ({"source": {"file": "data/x.csv"}}, False),
        ({"formula": "a + b"}, True),
        ({"from_children": {"aggregate": "sum", "tag": "visits"}}, True),
    ],
)
def test_a_kpi_made_from_others_is_computed(keys: dict[str, object], computed: bool) -> None:  # noqa: FBT001  # a case
    assert declared(**keys).computed is computed
