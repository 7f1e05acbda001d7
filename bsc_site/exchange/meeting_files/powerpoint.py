"""PowerPoint: what slides are made of, and the only place that knows python-pptx.

The package is an extra, so it is imported when slides are asked for: `opened` may raise ImportError. Lengths are in
points; colours have six digits.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple
from zipfile import BadZipFile

from bsc_site.exchange.meeting_files.board_words import BoardMark, Inks, PackCourse, PackLink, PackTable
from bsc_site.exchange.meeting_files.file_facts import tell_facts, xml_plain
from bsc_site.exchange.workbooks.same_bytes import package_bytes

POINT = 12700
"""English Metric Units, in which slides measure."""
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_MOST_LABELS = 7
_MIDDLE = 3
"""The number that the package has for what stands in the middle of a cell, from top to bottom."""
_JUMP = "ppaction://hlinksldjump"


class Area(NamedTuple):
    """A rectangle on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """The same in the units of the file."""
        return (*(round(each * POINT) for each in self),)  # type: ignore[return-value]  # four stay four


class Letters(NamedTuple):
    """How a text looks: size in points, colour, and whether it is bold."""

    size: float
    ink: str
    bold: bool = False


class LineLook(NamedTuple):
    """The colour of a line, how wide it is in points, and whether it is broken."""

    ink: str
    weight: float
    broken: bool = False


class TableLook(NamedTuple):
    """How a table looks: the size of its letters, and the height of each row, that of the headings first."""

    size: float
    heights: tuple[float, ...]


class NoSlidesError(ValueError):
    """The file holds no slides that can be read."""


def opened(template: bytes | None) -> Any:
    """An organisation's own slides, or the ones that come with the package. NoSlidesError for what is no such file."""
    import pptx  # noqa: PLC0415  # slow to import, and an extra
    from pptx.exc import PackageNotFoundError  # noqa: PLC0415  # likewise

    if template is None:
        return pptx.Presentation()
    try:
        return pptx.Presentation(io.BytesIO(template))
    except (PackageNotFoundError, BadZipFile, SyntaxError, LookupError, ValueError, OSError) as error:
        raise NoSlidesError(str(error) or type(error).__name__) from None  # lxml says SyntaxError of what is no XML


def deck_bytes(deck: Any, day: date, title: str, author: str) -> bytes:
    """The file of the slides, dated `day` inside and out."""
    tell_facts(deck, day, title, author)
    raw = io.BytesIO()
    deck.save(raw)
    return package_bytes(raw.getvalue(), day)


def _colour(ink: str) -> Any:
    from pptx.dml.color import RGBColor  # noqa: PLC0415  # see opened

    return RGBColor.from_string(ink)


def _lettered(run: Any, letters: Letters) -> None:
    run.font.size, run.font.bold = round(letters.size * POINT), letters.bold
    run.font.color.rgb = _colour(letters.ink)


def write(paragraph: Any, text: str | PackLink, letters: Letters) -> Any:
    """A text at the end of a paragraph, with its link."""
    name, href = (text.text, text.href) if isinstance(text, PackLink) else (text, "")
    run = paragraph.add_run()
    run.text = xml_plain(name)
    if href:
        run.hyperlink.address = href
    _lettered(run, letters)
    return run


def text_box(slide: Any, area: Area, lines: Sequence[tuple[str | PackLink, Letters]], apart: float = 0) -> Any:
    """Lines below one another, wrapped within the area; so many points stand above each bold one but the first."""
    box = slide.shapes.add_textbox(*area.emu)
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, (text, letters) in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if number and letters.bold and apart:
            paragraph.space_before = round(apart * POINT)
        write(paragraph, text, letters)
    return box


