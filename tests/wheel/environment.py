"""An environment as a user's: the wheel, what it needs, and the program started without anything else."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.builders.program import Ran
from tests.wheel.kept import pip


@dataclass(frozen=True)
class Environment:
    """A virtual environment and an empty home; nothing of this process or of the repository reaches into it."""

    folder: Path
    home: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    @property
    def variables(self) -> dict[str, str]:
        """All that a program which is started in it knows of the machine."""
        return {"PATH": str(self.folder / "bin"), "HOME": str(self.home)}

    def bsc_site(self, *arguments: object, cwd: Path) -> Ran:
        """`bsc-site` with these arguments, run in the folder `cwd` to its end."""
        return self._run([self.folder / "bin" / "bsc-site", *arguments], cwd)

    def told(self, code: str) -> str:
        """What a line of Python prints in it."""
        done = self._run([self.python, "-c", code], self.home)
        assert done.code == 0, done.err
        return done.out.strip()

    def _run(self, command: list[object], cwd: Path) -> Ran:
        done = subprocess.run(
            [str(each) for each in command],
            cwd=cwd,
            env=self.variables,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=600,
        )
        return Ran(done.returncode, done.stdout, done.stderr)


def environment(folder: Path, wheel: Path, packages: Path, *, with_pip: bool = False) -> Environment:
    """A new environment in `folder` that holds the wheel alone and finds what it needs in `packages`."""
    command = [sys.executable, "-m", "venv", *([] if with_pip else ["--without-pip"]), str(folder / "venv")]
    subprocess.run(command, check=True)
    site = next((folder / "venv").glob("lib/python*/site-packages"))
    (site / "packages.pth").write_text(f"{packages}\n", encoding="utf-8")
    pip("--python", folder / "venv" / "bin" / "python", "install", "--no-deps", "--no-index", wheel)
    (folder / "home").mkdir()
    return Environment(folder / "venv", folder / "home")
