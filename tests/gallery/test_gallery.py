"""Every scorecard of the gallery is sound and complete, is built, and stands on the page that shows them."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from bsc_site.model.vocabularies import Kind
from tests.builders.program import run
from tests.gallery.exhibits import GALLERY, NAMES, STORY_TOLD_ON, concluded, examined, problems_of

EACH = pytest.mark.parametrize("name", NAMES)
README = (GALLERY / "README.md").read_text(encoding="utf-8")
BELOW_BUILD = {"build", ".bsc-cache"}


@EACH
def test_nothing_is_left_to_be_mended(name: str) -> None:
    assert [str(each) for each in problems_of(name)] == []


@EACH
def test_what_is_silenced_says_why(name: str) -> None:
    checks = chain.from_iterable(each.checks for each in examined(name).health.values())
    reasons = {each.because for check in checks for each in check.silenced}
    assert [each for each in reasons if len(each.split()) < 6] == []
    assert reasons


@EACH
def test_it_shows_what_a_scorecard_needs(name: str) -> None:
    """Arrows with reasons, both kinds of KPI, dated targets, benchmarks, owners, initiatives, reviews that decide."""
    found = concluded(name)
    root = found.project.root
    drives = [drive for objective in root.objectives.values() for drive in objective.drives]
    kpis = list(found.project.kpis.values())
    assert root.mission
    assert root.vision
    assert root.value_proposition is not None
    assert len(drives) > len(root.objectives) / 2
    assert all(drive.because for drive in drives)
    assert {each.kind for each in kpis} == {Kind.LEADING, Kind.LAGGING}
    owners = [[each.owner for each in parts] for parts in (kpis, root.objectives.values(), root.initiatives)]
    assert all(chain.from_iterable(owners))
    assert [each.benchmark for each in kpis if each.benchmark]
    assert any(review.decisions for review in root.reviews)
    assert any(each.budget for each in root.initiatives)


@EACH
def test_every_benchmark_is_marked_as_invented(name: str) -> None:
    sources = [each.benchmark.source for each in concluded(name).project.kpis.values() if each.benchmark]
    assert [each for each in sources if "(invented)" not in (each or "")] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "nation"])
def test_some_arrows_are_borne_out_by_the_figures_and_others_are_not(name: str) -> None:
    """Figures that come once a year can test none."""
    arrows = [each for card in concluded(name).scorecards.values() for each in card.evidence]
    assert len({each.grade for each in arrows}) > 1


@EACH
def test_it_stands_on_the_page_of_the_gallery_with_a_picture_and_its_files(name: str) -> None:
    assert f"](pictures/{name}.png)]({name}/)" in README
    assert f"]({name}/README.md)" in README
    assert (GALLERY / "pictures" / f"{name}.png").stat().st_size < 120_000


def test_the_figures_are_those_that_the_script_makes(tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from make_data import written; written(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=GALLERY, check=True)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.*")}
    kept = {path.relative_to(GALLERY): path.read_bytes() for name in NAMES for path in GALLERY.glob(f"{name}/data/*")}
    assert made == kept


@EACH
def test_it_is_small(name: str) -> None:
    files = [path for path in (GALLERY / name).rglob("*") if path.is_file()]
    sizes = [path.stat().st_size for path in files if not BELOW_BUILD & set(path.relative_to(GALLERY).parts)]
    assert sum(sizes) < 200_000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gallery as it is published."""
    out = tmp_path_factory.mktemp("gallery")
    command = [sys.executable, str(GALLERY / "build.py"), str(out), "--source", "https://code.example/gallery"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.mark.slow
def test_the_gallery_is_built_and_every_address_on_its_page_is_there(site: Path) -> None:
    """A build follows every link of a scorecard before it publishes; those between the sites are followed here."""
    page = (site / "index.html").read_text(encoding="utf-8")
    addresses = re.findall(r'(?:href|src)="?([^" >]+)', page)
    near = {each.partition("#")[0] for each in addresses if not each.startswith(("https:", "data:", "#"))} - {"", "."}
    assert {f"{name}/" for name in NAMES} <= near
    assert [each for each in near if not (site / each).exists()] == []
    assert [each for each in addresses if re.match(r"https?:", each)] == [
        f"https://code.example/gallery/{name}/README.md" for name in re.findall(r"\((\w+)/README\.md\)", README)
    ]


@EACH
@pytest.mark.slow
def test_its_home_page_and_map_are_published(site: Path, name: str) -> None:
    pages = ("index.html", "map/index.html", "about.html", "evidence/index.html", "api/v1/scorecard.json")
    assert [each for each in pages if not (site / name / each).is_file()] == []


@pytest.mark.slow
def test_each_can_be_copied_as_the_page_says(tmp_path: Path) -> None:
    command = re.findall(r"^cp -r (gallery/\w+) (\S+)$", README, re.MULTILINE)
    ((_, folder),) = command
    subprocess.run(["cp", "-r", str(GALLERY / "city"), str(tmp_path / folder)], check=True)  # noqa: S607  # of the path
    assert run("-C", tmp_path / folder, "check", "--as-of", STORY_TOLD_ON).code == 0
