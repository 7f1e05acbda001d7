"""Front matter: what the engine's hook is told of a page, above its text."""

from __future__ import annotations

from bsc_site.render.views.parts.page_parts import Frame

_FENCE = "---\n"


def with_facts(markdown: str, around: Frame) -> str:
    """The page with a line `bsc:` in its front matter: tab, the page before, the one after, as ways from this page.

    A template of the project's own may have left out its front matter; then it gets some.
    """
    ways = {"tab": around.tab, "before": around.before, "after": around.after}
    told = ", ".join(f"{name}: {each.source}" for name, each in ways.items() if each.href)
    line = f"bsc: {{{told}}}\n"
    if markdown.startswith(_FENCE):
        return f"{_FENCE}{line}{markdown.removeprefix(_FENCE)}"
    return f"{_FENCE}{line}{_FENCE}\n{markdown}"
