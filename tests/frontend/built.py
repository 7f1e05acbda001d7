"""The script and the style sheet of the site as every page loads them, for tests that put them into pages."""

from __future__ import annotations

from bsc_site.publish.publication.assets import assets_in
from bsc_site.render.pages.folder import templates_folder

ASSETS = assets_in(templates_folder())
LATER = "assets/bsc-site/later-tools.js"
SCRIPT, STYLE = (
    "".join(ASSETS.files[path].decode() for path in paths) for paths in ((LATER, *ASSETS.javascript), ASSETS.css)
)
"""With the script that a page loads when there is a reader."""
EMBED_STYLE = ASSETS.files["assets/bsc-site/embed.css"].decode()
"""The style sheet of embedded charts, which no page of the site loads."""
TOKENS = (templates_folder() / "assets" / "bsc-palette.css").read_text(encoding="utf-8")
"""The source that declares every colour."""
