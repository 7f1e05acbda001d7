"""What stands already is left as it is where it is right, be it of the last site or of the one before; no more."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bsc_site.publish.disk.file_words import FileWords, content_word
from bsc_site.publish.disk.standing_files import state_of
from bsc_site.publish.link_check.changes_proof import Proved, flaws_of_changes
from bsc_site.publish.link_check.file_reading import read_file
from bsc_site.publish.link_check.flaws import prove
from bsc_site.publish.link_check.reading import PageReading
from tests.builders.project_folders import files_of, write
from tests.builders.publications import published, site_folder
from tests.standing.test_kept_site import built, edition_of, kept_site

PAGE, FILE = "kpis/k1/index.html", "data/nps.csv"
SPARE = ".site.spare"


def _spoilt(folder: Path) -> None:
    """Somebody writes into files of the site without asking."""
    for name in (PAGE, FILE):
        (folder / name).write_bytes(b"spoilt")


def _gone(folder: Path) -> None:
    (folder / PAGE).unlink()
    (folder / FILE).unlink()


def _replaced(folder: Path) -> None:
    """By others of the same size."""
    for name in (PAGE, FILE):
        size = (folder / name).stat().st_size
        (folder / name).unlink()
        (folder / name).write_bytes(b"x" * size)


def _in_the_way(folder: Path) -> None:
    (folder / PAGE).unlink()
    write(folder, {f"{PAGE}/more/index.html": "x", "new/index.html": "<p>New</p>"})
    (folder / "link").symlink_to(folder / FILE)


@pytest.mark.parametrize("where", ["site", SPARE])
@pytest.mark.parametrize("touch", [_spoilt, _gone, _replaced, _in_the_way])
def test_what_others_did_to_a_site_is_not_in_the_next_one(
    tmp_path: Path, where: str, touch: Callable[[Path], None]
) -> None:
    warm = site_folder(tmp_path / "warm")
    for words in ("as it was", "then", "other"):
        built(warm, edition_of(words))
    touch(warm / "build" / where)
    assert built(warm, edition_of("now")) == built(site_folder(tmp_path / "cold"), edition_of("now"), kept=False)


def test_pages_that_are_the_same_stay_the_same_file(tmp_path: Path) -> None:
    folder, found = site_folder(tmp_path), []
    for words in ("as it was", "then", "now"):
        built(folder, edition_of(words))
        found.append(state_of(folder / "build" / "site" / PAGE))
    assert found[0] == found[1] == found[2]


def test_the_site_that_stands_keeps_its_bytes_while_the_next_one_is_made_beside_it(tmp_path: Path) -> None:
    """Its files may be those of the next site and of the one before, and no build writes into a file that stands."""
    folder = site_folder(tmp_path)
    for words in ("as it was", "then"):
        built(folder, edition_of(words))
    site = folder / "build" / "site"
    stands = files_of(site)
    opened = {name: (site / name).open("rb") for name in stands}
    for words in ("now", "later", "last"):
        built(folder, replace(edition_of(words), files={FILE: words.encode()}))
    assert {name: file.read() for name, file in opened.items()} == stands
    for each in opened.values():
        each.close()


def test_only_in_the_build_folder_a_site_is_left_beside(tmp_path: Path) -> None:
    """Elsewhere somebody may publish whatever stands there; and a build that keeps nothing leaves nothing."""
    folder = site_folder(tmp_path)
    for words in ("as it was", "then"):
        built(folder, edition_of(words))
    assert (folder / "build" / SPARE).is_dir()
    published(folder, edition_of("now"))
    assert not (folder / "build" / SPARE).exists()
    for words in ("as it was", "then"):
        with kept_site(folder / ".bsc-cache") as known:
            published(folder, edition_of(words), kept=known, out=folder / "public")
    assert [each.name for each in folder.iterdir() if "spare" in each.name] == []


def test_files_of_a_disk_with_a_coarse_clock_are_not_known_again() -> None:
    """Two versions of one size within a second would be the same to us."""
    words = FileWords()
    words.note("", "a")
    words.note("1 2 3", "b")
    assert words.noted == {"1 2 3": "b"}


_PARTS = (
    '<a href="{folder}index.html">x</a>', '<a href="{folder}index.html#{anchor}">x</a>', '<h2 id="{anchor}">x</h2>',
    '<a href="../f.svg">x</a>', '<img src="https://example.org/a.png">', '<a href="#{anchor}">x</a>',
    '<p id="{anchor}">', '<script src="../s.js"></script>', "<base href='../'>", '<a href="../g.csv">x</a>',
)  # fmt: skip


def _part(dice: random.Random) -> str:
    usual = dice.random() < 0.9
    return dice.choice(_PARTS[:4] if usual else _PARTS).format(
        folder=f"../p{dice.randrange(5)}/", anchor=dice.choice("ab")
    )


def _a_site(dice: random.Random) -> dict[str, str]:
    pages = {f"p{number}/index.html": "".join(_part(dice) for _ in range(3)) for number in range(4)}
    return {**pages, "f.svg": "<svg/>", "s.js": "1", "g.csv": "a"}


def _changed(site: Mapping[str, str], dice: random.Random) -> dict[str, str]:
    changed = dict(site)
    for _ in range(dice.choice((1, 1, 2))):
        name = dice.choice(sorted(changed))
        if name.endswith(".html"):
            changed[name] = dice.choice((changed[name] + _part(dice), _part(dice), changed[name][:40]))
        elif dice.random() < 0.3:
            changed.pop(name)
        else:
            changed[name] = dice.choice(("<svg/>", '<svg><image href="https://example.org/a"/></svg>', "2"))
    return changed


def test_a_proof_of_what_has_changed_finds_what_a_proof_of_all_finds(tmp_path: Path) -> None:
    """Or says that it cannot tell; it can for most changes."""
    dice, told, untold, faulty = random.Random(4), 0, 0, 0  # noqa: S311  # made-up sites, not a secret
    for turn in range(1500):
        before = _a_site(dice)
        first = write(tmp_path / str(turn), before)
        pages = frozenset(name for name in before if name.endswith(".html"))
        if prove(first, pages):
            continue
        now = _changed(before, dice)
        second = write(tmp_path / f"{turn}-now", now)
        flaws = flaws_of_changes(second, pages & now.keys(), _proved(before, now), read_file)
        told, untold = told + (flaws is not None), untold + (flaws is None)
        if flaws is not None:
            assert flaws == prove(second, pages & now.keys()), (before, now)
            faulty += bool(flaws)
    assert told > untold > 0
    assert faulty > 5


def _proved(before: Mapping[str, str], now: Mapping[str, str]) -> Proved:
    contents = {content_word(each.encode()): each.encode() for each in (*before.values(), *now.values())}

    def page(word: str) -> PageReading | None:
        return read_file("page", contents[word]) if word in contents else None

    stood, stands = ({name: content_word(text.encode()) for name, text in each.items()} for each in (before, now))
    return Proved(stood, stands, page, lambda _, __: None)
