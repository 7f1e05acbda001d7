"""The page for missing pages of a site that does not know its own address: whole by itself, wherever it is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape

LOST = "404.html"
"""Where web servers look for it; they show it under any address, however deep."""


def lost_page(site_name: str, folders: Iterable[str]) -> str:
    """HTML that asks for no other file, because every path to one would be a guess.

    The way home is found in the reader's browser: `folders` are those at the top of the site, and what stands before
    the first of them in the address is the place of the site. Where none is in it, the top of the server.
    """
    known = re.sub("[<{]", lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(sorted(folders), ensure_ascii=True))
    name = escape(site_name).replace("{", "&#123;")  # braces are a template to some who handle pages
    return re.sub("%(name|folders)%", lambda gap: {"name": name, "folders": known}[gap[1]], _PAGE)


_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>Page not found - %name%</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; }
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto 0; padding: 0 1.5rem; }
h1 { font-size: 1.7rem; line-height: 1.2; }
</style>
</head>
<body>
<main>
<h1>This page is not there</h1>
<p>It may have been renamed or removed since the link to it was made.</p>
<p><a href="/">Home page of %name%</a></p>
</main>
<script>
(function () {
  "use strict";
  var folders = %folders%;
  var parts = location.pathname.split("/");
  var at = parts.findIndex(function (part) { return folders.indexOf(part) >= 0; });
  if (at > 0) { document.querySelector("a").href = parts.slice(0, at).join("/") + "/"; }
})();
</script>
</body>
</html>
"""
