"""Style sheets become one in the order of their list, and none of them changes what another means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
import tinycss2
from tinycss2.ast import Node

from bsc_site.publish.publication.joined_style import joined_style
from bsc_site.publish.publication.source_flaw import SourceFlawError
from bsc_site.render.pages.folder import templates_folder

LIST = '@import "./b.css";\n@import "./a.css";\n'


def _joined(a: str, b: str = "b { }", listed: str = LIST) -> str:
    return joined_style("site.css", {"site.css": listed, "a.css": a, "b.css": b}).text


def test_the_list_decides_about_the_order() -> None:
    """What is not listed is left out."""
    sources = {"site.css": f"/* all */\n{LIST}", "a.css": "a { }", "b.css": "b { }", "c.css": "c { }"}
    joined = joined_style("site.css", sources)
    assert (joined.text, joined.files) == ("b{}\na{}\n", ("b.css", "a.css", "site.css"))


def test_comments_and_indents_are_left_out() -> None:
    """A rule is a line; blanks within texts stay, and those that say something."""
    sheet = '/* why */\n@media print {\n  a > i,\n  b :is(p)::after {\n    content: "a  b" c; /* what */\n  }\n}\n'
    assert _joined(sheet) == 'b{}\n@media print{a > i,b :is(p)::after{content:"a  b" c;}}\n'


def test_a_sheet_that_is_not_closed_ends_at_its_end() -> None:
    """It would take in whatever follows."""
    assert _joined("a { }", b="@media print { b { color: red") == "@media print{b{color:red}}\na{}\n"


@pytest.mark.parametrize(
    ("sources", "flaw"),
    [
        ({"site.css": "a { }"}, 'site.css:1: here stands nothing but `@import "./file.css";`'),
        ({"site.css": '\n@import "./a.css" print;'}, 'site.css:2: here stands nothing but `@import "./file.css";`'),
        ({"site.css": '@import "./x.css";'}, "site.css:1: there is no 'x.css' in assets/ to import"),
        ({"site.css": '@import url("a.css");'}, "site.css:1: there is no '' in assets/ to import"),
        (
            {"site.css": '@import "./a.css";', "a.css": '\n@import "./b.css";'},
            "a.css:2: @import belongs into the list of all sheets alone",
        ),
        (
            {"site.css": '@import "./a.css";', "a.css": "a { }\n}\nb { }"},
            "a.css:2: it cannot be read: ",
        ),
    ],
    ids=["rule", "media", "missing", "address", "import", "brace"],
)
def test_what_cannot_be_joined_is_said_with_its_line(sources: dict[str, str], flaw: str) -> None:
    """None is joined by half."""
    with pytest.raises(SourceFlawError) as caught:
        joined_style("site.css", sources)
    assert str(caught.value).startswith(flaw)


def test_ours_mean_the_same_as_before() -> None:
    """Token by token, but for blanks and comments."""
    folder = templates_folder() / "assets"
    sources = {path.name: path.read_text("utf-8") for path in folder.glob("*.css")}
    joined = joined_style("site.css", sources)
    apart = [token for file in joined.files[:-1] for token in _tokens(_parsed(sources[file]))]
    assert list(_tokens(_parsed(joined.text))) == apart
    assert len(apart) > 5_000


def _parsed(text: str) -> list[Node]:
    return tinycss2.parse_component_value_list(text, skip_comments=True)


def _tokens(nodes: Iterable[Node]) -> Iterator[str]:
    """Every token in order; the end of a block is one, too."""
    for node in nodes:
        inner = getattr(node, "content", None) or getattr(node, "arguments", None)
        if isinstance(inner, list):
            yield f"{node.type} {getattr(node, 'lower_name', '')}"
            yield from _tokens(inner)
            yield "end"
        elif node.type != "whitespace":
            yield node.serialize()
