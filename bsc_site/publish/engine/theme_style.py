"""The style sheet of every page, completed: what pages need of the theme's sheets stands before our own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from bsc_site.publish.disk.file_changes import Disk

_SHEETS = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
"""Where the theme has its sheets, in the order in which its pages load them; frame_hook.py takes their links away."""
_ALWAYS = frozenset({"js", "no", "headerlink", "focus"})
"""Families of classes that pages have besides those of the theme's own parts, which begin with `md-`."""
_PARTS_OF_SOME = frozenset(
    {"annotation", "author", "banner", "consent", "draft", "feedback", "meta", "option", "pagination", "path", "post"}
    | {"pin", "profile", "progress", "select", "social", "source", "status", "tag", "tags", "version"}
)
"""Parts of the theme (`md-author`) that stand only in pages of projects that ask for them, on the home page too."""
_MADE = {"md-annotation": re.compile(r"\bannotate\b(?!\": null)"), "md-version": re.compile(r'"version": \{')}
"""What the theme's script makes where the text of a page asks for it: notes in code, and a choice of versions."""
_TEXT = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_BRACE = re.compile(rf"{_TEXT}|/\*.*?\*/|(?P<brace>[{{}};])", re.DOTALL)
_COMMENT = re.compile(rf"({_TEXT})|/\*.*?\*/", re.DOTALL)
_SEPARATOR = re.compile(rf"{_TEXT}|(?P<sign>[(),\[\]])")
_CLASS = re.compile(r"\.((?:[A-Za-z_-]|\\.)(?:[\w-]|\\.)*)")
_CLASSES = re.compile(r"""class=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_PART = re.compile(r"--?|__")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_ICON = re.compile(rf"(?P<name>--md-[\w-]*icon[\w-]*)\s*:\s*url\((?:{_TEXT}|[^()\"']*)\)\s*;?")
_CHOICE = re.compile(r":(?:not|is|where|has)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_GROUPS = ("@media", "@supports", "@layer", "@container")


def complete_style(site: Path, style: str, pages: Iterable[str], scripts: Iterable[str], disk: Disk) -> None:
    """Puts the theme's sheets before the sheet at the path `style`, without rules for classes that no page has.

    `pages` are the project's own HTML files and the home page, `scripts` the project's own: what Markdown of theirs
    may be dressed by is found there. Generated pages have classes of the theme's own parts, which always stay. Nothing
    where the theme has no such sheets.
    """
    sheets = [found for pattern in _SHEETS for found in sorted(site.glob(pattern))]
    if not sheets or not (site / style).is_file():
        return
    ours = (site / style).read_text("utf-8", "surrogateescape")
    texts = [path.read_text("utf-8", "replace") for each in pages if (path := site / each).is_file()]
    codes = [path.read_text("utf-8", "replace") for each in scripts if (path := site / each).is_file()]
    words = _classes(texts) | {word for code in codes for word in _WORD.findall(code)}
    theirs = "".join(narrowed(path.read_text("utf-8"), words) for path in sheets)
    whole = _without_idle_icons(theirs, "".join((ours, *texts, *codes))) + ours
    disk.write(site / style, whole.encode("utf-8", "surrogateescape"))


def _classes(texts: Sequence[str]) -> set[str]:
    words = {word for text in texts for found in _CLASSES.findall(text) for each in found for word in each.split()}
    return words | {made for made, sign in _MADE.items() if any(sign.search(text) for text in texts)}


def narrowed(sheet: str, words: Collection[str]) -> str:
    """The sheet without selectors that ask for a class of which `words` has none of the family.

    Words are of one family that begin alike up to a hyphen: where a page has tabs, all about tabs stays. So do the
    classes of the theme's own parts (`md-nav`), but for those that only some projects have.
    """
    families = _ALWAYS | {_family(word) for word in words}
    return "".join(_kept(_rules(_COMMENT.sub(lambda found: found[1] or "", sheet)), families))


def _family(word: str) -> str:
    """`tabbed` of `tabbed-set`, `md-post` of `md-post__title`."""
    return "-".join(_PART.split(word)[: 2 if word.startswith("md-") else 1])


def _rules(sheet: str) -> Iterator[tuple[str, str | None]]:
    """What stands before each block, and the block; None for a statement without one."""
    depth, start, opened = 0, 0, 0
    for found in _BRACE.finditer(sheet):
        if found["brace"] == "{":
            opened = opened if depth else found.end()
            depth += 1
        elif found["brace"] == "}":
            depth -= 1
            if not depth:
                yield sheet[start : opened - 1], sheet[opened : found.start()]
                start = found.end()
        elif found["brace"] and not depth:
            yield sheet[start : found.start()], None
            start = found.end()


def _kept(rules: Iterable[tuple[str, str | None]], families: Collection[str]) -> Iterator[str]:
    for before, block in rules:
        if block is None:
            yield f"{before};"
        elif before.lstrip().startswith(_GROUPS):
            inside = "".join(_kept(_rules(block), families))
            if inside:
                yield f"{before}{{{inside}}}"
        elif before.lstrip().startswith("@"):
            yield f"{before}{{{block}}}"
        else:
            selectors = ",".join(each for each in _selectors(before) if _may_fit(each, families))
            if selectors:
                yield f"{selectors}{{{block}}}"


def _selectors(listed: str) -> Iterator[str]:
    depth, start = 0, 0
    for found in _SEPARATOR.finditer(listed):
        if found["sign"] in ("(", "["):
            depth += 1
        elif found["sign"] in (")", "]"):
            depth -= 1
        elif found["sign"] == "," and not depth:
            yield listed[start : found.start()]
            start = found.end()
    yield listed[start:]


def _may_fit(selector: str, families: Collection[str]) -> bool:
    """Whether some element may have all its classes; those in a choice, as `:is(..)`, are none that it must have."""
    needed = _CLASS.findall(_CHOICE.sub("", selector))
    return all(_family(each) in families or _is_of_theme(each) for each in needed)


def _is_of_theme(name: str) -> bool:
    """Whether it belongs to a part of the theme that stands in every page, or that a script may put there."""
    return name.startswith("md-") and _PART.split(name[3:])[0] not in _PARTS_OF_SOME


def _without_idle_icons(sheet: str, others: str) -> str:
    """The sheet without pictures that neither it nor `others` use."""
    used = set(re.findall(r"var\(\s*(--md-[\w-]+)", sheet)) | set(re.findall(r"--md-[\w-]+", others))
    return _ICON.sub(lambda found: found[0] if found["name"] in used else "", sheet)
