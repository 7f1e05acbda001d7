"""What reviews said and decided is compared too: entries, decisions, who carries them out, and by when."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bsc_site.compute.audience import Circle
from bsc_site.wording.reporting.difference_text import difference_text
from tests.builders.program import SCORECARD, called, shop
from tests.builders.repositories import begun, commit
from tests.diff.versions import copied, kinds_of, project_of, told_of

DECISION: dict[str, Any] = {"text": "Call back", "owner": "ann", "due": "2025-08-15"}
REVIEW: dict[str, Any] = {"period": "2025-Q2", "on": "kpi/a", "by": "ann", "analysis": "Few", "decisions": [DECISION]}


def _minuted(*reviews: dict[str, Any], **keys: Any) -> dict[str, Any]:
    return {**copied(), "reviews": [copied(each) for each in reviews], **keys}


def _sentences(before: dict[str, Any], after: dict[str, Any], readers: Circle = Circle.EVERYTHING) -> list[str]:
    found = told_of(project_of(before), project_of(after), readers=readers)
    return [f"{each.name}: {difference_text(each, found.projects)}" for each in found.differences]


def _decided(**keys: Any) -> Callable[[], dict[str, Any]]:
    return lambda: {**REVIEW, "decisions": [{**DECISION, **keys}]}


@pytest.mark.parametrize(
    ("later", "sentence"),
    [
        (_decided(done="2025-07-05"), "A: decision of Q2 2025: Call back: done 5 Jul 2025"),
        (_decided(due="2025-09"), "A: decision of Q2 2025: Call back: due: Sep 2025, before that 15 Aug 2025"),
        (_decided(owner="bob"), "A: decision of Q2 2025: Call back: owner: Bob, before that Ann"),
        (_decided(text="Call at once"), "A: decision of Q2 2025: Call at once: text edited"),
        (lambda: {**REVIEW, "decisions": []}, "A: decision of Q2 2025 is gone: Call back"),
        (lambda: {**REVIEW, "analysis": "Many", "by": "bob"}, "A: review of Q2 2025: by, analysis edited"),
    ],
)
def test_what_became_of_a_decision_is_told_of_the_element_that_was_spoken_of(
    later: Callable[[], dict[str, Any]], sentence: str
) -> None:
    assert _sentences(_minuted(REVIEW), _minuted(later())) == [sentence]
    assert _sentences(_minuted(later()), _minuted(later())) == []


def test_a_new_review_is_told_with_each_of_its_decisions() -> None:
    more = {**REVIEW, "period": "2025-Q1", "on": "objective/o", "decisions": [{"text": "Ask the customers"}]}
    assert _sentences(_minuted(REVIEW), _minuted(more, REVIEW)) == [
        "O: review of Q1 2025 is new",
        "O: decided in the review of Q1 2025: Ask the customers (nobody, no due date)",
    ]
    assert _sentences(_minuted(), _minuted(REVIEW))[1] == (
        "A: decided in the review of Q2 2025: Call back (Ann, due 15 Aug 2025)"
    )


def test_reviews_are_a_kind_and_a_cause_of_their_own_and_flip_nothing() -> None:
    found = told_of(project_of(_minuted()), project_of(_minuted(REVIEW)))
    assert kinds_of(found) == [("review", "kpi/a", ("review",))] * 2


def test_an_element_with_another_id_keeps_what_was_said_of_it() -> None:
    renamed = _minuted({**REVIEW, "on": "kpi/z"})
    renamed["kpis"][0] |= {"id": "z", "was": ["a"]}
    renamed["perspectives"][0]["objectives"][0]["kpis"] = ["z", "b"]
    assert _sentences(_minuted(REVIEW), renamed) == ["A: z instead of a"]


def test_a_person_with_another_name_or_id_is_no_other_owner() -> None:
    called_otherwise = _minuted(REVIEW, people=[{"id": "ann", "name": "Ann Lee"}, {"id": "bob", "name": "Bob"}])
    assert _sentences(_minuted(REVIEW), called_otherwise) == ["Ann Lee: name: Ann Lee, before that Ann"]
    by_id = _minuted({**REVIEW, "by": "ann-lee", "decisions": [{**DECISION, "owner": "ann-lee"}]})
    by_id["people"] = [{"id": "ann-lee", "name": "Ann", "was": ["ann"]}, {"id": "bob", "name": "Bob"}]
    for each in (*by_id["kpis"], by_id["perspectives"][0]["objectives"][0]):
        each["owner"] = "ann-lee"
    assert _sentences(_minuted(REVIEW), by_id) == ["Ann: ann-lee instead of ann"]


def test_owners_are_told_by_their_names_and_by_their_ids_where_both_are_called_the_same() -> None:
    card = _minuted()
    card["kpis"][0]["owner"] = "bob"
    assert _sentences(_minuted(), card) == ["A: owner: Bob, before that Ann"]
    twins = [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Ann"}]
    assert _sentences(_minuted(people=twins), {**card, "people": twins}) == ["A: owner: bob, before that ann"]


def test_another_team_of_a_person_is_told() -> None:
    people = [{"id": "ann", "name": "Ann", "team": "North"}, {"id": "bob", "name": "Bob"}]
    assert _sentences(_minuted(), _minuted(people=people)) == ["Ann: team: North, before that nothing"]


def test_an_entry_for_fewer_readers_is_told_to_them_alone() -> None:
    secret = {**REVIEW, "audience": "board"}
    assert _sentences(_minuted(), _minuted(secret), Circle.WIDEST) == []
    assert _sentences(_minuted(REVIEW), _minuted(secret), Circle.WIDEST) == []
    assert len(_sentences(_minuted(secret), _minuted(REVIEW), Circle.WIDEST)) == 2


def test_it_stands_at_its_line_in_the_file(tmp_path: Path) -> None:
    folder = begun(shop(tmp_path))
    text = SCORECARD + "reviews:\n  - period: 2025-Q2\n    on: kpi/repeat-rate\n    by: ann\n    analysis: Few\n"
    shop(folder, scorecard=text)
    commit(folder, "2025-07-01")
    shop(folder, scorecard=text + "    decisions:\n      - {text: Call back, owner: ann, due: 2025-08-15}\n")
    told = called("diff", "--format", "github", "--as-of", "2025-07-10", cwd=folder)
    line = len(text.splitlines()) + 2
    assert told.out.startswith(f"::notice file=scorecard/shop.yml,title=Reviews,line={line},col=9::Repeat purchase")
