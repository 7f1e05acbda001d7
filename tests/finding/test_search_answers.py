"""What answers of the search say beside a title, and the index as a script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bsc_site.publish.data_files.finder_index import answers
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.engine.search_answers import complete_search
from bsc_site.render.pages.finder_rows import finder_rows
from tests.builders.company import assessed_company

DOCS = [
    {"location": "kpis/nps/index.html", "title": "NPS", "text": ""},
    {"location": "kpis/nps/index.html#how", "title": "How", "text": "Thus"},
    {"location": "about.html", "title": "About", "text": "", "tags": ["mine"]},
]


def completed(folder: Path, index: Any, told: dict[str, str]) -> tuple[str, str]:
    """The index and the script after completion."""
    path = folder / "search" / "search_index.json"
    path.parent.mkdir()
    path.write_text(index if isinstance(index, str) else json.dumps(index))
    complete_search(folder, told, Disk())
    return path.read_text(), path.with_suffix(".js").read_text()


def test_a_page_and_its_parts_carry_what_is_said_of_it(tmp_path: Path) -> None:
    """Tags of the project's own stay, and the name of a kind does not put all of its pages first."""
    config = {"fields": {"title": {"boost": 1000}, "tags": {"boost": 1000000}}}
    text, script = completed(
        tmp_path, {"config": config, "docs": DOCS}, {"kpis/nps/": "KPI · ▲ Watch", "about.html": "x"}
    )
    index = json.loads(text)
    assert [each.get("tags") for each in index["docs"]] == [["KPI · ▲ Watch"], ["KPI · ▲ Watch"], ["mine"]]
    assert index["config"]["fields"]["tags"] == {"boost": 1}
    assert script == f"var __index = {text};\n"


def test_nothing_is_said_twice(tmp_path: Path) -> None:
    """A page and its first heading are one; headings without text count on pages of the project's own alone."""
    places = ("nps/index.html", "nps/index.html#nps", "nps/index.html#how", "own.html", "own.html#own", "own.html#x")
    texts = ("", "Words", "", "Mine", "", "")
    titles = ("NPS", "NPS", "How", "Own", "Own", "X")
    docs = [
        {"location": each, "title": title, "text": text}
        for each, title, text in zip(places, titles, texts, strict=True)
    ]
    text, _ = completed(tmp_path, {"config": {}, "docs": docs}, {"nps/": "KPI"})
    assert [(each["location"], each["text"]) for each in json.loads(text)["docs"]] == [
        ("nps/index.html", "Words"),
        ("own.html", "Mine"),
        ("own.html#own", ""),
        ("own.html#x", ""),
    ]


def test_an_index_of_another_form_stays_as_it_is(tmp_path: Path) -> None:
    assert completed(tmp_path, "[1]", {"": "Home"}) == ("[1]", "var __index = [1];\n")


def test_a_site_without_a_search_has_nothing_to_complete(tmp_path: Path) -> None:
    complete_search(tmp_path, {"": "Home"}, Disk())
    assert list(tmp_path.iterdir()) == []


def test_kind_status_as_shape_and_word_and_figure() -> None:
    told = answers(finder_rows(assessed_company()))
    assert told["kpis/repeat-rate/"].startswith("KPI · ")
    assert any(sign in told["kpis/repeat-rate/"] for sign in "●▲◆★▼×")
    assert told["kpis/repeat-rate/"].endswith(" %")
    assert told["map/"] == "Page"
