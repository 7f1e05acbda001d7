"""Audience: what a circle of readers may not see leaves no trace."""

from __future__ import annotations

from typing import Any

import pytest

from bsc_site.compute.audience import (
    Apart,
    Circle,
    UnknownAudienceError,
    audience_of,
    for_audience,
    kept_without_a_word,
    set_apart,
)
from bsc_site.model.declared.project import Project
from bsc_site.model.vocabularies import Status
from bsc_site.wording.audience_text import unknown_audience_statement
from tests.builders.small_projects import assessed, kpi, project, readings

TARGET = [{"period": "2025", "value": 10}]


def layered(**keys: Any) -> Project:
    """A project with elements for the staff and for the board."""
    objectives = [
        {"id": "open", "name": "Open", "kpis": ["seen", "covert", "mixed"], "drives": ["secret", "other"]},
        {
            "id": "other",
            "name": "Other",
            "drives": [{"to": "open", "via": ["seen", "covert"], "controls": ["covert", "seen"]}],
        },
        {"id": "secret", "name": "Secret", "kpis": ["seen"], "audience": "board"},
    ]
    parts = {
        "audiences": ["public", "staff", "board"],
        "perspectives": [{"id": "p", "name": "P", "objectives": objectives}],
        "initiatives": [
            {
                "id": "i",
                "name": "I",
                "start": "2025-01",
                "end": "2025-12",
                "serves": ["open", "secret"],
                "depends_on": ["j"],
            },
            {"id": "j", "name": "J", "start": "2025-01", "end": "2025-12", "audience": "board"},
        ],
        "reviews": [{"period": "2025-01", "on": "kpi/covert"}, {"period": "2025-01", "on": "objective/open"}],
        "risks": [{"id": "r", "name": "R", "on": "objective/secret", "likelihood": 1, "impact": 1}],
    }
    kpis = [
        kpi(id="seen", targets=TARGET),
        kpi(id="covert", audience="board", targets=TARGET),
        kpi(id="mixed", formula="seen + covert", audience="staff"),
    ]
    return project(*kpis, **(parts | keys))


def test_elements_of_narrower_circles_are_gone_with_every_reference() -> None:
    card = for_audience(layered(), "staff").root
    first, second = card.perspectives[0].objectives
    assert [each.id for each in card.kpis] == ["seen", "mixed"]
    assert (first.kpis, [each.to for each in first.drives]) == (("seen", "mixed"), ["other"])
    assert (second.drives[0].via, second.drives[0].controls) == ((), ("seen",))
    assert [(each.id, each.serves, each.depends_on) for each in card.initiatives] == [("i", ("open",), ())]
    assert [each.on for each in card.reviews] == ["objective/open"]
    assert card.risks == ()


def test_nothing_that_is_published_names_a_hidden_kpi() -> None:
    figures = (readings("seen", {"2025-01": 2}), readings("covert", {"2025-01": 40}))
    result = assessed(layered(), *figures, audience="staff")
    mixed = result.kpis["mixed"]
    assert mixed.current is not None
    assert mixed.current.value == 42
    assert "covert" not in f"{result}"


def test_what_is_hidden_does_not_count() -> None:
    figures = (readings("seen", {"2025-01": 2}), readings("covert", {"2025-01": 40}))
    everyone = assessed(layered(), *figures, audience="public").scorecards["c"].standing
    board = assessed(layered(), *figures, audience="board").scorecards["c"].standing
    assert (everyone.status, everyone.coverage.total) == (Status.OFF_TRACK, 1)
    assert (board.status, board.coverage.total) == (Status.OFF_TRACK, 2)


def test_the_narrowest_circle_and_no_audience_see_everything() -> None:
    assert for_audience(layered(), None) == layered()
    assert for_audience(layered(), "board").root.kpis == layered().root.kpis


def test_an_unknown_audience_says_which_there_are() -> None:
    words = "'bord' is not an audience of this project; use public, staff, board or all"
    for asked in (for_audience, set_apart):
        with pytest.raises(UnknownAudienceError) as caught:
            asked(layered(), "bord")
        assert caught.value.allowed == ("public", "staff", "board", "all")
        assert unknown_audience_statement(caught.value) == words


def test_the_widest_circle_is_the_first_of_the_list() -> None:
    assert audience_of(layered(), Circle.WIDEST) == "public"
    assert audience_of(project(audiences=["everyone", "leaders"]), Circle.WIDEST) == "everyone"
    assert audience_of(project(), Circle.WIDEST) == "public"


@pytest.mark.parametrize("asked", [Circle.EVERYTHING, "all"])
def test_all_is_no_audience(asked: Circle | str) -> None:
    assert audience_of(layered(), asked) is None
    assert audience_of(layered(), "staff") == "staff"


