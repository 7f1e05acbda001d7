"""Earlier ids: their addresses lead on, their files are there, and what nobody can tell apart is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from bsc_site.explaining import explained
from bsc_site.pipeline import Order, build_site, examine
from bsc_site.publish.delivery import Delivery
from tests.builders.project_folders import write
from tests.builders.repositories import begun, commit

DAY = date(2025, 6, 30)
FIGURES = "kpi,period,value\n{},2025-01,1\n{},2025-02,2\n"


def card(**keys: Any) -> dict[str, Any]:
    """A scorecard with one of each kind of element."""
    goal = {"id": "loyal", "name": "Loyal customers", "owner": "kim", "kpis": ["rate"]}
    work = {"id": "app", "name": "App", "serves": ["loyal"], "start": "2025-01", "end": "2025-06"}
    return {
        "id": "org",
        "title": "Org",
        "perspectives": [{"id": "customer", "name": "Customer", "objectives": [goal]}],
        "kpis": [{"id": "rate", "name": "Repeat rate", "targets": [{"period": "2025-12", "value": 3}]}],
        "initiatives": [work],
        "people": [{"id": "kim", "name": "Kim"}],
    } | keys


def renamed(**keys: str) -> dict[str, Any]:
    """The scorecard where the only element of a kind has another id."""
    text = json.dumps(card())
    for old, new in keys.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    changed: dict[str, Any] = json.loads(text)
    return changed


def with_was(one: dict[str, Any], former: dict[str, str]) -> dict[str, Any]:
    """The scorecard with an earlier id beside each of these."""
    text = json.dumps(one)
    for now, was in former.items():
        text = text.replace(f'"id": "{now}"', f'"id": "{now}", "was": ["{was}"]')
    changed: dict[str, Any] = json.loads(text)
    return changed


def files(root: Path, one: dict[str, Any], named: str = "rate") -> Path:
    """The project with this scorecard, whose data names a KPI so."""
    return write(root, {"scorecard/a.yml": json.dumps(one), "data/a.csv": FIGURES.format(named, named)})


def lines(root: Path, code: str = "BSC122") -> list[str]:
    """What the check says under a rule."""
    return [str(each) for each in examine(Order(root, DAY)).problems if each.code == code]


FORMER = {"rate": "share", "loyal": "retain", "customer": "clients", "app": "program", "kim": "ann"}


def test_every_address_of_an_earlier_id_leads_on(tmp_path: Path) -> None:
    """From the page by a plain link, and the data files are there once more; nothing of it is listed anywhere."""
    files(tmp_path, with_was(card(), FORMER), "share")
    outcome = build_site(Order(tmp_path, DAY), Delivery(tmp_path / "site"))
    assert outcome.published is not None, outcome.problems
    site = tmp_path / "site"
    for old, new in (
        ("kpis/share", "rate"),
        ("objectives/retain", "loyal"),
        ("perspectives/clients", "customer"),
        ("initiatives/program", "app"),
        ("people/ann", "kim"),
    ):
        page = (site / old / "index.html").read_text(encoding="utf-8")
        assert f'<a href="../{new}/index.html">' in page
        assert f'content="0; url=../{new}/index.html"' in page
        assert '<meta name="robots" content="noindex">' in page
        for listed in ("search/search_index.json", "sitemap.xml"):
            assert f"{old}/" not in (site / listed).read_text(encoding="utf-8")
    for path in ("api/v1/kpis/{}.json", "data/{}.csv", "badges/{}.svg", "kpis/{}/feed.xml"):
        assert (site / path.format("share")).read_bytes() == (site / path.format("rate")).read_bytes()
    assert (site / "people/ann/feed.xml").read_bytes() == (site / "people/kim/feed.xml").read_bytes()


def test_an_earlier_address_goes_on_to_show_the_picture_of_its_page(tmp_path: Path) -> None:
    """In messages that were sent before, and where the earlier address is shared once more."""
    below = with_was(card(id="shop", title="Shop", parent="top"), {"rate": "share"}) | {"was": ["store"]}
    write(tmp_path, {"scorecard/top.yml": json.dumps({"id": "top", "title": "Top"})})
    write(tmp_path, {"mkdocs.yml": "site_name: Org\nsite_url: https://example.org/bsc/\ntheme: {name: material}\n"})
    files(tmp_path, below)
    outcome = build_site(Order(tmp_path, DAY), Delivery(tmp_path / "site"))
    assert outcome.published is not None, outcome.problems
    pictures = tmp_path / "site" / "assets" / "previews"
    drawn = (pictures / "s/shop/kpis/rate/index.png").read_bytes()
    for old in ("s/shop/kpis/share", "s/store/kpis/share", "s/store/kpis/rate"):
        assert (pictures / old / "index.png").read_bytes() == drawn
        page = (tmp_path / "site" / old / "index.html").read_text("utf-8")
        assert (
            '<meta property="og:image" content="https://example.org/bsc/assets/previews/s/shop/kpis/rate/index.png">'
        ) in page
        assert '<meta property="og:title" content="Repeat rate">' in page
        assert '<meta property="og:url" content="https://example.org/bsc/s/shop/kpis/rate/">' in page


def test_a_scorecard_with_another_id_leads_on_from_all_its_addresses(tmp_path: Path) -> None:
    """Those of its elements too, also under their own earlier ids."""
    below = with_was(card(id="shop", title="Shop", parent="top"), {"rate": "share"}) | {"was": ["store"]}
    write(tmp_path, {"scorecard/top.yml": json.dumps({"id": "top", "title": "Top"})})
    files(tmp_path, below)
    assert build_site(Order(tmp_path, DAY), Delivery(tmp_path / "site")).published is not None
    for old, way in (("s/store", "../shop"), ("s/store/kpis/share", "../../../shop/kpis/rate")):
        page = (tmp_path / "site" / old / "index.html").read_text(encoding="utf-8")
        assert f'<a href="{way}/index.html">' in page
    assert (tmp_path / "site/s/store/api/v1/scorecard.json").is_file()


def test_rows_that_name_the_earlier_id_are_read_and_contradict_the_new_one(tmp_path: Path) -> None:
    root = files(tmp_path, with_was(card(), {"rate": "share"}), "Share")
    assert len(examine(Order(root, DAY)).series["rate"].observations) == 2
    assert explained(Order(root, DAY), "share").lines[0].startswith("Repeat rate: ")
    write(root, {"data/b.csv": "kpi,period,value\nrate,2025-02,7\nrate,2025-03,8\n"})
    (line,) = lines(root, "BSC313")
    assert "a second figure of 'rate' for 2025-02: 7, but 2 in row 3 of data/a.csv" in line


def test_an_id_that_is_gone_is_told_with_the_line_to_write(tmp_path: Path) -> None:
    """Against the last commit; what has taken its place under another id and with the same name is named."""
    root = files(begun(tmp_path), card())
    commit(root, "2025-06-20")
    moved = renamed(rate="share")
    (line,) = lines(files(root, moved, "share"))
    assert line.startswith("scorecard/a.yml:1:")
    assert "BSC122 warning kpis[0]: the KPI 'rate' is gone, and 'share' is new; if it is the same, write" in line
    assert "`was: [rate]`" in line
    assert lines(files(root, with_was(moved, {"share": "rate"}), "share")) == []
    (line,) = lines(files(root, card(initiatives=[])))
    assert "the initiative 'app' is gone, and its addresses with it" in line


def test_an_id_of_the_site_that_stands_is_told_too(tmp_path: Path) -> None:
    """People as well, of whom only the page is known; an address that leads on is no loss when it goes."""
    root = files(tmp_path, with_was(card(), {"loyal": "retain"}))
    assert build_site(Order(root, DAY), Delivery(root / "build" / "site")).published is not None
    assert lines(root) == []
    (objective, person) = lines(files(root, renamed(kim="kit", loyal="faithful")))
    assert "the objective 'loyal' is gone, and 'faithful' is new" in objective
    assert "the person 'kim' is gone, and 'kit' is new" in person
