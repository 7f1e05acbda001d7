"""Whatever stands in the files, loading ends with problems that have a place, never with an exception."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bsc_site.load.schema import scorecard_schema
from bsc_site.load.scorecards.project_folder import LoadedProject, load_project
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.rules import RULES
from tests.builders.project_folders import HEAD, draw, lines, loaded_from
from tests.effort import growth

EVERY_KEY = (Path(__file__).parent / "every_key.yml").read_text(encoding="utf-8")
VALIDATOR = jsonschema.Draft202012Validator(scorecard_schema())
KEYS = sorted({key for each in scorecard_schema()["$defs"].values() for key in each.get("properties", {})})
YAML_PIECES = st.sampled_from(
    [
        *"-:[]{}&*!|>'\"%@`#,?~\t\n ",
        "\n  ",
        "\n- ",
        ": ",
        "id: ",
        "kpis:\n",
        "<<: *a",
        "&a ",
        "---\n",
        "no",
        "1_0",
        "é",
        "\x00",
    ],
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.sampled_from(
        ["nps", "2025-12", "5%", "higher", "band", "kpi/nps", "10 days", "progress", "-", 0, 1e308, 10**250]
    ),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def of_one_file(text: str | bytes) -> LoadedProject:
    """What is loaded from a project with this one file."""
    with tempfile.TemporaryDirectory() as folder:
        return load_project(draw(Path(folder), {"a.yml": text}))


def assert_every_problem_has_a_place(loaded: LoadedProject, height: int) -> None:
    """A known code, a line of the file, one printed line; sorted."""
    for each in loaded.problems:
        assert each.code in RULES
        assert 0 <= each.place.line <= height + 1
        assert each.place.column >= 0
        assert len(str(each).splitlines()) == 1
    assert list(loaded.problems) == sorted(loaded.problems, key=lambda each: each.sort_key)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(), st.lists(YAML_PIECES, max_size=25).map("".join)))
def test_any_text_ends_with_problems_that_have_a_place(text: str) -> None:
    """Also text made of the signs that mean something to YAML."""
    data = text.encode("utf-8", "surrogatepass")
    assert_every_problem_has_a_place(of_one_file(data), len(text) + 1)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_end_with_problems_that_have_a_place(data: bytes) -> None:
    """A picture may have got the name of a YAML file."""
    assert_every_problem_has_a_place(of_one_file(data), len(data) + 1)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_any_value_at_any_key_ends_with_problems_that_have_a_place(data: st.DataObject) -> None:
    """One value of the sample is replaced by any other; what the loader accepts, the schema accepts too."""
    whole = _sample()
    spot: Any = whole
    while True:
        keys = sorted(spot) if isinstance(spot, dict) else list(range(len(spot)))
        key = data.draw(st.sampled_from(keys))
        if isinstance(spot[key], dict | list) and spot[key] and data.draw(st.integers(0, 4)):
            spot = spot[key]
            continue
        spot[key] = data.draw(VALUES)
        break
    text = json.dumps(whole)
    loaded = of_one_file(text)
    assert_every_problem_has_a_place(loaded, 1)
    if not any(each.code.startswith(("BSC0", "BSC380")) for each in loaded.problems):
        value = read_marked(text.encode(), "a.yml").value
        assert [each.message for each in VALIDATOR.iter_errors(value)] == []


def _sample() -> dict[str, Any]:
    return read_marked(EVERY_KEY.encode(), "a.yml").value


def test_a_mistake_in_every_kpi_is_told_once_for_each(tmp_path: Path) -> None:
    """Nothing is cut off, and nothing is told twice."""
    kpis = "".join(f"  - {{id: k{n}, name: K, direction: up, owner: nobody}}\n" for n in range(300))
    loaded = loaded_from(tmp_path, {"a.yml": HEAD + "kpis:\n" + kpis})
    assert [each.code for each in loaded.problems] == ["BSC012", "BSC103"] * 300
    assert len(set(lines(loaded))) == 600


@pytest.mark.parametrize("wrong", ["", "    direction: up\n    owner: nobody\n"], ids=["sound", "broken"])
def test_a_kpi_is_no_more_work_to_load_among_many(tmp_path: Path, wrong: str) -> None:
    """Sound or broken."""
    kpi = (
        '    name: KPI\n    unit: "%"\n    kind: leading\n    frequency: monthly\n'
        "    baseline: {period: 2025-01, value: 24}\n"
        "    targets:\n      - {period: 2025-12, value: 30}\n      - {period: 2027-12, value: 40}\n    weight: 1\n"
    )

    def many(count: int) -> Callable[[], LoadedProject]:
        root = tmp_path / str(count)
        draw(root, {"a.yml": HEAD + "kpis:\n" + "".join(f"  - id: k{n}\n{kpi}{wrong}" for n in range(count))})
        return lambda: load_project(root)

    assert (many(10)().project is None) == bool(wrong)
    assert growth(many(100), many(200)) < 2.1
