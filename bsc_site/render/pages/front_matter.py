"""Front matter: what the engine's hook is told of a page, above its text."""

from __future__ import annotations

from bsc_site.render.views.parts.page_parts import Frame

_FENCE = "---\n"


def with_facts(markdown: str, around: Frame) -> str:
    """The page with a line `bsc:` in its front matter, which names its tab, as a way from this page.

    What is said here divides the pages of a kind, so it is the same for most of them. A template of the project's own
    may have left out its front matter; then it gets some.
    """
    line = f"bsc: {{tab: {around.tab.source}}}\n"
    if markdown.startswith(_FENCE):
        return f"{_FENCE}{line}{markdown.removeprefix(_FENCE)}"
    return f"{_FENCE}{line}{_FENCE}\n{markdown}"
