"""Same bytes: a file of an office program that only changes when something in it does."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_DATED = "docProps/core.xml"


def workbook_bytes(book: Any, day: date) -> bytes:
    """The file of an openpyxl workbook, dated `day` inside and out."""
    raw = io.BytesIO()
    book.save(raw)
    return package_bytes(raw.getvalue(), day)


def package_bytes(raw: bytes, day: date) -> bytes:
    """The same package of an office program, dated `day` inside and out, and so are the workbooks within."""
    final = io.BytesIO()
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(final, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == _DATED:
                content = _TIMES.sub(rb"\g<1>" + stamp + rb"\g<3>", content)
            elif name.endswith(".xlsx"):
                content = package_bytes(content, day)
            after.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return final.getvalue()
