"""Same bytes: a workbook as a file that only changes when something in it does."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def workbook_bytes(book: Any, day: date) -> bytes:
    """The file of an openpyxl workbook, dated `day` inside and out."""
    raw, final = io.BytesIO(), io.BytesIO()
    book.save(raw)
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(final, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "docProps/core.xml":
                content = _TIMES.sub(rb"\g<1>" + stamp + rb"\g<3>", content)
            after.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return final.getvalue()
