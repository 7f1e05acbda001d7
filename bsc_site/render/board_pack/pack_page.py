"""Pack page: the pack of a board as one page of HTML for paper, which needs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.exchange.meeting_files.board_words import (
    BoardMark,
    BoardPack,
    Cell,
    Inks,
    PackKpi,
    PackLink,
    PackSection,
    PackTable,
)
from bsc_site.render.board_pack.pack_drawings import course_svg, map_svg
from bsc_site.render.text import xml_text
from bsc_site.wording.language import html_language, say

_PAGE, _PAGES = "\0", "\1"


def pack_html(pack: BoardPack) -> str:
    """The whole page; every part begins on a sheet of its own, names lead to the site where its address is known."""
    title = say("{kind}: {title}", kind=pack.kind, title=pack.title)
    parts = [
        f'<!doctype html><html {html_language()}><head><meta charset="utf-8"><title>{xml_text(title)}</title>',
        f"<style>{_style(pack)}</style></head><body><main>",
        *_cover(pack),
        *_contents(pack),
        *_section(pack.map_section, _map(pack), table=False),
        *_section(pack.changes),
        *_section(pack.off_track),
        *(part for each in pack.kpis for part in _sheet(each, pack.inks)),
        *_section(pack.decisions),
        "</main></body></html>",
    ]
    return "".join(parts)


def _style(pack: BoardPack) -> str:
    inks = pack.inks
    numbers = say("Page {page} of {pages}", page=_PAGE, pages=_PAGES)
    count = _quoted(numbers).replace(_PAGE, '" counter(page) "').replace(_PAGES, '" counter(pages) "')
    foot = f"color: #{inks.soft}; font: 8pt sans-serif"
    return (
        f"@page {{ size: A4 landscape; margin: 14mm 14mm 16mm; "
        f"@bottom-left {{ content: {_quoted(pack.foot)}; {foot} }} "
        f"@bottom-right {{ content: {count}; {foot} }} }} "
        "@page :first { @bottom-left { content: none } @bottom-right { content: none } } "
        f"* {{ print-color-adjust: exact }} body {{ color: #{inks.text}; font: 12pt/1.4 sans-serif; margin: 0 }} "
        "section { break-before: page } h1 { font-size: 34pt; line-height: 1.15; margin: 0 0 6mm } "
        "h2 { font-size: 20pt; line-height: 1.2; margin: 0 0 5mm } h3 { font-size: 14pt; margin: 8mm 0 3mm } "
        f"a {{ color: #{inks.accent} }} .kind {{ color: #{inks.soft}; font-size: 13pt; margin: 0 }} "
        f".cover {{ border-inline-start: 5mm solid #{inks.accent}; box-sizing: border-box; height: 178mm; "
        "padding-block: 45mm 0; padding-inline: 18mm 0 } .lead { font-size: 15pt; margin: 0 } "
        ".mark { font-weight: bold; white-space: nowrap } "
        ".cover .mark { font-size: 20pt; margin: 14mm 0 3mm } "
        "table { border-collapse: collapse; width: 100% } tr { break-inside: avoid } "
        "td, th { padding: 2mm 2.5mm; text-align: start; vertical-align: top; font-weight: normal } "
        f"thead th {{ border-bottom: .5mm solid #{inks.line}; color: #{inks.soft}; font-weight: bold }} "
        f"tbody tr {{ border-bottom: .2mm solid #{inks.edge} }} svg {{ font-family: sans-serif; width: 100% }} "
        "svg { direction: ltr } svg text { unicode-bidi: plaintext } .map svg { max-height: 145mm } "
        f".map p {{ color: #{inks.soft}; font-size: 9pt; margin: 2mm 0 0 }} "
        ".sheet { display: grid; gap: 8mm; grid-template-columns: 3fr 2fr } "
        "[dir=rtl] td:not(:has(.mark)) { text-align: right; unicode-bidi: plaintext } "
        f"dt {{ color: #{inks.soft}; font-size: 9pt; margin-top: 2mm }} dd {{ margin: 0 }} "
    )


def _quoted(text: str) -> str:
    """As a string of a style sheet, whatever is in it; it can end neither itself nor the sheet."""
    kept = f" .,-{_PAGE}{_PAGES}"
    return '"' + "".join(each if each.isalnum() or each in kept else f"\\{ord(each):x} " for each in text) + '"'


def _cover(pack: BoardPack) -> Iterator[str]:
    yield f'<div class="cover"><p class="kind">{xml_text(pack.kind)} · {xml_text(pack.organisation)}</p>'
    yield f"<h1>{xml_text(pack.title)}</h1>"
    yield from (f'<p class="kind">{xml_text(each)}</p>' for each in pack.about)
    yield f"<p>{_mark(pack.mark, pack.score)}</p>".replace("<p>", '<p class="lead">', 1)
    yield from (f'<p class="lead">{xml_text(each)}</p>' for each in (pack.standing, *pack.rest))
    yield "</div>"


def _mark(mark: BoardMark, score: str = "") -> str:
    words = " ".join(filter(None, (mark.sign, mark.word, score)))
    return f'<span class="mark" style="color: #{mark.ink}">{xml_text(words)}</span>'


def _contents(pack: BoardPack) -> Iterator[str]:
    yield f"<section><h2>{xml_text(pack.contents)}</h2><table><tbody>"
    for each in pack.sections:
        name = f'<a href="#{each.anchor}">{xml_text(each.name)}</a>'
        yield f'<tr><th scope="row">{name}</th><td>{xml_text(each.finding)}</td></tr>'
        if each is pack.off_track:
            for kpi in pack.kpis:
                yield f'<tr><td></td><td><a href="#kpi-{kpi.id}">{xml_text(kpi.link.text)}</a></td></tr>'
    yield "</tbody></table></section>"


def _map(pack: BoardPack) -> str:
    drawing = map_svg(pack.drawing, pack.inks, pack.map_section.name)
    return f"{drawing}<p>{xml_text(pack.drawing.key)}</p>" if pack.drawing.key else drawing


def _section(section: PackSection, drawing: str = "", *, table: bool = True) -> Iterator[str]:
    yield f'<section id="{section.anchor}"><p class="kind">{xml_text(section.name)}</p>'
    yield f"<h2>{xml_text(section.finding)}</h2>"
    if drawing:
        yield f'<div class="map">{drawing}</div>'
    if table and section.table is not None and section.table.rows:
        yield _table(section.table)
    if section.note:
        yield f"<p>{xml_text(section.note)}</p>"
    if section.more:
        name, more = section.more
        yield f"<h3>{xml_text(name)}</h3>{_table(more)}"
    yield "</section>"


def _table(table: PackTable) -> str:
    columns = "".join(f'<col style="width: {share:.0%}">' for share in table.shares)
    head = "".join(f'<th scope="col">{xml_text(each)}</th>' for each in table.headings)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, BoardMark):
        return f'<td style="background: #{cell.tint}">{_mark(cell)}</td>'
    return f"<td>{_linked(cell) if isinstance(cell, PackLink) else xml_text(cell)}</td>"


def _linked(link: PackLink) -> str:
    return f'<a href="{xml_text(link.href)}">{xml_text(link.text)}</a>' if link.href else xml_text(link.text)


def _sheet(kpi: PackKpi, inks: Inks) -> Iterator[str]:
    yield f'<section id="kpi-{kpi.id}"><h2>{_linked(kpi.link)}</h2><p>{_mark(kpi.mark)} {xml_text(kpi.conclusion)}</p>'
    chart = course_svg(kpi.course, inks, kpi.mark.ink, kpi.conclusion) if kpi.course else ""
    yield f'<div class="sheet"><div>{chart}</div><dl>'
    for name, words in (*kpi.facts, *kpi.said):
        yield f"<dt>{xml_text(name)}</dt><dd>{xml_text(words)}</dd>"
    yield f"</dl></div><p>{xml_text(kpi.silence)}</p></section>"
