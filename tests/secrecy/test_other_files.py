"""Other files: exports, digests and what changed since a commit tell no more than the site does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.builders.program import Ran, called
from tests.builders.project_folders import files_of, write
from tests.builders.repositories import begun, commit
from tests.secrecy.random_scorecards import scorecard_files
from tests.secrecy.rendered import AS_OF, project_folder
from tests.secrecy.sealed_words import found_in

SEEDS = (1, 3, 18, 26)


def told(root: Path, *words: object) -> Ran:
    """What a command says of the project, to its end."""
    ran = called(*words, "-C", root, "--as-of", AS_OF)
    assert ran.code == 0, ran.err
    return ran


def leaks(root: Path, *folders: str) -> list[tuple[str, str]]:
    """Each file below the folders of the project that names something hidden, with the place."""
    files = {f"{name}/{path}": each for name in folders for path, each in files_of(root / name).items()}
    assert files
    found = ((path, next(found_in(f"{path}\n".encode() + each), None)) for path, each in files.items())
    return [(path, each) for path, each in found if each is not None]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["stratml", "docx", "pptx", "xlsx", "template"])
def test_an_export_has_nothing_that_is_hidden(tmp_path: Path, form: str, seed: int) -> None:
    """Packed files are opened, too."""
    root = project_folder(tmp_path / "project", seed)
    told(root, "export", form, "--out", root / "out" / f"file.{form}")
    assert leaks(root, "out") == []


@pytest.mark.slow
def test_a_pdf_has_nothing_that_is_hidden(tmp_path: Path) -> None:
    """Its streams are unpacked."""
    root = project_folder(tmp_path / "project", SEEDS[0])
    told(root, "export", "pdf", "--out", root / "out" / "file.pdf")
    assert leaks(root, "out") == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_digest_has_nothing_that_is_hidden(tmp_path: Path, seed: int) -> None:
    """Nobody gets one who is named by hidden elements alone."""
    root = project_folder(tmp_path / "project", seed)
    told(root, "digest", "--since", "2025-05-01")
    assert leaks(root, "build/digest") == []


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_what_changed_has_nothing_that_is_hidden(tmp_path: Path, seed: int, form: str) -> None:
    """Neither where all that is hidden became other, which leaves nothing to tell."""
    root = begun(project_folder(tmp_path / "project", seed))
    commit(root, "2025-06-01")
    shutil.rmtree(root / "scorecard")
    for name, text in scorecard_files(seed, 1).items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    ran = told(root, "diff", "HEAD", "--format", form)
    assert list(found_in(ran.out.encode())) == []
    nothing = {"text": "Nothing", "markdown": "Nothing", "json": '"differences": []'}
    assert nothing[form] in ran.out


AIMS = """\
id: c
title: C
perspectives: [{id: p, name: P, objectives: [{id: o, name: O, kpis: [k]}]}]
kpis: [{id: k, name: K, weight: 1, targets: [{period: 2025-12, value: 30}]}]
"""
FIGURES = "kpi,period,value\n" + "".join(f"k,2025-{month:02},{30 + month}\n" for month in range(1, 7))


@pytest.mark.parametrize("value", [20, 1000])
def test_a_target_that_is_kept_since_is_no_cause_of_anything(tmp_path: Path, value: int) -> None:
    """What it is now would tell whether it is met."""
    root = begun(write(tmp_path, {"scorecard/c.yml": AIMS, "data/d.csv": FIGURES}))
    commit(root, "2025-05-01")
    aims = f"{{value: [{{period: 2025-12, value: {value}}}], audience: board}}"
    kept = AIMS.replace("[{period: 2025-12, value: 30}]", aims)
    write(root, {"scorecard/c.yml": kept.replace("weight: 1", "weight: 2")})
    lines = told(root, "diff", "HEAD").out.splitlines()
    assert [each for each in lines if each.startswith("  K")] == [
        "  K (KPI): On track to Not scored; cause: target",
        "  K (KPI): weight: 2, before that 1; cause: weight",
    ]
