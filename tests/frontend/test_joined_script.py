"""Modules become one script in which each keeps its own names, and what cannot be joined is said."""

from __future__ import annotations

import pytest

from bsc_site.publish.publication.joined_script import joined_script
from bsc_site.publish.publication.source_flaw import SourceFlawError


def _joined(**modules: str) -> str:
    """The script of `site.js` and the modules of these names."""
    return joined_script("site.js", {f"{name}.js": text for name, text in modules.items()}).text


def _flaw(**modules: str) -> str:
    with pytest.raises(SourceFlawError) as caught:
        _joined(**modules)
    return str(caught.value)


def test_what_is_imported_stands_before_who_imports_it_and_once() -> None:
    """In the order in which a browser would run the modules."""
    modules = {
        "site.js": 'import { b } from "./b.js";\nimport { c } from "./c.js";\nb(c);\n',
        "b.js": 'import { c } from "./c.js";\nexport function b() {}\n',
        "c.js": "export const c = 1;\n",
        "nobody.js": "throw 1;\n",
    }
    joined = joined_script("site.js", modules)
    assert joined.files == ("c.js", "b.js", "site.js")
    assert joined.text.count("const c = 1;") == 1
    assert "throw" not in joined.text


def test_each_module_has_names_of_its_own_and_takes_what_it_asked_for() -> None:
    """The whole of what comes out, once."""
    text = _joined(
        site='import {\n  one,\n  two as other,\n} from "./b.js";\n\n\nstart(one, other);\n',
        b="/** One. */\nexport const one = 1;\nexport async function two() {}\nclass Kept {}\nexport class Given {}\n",
    )
    assert text == (
        '(function () {\n"use strict";\n'
        "/*! b.js */\nconst $$1 = (() => {\n"
        "const one = 1;\nasync function two() {}\nclass Kept {}\nclass Given {}\n"
        "return { one, two, Given };\n})();\n"
        "/*! site.js */\nconst $$2 = (() => {\nconst { one, two: other } = $$1;\n"
        "start(one, other);\n})();\n})();\n"
    )


@pytest.mark.parametrize(
    "code",
    [
        "const a = `\nimport { x } from './x.js'\n\n\n  // no comment\n`;",
        'const a = "// no comment /* nor this";',
        "const a = /[/*]import`/.test(b) ? 'a' : `b`;",
        "const a = { import: 1, export: b.export };",
        "const half = a / 2 / b;",
        "const a = `${b ? `// no comment` : `it's`}`;",
        "/*! kept */",
        "const a = /** @type {Kept} */ (b);",
    ],
    ids=["template", "text", "pattern", "names", "division", "nested", "licence", "cast"],
)
def test_code_that_looks_like_something_else_stays_as_it_is(code: str) -> None:
    """Words in texts and patterns are no statements, and their lines and slashes no comments."""
    assert f"{{\n{code}\n}})();" in _joined(site=f"{code}\n")


def test_lines_with_nothing_but_a_comment_are_left_out() -> None:
    """Types and reasons are for who reads the sources."""
    text = _joined(site="// one\n/**\n * import { a } from './a.js'\n */\nlet a = 1; // stays\n  /* two */\na += 1;\n")
    assert "{\nlet a = 1; // stays\na += 1;\n}" in text


@pytest.mark.parametrize(
    "statement",
    [
        'import "./b.js";',
        'import b from "./b.js";',
        'import * as b from "./b.js";',
        'import { b } from "b";',
        'import { b } from "https://elsewhere.example/b.js";',
        'const b = await import("./b.js");',
        "const here = import.meta.url;",
        "export default b;",
        "export { b };",
        'export * from "./b.js";',
        "export let b = 1;",
        "export const { b } = c;",
        '  import { b } from "./b.js";',
    ],
)
def test_other_statements_are_refused_with_their_line(statement: str) -> None:
    """None is joined by half."""
    flaw = _flaw(site=f"// a comment\n\n{statement}\n", b="export const b = 1;\n")
    assert flaw.startswith("site.js:3: only these are joined, at the beginning of a line: `import { name } from")


@pytest.mark.parametrize(
    ("modules", "flaw"),
    [
        ({"site": 'import { b } from "./x.js";'}, "site.js:1: there is no x.js in assets/ to import from"),
        (
            {"site": '\nimport { b, c } from "./b.js";', "b": "export const b = 1, c = 2;\n"},
            "site.js:2: b.js does not export c, but b",
        ),
        ({"site": 'import { b } from "./b.js";', "b": "// old"}, "site.js:1: b.js does not export b, but nothing"),
        ({"site": 'import { b-c } from "./b.js";', "b": ""}, "site.js:1: 'b-c' is no name to import"),
        (
            {
                "site": 'import { b } from "./b.js";',
                "b": 'import { c } from "./c.js";\nexport const b = 1;',
                "c": 'import { b } from "./b.js";\nexport const c = 1;',
            },
            "c.js:1: the modules import each other in a circle: site.js > b.js > c.js > b.js",
        ),
    ],
    ids=["no file", "no name", "an old script", "no word", "circle"],
)
def test_what_is_not_there_is_named(modules: dict[str, str], flaw: str) -> None:
    """With who asked for it, and what there is."""
    assert _flaw(**modules) == flaw
