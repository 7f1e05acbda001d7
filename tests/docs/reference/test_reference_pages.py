"""The reference says what the code says: every command and option, every key and word of the YAML."""

from __future__ import annotations

import re

from bsc_site.cli import cli
from bsc_site.load.schema import scorecard_schema
from tests.docs.reference.commands_page import commands_page
from tests.docs.reference.keys_page import keys_page
from tests.docs.reference.worked_tables import METHODS, with_tables


def test_every_command_has_a_section_with_each_of_its_options() -> None:
    parts = re.split(r"^## (.+)\n", commands_page(), flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert list(sections) == sorted(cli.commands)
    for name, command in cli.commands.items():
        options = [opt for each in command.params if each.param_type_name == "option" for opt in each.opts]
        assert [opt for opt in options if f"`{opt}` |" not in sections[name]] == [], name


def test_every_key_has_a_line_with_its_meaning() -> None:
    page = keys_page()
    schema = scorecard_schema()
    strict = [each for name, each in schema["$defs"].items() if not name.endswith("Defaults")]
    for mapping in (schema, *strict):
        for key in mapping.get("properties", {}):
            assert re.search(rf"^\| \**`{key}`\** \| \S.* \| \S.* \|$", page, re.MULTILINE), key


def test_every_word_of_a_list_says_what_it_means() -> None:
    lists = [found for found in scorecard_schema()["$defs"].values() if "enum" in found]
    page = keys_page()
    assert len(lists) >= 8
    for word in (word for found in lists for word in found["enum"]):
        assert re.search(rf"^\| `{word}` \| \S.* \|$", page, re.MULTILINE), word


def test_the_tables_of_the_explanations_are_those_of_the_demo() -> None:
    """When they are not: `python -m tests.docs.reference.worked_tables`."""
    pages = {path: path.read_text(encoding="utf-8") for path in METHODS}
    assert sum(text.count("<!-- worked: ") for text in pages.values()) == 3
    assert [path.name for path, text in pages.items() if with_tables(text) != text] == []
