"""File facts: what slides and texts say of themselves: whose they are, of which day, and what they are called."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST = 255
"""As many signs a fact has at the most."""


def tell_facts(document: Any, day: date, title: str, author: str) -> None:
    """Title, author and day of the file, and no time of its making; a longer text is cut with three dots."""
    told = document.core_properties
    told.title, told.author = _fact(title), _fact(author)
    told.last_modified_by, told.revision = told.author, 1
    told.created = told.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001  # a file says no zone


def xml_plain(text: str) -> str:
    """The text without what no XML document can hold, every end of a line as one sign."""
    return _NOT_XML.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def _fact(text: str) -> str:
    plain = xml_plain(text)
    return plain if len(plain) <= _MOST else f"{plain[: _MOST - 1]}…"
