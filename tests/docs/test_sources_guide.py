"""The guide to sources, followed literally: each source reads from the files shown above it the figures shown below."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.builders.data_files import load, told, values

GUIDE = Path(__file__).parents[2] / "docs/guide/sources.md"
_BLOCK = re.compile(
    r'^```(?P<kind>\w+)(?: title="(?P<file>[^"]+)")?\n(?P<text>.*?)^```$'
    r"|^Reads (?P<reads>[^\n]+)\.$|^## (?P<section>[^\n]+)$",
    re.MULTILINE | re.DOTALL,
)


class Example(NamedTuple):
    """A KPI of the guide, the files of its section, and the figures that it gets."""

    section: str
    files: dict[str, str]
    kpi: dict[str, Any]
    reads: dict[str, float]


def examples() -> list[Example]:
    """Every block of YAML that declares a source, with what stands around it."""
    found: list[Example] = []
    section, files, kpi = "", dict[str, str](), dict[str, Any]()
    for block in _BLOCK.finditer(GUIDE.read_text("utf-8")):
        if block["section"]:
            section, files = block["section"], {}
        elif block["file"]:
            files = files | {block["file"]: block["text"]}
        elif block["kind"] == "yaml":
            kpi = yaml.safe_load(block["text"])
        elif block["reads"]:
            pairs = (each.split(": ") for each in block["reads"].split(", "))
            found.append(Example(section, files, kpi, {period: float(value) for period, value in pairs}))
    return found


@pytest.mark.parametrize("example", examples(), ids=lambda each: f"{each.section}: {', '.join(each.kpi['source'])}")
def test_a_source_of_the_guide_reads_what_it_says(example: Example, tmp_path: Path) -> None:
    loaded = load(tmp_path, dict(example.files), {"id": "k"} | example.kpi)
    assert (told(loaded), values(loaded, "k")) == ([], example.reads)


def test_every_block_of_yaml_is_followed_by_what_it_reads() -> None:
    assert len(examples()) == GUIDE.read_text("utf-8").count("```yaml\n") > 0
