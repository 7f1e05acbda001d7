"""The published data says what the assessment says, in the words and the order of its schemas."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bsc_site.model.concluded.assessment import Expectation, Point
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.period import Frequency, Period, parse_period
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.model.vocabularies import Status
from bsc_site.publish.data_files.api import documents
from bsc_site.publish.data_files.published_series import CSV_COLUMNS, published_series, series_csv
from bsc_site.publish.published_data.published_json import json_bytes, number, numbers, plain
from tests.builders.company import assessed_company, company, department, full_kpi
from tests.effort import growth

KPI_FIELDS = (
    "id name objectives owner unit direction kind frequency period value target status status_name score progress pace "
    "trend slope run_length variation assurance freshness chance url benchmark_position duty"
)
SCORECARD_FIELDS = {
    "": "schema_version as_of audience scorecard score status status_name coverage statuses freshness perspectives "
    "objectives kpis links initiatives problems alignment portfolio duties destination risks",
    "scorecard": "id title",
    "coverage": "scored total",
    "perspectives": "id name score status status_name coverage",
    "objectives": "id name perspective owner score status status_name coverage trend supporters above below",
    "links": "from to sign lag grade n effect low high p q detectable cause outcome testable_from sentence",
    "initiatives": "id name status progress start end budget spent effect expected earned variance slippage milestones "
    "waits_for",
    "problems": "code severity file line message",
}
PROBLEM = problem("BSC001", Place("scorecard/kpis.yml", 3, 1), "the file is not YAML")


@pytest.fixture(scope="module")
def whole() -> Assessment:
    """A company with a department."""
    return assessed_company(company(), department())


@pytest.fixture(scope="module")
def files(whole: Assessment) -> dict[str, bytes]:
    """Its published data."""
    return documents(whole, (PROBLEM,))


def _json(files: dict[str, bytes], path: str) -> Any:
    return json.loads(files[path])


def _one(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


@pytest.mark.parametrize("part", SCORECARD_FIELDS)
def test_scorecard_json_has_every_field(files: dict[str, bytes], part: str) -> None:
    """Under the names that programs rely on."""
    document = _json(files, "api/v1/scorecard.json")
    found = _one(document[part]) if part else document
    assert list(found) == SCORECARD_FIELDS[part].split()


def test_kpis_have_every_field_in_both_files(files: dict[str, bytes]) -> None:
    """The KPI's own file repeats its entry and adds the detail."""
    entry = _json(files, "api/v1/scorecard.json")["kpis"][0]
    own = _json(files, f"api/v1/kpis/{entry['id']}.json")
    assert set(KPI_FIELDS.split()) <= set(entry)
    assert {key: own[key] for key in entry if key != "chance"} == {key: entry[key] for key in entry if key != "chance"}
    assert {"definition", "calculation", "series", "spc", "forecast", "chance"} <= set(own)
    assert {"period", "value", "target", "status", "score", "note"} <= set(own["series"])


def test_documents_follow_their_schemas(files: dict[str, bytes]) -> None:
    """Every JSON document of every scorecard, against the schema that is published beside it."""
    checked = 0
    for path in files:
        if not path.endswith(".json") or path.endswith(".schema.json"):
            continue
        home, _, name = path.partition("api/v1/")
        schema = _json(files, f"{home}api/v1/{'kpi' if '/' in name else name.removesuffix('.json')}.schema.json")
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(_json(files, path))
        checked += 1
    assert checked > 4


def test_a_schema_refuses_what_it_does_not_describe(files: dict[str, bytes]) -> None:
    """A missing field and a word that is none."""
    schema, document = _json(files, "api/v1/scorecard.schema.json"), _json(files, "api/v1/scorecard.json")
    wrong = {key: value for key, value in document.items() if key != "links"} | {"status": "green"}
    assert len(list(Draft202012Validator(schema).iter_errors(wrong))) == 2


def test_numbers_are_those_of_the_assessment(whole: Assessment, files: dict[str, bytes]) -> None:
    """Value, target, score and every point of the series."""
    for name, found in whole.kpis.items():
        home = "" if found.scorecard == whole.project.root.id else f"s/{found.scorecard}/"
        own = _json(files, f"{home}api/v1/kpis/{name}.json")
        current = found.current
        assert own["value"] == (plain(current.value) if current else None)
        assert own["status"] == found.status.value
        assert own["score"] == plain(found.score)
        assert own["series"]["value"] == [plain(each.value) for each in found.points]
        rows = list(csv.DictReader(io.StringIO(files[f"{home}data/{name}.csv"].decode())))
        assert [row["value"] for row in rows] == list(map(str, own["series"]["value"]))
        assert [row["period"] for row in rows] == own["series"]["period"]


