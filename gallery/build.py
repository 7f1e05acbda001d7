"""Builds every scorecard of the gallery and the page that shows them: `python gallery/build.py build/site/gallery`."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bsc_site.publish.engine.generated_settings import POLICY_HOOK, SCRIPT_ORIGIN

HERE = Path(__file__).parent
NAMES = ("city", "charity", "hospital", "nation")
"""The scorecards, each a project in the folder of its name, in the order of the page."""
STORY_TOLD_ON = "2026-11-05"
"""The day up to which the figures of all of them tell their story."""


def build(out: Path, site_url: str, source: str) -> None:
    """Each scorecard below `out`, in a folder of its name, and the page of all in `out` itself."""
    for name in NAMES:
        address = ["--site-url", f"{site_url}/{name}/"] if site_url else []
        where = ["--as-of", STORY_TOLD_ON, "--out", str(out / name)]
        run("bsc_site", "-C", str(HERE / name), "check", "--strict", "--as-of", STORY_TOLD_ON)
        run("bsc_site", "-C", str(HERE / name), "build", *where, *address)
    with tempfile.TemporaryDirectory() as folder:
        page(Path(folder), source)
        run("mkdocs", "build", "--quiet", "--config-file", f"{folder}/mkdocs.yml")
        shutil.copytree(Path(folder) / "site", out, dirs_exist_ok=True)


def page(folder: Path, source: str) -> None:
    """What the engine makes the page of: the README beside this file, with its pictures."""
    docs = folder / "docs"
    docs.mkdir()
    shutil.copyfile(HERE / "page.yml", folder / "mkdocs.yml")
    for hook in (SCRIPT_ORIGIN, POLICY_HOOK):
        shutil.copyfile(hook, folder / hook.name)
    text = (HERE / "README.md").read_text(encoding="utf-8")
    (docs / "index.md").write_text(sourced(text, source), encoding="utf-8")
    shutil.copytree(HERE / "pictures", docs / "pictures")


def sourced(text: str, source: str) -> str:
    """The page with its links to files of the repository leading to `source`; without one they are plain words."""
    leads = r"[\1](" + source + r"/\2)" if source else r"\1"
    return re.sub(r"\[([^]]+)]\(([\w/]+/README\.md)\)", leads, text)


def run(module: str, *arguments: str) -> None:
    """The program, to its end. Raises CalledProcessError where it finds something."""
    subprocess.run([sys.executable, "-m", module, *arguments], check=True)


def main() -> None:
    """What is asked for on the command line."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("out", type=Path, help="the folder of the finished sites")
    asked.add_argument("--site-url", default="", help="where that folder will stand")
    asked.add_argument("--source", default="", help="where the folder gallery/ of the repository can be read")
    chosen = asked.parse_args()
    build(chosen.out.resolve(), chosen.site_url.rstrip("/"), chosen.source.rstrip("/"))


if __name__ == "__main__":
    main()
