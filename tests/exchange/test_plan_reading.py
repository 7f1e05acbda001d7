"""A plan in StratML becomes a scorecard: what it says is kept, what it does not say is not made up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bsc_site.exchange.draft.project_files import Draft
from bsc_site.exchange.stratml.plan_reading import read_plan
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.failure import InputError, WrongUse
from bsc_site.model.problem import Severity
from tests.exchange.plans import goal, indicator, plan, result, year


def drafted(content: bytes, **taken: list[str]) -> Draft:
    return read_plan(content, "plan.xml", taken)


def card(draft: Draft) -> dict[str, Any]:
    """All keys of its YAML files together."""
    texts = [content for name, content in sorted(draft.files.items()) if name.endswith(".yml")]
    return {key: value for text in texts for key, value in yaml.safe_load(text).items()}


def rows(draft: Draft) -> list[str]:
    return [line for name, text in draft.files.items() if name.endswith(".csv") for line in text.decode().splitlines()]


def said(draft: Draft) -> str:
    return "\n".join(each.message for each in draft.remarks)


def test_mission_vision_values_goals_and_objectives_find_their_places() -> None:
    beside = (
        "<Vision><Description>A better shop</Description></Vision><Mission><Description>no</Description></Mission>"
        "<Value><Name>Courage</Name><Description>to ask</Description></Value><Value><Name>Care</Name></Value>"
    )
    found = card(drafted(plan(goal("<Description>More of it</Description>"), beside, name="Our &amp; plan")))
    assert (found["id"], found["title"], found["mission"], found["vision"]) == (
        "our-and-plan",
        "Our & plan",
        "no",
        "A better shop",
    )
    assert found["values"] == ["Courage: to ask", "Care"]
    assert found["perspectives"] == [
        {"id": "grow", "name": "Grow", "objectives": [{"id": "sell", "name": "Sell", "description": "More of it"}]}
    ]


def test_results_of_one_period_stand_in_one_row_and_targets_to_come_in_the_scorecard() -> None:
    held = indicator(
        year("Target", "10", 2023) + year("Actual", "8", 2023, "late start"),
        year("Actual", "9.125", 2024),
        year("Target", "12", 2025, "agreed in May"),
    )
    draft = drafted(plan(goal(held)))
    assert rows(draft) == [
        "kpi,period,value,target,note",
        "orders,2023,8,10,late start",
        "orders,2024,9.1250,,",
    ]
    kpi = card(draft)["kpis"][0]
    assert kpi["targets"] == [{"period": "2025", "value": 12, "note": "agreed in May"}]
    assert (kpi["frequency"], kpi["unit"], kpi["direction"]) == ("yearly", "count", "none")


@pytest.mark.parametrize(
    ("spans", "frequency", "periods"),
    [
        ([("2023-10-01", "2024-09-30")], "yearly", ["FY2024"]),
        ([("2024-01-01", "2024-03-31"), ("2024-04-01", "2024-06-30")], "quarterly", ["2024-Q1", "2024-Q2"]),
        ([("2024-02-01", "2024-02-29")], "monthly", ["2024-02"]),
        ([("2024-01-01", "2024-06-30")], "half-yearly", ["2024-H1"]),
        ([("2024-07-01", "2024-07-07")], "weekly", ["2024-W27"]),
        ([("", "2023-12-31"), ("", "2024-12-31")], "yearly", ["2023", "2024"]),
        ([("", "2024-01-31"), ("", "2024-02-29")], "monthly", ["2024-01", "2024-02"]),
        ([("", "2023-09-30"), ("", "2024-09-30")], "yearly", ["FY2023", "FY2024"]),
        ([("", "2024-01-26")], "daily", ["2024-01-26"]),
        ([("2024-01-01Z", "2024-12-31+01:00")], "yearly", ["2024"]),
        ([("2024", "2024")], "yearly", ["2024"]),
    ],
)
def test_dates_tell_the_rhythm(spans: list[tuple[str, str]], frequency: str, periods: list[str]) -> None:
    draft = drafted(plan(goal(indicator(*(result("Actual", "5", *each) for each in spans)))))
    assert card(draft)["kpis"][0]["frequency"] == frequency
    assert [line.split(",")[1] for line in rows(draft)[1:]] == periods


@pytest.mark.parametrize(
    ("instances", "words"),
    [
        (year("Actual", "1,234", 2024), "ActualResult '1,234' is left out: it is not one number"),
        (year("Actual", "many", 2024), "'many' is left out: it is not one number"),
        (result("Actual", "5"), "ActualResult '5' is left out: it has no date"),
        (result("Actual", "5", "", "soon"), "it has soon, and a figure needs an EndDate"),
        (result("Actual", "5", "2024-05-01", "2024-01-01"), "it has 2024-05-01 to 2024-01-01"),
        (result("Actual", "5", "2024-02-01", "2024-04-30"), "no one rhythm of periods follows"),
        (year("Actual", "5", 2024) + year("Actual", "6", 2024), "2024 has several that differ; keep one of them"),
    ],
)
def test_a_result_of_no_one_meaning_is_left_out_with_a_word(instances: str, words: str) -> None:
    draft = drafted(plan(goal(indicator(instances))))
    assert words in said(draft)
    assert rows(draft) == []


def test_numbers_with_signs_of_thousands_and_per_cent_are_read() -> None:
    held = indicator(year("Actual", "1,234,567", 2023), year("Actual", "85.5%", 2024), unit="Percentage")
    draft = drafted(plan(goal(held)))
    assert [line.split(",")[2] for line in rows(draft)[1:]] == ["1234567", "85.5"]
    assert card(draft)["kpis"][0]["unit"] == "%"


def test_a_target_that_is_years_away_belongs_to_its_last_year() -> None:
    held = indicator(year("Actual", "5", 2023), result("Target", "9", "2022-01-01", "2027-12-31"))
    draft = drafted(plan(goal(held)))
    assert card(draft)["kpis"][0]["targets"] == [{"period": "2027", "value": 9}]
    assert "the target is kept for 2027; that it begins on 2022-01-01 is not" in said(draft)


def test_elements_are_found_in_any_order_under_any_prefix_and_in_old_spellings() -> None:
    text = (
        '<x:Strategic_Plan xmlns:x="http://www.stratml.net"><y:StrategicPlanCore><Goal><Objective><Description>A'
        "&nbsp;B &lt;br/&gt; C</Description><Name>Größe</Name></Objective><Name>Z</Name></Goal><Mission>"
        "<Description>&eacute;t&amp;eacute;</Description></Mission><Organization><Name>ACME</Name></Organization>"
        "</y:StrategicPlanCore></x:Strategic_Plan>"
    )
    found = card(drafted(text.encode("utf-16")))
    assert (found["title"], found["mission"]) == ("ACME", "été")
    assert found["perspectives"][0]["objectives"] == [{"id": "grosse", "name": "Größe", "description": "A B\nC"}]


def test_mission_vision_and_values_may_stand_within_other_elements() -> None:
    text = (
        "<StrategicPlan><StrategicPlanCore><Goal><Name>A</Name></Goal><Values><Value><Name>Openness</Name></Value>"
        "</Values><Statements><Vision><Description>All served</Description></Vision></Statements>"
        "</StrategicPlanCore><Name>Plan</Name></StrategicPlan>"
    )
    found = drafted(text.encode())
    assert (card(found)["values"], card(found)["vision"], found.remarks) == (["Openness"], "All served", ())


def test_goals_and_objectives_within_others_are_read_once() -> None:
    two = "<Objective><Name>Two</Name></Objective>"
    inner = "<Goal><Name>Inner</Name><Objective><Name>Deep</Name></Objective></Goal>"
    text = f"<Goal><Name>Outer</Name>{inner}<Objective><Name>One</Name>{two}</Objective></Goal>"
    found = [
        (row["name"], [each["name"] for each in row["objectives"]]) for row in card(drafted(plan(text)))["perspectives"]
    ]
    assert found == [("Outer", ["One", "Two"]), ("Inner", ["Deep"])]


def test_halves_of_a_fiscal_year_are_those_of_the_year_with_which_the_plan_begins() -> None:
    halves = goal(indicator(result("Actual", "5", "2024-04-01", "2024-09-30")))
    assert "no one rhythm of periods follows" in said(drafted(plan(halves)))
    dates = "<StartDate>2023-04-01</StartDate><EndDate>2026-03-31</EndDate>"
    text = plan(halves).replace(
        b"</PerformancePlan",
        f"<AdministrativeInformation>{dates}</AdministrativeInformation></PerformancePlan".encode(),
    )
    assert rows(drafted(text))[1] == "orders,FY2025-H1,5,,"


def test_what_is_missing_is_left_out_or_is_to_be_written() -> None:
    nameless = indicator(year("Actual", "5", 2024), name="")
    draft = drafted(plan(f"<Goal><Name/><Objective>{nameless}</Objective></Goal>", name=""))
    found = card(draft)
    assert found["title"] == "TODO: the title of the scorecard"
    assert found["kpis"][0]["name"] == "TODO: what is measured"
    assert [each.code for each in draft.remarks] == ["BSC611"] * 4


def test_an_empty_indicator_of_a_form_is_none() -> None:
    empty = "<PerformanceIndicator><Identifier>a1</Identifier><MeasurementDimension/><UnitOfMeasurement/>"
    assert "kpis" not in card(drafted(plan(goal(f"{empty}</PerformanceIndicator>"))))


def test_the_only_performer_is_the_owner_and_others_are_told() -> None:
    def who(name: str, kind: str = "Performer", role: str = "Lead") -> str:
        roles = f"<Role><Name>{role}</Name><RoleType>{kind}</RoleType></Role>"
        return f"<Stakeholder><Name>{name}</Name>{roles}</Stakeholder>"

    one = drafted(plan(goal(who("Ann") + who("All of us", "Beneficiary", ""))))
    assert card(one)["perspectives"][0]["objectives"][0]["owner"] == "ann"
    assert "that these have a part in 'Sell' is left out, for an objective has one owner: All of us" in said(one)
    two = drafted(plan(goal(who("Ann") + who("Bob"))))
    assert "owner" not in card(two)["perspectives"][0]["objectives"][0]
    assert card(two)["people"] == [
        {"id": "ann", "name": "Ann", "role": "Lead"},
        {"id": "bob", "name": "Bob", "role": "Lead"},
    ]
    named = drafted(plan(goal(who("Ann") + who("Bob", role="Owner"))))
    assert card(named)["perspectives"][0]["objectives"][0]["owner"] == "bob"


def test_everything_without_a_place_is_told_with_its_line() -> None:
    beside = "\n<Organization><Name>ACME</Name><Acronym>A</Acronym></Organization>\n"
    text = plan(goal("<SequenceIndicator>1.1</SequenceIndicator>\n<OtherInformation>psst</OtherInformation>"), beside)
    assert [(each.place.line, each.message.partition(" is ")[0]) for each in drafted(text).remarks] == [
        (2, "Organization/Name 'ACME'"),
        (2, "Organization/Acronym 'A'"),
        (3, "SequenceIndicator of 1 elements"),
        (4, "Objective/OtherInformation 'psst'"),
    ]


def test_ids_that_the_project_has_are_not_given_again() -> None:
    draft = drafted(plan(goal(indicator())), kpi=["ORDERS"], scorecard=["other"])
    assert [each["id"] for each in card(draft)["kpis"]] == ["orders-2"]
    with pytest.raises(WrongUse, match="the project has a scorecard 'plan' already"):
        drafted(plan(goal()), scorecard=["Plan"])


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "plan.xml:0:0: BSC600 error: the file is empty"),
        (b"<a>\n<b></a>", "plan.xml:2:6: BSC600 error: mismatched tag"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "'klingon' is no encoding that is known"),
        (b"<a>\n\x92</a>", "plan.xml:2:0: BSC600 error: byte 0x92 is not utf-8"),
        (b"<a/>", "BSC603 error: the file holds <a> without a StrategicPlanCore"),
        (b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "BSC601 error: a document type can"),
        (b"<!DOCTYPE a [<!ENTITY x 'x'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>", "BSC601 error: a document type can"),
        (b"<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>", "BSC601 error: a document type can"),
        (b"<a>" * 100, "BSC602 error: elements stand in one another more than 60 deep"),
        (b"<a>&unknown;</a>", "BSC600 error: undefined entity"),
        (b"<a>\x00</a>", "BSC600 error: not well-formed"),
        (b"<StrategicPlanCore/>", "without a StrategicPlanCore that has a Goal"),
    ],
)
def test_a_file_that_is_broken_or_unsafe_is_refused_with_one_line(content: bytes, line: str) -> None:
    with pytest.raises(InputError) as refused:
        drafted(content)
    assert line in str(refused.value)
    assert len(refused.value.problems) == 1


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(InputError, match="20,000,000 are the most that is read"):
        drafted(b"<a>" + b" " * 20_000_000)


HARD = plan(
    goal(
        indicator(year("Actual", "1.234", 2023), year("Actual", "2.345", 2024), name="売上: a #1 'x'")
        + indicator(result("Target", "5", "2023-10-01", "2024-09-30"), name="no")
        + indicator(name="- a")
    )
    + goal(name="Grow"),
    "<Value><Name>null</Name></Value><Value><Name>1:30</Name></Value>",
    name="2024-01-01",
)


def checked(content: bytes, root: Path) -> list[str]:
    """Errors of its files, and whatever is wrong with its data."""
    for name, text in drafted(content).files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text)
    loaded = load_project(root)
    assert loaded.readable is not None
    read = load_readings(root, loaded.readable)
    errors = [each for each in loaded.problems if each.severity is Severity.ERROR]
    return [str(each) for each in (*errors, *read.problems)]


def test_the_check_finds_no_error_in_what_was_imported(tmp_path: Path) -> None:
    assert checked(HARD, tmp_path) == []


def test_a_real_report_is_imported_without_an_error(real_data: Path, tmp_path: Path) -> None:
    content = (real_data / "stratml/part2_report_SMLC2011.xml").read_bytes()
    assert checked(content, tmp_path) == []
    draft = drafted(content)
    found = card(draft)
    assert [len(found[key]) for key in ("values", "perspectives", "kpis", "people")] == [5, 3, 11, 42]
    assert [each.split(",")[:3] for each in rows(draft)[1:]] == [
        ["plans-converted", "2012-01-26", "829"],
        ["teleconferences", "2011", "8"],
        ["plans-and-reports-converted", "2012-01-26", "13"],
        ["part-2-forms", "2012-01-28", "2"],
    ]