def test_a_child_scorecard_has_its_own_files_below_its_home(whole: Assessment, files: dict[str, bytes]) -> None:
    """Each KPI once, where its scorecard declares it; the url leads there."""
    child = next(each for each in whole.scorecards if each != whole.project.root.id)
    document = _json(files, f"s/{child}/api/v1/scorecard.json")
    assert document["scorecard"]["id"] == child
    places = [path for path in files if "/kpis/" in path]
    assert len(places) == len(whole.kpis)
    for entry in document["kpis"]:
        home = entry["url"].partition("kpis/")[0]
        assert f"{home}api/v1/kpis/{entry['id']}.json" in files


def test_a_kpi_that_a_child_only_lists_has_its_files_there_as_well(whole: Assessment) -> None:
    """With the child's objectives in its entry; the detail and the figures are those of its own scorecard."""
    child = whole.scorecards["shop"]
    goal = replace(child.objectives["help"], kpis=("helped", "nps"))
    listing = replace(child, kpis=("helped", "nps"), objectives={"help": goal})
    files = documents(replace(whole, scorecards={**whole.scorecards, "shop": listing}), ())
    own, listed = _json(files, "api/v1/kpis/nps.json"), _json(files, "s/shop/api/v1/kpis/nps.json")
    assert (own["objectives"], listed["objectives"]) == (["loyal"], ["help"])
    assert listed | {"objectives": ["loyal"]} == own
    assert listed["url"] == "kpis/nps/"
    assert files["s/shop/data/nps.csv"] == files["data/nps.csv"]
    for card in ("", "s/shop/"):
        for entry in _json(files, f"{card}api/v1/scorecard.json")["kpis"]:
            assert _json(files, f"{card}api/v1/kpis/{entry['id']}.json")["name"] == entry["name"]


