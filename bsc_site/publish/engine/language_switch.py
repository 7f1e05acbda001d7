"""The switch: by which a reader goes from a page to the same one in another language, as settings of the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from babel import Locale

from bsc_site.model.value_class import dataclass
from bsc_site.publish.site_language import SiteLanguage

_NONE: Mapping[str, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class LanguageSwitch:
    """What a site knows of those in other languages: the codes of all, and which pages of its own each `lacks`.

    `home` is the address of the site at the top on the web, with a slash at its end; empty where nobody knows it.
    """

    here: SiteLanguage
    home: str = ""
    lacks: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NONE)

    def settings(self) -> dict[str, Any]:
        """What stands below `extra`: the theme's choice of languages, and what the hook for frames needs of it."""
        folders = {code: SiteLanguage(code, self.here.codes).below for code in self.here.codes}
        up = "../" if self.here.below else ""
        choice = [{"name": own_name(code), "link": f"./{up}{folder}", "lang": code} for code, folder in folders.items()]
        lacks = {code: list(each) for code, each in self.lacks.items() if each}
        told = {"here": self.here.code, "folders": folders, "home": self.home, "lacks": lacks}
        return {"alternate": choice, "bsc_languages": told}


def own_name(code: str) -> str:
    """What a language is called by those who speak it, as it stands in a choice: `Français`."""
    locale = Locale.parse(code, sep="-")
    name = locale.get_display_name(locale) or code
    return name[:1].upper() + name[1:]