def plate(slide: Any, area: Area, ground: str, edge: str = "", *, rounded: bool = False) -> Any:
    """A rectangle without a shadow; without an edge unless it has a colour."""
    from pptx.enum.shapes import MSO_SHAPE  # noqa: PLC0415  # see opened

    shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE if rounded else MSO_SHAPE.RECTANGLE, *area.emu)
    if rounded:
        shape.adjustments[0] = 0.08
    _flat(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = _colour(ground)
    if edge:
        shape.line.color.rgb, shape.line.width = _colour(edge), round(0.75 * POINT)
    else:
        shape.line.fill.background()
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 5 * POINT
    frame.margin_top = frame.margin_bottom = 2 * POINT
    return shape


def _flat(shape: Any) -> None:
    """Take the shadow of its theme from a shape; some programs look at one of the two places, some at the other."""
    shape.shadow.inherit = False
    for each in shape._element.iter("{*}effectRef"):  # noqa: SLF001  # no other way in
        each.set("idx", "0")


def arrow(slide: Any, corners: Sequence[tuple[float, float]], look: LineLook) -> Any:
    """A line along the corners with a head at its end."""
    scaled = [(round(x * POINT), round(y * POINT)) for x, y in corners]
    builder = slide.shapes.build_freeform(*scaled[0], scale=1.0)
    builder.add_line_segments(scaled[1:], close=False)
    shape = builder.convert_to_shape()
    _flat(shape)
    shape.fill.background()
    shape.line.color.rgb, shape.line.width = _colour(look.ink), round(look.weight * POINT)
    line = shape.line._get_or_add_ln()  # noqa: SLF001  # heads of lines have no other way in
    if look.broken:
        _below(line, "prstDash", val="dash")
    _below(line, "tailEnd", type="triangle", w="med", len="med")
    return shape


def _below(parent: Any, tag: str, **attributes: str) -> Any:
    """A new element of drawings at the end of another one."""
    from pptx.oxml.ns import qn  # noqa: PLC0415  # see opened

    child = parent.makeelement(qn(f"a:{tag}"), attributes)
    parent.append(child)
    return child


def described(shape: Any, words: str, name: str = "") -> Any:
    """The shape with what it shows in words, for those who hear the slide."""
    told = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001  # likewise
    told.set("descr", xml_plain(words))
    if name:
        told.set("name", xml_plain(name))
    return shape


def jump(slide: Any, run: Any, target: Any) -> None:
    """Make a text of the slide lead to another one."""
    from pptx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415  # see opened
    from pptx.oxml.ns import qn  # noqa: PLC0415  # likewise

    way = slide.part.relate_to(target.part, RELATIONSHIP_TYPE.SLIDE)
    _below(run._r.get_or_add_rPr(), "hlinkClick", **{qn("r:id"): way, "action": _JUMP})  # noqa: SLF001  # likewise


def from_layout(slide: Any, kinds: Sequence[str], text: Callable[[str], str]) -> None:
    """What the layout has of these kinds, such as FOOTER, on the slide itself; `text` says what stands in each."""
    for each in slide.slide_layout.placeholders:
        kind = each.placeholder_format.type.name
        if kind not in kinds:
            continue
        element = copy.deepcopy(each._element)  # noqa: SLF001  # a slide takes over what its layout shows no other way
        slide.shapes._spTree.append(element)  # noqa: SLF001  # likewise
        if words := text(kind):
            next(shape for shape in slide.shapes if shape._element is element).text_frame.text = xml_plain(words)  # noqa: SLF001  # likewise


def table(slide: Any, area: Area, content: PackTable, look: TableLook, inks: Inks) -> Any:
    """A table of PowerPoint's own: a row of headings where there are any, hairlines between rows."""
    head = 1 if any(content.headings) else 0
    rows, columns = len(content.rows) + head, len(content.shares)
    frame = slide.shapes.add_table(rows, columns, *area.emu)
    made = frame.table
    made._tbl.tblPr.find(made._tbl.tblPr.tag.replace("tblPr", "tableStyleId")).text = _NO_STYLE  # noqa: SLF001  # likewise
    made.first_row, made.horz_banding = bool(head), False
    for column, share in zip(made.columns, content.shares, strict=True):
        column.width = round(area.width * share * POINT)
    for row, height in zip(made.rows, look.heights, strict=True):
        row.height = round(height * POINT)
    for at in range(rows):
        cells = content.headings if at < head else content.rows[at - head]
        for number, cell in enumerate(cells):
            _cell(made.cell(at, number), cell, _cell_letters(look.size, inks, heading=at < head))
            _ruled(made.cell(at, number), *((inks.line, 1.25) if at < head else (inks.edge, 0.5)))
    return frame


def _cell_letters(size: float, inks: Inks, *, heading: bool) -> Letters:
    return Letters(size - 1, inks.soft, bold=True) if heading else Letters(size, inks.text)


def _cell(cell: Any, content: BoardMark | PackLink | str, letters: Letters) -> None:
    frame = cell.text_frame
    frame.word_wrap = True
    cell.margin_left = cell.margin_right = 5 * POINT
    cell.margin_top = cell.margin_bottom = 4 * POINT
    cell.vertical_anchor = _MIDDLE
    paragraph = frame.paragraphs[0]
    if isinstance(content, BoardMark):
        write(paragraph, f"{content.sign} {content.word}", Letters(letters.size, content.ink, bold=True))
        cell.fill.solid()
        cell.fill.fore_color.rgb = _colour(content.tint)
    else:
        cell.fill.background()
        write(paragraph, content, letters)


def _ruled(cell: Any, ink: str, width: float) -> None:
    """A line below the cell; what a cell says of its lines comes before its ground."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001  # likewise
    line = _below(properties, "lnB", w=str(round(width * POINT)), cap="flat", cmpd="sng", algn="ctr")
    _below(_below(line, "solidFill"), "srgbClr", val=ink)
    properties.insert(0, line)


def line_chart(slide: Any, area: Area, course: PackCourse, inks: Inks, tone: str) -> Any:
    """A chart that PowerPoint draws from a workbook within the slides; the latest value is marked in `tone`."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415  # see opened
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION  # noqa: PLC0415  # likewise

    data = CategoryChartData(number_format=course.number_format)
    data.categories = course.periods
    for line in course.lines:
        data.add_series(line.name, line.values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *area.emu, data)
    chart = frame.chart
    chart.font.size, chart.font.color.rgb = 11 * POINT, _colour(inks.soft)
    chart.has_title, chart.has_legend = False, True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _axes(chart, course, inks)
    for series, line in zip(chart.plots[0].series, course.lines, strict=True):
        _drawn(series, line.ink, dashed=line.dashed)
    _latest(chart.plots[0].series[0].points[course.at], course.latest, tone)
    return frame


def _axes(chart: Any, course: PackCourse, inks: Inks) -> None:
    values, periods = chart.value_axis, chart.category_axis
    values.major_gridlines.format.line.color.rgb = _colour(inks.edge)
    values.major_gridlines.format.line.width = round(0.5 * POINT)
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = course.number_format, False
    periods.format.line.color.rgb = _colour(inks.line)
    steps = -(-len(course.periods) // _MOST_LABELS)
    for tag in ("tickLblSkip", "tickMarkSkip"):
        element = periods._element  # noqa: SLF001  # likewise
        skip = element.makeelement(element.tag.replace("catAx", tag), {"val": str(steps)})
        element.find(element.tag.replace("catAx", "noMultiLvlLbl")).addprevious(skip)


def _drawn(series: Any, ink: str, *, dashed: bool) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE  # noqa: PLC0415  # see opened
    from pptx.enum.dml import MSO_LINE  # noqa: PLC0415  # likewise

    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.rgb = _colour(ink)
    series.format.line.width = round((1.5 if dashed else 2.5) * POINT)
    if dashed:
        series.format.line.dash_style = MSO_LINE.DASH


def _latest(point: Any, words: str, tone: str) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE  # noqa: PLC0415  # see opened

    point.marker.style, point.marker.size = XL_MARKER_STYLE.CIRCLE, 9
    point.marker.format.fill.solid()
    point.marker.format.fill.fore_color.rgb = point.marker.format.line.color.rgb = _colour(tone)
    label = point.data_label
    label.position = XL_LABEL_POSITION.ABOVE
    paragraph = label.text_frame.paragraphs[0]
    write(paragraph, words, Letters(12, tone, bold=True))
