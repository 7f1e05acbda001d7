"""The script and the style sheet of the site as every page loads them, for tests that put them into pages."""

from __future__ import annotations

from bsc_site.publish.publication.assets import assets_in
from bsc_site.render.pages.folder import templates_folder

ASSETS = assets_in(templates_folder())
SCRIPT, STYLE = (ASSETS.files[path].decode() for path in (*ASSETS.javascript, *ASSETS.css))
TOKENS = (templates_folder() / "assets" / "bsc-palette.css").read_text(encoding="utf-8")
"""The source that declares every colour."""