def test_no_key_stands_twice_in_a_document(files: dict[str, bytes]) -> None:
    """Programs differ in which of the two they take."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    assert all(json.loads(body, object_pairs_hook=once) for path, body in files.items() if path.endswith(".json"))


def test_the_schema_says_how_the_figures_of_a_link_are_read(files: dict[str, bytes]) -> None:
    """A correlation of raw figures, a p-value in the sense of better and worse."""
    links = _json(files, "api/v1/scorecard.schema.json")["properties"]["links"]["items"]["properties"]
    assert "figures as they are" in links["effect"]["description"]
    assert "the effect gets better (+) or worse (-)" in links["p"]["description"]
    assert "both KPIs" in links["n"]["description"]


def test_problems_are_listed_with_their_place(files: dict[str, bytes]) -> None:
    """As on standard error."""
    assert _json(files, "api/v1/scorecard.json")["problems"] == [
        {
            "code": "BSC001",
            "severity": "error",
            "file": "scorecard/kpis.yml",
            "line": 3,
            "message": "the file is not YAML",
        },
    ]


def test_freshness_counts_every_word(whole: Assessment, files: dict[str, bytes]) -> None:
    """Also those that nothing is."""
    counts = _json(files, "api/v1/scorecard.json")["freshness"]
    assert list(counts) == ["fresh", "due", "overdue", "stale"]
    assert sum(counts.values()) == sum(whole.scorecards[whole.project.root.id].freshness.values())


def test_the_same_assessment_gives_the_same_bytes(whole: Assessment) -> None:
    """In the same order, ending in a line feed, UTF-8."""
    assert list(documents(whole, ()).items()) == list(documents(whole, ()).items())
    assert all(content.endswith(b"\n") and content.decode() for content in documents(whole, ()).values())


def test_a_kpi_without_data_has_nulls(whole: Assessment) -> None:
    """Nothing is made up."""
    name, found = next(iter(whole.kpis.items()))
    empty = replace(found, points=(), current=None, previous=None, status=Status.NO_DATA, score=None)
    silent = replace(whole, kpis={**whole.kpis, name: empty})
    own = json.loads(documents(silent, ())[f"api/v1/kpis/{name}.json"])
    assert [own[key] for key in ("period", "value", "target", "score", "variation", "assurance")] == [None] * 6
    assert own["chance"] == own["spc"]["segments"] == []
    for columns in (own["series"], own["forecast"], own["spc"]["points"]):
        assert {"period"} <= set(columns)
        assert all(column == [] for column in columns.values())


@given(st.floats())
def test_numbers_are_plain_json_numbers(value: float) -> None:
    """Twelve significant digits, never NaN, never an exponent where a whole number is exact."""
    published = plain(value)
    assert published is None or published == pytest.approx(value, rel=1e-11)
    assert json.loads(json_bytes({"x": number(value, 12)}).decode(), parse_constant=pytest.fail) == {"x": published}


@given(st.lists(st.none() | st.floats()), st.sampled_from([12, 15]))
def test_many_numbers_are_written_as_each_of_them_alone(values: list[float | None], digits: int) -> None:
    """Whichever of them needs an exponent or is no number."""
    assert numbers(values, digits) == [number(value, digits) for value in values]
    assert [json.loads(each) for each in numbers(values, digits)] == [plain(value, digits) for value in values]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (30.0, "30"),
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
        (1 / 3, "0.333333333333"),
        (float("nan"), "null"),
        (2.5e20, "2.5e+20"),
        (1.5e14, "150000000000000"),
        (-2.0, "-2"),
        (1.5e-7, "1.5e-07"),
    ],
)
def test_numbers_are_written_without_noise(value: float, text: str) -> None:
    """What arithmetic leaves behind is not published."""
    assert json_bytes({"x": number(value, 12)}) == f'{{\n"x":{text}\n}}\n'.encode()


def _point(note: str = "", value: float = 1.0) -> Point:
    return Point(
        parse_period("2025-01"),
        value,
        complete=True,
        expected=Expectation(target=2.5),
        status=Status.AT_RISK,
        score=50.0,
        note=note,
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_note_never_becomes_a_formula(start: str) -> None:
    """A spreadsheet would run it."""
    (row,) = csv.DictReader(io.StringIO(series_csv(published_series([_point(f"{start}1+1")])).decode(), newline=""))
    assert row["note"] == f"'{start}1+1".replace("\r", "\n")


def test_a_note_with_quotes_stays_one_json_text() -> None:
    """Whatever people type."""
    note = 'a, "b"\n</script>ü\\'
    columns = json.loads("{" + ",".join(published_series([_point(note, float("nan"))]).lists) + "}")
    assert columns["note"] == [note]
    assert columns["value"] == [None]


def test_csv_is_what_its_heading_says() -> None:
    """A negative value stays a number, a note may hold commas, quotes and lines."""
    content = series_csv(published_series([_point('a, "b"\nc', -3.0)])).decode()
    assert content.splitlines()[0] == ",".join(CSV_COLUMNS)
    (row,) = csv.reader(io.StringIO(content.partition("\n")[2], newline=""))
    assert row == ["2025-01", "-3", "2.5", "at_risk", "50", 'a, "b"\nc']


def test_a_kpi_is_no_more_work_to_write_among_many() -> None:
    """Counted in calls, which no load of the machine changes."""
    many = _ten_years_of(50), _ten_years_of(100)
    assert len(many[1]()) == 205
    assert growth(*many) < 2.1


def _ten_years_of(count: int) -> Callable[[], dict[str, bytes]]:
    """The files of so many KPIs with 120 points each."""
    base = assessed_company(company(kpis=[full_kpi("k")], perspectives=[], initiatives=[]))
    first = Period(Frequency.MONTHLY, parse_period("2015-01").start)
    points = tuple(_point(value=n * 1.234567)._replace(period=first.shift(n)) for n in range(120))
    found = replace(base.kpis["k"], points=points)
    names = [f"k{n}" for n in range(count)]
    declared = [found.kpi.model_copy(update={"id": name}) for name in names]
    root = base.project.root.model_copy(update={"kpis": tuple(declared)})
    card = replace(base.scorecards["corporate"], scorecard=root, kpis=tuple(names))
    whole = replace(
        base,
        project=type(base.project)((root,)),
        scorecards={"corporate": card},
        kpis={each.id: replace(found, kpi=each) for each in declared},
    )
    return lambda: documents(whole, ())


@pytest.mark.parametrize(
    "text", ["1234567890123", "3.1e-06", "2.6e-06", "99.99999996", "9007199254740991", "0.1", "41.2"]
)
def test_a_figure_is_published_as_it_was_read(text: str) -> None:
    assert json.loads(number(float(text), 12)) == float(text)


def test_what_arithmetic_leaves_behind_is_not_published() -> None:
    assert [number(0.1 + 0.2, 12), number(100 / 3, 12), number(-0.0, 12)] == ["0.3", "33.3333333333", "0"]
