"""Bodies of filled pages are read without a parser, and what is found is what the parser finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.publish.link_check.flaws import Fault, prove
from bsc_site.publish.link_check.markup import read_page
from bsc_site.publish.link_check.plain_markup import read_plainly
from bsc_site.publish.link_check.reading import PageReading
from tests.builders.project_folders import write

ELSEWHERE = '<p><a href="https://example.org/a//b">there</a> <a href="mailto:a@example.org">write</a></p>'


@pytest.mark.parametrize(
    "body",
    [
        '<p id="a"><a href="../b/index.html#c">b</a> <a href="">here</a></p>',
        '<p><a href="data/a&amp;b.csv">file</a> <a class="x" href="drawing.svg">drawing</a></p>',
        ELSEWHERE,
        '<svg xmlns="http://www.w3.org/2000/svg"><g id="g"><a href="#g"><path d="M0 0"/></a></g></svg>',
        '<p id="f"><template class="x">{"a":1}</template><template><a href="later/" id="l"></a></template></p>',
    ],
)
def test_links_and_anchors_are_those_that_a_parser_finds(body: str) -> None:
    read, parsed = read_plainly(body), read_page(body)
    assert read is not None
    assert (read.links, read.anchors, read.opened) == (parsed.links, parsed.anchors, parsed.opened)
    assert not parsed.foreign


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://example.org/a.png">',
        "<img src=//example.org/a.png>",
        '<p style="background:url(//example.org/a)">',
        f'{ELSEWHERE}<script>import "https://example.org/a.js"</script>',
    ],
)
def test_whatever_names_another_host_outside_of_a_link_is_left_to_the_parser(body: str) -> None:
    assert read_plainly(body) is None
    assert read_page(body).foreign


def test_what_is_known_of_a_page_is_not_read_again(tmp_path: Path) -> None:
    """Its links are followed, and its anchors are there for others."""
    site = write(tmp_path, {"index.html": '<a href="k/index.html#a">k</a>', "k/index.html": "read already"})
    known = PageReading(links={"../index.html", "../gone/index.html"}, anchors={"a"})
    flaws = prove(site, ["index.html", "k/index.html"], known={"k/index.html": known})
    assert [(each.path, each.fault, each.reference) for each in flaws] == [
        ("k/index.html", Fault.DEAD_LINK, "../gone/index.html")
    ]
