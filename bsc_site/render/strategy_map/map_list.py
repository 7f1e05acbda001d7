"""The strategy map as chips that open in place: the list below the drawing, and the picture on a narrow page."""

from __future__ import annotations

from bsc_site.render.grade_shapes import grade_named, grade_style
from bsc_site.render.strategy_map.geometry.map_content import MapKpi, StrategyMap
from bsc_site.render.strategy_map.in_words import TextArrow, TextBox, TextRow, text_equivalent
from bsc_site.render.strategy_map.svg import course_line, themes_of
from bsc_site.render.text import inert, own
from bsc_site.wording.language import say
from bsc_site.wording.outlooks.grade_words import GRADES, grade_key, grade_meaning


def list_of(drawing: StrategyMap) -> str:
    """Rows, objectives, their KPIs and their hypotheses, folded; then what the grades of evidence mean."""
    twins = frozenset(kpi.id for arrow in drawing.arrows for kpi in arrow.twin)
    rows = "".join(_row(row, twins) for row in text_equivalent(drawing))
    title = inert(say("The map as a list"))
    return f'<details class="bsc-map__text"><summary>{title}</summary>{rows}{_meanings(drawing)}</details>'


def _row(row: TextRow, twins: frozenset[str]) -> str:
    question = f' <span class="bsc-map__question">{inert(row.row.question)}</span>' if row.row.question else ""
    none = inert(say("No objectives"))
    boxes = "".join(_chip(box, twins) for box in row.boxes) or f"<p>{none}</p>"
    name = f'<p class="bsc-map__list-row"><strong>{inert(row.row.name)}</strong>{question}</p>'
    return f'<section>{name}<div class="bsc-map__chips">{boxes}</div></section>'


def _chip(item: TextBox, twins: frozenset[str]) -> str:
    box = item.box
    kpis = "".join(
        _twin(kpi, drawn=not place) if kpi.id in twins else f"<li>{_link(kpi)}</li>"
        for place, kpi in enumerate(box.kpis)
    )
    return (
        f'<details class="bsc-map__item" data-id="{inert(box.id)}" data-owner="{inert(box.owner_id or box.owner)}"'
        f'{themes_of(box)}><summary class="bsc-{box.style}">'
        f'<span class="bsc-status bsc-{box.style}">{inert(box.name)}</span></summary>'
        f'<p><a class="bsc-status bsc-{box.style}" href="{inert(box.href)}">{inert(box.name)}</a> '
        f"{inert(item.standing)}</p>"
        + (f'<ul class="bsc-map__kpis">{kpis}</ul>' if kpis else "")
        + _arrows(item)
        + "</details>"
    )


def _link(kpi: MapKpi) -> str:
    return f'<a href="{inert(kpi.href)}">{inert(kpi.name)}</a>'


def _twin(kpi: MapKpi, *, drawn: bool) -> str:
    """One that some arrow shows with its course, for the script; the drawing may have that already."""
    course = "" if drawn or not kpi.course else f' data-course="{course_line(kpi.course)}"'
    return f'<li data-kpi="{inert(kpi.id)}"{course}>{_link(kpi)}</li>'


def _arrows(item: TextBox) -> str:
    if not item.causes and not item.arrows:
        return ""
    counts = say("Driven by {causes}, drives {effects}", causes=str(len(item.causes)), effects=str(len(item.arrows)))
    entries = [*(_cause(each) for each in item.causes), *(_effect(each) for each in item.arrows)]
    return f'<p class="bsc-map__counts">{inert(counts)}</p><ul>{"".join(entries)}</ul>'


def _effect(told: TextArrow) -> str:
    """The hypothesis in full, at its source."""
    arrow, grade = told.arrow, grade_named(told.arrow.grade)
    data = f'data-to="{inert(arrow.target)}"'
    data += f' data-grade="{grade_style(grade)}"' if grade else ""
    data += f' data-twin="{inert(" ".join(kpi.id for kpi in arrow.twin))}"' if arrow.twin else ""
    link = own(f'<a href="{inert(told.other.href)}">{inert(told.other.name)}</a>')
    words = say("drives {objective}", objective=link)
    if told.against:
        words = say("works against {objective}", objective=link)
    parts = [words, *([inert(told.rest)] if told.rest else []), *([_evidence(told)] if told.grade else [])]
    return f"<li {data}>{', '.join(parts)}</li>"


def _evidence(told: TextArrow) -> str:
    href = told.arrow.href
    grade = own(f'<a href="{inert(href)}">{inert(told.grade)}</a>') if href else told.grade
    return say("evidence: {grade}", grade=grade)


def _cause(told: TextArrow) -> str:
    link = own(f'<a href="{inert(told.other.href)}">{inert(told.other.name)}</a>')
    words = say("driven by {objective}", objective=link)
    if told.against:
        words = say("{objective} works against it", objective=link)
    return f"<li>{words}</li>"


def _meanings(drawing: StrategyMap) -> str:
    found = {grade_named(arrow.grade) for arrow in drawing.drawn_arrows()}
    entries = "".join(
        f'<div data-grade="{grade_style(each)}"><dt>{inert(grade_key(each))}</dt>'
        f"<dd>{inert(grade_meaning(each))}</dd></div>"
        for each in GRADES
        if each in found
    )
    return f'<dl class="bsc-map__meanings">{entries}</dl>' if entries else ""
