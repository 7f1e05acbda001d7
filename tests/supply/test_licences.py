"""Whatever comes along with the program may be handed on, and a licence that nobody looked at is a failed test."""

from __future__ import annotations

from importlib.metadata import Distribution, distribution

import pytest

from tests.supply import licences
from tests.supply.licences import ALLOWED, PAGE, licensed, page, parts_of


def test_every_package_is_under_a_licence_that_is_allowed() -> None:
    found = licensed()
    assert {"mkdocs", "mkdocs-material", "altair", "numpy", "pyspark", "psycopg", "python-docx"} <= {
        each.name for each in found
    }
    assert [f"{each.name}: {each.says}" for each in found if not each.expression] == []
    assert [each.name for each in found if not parts_of(each.expression) <= ALLOWED] == []


def test_the_page_lists_what_is_installed() -> None:
    """`python -m tests.supply.licences` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == page()


class _Under(Distribution):
    """A package that asks for nothing, with these lines about its licence."""

    def __init__(self, *lines: str) -> None:
        self.lines = lines

    def read_text(self, filename: str) -> str | None:
        return "\n".join(["Metadata-Version: 2.4", "Name: click", *self.lines, ""]) if filename == "METADATA" else None

    def locate_file(self, path: object) -> None:  # type: ignore[override]
        raise NotImplementedError


@pytest.mark.parametrize(
    "lines",
    [
        ("License-Expression: AGPL-3.0-or-later",),
        ("License-Expression: MIT AND GPL-2.0-only",),
        ("License: Proprietary",),
        ("Classifier: License :: OSI Approved :: GNU General Public License v3 (GPLv3)",),
        (),
    ],
    ids=["AGPL", "one of two", "not free", "classified", "nothing"],
)
def test_a_licence_that_is_not_allowed_is_found(lines: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        licences, "distribution", lambda name: _Under(*lines) if name == "click" else distribution(name)
    )
    assert [each.name for each in licensed() if not each.expression] == ["click"]


@pytest.mark.parametrize(
    ("expression", "parts"),
    [
        ("MIT", {"MIT"}),
        ("Apache-2.0 OR BSD-2-Clause", {"Apache-2.0", "BSD-2-Clause"}),
        ("(MIT AND BSD-3-Clause) AND Apache-2.0 WITH LLVM-exception", {"MIT", "BSD-3-Clause", "Apache-2.0"}),
    ],
)
def test_an_expression_is_read_part_by_part(expression: str, parts: set[str]) -> None:
    assert parts_of(expression) == parts
