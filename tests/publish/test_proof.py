"""The proof finds pages that were not built, dead links, and whatever comes from another host."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.publish.link_check.flaws import Fault, Flaw, prove
from tests.builders.publications import site_folder

PAGES = ("index.html", "kpis/nps/index.html")


def _flaws(folder: Path, home: str, files: dict[str, str] | None = None) -> list[tuple[str, Fault, str]]:
    nps = '<body><h1 id=top>NPS</h1><A NAME=old><a href="../../index.html#start">up</a></body>'
    site_folder(folder, {"index.html": f'<p id="start">{home}</p>', "kpis/nps/index.html": nps, **(files or {})})
    return [(each.path, each.fault, each.reference) for each in prove(folder, PAGES)]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="kpis/nps/index.html">',
        '<a href="kpis/nps/index.html#top">',
        "<a href='./kpis/nps/index.html?x=1#top'>",
        "<a href=#start>",
        '<a href="#">',
        '<a href="">',
        '<a href="mailto:a@example.org">',
        '<a href="https://example.org/">',
        '<a title="x > y" href="kpis/nps/index.html">',
        '<img src="data:image/svg+xml,x">',
        '<link rel="canonical" href="https://example.org/">',
        '<link rel="stylesheet" href="a%20b.css">',
        '<svg xmlns="http://www.w3.org/2000/svg"><use href="#start"></svg>',
        '<code>&lt;a href="nowhere.html"&gt;</code>',
        '<svg aria-label="&lt;img src=nowhere.png onerror=alert(3)&gt;">',
        "<style>a { background: url(data:x) }</style>",
        "<A HREF = kpis/nps/index.html#old>",
        '<a href="#TOP">',
        '<a href="#start:~:text=word">',
        '<a href="kpis\\nps\\index.html">',
        '<a href=" kpis/nps/\nindex.html ">',
        '<!-- <a href="gone.html"> --><textarea><a href="gone.html"></textarea>',
        '<template><a href="{{ address }}"></template>',
        '<script>"<a href=gone.html>"</script>',
        '<base href="kpis/"><a href="nps/index.html#top"><a href="../index.html#start">',
        '<iframe srcdoc="<a href=#x>"></iframe>',
        '<meta http-equiv="refresh" content="9; url=kpis/nps/index.html">',
        '<img srcset="kpis/nps/index.html 1x">',
    ],
)
def test_what_is_sound_passes(tmp_path: Path, html: str) -> None:
    """Links to files that stand there, to anchors, and to other hosts by the reader's own click."""
    assert _flaws(tmp_path, html, {"a b.css": "p{background:url(x.png)}"}) == []


@pytest.mark.parametrize(
    ("html", "fault", "reference"),
    [
        ('<a href="gone.html">', Fault.DEAD_LINK, "gone.html"),
        ('<a href="kpis/nps/">', Fault.DEAD_LINK, "kpis/nps/"),
        ('<a href="/index.html">', Fault.DEAD_LINK, "/index.html"),
        ('<a href="../index.html">', Fault.DEAD_LINK, "../index.html"),
        ('<img src="a.png">', Fault.DEAD_LINK, "a.png"),
        ('<a href="#gone">', Fault.DEAD_ANCHOR, "#gone"),
        ('<a href="kpis/nps/index.html#gone">', Fault.DEAD_ANCHOR, "kpis/nps/index.html#gone"),
        ('<script src="https://cdn.example/a.js">', Fault.OTHER_HOST, "https://cdn.example/a.js"),
        ("<A HREF = gone.html>", Fault.DEAD_LINK, "gone.html"),
        ("<a href='g&amp;ne.html'>", Fault.DEAD_LINK, "g&ne.html"),
        ('<object data="gone.svg"></object>', Fault.DEAD_LINK, "gone.svg"),
        ('<img srcset="gone.png 2x">', Fault.DEAD_LINK, "gone.png"),
        ('<meta http-equiv="refresh" content="9; url=gone.html">', Fault.DEAD_LINK, "gone.html"),
        ('<iframe srcdoc="<a href=gone.html>"></iframe>', Fault.DEAD_LINK, "gone.html"),
        ('<base href="kpis/"><a href="index.html">', Fault.DEAD_LINK, "index.html"),
        ('<meta name="gone"><a href="#gone">', Fault.DEAD_ANCHOR, "#gone"),
        ('<template><b id="gone"></template><a href="#gone">', Fault.DEAD_ANCHOR, "#gone"),
        ('<base href="https://a.example/"><a href="gone.html">', Fault.OTHER_HOST, "https://a.example/"),
        ('<img src="//cdn.example/a.png">', Fault.OTHER_HOST, "//cdn.example/a.png"),
        ('<link rel="stylesheet" href="https://cdn.example/a.css">', Fault.OTHER_HOST, "https://cdn.example/a.css"),
        ('<link href="https://cdn.example" rel="preconnect">', Fault.OTHER_HOST, "https://cdn.example"),
        ('<iframe src="HTTPS://example.org">', Fault.OTHER_HOST, "HTTPS://example.org"),
        ('<img srcset="https://a.example/1.png 2x">', Fault.OTHER_HOST, "https://a.example/1.png"),
        ("<style>@import 'https://a.example/x.css'</style>", Fault.OTHER_HOST, "https://a.example/x.css"),
        ('<p style="background:url(//a.example/x)">', Fault.OTHER_HOST, "//a.example/x"),
    ],
)
def test_what_is_not_sound_is_found(tmp_path: Path, html: str, fault: Fault, reference: str) -> None:
    """Each as it stands in the page."""
    assert _flaws(tmp_path, html) == [("index.html", fault, reference)]


