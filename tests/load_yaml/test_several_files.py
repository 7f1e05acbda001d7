"""One scorecard in several files: every kind of element may stand in a file of its own, and add to what others say."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.load.scorecards.project_folder import LoadedProject
from bsc_site.model.problem import Finding
from tests.builders.project_folders import HEAD, lines, loaded_from

CUSTOMER = """\
perspectives:
  - id: customer
    name: Customer
    question: How do customers see us?
    weight: 2
    objectives: [{id: loyal, name: Loyal customers}]
  - {id: learning, name: Learning}
"""
ADDED = "perspectives: [{id: customer, objectives: [{id: %s, name: An objective, drives: [%s]}]}]\n"


def rows(loaded: LoadedProject) -> list[tuple[str, str, list[str]]]:
    assert lines(loaded) == []
    assert loaded.project is not None
    return [(row.id, row.name, [each.id for each in row.objectives]) for row in loaded.project.root.perspectives]


def test_a_second_file_adds_objectives_to_a_perspective(tmp_path: Path) -> None:
    loaded = loaded_from(tmp_path, {"corporate.yml": HEAD + CUSTOMER, "more.yml": ADDED % ("quick", "loyal")})
    assert rows(loaded) == [("customer", "Customer", ["loyal", "quick"]), ("learning", "Learning", [])]


def test_objectives_of_the_declaring_file_come_first_and_the_others_by_the_names_of_their_files(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "corporate.yml": HEAD + "perspectives: [{id: customer, objectives: [{id: second, name: B}]}]\n",
        "z/z.yml": ADDED % ("fourth", "third"),
        "b.yml": ADDED % ("third", "second"),
        "m.yml": (ADDED % ("first", "fourth")).replace("customer,", "customer, name: Customer,"),
    }
    assert rows(loaded_from(tmp_path, files)) == [("customer", "Customer", ["first", "second", "third", "fourth"])]


def test_a_perspective_without_objectives_gets_those_of_another_file(tmp_path: Path) -> None:
    added = ADDED.replace("customer", "learning") % ("learn", "loyal")
    assert rows(loaded_from(tmp_path, {"a.yml": HEAD + CUSTOMER, "b.yml": added}))[1] == (
        "learning",
        "Learning",
        ["learn"],
    )


def test_a_second_file_may_say_what_the_perspective_lacks_and_repeat_what_it_says(tmp_path: Path) -> None:
    added = (
        'perspectives: [{id: customer, name: Customer, ignore: [{rule: BSC214, because: "soon"}], audience: staff}]\n'
    )
    loaded = loaded_from(tmp_path, {"a.yml": HEAD + CUSTOMER, "b.yml": added})
    assert rows(loaded)[0] == ("customer", "Customer", ["loyal"])
    assert loaded.project is not None
    row = loaded.project.root.perspectives[0]
    assert (row.question, row.audience) == ("How do customers see us?", "staff")
    assert [each.because for each in row.ignore] == ["soon"]


def test_a_perspective_listed_twice_in_one_file_is_still_a_mistake(tmp_path: Path) -> None:
    text = HEAD + CUSTOMER + "  - {id: customer, name: Customer}\n"
    assert [each.code for each in loaded_from(tmp_path, {"a.yml": text}).problems] == ["BSC101"]


def test_a_perspective_that_may_stand_in_a_broken_file_is_not_called_unknown(tmp_path: Path) -> None:
    broken = "perspectives:\n  - id: customer\n\tname: Customer\n"
    loaded = loaded_from(tmp_path, {"a.yml": HEAD, "b.yml": ADDED % ("quick", ""), "c.yml": broken})
    assert [each.code for each in loaded.problems] == ["BSC001"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "perspectives:\n  - id: customer\n    weight: no\n",
            "b.yml:3:13: BSC003 error perspectives[0].weight: ",
        ),
        (
            "perspectives:\n  - id: customer\n    rollup: means\n",
            "b.yml:3:5: BSC012 error perspectives[0].rollup: 'means' is not a roll-up; ",
        ),
        (
            "perspectives:\n  - id: customer\n    objectives:\n",
            "b.yml:3:5: BSC006 error perspectives[0].objectives: an empty value is not a list; ",
        ),
        (
            "perspectives:\n  - id: customer\n    objectives:\n      - {id: a, name: A}\n      - {id: b, name: no}\n",
            "b.yml:5:23: BSC003 error perspectives[0].objectives[1].name: ",
        ),
        (
            "perspectives:\n  - id: customer\n    objectives:\n      - id: loyal\n        name: Loyal\n",
            "b.yml:4:9: BSC101 error perspectives[0].objectives[0].id: the objective 'loyal' is already declared in ",
        ),
    ],
)
def test_a_mistake_is_told_at_its_place_in_the_second_file(text: str, line: str, tmp_path: Path) -> None:
    first = HEAD + CUSTOMER.replace("    weight: 2\n", "").replace("[{id", "\n      - {id").replace("}]", "}")
    (found,) = lines(loaded_from(tmp_path, {"a.yml": first, "b.yml": text}))
    assert found.startswith(f"scorecard/{line}")


def test_a_finding_about_an_added_objective_has_its_place_and_its_silence(tmp_path: Path) -> None:
    added = ADDED % ("quick", "loyal")
    silence = 'ignore: [{rule: BSC206, because: "see the minutes"}], objectives:'
    finding = Finding("objective/corporate/quick", "drives[0]", "BSC206", "why?")
    marks = loaded_from(tmp_path, {"a.yml": HEAD + CUSTOMER, "b.yml": added}).marks
    place = f"scorecard/b.yml:1:{added.index('loyal') + 1}"
    assert str(marks.problem_of(finding)).startswith(
        f"{place}: BSC206 note perspectives[0].objectives[0].drives[0]: why?"
    )
    assert marks.silenced(finding) is None
    assert (
        loaded_from(tmp_path, {"b.yml": added.replace("objectives:", silence)}).marks.silenced(finding)
        == "see the minutes"
    )


def test_kpis_initiatives_people_reviews_risks_and_themes_of_several_files_are_joined(tmp_path: Path) -> None:
    elements = """\
