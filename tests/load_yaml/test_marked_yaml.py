"""How YAML text becomes values with places."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from bsc_site.load.yaml.marked_file import MarkedFile
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.problem import Place


def read(text: str) -> MarkedFile:
    """The marked file of a text."""
    return read_marked(text.encode(), "a.yml")


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("2025-01-05", "2025-01-05"),
        ("2025-03", "2025-03"),
        ("2025", 2025),
        ("-3", -3),
        ("+4.50", 4.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("0", 0),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ("+", "+"),
        ("y", "y"),
        ("5%", "5%"),
        ("'no'", "no"),
        ("!!str 12", "12"),
        ("1\u0663", "1\u0663"),
        ("9" * 400, "9" * 400),
    ],
)
def test_only_plain_numbers_true_false_and_null_are_more_than_text(word: str, value: Any) -> None:
    """Dates, periods, hexadecimal numbers and infinity stay the text that was written."""
    assert read(f"key: {word}\n").value == {"key": value}


@pytest.mark.parametrize("word", ["yes", "No", "ON", "off", "012", "-007", "12:30", "1:02:03", "1_000", "1_0.5"])
def test_a_word_that_means_something_else_to_yaml_1_1_is_an_error(word: str) -> None:
    """The word stays a text, and a problem stands at its place."""
    file = read(f"key: {word}\n")
    assert [(each.code, each.place, each.key) for each in file.problems] == [("BSC003", Place("a.yml", 1, 6), "key")]
    assert file.value == {"key": word}


def test_keys_are_always_the_text_that_was_written() -> None:
    """So `on:` of a review, and the states yes and no, need no quotes."""
    file = read("on: kpi/nps\nno: 1\n2025: x\n012: y\n")
    assert file.value == {"on": "kpi/nps", "no": 1, "2025": "x", "012": "y"}
    assert not file.problems


def test_a_place_is_that_of_the_key_or_of_the_list_item() -> None:
    """A path that is not there gets the nearest place above."""
    file = read("kpis:\n  - id: nps\n    targets:\n      - {period: 2025, value: 3}\n")
    assert file.place(("kpis",)) == Place("a.yml", 1, 1)
    assert file.place(("kpis", 0)) == Place("a.yml", 2, 5)
    assert file.place(("kpis", 0, "targets", 0, "value")) == Place("a.yml", 4, 24)
    assert file.place(("kpis", 0, "owner")) == Place("a.yml", 2, 5)


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    """Windows editors write both."""
    file = read_marked(b"\xef\xbb\xbfid: a\r\ntitle: B\r\n", "a.yml")
    assert file.value == {"id": "a", "title": "B"}
    assert not file.problems
    assert file.place(("title",)) == Place("a.yml", 2, 1)


def test_aliases_and_merge_keys_take_over_values_with_their_places() -> None:
    """A key of the mapping itself wins over a merged one."""
    file = read("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: *a\nd: {<<: [*a, {z: 4}]}\n")
    assert file.value["b"] == {"x": 1, "y": 3}
    assert file.value["c"] == {"x": 1, "y": 2}
    assert file.value["d"] == {"x": 1, "y": 2, "z": 4}
    assert file.place(("b", "x")) == Place("a.yml", 1, 8)


def test_a_file_that_cannot_be_read_still_tells_which_ids_it_mentions() -> None:
    """So that references to them are not called unknown on top."""
    assert read("people:\n  - id: cmo\n  - id: cto\n}{][\n").mentioned == {"cmo", "cto"}


def test_plain_yaml_is_read_like_a_yaml_library_reads_it() -> None:
    """An independent reader agrees on everything that is no trap."""
    text = "a: [1, -2.5, x, 'y', null, true]\nb:\n  c: {d: |\n  e\n  }\n".replace(
        "{d: |\n  e\n  }", "\n    d: |\n      e\n"
    )
    assert read(text).value == yaml.safe_load(text)


def test_blanks_of_other_kinds_and_letters_of_no_width_are_no_part_of_keys_and_words() -> None:
    text = "id:\u00a0c\nkpis:\n  - id: a\n\u00a0\u00a0  dire\u200bction: higher\u00a0\n    name: 10\u00a0000 \u20ac\n"
    found = read(text)
    assert found.problems == ()
    assert found.value == {"id": "c", "kpis": [{"id": "a", "direction": "higher", "name": "10\u00a0000 \u20ac"}]}
