"""The site's own style sheets, scripts and pictures: the packaged ones, each replaceable by the project's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = "assets/bsc-site"


@dataclass(frozen=True)
class Assets:
    """Files by their path in the site; those directly in the assets folder are loaded by every page."""

    files: Mapping[str, bytes]

    @property
    def css(self) -> tuple[str, ...]:
        """The style sheets that every page loads."""
        return self._on_every_page(".css")

    @property
    def javascript(self) -> tuple[str, ...]:
        """The scripts that every page loads; those in a folder below wait until one of these asks for them."""
        return self._on_every_page(".js")

    def _on_every_page(self, ending: str) -> tuple[str, ...]:
        depth = FOLDER.count("/") + 1
        return tuple(sorted(path for path in self.files if path.endswith(ending) and path.count("/") == depth))


def assets_in(*template_folders: Path) -> Assets:
    """What stands in `assets/` of these folders; a later folder replaces files of an earlier one by name."""
    files: dict[str, bytes] = {}
    for folder in (each / "assets" for each in template_folders):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                files[f"{FOLDER}/{path.relative_to(folder).as_posix()}"] = path.read_bytes()
    return Assets(dict(sorted(files.items())))
