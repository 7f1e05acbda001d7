"""Named steps: what happens now, with the language of the site to which it happens."""

from __future__ import annotations

from bsc_site.model.command_progress import Progress
from bsc_site.model.saying.said import said, sentence
from bsc_site.publish.engine.language_switch import own_name
from bsc_site.publish.site_language import SiteLanguage

_OF_A_LANGUAGE = sentence("{language}: {step}")


class _NamedSteps:
    """Steps that are told with a name before them."""

    def __init__(self, told: Progress, name: str) -> None:
        self._told, self._name = told, name

    def step(self, text: str) -> None:
        """A new step begins."""
        self._told.step(said(_OF_A_LANGUAGE, language=self._name, step=text))

    def goes_on(self) -> None:
        """One of many things within a step is done."""
        self._told.goes_on()

    def done(self) -> None:
        """The last step is over."""
        self._told.done()


def in_language(progress: Progress, language: SiteLanguage) -> Progress:
    """The same progress, which says of a site that stands below another one in which language it is."""
    return _NamedSteps(progress, own_name(language.code)) if language.below else progress
