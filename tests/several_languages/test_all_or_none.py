"""Sites in several languages are published together: what one of them forbids is published in none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders.program import called
from tests.builders.project_folders import files_of, write
from tests.several_languages.polyglot import DAY, LOOK, TWO, polyglot


def test_a_dead_link_in_one_language_leaves_every_site_as_it_was(tmp_path: Path) -> None:
    root = polyglot(tmp_path, TWO, about="# About\n", about__de="# Über uns\n")
    site = root / "build" / "site"
    assert called("build", "-C", root, "--as-of", DAY).code == 0
    before = files_of(site)
    write(root, {"docs/about.de.md": "# Über uns\n\n<a href='nowhere.html'>hier</a>\n", "docs/about.md": "# New\n"})
    ran = called("build", "-C", root, "--as-of", DAY)
    assert ran.code == 1
    assert [line for line in ran.lines if "BSC513" in line] == [
        "docs/about.de.md:3:10: BSC513 error: 'nowhere.html' leads nowhere"
    ]
    assert files_of(site) == before


def test_an_own_folder_in_the_place_of_a_language_is_told(tmp_path: Path) -> None:
    root = write(polyglot(tmp_path, TWO), {"docs/de/notes.md": "# Notes\n"})
    ran = called("build", "-C", root, "--as-of", DAY)
    assert ran.code == 1
    assert any(line.startswith("docs/de/notes.md:0:0: BSC511 error") for line in ran.lines), ran.err


def test_a_part_is_refused_in_one_line(tmp_path: Path) -> None:
    root = polyglot(tmp_path)
    for words in (("build", "--only", "shop", "--as-of", DAY), ("assemble", root)):
        ran = called(words[0], "-C", root, *words[1:])
        assert ran.code == 2
        line = (
            "mkdocs.yml:2:31: BSC935 error extra.bsc_site.languages: a site in 4 languages (en, de, ar, nl) is built "
            "whole; leave out --only and assemble"
        )
        assert ran.lines == [line]
    assert not (root / "build" / "site").exists()


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        ("[en, dx]", "BSC029 error extra.bsc_site.languages[1]: 'dx' is not the code of a language"),
        ("[en, ../up]", "BSC029 error extra.bsc_site.languages[1]: '../up' is not the code of a language"),
        ("de", "BSC029 error extra.bsc_site.languages: this is not a list of languages"),
    ],
)
def test_a_slip_in_the_list_of_languages_is_told(tmp_path: Path, languages: str, said: str) -> None:
    root = polyglot(tmp_path, LOOK.replace("[en, de, ar, nl]", languages))
    ran = called("build", "-C", root, "--as-of", DAY)
    assert ran.code == 1
    assert any(said in line for line in ran.lines), ran.err