@pytest.mark.parametrize(
    ("name", "left_out", "shown"),
    [
        ("public", {"staff": 1, "board": 3}, {}),
        ("staff", {"board": 3}, {"staff": 1}),
        ("board", {}, {"staff": 1, "board": 3}),
        (None, {}, {"staff": 1, "board": 3}),
    ],
)
def test_what_is_not_for_everybody_is_counted(
    name: str | None, left_out: dict[str, int], shown: dict[str, int]
) -> None:
    assert set_apart(layered(), name) == Apart(left_out, shown)


def test_what_is_for_the_widest_circle_is_not_set_apart() -> None:
    one = project(kpi(audience="public"), audiences=["public", "staff"])
    assert [set_apart(one, name) for name in ("public", "staff", None)] == [Apart()] * 3


def test_an_element_for_an_unknown_circle_is_counted_as_left_out() -> None:
    one = project(kpi(audience="press"), audiences=["public", "staff"])
    assert set_apart(one, "staff") == Apart(left_out={"press": 1})


def test_an_element_for_an_unknown_circle_is_kept_from_everyone() -> None:
    one = project(kpi(audience="press"), audiences=["public", "staff"])
    assert for_audience(one, "staff").root.kpis == ()


def test_without_a_list_the_usual_circles_hold() -> None:
    one = project(kpi(id="a", audience="staff"), kpi(id="b", audience="board"))
    assert [each.id for each in for_audience(one, "staff").root.kpis] == ["a"]


def secretive(*kpis: dict[str, Any], **keys: Any) -> Project:
    """A project whose objective `secret` and KPI `pay` are for the board."""
    objectives = [
        {"id": "open", "name": "Open", "kpis": ["heads", "double"], "owner": "kim", "themes": ["grow"]},
        {"id": "secret", "name": "Secret", "audience": "board", "kpis": ["pay", "only"], "owner": "ghost"},
    ]
    objectives[1]["themes"] = ["falcon"]
    people = [{"id": each, "name": each.title()} for each in ("kim", "ghost", "nobody")]
    parts: dict[str, Any] = {
        "perspectives": [{"id": "p", "name": "P", "objectives": objectives}],
        "people": people,
        "themes": [{"id": "grow", "name": "Grow"}, {"id": "falcon", "name": "Falcon"}],
        "initiatives": [
            {
                "id": "raid",
                "name": "Raid",
                "start": "2025-01",
                "end": "2025-12",
                "serves": ["secret"],
                "owner": "ghost",
            },
            {"id": "idle", "name": "Idle", "start": "2025-01", "end": "2025-12"},
        ],
    }
    own = [kpi(id="pay", audience="board"), kpi(id="heads"), kpi(id="double", formula="pay * 2"), kpi(id="only")]
    return project(*own, *kpis, **(parts | keys))


def test_what_is_made_from_or_belongs_only_to_what_is_hidden_is_hidden_too() -> None:
    card = for_audience(secretive(), "public").root
    assert [each.id for each in card.kpis] == ["heads"]
    assert [each.id for each in card.initiatives] == ["idle"]
    assert [each.id for each in card.people] == ["kim", "nobody"]
    assert [each.id for each in card.themes] == ["grow"]
    assert card.objectives["open"].kpis == ("heads",)


def test_what_is_hidden_without_a_word_of_its_own_is_counted_with_its_reason() -> None:
    assert set_apart(secretive(), "public") == Apart(left_out={"board": 5})


def test_what_is_made_from_a_figure_that_is_hidden_without_a_word_is_hidden_too() -> None:
    further = secretive(kpi(id="quarter", formula="double / 8"), kpi(id="from-only", formula="only + heads"))
    assert [each.id for each in for_audience(further, "public").root.kpis] == ["heads"]


def test_an_audience_of_its_own_decides() -> None:
    told = secretive(kpi(id="ratio", formula="pay / heads", audience="public"))
    assert [each.id for each in for_audience(told, "public").root.kpis] == ["heads", "ratio"]


def test_a_kpi_that_no_objective_lists_is_shown() -> None:
    bare = secretive(perspectives=[{"id": "p", "name": "P", "audience": "board", "objectives": []}])
    assert [each.id for each in for_audience(bare, "public").root.kpis] == ["heads", "only"]


def test_a_roll_up_of_hidden_figures_is_hidden() -> None:
    below = secretive(id="s", parent="c")
    above = project(kpi(id="total", from_children={"aggregate": "sum", "kpis": ["pay", "heads"]}))
    whole = Project((*above.scorecards, *below.scorecards))
    assert for_audience(whole, "public").scorecards[0].kpis == ()


def test_what_is_hidden_without_a_word_is_told_with_both_ways_to_settle_it() -> None:
    (found,) = kept_without_a_word(secretive())
    assert (found.element, found.code) == ("kpi/double", "BSC155")
    assert dict(found.figures) == {"kpi": "pay", "audience": "board", "widest": "public"}
