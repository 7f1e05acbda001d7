"""Small projects become exactly the files that were expected of them; a change of those is reviewed like code."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.golden.sites import GOLDENS, HERE, NAMES, RENEW, Golden, listed, made, renew, renewing

EVERY_GOLDEN = pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.name)


@EVERY_GOLDEN
def test_a_small_project_becomes_exactly_these_files(golden: Golden, tmp_path: Path) -> None:
    """Names first, then the text of the main pages and documents; `BSC_RENEW=1` writes them anew."""
    files = made(golden, tmp_path)
    if renewing():
        renew(golden, files)
    assert listed(files) == (golden.expected / NAMES).read_bytes().decode()
    changes = [line for name in golden.main for line in _changes(name, golden.expected / name, files[name])]
    assert not changes, "\n".join([*changes[:200], f"if this is meant: {RENEW}=1 pytest tests/golden, and review"])


def _changes(name: str, expected: Path, found: str) -> list[str]:
    wanted = expected.read_bytes().decode()
    return list(difflib.unified_diff(wanted.splitlines(), found.splitlines(), f"expected/{name}", name, lineterm=""))


@EVERY_GOLDEN
def test_nothing_else_is_expected_of_a_small_project(golden: Golden) -> None:
    """A file that nobody compares would only look like a promise."""
    stand = {each.relative_to(golden.expected).as_posix() for each in golden.expected.rglob("*") if each.is_file()}
    assert stand == {NAMES, *golden.main}


def test_what_is_expected_is_small_enough_to_be_reviewed() -> None:
    """All of it together."""
    assert sum(each.stat().st_size for each in HERE.rglob("expected/**/*") if each.is_file()) < 200_000


@pytest.mark.parametrize(("ci", "wish", "renewed"), [("", "", False), ("", "1", True), ("true", "", False)])
def test_what_is_expected_is_renewed_only_on_request(
    ci: str, wish: str, *, renewed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never by the way."""
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv(RENEW, wish)
    assert renewing() is renewed


def test_what_is_expected_is_never_renewed_where_nobody_reviews_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The request itself is the failure there."""
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv(RENEW, "1")
    with pytest.raises(pytest.fail.Exception, match="no place where CI is set"):
        renewing()
