"""The site's script: modules that import from each other become one classic script, which also runs from a disk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bsc_site.model.value_class import dataclass
from bsc_site.publish.publication.source_flaw import SourceFlawError

_SILENT = re.compile(
    r"""
    (?P<comment> /\*(?!!).*?\*/ | //[^\n]* )
  | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | `(?:[^`\\]|\\.)*`
  | (?:[(,=:\[!&|?{;] | => | \breturn) \s* /(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*
    """,
    re.VERBOSE | re.DOTALL,
)
"""Comments, texts and patterns: words in them are no statements."""
_GAP = re.compile(rf"{_SILENT.pattern} | (?P<gap> [ \t]*\n (?:[ \t]*\n)+ )", re.VERBOSE | re.DOTALL)
_WORD = re.compile(r"(?<![.\w$])(?:import|export)\b(?!\s*:)")
_IMPORT = re.compile(r"""import\s*\{(?P<names>[^{}]*)\}\s*from\s*(["'])\./(?P<file>[\w.-]+)\2[ \t]*;?""")
_EXPORT = re.compile(r"export\s+(?=(?:async\s+)?(?:function\b\s*\*?|class\b|const\b)\s*(?P<name>[A-Za-z_$][\w$]*))")
_NAME = re.compile(r"(?P<name>[A-Za-z_$][\w$]*)(?:\s+as\s+(?P<here>[A-Za-z_$][\w$]*))?")
_FORMS = '`import { name } from "./file.js";` and `export` before a function, a class or a const'


@dataclass(frozen=True)
class _Import:
    """`import { name as here } from "./file.js"`: names there to names here, and the line."""

    file: str
    names: tuple[tuple[str, str], ...]
    line: int


@dataclass(frozen=True)
class _Module:
    """A module taken apart: its code without comments, imports and exports, and what these said."""

    file: str
    code: str
    imports: tuple[_Import, ...]
    exports: tuple[str, ...]


@dataclass(frozen=True)
class Joined:
    """One file made of several: its text, and the names of those that are in it, in their order."""

    text: str
    files: tuple[str, ...]


def joined_script(entry: str, sources: Mapping[str, str]) -> Joined:
    """The script `entry` with every module that it needs, each before those that import it and in a scope of its own.

    `sources` are texts by file name. Comments that have lines of their own are left out, unless they begin with `/*!`.

    Raises SourceFlawError for statements other than the two forms of import and export that are joined, for a file or
    name that is not there, and for modules that need each other in a circle.
    """
    modules = _in_order(entry, sources)
    places = {module.file: number for number, module in enumerate(modules, 1)}
    texts = "".join(_scoped(module, places) for module in modules)
    return Joined(f'(function () {{\n"use strict";\n{texts}}})();\n', tuple(places))


def _in_order(entry: str, sources: Mapping[str, str]) -> list[_Module]:
    """The modules, what is imported before who imports it."""
    done: dict[str, _Module] = {}

    def take(file: str, above: tuple[str, ...]) -> None:
        module = _taken_apart(file, sources[file])
        for each in module.imports:
            if each.file not in sources:
                raise SourceFlawError(file, each.line, f"there is no {each.file} in assets/ to import from")
            if each.file in (*above, file):
                circle = " > ".join((*above, file, each.file))
                raise SourceFlawError(file, each.line, f"the modules import each other in a circle: {circle}")
            if each.file not in done:
                take(each.file, (*above, file))
            _must_export(file, each, done[each.file])
        done[file] = module

    take(entry, ())
    return list(done.values())


def _must_export(file: str, wanted: _Import, module: _Module) -> None:
    missing = [name for name, _ in wanted.names if name not in module.exports]
    if missing:
        offered = ", ".join(module.exports) or "nothing"
        raise SourceFlawError(file, wanted.line, f"{module.file} does not export {', '.join(missing)}, but {offered}")


def _taken_apart(file: str, text: str) -> _Module:
    bare = _without_comments(text)
    shown = _SILENT.sub(lambda part: re.sub(r"[^\n]", " ", part[0]), bare)
    imports, exports, pieces, end = list[_Import](), list[str](), list[str](), 0
    for word in _WORD.finditer(shown):
        line = bare.count("\n", 0, word.start()) + 1
        found = _statement(bare, word.start())
        if found is None:
            raise SourceFlawError(file, line, f"only these are joined, at the beginning of a line: {_FORMS}")
        pieces.append(bare[end : found.start()])
        end = found.end()
        if found.re is _EXPORT:
            exports.append(found["name"])
        else:
            imports.append(_Import(found["file"], tuple(_names(found["names"], file, line)), line))
    code = _GAP.sub(lambda part: "\n" if part["gap"] else part[0], "".join((*pieces, bare[end:])))
    return _Module(file, f"{code.strip()}\n", tuple(imports), tuple(exports))


def _without_comments(text: str) -> str:
    """The text with as many lines, those empty that held nothing but a comment."""

    def emptied(part: re.Match[str]) -> str:
        alone = not text[text.rfind("\n", 0, part.start()) + 1 : part.start()].strip()
        after = text[part.end() : (text.find("\n", part.end()) + 1 or len(text) + 1) - 1]
        return "\n" * part[0].count("\n") if part["comment"] and alone and not after.strip() else part[0]

    return _SILENT.sub(emptied, text)


def _statement(text: str, at: int) -> re.Match[str] | None:
    """The statement that begins here, at the beginning of a line; None where it is none that can be joined."""
    begins = at == 0 or text[at - 1] == "\n"
    return (_IMPORT.match(text, at) or _EXPORT.match(text, at)) if begins else None


def _names(listed: str, file: str, line: int) -> Iterator[tuple[str, str]]:
    for each in filter(None, (each.strip() for each in listed.split(","))):
        found = _NAME.fullmatch(each)
        if found is None:
            raise SourceFlawError(file, line, f"'{each}' is no name to import")
        yield found["name"], found["here"] or found["name"]


def _scoped(module: _Module, places: Mapping[str, int]) -> str:
    """The module as a function that is called once; what it exports is kept under its number."""
    taken = "".join(
        f"const {{ {', '.join(f'{name}: {here}' if name != here else name for name, here in each.names)} }} = "
        f"$${places[each.file]};\n"
        for each in module.imports
    )
    given = f"return {{ {', '.join(module.exports)} }};\n" if module.exports else ""
    return f"/*! {module.file} */\nconst $${places[module.file]} = (() => {{\n{taken}{module.code}{given}}})();\n"
