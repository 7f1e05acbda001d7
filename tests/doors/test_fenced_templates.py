"""Templates of a project reach their view and nothing else: no module, no file, no environment of the machine."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bsc_site.render.pages.folder import packaged_templates
from bsc_site.render.pages.page_terms import PageTerms
from bsc_site.render.pages.template_problem import TemplateProblem
from bsc_site.render.pages.templates import Templates

VIEW = SimpleNamespace(name="a < b")
REACHING = [
    "{{ view.__class__ }}",
    "{{ view['__class__'] }}",
    "{{ view|attr('__dict__') }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ '{0.__class__}'.format(view) }}",
    "{{ _.__globals__ }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ column_labels.__code__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ _('{x.__init__.__globals__}', x='a') }}",
    "{{ _('{x[0]}', x='a') }}",
    "{% set x = namespace() %}{{ x.__class__ }}",
]
ENDLESS = [
    "{% for x in range(10 ** 9) %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ 1 / 0 }}",
]


@pytest.mark.parametrize("text", [*REACHING, *ENDLESS])
def test_what_reaches_for_more_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        Templates({"own.md.jinja": f"# Fine\n{text}\n"}).place("own.md.jinja", VIEW, PageTerms())
    assert (caught.value.template, caught.value.line) == ("own.md.jinja", 2)


@pytest.mark.parametrize("text", REACHING[:3])
def test_one_in_the_place_of_ours_is_fenced_too(text: str) -> None:
    with pytest.raises(TemplateProblem):
        Templates({"map.md.jinja": text}).place("map.md.jinja", VIEW, PageTerms())


def test_what_a_template_is_for_is_possible() -> None:
    """Fields, loops, conditions, macros of ours, sentences; all of it escaped."""
    text = "{% import '_macros.jinja' as m %}{% if view.name %}{{ _('Owner: {person}', person=view.name) }}{% endif %}"
    assert Templates({"own.md.jinja": text}).place("own.md.jinja", VIEW, PageTerms()) == "Owner: a &#60; b"


def test_a_project_without_templates_of_its_own_pays_nothing_for_the_fence() -> None:
    """A copy of ours is none of its own."""
    ours = packaged_templates()["map.md.jinja"]
    assert not Templates({"map.md.jinja": ours})._environment.sandboxed  # noqa: SLF001  # which no page shows
    assert Templates({"map.md.jinja": f"{ours} "})._environment.sandboxed  # noqa: SLF001  # likewise
