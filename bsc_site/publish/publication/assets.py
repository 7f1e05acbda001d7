"""The site's own style sheets, scripts and pictures: the packaged ones, each replaceable by the project's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from bsc_site.model.failure import InputError
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass
from bsc_site.publish.publication.joined_script import Joined, joined_script
from bsc_site.publish.publication.joined_style import joined_style
from bsc_site.publish.publication.script_words import with_translations
from bsc_site.publish.publication.source_flaw import SourceFlawError

FOLDER = "assets/bsc-site"
SCRIPT, STYLE = "site.js", "site.css"
"""The script and the style sheet of every page: the sources of these names say what else is in them."""
EMBED = "embed.css"
"""The style sheet of embedded charts, likewise."""
LATER = "later-"
"""How the names of scripts begin that wait until something asks for them."""
_SOURCES = "docs_templates/assets"


@dataclass(frozen=True)
class Assets:
    """Files by their path in the site, and which of them every page loads, in their order."""

    files: Mapping[str, bytes]
    css: tuple[str, ...]
    javascript: tuple[str, ...]


Join: TypeAlias = "Callable[[str, Mapping[str, str]], Joined]"
"""What joins the sources that one of them lists, by its name and the texts of all."""


def assets_in(*template_folders: Path, join_style: Join = joined_style, join_script: Join = joined_script) -> Assets:
    """What stands in `assets/` of these folders; a later folder replaces files of an earlier one by name.

    The script and the style sheet of the site are joined from what theirs import, and so is each script whose name
    begins with `later-`, which no page loads before something asks for it. Other scripts and style sheets
    directly in `assets/` are loaded by every page after them; what lies in a folder below is published, and waits until
    something asks for it. `join_style` joins style sheets, or knows what came of the same ones before; `join_script`
    scripts.

    Raises InputError where the sources cannot be joined.
    """
    found = _found(template_folders)
    sources = {name: _text(content) for name, content in found.items() if "/" not in name}
    sheets = {name: _joined(join_style, name, sources) for name in (STYLE, EMBED) if name in sources}
    scripts = with_translations(sources)
    script = _joined(join_script, SCRIPT, scripts)
    later = {name: _joined(join_script, name, scripts) for name in sources if _is_later(name)}
    taken = {*script.files, *(file for each in (*sheets.values(), *later.values()) for file in each.files)}
    others = {name: content for name, content in found.items() if name not in taken}
    made = {SCRIPT: _bytes(script.text)}
    made |= {name: _bytes(each.text) for name, each in (sheets | later).items()}
    return Assets(
        {f"{FOLDER}/{name}": content for name, content in sorted({**others, **made}.items())},
        css=(f"{FOLDER}/{STYLE}", *_on_every_page(others, ".css")),
        javascript=(f"{FOLDER}/{SCRIPT}", *_on_every_page(others, ".js")),
    )


def _found(template_folders: tuple[Path, ...]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for folder in (each / "assets" for each in template_folders):
        for path in folder.rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def _is_later(name: str) -> bool:
    return name.startswith(LATER) and name.endswith(".js")


def _on_every_page(names: Mapping[str, bytes], ending: str) -> tuple[str, ...]:
    return tuple(f"{FOLDER}/{name}" for name in sorted(names) if name.endswith(ending) and "/" not in name)


def _joined(join: Join, entry: str, sources: Mapping[str, str]) -> Joined:
    try:
        return join(entry, sources)
    except SourceFlawError as flaw:
        place = Place(f"{_SOURCES}/{flaw.file}", flaw.line, 1)
        raise InputError((problem("BSC502", place, flaw.reason),)) from flaw


def _text(content: bytes) -> str:
    """As text, whatever it is: bytes that are none come out as they went in."""
    return content.decode("utf-8", "surrogateescape").removeprefix("\ufeff")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
