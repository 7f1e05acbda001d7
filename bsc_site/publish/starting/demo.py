"""The demo company in a copy of the repository: known by its files, replaced by a new project in the same place."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path

from bsc_site.load.schema import scorecard_schema
from bsc_site.model.failure import WrongUse
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Preset
from bsc_site.publish.disk.new_files import write_files
from bsc_site.publish.file_failures import file_failures
from bsc_site.publish.starting.kept_by_git import committed
from bsc_site.publish.starting.new_project import PRESETS, filled, preset_texts, texts_below
from bsc_site.publish.starting.wish import NO_WISH, Wish
from bsc_site.render.rule_book import rule_book

LIST = "demo.sha256"
"""The packaged list of the demo's files; `python -m tests.house.demo_list` writes it anew."""
DEMO = ("scorecard", "data", "pages", "docs", ".github", "mkdocs.yml", "documentation.yml", "README.md", "Makefile")
"""What speaks of the demo company, shows and publishes it, and the documentation of the program."""
WORKSHOP = (
    *("tests", "benchmarks", "gallery", ".ci", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"),
    "constraints-hashes.txt",
)
"""What proves, develops and shows the program: it works on the demo and others, and a site needs none of it."""
PROGRAM = ("bsc_site", "docs_templates", "pyproject.toml", "constraints.txt")
"""What a copy needs to install the program from itself, so that its site can be built before any release."""
STAYS = ("LICENSE", ".gitignore")
"""What holds for the program and for the new project alike."""
_HOMES = ("scorecard", "data")
_README = "README.md"


@dataclass(frozen=True, slots=True)
class Replaced:
    """What became of the copy: the files that were written, those that are gone, and those that stand as before.

    Of the gone and the kept, names below the folder.
    """

    written: tuple[Path, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]


def replace_demo(folder: Path, preset: Preset, as_of: date, wish: Wish = NO_WISH) -> Replaced:
    """A new project in the place of the demo; the program stays and is what the project installs.

    Only files go that are exactly the demo's, and of the workshop those that git keeps.

    Raises WrongUse, with nothing changed, where there is no demo, or where scorecard/ and data/ hold files of somebody
    else. Raises MachineError when the disk refuses.
    """
    texts = {name: text.encode() for name, text in _texts(preset, as_of, wish).items()}
    with file_failures(folder):
        demo = _demo_in(folder)
        _refuse_others(folder, demo, texts)
        own = {name for name in {*texts, *_known()} - demo if _is_own(folder / name, texts.get(name))}
        gone = {*demo, *committed(folder, WORKSHOP)} - texts.keys()
        written = write_files(folder, {name: text for name, text in texts.items() if name not in own})
        _remove(folder, gone)
        left = {name for name in WORKSHOP if (folder / name).exists()}
    return Replaced(written, tuple(sorted(gone)), tuple(sorted(own | left)))


def demo_digests() -> dict[str, str]:
    """Path of each file of the demo (POSIX) to its digest, as far as the program does not write the file itself."""
    lines = (files("bsc_site.publish.starting") / LIST).read_text(encoding="utf-8").splitlines()
    return {name: found for found, _, name in (line.partition("  ") for line in lines)}


def digest(content: bytes) -> str:
    """The same for a text with the line ends of any system."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def generated() -> dict[str, bytes]:
    """The files of the demo that the program can write anew."""
    schema = json.dumps(scorecard_schema(), ensure_ascii=False, indent=2) + "\n"
    return {"scorecard/schema.json": schema.encode(), "docs/reference/rules.md": rule_book().encode()}


def _texts(preset: Preset, as_of: date, wish: Wish) -> dict[str, str]:
    """The files of the preset, with those that a project beside the program has for its own."""
    here = texts_below(PRESETS / "here")
    texts = preset_texts(preset, as_of, wish)
    return {name: text for name, text in texts.items() if name not in STAYS} | {
        name: filled(text, as_of) if name != _README else texts[_README] + text for name, text in here.items()
    }


def _demo_in(folder: Path) -> frozenset[str]:
    """The files in the folder that are exactly the demo's. Raises WrongUse where none of its scorecard and data is."""
    missing = next((name for name in PROGRAM if not (folder / name).exists()), None)
    if missing:
        raise _no_demo(
            missing, "is not here, so this is no copy of the repository of bsc-site; use `bsc-site init DIR`"
        )
    demo = frozenset(name for name, found in _known().items() if _is(folder / name, found))
    if not any(name.partition("/")[0] in _HOMES for name in demo - generated().keys()):
        raise _no_demo(_HOMES[0], "the demo does not stand here any more; what is here is yours and stays")
    return demo


def _known() -> dict[str, str]:
    """Path of every file of the demo to its digest."""
    return demo_digests() | {name: digest(content) for name, content in generated().items()}


def _no_demo(name: str, message: str) -> WrongUse:
    return WrongUse((problem("BSC920", Place(name), message),))


def _refuse_others(folder: Path, demo: frozenset[str], texts: Mapping[str, bytes]) -> None:
    """Files of somebody else would be mixed with those of the new project."""
    listed = demo_digests()
    others = [name for name in _below_homes(folder) if name not in demo and _is_own(folder / name, texts.get(name))]
    if others:
        raise WrongUse(tuple(problem("BSC921", Place(name), _other_words(name, listed)) for name in others))


def _other_words(name: str, listed: Mapping[str, str]) -> str:
    which = "is not as the demo has it" if name in listed else "is none of the demo's files"
    return f"{which}; move it out of {name.partition('/')[0]}/, or delete it, and run init --here again"


def _below_homes(folder: Path) -> Iterator[str]:
    """Every file of the scorecard and its data, without what editors, Python and the system leave behind."""
    for home in _HOMES:
        for path in sorted((folder / home).rglob("*")):
            parts = path.relative_to(folder).parts
            left_behind = any(part.startswith((".", "~$")) or part == "__pycache__" for part in parts)
            if not left_behind and (path.is_symlink() or not path.is_dir()):
                yield "/".join(parts)


def _is(path: Path, known: str) -> bool:
    return path.is_file() and digest(path.read_bytes()) == known


def _is_own(path: Path, new: bytes | None) -> bool:
    """Whether something stands there that is not what is about to be written."""
    return (path.exists() or path.is_symlink()) and not (new is not None and _is(path, digest(new)))


def _remove(folder: Path, names: Iterable[str]) -> None:
    """The files, and the folders that are empty then; last those by which the demo is known, if this is killed."""
    above: set[Path] = set()
    for name in sorted(names, key=lambda each: (each.partition("/")[0] in _HOMES, each)):
        (folder / name).unlink(missing_ok=True)
        above.update((folder / name).parents[: name.count("/")])
    for each in sorted(above, key=lambda path: len(path.parts), reverse=True):
        shutil.rmtree(each / "__pycache__", ignore_errors=True)
        if each.is_dir() and not any(each.iterdir()):
            each.rmdir()
