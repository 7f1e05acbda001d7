"""The material of a site as one page looks at it: what is asked for beside the assessment is noted too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from markupsafe import Markup

from bsc_site.render.matter.looked_at import Way

_PROBLEMS, _TRANSLATIONS, _HEALTH, _FIGURE, _MAP = ("~problems", "~translations", "~health", "~figure", "~map")
"""How the ways begin to what is no part of the assessment."""


class Material(Protocol):
    """What a page may ask for beside the assessment."""

    @property
    def problems(self) -> Any:
        """The problems of the project."""

    @property
    def translations(self) -> Any:
        """How far the texts of the project are translated."""

    def health_of(self, scorecard: str, /) -> Any:
        """How well the scorecard is made."""

    def figure(self, key: str, /) -> Markup:
        """The chart of an element address."""

    def map_from(self, at: Any, tool: str = "", /) -> Markup:
        """The strategy map, as seen from the page that stands there, with a tool in its bar."""


class LookedMaterial:
    """Stands for the material of a page that stands at `at`; `note` is told what the page asks for."""

    def __init__(self, material: Material, at: object, note: Callable[[Way], None]) -> None:
        """Nothing was asked for."""
        self._material, self._at, self._note = material, at, note

    @property
    def problems(self) -> Any:
        """The problems of the project."""
        return self._asked(_PROBLEMS)

    @property
    def translations(self) -> Any:
        """How far the texts of the project are translated."""
        return self._asked(_TRANSLATIONS)

    def health_of(self, scorecard: str) -> Any:
        """How well the scorecard is made."""
        return self._asked(_HEALTH, scorecard)

    def figure(self, key: str) -> Markup:
        """The chart of an element address."""
        found: Markup = self._asked(_FIGURE, key)
        return found

    def map_from(self, _: object, tool: str = "") -> Markup:
        """The strategy map, as seen from the page."""
        found: Markup = self._asked(_MAP, str(tool))
        return found

    def _asked(self, *way: str) -> Any:
        self._note(way)
        return material_at(self._material, self._at, way)


def of_material(way: Way) -> bool:
    """Whether the way leads to something beside the assessment."""
    return way[0].startswith("~")


def material_at(material: Material, at: object, way: Way) -> object:
    """What stands there now, for the page that stands at `at`. KeyError where nothing can."""
    kind, *rest = way
    if kind == _PROBLEMS:
        return material.problems
    if kind == _TRANSLATIONS:
        return material.translations
    if kind == _HEALTH:
        return material.health_of(*rest)
    if kind == _FIGURE:
        return material.figure(*rest)
    if kind == _MAP:
        return material.map_from(at, *rest)
    raise KeyError(kind)