def test_a_page_that_was_not_built_is_found(tmp_path: Path) -> None:
    """An engine that leaves a page out without a word is caught."""
    site_folder(tmp_path, {"index.html": ""})
    assert [(each.path, each.fault) for each in prove(tmp_path, PAGES)] == [("kpis/nps/index.html", Fault.MISSING)]


def test_style_sheets_are_looked_into(tmp_path: Path) -> None:
    """A font of another host hides there."""
    css = '@font-face { src: url("https://fonts.example/a.woff2") }'
    assert _flaws(tmp_path, "", {"x/a.css": css}) == [
        ("x/a.css", Fault.OTHER_HOST, "https://fonts.example/a.woff2"),
    ]


def test_escapes_in_style_sheets_hide_nothing_and_comments_load_nothing(tmp_path: Path) -> None:
    """Read as a browser reads them."""
    css = '/* @import "//no.example/a.css"; */ @\\69mport u\\72l(//fonts.example/a.css);'
    assert _flaws(tmp_path, "", {"x/a.css": css}) == [("x/a.css", Fault.OTHER_HOST, "//fonts.example/a.css")]


def test_what_scripts_import_is_found(tmp_path: Path) -> None:
    """The one thing in a script that says where it comes from without having to run."""
    script = '"use strict";import{a}from"https://cdn.example/a.js";\n// import "https://no.example/a.js"\n'
    assert _flaws(tmp_path, "", {"x/a.mjs": script}) == [("x/a.mjs", Fault.OTHER_HOST, "https://cdn.example/a.js")]


def test_a_script_in_two_bytes_a_sign_hides_nothing(tmp_path: Path) -> None:
    """Browsers heed the mark at its beginning, so its slashes are no two bytes beside each other."""
    site_folder(tmp_path, {"index.html": "", "kpis/nps/index.html": ""})
    (tmp_path / "a.js").write_bytes('import "//cdn.example/a.js";'.encode("utf-16"))
    assert [each.reference for each in prove(tmp_path, PAGES)] == ["//cdn.example/a.js"]


def test_pages_side_by_side_share_what_is_known_of_their_links_and_nobody_else(tmp_path: Path) -> None:
    """`../b/index.html` leads somewhere from `a/`, and out of the site from the home page."""
    links = '<a href="../b/index.html"></a><a href="../b/index.html#gone"></a><a href="../gone.html"></a>'
    site_folder(tmp_path, {"a/index.html": links, "b/index.html": links, "c/d/index.html": links, "index.html": links})
    found = [(each.path, each.reference) for each in prove(tmp_path, ["a/index.html", "b/index.html", "index.html"])]
    below = [
        (page, f"../{each}") for page in ("a/index.html", "b/index.html") for each in ("b/index.html#gone", "gone.html")
    ]
    assert sorted(found) == sorted(
        [*below, *(("index.html", f"../{each}") for each in ("b/index.html", "b/index.html#gone", "gone.html"))]
    )
    assert {each.path for each in prove(tmp_path, ["a/index.html", "c/d/index.html"])} == {
        "a/index.html",
        "c/d/index.html",
    }


