"""Every snippet of every page is followed somewhere; what no other test follows is followed here."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bsc_site.cli import cli
from bsc_site.load.schema import scorecard_schema
from bsc_site.load.settings.settings_check import site_problems
from bsc_site.render.views.kpi_page.embed_view import frame_around
from tests.builders.program import called
from tests.builders.project_folders import write
from tests.docs.clone import ROOT
from tests.docs.guides.blocks import blocks_of
from tests.docs.snippets import Block, Command, Synopsis, steps_of

DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
LITERALLY = {"tutorial.md", "guide/diff.md", "guide/sources.md", "guide/warehouses.md"}
FOLDERS = ("methods/", "guide/data/", "guide/moving/", "guide/publish/")
"""Pages and folders that have tests of their own, which know each of their blocks."""
EVERYWHERE = {"yaml", "sh"}
"""What is declared is held to the schema, and commands to their options, whatever the page."""
HERE = {
    "guide/languages.md": ["text"],
    "guide/library.md": ["text"],
    "guide/subscribing.md": ["html"],
    "guide/suggest.md": ["csv", "text"],
    "reference/published-data.md": ["python"],
}
"""Pages whose other blocks are followed in this module, with the language of each."""
OTHERS = [each for each in PAGES if each not in LITERALLY and not each.startswith(FOLDERS)]
SCHEMA = scorecard_schema()


def steps(page: str) -> list[Any]:
    return list(steps_of((DOCS / page).read_text(encoding="utf-8")))


def test_no_block_of_any_page_is_without_a_test() -> None:
    blocks = {page: [step for step in steps(page) if isinstance(step, Block)] for page in OTHERS}
    found = {page: [each.language for each in blocks[page] if each.language not in EVERYWHERE] for page in OTHERS}
    assert {page: languages for page, languages in found.items() if languages} == HERE


def _lines(page: str) -> Iterator[str]:
    """Each line of a shell, and each command within a sentence."""
    for step in steps(page):
        if isinstance(step, Block) and step.language == "sh":
            yield from step.text.splitlines()
        elif isinstance(step, Command | Synopsis):
            yield step.text


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_has_the_options_that_it_names(page: str) -> None:
    for line in _lines(page):
        _, program, rest = line.partition("bsc-site ")
        words = [word for word in rest.split("#")[0].split() if word not in {"-C", "DIR"}]
        if not program or not words or words[0] in {"COMMAND", "--help"}:
            continue
        command = cli.commands[words[0]]
        known = {option for each in command.params for option in each.opts}
        named = [word.strip("[]").partition("=")[0] for word in words if word.strip("[]").startswith("--")]
        assert [each for each in named if each not in known] == [], line


def _snippets() -> Iterator[tuple[str, str]]:
    for page in OTHERS:
        found = [step for step in steps(page) if isinstance(step, Block) and step.language == "yaml"]
        yield from ((page, step.text) for step in found if "mkdocs.yml" not in step.named)


def _settings() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        found = [step for step in steps(page) if isinstance(step, Block) and step.language == "yaml"]
        yield from ((page, step.text) for step in found if "mkdocs.yml" in step.named)


@pytest.mark.parametrize(("page", "text"), list(_settings()))
def test_what_a_guide_writes_into_the_settings_of_a_site_is_right(page: str, text: str, tmp_path: Path) -> None:
    """Each below the name of a site, as `check` reads it."""
    root = write(tmp_path, {"mkdocs.yml": f"site_name: Org\n{textwrap.dedent(text)}"})
    assert [str(each) for each in site_problems(root)] == [], page


class _Keys(yaml.SafeLoader):
    """Reads `on` as a key, as the program does."""


_Keys.yaml_implicit_resolvers = {
    first: [(tag, word) for tag, word in known if not tag.endswith(":bool")]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize(("page", "text"), list(_snippets()))
def test_what_a_guide_declares_is_what_the_schema_knows(page: str, text: str) -> None:
    """As the top of a file, or as one of the elements in it."""
    content = yaml.load(textwrap.dedent(text), _Keys)  # noqa: S506  # a safe loader, but for its words
    element = content[0] if isinstance(content, list) else content
    if set(element) <= SCHEMA["properties"].keys():
        jsonschema.validate(element, SCHEMA)
        return
    homes = [each for each in SCHEMA["$defs"].values() if set(element) <= set(each.get("properties", ()))]
    assert homes, page
    part = {**homes[0], "required": [], "$defs": SCHEMA["$defs"]}
    jsonschema.validate(element, part)


def test_the_library_answers_as_its_guide_shows() -> None:
    (shown,) = blocks_of("library.md", "text")
    (kpi,) = blocks_of("library.md", "yaml")
    assert shown.strip() in called("library", "search", "retention", cwd=ROOT).out
    assert kpi in called("library", "show", "four-hour-wait", "--format", "yaml", cwd=ROOT).out


def test_a_file_is_described_as_the_guide_of_suggest_shows(tmp_path: Path) -> None:
    (table,) = blocks_of("suggest.md", "csv")
    (command,) = blocks_of("suggest.md", "sh")
    (source,) = blocks_of("suggest.md", "yaml")
    write(tmp_path, {"data/orders.csv": table})
    told = called(*command.partition(" > ")[0].split()[1:], cwd=tmp_path).out
    for line in source.splitlines():
        assert line.strip().split(":")[0] in told, line
    written = yaml.safe_load(told)["kpis"]
    assert yaml.safe_load(source)["kpis"][0] in written


def test_what_can_be_meant_in_two_ways_is_asked_as_the_guide_shows(tmp_path: Path) -> None:
    (asked,) = blocks_of("suggest.md", "text")
    write(tmp_path, {"data/orders.csv": "day,orders\n03/04/2024,5\n05/04/2024,6\n"})
    told = called("suggest", "data/orders.csv", cwd=tmp_path).out
    for line in asked.splitlines():
        assert line.strip() in told


def test_columns_of_the_published_data_become_points_as_the_page_shows() -> None:
    (line,) = [step.text for step in steps("reference/published-data.md") if isinstance(step, Block)]
    names: dict[str, Any] = {"series": {"period": ["2025-01", "2025-02"], "value": [41.2, 42]}}
    exec(line, names)  # noqa: S102  # a line of our own page
    assert names["points"] == [{"period": "2025-01", "value": 41.2}, {"period": "2025-02", "value": 42}]


def test_a_line_about_a_problem_is_told_in_german_as_the_guide_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (line,) = blocks_of("languages.md", "text")
    lines = ["id: shop", "title: Shop", *["#"] * 3, "kpis:", "  - id: sales", "    name: Sales", "    direction: up"]
    write(tmp_path, {"scorecard/shop.yml": "\n".join(lines)})
    monkeypatch.setenv("BSC_LANGUAGE", "de")
    assert line in called("check", cwd=tmp_path).err


def test_the_frame_to_paste_is_the_one_that_the_program_writes() -> None:
    (shown,) = blocks_of("subscribing.md", "html")
    assert shown.strip() == frame_around("https://example.org/scorecard/", "kpis/nps/", "Net promoter score")
