"""Writes the list of the demo's files anew: `python -m tests.house.demo_list`, after one of them changed."""

from __future__ import annotations

from pathlib import Path

from bsc_site.publish.starting import demo
from bsc_site.publish.starting.demo import DEMO, LIST, digest, generated
from tests.house.repository import FILES, ROOT

PAGE = Path(demo.__file__).parent / LIST


def demo_list() -> str:
    """A line for each file of the demo, its digest first; those that the program can write itself are left out."""
    found = {path.relative_to(ROOT).as_posix(): path for path in FILES if path.relative_to(ROOT).parts[0] in DEMO}
    return "".join(
        f"{digest(found[name].read_bytes())}  {name}\n" for name in sorted(found.keys() - generated().keys())
    )


if __name__ == "__main__":
    PAGE.write_text(demo_list(), encoding="utf-8", newline="\n")