def test_pages_that_nobody_asked_for_are_searched_for_other_hosts_alone(tmp_path: Path) -> None:
    """The theme's page for errors does not know from where it is shown."""
    page = '<a href="/sub/index.html"><img src="https://a.example/x.png">'
    assert _flaws(tmp_path, "", {"404.html": page}) == [("404.html", Fault.OTHER_HOST, "https://a.example/x.png")]


DRAWING = """<?xml-stylesheet href="//a.example/1.css"?>
<!DOCTYPE svg [<!ENTITY host "//a.example/">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">
<image x:href="&host;2.png"/><script/><style>@import "//a.example/3.css"</style><a x:href="//no.example/"/></svg>
"""


@pytest.mark.parametrize("html", ['<a href="a.svg">x</a>', "<object data=a.svg></object>", '<iframe src="b.htm">'])
def test_a_drawing_that_is_shown_by_itself_is_read_as_xml(tmp_path: Path, html: str) -> None:
    """With its entities and namespaces, and with what an instruction names."""
    flaws = _flaws(tmp_path, html, {"a.svg": DRAWING, "b.htm": "<embed src=a.svg>"})
    assert flaws == [("a.svg", Fault.OTHER_HOST, f"//a.example/{each}") for each in ("1.css", "2.png", "3.css")]


def test_a_drawing_in_a_picture_loads_nothing(tmp_path: Path) -> None:
    """Browsers see to that."""
    assert _flaws(tmp_path, "<img src=a.svg>", {"a.svg": DRAWING}) == []


def test_a_page_in_another_encoding_hides_nothing(tmp_path: Path) -> None:
    """Browsers heed its byte order mark."""
    site_folder(tmp_path, {"index.html": ""})
    (tmp_path / "index.html").write_text("<img src=//a.example/x.png>", encoding="utf-16")
    assert [each.reference for each in prove(tmp_path, ["index.html"])] == ["//a.example/x.png"]


def test_a_flaw_is_one_line_of_bounded_length() -> None:
    """Whatever stands in the page."""
    assert (
        str(Flaw("a.html", Fault.OTHER_HOST, "https://a.ex\nample/"))
        == "'https://a.ex ample/' is loaded from another host"
    )
    assert len(str(Flaw("a.html", Fault.DEAD_LINK, "x" * 10_000))) < 250


def test_a_diagram_that_the_theme_would_draw_with_foreign_code_is_found(tmp_path: Path) -> None:
    """Mermaid comes from a CDN unless the project brings it along."""
    assert [each[1] for each in _flaws(tmp_path, '<pre class="mermaid">')] == [Fault.OTHER_HOST]


def test_a_diagram_with_its_code_in_the_site_passes(tmp_path: Path) -> None:
    """Then nothing is loaded."""
    html = '<script src="mermaid.js"></script><pre class="mermaid">'
    assert _flaws(tmp_path, html, {"mermaid.js": ""}) == []


def test_each_file_is_read_once_however_many_links_lead_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The work grows with the pages, not with their links: 30 pages of 30 links with anchors are read 30 times."""
    links = "".join(f'<li id="i{n}"><a href="../{n}/index.html#i{n}">page {n}</a></li>' for n in range(30))
    pages = [f"{n}/index.html" for n in range(30)]
    site_folder(tmp_path, dict.fromkeys(pages, f"<object data=../a.svg></object>{links}") | {"a.svg": DRAWING})
    opened, read_bytes = list[str](), Path.read_bytes

    def counted(path: Path) -> bytes:
        opened.append(path.relative_to(tmp_path).as_posix())
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", counted)
    assert {each.path for each in prove(tmp_path, pages)} == {"a.svg"}
    assert sorted(opened) == sorted([*pages, "a.svg"])
