"""A hook for the engine: each page says what a browser may load and run for it, its content security policy.

Nothing from another host, no evaluated text, and of the scripts within a page those that its templates wrote, each by
its SHA-256. The file is copied beside the generated mkdocs.yml, so it knows nothing of this package.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

_HERE = "'self' file:"
"""The site, on a server and in a folder, where not every browser takes the one word for it."""
DIRECTIVES = {
    "default-src": f"{_HERE} data:",
    "script-src": _HERE,
    "style-src": f"{_HERE} 'unsafe-inline'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
"""What each page may do; a drawing is full of styles within it, which load nothing that the others do not allow."""
_NAME = "http-equiv=Content-Security-Policy"
_OWN = re.compile(r"<meta\s[^>]*content-security-policy", re.IGNORECASE)
_START = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL)
_OF_TEXT = re.compile(r"(<script) data-of-text-[0-9a-f]{32}", re.IGNORECASE)
"""The mark of script_origin.py, whose word another copy of the file would not know."""
_TYPE = re.compile(r"\btype=[\"']?([^\"'\s>]*)", re.IGNORECASE)
_FROM_FILE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_RUN = re.compile(r"|module|(?:text|application)/javascript|importmap|speculationrules", re.IGNORECASE)
_SCOPE = re.compile(r'<script>__md_scope=new URL\("([^"]*)",location\),__md_hash=.*?</script>', re.DOTALL)
_PALETTE = re.compile(r'<script>var palette=__md_get\("__palette"\);if\(palette&&palette\.color\)\{for\(.*?</script>')
_CHOSEN = (
    "try{for(let[k,v]of Object.entries(JSON.parse(localStorage.getItem(new URL(document.currentScript.dataset.to,"
    'location).pathname+".__palette")).color))document.body.setAttribute("data-md-color-"+k,v)}catch{}'
)
"""The reader's colours before anything shows; the same on every page, whatever its depth."""


def on_post_page(output: str, config: Any = None, **_: Any) -> str:
    """The page with its policy."""
    return with_policy(_with_one_script(output, config), _wider(config))


def on_post_template(output_content: str, template_name: str = "", config: Any = None, **_: Any) -> str:
    """The page for missing pages likewise; other files of the theme are no pages."""
    return with_policy(output_content, _wider(config)) if template_name.endswith(".html") else output_content


on_post_page.mkdocs_priority = -150  # type: ignore[attr-defined]  # after all who write into a page; then it is kept
on_post_template.mkdocs_priority = -150  # type: ignore[attr-defined]  # likewise


def with_policy(page: str, wider: Mapping[str, str] | None = None) -> str:
    """A page that names its policy before all that it governs; one of whose templates writes another keeps that."""
    scripts = [found[2] for found in _SCRIPT.finditer(page) if _is_trusted(found[1]) and not _OF_TEXT.match(found[0])]
    page = _OF_TEXT.sub(r"\1", page)
    head = page.partition("</head>")[0]
    if _OWN.search(head):
        return page
    meta = policy_meta(scripts, wider or {})
    return _START.sub(lambda found: found[0] + meta, page, count=1)


def policy_meta(scripts: Iterable[str] = (), wider: Mapping[str, str] | None = None) -> str:
    """The element that says what a page may do, with these scripts within it; `wider` are sources by directive."""
    allowed = dict(DIRECTIVES)
    for text in dict.fromkeys(scripts):
        allowed["script-src"] += f" {source_of(text)}"
    for name, sources in (wider or {}).items():
        allowed[name] = f"{allowed.get(name, allowed['default-src'])} {sources}"
    told = ";".join(f"{name} {sources}" for name, sources in allowed.items())
    return f'<meta {_NAME} content="{told}">'


def bare_policy(script: str) -> str:
    """The same for a page that loads nothing at all and runs this script."""
    told = f"default-src 'none';img-src data:;script-src {source_of(script)};base-uri 'none';form-action 'none'"
    return f'<meta {_NAME} content="{told}">'


def allowing(page: str, script: str) -> str:
    """The page with a policy that lets one more script run that stands within it."""
    return page.replace("script-src ", f"script-src {source_of(script)} ", 1)


def source_of(script: str) -> str:
    """A script as a policy names it."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def _is_trusted(attributes: str) -> bool:
    """Whether it is code within a page that a template wrote, or a plugin into the finished page."""
    kind = _TYPE.search(attributes)
    runs = _RUN.fullmatch(kind[1] if kind else "")
    return bool(runs) and not _FROM_FILE.search(attributes)


def _wider(config: Any) -> Mapping[str, str]:
    own = (getattr(config, "extra", None) or {}).get("bsc_site") or {}
    return own.get("policy") or {}


def _with_one_script(output: str, config: Any) -> str:
    """Where the site's script gives the theme its memory (bsc-memory.js), a page has one short script for colours."""
    theme = getattr(config, "theme", None)
    if (
        theme is None
        or "scope" in (config.extra or ())
        or theme.custom_dir
        or "navigation.instant" in (theme.get("features") or ())
    ):
        return output
    scope = _SCOPE.search(output)
    if scope is None or "assets/bsc-site/site.js" not in output:
        return output
    lighter = _PALETTE.sub(
        lambda _: f'<script data-to="{scope[1]}">{_CHOSEN}</script>', output.replace(scope[0], "", 1)
    )
    early = "".join(text for _, text in _SCRIPT.findall(lighter))
    return output if "__md_" in early else lighter
