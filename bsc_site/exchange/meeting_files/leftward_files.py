"""Leftward files: slides and texts whose lines run from right to left."""

from __future__ import annotations

import re
from typing import Any

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_OFFICE = "http://schemas.openxmlformats.org"
_DRAWN, _WRITTEN = f"{{{_OFFICE}/drawingml/2006/main}}", f"{{{_OFFICE}/wordprocessingml/2006/main}}"
"""What the elements of slides and those of texts are called by."""
_TABLE_BEGINS = {f"{_WRITTEN}{name}" for name in ("tblStyle", "tblpPr", "tblOverlap")}
"""What stands before the direction of a table, in the order that Word asks for."""
_PARAGRAPH_ENDS = {
    f"{_WRITTEN}{name}"
    for name in ("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr")
}
"""What stands after the direction of a paragraph."""


def turn_slides(deck: Any) -> None:
    """Every paragraph and table of the slides runs from right to left; what is centred stays so."""
    for slide in deck.slides:
        for shape in slide.shapes:
            for paragraph in shape.element.iter(f"{_DRAWN}p"):
                properties = paragraph.get_or_add_pPr()
                properties.set("rtl", "1")
                if not shape.is_placeholder and properties.get("algn") in {None, "l"}:
                    properties.set("algn", "r")
            for table in shape.element.iter(f"{_DRAWN}tblPr"):
                table.set("rtl", "1")


def turn_text(document: Any) -> None:
    """Every paragraph of the text runs from right to left by its style, and every table by itself."""
    properties = document.styles["Normal"].element.get_or_add_pPr()
    at = next((number for number, each in enumerate(properties) if each.tag in _PARAGRAPH_ENDS), len(properties))
    properties.insert(at, properties.makeelement(f"{_WRITTEN}bidi"))
    for settings in document.element.iter(f"{_WRITTEN}tblPr"):
        settings.insert(
            sum(each.tag in _TABLE_BEGINS for each in settings), settings.makeelement(f"{_WRITTEN}bidiVisual")
        )
    for letters in document.element.iter(f"{_WRITTEN}r"):
        if _LEFTWARD.search("".join(each.text or "" for each in letters.iter(f"{_WRITTEN}t"))):
            letters.get_or_add_rPr().append(letters.makeelement(f"{_WRITTEN}rtl"))
