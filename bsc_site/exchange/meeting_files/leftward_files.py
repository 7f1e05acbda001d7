"""Leftward files: slides and texts whose lines run from right to left."""

from __future__ import annotations

import re
from typing import Any

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BEFORE = {f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}" for name in ("tblStyle", "tblpPr")}
"""What stands before the direction of a table, in the order that Word asks for."""
_PARAGRAPH_ENDS = ("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr")
"""What stands after the direction of a paragraph."""


def turn_slides(deck: Any) -> None:
    """Every paragraph and table of the slides runs from right to left; what is centred stays so."""
    from pptx.oxml.ns import qn  # noqa: PLC0415  # slow to import, and an extra

    for slide in deck.slides:
        for shape in slide.shapes:
            for paragraph in shape.element.iter(qn("a:p")):
                properties = paragraph.get_or_add_pPr()
                properties.set("rtl", "1")
                if not shape.is_placeholder and properties.get("algn") in {None, "l"}:
                    properties.set("algn", "r")
            for table in shape.element.iter(qn("a:tblPr")):
                table.set("rtl", "1")


def turn_text(document: Any) -> None:
    """Every paragraph of the text runs from right to left by its style, and every table by itself."""
    from docx.oxml import OxmlElement  # noqa: PLC0415  # slow to import, and an extra
    from docx.oxml.ns import qn  # noqa: PLC0415  # likewise

    properties = document.styles["Normal"].element.get_or_add_pPr()
    ends = {qn(f"w:{name}") for name in _PARAGRAPH_ENDS}
    at = next((number for number, each in enumerate(properties) if each.tag in ends), len(properties))
    properties.insert(at, OxmlElement("w:bidi"))
    for table in document.tables:
        settings = table._tbl.tblPr  # noqa: SLF001  # the package knows it by no other name
        settings.insert(sum(each.tag in _BEFORE for each in settings), OxmlElement("w:bidiVisual"))
    for letters in document.element.iter(qn("w:r")):
        if _LEFTWARD.search("".join(each.text or "" for each in letters.iter(qn("w:t")))):
            letters.get_or_add_rPr().append(OxmlElement("w:rtl"))
