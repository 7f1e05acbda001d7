"""What editors show while a scorecard is typed: a sentence for every key, every object and every word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from bsc_site.compute.evidence.grading import SEARCHED_LAGS
from bsc_site.compute.forecast.kpi_forecast import MOST_YEARS
from bsc_site.compute.health.kpi_rules import MOST_KPIS_TO_BEGIN_WITH
from bsc_site.compute.kpi.freshness import DAYS_ALLOWED
from bsc_site.compute.scoring.pace import ENOUGH, SOME
from bsc_site.load.schema import scorecard_schema
from bsc_site.model.declared.benchmark_age import YEARS
from bsc_site.model.declared.scorecard import DEFAULT_AUDIENCES

SCHEMA = scorecard_schema()
OBJECTS: dict[str, dict[str, Any]] = {**SCHEMA["$defs"], "Scorecard": SCHEMA}
SENTENCE = re.compile(r"[A-Z`+][^\n]*[A-Za-z0-9`)?]\.")
SPECIAL = {
    "period": "2025-Q3",
    "from": "FY2025-Q3",
    "to": "2025-03-31",
    "until": "2025-03",
    "start": "2025-03",
    "end": "2025-Q3",
    "at": 2025,
    "done": "2025-03-31",
    "due": "10 days",
    "lag": "3 months",
    "within": "10 days",
    "tolerance": "5%",
    "min_coverage": "60%",
    "progress": "60%",
    "on_track": "60%",
    "at_risk": "60%",
    "weight": 2,
    "on": "objective/loyal-customers",
    "unit": "yes/no",
    "formula": "orders / sessions * 100",
}
"""Keys whose values are written in a form of their own, each with one of its examples."""


def keys(value: Any = SCHEMA, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key of every object, wherever in the schema it stands, with its path."""
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from keys(each, f"{path}/{index}")
    elif isinstance(value, dict):
        for name, each in value.items():
            if name == "properties":
                yield from ((f"{path}/{key}", described) for key, described in each.items())
            yield from keys(each, f"{path}/{name}")


KEYS = dict(keys())


def words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.casefold())


def is_sentence(text: str) -> bool:
    outside_quotes = re.sub(r"`[^`]*`", "it", text)
    return bool(SENTENCE.fullmatch(text)) and not re.search(r"[.?!] ", outside_quotes)


def test_every_key_of_every_object_is_found() -> None:
    assert len(KEYS) > 200
    assert sum(len(each.get("properties", ())) for each in OBJECTS.values()) == len(KEYS)


def test_every_key_is_described_by_one_whole_sentence() -> None:
    assert [path for path, key in KEYS.items() if not is_sentence(key.get("description", ""))] == []


def test_no_description_only_repeats_its_key() -> None:
    def adds(path: str, text: str) -> int:
        return len(set(words(text)) - set(words(path)) - {"the", "a", "of", "or", "and"})

    assert [path for path, key in KEYS.items() if adds(path, key["description"]) < 4] == []


def test_no_two_keys_of_one_object_are_described_alike() -> None:
    for name, each in OBJECTS.items():
        texts = [key["description"] for key in each.get("properties", {}).values()]
        assert len(set(texts)) == len(texts), name


def test_every_object_and_every_list_of_words_is_described() -> None:
    firsts = {name: each.get("description", "").partition("\n")[0] for name, each in SCHEMA["$defs"].items()}
    assert [name for name, text in firsts.items() if not is_sentence(text) or len(words(text)) < 4] == []


def test_no_line_of_a_description_is_broken_in_the_middle_of_a_sentence() -> None:
    lines = [line for each in SCHEMA["$defs"].values() for line in each["description"].splitlines() if line]
    assert [line for line in lines if line[-1] not in ".:"] == []


def test_every_word_of_a_list_is_explained() -> None:
    lists = {name: each for name, each in SCHEMA["$defs"].items() if "enum" in each}
    assert len(lists) >= 9
    for name, each in lists.items():
        explained = dict(line.split(": ", 1) for line in each["description"].splitlines()[1:])
        assert list(explained) == each["enum"], name
        assert all(is_sentence(text) for text in explained.values()), name


def test_words_that_stand_in_the_schema_itself_are_named_in_the_sentence() -> None:
    for path, key in KEYS.items():
        branches = (key, *key.get("anyOf", ()), key.get("items", {}))
        allowed = [word for each in branches for word in (*each.get("enum", ()), *filter(None, [each.get("const")]))]
        spelled = {".": "point", ",": "comma"}
        missing = [word for word in allowed if spelled.get(word, word).split(" ")[0] not in key["description"]]
        assert missing == [], path


@pytest.mark.parametrize("name", SPECIAL)
def test_a_value_with_a_form_of_its_own_is_shown_by_examples(name: str) -> None:
    shown = [key.get("examples", []) for path, key in KEYS.items() if path.endswith(f"/{name}")]
    assert any(SPECIAL[name] in examples for examples in shown)


def test_every_period_length_share_and_weight_has_examples() -> None:
    form = re.compile(r"\(FY\)|day\|week|%\$|WeightStep")
    direct = {path: key for path, key in KEYS.items() if form.search(str([key.get("anyOf"), key.get("pattern")]))}
    assert len(direct) >= 30
    assert [path for path, key in direct.items() if not key.get("examples")] == []


def test_every_example_is_valid() -> None:
    for path, key in KEYS.items():
        validator = jsonschema.Draft202012Validator({**key, "$defs": SCHEMA["$defs"]})
        for example in key.get("examples", ()):
            assert [error.message for error in validator.iter_errors(example)] == [], path


@pytest.mark.parametrize(
    ("path", "figures"),
    [
        ("Kpi/properties/due", [f"{days}" for days in DAYS_ALLOWED.values()]),
        ("Drive/properties/lag", [f"{SEARCHED_LAGS[0]} to {SEARCHED_LAGS[-1]} periods"]),
        ("Horizon/properties/to", [{5: "five"}[MOST_YEARS]]),
        ("Benchmark/properties/year", [{3: "three"}[YEARS]]),
        ("Method", [f"{ENOUGH:.2f}", f"{SOME:.2f}"]),
    ],
)
def test_figures_that_a_description_names_are_those_of_the_program(path: str, figures: list[str]) -> None:
    place: Any = SCHEMA["$defs"]
    for part in path.split("/"):
        place = place[part]
    assert [figure for figure in figures if figure not in place["description"]] == []


def test_figures_that_the_scorecard_names_are_those_of_the_program() -> None:
    card = SCHEMA["properties"]
    assert {10: "ten"}[MOST_KPIS_TO_BEGIN_WITH] in card["pilot"]["description"]
    assert "{}, {} and {}".format(*DEFAULT_AUDIENCES) in card["audiences"]["description"]
