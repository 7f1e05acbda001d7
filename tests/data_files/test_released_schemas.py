"""Programs that were written by the schemas of a released version go on working."""
# the names of tests are sentences

from __future__ import annotations

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bsc_site.publish.data_files.api import documents
from bsc_site.publish.published_data.published_schema import schema_bytes, schema_file, schema_of
from tests.builders.company import assessed_company, company, department
from tests.data_files.columns_as_points import as_version_1, schema_as_version_1
from tests.data_files.data_page import PAGE, data_page
from tests.data_files.released_schemas import NAMES, NOT_YET, RELEASED
from tests.data_files.schema_breaks import breaks

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
FILES = sorted(RELEASED.glob("*/*.schema.json"))
HOW = "raise the version, then: python -m tests.data_files.released_schemas"


def _ids(path: Path) -> str:
    return f"{path.parent.name} {path.name}"


def test_every_version_that_the_changelog_tells_of_has_its_schemas_kept() -> None:
    told = re.findall(r"^## \[(\d[^\]]*)\]", CHANGELOG.read_text(encoding="utf-8"), re.MULTILINE)
    expected = {(each, name) for each in told for name in NAMES} - NOT_YET
    assert {(path.parent.name, path.name) for path in FILES} == expected, HOW


@pytest.mark.parametrize("path", FILES, ids=_ids)
def test_nothing_that_a_released_schema_promised_is_gone(path: Path) -> None:
    promised = json.loads(path.read_bytes())
    now = schema_of(NAMES[path.name])
    if promised["properties"]["schema_version"]["const"] < "2":
        assert list(breaks(promised, schema_as_version_1(now))) == ["schema_version: was 1.0, is 2.0"]
    else:
        assert list(breaks(promised, now)) == []


@pytest.mark.parametrize("path", FILES, ids=_ids)
def test_what_is_published_today_follows_a_released_schema(path: Path) -> None:
    promised = json.loads(path.read_bytes())
    del promised["properties"]["schema_version"]
    follows = Draft202012Validator(promised)
    pattern = {"scorecard.schema.json": "api/v1/scorecard.json", "kpi.schema.json": "api/v1/kpis/"}[path.name]
    found = [body for name, body in documents(assessed_company(company(), department()), ()).items() if pattern in name]
    assert len(found) > 1
    for body in found:
        document = json.loads(body)
        follows.validate(as_version_1(document) if "spc" in document else document)


def test_the_page_lists_every_key_that_is_published() -> None:
    """When it does not: `python -m tests.data_files.data_page`."""
    assert PAGE.read_text(encoding="utf-8") == data_page()


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_that_are_published_are_those_of_the_models(name: str) -> None:
    """When they are not: `python -m tests.data_files.data_page`."""
    assert schema_file(name.removesuffix(".schema.json")) == schema_bytes(NAMES[name])


EARLIER: dict[str, Any] = {
    "type": "object",
    "required": ["version", "status", "points"],
    "properties": {
        "version": {"const": "1.0"},
        "status": {"enum": ["good", "bad", None], "description": "How it is"},
        "points": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["value"],
                "properties": {"value": {"type": ["number", "null"], "minimum": 0}, "note": {"type": "string"}},
            },
        },
    },
}
POINT = ("properties", "points", "items")
GONE = object()


def _changed(place: tuple[str, ...], value: Any) -> dict[str, Any]:
    schema = deepcopy(EARLIER)
    part = schema
    for key in place[:-1]:
        part = part[key]
    if value is GONE:
        del part[place[-1]]
    else:
        part[place[-1]] = value
    return schema


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (("properties", "status"), GONE, "the document: the key status is gone"),
        (("required",), ["version", "points"], "the document: the key status may be missing"),
        (("properties", "status", "enum"), ["good", None], "status: bad is no word any more"),
        (("properties", "status", "enum"), ["good", "bad"], "status: None is no word any more"),
        (("properties", "version", "const"), "2.0", "version: was 1.0, is 2.0"),
        ((*POINT, "properties", "note"), GONE, "points[]: the key note is gone"),
        ((*POINT, "required"), [], "points[]: the key value may be missing"),
        ((*POINT, "properties", "note", "type"), "number", "points[].note: was string, is number"),
        ((*POINT, "properties", "note", "type"), ["string", "null"], "points[].note: was string, is null, string"),
        ((*POINT, "properties", "value", "type"), "number", "points[].value: was null, number, is number"),
        ((*POINT, "properties", "value", "minimum"), GONE, "points[].value: minimum was 0, is None"),
        ((*POINT, "properties", "note", "enum"), ["a", "b"], "points[].note: was any value, is one of a, b"),
        (("properties", "points", "items"), GONE, "points[]: was object, is anything"),
    ],
)
def test_what_breaks_a_program_is_told(place: tuple[str, ...], value: object, told: str) -> None:
    assert told in list(breaks(EARLIER, _changed(place, value)))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("properties", "more"), {"type": "string"}),
        (("required",), ["version", "status", "points", "more"]),
        (("properties", "status", "enum"), ["good", "fair", "bad", None]),
        (("properties", "status", "description"), "In other words"),
        (("properties", "version", "const"), "1.2"),
        ((*POINT, "properties", "more"), {"type": "number"}),
        ((*POINT, "required"), ["value", "note"]),
        ((*POINT, "properties", "note", "pattern"), "^.+$"),
    ],
)
def test_what_joins_breaks_no_program(place: tuple[str, ...], value: object) -> None:
    assert list(breaks(EARLIER, _changed(place, value))) == []
