"""Narrative: the pack of a board as a text for Word, and the only place that knows python-docx.

The package is an extra, so it is imported when a text is asked for: `narrative_of` may raise ImportError.
"""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from bsc_site.exchange.meeting_files.board_words import (
    BoardMark,
    BoardPack,
    Cell,
    PackKpi,
    PackLink,
    PackSection,
    PackTable,
)
from bsc_site.exchange.meeting_files.file_facts import tell_facts, xml_plain
from bsc_site.exchange.meeting_files.leftward_files import turn_text
from bsc_site.exchange.workbooks.same_bytes import package_bytes
from bsc_site.model.value_class import dataclass

_FONT = "Calibri"
_TITLE, _LEVELS = 28.0, (18.0, 14.0)
_A4, _MARGIN = (595.3, 841.9), 57.0
_POINT = 12700


def narrative_of(pack: BoardPack, day: date) -> bytes:
    """The text, dated `day` inside and out: the same pack and day give the same bytes."""
    import docx  # noqa: PLC0415  # slow to import, and an extra

    made = _Text(pack, docx.Document())
    made.all()
    if pack.leftward:
        turn_text(made.document)
    tell_facts(made.document, day, f"{pack.kind}: {pack.title}", pack.organisation)
    made.document.core_properties.language, made.document.core_properties.comments = pack.language, ""
    raw = io.BytesIO()
    made.document.save(raw)
    return package_bytes(raw.getvalue(), day)


