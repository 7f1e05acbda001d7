"""Own pages in several languages: of files such as `guide.md` and `guide.fr.md` those of one site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from bsc_site.publish.site_language import SiteLanguage


def own_in(files: Mapping[str, Path], language: SiteLanguage) -> dict[str, Path]:
    """The project's own files by their paths in the site of one language.

    `guide.fr.md` stands on the French site in the place of `guide.md`, and on no other. In a site in one language every
    file is what it is called.
    """
    marked = {path: found for path in files if (found := _marked(path, language.codes)) is not None}
    plain = {path: file for path, file in files.items() if path not in marked}
    return plain | {to: files[path] for path, (to, code) in marked.items() if code == language.code}


def _marked(path: str, codes: tuple[str, ...]) -> tuple[str, str] | None:
    """The path without the code of a language before its ending, and that code; None where it has none."""
    whole = PurePosixPath(path)
    *before, code, ending = whole.name.split(".") if whole.name.count(".") > 1 else ("", "", "")
    return (whole.with_name(".".join((*before, ending))).as_posix(), code) if code in codes else None
