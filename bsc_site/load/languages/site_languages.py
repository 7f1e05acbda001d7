"""Site languages: in which languages the texts of a project are, and which of them its site takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bsc_site.load.joining.yaml_files import yaml_paths
from bsc_site.load.plain_files import refusal
from bsc_site.load.settings.offered_languages import SOURCE, base, known
from bsc_site.load.settings.own_settings import read_own_settings
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.failure import InputError

KEY = "languages"


def site_languages(root: Path) -> tuple[str, ...]:
    """The codes of the languages in which the project in the folder `root` is written, as its scorecard or theme says.

    Only files that may name them are read.
    """
    found = []
    for path in yaml_paths(root):
        if refusal(path, root):
            continue  # the problem is told where the scorecard is read
        try:
            data = path.read_bytes()
        except OSError:
            continue  # likewise
        if KEY.encode() in data:
            found.append(read_marked(data, path.name).value)
    return declared_languages(found) or (theme_language(root) or SOURCE,)


def chosen_language(offered: Sequence[str], root: Path) -> str:
    """The language of the site: that of its theme; where that says nothing the first of several sites, or of texts."""
    return theme_language(root) or next(iter((*named_sites(root), *offered)), SOURCE)


def published_languages(root: Path) -> tuple[str, ...]:
    """The languages in which the project has a site, each once; that of the site at the top first, often alone.

    They are those of mkdocs.yml, where it names any, else those of the scorecard at the top.
    """
    named = named_sites(root) or site_languages(root)
    return _top_first(named, chosen_language(named, root))


def languages_of_texts(declared: Sequence[str], root: Path) -> tuple[str, ...]:
    """The languages in which texts are to be there: those that are `declared`, then those of all other sites.

    None where nobody names any: then texts are in one, whatever that is.
    """
    named = named_sites(root)
    sites = _top_first(named or declared, chosen_language(named or declared, root)) if named or declared else ()
    if not declared and len(sites) == 1:
        return ()
    bases = {*map(base, declared)}
    return *declared, *(each for each in sites if base(each) not in bases)


def _top_first(named: Sequence[str], first: str) -> tuple[str, ...]:
    return first, *(each for each in named if each not in {first, base(first)})


def named_sites(root: Path) -> tuple[str, ...]:
    """The languages in which mkdocs.yml asks for a site, each once, as far as they are known."""
    try:
        named = read_own_settings(root).languages
    except InputError:  # the problem is told where the settings are checked
        return ()
    return tuple(dict.fromkeys(each for each in named if known(each)))


def declared_languages(values: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The languages that the scorecard at the top names, each once, by the plain values of all scorecard files."""
    named = [each for each in values if isinstance(each.get(KEY), list)]
    first = next((each for each in named if each.get("parent") is None), named[0] if named else {})
    return tuple(dict.fromkeys(each for each in first.get(KEY, ()) if isinstance(each, str) and known(each)))


def theme_language(root: Path) -> str:
    """The language of the theme in mkdocs.yml; empty where it does not say."""
    try:
        return read_own_settings(root).text("theme", "language") or ""
    except InputError:  # the problem is told where the settings are checked
        return ""
