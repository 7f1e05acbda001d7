"""The policy that each page names: which scripts it lets run, how a project makes it wider, where it is said."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment

from bsc_site.load.settings.own_settings import read_own_settings
from bsc_site.load.settings.settings_check import settings_problems
from bsc_site.publish.engine import policy_hook, script_origin
from bsc_site.publish.engine.policy_hook import source_of, with_policy
from tests.builders.program import called, shop
from tests.builders.project_folders import write

HEAD = '<!doctype html><html><head><meta charset="utf-8">'


def _policy(page: str) -> dict[str, str]:
    found = re.findall(r'<meta http-equiv="?Content-Security-Policy"? content="([^"]*)">', page)
    assert len(found) == 1, page[:500]
    return dict(each.split(" ", 1) for each in found[0].split(";"))


def _made(template: str, **values: str) -> str:
    """What the hooks make of a page of this template."""
    env = script_origin.on_env(Environment(loader=DictLoader({"main.html": template})))  # noqa: S701  # as the engine's
    output = script_origin.on_post_page(env.get_template("main.html").render(**values))
    return policy_hook.on_post_page(output)


def test_a_script_of_a_template_runs_and_one_in_a_text_does_not() -> None:
    page = _made(
        HEAD + "<title>{{ name }}</title><script>ours()</script></head><body>{{ text }}<script>end()</script>",
        name="</title><script>theirs()</script>",
        text="<SCRIPT\n>theirs(2)</SCRIPT><script type=module>theirs(3)</script>",
    )
    scripts = _policy(page)["script-src"].split()
    assert scripts == ["'self'", "file:", source_of("ours()"), source_of("end()")]
    assert "data-of" not in page
    assert page.startswith(HEAD + "<meta http-equiv=Content-Security-Policy")


@pytest.mark.parametrize(
    "text",
    [
        "<script data-of-template-00000000000000000000000000000000>theirs()</script>",
        "<script data-x=' src='>theirs()</script>",
        "<script src=''>theirs()</script>",
        "<script/type=text/javascript>theirs()</script>",
        "<script type=speculationrules>{}</script>",
        "<svg><script>theirs()</script></svg>",
        "<!--<script>-->theirs()</script>",
    ],
)
def test_no_disguise_of_a_script_in_a_text_is_taken_for_one_of_a_template(text: str) -> None:
    page = _made(HEAD + "</head><body>{{ text }}", text=text)
    assert _policy(page)["script-src"] == "'self' file:"


def test_what_a_plugin_writes_into_the_finished_page_is_code_of_the_project() -> None:
    page = script_origin.on_post_page(f"{HEAD}</head><body><script>text()</script></body>")
    page = page.replace("</body>", "<script>plugin()</script></body>")
    assert _policy(policy_hook.on_post_page(page))["script-src"] == f"'self' file: {source_of('plugin()')}"


def test_facts_are_no_code_and_need_no_right_to_run() -> None:
    page = _made(HEAD + '<script type="application/json">{}</script><script src="a.js"></script></head>')
    assert _policy(page)["script-src"] == "'self' file:"


def test_a_template_that_names_a_policy_of_its_own_keeps_it() -> None:
    own = HEAD + '<meta http-equiv="content-security-policy" content="script-src \'none\'"></head>'
    assert with_policy(own) == own


def test_nothing_may_come_from_another_host_nor_be_evaluated() -> None:
    policy = _policy(with_policy(HEAD + "</head>"))
    sources = {each for text in policy.values() for each in text.split()}
    assert sources == {"'self'", "file:", "data:", "'unsafe-inline'"}
    assert [name for name, text in policy.items() if "unsafe" in text] == ["style-src"]
    assert "data:" not in policy["script-src"]


def test_a_project_makes_it_wider_where_its_settings_say_so() -> None:
    config = SimpleNamespace(
        extra={"bsc_site": {"policy": {"form-action": "https://forms.example.org", "connect-src": "https://b.example"}}}
    )
    policy = _policy(policy_hook.on_post_page(HEAD + "</head>", config=config))
    assert policy["form-action"] == "'self' https://forms.example.org"
    assert policy["connect-src"] == "'self' file: data: https://b.example"


def test_what_is_no_policy_is_named_with_its_place(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "mkdocs.yml": "extra:\n  bsc_site:\n    policy:\n      form-action: https://a.example b\n"
            "      plugin-types: x\n      img-src: \"'self'; script-src *\"\n      frame-src: [a]\n"
        },
    )
    lines = [str(each) for each in settings_problems(read_own_settings(tmp_path), tmp_path)]
    key, sources = "BSC522 error extra.bsc_site.policy", "these are not sources with blanks between them, such as"
    known = "connect-src, form-action, frame-src, img-src, media-src, script-src"
    none = f"'plugin-types' is not a directive that can be made wider; use one of {known}"
    assert lines == [
        f"mkdocs.yml:5:21: {key}.plugin-types: {none}",
        f"mkdocs.yml:6:16: {key}.img-src: {sources} https://example.org",
        f"mkdocs.yml:7:18: {key}.frame-src: {sources} https://example.org",
    ]
    write(tmp_path, {"mkdocs.yml": "extra: {bsc_site: {policy: all}}\n"})
    [line] = [str(each) for each in settings_problems(read_own_settings(tmp_path), tmp_path)]
    assert line.startswith("mkdocs.yml:1:28: BSC522 error extra.bsc_site.policy: this is not a list of directives")


def test_code_within_an_own_page_is_named_unless_it_is_shown_or_allowed(tmp_path: Path) -> None:
    shown = "```html\n<script>shown()</script>\n```\n`<script>a()</script>` <!-- <b onclick=x> -->\n"
    code = (
        '<script>mine()</script>\n<script src="own.js"></script>\n<button type="button" onclick="mine()">Do</button>\n'
    )
    write(tmp_path, {"docs/own.md": shown + code})
    first, second = [str(each) for each in settings_problems(read_own_settings(tmp_path), tmp_path)]
    source = source_of("mine()").strip("'")
    assert first == (
        "docs/own.md:5:1: BSC523 warning: this script stands within the page and is not run; put it into a file of "
        f"extra_javascript, or allow it as '{source}'"
    )
    assert second.startswith("docs/own.md:7:23: BSC523 warning: 'onclick' within the page is not run")
    write(tmp_path, {"mkdocs.yml": f"extra: {{bsc_site: {{policy: {{script-src: \"'{source}'\"}}}}}}\n"})
    assert [each.code for each in settings_problems(read_own_settings(tmp_path), tmp_path)] == ["BSC523"]


def test_every_page_of_a_site_names_it_first(tmp_path: Path) -> None:
    """Pages of the engine and filled ones, embedded charts, former addresses, and the page for missing pages."""
    root = shop(tmp_path)
    assert called("build", "-C", str(root)).code == 0
    pages = {each.relative_to(root / "build/site").as_posix() for each in (root / "build/site").rglob("*.html")}
    assert {"index.html", "404.html"} <= pages
    for each in pages:
        text = (root / "build/site" / each).read_text("utf-8")
        assert re.search(r"<head>\s*<meta charset=\"utf-8\">\s*<meta http-equiv=\"?Content-Security-Policy", text), each
        _policy(text)
