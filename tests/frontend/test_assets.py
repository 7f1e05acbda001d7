"""Every page loads one style sheet and one script, joined from sources that a project may replace one by one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bsc_site.model.failure import InputError
from bsc_site.publish.publication.assets import Assets, assets_in
from bsc_site.render.pages.folder import templates_folder
from tests.builders.publications import site_folder

PACKAGED = {
    "packaged/assets/site.css": '@import "./a.css";\n@import "./b.css";\n',
    "packaged/assets/a.css": "a { color: red }",
    "packaged/assets/b.css": "b { color: red }",
    "packaged/assets/site.js": 'import { two } from "./b.js";\nwindow.two = two();\n',
    "packaged/assets/b.js": "export function two() { return 2; }\n",
    "packaged/assets/mark.svg": "<svg/>",
}


def _assets(folder: Path, own: Mapping[str, str | bytes]) -> Assets:
    """The assets of a small packaged folder under those of a project."""
    texts = {name: text for name, text in own.items() if isinstance(text, str)}
    site_folder(folder, {**PACKAGED, **{f"own/assets/{name}": text for name, text in texts.items()}})
    for name in own.keys() - texts.keys():
        (folder / "own" / "assets").mkdir(parents=True, exist_ok=True)
        (folder / "own" / "assets" / name).write_bytes(bytes(own[name]))  # type: ignore[arg-type]  # those that are bytes
    return assets_in(folder / "packaged", folder / "own", folder / "missing")


def test_a_page_loads_one_style_sheet_and_one_script(tmp_path: Path) -> None:
    """What they are made of is not published beside them; a picture is."""
    assets = _assets(tmp_path, {})
    assert (assets.css, assets.javascript) == (("assets/bsc-site/site.css",), ("assets/bsc-site/site.js",))
    assert set(assets.files) == {*assets.css, *assets.javascript, "assets/bsc-site/mark.svg"}


def test_a_source_of_the_project_stands_in_the_place_of_ours(tmp_path: Path) -> None:
    """The others stay, and so does the order."""
    own = {"a.css": "a { color: blue }", "b.js": "export const two = () => 3;\n", "mark.svg": "<svg id='ours'/>"}
    files = _assets(tmp_path, own).files
    assert files["assets/bsc-site/site.css"] == b"a{color:blue}\nb{color:red}\n"
    assert b"const two = () => 3;" in files["assets/bsc-site/site.js"]
    assert b"return 2" not in files["assets/bsc-site/site.js"]
    assert files["assets/bsc-site/mark.svg"] == b"<svg id='ours'/>"


def test_further_files_of_the_project_are_loaded_after_ours_as_they_are(tmp_path: Path) -> None:
    """Those in a folder below are published, and wait until something asks for them."""
    assets = _assets(tmp_path, {"a-look.css": "p { }", "tool.js": "export default 1", "live/big.js": "1"})
    assert assets.css == ("assets/bsc-site/site.css", "assets/bsc-site/a-look.css")
    assert assets.javascript == ("assets/bsc-site/site.js", "assets/bsc-site/tool.js")
    assert assets.files["assets/bsc-site/tool.js"] == b"export default 1"
    assert "assets/bsc-site/live/big.js" in assets.files


def test_the_list_of_the_project_may_leave_out_or_add(tmp_path: Path) -> None:
    """What ours had in it is then a further file."""
    assets = _assets(tmp_path, {"site.css": '@import "./b.css";\n@import "./c.css";', "c.css": "c { color: red }"})
    assert assets.files["assets/bsc-site/site.css"] == b"b{color:red}\nc{color:red}\n"
    assert assets.css == ("assets/bsc-site/site.css", "assets/bsc-site/a.css")


def test_bytes_that_are_no_text_come_out_as_they_went_in(tmp_path: Path) -> None:
    """An old editor writes umlauts in one byte; the mark that another puts before a text is dropped."""
    own = {"a.css": b'\xef\xbb\xbfa::after { content: "\xe4" }', "b.js": b'export const two = () => "\xe4";\n'}
    files = _assets(tmp_path, dict(own)).files
    assert files["assets/bsc-site/site.css"].startswith(b'a::after{content:"\xe4"}')
    assert b'const two = () => "\xe4";' in files["assets/bsc-site/site.js"]


@pytest.mark.parametrize(
    ("own", "line"),
    [
        (
            {"b.js": "export const three = 3;\n"},
            "docs_templates/assets/site.js:1:1: BSC502 error: b.js does not export two, but three",
        ),
        (
            {"site.css": '@import "./a.css";\np { }\n'},
            'docs_templates/assets/site.css:2:1: BSC502 error: here stands nothing but `@import "./file.css";`',
        ),
    ],
)
def test_a_source_that_does_not_fit_is_a_problem_with_its_place(
    own: Mapping[str, str | bytes], line: str, tmp_path: Path
) -> None:
    """In the words of whoever wrote it."""
    with pytest.raises(InputError) as caught:
        _assets(tmp_path, own)
    (problem,) = caught.value.problems
    assert str(problem) == line


def test_ours_are_loaded_whole() -> None:
    """No source is forgotten in the lists."""
    assets = assets_in(templates_folder())
    assert (len(assets.css), len(assets.javascript)) == (1, 1)
    assert b"--bsc-on-track:" in assets.files["assets/bsc-site/site.css"]


def test_a_script_that_waits_is_joined_and_loaded_by_no_page(tmp_path: Path) -> None:
    """Its name says so; what it imports is in it."""
    own = {"later-tool.js": 'import { two } from "./b.js";\nimport { three } from "./c.js";\nwindow.tool = three;\n'}
    assets = _assets(tmp_path, {**own, "c.js": "export const three = 3;\n"})
    assert assets.javascript == ("assets/bsc-site/site.js",)
    assert b"const three = 3" in assets.files["assets/bsc-site/later-tool.js"]
    assert "assets/bsc-site/c.js" not in assets.files
