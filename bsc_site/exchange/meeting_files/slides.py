"""Slides: the pack of a board for PowerPoint, with tables, charts and a map that can be edited there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import ceil
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
from bsc_site.exchange.meeting_files.file_facts import xml_plain
from bsc_site.exchange.meeting_files.leftward_files import turn_slides
from bsc_site.exchange.meeting_files.powerpoint import (
    POINT,
    Area,
    Letters,
    TableLook,
    deck_bytes,
    described,
    from_layout,
    jump,
    line_chart,
    plate,
    table,
    text_box,
    write,
)
from bsc_site.exchange.meeting_files.slide_layouts import Layouts, layouts_of
from bsc_site.exchange.meeting_files.slide_map import draw_map, map_fits
from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.value_class import dataclass

_SIZES = (16.0, 14.0, 12.0)
"""Letters of a table: the largest with which it fits on one slide, the smallest on several."""
_SMALL = (13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
"""Letters of what was said: the largest with which all of it fits."""
_LINE, _PAD = 1.25, 9.0
"""The height of a line as a share of its letters, and what a row has above and below its lines."""
_LETTER = 0.5
"""How wide a letter is, about, as a share of its size."""
_NOTE = 22.0
_GAP = 14.0
_BAND = 14.0
_CHART_SHARE = 0.6


def slides_of(pack: BoardPack, day: date, template: bytes | None = None) -> bytes:
    """The slides; the same pack, day and template give the same bytes. Raises as `layouts_of` does."""
    made = _Slides(pack, layouts_of(template, pack.inks))
    made.all()
    if pack.leftward:
        turn_slides(made.layouts.deck)
    return deck_bytes(made.layouts.deck, day, f"{pack.kind}: {pack.title}", pack.organisation)


@dataclass(frozen=True, slots=True)
class _Slides:
    pack: BoardPack
    layouts: Layouts

    def all(self) -> None:
        """Every slide in its order; the contents are filled once it is known which slide is which."""
        pack = self.pack
        self.cover()
        contents = self.page(pack.contents)
        first = [
            self.map(),
            self.section(pack.changes),
            self.section(pack.off_track),
        ]
        for each in pack.kpis:
            self.sheet(each)
        first.append(self.section(pack.decisions))
        self.contents(contents, first)

    def cover(self) -> None:
        """Whose pack it is, and its conclusion."""
        pack, layouts = self.pack, self.layouts
        slide = layouts.deck.slides.add_slide(layouts.cover)
        title, beside = _filled(slide)
        title.text_frame.text = xml_plain(pack.title)
        beside.text_frame.text = xml_plain(f"{pack.kind} · {pack.organisation}")
        for each in pack.about:
            beside.text_frame.add_paragraph().text = xml_plain(each)
        if not layouts.plain:
            return
        for shape in (title, beside):
            for paragraph in shape.text_frame.paragraphs:
                paragraph.alignment = 1
        _sized(title, 40, pack.inks.text, bold=True)
        _sized(beside, 18, pack.inks.soft)
        plate(slide, Area(0, 0, _BAND, layouts.deck.slide_height / POINT), pack.inks.accent)
        words = [
            (f"{pack.mark.sign} {pack.mark.word}, {pack.score}", Letters(22, pack.mark.ink, bold=True)),
            *((each, Letters(16, pack.inks.text)) for each in (pack.standing, *pack.rest)),
        ]
        text_box(slide, Area(80, 372, 800, 110), words)

    def page(self, title: str) -> Any:
        """A slide with a title and a foot, and room for everything else."""
        slide = self.layouts.deck.slides.add_slide(self.layouts.page)
        heading, *others = _filled(slide)
        heading.text_frame.text = xml_plain(title)
        for each in others:
            each._element.getparent().remove(each._element)  # noqa: SLF001  # what is not filled would say so
        from_layout(slide, ("FOOTER", "SLIDE_NUMBER"), lambda kind: self.pack.foot if kind == "FOOTER" else "")
        return slide

    def contents(self, slide: Any, first: Sequence[Any]) -> None:
        """The parts, each with what it concludes, and the number of its slide."""
        every = list(self.layouts.deck.slides)
        numbers = [str(1 + next(at for at, each in enumerate(every) if each is one or each == one)) for one in first]
        rows = tuple(
            (each.name, each.finding, number) for each, number in zip(self.pack.sections, numbers, strict=True)
        )
        content = PackTable(("", "", ""), (0.26, 0.66, 0.08), rows)
        frame = self._table(slide, self.layouts.room, content, self.pack.contents)
        for row, target in enumerate(first):
            run = frame.table.cell(row, 0).text_frame.paragraphs[0].runs[0]
            run.font.bold = True
            jump(slide, run, target)

    def section(self, section: PackSection) -> Any:
        """The slides of a part: its table on as many as it takes, and then what goes with it; the first of them."""
        slides = [self._tabled(section.finding, part) for part in self._parts(section.table)]
        if not slides:
            slides = [self.page(section.name)]
            text_box(slides[0], self.layouts.room, [(section.empty, Letters(18, self.pack.inks.text))])
        for each in slides:
            self._noted(each, section.note)
        if section.more:
            name, more = section.more
            for part in self._parts(more):
                self._tabled(name, part)
        return slides[0]

    def _parts(self, content: PackTable | None) -> Iterator[PackTable]:
        return _pages(content, self.layouts.room) if content and content.rows else iter(())

    def _tabled(self, title: str, part: PackTable) -> Any:
        slide = self.page(title)
        self._table(slide, self.layouts.room, part, title)
        return slide

    def _noted(self, slide: Any, note: str) -> None:
        room = self.layouts.room
        if note:
            area = Area(room.left, room.top + room.height - _NOTE, room.width, _NOTE)
            text_box(slide, area, [(note, Letters(12, self.pack.inks.soft))])

    def _table(self, slide: Any, room: Area, content: PackTable, name: str) -> Any:
        look = _look(content, room)
        area = Area(room.left, room.top, room.width, exact_sum(look.heights))
        return described(table(slide, area, content, look, self.pack.inks), name, name)

    def map(self) -> Any:
        """The strategy map as shapes; where its boxes would be too low for letters, its table."""
        section, drawing, room = self.pack.map_section, self.pack.drawing, self.layouts.room
        if not map_fits(drawing, room):
            return self.section(section)
        slide = self.page(section.finding)
        draw_map(slide, drawing, room, self.pack.inks)
        return slide

    def sheet(self, kpi: PackKpi) -> None:
        """A KPI off track: its course at the left, its facts and what was said at the right."""
        room, inks = self.layouts.room, self.pack.inks
        slide = self.page(kpi.link.text)
        lines = [(f"{kpi.mark.sign} {kpi.mark.word}", Letters(16, kpi.mark.ink, bold=True))]
        lines.append((kpi.conclusion, Letters(15, inks.text)))
        head = 22 + 15 * _LINE * _lines(kpi.conclusion, room.width, 15) + _GAP
        text_box(slide, room._replace(height=head), lines)
        below = Area(room.left, room.top + head, room.width, room.height - head)
        wide = below.width * _CHART_SHARE if kpi.course else 0.0
        if kpi.course:
            chart = line_chart(slide, below._replace(width=wide - _GAP), kpi.course, inks, kpi.mark.ink)
            described(chart, kpi.conclusion, kpi.link.text)
        side = Area(below.left + wide, below.top, below.width - wide, below.height)
        facts = PackTable(("", ""), (0.3, 0.7), tuple(kpi.facts))
        frame = self._table(slide, side._replace(height=side.height / 2), facts, kpi.link.text)
        used = sum(row.height for row in frame.table.rows) / POINT + _GAP
        self._said(slide, side._replace(top=side.top + used, height=side.height - used), kpi)

    def _said(self, slide: Any, area: Area, kpi: PackKpi) -> None:
        """What meetings said of it, in letters in which all of it has room."""
        inks = self.pack.inks
        texts = [each for pair in kpi.said for each in pair] + [kpi.silence]
        size = next((each for each in _SMALL if _height(texts, area.width, each) <= area.height), _SMALL[-1])
        lines: list[tuple[str | PackLink, Letters]] = []
        for heading, words in kpi.said:
            lines += [(heading, Letters(size - 1, inks.soft, bold=True)), (words, Letters(size, inks.text))]
        if kpi.silence:
            lines.append((kpi.silence, Letters(size, kpi.mark.ink, bold=True)))
        if lines:
            text_box(slide, area, lines, apart=size / 3)


def _filled(slide: Any) -> tuple[Any, ...]:
    """The placeholders of a slide, its title first, the subtitle or the contents next."""
    found = sorted(slide.placeholders, key=lambda each: each.placeholder_format.idx)
    return tuple(sorted(found, key=lambda each: each.placeholder_format.type.name not in {"TITLE", "CENTER_TITLE"}))


def _sized(shape: Any, size: float, ink: str, *, bold: bool = False) -> None:
    for paragraph in shape.text_frame.paragraphs:
        texts = [run.text for run in paragraph.runs]
        for run in list(paragraph.runs):
            run._r.getparent().remove(run._r)  # noqa: SLF001  # runs are written anew with their letters
        write(paragraph, "".join(texts), Letters(size, ink, bold=bold))


def _pages(content: PackTable, room: Area) -> Iterator[PackTable]:
    """The table in parts of which each fits into the room."""
    head, *rows = _look(content, room).heights
    part: list[tuple[Cell, ...]] = []
    used = head
    for row, height in zip(content.rows, rows, strict=True):
        if part and used + height > room.height - _NOTE:
            yield replace(content, rows=tuple(part))
            part, used = [], head
        part.append(row)
        used += height
    yield replace(content, rows=tuple(part))


def _look(content: PackTable, room: Area) -> TableLook:
    """The largest letters with which the table fits into the room, else the smallest."""
    looks = [TableLook(each, tuple(_heights(content, room.width, each))) for each in _SIZES]
    return next((each for each in looks if exact_sum(each.heights) <= room.height - _NOTE), looks[-1])


def _heights(content: PackTable, width: float, size: float) -> Iterator[float]:
    """How high each row is, that of the headings first where there is one."""
    head = [content.headings] if any(content.headings) else []
    for row in (*head, *content.rows):
        lines = (_lines(cell, width * share - 10, size) for cell, share in zip(row, content.shares, strict=True))
        yield _PAD + size * _LINE * max(lines)


def _height(texts: list[str], width: float, size: float) -> float:
    """How high the texts are below one another, with what parts them."""
    return exact_sum(_lines(each, width, size) * size * _LINE + size / 6 for each in texts if each)


def _lines(cell: Cell, width: float, size: float) -> int:
    text = (
        f"{cell.sign} {cell.word}" if isinstance(cell, BoardMark) else cell.text if isinstance(cell, PackLink) else cell
    )
    return max(1, ceil(len(text) * size * _LETTER / max(width, 20)))
