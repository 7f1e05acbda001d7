"""Templates of ours are compiled once; what cannot be trusted is compiled anew, and those of projects always."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment

from bsc_site.publish.keeping import compiled_templates as kept
from bsc_site.render.pages import templates
from bsc_site.render.pages.page_terms import PageTerms
from bsc_site.render.pages.templates import Templates

OWN = {"own.md.jinja": "{{ view }}"}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the code is kept."""
    file = tmp_path / "deep" / "templates.code"
    monkeypatch.setattr(kept, "_place", lambda: file)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return file


def _compiled(monkeypatch: pytest.MonkeyPatch, own: dict[str, str] = OWN) -> list[str]:
    """The names of the templates that a new process compiles."""
    fresh, names = type(templates.COMPILED)(), list[str]()
    compile_ = Environment.compile

    def noted(self: Environment, source: str, name: str = "", *rest: object) -> object:
        names.append(name)
        return compile_(self, source, name, *rest)  # type: ignore[call-overload]  # as it was called

    with monkeypatch.context() as patch:
        patch.setattr(templates, "COMPILED", fresh)
        patch.setattr(kept, "COMPILED", fresh)
        patch.setattr(Environment, "compile", noted)
        with kept.compiled_templates():
            made = Templates(own)
            assert made.place("own.md.jinja", "a < b", PageTerms()) == "a &#60; b"
            made._compiled("risks.md.jinja")  # noqa: SLF001  # as its page asks for it
    return names


def test_ours_are_compiled_once_and_those_of_a_project_always(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _compiled(monkeypatch) == ["own.md.jinja", "risks.md.jinja"]
    assert _compiled(monkeypatch) == ["own.md.jinja"]
    own = {**OWN, "risks.md.jinja": "{{ view }}"}
    assert _compiled(monkeypatch, own) == ["own.md.jinja", "risks.md.jinja"]
    assert b"own.md.jinja" not in place.read_bytes()


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _: b"",
    "half": lambda whole: whole[: len(whole) // 2],
    "one sign": lambda whole: whole[:-1] + bytes([whole[-1] ^ 1]),
    "another program": lambda whole: bytes([whole[0] ^ 1]) + whole[1:],
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_what_is_damaged_or_of_another_program_is_not_run(
    place: Path, monkeypatch: pytest.MonkeyPatch, spoilt: str
) -> None:
    _compiled(monkeypatch)
    place.write_bytes(SPOILT[spoilt](place.read_bytes()))
    assert _compiled(monkeypatch) == ["own.md.jinja", "risks.md.jinja"]
    assert _compiled(monkeypatch) == ["own.md.jinja"]


def test_nothing_is_written_where_python_is_told_not_to(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    _compiled(monkeypatch)
    assert not place.exists()


def test_it_lies_beside_the_compiled_modules_of_the_program() -> None:
    found = kept._place()  # noqa: SLF001  # which this test is about
    assert found is not None
    assert found.parent == Path(templates.__file__).parent / "__pycache__" or sys.pycache_prefix


def test_a_folder_that_cannot_be_written_is_none(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place.parent.write_text("a file")
    assert _compiled(monkeypatch) == ["own.md.jinja", "risks.md.jinja"]
