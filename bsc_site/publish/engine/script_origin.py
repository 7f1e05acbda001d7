"""A hook for the engine: it tells scripts that a template wrote from those that stand in somebody's text.

A script in a template of the theme, or in a template of the project's, is code of who wrote the template. One in the
text of a page, in a name or in a setting may be anybody's. Both look the same on a finished page; so templates are read
with a mark on their scripts that nobody can guess, and once a page is made the mark goes to all others: policy_hook.py
gives them no right to run, and takes it away. No published byte depends on the mark.

The file is copied beside the generated mkdocs.yml, so it knows nothing of this package.
"""

from __future__ import annotations

import re
from secrets import token_hex
from typing import Any

_WORD = token_hex(16)
_OF_TEMPLATE, _OF_TEXT = f" data-of-template-{_WORD}", f" data-of-text-{_WORD}"
"""Attributes of a script, for as long as a page is made."""
_SCRIPT = re.compile(r"<script(?=[\s>/])(?![^>]*\ssrc\s*=)", re.IGNORECASE)
"""One whose code stands in the page."""


def on_env(env: Any, **_: Any) -> Any:
    """Whatever a template is read from, its scripts are marked."""
    loader = env.loader
    read = loader.get_source

    def get_source(environment: Any, template: str) -> Any:
        source, *others = read(environment, template)
        return (_SCRIPT.sub(lambda found: found[0] + _OF_TEMPLATE, source), *others)

    loader.get_source = get_source
    return env


def on_post_page(output: str, **_: Any) -> str:
    """The mark goes from the scripts of templates to all others."""
    return _SCRIPT.sub(_other_mark, output).replace(_OF_TEMPLATE, "")


def _other_mark(found: re.Match[str]) -> str:
    of_template = found.string.startswith(_OF_TEMPLATE, found.end())
    return found[0] if of_template else found[0] + _OF_TEXT


def on_post_template(output_content: str, **_: Any) -> str:
    """The same in pages that no Markdown stands for."""
    return on_post_page(output_content)


on_post_page.mkdocs_priority = 1000  # type: ignore[attr-defined]  # before anybody else writes into a page
on_post_template.mkdocs_priority = 1000  # type: ignore[attr-defined]  # likewise
