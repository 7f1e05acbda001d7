"""A scorecard as a plan in StratML: as the standard asks for, for its readers alone, the same when it comes back."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
import yaml
from lxml import etree

from bsc_site.compute.audience import Circle
from bsc_site.exchange.draft.project_files import Draft
from bsc_site.exchange.stratml.plan_reading import read_plan
from bsc_site.exchange.stratml.plan_writing import WrittenPlan, write_plan
from bsc_site.interchange.exporting import Wanted, exported
from bsc_site.model.failure import WrongUse
from bsc_site.outcomes import Examination, Order
from bsc_site.pipeline import examine
from tests.builders.program import DAY, FIGURES, SCORECARD, run, shop

DEMO = Path(__file__).parents[2]
LATER = date(2026, 11, 22)


@pytest.fixture(scope="module")
def demo() -> Examination:
    return examine(Order(DEMO, LATER, Circle.WIDEST))


def plan_of(examination: Examination, card: str) -> WrittenPlan:
    assert examination.assessment is not None
    return write_plan(
        examination.assessment, examination.series, examination.assessment.scorecards[card].scorecard, "p"
    )


def small(root: Path, scorecard: str = SCORECARD, figures: str = FIGURES) -> tuple[WrittenPlan, Draft]:
    """The plan of a small project, and what it is when it is read again."""
    home = shop(root, scorecard=scorecard, figures=figures)
    plan = plan_of(examine(Order(home, date.fromisoformat(DAY))), "shop")
    return plan, read_plan(plan.content, "plan.xml", {})


@pytest.mark.parametrize("card", ["corporate", "marketing", "operations"])
def test_the_schema_of_the_standard_takes_every_scorecard_of_the_demo(
    card: str, demo: Examination, real_data: Path
) -> None:
    schema = etree.XMLSchema(etree.parse(real_data / "stratml/PerformancePlanOrReport20160216.xsd"))
    schema.assertValid(etree.fromstring(plan_of(demo, card).content))


@pytest.mark.parametrize("card", ["corporate", "marketing", "operations"])
def test_what_the_format_carries_is_the_same_when_it_comes_back(card: str, demo: Examination) -> None:
    assert demo.assessment is not None
    draft = read_plan(plan_of(demo, card).content, "plan.xml", {})
    texts = {name.rpartition("/")[2]: yaml.safe_load(text) for name, text in draft.files.items() if ".yml" in name}
    before, after = demo.assessment.scorecards[card].scorecard, texts["scorecard.yml"]
    assert [after[key] for key in ("id", "title", "mission")] == [before.id, before.title, before.mission]
    assert after.get("values", []) == list(before.values)
    placed: set[str] = set()
    for row, back in zip(before.perspectives, after["perspectives"], strict=True):
        assert (back["id"], back["name"], back.get("question", "")) == (row.id, row.name, row.question)
        for objective, again in zip(row.objectives, back["objectives"], strict=True):
            assert (again["id"], again["name"]) == (objective.id, objective.name)
            own = [each for each in objective.kpis if each not in placed]
            placed.update(own)
            assert again.get("kpis", []) == own
    for kpi in texts["kpis.yml"]["kpis"]:
        declared = demo.assessment.project.kpis[kpi["id"]]
        assert (kpi["name"], kpi.get("unit", ""), kpi["kind"]) == (declared.name, declared.unit, declared.kind)
        assert kpi["frequency"] == declared.frequency
    rows = list(csv.DictReader(io.StringIO(draft.files[f"data/{draft.card}.csv"].decode())))
    assert [(each["kpi"], each["period"], float(each["value"])) for each in rows] == [
        (name, str(point.period), point.value)
        for name in texts["kpis.yml"]["kpis"]
        for name in [name["id"]]
        for point in demo.assessment.kpis[name].points
        if point.complete or point.running
    ]


def test_targets_and_notes_come_back(tmp_path: Path) -> None:
    figures = "kpi,period,value,target,note\nrepeat-rate,2025-05,25,24,rain\nrepeat-rate,2025-06,26.125,,\n"
    _, back = small(tmp_path, figures=figures)
    assert back.files["data/shop.csv"].decode() == (
        "kpi,period,value,target,note\nrepeat-rate,2025-05,25,24,rain\nrepeat-rate,2025-06,26.1250,,\n"
    )
    assert yaml.safe_load(back.files["scorecard/shop/kpis.yml"])["kpis"][0]["targets"] == [
        {"period": "2025-12", "value": 30}
    ]


def test_signs_of_xml_and_letters_of_every_script_come_back(tmp_path: Path) -> None:
    name = 'A < B & C > D "q" 売上'
    _, back = small(tmp_path, SCORECARD.replace("Earn repeat customers", f"'{name}'"))
    card = yaml.safe_load(back.files["scorecard/shop/scorecard.yml"])
    assert card["perspectives"][0]["objectives"][0]["name"] == name


def test_every_key_without_a_place_is_told_once(tmp_path: Path) -> None:
    plan, _ = small(tmp_path)
    assert [(each.key, each.code, each.message) for each in plan.remarks] == [
        ("kpis.owner", "BSC612", "has no place in the file: repeat-rate"),
        ("kpis.baseline", "BSC612", "has no place in the file: repeat-rate"),
        ("kpis.direction", "BSC612", "has no place in the file: repeat-rate"),
    ]


def test_what_is_not_for_everybody_is_not_in_the_file(tmp_path: Path) -> None:
    secret = SCORECARD.replace("    kind: leading\n", "    kind: leading\n    audience: board\n")
    home = shop(tmp_path, scorecard=secret)
    told = exported(Order(home, date.fromisoformat(DAY), Circle.WIDEST), Wanted("stratml"))
    assert told.lines[1:] == ("1 element is for board only and is not in the file; --audience all writes it too",)
    written = (home / "build/shop.stratml.xml").read_text(encoding="utf-8")
    assert "Repeat" not in written
    assert "NumberOfUnits" not in written


def test_a_scorecard_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="there is no scorecard 'sop'; there are: shop"):
        exported(Order(shop(tmp_path), date.fromisoformat(DAY)), Wanted("stratml", "sop"))


@pytest.mark.slow
def test_the_command_writes_the_file_that_was_asked_for(tmp_path: Path) -> None:
    home = shop(tmp_path / "home")
    told = run("export", "stratml", "-C", home, "--as-of", DAY, "--out", tmp_path / "out" / "plan.xml")
    assert (told.code, told.out.splitlines()[-1]) == (0, f"wrote {tmp_path / 'out' / 'plan.xml'}")
    assert etree.parse(tmp_path / "out" / "plan.xml").getroot().get("Type") == "Performance_Report"


@pytest.mark.slow
def test_a_project_with_an_error_is_not_exported(tmp_path: Path) -> None:
    home = shop(tmp_path, scorecard=SCORECARD.replace("kpis: [repeat-rate]", "kpis: [nps]"))
    told = run("export", "stratml", "-C", home, "--as-of", DAY)
    assert (told.code, told.out.splitlines()[-1]) == (1, "Nothing was written.")
    assert not (home / "build").exists()