@dataclass(frozen=True, slots=True)
class _Text:
    pack: BoardPack
    document: Any

    def all(self) -> None:
        """Everything in its order."""
        pack = self.pack
        self._styled()
        self.document.add_paragraph(xml_plain(pack.title), style="Title")
        for line in (f"{pack.kind} · {pack.organisation}", *pack.about):
            self._run(self.document.add_paragraph(), line, pack.inks.soft)
        self._marked(self.document.add_paragraph(), pack.mark, f", {pack.score}")
        for line in (pack.standing, *pack.rest):
            self.document.add_paragraph(xml_plain(line))
        self._contents()
        self._section(pack.map_section)
        self._section(pack.changes)
        self._section(pack.off_track)
        for kpi in pack.kpis:
            self._kpi(kpi)
        self._section(pack.decisions)
        self._run(self.document.sections[0].footer.paragraphs[0], pack.foot, pack.inks.soft)

    def _styled(self) -> None:
        """Letters and colours of headings: those of the site."""
        from docx.shared import RGBColor  # noqa: PLC0415  # see narrative_of

        ink, page = RGBColor.from_string(self.pack.inks.text), self.document.sections[0]
        page.page_width, page.page_height = (round(each * _POINT) for each in _A4)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = round(_MARGIN * _POINT)
        self.document.styles["Normal"].paragraph_format.space_after = 4 * _POINT
        sizes = {"Title": _TITLE, "Heading 1": _LEVELS[0], "Heading 2": _LEVELS[1], "Normal": 11.0}
        for name, size in sizes.items():
            style = self.document.styles[name]
            style.font.name, style.font.size, style.font.color.rgb = _FONT, round(size * _POINT), ink
            fonts = style.element.rPr.rFonts
            for each in [each for each in fonts.attrib if "Theme" in each]:  # a theme's letters would win
                del fonts.attrib[each]

    def _contents(self) -> None:
        """The parts with what they conclude; each name leads to its part."""
        self.document.add_heading(xml_plain(self.pack.contents), 1)
        for each in self.pack.sections:
            line = self.document.add_paragraph(style="List Bullet")
            self._way(line, each.name, anchor=each.anchor)
            line.add_run(xml_plain(f": {each.finding}"))

    def _section(self, section: PackSection) -> None:
        self._heading(section.finding, 1, section.anchor)
        if section.table is not None and section.table.rows:
            self._table(section.table)
        elif section.empty != section.finding:
            self.document.add_paragraph(xml_plain(section.empty))
        if section.note:
            self.document.add_paragraph(xml_plain(section.note))
        if section.more:
            name, more = section.more
            self.document.add_heading(xml_plain(name), 2)
            self._table(more)

    def _heading(self, words: str, level: int, anchor: str) -> None:
        """A heading that the contents lead to."""
        paragraph = self.document.add_heading(xml_plain(words), level)._p  # noqa: SLF001  # the package knows no bookmarks
        number = str(1 + len(self.document.element.xpath("//w:bookmarkStart")))
        paragraph.insert(1, _child(paragraph, "bookmarkStart", id=number, name=anchor))
        _child(paragraph, "bookmarkEnd", id=number)

    def _kpi(self, kpi: PackKpi) -> None:
        self._heading(kpi.link.text, 2, f"kpi-{kpi.id}")
        line = self.document.add_paragraph()
        self._marked(line, kpi.mark)
        line.add_run(xml_plain(f" {kpi.conclusion}"))
        self._table(PackTable((), (0.3, 0.7), kpi.facts))
        for heading, words in kpi.said:
            said = self.document.add_paragraph()
            self._run(said, f"{heading}. ", self.pack.inks.soft).bold = True
            said.add_run(xml_plain(words))
        if kpi.silence:
            self._run(self.document.add_paragraph(), kpi.silence, kpi.mark.ink).bold = True
        if kpi.link.href:
            self._way(self.document.add_paragraph(), kpi.link.href, href=kpi.link.href)

    def _table(self, content: PackTable) -> None:
        rows = ((content.headings,) if content.headings else ()) + content.rows
        made = self.document.add_table(len(rows), len(content.shares))
        made.autofit = False
        self._ruled(made)
        section = self.document.sections[0]
        whole = section.page_width - section.left_margin - section.right_margin
        for column, share in zip(made.columns, content.shares, strict=True):
            column.width = round(whole * share)
        for row, cells in zip(made.rows, rows, strict=True):
            _child(row._tr.get_or_add_trPr(), "cantSplit")  # noqa: SLF001  # no other way to keep a row together
            for cell, content_of, share in zip(row.cells, cells, content.shares, strict=True):
                cell.width = round(whole * share)
                self._cell(cell, content_of, heading=cells is content.headings)
        if content.headings:
            _child(made.rows[0]._tr.get_or_add_trPr(), "tblHeader")  # noqa: SLF001  # no other way to repeat a row
        self.document.add_paragraph()

    def _ruled(self, table: Any) -> None:
        """A hairline below every row."""
        borders = _child(table._tbl.tblPr, "tblBorders")  # noqa: SLF001  # likewise
        for side in ("bottom", "insideH"):
            _child(borders, side, val="single", sz="4", space="0", color=self.pack.inks.edge)

    def _cell(self, cell: Any, content: Cell, *, heading: bool) -> None:
        paragraph = cell.paragraphs[0]
        if isinstance(content, BoardMark):
            self._marked(paragraph, content)
            _child(cell._tc.get_or_add_tcPr(), "shd", val="clear", color="auto", fill=content.tint)  # noqa: SLF001  # likewise
        elif isinstance(content, PackLink) and content.href:
            self._way(paragraph, content.text, href=content.href)
        else:
            words = content.text if isinstance(content, PackLink) else content
            self._run(paragraph, words, self.pack.inks.soft if heading else self.pack.inks.text).bold = heading

    def _marked(self, paragraph: Any, mark: BoardMark, more: str = "") -> None:
        self._run(paragraph, f"{mark.sign} {mark.word}{more}", mark.ink).bold = True

    def _run(self, paragraph: Any, words: str, ink: str) -> Any:
        from docx.shared import RGBColor  # noqa: PLC0415  # see narrative_of

        run = paragraph.add_run(xml_plain(words))
        run.font.color.rgb = RGBColor.from_string(ink)
        return run

    def _way(self, paragraph: Any, words: str, *, href: str = "", anchor: str = "") -> None:
        """A text that leads to a page of the site, or to a part of this one."""
        run = self._run(paragraph, words, self.pack.inks.accent)
        run.underline = True
        way = _child(paragraph._p, "hyperlink", **({"anchor": anchor} if anchor else {}))  # noqa: SLF001  # likewise
        if href:
            from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415  # see narrative_of
            from docx.oxml.ns import qn  # noqa: PLC0415  # likewise

            way.set(qn("r:id"), paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        way.append(run._r)  # noqa: SLF001  # likewise


def _child(parent: Any, tag: str, **attributes: str) -> Any:
    """A new element of texts at the end of another one, its attributes those of texts too."""
    from docx.oxml.ns import qn  # noqa: PLC0415  # see narrative_of

    child = parent.makeelement(qn(f"w:{tag}"), {qn(f"w:{name}"): value for name, value in attributes.items()})
    parent.append(child)
    return child
