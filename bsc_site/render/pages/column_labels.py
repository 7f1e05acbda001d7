"""The labels of a table's cells on a phone, said once for each column: its style sheet sets them before the cells."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup

from bsc_site.render.text import own

_SPECIAL = re.compile(r"[^\w ,.()/-]")


def column_labels(*words: str) -> Markup:
    """A style that names the columns from the second on: `--label-2:'Freshness';--label-3:'Latest'`."""
    return own(";".join(f"--label-{column}:'{_css_text(word)}'" for column, word in enumerate(words, start=2)))


def _css_text(word: str) -> str:
    """The word inside of a quoted text of CSS, with nothing that HTML or Markdown could read as theirs."""
    return _SPECIAL.sub(lambda sign: f"\\{ord(sign[0]):x} ", unescape(word))
