"""Templates place texts: they compute nothing, use only what their view offers, and fail with file and line."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import pytest
from jinja2 import Environment, nodes

from bsc_site.render.pages.folder import own_templates, packaged_templates
from bsc_site.render.pages.register import ELEMENT_PAGES, OVERVIEW_PAGES
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.render.pages.template_problem import TemplateProblem
from bsc_site.render.views.kpi_page.embed_view import EMBED, EmbedView
from tests.builders.company import assessed_company

VIEWS: dict[str, type] = {
    page.template: get_type_hints(page.view)["return"] for page in (*OVERVIEW_PAGES, *ELEMENT_PAGES)
} | {EMBED: EmbedView}
"""The templates of the register's pages and of embedded charts, each with the type of value that it shows."""
COMPUTING = (nodes.Filter, nodes.BinExpr, nodes.Compare, nodes.UnaryExpr, nodes.Test)
ALLOWED = (nodes.And, nodes.Or, nodes.Not)


def _tree(name: str) -> nodes.Template:
    return Environment(autoescape=True).parse(packaged_templates()[name])


def test_every_page_has_a_template_and_a_view() -> None:
    """No template without a view, no view without a template."""
    assert {name for name in packaged_templates() if name[0] != "_"} == set(VIEWS)


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_a_template_shows_exactly_its_view(name: str) -> None:
    """Every field of the view is used, and no other."""
    tree = _tree(name)
    used = {
        each.attr
        for each in tree.find_all(nodes.Getattr)
        if isinstance(each.node, nodes.Name) and each.node.name == "view"
    }
    assert used == {each.name for each in fields(VIEWS[name])}


@pytest.mark.parametrize("name", sorted(packaged_templates()))
def test_a_template_computes_nothing(name: str) -> None:
    """No filters, no arithmetic, no comparisons: texts are decided before."""
    found = [each for kind in COMPUTING for each in _tree(name).find_all(kind) if not isinstance(each, ALLOWED)]
    assert found == []


def _problem(own: dict[str, str]) -> TemplateProblem:
    with pytest.raises(TemplateProblem) as caught:
        render_pages(SiteMaterial(assessed_company(), own_templates=own))
    return caught.value


def test_a_misspelt_field_is_told_with_its_line() -> None:
    """The field, the template and the line."""
    assert str(_problem({"map.md.jinja": "# {{ view.title }}\n\n{{ view.visoin }}\n"})) == (
        "map.md.jinja:3: MapView has no field 'visoin'"
    )


def test_a_syntax_error_is_told_with_its_line() -> None:
    """Before any page is written."""
    problem = _problem({"map.md.jinja": "fine\n{% if view.title %}\n"})
    assert (problem.template, problem.line) == ("map.md.jinja", 2)


def test_an_error_in_the_projects_own_macros_names_them() -> None:
    """The line is that of the macro, not of the page that uses it."""
    macros = packaged_templates()["_macros.jinja"].replace("{{ mark.word }}", "{{ mark.wrod }}")
    assert _problem({"_macros.jinja": macros}).template == "_macros.jinja"


def test_a_missing_template_is_told_by_name() -> None:
    """The template that asks for it is at fault."""
    problem = _problem({"map.md.jinja": '{% include "nowhere.jinja" %}'})
    assert problem.message == "there is no template 'nowhere.jinja'"


def test_a_projects_own_template_stands_in_front_of_ours() -> None:
    """By its name alone."""
    own = {"map.md.jinja": "# Our map of {{ view.title }}\n"}
    pages = {page.address: page.markdown for page in render_pages(SiteMaterial(assessed_company(), own_templates=own))}
    assert pages["map/"].partition("---\n\n")[2] == "# Our map of Strategy map&#58; Corporate scorecard\n"


def test_own_templates_are_read_from_the_project(tmp_path: Path) -> None:
    """Every .jinja file of docs_templates, by name."""
    (tmp_path / "docs_templates").mkdir()
    (tmp_path / "docs_templates" / "kpi.md.jinja").write_text("# Ours\n", encoding="utf-8")
    assert own_templates(tmp_path) == {"kpi.md.jinja": "# Ours\n"}


def test_a_template_that_is_not_text_is_a_problem(tmp_path: Path) -> None:
    """Binary content is told, not guessed."""
    (tmp_path / "docs_templates").mkdir()
    (tmp_path / "docs_templates" / "kpi.md.jinja").write_bytes(b"\xff\xfe#")
    with pytest.raises(TemplateProblem, match=r"kpi\.md\.jinja:0: it is not UTF-8 text \(byte 0\)"):
        own_templates(tmp_path)