themes: [{id: theme-%d, name: T}]
kpis: [{id: kpi-%d, name: K, owner: person-%d}]
initiatives: [{id: app-%d, name: I, start: 2025-01, end: 2025-06}]
people: [{id: person-%d, name: P}]
reviews: [{period: 2025-06, on: kpi/kpi-%d, analysis: A}]
risks: [{id: risk-%d, name: R, likelihood: 1, impact: 1}]
values: [Courage %d]
"""
    texts = [elements.replace("%d", str(number)) for number in (1, 2, 3)]
    loaded = loaded_from(tmp_path, {"a.yml": HEAD + texts[0], "b.yml": texts[1], "c/c.yml": texts[2]})
    assert lines(loaded) == []
    assert loaded.project is not None
    card = loaded.project.root
    counts = {key: len(getattr(card, key)) for key in ("themes", "kpis", "initiatives", "people", "reviews", "risks")}
    assert set(counts.values()) == {3}
    assert card.values == ("Courage 1", "Courage 2", "Courage 3")


def test_a_thousand_perspectives_in_two_files_are_joined_without_delay(tmp_path: Path) -> None:
    declared = "".join(f"  - {{id: p{n}, name: P}}\n" for n in range(1000))
    added = "".join(f"  - {{id: p{n}, objectives: [{{id: o{n}, name: O}}]}}\n" for n in range(1000))
    loaded = loaded_from(tmp_path, {"a.yml": f"{HEAD}perspectives:\n{declared}", "b.yml": f"perspectives:\n{added}"})
    assert [row[2] for row in rows(loaded)] == [[f"o{n}"] for n in range(1000)]
