"""The check of mkdocs.yml: settings that would break the site or its promise to load nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from yaml.nodes import Node, ScalarNode, SequenceNode

from bsc_site.load.plain_files import misplaced
from bsc_site.load.settings.offered_languages import OFFERED, known, offered_language
from bsc_site.load.settings.own_settings import ENGINES, OwnSettings, pairs, place_of, read_own_settings
from bsc_site.load.settings.page_policy import policy_problems
from bsc_site.load.settings.settings_in_languages import language_text_problems
from bsc_site.load.suggestions import did_you_mean
from bsc_site.model.failure import InputError
from bsc_site.model.problem import Problem
from bsc_site.model.rules import problem
from bsc_site.model.rules.translating.text_languages import NO_CODE
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import settings_sentences as told

_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_TAKEN_FOLDERS = ("build", "scorecard", "data", "docs_templates")


def site_problems(project: Path) -> tuple[Problem, ...]:
    """Everything wrong with the project's mkdocs.yml, its syntax too; raises nothing."""
    try:
        return settings_problems(read_own_settings(project), project)
    except InputError as error:
        return error.problems


def settings_problems(look: OwnSettings, project: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with the project's mkdocs.yml, beyond its syntax."""
    of_settings = (*_docs(look, project), *_files(look, project), *_made(look), *_elsewhere(look))
    return (*of_settings, *policy_problems(look, project))


def _docs(look: OwnSettings, project: Path) -> Iterator[Problem]:
    node, folder = look.get("docs_dir"), (project / look.docs)
    below = folder.resolve().is_relative_to(project.resolve()) and folder.resolve() != project.resolve()
    if not below or folder.resolve().relative_to(project.resolve()).parts[0] in _TAKEN_FOLDERS:
        message = said(told.TAKEN_FOLDER, folder=look.docs)
        yield problem("BSC512", place_of(node), message, "docs_dir")


def _files(look: OwnSettings, project: Path) -> Iterator[Problem]:
    """Own pages, templates and assets that are none of the project's."""
    for folder in dict.fromkeys((look.docs, "docs_templates", look.text("theme", "custom_dir") or "docs_templates")):
        yield from misplaced(project, folder)


def _engine(look: OwnSettings) -> Iterator[Problem]:
    if look.engine not in ENGINES:
        message = said(told.NO_ENGINE, engine=look.engine, one=ENGINES[0], other=ENGINES[1])
        yield problem("BSC516", place_of(look.get("extra", "bsc_site", "engine")), message, "extra.bsc_site.engine")


def _site_id(look: OwnSettings) -> Iterator[Problem]:
    """One that is a list or a mapping, or has nothing in it; a number counts as it is written."""
    key = "extra.bsc_site.id"
    node = look.get(*key.split("."))
    if node is not None and not look.site_id.strip():
        yield problem("BSC525", place_of(node), said(told.NO_SITE_ID), key)


def _made(look: OwnSettings) -> Iterator[Problem]:
    """By what the site is made, how it looks, and in which languages."""
    yield from _engine(look)
    yield from _site_id(look)
    yield from _theme(look)
    yield from _languages(look)
    yield from language_text_problems(look)


def _languages(look: OwnSettings) -> Iterator[Problem]:
    """Codes that nobody knows, and those of languages without a catalogue."""
    key = "extra.bsc_site.languages"
    node = look.get(*key.split("."))
    if node is not None and not isinstance(node, SequenceNode):
        yield problem("BSC029", place_of(node), said(told.NO_LIST_OF_LANGUAGES), key)
    for number, item in enumerate(look.items(*key.split("."))):
        code = item.value if isinstance(item, ScalarNode) else ""
        if not known(code):
            message = said(NO_CODE, code=code, hint=did_you_mean(code, OFFERED))
            yield problem("BSC029", place_of(item), message, f"{key}[{number}]")
        elif offered_language(code) is None:
            message = said(told.NO_CATALOGUE, language=code, offered=", ".join(OFFERED))
            yield problem("BSC520", place_of(item), message, f"{key}[{number}]")


def theme_name(look: OwnSettings) -> str:
    """The theme that the project names; material when it names none."""
    return look.text("theme") or look.text("theme", "name") or "material"


def _theme(look: OwnSettings) -> Iterator[Problem]:
    if theme_name(look) != "material":
        message = said(told.OTHER_THEME, theme=theme_name(look))
        yield problem("BSC517", place_of(look.get("theme")), message, "theme")
    language = look.text("theme", "language")
    if language and offered_language(language) is None:
        message = said(told.NO_CATALOGUE, language=language, offered=", ".join(OFFERED))
        yield problem("BSC520", place_of(look.get("theme", "language")), message, "theme.language")
    font = look.get("theme", "font")
    if font is not None and look.text("theme", "font") != "false":
        message = said(told.FONTS_OF_GOOGLE)
        yield problem("BSC518", place_of(font), message, "theme.font")


def _elsewhere(look: OwnSettings) -> Iterator[Problem]:
    for key in ("extra_css", "extra_javascript"):
        for number, item in enumerate(look.items(key)):
            if _ELSEWHERE.match(_path_of(item)):
                message = said(told.FROM_ANOTHER_HOST, path=_path_of(item))
                yield problem("BSC515", place_of(item), message, f"{key}[{number}]")
    analytics = look.get("extra", "analytics", "provider")
    if analytics is not None:
        message = said(told.VISITS_ARE_SENT)
        yield problem("BSC515", place_of(analytics), message, "extra.analytics.provider")


def _path_of(item: Node) -> str:
    """The path of an entry: `a.js`, or `{path: a.js, defer: true}`."""
    if isinstance(item, ScalarNode):
        return str(item.value)
    return next((str(value.value) for key, value in pairs(item) if key == "path"), "")
