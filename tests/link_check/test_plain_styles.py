"""Style sheets of ours are read without a parser, and nothing is missed that the parser finds."""

from __future__ import annotations

import random

import pytest
import tinycss2

from bsc_site.publish.link_check import styles
from bsc_site.publish.link_check.styles import foreign_in_style

SVG = "data:image/svg+xml;charset=utf-8,<svg xmlns='http://www.w3.org/2000/svg'><!--! https://icons.example -->"
_FAR = "//a.example/c"
_PIECES = [
    *('"', "'", "url(", "URL(", _FAR, "https://x.example/z", ")", "(", "/*", "*/", "\\", "\n", " ", "a", "\\2f "),
    *("\\/", "{", "}", ";", ":", "@import ", "--x:", SVG, "data:text/css,@import'//h/x'", ",", "u", "rl("),
    *("\\75 rl(", "wss:", '\\"', "\r\n", "\f", "@namespace ", "rows:auto", "@\\69mport "),
]


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every sheet that the parser is given."""
    seen, parse = list[str](), tinycss2.parse_component_value_list

    def noted(css: str, **how: bool) -> object:
        seen.append(css)
        return parse(css, **how)

    monkeypatch.setattr(tinycss2, "parse_component_value_list", noted)
    foreign_in_style.cache_clear()
    return seen


@pytest.mark.parametrize(
    "css",
    [
        f'a {{ background: url("{SVG}"); grid-template-rows: auto }}',
        f'/* {_FAR} */ a::before {{ content: "/*" }} /* https://a.example',
        ".md\\:hidden, .w\\.5 { mask: url( images/a-b.svg ) } /* https://a.example */",
    ],
)
def test_what_plainly_loads_nothing_from_elsewhere_needs_no_parser(parsed: list[str], css: str) -> None:
    assert foreign_in_style(css) == frozenset()
    assert parsed == []


@pytest.mark.parametrize(
    ("css", "found"),
    [
        (f'a::before {{ content: "/*" }} b {{ background: url({_FAR}) }} /* */', {_FAR}),
        (f'@import "\\2f{_FAR[1:]}";', {_FAR}),
        (f"a {{ background: u\\72l({_FAR}) }}", {_FAR}),
        (f'a {{ content: "b /*\n; background: url({_FAR}) }} /* */', {_FAR}),
        ("@import 'data:text/css,@import%20%22https://a.example/b%22';", {"https://a.example/b"}),
    ],
)
def test_whatever_is_doubtful_is_left_to_the_parser(parsed: list[str], css: str, found: set[str]) -> None:
    assert foreign_in_style(css) == found
    assert parsed


def test_no_sheet_hides_anything_from_the_short_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty thousand sheets, put together from what is hard to read: what the parser finds is found."""
    chance = random.Random(20)  # noqa: S311  # the same sheets each time
    sheets = ["".join(chance.choices(_PIECES, k=chance.randint(2, 14))) for _ in range(20_000)]
    foreign_in_style.cache_clear()
    short = [foreign_in_style(each) for each in sheets]
    foreign_in_style.cache_clear()
    monkeypatch.setattr(styles, "_plainly_none", lambda _: False)
    assert short == [foreign_in_style(each) for each in sheets]
    assert 1000 < sum(map(bool, short)) < 19_000
