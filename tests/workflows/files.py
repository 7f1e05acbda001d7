"""The workflows of this repository and the one that a new project gets, read as data, and their shell lines run."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
OWN = ROOT / ".github" / "workflows"
PRESET = ROOT / "bsc_site" / "publish" / "presets" / "common" / "_github" / "workflows" / "site.yml"
SITES = (OWN / "site.yml", PRESET)
COMMENTS = (OWN / "comment.yml", PRESET.with_name("comment.yml"))
"""The workflows that write into a pull request; they check out nothing."""
LARGE = ROOT / "docs" / "guide" / "large-site.yml"
"""The workflow of a site that is built in parts, to be copied from the guide."""
OWN_ONES = tuple(OWN / f"{name}.yml" for name in ("audit", "comment", "release", "site", "tests"))
EVERY = (*OWN_ONES, COMMENTS[1], PRESET, LARGE)


def name_of(path: Path) -> str:
    """The path from the top of the repository, to tell tests apart."""
    return path.relative_to(ROOT).as_posix()


def workflow(path: Path) -> dict[str, Any]:
    """What the file says, all of it texts, so that `on` stays a text."""
    return dict(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))  # noqa: S506  # builds nothing but texts


def steps(path: Path, job: str = "") -> list[dict[str, Any]]:
    """The steps of a job, or of all jobs, in order."""
    jobs = workflow(path)["jobs"]
    return [step for name, each in jobs.items() if job in {"", name} for step in each.get("steps", ())]


def step(path: Path, job: str, name: str) -> dict[str, Any]:
    """The one step of this name."""
    (found,) = (each for each in steps(path, job) if each.get("name") == name)
    return found


@dataclass(frozen=True)
class Ran:
    """What a shell line left: its exit code, what it printed, and the summary of the job."""

    code: int
    out: str
    summary: str


def run_step(found: dict[str, Any], folder: Path, **environment: str) -> Ran:
    """The shell lines of a step, run in `folder` as GitHub runs them, with programs in its `bin` before all others."""
    summary = folder / "summary.md"
    summary.touch()
    fixed = {
        **os.environ,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(summary),
        **environment,
    }
    done = subprocess.run(
        ["bash", "-e", "-c", found["run"]],  # noqa: S607  # bash of the path
        cwd=folder,
        env=fixed,
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout + done.stderr, summary.read_text(encoding="utf-8"))


def program(folder: Path, name: str) -> None:
    """A program that prints its name and each of its arguments, in angle brackets."""
    path = folder / "bin" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\nprintf '{name}'; printf ' <%s>' \"$@\"; echo\n")
    path.chmod(0o755)
