"""Pages are published with fewer bytes than they are written with, and every browser reads the same document."""

from __future__ import annotations

import re
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

import pytest

from bsc_site.publish.engine.frame_hook import GLYPHS
from bsc_site.publish.engine.search_hook import light
from bsc_site.render.text import inert
from tests.engine.documents import document
from tests.house.repository import ROOT

TABLE = (
    '<table class="a" data-search-exclude>\n<thead><tr><th scope="col">A</th> <th>B</th></tr></thead>\n'
    '<tbody class="b">\n'
    "<tr><th>1</th> <td></td><td>2 <b>3</b></td></tr>\n\n  <tr><th>4</th><td></td></tr>\n</tbody>\n"
    "<tbody>\n<tr><td>5</td></tr>\n</tbody></table>"
)
LISTS = (
    '<ul>\n<li>a\n<ul><li><a href="b">b</a></li></ul></li>\n<li>c <p>d</p></li>\n</ul><p>e</p><dl>'
    "<div><dt>f</dt> <dd>g <span>h</span></dd></div>\n<div><dt>i</dt><dd>j</dd></div></dl>"
)
SIGNS = "".join(chr(each) for each in range(32, 127))
TEXT = f'<p title="{inert(SIGNS)}" data-search-exclude>{inert(SIGNS)} data-search-exclude &amp;#43; &lt;/td&gt;</p>'
PAGES = (TABLE, LISTS, TEXT, f"<div>{TABLE}</div>\n<details><summary>s</summary>{LISTS}{TEXT}</details>")


@pytest.mark.parametrize("html", PAGES)
def test_a_browser_reads_the_same_document(html: str) -> None:
    known = [(place, said.replace("('data-search-exclude', None)", "")) for place, said in document(html)]
    read = document(light(html))
    assert [(place, re.sub(r"^\[\], |, \]$", "", said)) for place, said in read] == [
        (place, re.sub(r", (?=\])|(?<=\[), ", "", said)) for place, said in known
    ]
    assert len(light(html)) < len(html)


@pytest.mark.parametrize("html", PAGES)
def test_it_can_be_done_piece_by_piece_and_again(html: str) -> None:
    assert light(light(html)) == light(html)
    assert light(f"<main>{html}</main>\n{html}") == f"<main>{light(html)}</main>\n{light(html)}"


def test_an_empty_cell_stays_empty() -> None:
    assert [said for place, said in document(light(TABLE)) if place.endswith(" td")].count("[]") == 4
    assert "<td><" in light(TABLE)


def test_words_about_markup_stay_words() -> None:
    assert "data-search-exclude" in light(TEXT)
    assert light("<p>a data-search-exclude b</p>") == "<p>a data-search-exclude b</p>"


def test_signs_of_the_theme_are_drawn_by_the_sheet() -> None:
    """The very paths that it has in its pages."""
    icons = distribution("mkdocs-material").locate_file("material/templates/.icons/material")
    sheet = (ROOT / "docs_templates/assets/bsc-glyphs.css").read_text()
    drawn = dict(re.findall(r'--([a-z]+) \{\s+--sign: [^}]*? d="([^"]+)"', sheet))
    assert {sha256(path.encode()).hexdigest()[:12]: name for name, path in drawn.items()} == GLYPHS
    names = ("menu", "weather-night", "weather-sunny", "magnify", "arrow-left", "close", "arrow-up")
    theirs = {re.findall(r' d="([^"]+)"', Path(f"{icons}/{each}.svg").read_text())[0] for each in names}
    assert set(drawn.values()) == theirs
