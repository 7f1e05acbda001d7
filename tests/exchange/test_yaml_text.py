"""Texts of YAML and ids: whatever a name is, the file says it, and the id can stand in an address."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from bsc_site.exchange.draft.names_as_ids import IdBook, id_text
from bsc_site.exchange.draft.plain_text import plain_text
from bsc_site.exchange.draft.yaml_text import yaml_text
from bsc_site.load.yaml.marked_yaml import read_marked

TRAPS = ["no", "12:30", "2024-01-01", "null", "~", "- a", "a: b", "x #y", "*a", "!a", "?a", "1e3", "1_000", "[a", "| a"]
TEXTS = some.text(min_size=1, max_size=20) | some.sampled_from(TRAPS)


@given(name=TEXTS, note=TEXTS)
def test_every_text_is_read_back_as_it_was(name: str, note: str) -> None:
    name, note = plain_text(name) or "a", plain_text(note) or "b"
    value = {
        "title": name,
        "values": [name, note],
        "kpis": [{"id": "x", "name": note, "themes": [name], "targets": [{"period": name, "value": 1, "note": note}]}],
    }
    read = read_marked(yaml_text(value).encode(), "file.yml")
    assert (read.problems, read.value) == ((), value)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Größe & Gewicht", "grosse-and-gewicht"),
        ("Доля рынка", "dolya-rynka"),
        ("Ποιότητα", "poiotita"),
        ("L’égalité, 50 %", "l-egalite-50"),
        ("売上", "kpi-" + id_text("売上", "kpi")[4:]),
        ("...", "kpi-" + id_text("...", "kpi")[4:]),
    ],
)
def test_an_id_is_its_name_in_plain_letters(name: str, wanted: str) -> None:
    assert id_text(name, "kpi") == wanted


@given(some.lists(TEXTS, max_size=8))
def test_ids_are_sound_once_each_and_the_same_each_time(names: list[str]) -> None:
    ids = [IdBook("kpi").id_of(each) for each in names]
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]{0,79}", each) for each in ids)
    assert ids == [IdBook("kpi").id_of(each) for each in names]
    book = IdBook("kpi")
    assert len({book.id_of(each) for each in names}) == len(names)


def test_signs_that_no_file_may_hold_and_keys_with_colons_come_back() -> None:
    value = {"where": {"Sex: all": "", "a\x7fb": ["", "c\x85"]}, "note": "\x01\ufeff"}
    assert yaml.safe_load(yaml_text(value)) == value
