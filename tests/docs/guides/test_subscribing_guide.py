"""What the guide to subscribing shows is followed: the id of a site, feeds and calendars, frames, and digests."""

from __future__ import annotations

import re
import shlex
from html import unescape
from pathlib import Path

from bsc_site.publish.subscriptions.lasting_names import names_of
from tests.builders.program import called
from tests.builders.project_folders import loaded_from, write
from tests.docs.guides.blocks import GUIDES, blocks_of
from tests.docs.snippets import Command, steps_of

TEXT = (GUIDES / "subscribing.md").read_text(encoding="utf-8")
CARD = """\
id: c
title: C
perspectives: [{id: p, name: P, objectives: [{id: o, name: O, owner: ann, kpis: [nps]}]}]
kpis: [{id: nps, name: Net promoter score, owner: ann, targets: [{period: 2026-12, value: 30}]}]
people: [{id: ann, name: Ann}]
"""
FIGURES = "kpi,period,value\n" + "".join(f"nps,2026-{month:02},{month * 4}\n" for month in range(1, 11))


def _project(root: Path, settings: str) -> Path:
    mkdocs = f"site_name: Org\ntheme: {{name: material}}\n{settings}"
    return write(root, {"scorecard/c.yml": CARD, "data/c.csv": FIGURES, "mkdocs.yml": mkdocs})


def _built(root: Path) -> Path:
    ran = called("build", "-C", root, "--as-of", "2026-11-05")
    assert ran.code == 0, ran.err
    return root / "build" / "site"


def test_the_id_names_the_feeds_that_stand_where_the_table_says(tmp_path: Path) -> None:
    (settings,) = blocks_of("subscribing.md", "yaml")
    (id_,) = re.findall(r"id: (\S+)", settings)
    site = _built(_project(tmp_path / "a", settings))
    project = loaded_from(tmp_path / "b", {"c.yml": CARD}).project
    assert project is not None
    own = names_of(project, "", "Org", id_)
    entries = re.findall("<id>(.+?)</id>", (site / "feed.xml").read_text("utf-8"))
    assert entries[0] == own.of("c")
    assert own.of("c") != names_of(project, "", "Org").of("c")
    for address in re.findall(r"^\| `(.+?\.xml)` \|", TEXT, re.MULTILINE):
        file = address.replace("<id>", "nps" if address.startswith("kpis") else "ann")
        assert "<feed" in (site / file).read_text("utf-8"), file
    assert "BEGIN:VCALENDAR" in (site / "people/ann/calendar.ics").read_text("utf-8")


def test_the_page_of_a_kpi_has_the_frame_to_paste_and_names_its_oembed(tmp_path: Path) -> None:
    (shown,) = blocks_of("subscribing.md", "html")
    site = _built(_project(tmp_path, "site_url: https://example.org/scorecard/\n"))
    assert shown.strip() in unescape((site / "kpis/nps/index.html").read_text("utf-8"))
    assert (site / "kpis/nps/embed/index.html").is_file()
    assert (site / "api/v1/oembed/nps.json").is_file()


def test_the_digest_is_written_as_the_guide_says(tmp_path: Path) -> None:
    root = _project(tmp_path, "")
    (line,) = [each.text for each in steps_of(TEXT) if isinstance(each, Command) and "digest" in each.text]
    ran = called(*shlex.split(line)[1:], "-C", root, "--as-of", "2026-11-05")
    assert ran.code == 0, ran.err
    files = re.findall(r"^\| `([\w.]+)` \| (?:the|a) ", TEXT.partition("## Digests")[2], re.MULTILINE)
    assert files == ["digest.html", "digest.txt", "teams.json", "slack.json"]
    for folder in ("everybody", "people/ann"):
        assert [each for each in files if not (root / "build" / "digest" / folder / each).is_file()] == []
