"""The strategy map as it stands in a page: filters, drawing and list in one line of HTML."""

from __future__ import annotations

from markupsafe import escape

from bsc_site.model.vocabularies import Grade
from bsc_site.render.grade_shapes import grade_named, grade_shape
from bsc_site.render.strategy_map.in_words import TextArrow, TextBox, TextRow, text_equivalent
from bsc_site.render.strategy_map.map_content import StrategyMap
from bsc_site.render.strategy_map.svg import svg_text
from bsc_site.render.text import inert, own
from bsc_site.wording.language import say
from bsc_site.wording.outlooks.grade_words import GRADES, grade_key


def figure_text(drawing: StrategyMap) -> str:
    """The whole figure as one line of HTML that Markdown passes on unchanged.

    The filters are hidden until the script is there. The list is folded below the drawing where there is room for the
    drawing, and takes its place where there is not.
    """
    rows = "".join(_row(row) for row in text_equivalent(drawing))
    return (
        f'<div class="bsc-map" data-search-exclude>{_filters(drawing)}{svg_text(drawing)}{_key(drawing)}'
        f'<details class="bsc-map__text"><summary>{inert(say("The map as a list"))}</summary>{rows}</details></div>'
    )


def _filters(drawing: StrategyMap) -> str:
    owners = sorted({box.owner for box in drawing.shown if box.owner})
    themes = {theme.id: theme.name for theme in drawing.themes or drawing.columns}
    used = {theme for box in drawing.shown for theme in box.themes}
    chosen = [(id_, name) for id_, name in themes.items() if id_ in used]
    selects = _select("theme", say("Theme"), chosen)
    selects += _select("owner", say("Owner"), [(owner, owner) for owner in owners])
    return f'<div class="bsc-map__filters" hidden>{selects}</div>' if selects else ""


def _select(kind: str, label: str, options: list[tuple[str, str]]) -> str:
    if len(options) < 2:  # noqa: PLR2004  # nothing to choose between
        return ""
    choices = "".join(f'<option value="{inert(value)}">{inert(name)}</option>' for value, name in options)
    choices = f'<option value="">{inert(say("All"))}</option>{choices}'
    return f'<label>{inert(label)} <select data-filter="{kind}">{choices}</select></label>'


def _key(drawing: StrategyMap) -> str:
    """What the kinds of arrows mean, where more than one is drawn."""
    arrows = drawing.drawn_arrows()
    kinds = [("", say("drives"))]
    kinds += [("against", say("− works against"))] if any(a.sign == "-" for a in arrows) else []
    grades = _grades({grade for arrow in arrows if (grade := grade_named(arrow.grade))})
    if len(kinds) == 1 and not grades:
        return ""
    entries = "".join(
        f'<span class="bsc-map__key-entry"><span class="bsc-map__key-line bsc-map__key-line--{css or "plain"}"></span> '
        f"{inert(text)}</span>"
        for css, text in kinds
    )
    return f'<p class="bsc-map__key">{entries}</p>{grades}'


def _grades(found: set[Grade]) -> str:
    """What the shapes at the start of arrows mean: how far the figures bear out the hypothesis."""
    shown = [each for each in GRADES if each in found and each is not Grade.NOT_TESTABLE_YET]
    entries = "".join(
        f'<span class="bsc-map__key-entry">{grade_shape(each)} {inert(grade_key(each))}</span>' for each in shown
    )
    rest = f"<span>{escape(say('no shape: not testable yet'))}</span>" if Grade.NOT_TESTABLE_YET in found else ""
    title = escape(say("Evidence in the figures:"))
    return f'<p class="bsc-map__key"><span>{title}</span> {entries}{rest}</p>' if shown else ""


def _row(row: TextRow) -> str:
    question = f' <span class="bsc-map__list-question">{inert(row.row.question)}</span>' if row.row.question else ""
    boxes = "".join(_item(box) for box in row.boxes) or f"<li>{inert(say('No objectives'))}</li>"
    name = f'<p class="bsc-map__list-row"><strong>{inert(row.row.name)}</strong>{question}</p>'
    return f"<section>{name}<ul>{boxes}</ul></section>"


def _item(item: TextBox) -> str:
    box = item.box
    arrows = "".join(f"<li>{_arrow(arrow)}</li>" for arrow in item.arrows)
    return (
        f'<li class="bsc-map__item bsc-map__item--{box.style}" '
        f'data-owner="{inert(box.owner)}" data-themes="{inert(" ".join(box.themes))}">'
        f'<a href="{inert(box.href)}">{inert(box.name)}</a> '
        f'<span class="bsc-map__chip bsc-map__chip--{box.style}">{inert(item.standing)}</span>'
        + (f"<ul>{arrows}</ul>" if arrows else "")
        + "</li>"
    )


def _arrow(arrow: TextArrow) -> str:
    rest = f", {inert(arrow.rest)}" if arrow.rest else ""
    link = own(f'<a href="{inert(arrow.href)}">{inert(arrow.target)}</a>')
    if arrow.against:
        return say("works against {objective}", objective=link) + rest
    return say("drives {objective}", objective=link) + rest
