"""The JSON Schema for editors, checked with a public validator against what the loader says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bsc_site.load.schema import scorecard_schema
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.rules import RULES
from tests.builders.project_folders import HEAD, lines, loaded_from

HOME = Path(__file__).parent.parent.parent
DEMO = sorted(each for each in (HOME / "scorecard").rglob("*.y*ml"))
EVERY_KEY = Path(__file__).parent / "every_key.yml"
SCHEMA = scorecard_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def complaints(text: str) -> list[str]:
    """What the public validator says about a YAML text."""
    value = read_marked(text.encode(), "a.yml").value
    return [each.message for each in VALIDATOR.iter_errors(value)]


def test_the_schema_is_a_schema() -> None:
    """Of the dialect that it names."""
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("file", DEMO, ids=lambda file: file.name)
def test_every_file_of_the_demo_is_valid(file: Path) -> None:
    """Parts without an id included."""
    assert complaints(file.read_text(encoding="utf-8")) == []


def test_a_file_with_every_key_is_valid_for_loader_and_schema(tmp_path: Path) -> None:
    """All shorthands and long forms that the loader reads."""
    text = EVERY_KEY.read_text(encoding="utf-8")
    assert complaints(text) == []
    around = {"group.yml": "id: group\ntitle: Group\n" + PARENT, "shop.yml": CHILD}
    loaded = loaded_from(tmp_path, {"every_key.yml": text, **around})
    assert lines(loaded) == []


def test_a_file_that_only_adds_objectives_to_a_perspective_is_valid() -> None:
    """The perspective is declared in another file."""
    assert complaints("perspectives: [{id: customer, objectives: [{id: loyal, name: Loyal customers}]}]\n") == []
    assert complaints("perspectives: [{objectives: [{id: loyal, name: Loyal customers}]}]\n")


CHILD = "id: shop\ntitle: Shop\nparent: corporate\nkpis: [{id: shop-visits, name: Visits, tags: [visits]}]\n"
PARENT = "perspectives: [{id: p, name: P, objectives: [{id: retain, name: Retain}]}]\n"


def test_the_sample_with_every_key_has_every_key_of_the_model() -> None:
    """A new key of the model needs a line in the sample."""
    text = EVERY_KEY.read_text(encoding="utf-8")
    missing = [
        f"{owner}.{key}"
        for owner, definition in {**SCHEMA["$defs"], "Scorecard": SCHEMA}.items()
        for key in definition.get("properties", {})
        if f"{key}:" not in text
    ]
    assert missing == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "misson: x\n",
        HEAD + "vision: 5\n",
        HEAD + "kpis: [{id: a, name: A, direction: up}]\n",
        HEAD + "kpis: [{id: a, name: A, target: 3}]\n",
        HEAD + "kpis: [{id: a}]\n",
        HEAD + "kpis: {id: a, name: A}\n",
        HEAD + "kpis: [{id: a b, name: A}]\n",
        HEAD + "kpis: [{id: a, name: A, weight: -1}]\n",
        HEAD + "kpis: [{id: a, name: A, decimals: 9}]\n",
        HEAD + "kpis: [{id: a, name: A, scoring: percent}]\n",
        HEAD + "kpis: [{id: a, name: A, spc: {method: x}}]\n",
        HEAD + "kpis: [{id: a, name: A, due: 10}]\n",
        HEAD + "kpis: [{id: a, name: A, targets: [{period: March, value: 3}]}]\n",
        HEAD + "perspectives: [{id: a, name: A, objectives: [{id: o, name: O, drives: [{to: x, sign: plus}]}]}]\n",
        HEAD + "risks: [{id: a, name: A, likelihood: 6, impact: 1}]\n",
        HEAD + "horizon: {from_: 2025, to: 2026}\n",
    ],
)
def test_wrong_keys_words_and_types_are_refused_by_schema_and_loader(text: str, tmp_path: Path) -> None:
    """An editor underlines what `check` would report."""
    assert complaints(text)
    assert lines(loaded_from(tmp_path, {"corporate.yml": text}))


def test_keys_and_words_are_described_by_the_docstrings_of_the_model() -> None:
    """Editors show them while typing."""
    definitions: dict[str, Any] = SCHEMA["$defs"]
    assert definitions["Kpi"]["description"].startswith("A measure: what it is")
    assert definitions["Drive"]["properties"]["via"]["description"].startswith("The two KPIs that stand for")
    assert "band: Best between two values." in definitions["Direction"]["description"]
    assert "yaml-language-server" in SCHEMA["description"]
    assert set(SCHEMA["properties"]) == {field.alias or name for name, field in Scorecard.model_fields.items()}


@pytest.mark.parametrize("code", [code for code in RULES if code.startswith(("BSC0", "BSC1"))])
def test_every_rule_of_the_file_and_its_values_is_shown_by_a_broken_project(code: str) -> None:
    """A rule that no project can break would be a rule that is never checked."""
    elsewhere = {"BSC018", "BSC122", "BSC025", "BSC026", "BSC027", "BSC028", "BSC155", "BSC157", "BSC168", "BSC177"}
    elsewhere |= {"BSC159", "BSC178"}
    golden = "".join(
        each.read_text(encoding="utf-8") for each in (HOME / "tests" / "broken").glob("yaml_*/problems.txt")
    )
    assert code in golden or code in elsewhere
