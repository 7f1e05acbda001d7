"""The picture that other programs show of a page: what it says, who has one, and that it is always the same."""

from __future__ import annotations

import inspect
import struct
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from bsc_site.publish.publication.preview_files import preview_files
from bsc_site.render.charts.pixels import png_of
from bsc_site.render.pages.finder_rows import finder_rows
from bsc_site.render.previews.preview_picture import PreviewPicture, packaged_letters, preview_svg
from bsc_site.render.previews.site_previews import site_previews
from tests.builders.company import assessed_company
from tests.builders.small_projects import assessed, kpi, project, readings

PICTURE = PreviewPicture("Quillmoor · Margin", "Gross margin", "off-track", "Act", "43.8 %", (46.0, 45.2, 43.8))


def _texts(picture: PreviewPicture) -> list[str]:
    return [str(each.text) for each in etree.fromstring(preview_svg(picture).encode()).iter("{*}text")]


def test_it_says_whose_page_it_is_and_where_it_stands() -> None:
    """With the shape of the status beside its word, and the course of the figure."""
    root = etree.fromstring(preview_svg(PICTURE).encode())
    assert _texts(PICTURE) == ["Quillmoor · Margin", "Gross margin", "43.8 %", "Act"]
    assert len(list(root.iter("{*}path"))) == len(list(root.iter("{*}polyline"))) == 1


def test_a_long_name_takes_two_lines_and_is_cut() -> None:
    lines = _texts(PreviewPicture("A", "Average order value " * 20))[1:]
    assert len(lines) == 2
    assert lines[1].endswith("…")


@pytest.mark.parametrize("file", ["plain.ttf", "plain-bold.ttf"])
def test_the_letters_that_are_named_are_those_of_the_files(file: str) -> None:
    path = Path(inspect.getfile(PreviewPicture)).with_name("letters") / file
    assert {chr(code) for code in TTFont(path).getBestCmap()} | {"\n"} == packaged_letters() | {"\n"}


@pytest.mark.parametrize("name", ["الرضا", "満足度", "ความพึงพอใจ"])
def test_letters_that_are_not_packaged_are_left_out(name: str) -> None:
    """They would come from the machine's own fonts, and be other ones on another machine."""
    assert _texts(PreviewPicture("Quillmoor", name, "on-track", "On plan")) == ["Quillmoor", "On plan"]


def test_hostile_texts_stay_texts() -> None:
    assert _texts(PreviewPicture("a\x00b", "<b>&</b>", "at-risk", '"x"')) == ["ab", "<b>&</b>", '"x"']


def test_it_is_eight_hundred_pixels_wide_and_drawn_with_the_packaged_letters(tmp_path: Path) -> None:
    """Words leave ink on it whatever fonts the machine has, and the cache gives the same bytes."""
    (first,) = preview_files({"kpis/a/": PICTURE}, tmp_path).items()
    assert first[0] == "assets/previews/kpis/a/index.png"
    assert struct.unpack(">II", first[1][16:24]) == (800, 420)
    assert preview_files({"kpis/a/": PICTURE}, tmp_path) == dict([first])
    assert len(list(tmp_path.glob("*.drawing"))) == 1
    silent = PreviewPicture("", "", "off-track", "", "", PICTURE.course)
    assert len(first[1]) > 2 * len(png_of(preview_svg(silent), 2 / 3))


def test_home_perspectives_objectives_and_kpis_have_one() -> None:
    """Each at the address of its page, with the status that the page shows."""
    whole = assessed_company()
    found = site_previews(whole, finder_rows(whole), "Quillmoor")
    assert {"", "perspectives/customer/", "objectives/grow/", "kpis/repeat-rate/"} <= set(found)
    assert {address.split("/")[0] for address in found} <= {"", "perspectives", "objectives", "kpis", "s"}
    one = found["kpis/repeat-rate/"]
    assert one.name == "Repeat purchase rate"
    assert one.above.startswith("Quillmoor · ")
    assert len(one.course) > 10


def test_a_folder_of_too_many_pages_has_none() -> None:
    """Their pages show the picture of the home page."""
    many = [kpi(id=f"k{number}", name=f"K {number}") for number in range(101)]
    whole = assessed(project(*many), readings("k1", {"2025-01": 1}))
    assert set(site_previews(whole, finder_rows(whole), "Quillmoor")) == {"", "perspectives/p/", "objectives/o/"}


def test_what_an_audience_may_not_see_has_none() -> None:
    secret, seen = kpi(id="secret", audience="board"), kpi(id="seen")
    whole = project(secret, seen, audiences=["public", "board"])
    found = assessed(whole, readings("seen", {"2025-01": 1}), audience="public")
    assert set(site_previews(found, finder_rows(found), "A")) & {"", "kpis/seen/", "kpis/secret/"} == {"", "kpis/seen/"}
